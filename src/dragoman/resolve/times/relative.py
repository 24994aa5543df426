"""Readings that count from publication or from the time named before: Monday, last week, two days later."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.resolve.times import calendar as cal
from dragoman.resolve.times.anchor import FUTURE, LEANING, OPEN, PAST, Context
from dragoman.resolve.times.dates import (
    MONTHS,
    STEPS,
    WEEKDAYS,
    direction_word,
    nearest_year,
    start_of_range,
)
from dragoman.resolve.times.hit import Hit, Sense
from dragoman.resolve.times.lex import Atom

#: These count from the time named before, not from publication.
ANAPHORIC = frozenset({"previous", "following", "that", "same"})

#: A weekday that comes within so many days is the coming one: where the tense is open (no verb), where it leans ahead.
SOON = 2
NEARER = 3


def weekday(hit: Hit, ctx: Context) -> Sense | None:
    """Monday · last Friday · this coming Sunday · Sunday evening."""
    atom = hit.get(*WEEKDAYS)
    if atom is None or (atom.kind == "wdabbr" and not hit.has("dot", "part")):
        return None
    part = hit.get("part", "tonight")
    opened = start_of_range(hit, ctx, "day")
    day = weekday_date(atom, direction_word(hit), ctx, since=date.fromisoformat(opened[:10]) if opened else None)
    first = hit.first + 1 if hit.line.letters[hit.first] == ctx.index.letters["on"] else hit.first
    value = day.isoformat() if day else None
    if part is not None:
        return Sense("TIME", f"{value}{part.value}" if value else None, hit.mod, first=first)
    return Sense("DATE", value, hit.mod, first=first)


weekday_last = weekday


def weekday_date(
    atom: Atom, word: Atom | None, ctx: Context, *, since: date | None = None, limit: bool = False
) -> date | None:
    """The day of a weekday: with "last" or "next" beside publication, else by the tense of its clause.

    `since` is the day that opens a range: Wednesday in "from Monday to Wednesday" is the one after.
    `limit` says that "until" or "by" stands before it, which looks ahead of a past verb too.
    """
    now, number = ctx.day, int(atom.value)
    if now is None:
        return None
    if word is not None and word.kind in ("last", "past", "previous"):
        return cal.weekday_before(now, number, same=False)
    if word is not None and word.kind in ("next", "coming"):
        return cal.weekday_after(now, number, same=False)
    if word is not None and word.kind == "following":
        base = ctx.last_day()
        return cal.weekday_after(base, number, same=False) if base else None
    if since is not None:
        return cal.weekday_after(since, number, same=False)
    direction = ctx.direction(atom.start)
    if limit and direction == PAST:
        direction = OPEN
    before, after = cal.weekday_before(now, number, same=True), cal.weekday_after(now, number, same=True)
    if direction == FUTURE or (direction != PAST and word is not None and word.kind == "this"):
        return after
    if after is not None and direction != PAST and (after - now).days <= (NEARER if direction == LEANING else SOON):
        return after
    return before


def weekday_of_week(hit: Hit, ctx: Context) -> Sense | None:
    """Monday next week · Tuesday of last week."""
    atom, unit, word = hit.get(*WEEKDAYS), hit.get("unit"), direction_word(hit)
    if atom is None or unit is None or unit.value != "W" or word is None or word.kind not in STEPS:
        return None
    if ctx.day is None:
        return Sense("DATE", None)
    monday = cal.shift_days(ctx.day, 1 - ctx.day.isoweekday() + 7 * STEPS[word.kind])
    day = cal.shift_days(monday, int(atom.value) - 1) if monday else None
    return Sense("DATE", day.isoformat() if day else None)


def part_of(hit: Hit, ctx: Context) -> Sense | None:
    """the night of Monday · the early hours of Sunday · the evening of 9 May."""
    part, units = hit.get("part"), hit.get("units")
    if units is not None and (units.value != "TH" or not hit.has("early")):
        return None
    name = part.value if part else ("TNI" if hit.mod == "END" else "TMO")
    if not name.startswith("T") or ":" in name:
        return None
    day_atom, month_atom = hit.get(*WEEKDAYS), hit.get(*MONTHS)
    if day_atom is not None:
        day = weekday_date(day_atom, None, ctx)
    else:
        figure = hit.get("day")
        if month_atom is None or figure is None:
            return None
        year = nearest_year(ctx, int(month_atom.value), int(figure.value), hit.start)
        day = cal.day_of(year, int(month_atom.value), int(figure.value)) if year else None
    return Sense("TIME", f"{day.isoformat()}{name}" if day else None, hit.mod)


def today(hit: Hit, ctx: Context) -> Sense | None:
    """today · yesterday morning · late yesterday."""
    atom, part = hit.get("today"), hit.get("part")
    if atom is None:
        return None
    day = cal.shift_days(ctx.day, int(atom.value)) if ctx.day else None
    if part is not None:
        return Sense("TIME", f"{day.isoformat()}{part.value}" if day else None, hit.mod)
    return Sense("DATE", day.isoformat() if day else None, hit.mod)


def tonight(hit: Hit, ctx: Context) -> Sense | None:
    """tonight · overnight (of what is past: the night before the morning of publication)."""
    if ctx.day is None:
        return Sense("TIME", None, hit.mod)
    day = ctx.day.isoformat()
    if hit.has("overnight") and ctx.direction(hit.start) <= OPEN:
        return Sense("TIME", f"{day}TNI", hit.mod, f"{day}T00:00", f"{day}T06:00")
    return Sense("TIME", f"{day}TNI", hit.mod)


def deictic_part(hit: Hit, ctx: Context) -> Sense | None:
    """this morning · last night · the next morning (after the day named before)."""
    part, word = hit.get("part"), direction_word(hit)
    if part is None or word is None or ":" in part.value:
        return None
    base = ctx.last_day() if word.kind in (*ANAPHORIC, "next") else ctx.day
    if base is None or (ctx.day is None):
        return Sense("TIME", None, hit.mod)
    day = cal.shift_days(base, STEPS[word.kind])
    return Sense("TIME", f"{day.isoformat()}{part.value}" if day else None, hit.mod)


def day_beyond(hit: Hit, ctx: Context) -> Sense | None:
    """the day before yesterday · the day after tomorrow."""
    unit, atom = hit.get("unit"), hit.get("today")
    if unit is None or unit.value != "D" or atom is None:
        return None
    step = int(atom.value) + (1 if hit.has("after") else -1)
    day = cal.shift_days(ctx.day, step) if ctx.day else None
    return Sense("DATE", day.isoformat() if day else None)


def relative_unit(hit: Hit, ctx: Context) -> Sense | None:
    """last week · earlier this month · the following year · the same day · this weekend."""
    unit, word = hit.get("unit", "weekend", "season"), direction_word(hit)
    if unit is None or (unit.kind == "unit" and unit.value.startswith("T")):
        return None
    if word is None:  # the end of the year
        value = unit_at(ctx.day, unit, 0) if ctx.day else None
        return Sense("DATE", value, hit.mod) if hit.has("begin") and unit.value != "D" else None
    if word.kind in ("recent", "latest"):
        return None
    if word.kind == "past" and unit.value == "Y":  # TimeBank reads the past year as the year before
        since = cal.shift_years(ctx.day, -1) if ctx.day else None
        if since is None or ctx.day is None:
            return Sense("DATE", None)
        return Sense("DATE", f"{since.year:04d}", "", since.isoformat(), ctx.day.isoformat())
    if word.kind == "past":
        return Sense(
            "DURATION", {"W": "P1W", "M": "P1M", "Y": "P1Y", "D": "P1D", "E": "P10Y", "C": "P100Y"}.get(unit.value)
        )
    value = _unit_value(unit, word, ctx)
    edge = hit.get("earlier", "later")
    begin, end, _ = cal.extent(value)
    today_text = ctx.day.isoformat() if ctx.day else None
    if edge is not None and begin and end and today_text and begin <= today_text <= end:
        begin, end = (begin, today_text) if edge.kind == "earlier" else (today_text, end)
        return Sense("DATE", value, "START" if edge.kind == "earlier" else "END", begin, end)
    return Sense("DATE", value, hit.mod)


def _unit_value(unit: Atom, word: Atom, ctx: Context) -> str | None:
    """The value of one unit, so many steps from publication, or from the time named before."""
    step = STEPS[word.kind]
    base = ctx.day
    if word.kind in ANAPHORIC or (word.kind == "next" and unit.value == "D"):
        base = _named(unit, ctx) or (ctx.day if word.kind in ("previous", "following", "next") else None)
    if base is None or ctx.day is None:
        return None
    return unit_at(base, unit, step)


def _named(unit: Atom, ctx: Context) -> date | None:
    """A day within the last expression at least as fine as the unit."""
    fine = ("day", "part_of_day", "hour", "minute", "second")
    order = {"D": fine, "W": (*fine, "week"), "M": (*fine, "month")}
    value = ctx.last_value(*order.get(unit.value, (*fine, "month", "quarter", "season", "year")))
    begin, _, _ = cal.extent(value)
    return date.fromisoformat(begin[:10]) if begin else None


def unit_at(base: date, unit: Atom, step: int) -> str | None:
    """The unit that holds a day, moved by so many of its kind: (2022-01-10, week, -1) is 2022-W01."""
    kind = "K" if unit.kind == "weekend" else unit.value
    if unit.kind == "season":
        return f"{base.year + step:04d}-{unit.value}"
    if kind in ("D", "W", "F", "K"):
        size = {"D": 1, "W": 7, "K": 7, "F": 14}[kind]
        day = cal.shift_days(base, step * size)
        if day is None:
            return None
        if kind == "D":
            return day.isoformat()
        return cal.week_value(day) + ("-WE" if kind == "K" else "")
    if kind == "M":
        return cal.month_value(*cal.shift_month(base.year, base.month, step))
    years = {"Y": 1, "E": 10, "C": 100}.get(kind)
    if years is None:
        return None
    year = base.year + step * years
    if not cal.FIRST_YEAR <= year <= cal.LAST_YEAR:
        return None
    return f"{year:04d}"[: {"Y": 4, "E": 3, "C": 2}[kind]]


def the_unit(hit: Hit, ctx: Context) -> Sense | None:
    """for the year, during the week: the one of publication."""
    unit, before, after = hit.get("unit"), hit.neighbour(-1), hit.neighbour(1)
    if unit is None or unit.value not in ("Y", "W") or before is None or before.kind not in ("for", "during", "in"):
        return None
    token = ctx.parsed.token_at(unit.start)
    if (after is not None and after.kind in ("year", "before", "after", "of", "poss")) or ctx.day is None:
        return None
    if token is not None and (token.dep != "pobj" or any(c.i > token.i and c.dep != "conj" for c in token.children)):
        return None
    return Sense("DATE", unit_at(ctx.day, unit, 0))


def edge_in_unit(hit: Hit, ctx: Context) -> Sense | None:
    """earlier in the year · later in the week."""
    unit, edge = hit.get("unit", "weekend"), hit.get("early", "earlier", "later")
    if unit is None or edge is None or ctx.day is None or (unit.kind == "unit" and unit.value[0] not in "WMYDE"):
        return None
    mod = edge.value if edge.kind == "early" else "START" if edge.kind == "earlier" else "END"
    return Sense("DATE", unit_at(ctx.day, unit, 0), mod)


def unit_end(hit: Hit, ctx: Context) -> Sense | None:
    """year end: its last month."""
    unit = hit.get("unit")
    edge, year = hit.get("begin"), hit.get("year")
    if unit is None or unit.value != "Y" or edge is None or edge.value != "END":
        return None
    number = int(year.value) if year else ctx.day.year if ctx.day else None
    return Sense("DATE", cal.month_value(number, 12) if number else None)


def weekend(hit: Hit, ctx: Context) -> Sense | None:
    """the weekend: the last one, or by the tense the next."""
    atom, word = hit.get("weekend"), direction_word(hit)
    if atom is None or not (hit.has("the") or word is not None):
        return None
    if ctx.day is None:
        return Sense("DATE", None)
    now = ctx.day
    if word is not None and word.kind in ("next", "coming", "this", "following"):
        return Sense(
            "DATE", f"{cal.week_value(now + timedelta(7) if word.kind == 'next' and now.isoweekday() > 5 else now)}-WE"
        )
    direction = ctx.direction(atom.start)
    if direction == FUTURE or now.isoweekday() > 5:
        return Sense("DATE", f"{cal.week_value(now)}-WE")
    before = cal.shift_days(now, -7)
    return Sense("DATE", f"{cal.week_value(before)}-WE" if before else None)
