"""Speed: words per second of the whole reader against the bare parser, in one process; and peak memory."""

from __future__ import annotations


def main() -> int:
    raise SystemExit("bench speed: not there yet")
