"""Event: who did what to whom, and whether it happened."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.vocab import EventStatus, Modality, PloverType


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The act is `plover` (and `cameo`); its reality is `status` (and `modality`). See record.md for both.

    By a user's own verbs `cameo` is the code as he wrote it, and `plover` is null where that is no code of CAMEO.

    `source`, `target` are actor ids; a reciprocal event is one record, the first party its source, the others targets.
    `begin`, `end` are the first and last day or moment, both included; `place` is an index into the places.
    """

    id: str
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    reciprocal: bool = False
    source_code: str | None = None
    target_code: str | None = None
    plover: PloverType | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    goldstein: float | None = None
    status: EventStatus
    modality: Modality | None = None
    begin: str | None = None
    end: str | None = None
    place: int | None = None
    object: Span | None = None
    condition: Span | None = None
    trigger: Span
    evidence: tuple[Span, ...] = ()
    said_in: str | None = None
    because: tuple[str, ...] = ()
