"""Words that mark page furniture, compiled for look-up."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class FurnitureIndex:
    """Words that mark page furniture, compiled for look-up."""


def build(lexicon: Lexicon) -> FurnitureIndex:
    """The index over the tables."""
    return FurnitureIndex()
