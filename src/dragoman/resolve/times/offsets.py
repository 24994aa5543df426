"""Readings of a distance from a day: two years ago, three days later, a week ago Monday; now, soon."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.resolve.times import calendar as cal
from dragoman.resolve.times.anchor import Context
from dragoman.resolve.times.hit import Hit, Sense
from dragoman.resolve.times.lex import Atom
from dragoman.resolve.times.numbers import NUMBERS, amounts
from dragoman.resolve.times.relative import unit_at
from dragoman.resolve.times.spans import duration


def offset(hit: Hit, ctx: Context) -> Sense | None:
    """two years ago · a day earlier · three weeks later · the day before, at the end of a clause."""
    unit = hit.get("units", "unit", "second", "quarter", "weekend")
    pointer = hit.get("ago", "earlier", "later", "hence", "before", "after")
    if unit is None or pointer is None:
        return None
    if hit.has("a") and unit.value == "Y" and pointer.kind in ("ago", "earlier"):
        quarter_then = _year_ago_quarter(ctx)
        if quarter_then:
            return Sense("DATE", quarter_then, hit.mod)
    numbers = [a for a in hit.list() if a is not unit and a is not pointer]
    found = amounts(numbers) or (1.0,)
    count, sign = found[0], int(pointer.value)
    if count is None:
        return Sense("DATE", ("PAST_REF" if sign < 0 else "FUTURE_REF") if ctx.day else None, hit.mod)
    base = ctx.day if pointer.kind in ("ago", "hence") else ctx.last_day()
    if base is None or ctx.day is None:
        return Sense("DATE", None, hit.mod)
    return Sense("DATE", _moved(base, unit, count * sign, ctx), hit.mod)


def _moved(base: date, unit: Atom, count: float, ctx: Context) -> str | None:
    if unit.kind != "weekend" and unit.value.startswith("T"):
        if ctx.moment is None or ctx.moment.date() != base or not ctx.moment.time():
            return base.isoformat()
        hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit.value] * count
        try:
            return (ctx.moment + timedelta(hours=hours)).isoformat(timespec="minutes")
        except OverflowError:
            return None
    if abs(count) > 100000:
        return None
    if count != int(count):
        if unit.value == "Y":
            year, month = cal.shift_month(base.year, base.month, int(count * 12))
            return f"{year:04d}-{month:02d}" if cal.FIRST_YEAR <= year <= cal.LAST_YEAR else None
        count = float(int(count))
    if unit.kind == "quarter":
        year, month = cal.shift_month(base.year, base.month, 3 * int(count))
        return f"{year:04d}-Q{cal.quarter_of(month)}"
    if unit.kind != "weekend" and unit.value in "EC":
        year = base.year + int(count) * (10 if unit.value == "E" else 100)
        return f"{year:04d}"[: 3 if unit.value == "E" else 2] if cal.FIRST_YEAR <= year <= cal.LAST_YEAR else None
    return unit_at(base, unit, int(count))


def _year_ago_quarter(ctx: Context) -> str | None:
    """Of results: "a year earlier" after "the third quarter" is that quarter one year before."""
    for value in reversed(ctx.last[-4:]):
        if len(value) == 7 and value[5] == "Q":
            now = ctx.day.year if ctx.day else int(value[:4])
            year = int(value[:4])
            return f"{year - 1:04d}-{value[5:]}" if year >= now - 1 and not _already_back(ctx, value) else value
        if len(value) == 10:
            continue
    return None


def _already_back(ctx: Context, value: str) -> bool:
    """True where the quarter last named is itself a year-ago one."""
    return f"{int(value[:4]) + 1:04d}-{value[5:]}" in ctx.last[-8:]


def offset_turn(hit: Hit, ctx: Context) -> Sense | None:
    """two days before, the day after: only at the end of a clause, else "two days" alone is a duration."""
    after = hit.neighbour(1)
    ends = hit.last >= len(hit.line.atoms) or (after is not None and after.kind in ("comma", "dot"))
    if ends:
        return offset(hit, ctx)
    unit = hit.get("units", "unit", "second")
    if unit is None or hit.has("the"):
        return None
    pointer = hit.place("before", "after")
    shorter = Hit(hit.line, hit.first, pointer, hit.rule, hit.reading)
    found = duration(shorter, ctx)
    return found._replace(last=pointer) if found else None


def offset_weekday(hit: Hit, ctx: Context) -> Sense | None:
    """a week ago Monday · two weeks from today."""
    unit, anchor_atom = hit.get("unit", "units"), hit.get("today", "weekday")
    if unit is None or anchor_atom is None or unit.value not in "DWMY" or ctx.day is None:
        return None
    found = amounts([a for a in hit.list() if a.kind not in ("unit", "units", "ago", "from", "today", "weekday")])
    count = found[0] if found else 1.0
    if count is None:
        return None
    sign = -1 if hit.has("ago") else 1
    if anchor_atom.kind == "today":
        base = cal.shift_days(ctx.day, int(anchor_atom.value))
        return Sense("DATE", _moved(base, unit, sign * count, ctx) if base else None)
    near = (cal.weekday_before if sign < 0 else cal.weekday_after)(ctx.day, int(anchor_atom.value), same=True)
    day = cal.shift_days(near, sign * int(count * {"D": 1, "W": 7}.get(unit.value, 30))) if near else None
    return Sense("DATE", day.isoformat() if day else None)


def year_ago(hit: Hit, ctx: Context) -> Sense | None:
    """the year-ago period · the comparable year-ago quarter."""
    unit = hit.get("unit")
    if unit is None or unit.value not in "YMW" or ctx.day is None:
        return None
    if unit.value == "Y" and (found := _year_ago_quarter(ctx)):
        return Sense("DATE", found)
    return Sense("DATE", unit_at(ctx.day, unit, -1))


def reference(hit: Hit, ctx: Context) -> Sense | None:
    """now · recently · soon."""
    atom = hit.get("ref")
    if atom is None:
        return None
    token = ctx.parsed.token_at(atom.start)
    if token is not None and token.lower == "now" and ctx.parsed.sentence_of(token).tokens[0] is token:
        return None  # "Now, …" turns to a new point
    return Sense("DATE", atom.value)


def past_reference(hit: Hit, ctx: Context) -> Sense | None:
    """in the past: unless a length of time follows ("the past two weeks")."""
    return Sense("DATE", "PAST_REF") if _ends_phrase(hit, ctx) else None


def future_reference(hit: Hit, ctx: Context) -> Sense | None:
    """in the near future; not "the future of Europe", "the future president"."""
    return Sense("DATE", "FUTURE_REF") if _ends_phrase(hit, ctx) else None


def _ends_phrase(hit: Hit, ctx: Context) -> bool:
    """True after "in", "for" …, where no noun and no "of" follows."""
    before, after = hit.neighbour(-1), hit.neighbour(1)
    if before is None or (after is not None and after.kind in ("of", "vague", "units", "unit")):
        return False
    token = ctx.parsed.token_at(hit.end - 1)
    return token is None or token.dep in ("pobj", "npadvmod")


def weekdays_ago(hit: Hit, ctx: Context) -> Sense | None:
    """two Mondays ago · three Fridays from now."""
    atom, pointer = hit.get("weekdays"), hit.get("ago", "hence")
    found = amounts([a for a in hit.list() if a.kind in NUMBERS])
    if atom is None or pointer is None or not atom.value or not found or found[0] is None or ctx.day is None:
        return None
    weeks = min(int(found[0]), 1000) - 1
    if pointer.kind == "ago":
        near, step = cal.weekday_before(ctx.day, int(atom.value), same=False), -7
    else:
        near, step = cal.weekday_after(ctx.day, int(atom.value), same=False), 7
    day = cal.shift_days(near, step * weeks) if near else None
    return Sense("DATE", day.isoformat() if day else None)
