"""The golden records of the example reports.

python -m tools.golden           says whether each examples/NAME/expected.jsonl is what the reader gives (exit 1: no)
python -m tools.golden --write   writes them; look at the difference before you keep it
"""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.engines.facade import read_one
from dragoman.records.codec import encode

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
#: The reports, and the day on which each was written (their datelines do not all have a year).
PUBLISHED = {"geneva-week": "2022-01-11", "juba-ceasefire": "2024-03-06", "export-curbs": "2019-06-27"}


def expected(name: str) -> bytes:
    """The record line of an example, with what was left out."""
    return encode(read_one(EXAMPLES / name / "source.txt", published=PUBLISHED[name]), rejects=True) + b"\n"


def main() -> int:
    stale = 0
    for name in PUBLISHED:
        target, fresh = EXAMPLES / name / "expected.jsonl", expected(name)
        if "--write" in sys.argv[1:]:
            target.write_bytes(fresh)
        elif not target.is_file() or target.read_bytes() != fresh:
            stale = 1
            print(f"examples/{name}/expected.jsonl is not what the reader gives: python -m tools.golden --write")
    return stale


if __name__ == "__main__":
    raise SystemExit(main())
