"""Documents and ready records into a ledger: what is known already is not read again, what is stored is told at once.

Each article is a transaction of its own and is told only after it is kept: whatever ends the process, no article that
was told is lost and none is there by half. The same run again goes on where the last one ended.
"""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from itertools import chain

from dragoman.engines.edition import edition
from dragoman.engines.local import read_all
from dragoman.errors import AnchorError, SourceError, Unreadable
from dragoman.ledger import Added, Writer
from dragoman.read import read_incoming
from dragoman.read.folder import open_paths
from dragoman.read.incoming import Incoming
from dragoman.records import Reading, Source
from dragoman.records.codec import dump, read_records
from dragoman.settings import Settings

#: How the output of `dragoman read` begins (json or jsonl).
RECORDS = re.compile(r'(?:\[\s*)?\{\s*"article"\s*:\s*\{')


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What came of one document: what the writer did, None where it was known and not read again, or why not.

    `notes` are the reader's, for standard error.
    """

    name: str
    result: Added | SourceError | AnchorError | None
    notes: tuple[str, ...] = ()


Told = Callable[[Stored], None]


@dataclass(slots=True, kw_only=True)
class Ingest:
    """One run. `now` gives the moment for the log, `told` hears of each document once it is kept, known or failed."""

    writer: Writer
    settings: Settings
    now: Callable[[], str]
    told: Told
    workers: int = 1
    edition: str = ""
    digests: deque[bytes | None] = field(default_factory=deque)

    def run(self, paths: Iterable[str]) -> None:
        """Take in everything under the paths."""
        fresh = self._fresh(paths)
        first = next(fresh, None)
        if first is None:  # nothing to read: neither tables nor model are loaded
            return
        outcomes = read_all(chain((first,), fresh), self.settings, workers=self.workers)
        with closing(outcomes):
            for name, result in outcomes:
                digest = self.digests.popleft()
                if isinstance(result, Reading):
                    self._keep(name, result, source=digest)
                else:
                    self.told(Stored(name=name, result=result))

    def _fresh(self, paths: Iterable[str]) -> Iterator[Source | SourceError]:
        """What must be read; ready records are stored on the way, known documents passed over."""
        for item in read_items(paths, self.settings):
            if isinstance(item, tuple):
                self._keep(*item)
                continue
            digest = self._digest(item) if isinstance(item, Source) else None
            if digest is not None and self.writer.knows(digest):
                self.told(Stored(name=item.name if isinstance(item, Source) else "", result=None))
                continue
            self.digests.append(digest)
            yield item

    def _digest(self, source: Source) -> bytes:
        """What decides the reading of a document: all that it holds, and who reads it how."""
        self.edition = self.edition or dump(asdict(edition(self.settings))).decode()
        parts = (self.edition, self.settings.published, source.text, source.id, source.title, source.published,
                 source.published_basis, source.outlet, source.url, source.language, source.hints)  # fmt: skip
        return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def _keep(self, name: str, reading: Reading, source: bytes | None = None) -> None:
        try:
            added = self.writer.add(
                reading, at=self.now(), edition=self.edition if source is not None else None, source=source
            )
        except AnchorError as error:
            self.told(Stored(name=name, result=AnchorError(error.message, where=name)))
            return
        self.told(Stored(name=name, result=added, notes=reading.notes))


Item = Source | SourceError | tuple[str, Reading]


def read_items(paths: Iterable[str], settings: Settings) -> Iterator[Item]:
    """The documents of the paths, and the readings (with their names) of files that `dragoman read` wrote."""
    for opened in open_paths(paths, settings):
        if isinstance(opened, SourceError):
            yield opened
            continue
        with opened:
            if RECORDS.match(opened.start):
                yield from read_ready(opened)
            else:
                yield from read_incoming(opened, settings)


def read_ready(incoming: Incoming) -> Iterator[SourceError | tuple[str, Reading]]:
    """The readings of JSON Lines or of one array; a line that is none is an error in its place."""
    try:
        if incoming.start.startswith("["):
            for number, reading in enumerate(read_records(incoming.rest().read(), name=incoming.name)):
                yield f"{incoming.name}[{number}]", reading
            return
        for number, line in enumerate(incoming.lines(), 1):
            where = f"{incoming.name}:{number}"
            if line is None:
                yield incoming.too_long(where)
            elif line.strip():
                yield from _one(line, where)
    except SourceError as error:
        yield error
    except OSError as error:
        yield incoming.unreadable(error)


def _one(line: bytes, where: str) -> Iterator[SourceError | tuple[str, Reading]]:
    try:
        yield from ((where, reading) for reading in read_records(line.lstrip(b"\xef\xbb\xbf"), name=where))
    except Unreadable as error:
        yield Unreadable(error.message, where=where)
