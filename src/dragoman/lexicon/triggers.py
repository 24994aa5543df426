"""Trigger rows of events with their frames."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """Trigger rows of events with their frames."""


def build(lexicon: Lexicon) -> TriggerIndex:
    """The index over the tables."""
    return TriggerIndex()
