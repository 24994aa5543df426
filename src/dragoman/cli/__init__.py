"""The command line: it parses the request, calls a view or an engine, and renders. Nothing is computed here.

`--help` and `--version` load no model and no table. Exit status: 0 all read, 1 some inputs failed, 2 wrong usage,
an installation not in order (nothing was begun) or a place that cannot be written, 130 interrupted.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """The command `dragoman`."""
    _open_streams()
    from dragoman.cli.app import app

    app(prog_name="dragoman")


def _open_streams() -> None:
    """A standard stream that was closed by the caller leads nowhere.

    Without this the next file that is opened (a ledger) would take its number, and what is printed would go there.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - it stays open
