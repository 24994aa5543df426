"""`python -m bench` scores the reader; `python -m bench gate` fails below the floors; `python -m bench speed` times it."""

from __future__ import annotations

import argparse
from pathlib import Path


def main() -> int:
    ap = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    ap.add_argument("what", nargs="?", default="scores", choices=("scores", "gate", "speed"))
    ap.add_argument("--only", default="", metavar="TEXT", help="only the sets whose name holds TEXT")
    ap.add_argument("--out", type=Path, metavar="DIR", help="keep inputs, records and scores there")
    ap.add_argument("--cache", type=Path, metavar="FILE", help="keep parses there (for repeated runs)")
    a = ap.parse_args()
    if a.what == "speed":
        from bench.speed import main as speed

        return speed()
    from bench.scores import run

    table, _ = run(a.only, a.out, a.cache)
    print(table, end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
