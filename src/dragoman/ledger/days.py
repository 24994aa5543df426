"""Days as the ledger orders them, and the periods that filters and series name."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time
from functools import lru_cache

from dragoman.errors import UsageError

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:$|[T ])")
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@lru_cache(maxsize=10_000)
def day_of(moment: str | None) -> str | None:
    """The day of an ISO 8601 day or moment, None where it is none: `day_of("2022-01-10T09:30Z") == "2022-01-10"`."""
    match = _DAY.match(moment or "")
    if not match:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def first_day(*moments: str | None) -> str | None:
    """The day of the first of these that has one."""
    return next((day for moment in moments if (day := day_of(moment))), None)


def period(text: str, *, where: str) -> tuple[str, str]:
    """The first and last day of a year, month or day: `period("2022-02") == ("2022-02-01", "2022-02-28")`."""
    match = _PERIOD.fullmatch(text.strip())
    year, month, day = (int(g) if g else None for g in match.groups()) if match else (0, None, None)
    try:
        first = date(year or 0, month or 1, day or 1)
        last = first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])
    except ValueError:
        raise UsageError(f"{text!r} is no date", where=where, hint="write 2022-01-10, 2022-01 or 2022") from None
    return first.isoformat(), last.isoformat()


def moment(text: str, *, where: str = "at") -> str:
    """The moment in UTC as the log writes it; of a day, month or year, its last microsecond.

    >>> moment("2022-01-10T09:00+01:00")
    '2022-01-10T08:00:00.000000Z'
    """
    try:
        if _PERIOD.fullmatch(text.strip()):
            found = datetime.combine(date.fromisoformat(period(text, where=where)[1]), time.max)
        else:
            found = datetime.fromisoformat(text.strip())
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(f"{text!r} is no moment", where=where, hint="write 2022-01-10T12:00Z or 2022-01-10") from None
    return found.strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")
