"""WARC -> a Source for each HTML response in it (ISO 28500), read record by record.

The capture date of a record is not the day of publication; that is taken from the page, or is unknown. `warcio` reads
the records: slower than FastWARC 2.0, which panics beyond recovery on a stream it cannot seek in.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from dragoman.errors import NotAnArticle, SourceError, Unreadable
from dragoman.read.html import read_page
from dragoman.read.incoming import BYTES_OF_CHARACTER, Incoming, Kind
from dragoman.records import Source
from dragoman.settings import Settings

BEGIN = b"WARC/"
PAGES = ("text/html", "application/xhtml+xml")


def is_warc(incoming: Incoming) -> bool:
    return incoming.head.startswith(BEGIN)


def read_archive(incoming: Incoming, settings: Settings) -> Iterator[Source | SourceError]:
    """The articles of the archive in its order, named `file#URL`; other records are passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        hint = "pip install 'dragoman[archives]'"
        raise Unreadable("it is a WARC archive", where=incoming.name, hint=hint) from None
    found = False
    records = iter(ArchiveIterator(incoming.rest()))
    while True:
        try:
            record = next(records)
        except StopIteration:
            break
        except Exception as error:  # a damaged archive: what came before it is read, the rest is named
            yield Unreadable(f"the archive is damaged ({type(error).__name__}: {error})", where=incoming.name)
            return
        if is_page(record):
            found = True
            yield from record_sources(record, incoming.name, settings)
    if not found:
        yield NotAnArticle("there is no page in this archive", where=incoming.name)


def is_page(record: Any) -> bool:
    """A response with a page in it (no request, no metadata, no picture)."""
    kind = (
        record.http_headers.get_header("Content-Type") if record.rec_type == "response" and record.http_headers else ""
    )
    return (kind or "").split(";")[0].strip().lower() in PAGES


def record_sources(record: Any, archive: str, settings: Settings) -> Iterator[Source | SourceError]:
    """The article of one response, or what is wrong with it."""
    url = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("WARC-Record-ID")
    where = f"{archive}#{url}"
    body = record.content_stream().read(settings.max_chars * BYTES_OF_CHARACTER + 5)
    try:
        page = Incoming(where, cast(BinaryIO, io.BytesIO(body)), settings)
        page.check_is_text()
        yield from read_page(page, settings)
    except SourceError as error:
        yield error


WARC = Kind("WARC", is_warc, read_archive)
