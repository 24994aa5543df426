"""Words of time, compiled for look-up."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class TimeIndex:
    """Words of time, compiled for look-up."""


def build(lexicon: Lexicon) -> TimeIndex:
    """The index over the tables."""
    return TimeIndex()
