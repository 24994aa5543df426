"""Verbs, nouns and phrases that report speech."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class SpeechIndex:
    """Verbs, nouns and phrases that report speech."""


def build(lexicon: Lexicon) -> SpeechIndex:
    """The index over the tables."""
    return SpeechIndex()
