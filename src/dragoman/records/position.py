"""Position and Assessment: what an actor wants of others, and what somebody thinks will be."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.vocab import AssessmentKind, Stance, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An actor's stance on an issue (`issue` is a short canonical key), toward another actor where the text says."""

    id: str
    actor: str
    stance: Stance
    issue: str
    proposition: Span
    condition: Span | None = None
    toward: str | None = None
    said_in: str | None = None
    evidence: Span
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A forecast or judgement; `holder` is an actor id or "author", the outlet's own voice."""

    id: str
    holder: str
    kind: AssessmentKind
    strength: Strength | None = None
    about: str | None = None
    span: Span
    said_in: str | None = None
    evidence: Span
    because: tuple[str, ...] = ()
