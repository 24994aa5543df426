"""The bench of Dragoman.

python -m bench         scores the reader over the gold inputs and prints the scoreboard; --keep raises the floors
python -m bench gate    the same, and fails (exit status 1) where a score falls below bench/floors.json
python -m bench breadth what share of the acts of political actors a row decides, and which lemmas none does
python -m bench speed   words per second of the whole reader against the bare parser, and peak memory
python -m bench page    what every view of the page takes on a large ledger, its memory and requests a second

python -m bench.ledger  what asking, storing, dying and writing beside readers take of a ledger; it has its own --help
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench import floors


def main() -> int:
    ap = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("what", nargs="?", default="scores", choices=("scores", "gate", "breadth", "speed", "page"))
    ap.add_argument("--only", default="", metavar="TEXT", help="only the sets whose name holds TEXT")
    ap.add_argument("--out", type=Path, metavar="DIR", help="keep inputs, records and scores there")
    ap.add_argument("--cache", type=Path, metavar="FILE", help="keep parses there (for repeated runs)")
    ap.add_argument("--keep", action="store_true", help="raise the floors to the scores of this run")
    ap.add_argument(
        "--lower", nargs="+", default=[], metavar="SET/FIGURE", help="with --keep: let these floors go down"
    )
    ap.add_argument("--articles", type=int, default=500, metavar="N", help="speed, breadth: how many articles (500)")
    ap.add_argument("--top", type=int, default=60, metavar="N", help="breadth: how many undecided lemmas to print (60)")
    ap.add_argument("--examples", type=int, default=0, metavar="N", help="breadth: occurrences to print of each (0)")
    ap.add_argument("--ledger", type=Path, metavar="FILE", help="page: the ledger (left out: 100,000 events are made)")
    a = ap.parse_args()
    if a.what == "page":
        from bench.page import main as page

        return page(a.ledger)
    if a.what == "breadth":
        from bench.breadth import main as breadth

        return breadth(a.articles, a.cache, a.top, a.examples)
    if a.what == "speed":
        from bench.speed import main as speed

        return speed(a.articles)
    return score(a.what, a.only, a.out, a.cache, a.lower if a.keep else None)


def score(what: str, only: str, out: Path | None, cache: Path | None, lower: list[str] | None) -> int:
    from bench.scores import gold_folder, run

    if not (gold_folder() / "tools" / "scoreboard.py").is_file():
        print(f"bench: skipped, no scoreboard in {gold_folder()} (set DRAGOMAN_GOLD)")
        return 0
    table, rows, failed = run(only, out, cache)
    print(table, end="")
    scores, known = floors.as_scores(rows), floors.load()
    fallen = floors.falls(scores, known)
    wrong = [f"not read: {line}" for line in failed] + [f"below the floor: {line}" for line in fallen]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    if lower is not None:
        floors.save(floors.raised(scores, known, lower))
    elif what == "gate" and not wrong:
        print("gate: every article read, no score below its floor")
    return int(what == "gate" and bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
