"""Which time and which place govern a verb or noun: the ones attached to it in the grammar, not the nearest.

`Setting` holds what extractors need to know of an article: who, when, where.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Parsed, Place, TimeRef, Token
from dragoman.resolve.who import Who


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Setting:
    """The grammar of an article with its actors, times and places: the argument of every extractor."""

    parsed: Parsed
    who: Who
    times: tuple[TimeRef, ...] = ()
    places: tuple[Place, ...] = ()


def time_of(token: Token, setting: Setting) -> TimeRef | None:
    """The time expression that governs the event or statement whose trigger is this token, or None."""
    return None


def place_of(token: Token, setting: Setting) -> int | None:
    """The index (into `setting.places`) of the place where the trigger's clause locates it, or None."""
    return None
