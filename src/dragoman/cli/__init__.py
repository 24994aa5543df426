"""The command line: it parses the request, calls a view or an engine, and renders. Nothing is computed here.

`--help` and `--version` load no model and no table. Exit status: 0 all read, 1 some inputs failed, 2 wrong usage or
an installation not in order (nothing was begun), 130 interrupted.
"""

from __future__ import annotations


def main() -> None:
    """The command `dragoman`."""
    from dragoman.cli.app import app

    app(prog_name="dragoman")
