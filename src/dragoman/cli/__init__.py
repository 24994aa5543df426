"""The command line. Models are imported only inside commands."""

from __future__ import annotations

import sys


def main() -> None:
    """A first door; see `dragoman read --help`."""
    from dragoman.interpret import interpret_all, open_kit
    from dragoman.read import read_sources
    from dragoman.records import Reading
    from dragoman.records.codec import encode
    from dragoman.settings import DEFAULTS

    for reading in interpret_all(read_sources(sys.argv[2:], DEFAULTS), open_kit(DEFAULTS), DEFAULTS):
        if isinstance(reading, Reading):
            sys.stdout.buffer.write(encode(reading) + b"\n")
        else:
            print(reading, file=sys.stderr)
