"""Two actors: what passed between them, counted by day, week, month or year, with the events behind each count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dragoman.ledger import Found, Ledger
from dragoman.views.desk.pick import is_drawn, parties

STEPS = ("day", "week", "month", "year")
#: Events counted at most, the newest (each costs 10 µs to find in a ledger of a million: a page has 50 ms); and periods
#: drawn, above which the step grows by itself.
COUNTED = 1200
DRAWN = 90
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, the counts of quads 1 to 4, and the sum of Goldstein's scale over them."""

    name: str
    first: str
    last: str
    quads: tuple[int, int, int, int]
    goldstein: float


@dataclass(frozen=True, slots=True)
class Dyad:
    a: str
    b: str
    names: tuple[str, str]
    step: str
    periods: tuple[Period, ...]
    events: tuple[Found, ...]
    counted: int
    cut: bool


def dyad(ledger: Ledger, a: str, b: str, *, step: str = "", **filters: Any) -> Dyad:
    """The events of both actors together, in any roles; those without a day are listed, not counted."""
    rows, cut = ledger.both(a, b, ("quad", "goldstein"), limit=COUNTED, **filters)
    days = [row for row in rows if is_drawn(row[1])]
    shown = [
        *ledger.find("events", by=a, target=b, limit=SHOWN, **filters),
        *ledger.find("events", by=b, target=a, limit=SHOWN, **filters),
    ]
    events = sorted({f.n: f for f in shown}.values(), key=lambda f: -f.n)[:SHOWN]
    step = step if step in STEPS else _fitting([row[1] for row in days])
    return Dyad(
        a,
        b,
        (_called(events, a), _called(events, b)),
        step,
        tuple(_periods(days, step)),
        tuple(events),
        len(rows),
        cut,
    )


def _called(events: list[Found], key: str) -> str:
    """The name of an actor that is asked for by its code."""
    for f in events:
        for p in (*parties(f["sources"], f["source_code"]), *parties(f["targets"], f["target_code"])):
            if p.key == key:
                return p.name
    return key


def _fitting(days: list[str]) -> str:
    """The smallest step that gives no more periods than are drawn well."""
    if not days:
        return "month"
    length = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days + 1
    return next((s for s, n in (("day", 1), ("week", 7), ("month", 30)) if length / n <= DRAWN), "year")


def _periods(rows: list[tuple[Any, ...]], step: str) -> list[Period]:
    """Every period from the first to the last, the empty ones too."""
    counts: dict[str, list[float]] = {}
    for _, day, quad, goldstein in rows:
        held = counts.setdefault(_begin(day, step), [0, 0, 0, 0, 0.0])
        if quad in (1, 2, 3, 4):
            held[quad - 1] += 1
        held[4] += goldstein or 0.0
    if not counts:
        return []
    out, at, last = [], date.fromisoformat(min(counts)), date.fromisoformat(max(counts))
    while at <= last:
        following = next_of(at, step)
        q1, q2, q3, q4, goldstein = counts.get(at.isoformat(), [0, 0, 0, 0, 0.0])
        end = (following - timedelta(days=1)).isoformat()
        quads = (int(q1), int(q2), int(q3), int(q4))
        out.append(Period(name_of(at, step), at.isoformat(), end, quads, round(goldstein, 1)))
        at = following
    return out


def _begin(day: str, step: str) -> str:
    """The same as `begin_of`, by the letters of the day where they tell: there are a thousand of them."""
    match step:
        case "month":
            return f"{day[:7]}-01"
        case "year":
            return f"{day[:4]}-01-01"
        case "day":
            return day[:10]
        case _:
            return begin_of(day, step).isoformat()


def begin_of(day: str, step: str) -> date:
    """The first day of the period a day lies in; weeks begin on Monday (ISO 8601)."""
    at = date.fromisoformat(day)
    match step:
        case "week":
            return at - timedelta(days=at.weekday())
        case "month":
            return at.replace(day=1)
        case "year":
            return at.replace(month=1, day=1)
        case _:
            return at


def next_of(at: date, step: str) -> date:
    """The first day of the next period."""
    match step:
        case "week":
            return at + timedelta(days=7)
        case "month":
            return (at.replace(day=28) + timedelta(days=4)).replace(day=1)
        case "year":
            return at.replace(year=at.year + 1)
        case _:
            return at + timedelta(days=1)


def name_of(at: date, step: str) -> str:
    return {"month": f"{at:%Y-%m}", "year": f"{at.year}"}.get(step, at.isoformat())
