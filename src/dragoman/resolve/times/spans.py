"""Readings of lengths of time and of repeated times: two months, the past two weeks, every Tuesday, twice a year."""

from __future__ import annotations

from datetime import date

from dragoman.resolve.times import calendar as cal
from dragoman.resolve.times.anchor import Context
from dragoman.resolve.times.dates import WEEKDAYS
from dragoman.resolve.times.hit import Hit, Sense
from dragoman.resolve.times.lex import Atom
from dragoman.resolve.times.numbers import NUMBERS, amounts, written

BACKWARD = frozenset({"last", "past", "previous", "recent"})
FORWARD = frozenset({"next", "coming", "following"})


def duration(hit: Hit, ctx: Context) -> Sense | None:
    """three-year · a decade · two and a half years · weeks or months."""
    units = hit.all("units", "unit", "second", "weekend", "quarter")
    if not units:
        return None
    unit = units[0]
    if unit.kind == "weekend" or (hit.has("old") and unit.value == "Y"):
        return None  # an age is no time of what is told (28 of 30 ages stand without a mark in TimeBank and AQUAINT)
    numbers = [a for a in hit.list() if a.kind in NUMBERS or a.kind in ("or", "to", "hyphen", "and", "half")]
    if hit.has("half") and not any(a.kind in NUMBERS for a in numbers):
        found: tuple[float | None, ...] = (0.5,)
    else:
        found = amounts(numbers)
    only = found[0] if found else 1.0 if unit.kind == "unit" and hit.has("long") else None
    if unit.kind in ("quarter", "units") and unit.value == "Q" and hit.has("hyphen"):
        return None
    if _is_rate(hit, unit, ctx):
        return Sense("SET", written(1, _code(unit)), first=hit.first)
    if unit.kind in ("unit", "second", "quarter") and _is_bad_single(hit, unit, found):
        return None
    if only is not None and only > 1_000_000:
        return None
    if hit.has("year") and unit.kind != "units" and not hit.has("hyphen"):
        return None
    return Sense("DURATION", written(only, _code(unit)), hit.mod)


def _code(unit: Atom) -> str:
    return "Q" if unit.kind == "quarter" else "TS" if unit.kind == "second" else unit.value


def _is_rate(hit: Hit, unit: Atom, ctx: Context) -> bool:
    """ "$33 million a year", "10,000 units a year": "a year" hangs on a figure or noun before it, not on a verb."""
    if unit.kind != "unit" or not hit.has("a") or hit.last - hit.first != 2:
        return False
    token = ctx.parsed.token_at(unit.start)
    if token is not None and token.dep == "npadvmod" and token.head.i < token.i:
        return token.head.pos in ("NOUN", "NUM", "SYM")
    before = hit.neighbour(-1)
    return before is not None and before.kind in ("scale", "num", "dec", "times")


def _is_bad_single(hit: Hit, unit: Atom, found: tuple[float | None, ...]) -> bool:
    """A singular unit wants a number, a hyphen ("two-year") or "a" before it; "a quarter" is something else."""
    if unit.kind in ("second", "quarter") and not hit.has("hyphen"):
        return True
    if hit.has("hyphen", "half", "halfa", "a", "another"):
        return False
    return not found or found[0] is None or hit.has("year")


def bare_units(hit: Hit, ctx: Context) -> Sense | None:
    """for years · in weeks · decades of war: a plural alone, where a preposition or "of" shows it as a length."""
    unit = hit.get("units")
    if unit is None:
        return None
    before = hit.neighbour(-1)
    led = before is not None and before.kind in ("for", "in", "during", "after", "within", "by", "of", "at")
    if led and unit.value == "D" and before is not None and before.kind in ("of", "at"):
        return None
    token = None if led else ctx.parsed.token_at(unit.start)
    if not led and not (token is not None and token.dep == "dobj" and token.head.lemma in ctx.index.span_verbs):
        return None
    return Sense("DURATION", written(None, unit.value))


def directed_span(hit: Hit, ctx: Context) -> Sense | None:
    """the past two weeks · recent months · the next few years · the first nine months."""
    unit = hit.get("units", "unit")
    word = hit.get(*BACKWARD, *FORWARD, "these", "ord", "ordword", "second")
    if unit is None or word is None:
        return None
    numbers = [a for a in hit.list() if a.kind in NUMBERS or a.kind in ("or", "to", "hyphen", "and", "half")]
    found = amounts(numbers)
    only = found[0] if found else (1.0 if unit.kind == "unit" else None)
    if unit.kind == "unit" and only != 1:
        return None
    if word.kind in ("these", "ord", "ordword", "second") and not found:
        return None
    begin, end = _stretch(unit, only, word.kind, ctx)
    return Sense("DURATION", written(only, unit.value), hit.mod, begin, end)


def _stretch(unit: Atom, count: float | None, kind: str, ctx: Context) -> tuple[str | None, str | None]:
    """The days covered, up to or from publication, where the count is known."""
    now = ctx.day
    if now is None or (kind not in BACKWARD and kind not in FORWARD):
        return None, None
    sign = -1 if kind in BACKWARD else 1
    far = None if count is None else _far(now, unit.value, sign * count)
    near, other = now.isoformat(), far.isoformat() if far else None
    return (other, near) if sign < 0 else (near, other)


def _far(now: date, unit: str, count: float) -> date | None:
    if abs(count) > 10000:
        return None
    if unit in ("D", "W", "F"):
        return cal.shift_days(now, round(count * {"D": 1, "W": 7, "F": 14}[unit]))
    months = {"M": 1, "Y": 12, "E": 120, "C": 1200}.get(unit)
    if months is None:
        return now
    year, month = cal.shift_month(now.year, now.month, round(count * months))
    return cal.day_of(year, month, now.day) or cal.day_of(year, month, 28)


def every(hit: Hit, ctx: Context) -> Sense | None:
    """every month · each Tuesday · every two weeks · every other day · twice a year."""
    weekday, month = hit.get(*WEEKDAYS), hit.get("month")
    if weekday is not None:
        part = hit.get("part")
        return Sense("SET", f"XXXX-WXX-{weekday.value}{part.value if part else ''}")
    if month is not None:
        return Sense("SET", f"XXXX-{int(month.value):02d}")
    season, part, unit = hit.get("season", "softseason"), hit.get("part"), hit.get("unit", "units", "second", "quarter")
    if season is not None:
        return Sense("SET", f"XXXX-{season.value}")
    if part is not None:
        return Sense("SET", f"XXXX-XX-XX{part.value}")
    if hit.has("weekend"):
        return Sense("SET", "XXXX-WXX-WE")
    if unit is None:
        return None
    times = hit.place("times")
    numbers = [a for place, a in hit.atoms() if place > times and a.kind in NUMBERS and a is not unit]
    found = amounts(numbers)
    count = found[0] if found and found[0] is not None else 2.0 if hit.has("other") else 1.0
    if times < 0 and unit.kind == "units" and not found and not hit.has("other"):
        return None
    return Sense("SET", written(count, _code(unit)))


def frequency(hit: Hit, ctx: Context) -> Sense | None:
    """daily · weekly · annually."""
    atom = hit.get("freq")
    if atom is None:
        return None
    token = ctx.parsed.token_at(atom.start)
    if token is not None and token.tag in ("NNP", "NNPS"):
        return None
    return Sense("SET", atom.value)


def weekdays(hit: Hit, ctx: Context) -> Sense | None:
    """Tuesdays · weekends."""
    atom, part, before = hit.get("weekdays"), hit.get("part"), hit.neighbour(-1)
    if atom is None or (before is not None and before.kind in NUMBERS):
        return None
    if not atom.value:
        return Sense("SET", "XXXX-WXX-WE" if atom.name.endswith("weekends") else "P1D")
    return Sense("SET", f"XXXX-WXX-{atom.value}{part.value if part else ''}")


def unit_ended(hit: Hit, ctx: Context) -> Sense | None:
    """the year ended March 31: a year's length, its end is the date that follows."""
    unit = hit.get("unit")
    return Sense("DURATION", written(1, unit.value), last=hit.last - 1) if unit else None
