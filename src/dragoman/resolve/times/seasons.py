"""Readings of stretches of the calendar that have names: quarters, halves, seasons, decades, centuries, named days."""

from __future__ import annotations

from datetime import date

from dragoman.resolve.times import calendar as cal
from dragoman.resolve.times.anchor import FUTURE, PAST, Context
from dragoman.resolve.times.dates import STEPS, direction_word, full_year, relative_year
from dragoman.resolve.times.hit import Hit, Sense
from dragoman.resolve.times.lex import Atom
from dragoman.resolve.times.numbers import ordinal


def decade(hit: Hit, ctx: Context) -> Sense | None:
    """the 1990s · the late '80s · the nineties · the last half of the 1980s."""
    atom = hit.get("decade", "decadeword")
    if atom is None:
        return None
    if atom.kind == "decadeword":
        if not hit.has("the"):
            return None
        value = f"19{atom.value}"
    elif len(atom.value) == 4:
        value = atom.value[:3]
    elif hit.has("apos", "the", "early"):
        value = str(full_year(atom.value))[:3]
    else:
        return None
    return Sense("DATE", value, hit.mod or ("END" if hit.has("last") else ""))


def ordinal_unit(hit: Hit, ctx: Context) -> Sense | None:
    """the 11th century."""
    unit, number = hit.get("unit"), ordinal(hit.list())
    if unit is None or unit.value != "C" or number is None or not 1 <= number <= 30:
        return None
    return Sense("DATE", f"{number - 1:02d}", hit.mod)


def quarter(hit: Hit, ctx: Context) -> Sense | None:
    """third-quarter · the 1988 second quarter · the third quarter of last year · Q3 2020."""
    named = hit.get("qn")
    number = int(named.value) if named else ordinal(hit.all("ord", "ordword", "second"))
    if number is None or not 1 <= number <= 4:
        return None
    atom, word = hit.get("year"), direction_word(hit)
    if atom:
        return Sense("DATE", f"{atom.value}-Q{number}")
    if word and word.kind not in ("latest", "recent"):
        found = relative_year(ctx, word)
        return Sense("DATE", f"{found:04d}-Q{number}" if found else None)
    if ctx.day is None:
        return Sense("DATE", None)
    now, this = ctx.day, cal.quarter_of(ctx.day.month)
    direction = ctx.direction(hit.start)
    found = now.year
    if number - this >= 2 and direction != FUTURE:
        found -= 1
    elif direction == FUTURE and number < this - 1:  # results of the quarter just past are still awaited
        found += 1
    return Sense("DATE", f"{found:04d}-Q{number}")


def relative_quarter(hit: Hit, ctx: Context) -> Sense | None:
    """the latest quarter · last quarter · this quarter · the quarter (the one named before)."""
    word, named = direction_word(hit), ctx.last_value("quarter")
    if ctx.day is None:
        return Sense("DATE", None)
    now = ctx.day
    if word is None or word.kind in ("that", "same"):
        quarters = [v for v in ctx.last[-12:] if len(v) == 7 and v[5] == "Q"]
        return Sense("DATE", (named if word else max(quarters))) if named and quarters else None
    step = -1 if word.kind in ("latest", "recent") else STEPS.get(word.kind, 0)
    year_number, month_number = cal.shift_month(now.year, now.month, 3 * step)
    return Sense("DATE", f"{year_number:04d}-Q{cal.quarter_of(month_number)}")


def half_year(hit: Hit, ctx: Context) -> Sense | None:
    """the second half of 1998 · the first half of this year."""
    number = 2 if hit.has("last") else ordinal(hit.all("ord", "ordword", "second"))
    atom, word = hit.get("year"), direction_word(hit)
    unit = hit.get("unit")
    if number not in (1, 2) or (unit is not None and unit.value != "Y"):
        return None
    found = int(atom.value) if atom else relative_year(ctx, word) if word else None
    return Sense("DATE", f"{found:04d}-H{number}" if found else None)


def season(hit: Hit, ctx: Context) -> Sense | None:
    """last summer · the fall of 2001 · this winter."""
    atom, year_atom, word = hit.get("season", "softseason"), hit.get("year"), direction_word(hit)
    if atom is None:
        return None
    lead = hit.neighbour(-1)
    led = hit.has("the") or (lead is not None and lead.kind in ("in", "during", "since", "by", "the"))
    if atom.kind == "softseason" and not (year_atom or word or led or hit.has("early")):
        return None
    if atom.kind == "softseason" and year_atom is None and word is None:
        token = ctx.parsed.token_at(atom.start)
        if token is not None and (token.pos != "NOUN" or any(c.dep == "prep" for c in token.children)):
            return None
    if year_atom:
        return Sense("DATE", f"{year_atom.value}-{atom.value}", hit.mod)
    if ctx.day is None:
        return Sense("DATE", None, hit.mod)
    if word is not None and hit.has("unit"):
        found = relative_year(ctx, word)
        return Sense("DATE", f"{found:04d}-{atom.value}" if found else None, hit.mod)
    return Sense("DATE", _season_near(ctx, atom.value, word, hit.start), hit.mod)


def _season_near(ctx: Context, name: str, word: Atom | None, offset: int) -> str | None:
    """The last, next or nearest such season by the pointing word or the tense. A winter is named by its January."""
    now = ctx.day
    assert now is not None
    options = []
    for number in (now.year - 1, now.year, now.year + 1):
        value = f"{number:04d}-{name}"
        begin, end, _ = cal.extent(value)
        if begin and end:
            options.append((date.fromisoformat(begin), date.fromisoformat(end), value))
    step = (
        {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(word.kind, 0)
        if word
        else 0
    )
    direction = step or (0 if word else ctx.direction(offset))
    if step < 0:
        fits = [o for o in options if o[1] < now]
        return fits[-1][2] if fits else None
    if step > 0 or (direction == FUTURE and word is None):
        fits = [o for o in options if o[0] > now or (step == 0 and o[1] >= now)]
        return fits[0][2] if fits else None
    if word is None:
        fits = [o for o in options if o[0] <= now]
        return fits[-1][2] if fits else None
    return f"{now.year:04d}-{name}"


def holiday(hit: Hit, ctx: Context) -> Sense | None:
    """Christmas Day · Thanksgiving 1999 · last Easter."""
    atom, year_atom = hit.get("holiday"), hit.get("year")
    if atom is None:
        return None
    if len(atom.value) == 10:
        return Sense("DATE", atom.value)
    if year_atom:
        day = holiday_date(atom.value, int(year_atom.value))
        return Sense("DATE", day.isoformat() if day else None)
    day = _near_holiday(atom.value, direction_word(hit), ctx, hit.start)
    return Sense("DATE", day.isoformat() if day else None)


def _near_holiday(rule: str, word: Atom | None, ctx: Context, offset: int) -> date | None:
    """The nearest such day; the tense decides where it is more than a fortnight off."""
    now = ctx.day
    if now is None:
        return None
    options = [d for y in (-1, 0, 1) if (d := holiday_date(rule, now.year + y))]
    close = min(options, key=lambda d: abs((d - now).days), default=None)
    if word is None and close is not None and abs((close - now).days) <= 14:
        return close
    direction = ctx.direction(offset)
    if word is not None:
        direction = PAST if word.kind in ("last", "past", "previous") else FUTURE
    if direction == FUTURE:
        options = [d for d in options if d >= now] or options
    elif direction == PAST:
        options = [d for d in options if d <= now] or options
    return min(options, key=lambda d: abs((d - now).days), default=None)


def holiday_unit(hit: Hit, ctx: Context) -> Sense | None:
    """Easter week · Thanksgiving weekend."""
    atom, unit = hit.get("holiday"), hit.get("unit", "weekend")
    if atom is None or unit is None or (unit.kind == "unit" and unit.value not in "WD"):
        return None
    day = _near_holiday(atom.value, None, ctx, hit.start)
    if day is None or (unit.kind == "unit" and unit.value == "D"):
        return Sense("DATE", day.isoformat() if day else None)
    return Sense("DATE", cal.week_value(day) + ("-WE" if unit.kind == "weekend" else ""))


def holiday_date(rule: str, year_number: int) -> date | None:
    """The day a rule of holidays.tsv names in a year: 12-25, 11-W4-4 (fourth Thursday), 05-WL-1, easter-2."""
    if rule.startswith("easter"):
        sunday = cal.easter(year_number)
        return cal.shift_days(sunday, int(rule[6:])) if sunday else None
    if len(rule) == 10:
        found = cal.parse_moment(rule)
        return found.date() if found else None
    parts = rule.split("-")
    if parts[1] == "ELECTION":
        monday = cal.nth_weekday(year_number, int(parts[0]), "1", 1)
        return cal.shift_days(monday, 1) if monday else None
    if parts[1].startswith("W"):
        return cal.nth_weekday(year_number, int(parts[0]), parts[1][1:], int(parts[2]))
    return cal.day_of(year_number, int(parts[0]), int(parts[1]))
