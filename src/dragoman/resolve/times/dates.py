"""Readings of calendar dates: days, months, years, quarters, seasons, decades, named days."""

from __future__ import annotations

import re
from datetime import date

from dragoman.resolve.times import calendar as cal
from dragoman.resolve.times.anchor import FUTURE, PAST, Context
from dragoman.resolve.times.hit import Hit, Sense
from dragoman.resolve.times.lex import Atom
from dragoman.resolve.times.numbers import ordinal

MONTHS = ("month", "monthabbr", "softmonth")
WEEKDAYS = ("weekday", "wdabbr")
DIRECTIONS = ("last", "past", "previous", "next", "coming", "following", "this", "current", "that", "same", "latest", "recent")  # fmt: skip
STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "this": 0, "current": 0,
         "that": 0, "same": 0}  # fmt: skip
#: A date without its year lies within so many days of publication, where the tense does not speak against it.
NEAR = 183
#: Two figures for a year: up to this one it is of this century (of 20xx), later ones of the last.
PIVOT = 40


def full_year(figures: str) -> int:
    """The year meant by two or four figures: 98 is 1998, 07 is 2007 (POSIX's pivot is 68; news seldom looks far ahead)."""
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
    ahead = (number - now.month) % 12
    direction = ctx.direction(atom.start)
    later = direction == FUTURE or (direction != PAST and ahead <= 3) or (number > now.month and ahead == 1)
    year = now.year
    if ahead and later:
        year += number < now.month
    elif number > now.month:
        year -= 1
    return Sense("DATE", cal.month_value(year, number), hit.mod)


def _is_month(hit: Hit, atom: Atom, ctx: Context) -> bool:
    """Not the verb "may", a "march", Theresa May, or "Mar" without its full stop."""
    if atom.kind == "monthabbr":
        return hit.has("dot") or hit.last - hit.first > 1
    token, after = ctx.parsed.token_at(atom.start), hit.neighbour(1)
    if token is None or hit.last - hit.first > 1:
        return True
    if after is not None and after.kind == "of" and ctx.index.letters["the"] == hit.line.letters[hit.last + 1 : hit.last + 2]:
        return False  # the March of the Mothers
    if token.tag == "MD" or token.pos in ("VERB", "AUX") or token.ent in ("PERSON", "GPE", "FAC", "NORP"):
        return False
    if token.ent == "ORG" and token.head.ent == "ORG" and token.head is not token:
        return False
    beside = ctx.parsed.tokens[token.i - 1] if token.i else None
    return not (beside is not None and beside.tag == "NNP" and beside.ent == "PERSON" and token.tag == "NNP")


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
#: "1,500 people" is also written without its comma: before a plural, a round figure is a count ("the 2000 elections" has its article).
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
    if after is not None and after.kind in ("units", "scale", "zone", "ampm", "slash"):
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


def isodate(hit: Hit, ctx: Context) -> Sense | None:
    atom = hit.get("isodate")
    found = cal.parse_moment(atom.value) if atom else None
    return Sense("DATE", found.date().isoformat()) if found else None


def isomoment(hit: Hit, ctx: Context) -> Sense | None:
    atom = hit.get("isomoment")
    found = cal.parse_moment(atom.value) if atom else None
    return Sense("TIME", atom.value) if found and atom else None


def numdate(hit: Hit, ctx: Context) -> Sense | None:
    """24/12/2021 · 12/24/21 · 5-11-98 · 2021/12/24: month first where both can be (American news wrote the corpora)."""
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
    if word.kind in ("latest", "recent"):
        step = -1
    else:
        step = STEPS.get(word.kind, 0)
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


def spoken_year(hit: Hit, ctx: Context) -> Sense | None:
    """nineteen seventy-nine: two pairs of figures in words, as broadcasts are written down."""
    numbers = [int(a.value) for a in hit.all("numword", "teen", "tens")]
    first, rest = numbers[0], sum(numbers[1:])
    if first not in (18, 19, 20) or not 10 <= rest <= 99:
        return None
    return Sense("DATE", f"{first}{rest:02d}")
