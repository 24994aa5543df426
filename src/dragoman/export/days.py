"""Days and moments of the record in the spellings of others. A date that is none gives None, never a guess."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@lru_cache(maxsize=4096)
def day_of(iso: str | None) -> date | None:
    """The calendar day of an ISO 8601 day or moment, as it is written there (no zone is applied)."""
    if iso is None or not DAY.match(iso):
        return None
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def moment_of(iso: str | None) -> datetime | None:
    """The moment of an ISO 8601 date-time, in UTC where it bears an offset; None for a bare day."""
    if iso is None or len(iso) < 13 or not DAY.match(iso):
        return None
    try:
        moment = datetime.fromisoformat(iso)
        return moment.astimezone(UTC) if moment.tzinfo is not None else moment
    except (ValueError, OverflowError):
        return None


def stamp_of(iso: str | None) -> datetime | None:
    """The moment in UTC: a bare day begins at midnight, a moment without offset is taken as it stands."""
    moment = moment_of(iso)
    if moment is not None:
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    day = day_of(iso)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day is not None else None


def after(day: date) -> date | None:
    """The day after, where there is one."""
    return day + timedelta(days=1) if day < date.max else None


def precision_of(begin: str | None, end: str | None) -> str | None:
    """How well a time is known: moment, day, span (several days), or open (one end is not told)."""
    first, last = day_of(begin), day_of(end)
    if first is None and last is None:
        return None
    if first is None or last is None:
        return "open"
    if first != last:
        return "span"
    return "moment" if moment_of(begin) is not None else "day"
