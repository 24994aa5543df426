"""Readings of calendar dates: days, months, years, quarters, seasons, decades, named days."""

from __future__ import annotations

import re

from dragoman.resolve.times import calendar as cal
from dragoman.resolve.times.anchor import FUTURE, PAST, Context
from dragoman.resolve.times.hit import Hit, Sense
from dragoman.resolve.times.lex import Atom
from dragoman.resolve.times.numbers import ordinal

MONTHS = ("month", "monthabbr", "softmonth")
WEEKDAYS = ("weekday", "wdabbr")
STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "this": 0, "current": 0,
         "that": 0, "same": 0}  # fmt: skip
DIRECTIONS = (*STEPS, "latest", "recent")
#: A date without its year lies within so many days of publication, where the tense does not speak against it.
NEAR = 183
#: Two figures for a year: up to this one it is of this century (of 20xx), later ones of the last.
PIVOT = 40


def full_year(figures: str) -> int:
    """The year meant by two or four figures: 98 is 1998, 07 is 2007 (POSIX turns at 68; news looks less far ahead)."""
    number = int(figures)
    if len(figures) > 2:
        return number
    return number + (2000 if number < PIVOT else 1900)


def nearest_year(ctx: Context, month: int, day: int, offset: int) -> int | None:
    """The year of a day without one: the tense of the clause decides, the publication date is where it counts from."""
    now = ctx.day
    if now is None:
        return None
    options = [d for y in (-1, 0, 1) if (d := cal.day_of(now.year + y, month, day))]
    if not options:
        return now.year
    direction = ctx.direction(offset)
    fits = [d for d in options if (d <= now if direction == PAST else d >= now if direction == FUTURE else True)]
    best = min(fits or options, key=lambda d: abs((d - now).days))
    close = min(options, key=lambda d: abs((d - now).days))
    if abs((best - now).days) > NEAR and abs((close - now).days) < 60:
        best = close  # the tense of a misread clause moves a date by a year
    return best.year


def month_day(hit: Hit, ctx: Context) -> Sense | None:
    """Jan. 10, 2021 · Monday, Oct. 26 · march eighth."""
    month, day = hit.get(*MONTHS), _day_number(hit)
    if month is None or day is None or (month.kind == "softmonth" and not hit.has("ord", "ordword", "second", "year")):
        return None
    if _counts_things(hit):
        return None
    word, unit = direction_word(hit), hit.get("unit")
    if unit is not None:
        year_number = relative_year(ctx, word) if word is not None and unit.value == "Y" else None
        whole = cal.day_of(year_number, int(month.value), day) if year_number else None
        return Sense("DATE", whole.isoformat()) if whole else None
    years = hit.all("year")
    return Sense("DATE", _date_value(hit, ctx, years[-1] if years else None, int(month.value), day))


day_month = month_day


def _counts_things(hit: Hit) -> bool:
    """ "In May 10 people died": the figure belongs to the next words."""
    after = hit.neighbour(1)
    return after is not None and after.kind in ("units", "scale") and hit.line.atoms[hit.last - 1] is hit.get("day")


def _day_number(hit: Hit) -> int | None:
    figure = hit.get("day")
    number = int(figure.value) if figure else ordinal(hit.all("ord", "ordword", "second", "tens"))
    return number if number is not None and 1 <= number <= 31 else None


def _date_value(hit: Hit, ctx: Context, year: Atom | None, month: int, day: int) -> str | None:
    number = int(year.value) if year else nearest_year(ctx, month, day, hit.start)
    whole = cal.day_of(number, month, day) if number else None
    return whole.isoformat() if whole else None


def month_days(hit: Hit, ctx: Context) -> list[Sense]:
    """March 3-5 · April 24 and 25 · 3 to 5 March: one expression for each day, the month with the one beside it."""
    month = hit.get(*MONTHS)
    days = [(place, atom) for place, atom in hit.atoms() if atom.kind in ("day", "ord", "ordword", "second")]
    years = hit.all("year")
    if month is None or not days:
        return []
    leads = hit.place(*MONTHS) < days[0][0]
    out = []
    for number, (place, atom) in enumerate(days):
        value = ordinal([atom]) if atom.kind != "day" else int(atom.value)
        if value is None or not 1 <= value <= 31:
            return []
        first, last = place, place + 1
        if leads and number == 0:
            first = hit.first
        if not leads and number == len(days) - 1:
            last = hit.last
        if leads and number == len(days) - 1 and years:
            last = hit.last
        text = _date_value(hit, ctx, years[-1] if years else None, int(month.value), value)
        out.append(Sense("DATE", text, first=first, last=last))
    return out


days_month = month_days


def weekday_ordinal(hit: Hit, ctx: Context) -> Sense | None:
    """Monday the 12th: the nearest month in which the day falls so."""
    weekday, number = hit.get(*WEEKDAYS), _day_number(hit)
    if weekday is None or number is None or ctx.day is None:
        return None
    for step in (0, -1, 1, -2, 2, -3, 3):
        year, month = cal.shift_month(ctx.day.year, ctx.day.month, step)
        day = cal.day_of(year, month, number)
        if day and day.isoweekday() == int(weekday.value):
            return Sense("DATE", day.isoformat())
    return Sense("DATE", None)


def month_year(hit: Hit, ctx: Context) -> Sense | None:
    """March 1996 · early June 2003."""
    month, year = hit.get(*MONTHS), hit.get("year")
    if month is None or year is None:
        return None
    return Sense("DATE", cal.month_value(int(year.value), int(month.value)), hit.mod)


def month_relative(hit: Hit, ctx: Context) -> Sense | None:
    """June last year."""
    month, unit, step = hit.get(*MONTHS), hit.get("unit"), direction_word(hit)
    if month is None or unit is None or unit.value != "Y" or step is None:
        return None
    year = relative_year(ctx, step)
    return Sense("DATE", cal.month_value(year, int(month.value)) if year else None, hit.mod)


def direction_word(hit: Hit) -> Atom | None:
    """The word that points: last, next, this …; of "this coming", the second."""
    found = hit.all(*DIRECTIONS)
    return found[-1] if found else None


def relative_year(ctx: Context, word: Atom) -> int | None:
    """The year of "last year", "that year" (the one named before), "the following year" (after that one)."""
    now = ctx.day
    if word.kind in ("that", "same", "previous", "following"):
        before = ctx.last_value("year", "month", "day", "quarter", "season")
        if before is not None and before[:4].isdigit():
            return int(before[:4]) + {"previous": -1, "following": 1}.get(word.kind, 0)
        if word.kind in ("that", "same"):
            return None
    if now is None:
        return None
    return now.year + STEPS.get(word.kind, 0)


def relative_month(hit: Hit, ctx: Context) -> Sense | None:
    """last November · this September · next May."""
    month, word = hit.get(*MONTHS), direction_word(hit)
    if month is None or word is None:
        return None
    if word.kind == "recent" or (word.kind == "that" and not hit.has("month")):
        return None
    now, number = ctx.day, int(month.value)
    if now is None:
        return Sense("DATE", None, hit.mod)
    if word.kind in ("last", "past", "previous"):
        year = now.year - (1 if number >= now.month else 0)
    elif word.kind in ("next", "coming", "following"):
        year = now.year + (1 if number <= now.month else 0)
    else:
        year = now.year
    return Sense("DATE", cal.month_value(year, number), hit.mod)


def month(hit: Hit, ctx: Context) -> Sense | None:
    """March: the last or next one by the tense of its clause; one eleven months past would be "last November"."""
    atom = hit.get(*MONTHS)
    if atom is None or not _is_month(hit, atom, ctx):
        return None
    now, number = ctx.day, int(atom.value)
    if now is None:
        return Sense("DATE", None, hit.mod)
    since = start_of_range(hit, ctx, "month")
    if since is not None:
        year = int(since[:4]) + (number < int(since[5:7]))
        return Sense("DATE", cal.month_value(year, number), hit.mod)
    ahead = (number - now.month) % 12
    direction = ctx.direction(atom.start)
    later = direction == FUTURE or (direction != PAST and ahead <= 3) or (number > now.month and ahead == 1)
    year = now.year
    if ahead and later:
        year += number < now.month
    elif number > now.month:
        year -= 1
    return Sense("DATE", cal.month_value(year, number), hit.mod)


def start_of_range(hit: Hit, ctx: Context, precision: str) -> str | None:
    """Of "from January to March", the value of January when March is read."""
    before = hit.neighbour(-1)
    if before is None or before.kind not in ("to", "hyphen") or not ctx.dated:
        return None
    start, value = ctx.dated[-1]
    near = 0 < before.start - start <= 20
    return value if near and cal.extent(value)[2] == precision else None


def _is_month(hit: Hit, atom: Atom, ctx: Context) -> bool:
    """Not the verb "may", a "march", Theresa May, or "Mar" without its full stop."""
    if atom.kind == "monthabbr":
        return hit.has("dot") or hit.last - hit.first > 1
    token, after = ctx.parsed.token_at(atom.start), hit.neighbour(1)
    if token is None or hit.last - hit.first > 1:
        return True
    if (
        after is not None
        and after.kind == "of"
        and ctx.index.letters["the"] == hit.line.letters[hit.last + 1 : hit.last + 2]
    ):
        return False  # the March of the Mothers
    if token.tag == "MD" or token.pos in ("VERB", "AUX") or token.ent in ("PERSON", "GPE", "FAC", "NORP"):
        return False
    if token.ent == "ORG" and token.head.ent == "ORG" and token.head is not token:
        return False
    beside = ctx.parsed.tokens[token.i - 1] if token.i else None
    return not (beside is not None and beside.tag == "NNP" and beside.head is token and beside.dep == "compound")


def year(hit: Hit, ctx: Context) -> Sense | None:
    """1998 · fiscal 1989 · the 1988 period."""
    atom = hit.get("year")
    if atom is None:
        return None
    if hit.last - hit.first == 1 and not _is_year(hit, atom, ctx):
        return None
    first = hit.first
    if hit.reading == "year" and hit.has("the") and not hit.has("period", "early", "begin", "fiscal"):
        first = hit.place("year")
        if not _is_year(hit, atom, ctx):
            return None
    return Sense("DATE", f"{int(atom.value):04d}", hit.mod, first=first)


#: Figures of four digits in this range are taken for years without further evidence.
PLAUSIBLE = range(1800, 2050)
#: "1,500 people" is also written without its comma: before a plural, a round figure is a count
#: ("the 2000 elections" has its article).
ROUND = 50
LEADS = frozenset({"in", "since", "by", "from", "during", "to", "of", "between", "early", "before", "after", "on"})


def _is_year(hit: Hit, atom: Atom, ctx: Context) -> bool:
    number = int(atom.value)
    before, after = hit.neighbour(-1), hit.neighbour(1)
    led = before is not None and before.kind in LEADS
    if number not in PLAUSIBLE and not (led and number >= 1000):
        return False
    if before is not None and before.kind in ("slash", "dec", "num", "approx"):
        return False
    if after is not None and (after.kind in ("units", "scale", "zone", "ampm") or _in_fraction(hit, after, number)):
        return False
    token = ctx.parsed.token_at(atom.start)
    if token is None:
        return True
    tokens, place = ctx.parsed.tokens, token.i
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and following.sent == token.sent:
        if following.text in ("%", "percent"):
            return False
        counted = following.tag == "NNS" and token.dep in ("nummod", "compound", "amod", "nmod")
        if counted and number % ROUND == 0 and not any(c.dep in ("det", "poss") for c in token.head.children):
            return False
    ahead = tokens[place - 1] if place else None
    if ahead is not None and ahead.sent == token.sent and token.start - ahead.end <= 1:
        if ahead.text in ("$", "€", "£", "¥", "#", "No", "No."):
            return False
        if ahead.text == "-" and place > 1 and tokens[place - 2].text.isupper() and token.start == ahead.end:
            return False
        if ahead.lower in ctx.index.numbered:
            return False
    return True


def _in_fraction(hit: Hit, after: Atom, number: int) -> bool:
    """A slash follows, and not the next year ("1987/88")."""
    if after.kind != "slash":
        return False
    second = hit.line.atoms[hit.last + 1] if hit.last + 1 < len(hit.line.atoms) else None
    return second is None or not second.value.isdecimal() or int(second.value) % 100 != (number + 1) % 100


def isodate(hit: Hit, ctx: Context) -> Sense | None:
    """2022-01-10."""
    atom = hit.get("isodate")
    found = cal.parse_moment(atom.value) if atom else None
    return Sense("DATE", found.date().isoformat()) if found else None


def isomoment(hit: Hit, ctx: Context) -> Sense | None:
    """2022-01-10T08:55:00Z."""
    atom = hit.get("isomoment")
    found = cal.parse_moment(atom.value) if atom else None
    return Sense("TIME", atom.value) if found and atom else None


def numdate(hit: Hit, ctx: Context) -> Sense | None:
    """24/12/2021 · 12/24/21 · 5-11-98 · 2021/12/24: month first where both can be, as in American news."""
    atom = hit.get("numdate")
    parts = re.split(r"[/.-]", atom.value) if atom else []
    if atom is None or len(parts) != 3 or (atom.value.count(".") and len(parts[2]) != 4):
        return None
    if len(parts[0]) == 4:
        options = [(parts[0], parts[1], parts[2])]
    elif len(parts[0]) > 2 or len(parts[2]) == 3:
        return None
    elif "." in atom.value:
        options = [(parts[2], parts[1], parts[0])]
    else:
        options = [(parts[2], parts[0], parts[1]), (parts[2], parts[1], parts[0])]
    for y, m, d in options:
        day = cal.day_of(full_year(y), int(m), int(d))
        if day:
            return Sense("DATE", day.isoformat())
    return None


def spoken_year(hit: Hit, ctx: Context) -> Sense | None:
    """nineteen seventy-nine: two pairs of figures in words, as broadcasts are written down."""
    figures = _spoken(hit)
    return Sense("DATE", figures) if figures else None


def month_spoken_year(hit: Hit, ctx: Context) -> Sense | None:
    """January nineteen ninety-seven."""
    figures, atom = _spoken(hit), hit.get("month")
    return Sense("DATE", f"{figures}-{int(atom.value):02d}") if figures and atom else None


def _spoken(hit: Hit) -> str | None:
    numbers = [int(a.value) for a in hit.all("numword", "teen", "tens")]
    first, rest = numbers[0], sum(numbers[1:])
    return f"{first}{rest:02d}" if first in (18, 19, 20) and 10 <= rest <= 99 else None
