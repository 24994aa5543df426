"""Figure: how many of what, according to whom."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.timeref import TimeSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Bounds, both included; an open end is null ("more than 13,000" is low 13000, high null)."""

    low: float | None = None
    high: float | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity of `unit`; `what` is what is counted, `of` the actor it belongs to, `said_in` who says so."""

    id: str
    span: Span
    quantity: Quantity
    unit: str | None = None
    what: str | None = None
    of: str | None = None
    time: TimeSpan | None = None
    said_in: str | None = None
    because: tuple[str, ...] = ()
