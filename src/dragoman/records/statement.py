"""Statement: who said what, in which words, to whom, through what."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.timeref import TimeSpan
from dragoman.records.vocab import Capacity, StatementForm, StatementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """`source`, `cue` and `content` are the roles of PolNeAR (Newell et al. 2018); several spans are one role.

    `speaker` and `addressee` are actor ids; `relayed_by` an actor or statement id, only where the text makes that
    one the grammatical reporter; `block` is the index of the block of the first content span.
    """

    id: str
    kind: StatementKind
    form: StatementForm | None = None
    speaker: str | None = None
    capacity: Capacity | None = None
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    addressee: str | None = None
    channel: str | None = None
    venue: str | None = None
    time: TimeSpan | None = None
    relayed_by: str | None = None
    block: int = 0
    because: tuple[str, ...] = ()
