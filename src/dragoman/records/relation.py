"""Relation: how one record stands to another, where the text says so."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.vocab import RelationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`source` and `target` are record ids, written as "from" and "to"."""

    id: str
    kind: RelationKind
    source: str
    target: str
    cue: Span
    because: tuple[str, ...] = ()
