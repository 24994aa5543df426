"""Meeting: held, under way or due."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.vocab import MeetingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """`participants` are actor ids; `body` the name of a standing body that meets; `place` an index into the places."""

    id: str
    participants: tuple[str, ...] = ()
    body: str | None = None
    begin: str | None = None
    end: str | None = None
    place: int | None = None
    agenda: Span | None = None
    status: MeetingStatus
    evidence: tuple[Span, ...] = ()
    because: tuple[str, ...] = ()
