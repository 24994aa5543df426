"""File, page, line or standard input -> Source. Kinds are told by content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import SourceError, Unreadable
from dragoman.records import Source
from dragoman.settings import Settings


def read_sources(paths: Iterable[str], settings: Settings) -> Iterator[Source | SourceError]:
    """Every document of the paths, in order; what cannot be read is given as an error in its place."""
    for path in paths:
        try:
            text = Path(path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield Unreadable(str(error), where=path)
            continue
        if path.endswith(".jsonl"):
            for number, line in enumerate(text.splitlines(), 1):
                row = json.loads(line)
                day = row.get("published")
                yield Source(
                    name=f"{path}:{number}",
                    text=row["text"],
                    id=row.get("id"),
                    published=day,
                    published_basis="metadata" if day else "unknown",
                )
        else:
            yield Source(name=path, text=text)
