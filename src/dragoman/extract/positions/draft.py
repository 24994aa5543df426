"""A position before its issue and id are known."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.load import Row
from dragoman.records import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Who holds it, the row whose stance it is, the rule that found it, its words, toward whom, in which statement."""

    actor: str
    row: Row
    rule: str
    evidence: Span
    toward: str | None
    said_in: str | None
