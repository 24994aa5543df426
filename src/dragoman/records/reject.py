"""Reject: what was left out, at which stage, and why."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """`stage` is the room that dropped it (clean, resolve, statements, events …); `reason` a sentence."""

    span: Span
    stage: str
    reason: str
