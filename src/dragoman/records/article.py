"""Article and Block: the text under its id, and what each stretch of it is."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.vocab import BlockKind, PublishedBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The article as given; every span of the record counts in `text`. `source` is the outlet."""

    id: str
    source: str | None = None
    agency: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    language: str | None = None
    text: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A labelled stretch of the text; blocks do not overlap and stand in order of the text."""

    kind: BlockKind
    span: Span
    because: tuple[str, ...] = ()
