"""Series of a dyad: how many events of which quad class, and the sum of Goldstein weights, per day, week or month.

The weights of the events are those of Goldstein (1992) for their CAMEO codes, as the reader gives them; the quad
classes are verbal cooperation 1, material cooperation 2, verbal conflict 3, material conflict 4 (Duval & Thompson 1980,
as in GDELT and ICEWS). Sums are over the events of the period; a period without events is a row of zeros, so that a
series has no gaps.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dragoman.errors import UnknownName, UsageError
from dragoman.ledger import ask
from dragoman.ledger.days import period
from dragoman.ledger.filters import Filters

STEPS = ("day", "week", "month")
#: Periods of a series at most: 100 years of days.
MOST = 36_600


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One step: its first day, its events (those without a quad class too), and sums; `goldstein` in tenths."""

    begin: str
    events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    goldstein: float


def begins(day: str, step: str) -> date:
    """The first day of the period of a day (weeks begin on Monday, ISO 8601): `begins("2022-01-13", "week")`."""
    found = date.fromisoformat(day)
    if step == "week":
        return found - timedelta(days=found.weekday())
    return found.replace(day=1) if step == "month" else found


def following(begin: date, step: str) -> date:
    """The first day of the next period."""
    if step == "month":
        return date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
    return begin + timedelta(days=7 if step == "week" else 1)


def periods(
    rows: Iterable[tuple[str, int | None, float | None]],
    step: str,
    *,
    since: str | None = None,
    until: str | None = None,
) -> list[Period]:
    """The series of (day, quad, goldstein) rows, from the first day to the last one, or from `since` to `until`."""
    if step not in STEPS:
        raise UnknownName("step", step, STEPS)
    tallies: dict[date, list[float]] = {}
    for day, quad, goldstein in rows:
        tally = tallies.setdefault(begins(day, step), [0, 0, 0, 0, 0, 0.0])
        tally[0] += 1
        if quad in (1, 2, 3, 4):
            tally[quad] += 1
        tally[5] += goldstein or 0.0
    if not tallies and not (since and until):
        return []
    first = begins(since, step) if since else min(tallies)
    last = begins(until, step) if until else max(tallies)
    out: list[Period] = []
    at = first
    while at <= last:
        if len(out) == MOST:
            raise UsageError(f"a series of more than {MOST} periods", hint="narrow it by --from and --to")
        events, one, two, three, four, goldstein_sum = tallies.get(at, [0, 0, 0, 0, 0, 0.0])
        out.append(
            Period(
                begin=at.isoformat(), events=int(events), verbal_cooperation=int(one), material_cooperation=int(two),
                verbal_conflict=int(three), material_conflict=int(four), goldstein=round(goldstein_sum, 1) + 0.0,
            )
        )  # fmt: skip
        if at > date.max - timedelta(days=62):
            break
        at = following(at, step)
    return out


def between(
    db: sqlite3.Connection, one: str, other: str, step: str, *, directed: bool, filters: dict[str, Any]
) -> list[Period]:
    """The series of the events of `one` upon `other` and, unless `directed`, the other way round; each event once."""
    ways = [{"by": one, "target": other}]
    if not directed:
        ways.append({"by": other, "target": one})
    rows: dict[int, tuple[str, int | None, float | None]] = {}
    for way in ways:
        query = ask.conditions(db, "events", Filters.of("events", filters | way))
        sql = f"SELECT r.n, r.day, r.quad, r.goldstein FROM {query.tables} WHERE {' AND '.join(query.where)}"
        rows |= {n: (day, quad, goldstein) for n, day, quad, goldstein in db.execute(sql, query.values) if day}
    since, until = filters.get("since"), filters.get("until")
    return periods(
        rows.values(), step,
        since=period(since, where="since (--from)")[0] if since else None,
        until=period(until, where="until (--to)")[1] if until else None,
    )  # fmt: skip
