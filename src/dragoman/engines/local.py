"""Many documents on this machine: sources in, an `Outcome` for each in the same order, by one or several processes.

Whatever the number of workers, the readings are the same: a document is read by itself and nothing is shared.
One document never ends a run: a fault of ours while reading it becomes its `SourceError`, and so does the death of the
worker that read it (the operating system ends processes when memory is short).

    for outcome in read_all(read_sources(["week.jsonl"], settings), settings, workers=2):
        print(outcome.name, outcome.result)
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import NamedTuple

from dragoman.errors import ReadingFailed, SourceError
from dragoman.interpret import interpret_all, open_kit
from dragoman.kit import Kit
from dragoman.records import Reading, Source
from dragoman.settings import DEFAULTS, Settings

#: Documents, and characters of text, handed over at once: enough to fill the parser's batches when documents are
#: single sentences, little enough that readings come out while the rest is read and that memory stays bounded.
CHUNK_DOCUMENTS = 64
CHUNK_CHARS = 60_000


class Outcome(NamedTuple):
    """What came of one document: its name (path, `path:line` or `-`) and the reading, or why there is none."""

    name: str
    result: Reading | SourceError


Chunk = tuple[Source | SourceError, ...]


def read_all(
    sources: Iterable[Source | SourceError],
    settings: Settings = DEFAULTS,
    *,
    workers: int = 1,
    kit: Kit | None = None,
) -> Generator[Outcome, None, None]:
    """An Outcome for each source, in its order. `kit` serves the one-process case; every worker builds its own.

    Raises LexiconError or MissingPart before the first outcome where the tables or the model are not in order.
    """
    chunks = chunked(sources)
    if workers > 1:
        from dragoman.engines.workers import spread

        yield from spread(chunks, settings, workers)
        return
    kit = kit or open_kit(settings)
    for chunk in chunks:
        yield from read_chunk(chunk, kit, settings)


def chunked(sources: Iterable[Source | SourceError]) -> Iterator[Chunk]:
    """The sources in groups bounded by number and by size."""
    held: list[Source | SourceError] = []
    size = 0
    for source in sources:
        held.append(source)
        size += len(source.text) if isinstance(source, Source) else 0
        if len(held) >= CHUNK_DOCUMENTS or size >= CHUNK_CHARS:
            yield tuple(held)
            held, size = [], 0
    if held:
        yield tuple(held)


def read_chunk(chunk: Chunk, kit: Kit, settings: Settings) -> list[Outcome]:
    """The outcomes of one group; where reading it fails, each document is tried alone and bears its own fault."""
    names = [name_of(source) for source in chunk]
    try:
        results: Sequence[Reading | SourceError] = list(interpret_all(chunk, kit, settings))
    except Exception as error:
        if len(chunk) == 1:
            return [Outcome(names[0], our_fault(names[0], error))]
        return [outcome for source in chunk for outcome in read_chunk((source,), kit, settings)]
    return [Outcome(name, result) for name, result in zip(names, results, strict=True)]


def name_of(source: Source | SourceError) -> str:
    return source.name if isinstance(source, Source) else source.where or "?"


def our_fault(name: str, error: Exception) -> SourceError:
    """The error of a document that made our own code fail outside `interpret` (decoding, cleaning, parsing)."""
    return ReadingFailed(f"could not be read: {type(error).__name__}: {error}", where=name)
