"""Span: a half-open `[start, end)` stretch of Unicode code points of `article.text`. Written as a pair."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]` is the evidence itself; `Span(0, 6)` of "Moscow said" is "Moscow"."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


def cover(spans: Iterable[Span]) -> Span:
    """The shortest span that holds all of them; `cover([Span(0, 3), Span(8, 9)]) == Span(0, 9)`."""
    every = list(spans)
    return Span(min(s.start for s in every), max(s.end for s in every))


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
