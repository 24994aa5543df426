"""Plain text -> Source: the characters as they are; only a byte order mark is dropped."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import NotAnArticle, SourceError
from dragoman.read.detect import decode
from dragoman.read.incoming import Incoming, Kind
from dragoman.records import Source
from dragoman.settings import Settings


def read_text(text: str, name: str = "text") -> Source:
    """The source of a text that is already at hand (a byte order mark before it is no part of it)."""
    return Source(name=name, text=text.removeprefix("\ufeff"))


def is_text(incoming: Incoming) -> bool:
    return True


def read_document(incoming: Incoming, settings: Settings) -> Iterator[Source | SourceError]:
    """The one document of a text file."""
    text, note = decode(incoming.whole())
    if not text.strip():
        raise NotAnArticle("it is empty", where=incoming.name)
    if len(text) > settings.max_chars:
        raise incoming.too_long()
    yield Source(name=incoming.name, text=text, notes=(note,) if note else ())


TEXT = Kind("plain text", is_text, read_document)
