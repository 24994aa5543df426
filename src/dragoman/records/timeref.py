"""TimeRef: a time expression under TIMEX3 (TimeML 1.2.1), and the days or moments it covers."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.vocab import TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRef:
    """`value` is the TIMEX3 value (2022-01-12, 2022-W02, P3D, PRESENT_REF) or null while unresolved.

    `begin` and `end` are ISO 8601, both included, null where open or unknown;
    `precision` is the unit of the value (second, minute, hour, part_of_day, day, week, month, season, quarter, year,
    decade, century, vague) or null.
    """

    span: Span
    type: TimexType
    value: str | None = None
    begin: str | None = None
    end: str | None = None
    precision: str | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """When something was said or done, copied from the expressions that govern it."""

    value: str | None = None
    begin: str | None = None
    end: str | None = None
