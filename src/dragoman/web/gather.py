"""What `serve` was given: a ledger, opened as it is; or articles, read into a ledger of their own for the time."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dragoman.engines.local import read_all
from dragoman.errors import NotAnArticle, SourceError, Unreadable
from dragoman.ledger import Writer
from dragoman.read import read_sources
from dragoman.records import Reading
from dragoman.settings import Settings

SQLITE = b"SQLite format 3\x00"
#: Told of each document: its name, and why it gave no article (None where it did).
Told = Callable[[str, SourceError | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The ledger's path and name; how many articles were read for it and how many inputs were none."""

    path: str
    name: str
    read: int = 0
    failed: int = 0


def is_ledger(path: str) -> bool:
    """Is it a file of SQLite? (Whether it is one of our ledgers is found out when it is opened.)"""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except (OSError, ValueError):
        return False


@contextmanager
def gathered(paths: tuple[str, ...], settings: Settings, *, at: str, told: Told) -> Iterator[Gathered]:
    """The ledger to serve; one that was made for the articles is gone afterwards. `at` is the moment for its log.

    Raises Unreadable where there is no such file, NotAnArticle where nothing among the paths is an article.
    """
    if len(paths) == 1 and is_ledger(paths[0]):
        yield Gathered(path=paths[0], name=Path(paths[0]).name)
        return
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise Unreadable("no such file or folder", where=path)
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        ledger = Path(folder) / "read.ledger"
        read = failed = 0
        first: SourceError | None = None
        with Writer(ledger, durable=False) as writer:
            for outcome in read_all(read_sources(paths, settings), settings):
                if isinstance(outcome.result, Reading):
                    writer.add(outcome.result, at=at)
                    read += 1
                    told(outcome.name, None)
                else:
                    failed += 1
                    first = first or outcome.result
                    told(outcome.name, outcome.result)
        if not read:
            raise NotAnArticle("no article is there", where=", ".join(paths)[:200], hint=_why(first, failed))
        name = Path(paths[0]).resolve().name if len(paths) == 1 else f"{len(paths)} paths"
        yield Gathered(path=str(ledger), name=name, read=read, failed=failed)


def _why(first: SourceError | None, failed: int) -> str | None:
    """Why no input gave an article; of several, how many there are and what the first one is."""
    if first is None:
        return None
    return first.message if failed == 1 else f"{failed} inputs were passed over; the first: {first}"
