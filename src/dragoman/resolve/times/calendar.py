"""TIMEX3 values and the days they cover: arithmetic on the calendar, no words.

Values follow TIMEX3 (TimeML 1.2.1) and ISO 8601: 2022-01-10, 2022-W02, 2022-01, 2022-Q1, 2022-H1, 2022-WI, 2022,
202 (a decade), 20 (a century), 2022-01-10TMO, 2022-01-10T08:55+01:00, P2W, PT4H, PXM.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

ONE_DAY = timedelta(days=1)
#: Years that `datetime.date` can name, with room for arithmetic.
FIRST_YEAR, LAST_YEAR = 1, 9998
#: First month and number of months of a season, on the northern hemisphere; winter begins in the December before.
SEASONS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3)}
#: Hours of the parts of a day (TIMEX3 names; the limits are those of HeidelTime's resources).
PARTS = {"TMO": (5, 11), "TMI": (11, 13), "TAF": (12, 17), "TEV": (17, 21), "TNI": (20, 24), "TDT": (8, 18)}

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$")


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shift_days(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """(year, month) so many months on; the year may leave the calendar."""
    number = year * 12 + month - 1 + by
    return number // 12, number % 12 + 1


def shift_years(day: date, by: int) -> date | None:
    """The same day in another year; 29 February becomes the 28th."""
    return day_of(day.year + by, day.month, day.day) or day_of(day.year + by, day.month, 28)


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def quarter_of(month: int) -> int:
    return (month - 1) // 3 + 1


def weekday_before(day: date, weekday: int, *, same: bool) -> date | None:
    """The last such weekday (1 Monday … 7 Sunday) up to the day; the day itself only if `same`."""
    back = (day.isoweekday() - weekday) % 7
    return shift_days(day, -(back or (0 if same else 7)))


def weekday_after(day: date, weekday: int, *, same: bool) -> date | None:
    ahead = (weekday - day.isoweekday()) % 7
    return shift_days(day, ahead or (0 if same else 7))


def nth_weekday(year: int, month: int, number: str, weekday: int) -> date | None:
    """The first, second … or last ("L") such weekday of a month."""
    if number == "L":
        next_year, next_month = shift_month(year, month, 1)
        first = day_of(next_year, next_month, 1)
        return weekday_before(first, weekday, same=False) if first else None
    first = day_of(year, month, 1)
    start = weekday_after(first, weekday, same=True) if first else None
    return shift_days(start, 7 * (int(number) - 1)) if start else None


def easter(year: int) -> date | None:
    """Western Easter Sunday (Gregorian computus after Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return day_of(year, month, day + 1)


def parse_moment(text: str | None) -> datetime | None:
    """A publication date or moment (ISO 8601); None where it is missing or is no date."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        match = re.match(r"\d{4}-\d\d-\d\d", text.strip())
    try:
        return datetime.fromisoformat(match.group()) if match else None
    except ValueError:
        return None


def extent(value: str | None) -> tuple[str | None, str | None, str | None]:
    """(begin, end, precision) of a value: both included; days as YYYY-MM-DD, clock times as they are."""
    if not value:
        return None, None, None
    if value.endswith("_REF"):
        return None, None, "vague"
    if value[0] in "PX":
        return None, None, _duration_precision(value)
    try:
        found = _extent(value)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        return None, None, None
    begin, end, precision = found
    if isinstance(begin, str) or isinstance(end, str):
        return str(begin), str(end), precision
    return begin.isoformat(), end.isoformat(), precision


def _duration_precision(value: str) -> str | None:
    names = {"Y": "year", "M": "month", "W": "week", "D": "day", "E": "decade", "C": "century", "Q": "quarter"}
    if "T" in value:
        names = {"H": "hour", "M": "minute", "S": "second"}
    return names.get(value[-1], "vague")


def _extent(value: str) -> tuple[date | str, date | str, str] | None:
    if match := _DAY.match(value):
        year, month, day, rest = match.groups()
        whole = date(int(year), int(month), int(day))
        if not rest:
            return whole, whole, "day"
        return _clock_extent(whole, rest)
    if match := _WEEK.match(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + 5 * ONE_DAY if match[3] else monday
        return first, monday + 6 * ONE_DAY, "day" if match[3] else "week"
    if match := _MONTH.match(value):
        return *_months(int(match[1]), int(match[2]), 1), "month"
    if match := _PART.match(value):
        return _part_extent(int(match[1]), match[2])
    if value.isdigit() and 2 <= len(value) <= 4:
        width = 10 ** (4 - len(value))
        first_year = int(value) * width
        last_year = first_year + width - 1
        names = {4: "year", 3: "decade", 2: "century"}
        return date(max(first_year, 1), 1, 1), date(last_year, 12, 31), names[len(value)]
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last_year, last_month = shift_month(year, month, count)
    return date(year, month, 1), date(last_year, last_month, 1) - ONE_DAY


def _part_extent(year: int, part: str) -> tuple[date, date, str]:
    if part[0] == "Q":
        return *_months(year, 3 * int(part[1]) - 2, 3), "quarter"
    if part[0] == "H":
        return *_months(year, 6 * int(part[1]) - 5, 6), "month"
    month, count = SEASONS[part]
    return *_months(year - (part == "WI"), month, count), "season"


def _clock_extent(day: date, rest: str) -> tuple[date | str, date | str, str] | None:
    if rest in PARTS:
        first, last = PARTS[rest]
        end = "23:59" if last == 24 else f"{last:02d}:00"  # a night is counted to the day it is named by
        return f"{day.isoformat()}T{first:02d}:00", f"{day.isoformat()}T{end}", "part_of_day"
    match = _CLOCK.match(rest)
    if not match:
        return day, day, "day"
    hour, minute, second, zone = match.groups()
    base = day + ONE_DAY if hour == "24" else day
    clock = f"{'00' if hour == '24' else hour}:{minute or '00'}" + (f":{second}" if second else "")
    moment = f"{base.isoformat()}T{clock}{zone or ''}"
    return moment, moment, "second" if second else "minute" if minute else "hour"
