"""ROOM 1, DOORS IN: file, folder, page, feed, archive, line or standard input -> Source. Kinds are told by content.

What cannot be read is an error in its place, with its name, what is wrong and what to do; the rest is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.errors import SourceError, Unreadable
from dragoman.read import feed, html, jsonl, text, warc
from dragoman.read.folder import open_paths
from dragoman.read.incoming import Incoming, Kind
from dragoman.read.packed import DAMAGE
from dragoman.read.text import read_text
from dragoman.records import Source
from dragoman.settings import Settings

__all__ = ["KINDS", "read_sources", "read_text"]


def read_sources(paths: Iterable[str], settings: Settings) -> Iterator[Source | SourceError]:
    """Every document of the paths ("-" is standard input), in order; an error in the place of what cannot be read."""
    for opened in open_paths(paths, settings):
        if isinstance(opened, SourceError):
            yield opened
        else:
            with opened:
                yield from read_incoming(opened, settings)


def read_incoming(incoming: Incoming, settings: Settings) -> Iterator[Source | SourceError]:
    """The documents of one opened input, by the first kind that knows its content."""
    try:
        if not warc.is_warc(incoming):  # its records may hold pictures
            incoming.check_is_text()
        kind = next(kind for kind in KINDS if kind.knows(incoming))
        yield from kind.read(incoming, settings)
    except SourceError as error:
        yield error
    except OSError as error:
        yield incoming.unreadable(error)
    except DAMAGE as error:
        yield Unreadable(f"the compressed data is damaged: {error}", where=incoming.name, hint="fetch it again")


#: The kinds of documents, asked in this order; the last one takes whatever is text.
KINDS: tuple[Kind, ...] = (warc.WARC, feed.FEEDS, html.HTML, jsonl.JSON_LINES, text.TEXT)
