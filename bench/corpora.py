"""Articles of the corpora by name and digest: what was judged by eye is held only against the text that was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from dragoman.records.codec import load

#: (name of the article, first 16 digits of the SHA-256 of its text).
Mark = tuple[str, str]


def texts_of(corpora: Path, marks: Iterable[Mark]) -> dict[Mark, str]:
    """The texts of the articles that are there and as they were, in the order of the files."""
    wanted = set(marks)
    names = {name for name, _ in wanted}
    found: dict[Mark, str] = {}
    for path in sorted(corpora.glob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            row = load(line)
            if row["id"] in names:
                mark = (row["id"], hashlib.sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest()[:16])
                if mark in wanted:
                    found.setdefault(mark, row["text"])
    return found
