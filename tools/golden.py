"""The golden record of the example report.

python -m tools.golden           says whether examples/geneva-week/expected.jsonl is what the reader gives (exit 1: no)
python -m tools.golden --write   writes it; look at the difference before you keep it
"""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.engines.facade import read_one
from dragoman.records.codec import encode

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "examples" / "geneva-week"
#: The day on which the report says it was written (its dateline has no year).
PUBLISHED = "2022-01-11"


def expected() -> bytes:
    """The record line of the example, with what was left out."""
    return encode(read_one(FOLDER / "source.txt", published=PUBLISHED), rejects=True) + b"\n"


def main() -> int:
    target = FOLDER / "expected.jsonl"
    fresh = expected()
    if "--write" in sys.argv[1:]:
        target.write_bytes(fresh)
        return 0
    if target.is_file() and target.read_bytes() == fresh:
        return 0
    print("examples/geneva-week/expected.jsonl is not what the reader gives: python -m tools.golden --write")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
