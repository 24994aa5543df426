"""Source: one document as it came in, decoded, before anything is decided about it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.vocab import BlockKind, PublishedBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What the document's own markup says of a stretch of its text (an HTML `<h2>`, a `<figcaption>`)."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document: `text` is what all offsets count in; the rest is what the container said about it.

    `name` is for messages (path, `path:line`, `-`). `id` is null unless the container gave one.
    `notes` are sentences for standard error ("read as windows-1252"); they are no part of the record.
    """

    name: str
    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    hints: tuple[Hint, ...] = ()
    notes: tuple[str, ...] = ()
