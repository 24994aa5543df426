"""The generated pages: docs/reference, docs/lexicon.md, the scores in README and docs, and the picture of the README.

python -m tools.pages           writes them
python -m tools.pages --check   says which are stale (exit 1)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tools.exports import exports
from tools.reference import commands, errors, lexicon, picture, python, record, rules
from tools.scores import filled

ROOT = Path(__file__).resolve().parents[1]

#: Page, and what writes it.
PAGES: tuple[tuple[str, Callable[[], str]], ...] = (
    ("docs/reference/record.md", record),
    ("docs/reference/commands.md", commands),
    ("docs/reference/python.md", python),
    ("docs/reference/rules.md", rules),
    ("docs/reference/errors.md", errors),
    ("docs/lexicon.md", lexicon),
    ("docs/exports.md", exports),
    ("docs/picture.svg", picture),
    ("README.md", filled("README.md")),
    ("docs/how-wrong.md", filled("docs/how-wrong.md")),
)


def stale() -> list[str]:
    """The pages that are not what would be written now."""
    return [name for name, write in PAGES if not _is(ROOT / name, write())]


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def main() -> int:
    if "--check" in sys.argv[1:]:
        old = stale()
        for name in old:
            print(f"{name} is stale: python -m tools.pages")
        return int(bool(old))
    for name, write in PAGES:
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(write(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
