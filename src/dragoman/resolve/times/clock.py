"""Readings of clock times: 8:55 a.m. (07:55 GMT) · 9 a.m. EST Tuesday · two o'clock in the morning · noon."""

from __future__ import annotations

import re
from datetime import date

from dragoman.resolve.times import calendar as cal
from dragoman.resolve.times.anchor import Context
from dragoman.resolve.times.dates import MONTHS, WEEKDAYS, nearest_year
from dragoman.resolve.times.hit import Hit, Sense
from dragoman.resolve.times.relative import weekday_date

#: What stands before a clock time that has neither a.m. nor a zone.
LEADS = frozenset({"at", "by", "since", "from", "before", "after", "to", "between", "during", "approx", "early"})


def clock(hit: Hit, ctx: Context) -> Sense | None:
    """The moment, on the day named beside it, else the last one of its sentence, else that of publication."""
    found = hour_minute(hit)
    if found is None:
        return None
    zone = hit.get("zone")
    if zone is None and not hit.has("ampm", "oclock", "part") and not _is_clock(hit, ctx):
        return None
    day = _named_day(hit, ctx)
    if day is None:
        return Sense("TIME", None)
    offset = zone.value if zone else ""
    return Sense("TIME", f"{day.isoformat()}T{found[0]:02d}:{found[1]:02d}{'Z' if offset == '+00:00' else offset}")


def noon(hit: Hit, ctx: Context) -> Sense | None:
    """noon, midnight: other parts of a day are vague when they stand alone."""
    atom = hit.get("part")
    before = hit.neighbour(-1)
    if atom is None or ":" not in atom.value or before is None or before.kind not in LEADS:
        return None
    return clock(hit, ctx)


def hour_minute(hit: Hit) -> tuple[int, int] | None:
    """Hour (0-24) and minute, 12 hours added for p.m. and "in the afternoon"; None where no clock shows them."""
    atom = hit.get("clock", "dec", "numword", "day", "num", "year", "part")
    if atom is None:
        return None
    if atom.kind == "part":
        match = re.match(r"T(\d\d):(\d\d)", atom.value)
        return (int(match[1]), int(match[2])) if match else None
    half, part = hit.get("ampm"), hit.get("part")
    parts = re.split(r"[:.]", atom.value)
    hour, minute = int(parts[0].replace(",", "")), int(parts[1]) if len(parts) > 1 else 0
    if atom.kind in ("num", "year") or (atom.kind == "day" and hit.reading == "military"):
        if hit.has("ampm", "oclock") or len(atom.value) != 4:
            return None
        hour, minute = divmod(hour, 100)
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.value[0] == "p" else 0)
    elif part is not None and hit.has("oclock"):
        if part.value in ("TAF", "TEV") or (part.value == "TNI" and hour >= 6):
            hour = hour % 12 + 12
        elif hour == 12:
            hour = 0
    return (hour, minute) if hour <= 24 and minute < 60 and (hour < 24 or minute == 0) else None


def _is_clock(hit: Hit, ctx: Context) -> bool:
    """8:55 without a.m. or a zone: wants "at", "by", "from" … before it (else a score, a verse)."""
    before = hit.neighbour(-1)
    return hit.has(*WEEKDAYS, "today", *MONTHS) or (
        before is not None
        and before.kind in ("at", "by", "since", "from", "before", "after", "to", "between", "during")
    )


def _named_day(hit: Hit, ctx: Context) -> date | None:
    weekday, today, month = hit.get(*WEEKDAYS), hit.get("today"), hit.get(*MONTHS)
    if month is not None:
        figures = [a for _, a in hit.atoms() if a.kind in ("day", "ord")]
        if not figures:
            return None
        year_atom = hit.get("year")
        number = int(figures[-1].value)
        place = hit.place(*MONTHS)
        year = int(year_atom.value) if year_atom and hit.place("year") > place else None
        year = year or nearest_year(ctx, int(month.value), number, hit.start)
        return cal.day_of(year, int(month.value), number) if year else None
    if weekday is not None:
        before = hit.neighbour(-1)
        return weekday_date(weekday, None, ctx, limit=before is not None and before.kind in ("to", "by"))
    if ctx.day is None:
        return None
    if today is not None:
        return cal.shift_days(ctx.day, int(today.value))
    found = sentence_day(hit.start, ctx)
    if found is None:
        ctx.dayless.add(hit.start)
    return found or ctx.day


def sentence_day(offset: int, ctx: Context) -> date | None:
    """The day of the last expression resolved within the sentence of this character."""
    token = ctx.parsed.token_at(offset)
    if token is None:
        return None
    since = ctx.parsed.sentence_of(token).span.start
    for start, value in reversed(ctx.dated[-4:]):
        if start < since:
            break
        begin, _, precision = cal.extent(value)
        if begin and precision in ("day", "part_of_day", "hour", "minute", "second"):
            return date.fromisoformat(begin[:10])
    return None


def share_zone(local: str, other: str) -> str | None:
    """The local time with its offset, learnt from the same moment on a clock with a zone.

    (2022-01-10T08:55, 2022-01-10T07:55Z) gives 2022-01-10T08:55+01:00.
    """
    first, second = cal.parse_moment(local), cal.parse_moment(other)
    if first is None or second is None or first.tzinfo is not None or second.tzinfo is None:
        return None
    shift = second.utcoffset()
    if shift is None:
        return None
    minutes = round((first - (second.replace(tzinfo=None) - shift)).total_seconds() / 60)
    if minutes % 15 or not -14 * 60 <= minutes <= 14 * 60:
        minutes = (minutes + 720) % 1440 - 720  # the day of one of the two was guessed
        if minutes % 15:
            return None
    sign = "-" if minutes < 0 else "+"
    return f"{local}{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
