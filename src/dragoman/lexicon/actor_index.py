"""Names, demonyms, titles and agent nouns, compiled for look-up."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """Names, demonyms, titles and agent nouns, compiled for look-up."""


def build(lexicon: Lexicon) -> ActorIndex:
    """The index over the tables."""
    return ActorIndex()
