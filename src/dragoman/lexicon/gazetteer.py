"""Place names with coordinates, offline."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Place names with coordinates, offline."""


def build(lexicon: Lexicon) -> Gazetteer:
    """The index over the tables."""
    return Gazetteer()
