"""The events between two actors as (number, day, quad, Goldstein), the newest first, bounded.

In general by two questions, one for each direction. Where both actors are codes and nothing but days and status is
asked, by one walk down the index of actors (schema.py: postings), which costs half: the actor with fewer events leads.
"""

from __future__ import annotations

from typing import Any

from dragoman.ledger import Ledger
from dragoman.ledger.days import period
from dragoman.ledger.filters import ALL, HAPPENED, Filters
from dragoman.ledger.schema import KINDS, SERIAL_BITS, ordinal
from dragoman.ledger.terms import BY, TO

ROW = ("n", "day", "quad", "goldstein")
Rows = list[tuple[Any, ...]]
#: What the walk can ask for beside the actors.
SIMPLE = frozenset({"since", "until", "status"})
#: The actor whose so-manyeth newest event lies further back has fewer of them.
SAMPLE = 500
EVENTS = KINDS.index("events")
WALK = f"""
SELECT r.n, r.day, r.quad, r.goldstein FROM postings p
CROSS JOIN postings q ON q.kind = p.kind AND q.term = ? AND q.n = p.n CROSS JOIN events r ON r.n = p.n
WHERE p.kind = {EVENTS} AND p.term = ? AND p.n BETWEEN ? AND ?
AND ((p.roles & {BY} AND q.roles & {TO}) OR (p.roles & {TO} AND q.roles & {BY}))
AND (? OR p.state IN (SELECT id FROM terms WHERE term IN ({{marks}})))
AND r.known_to IS NULL AND r.verdict IS NOT 'rejected' ORDER BY p.n DESC LIMIT ?"""


def between(ledger: Ledger, a: str, b: str, *, most: int, **filters: Any) -> tuple[Rows, bool]:
    """The rows of both directions, each event once, and whether older ones were cut off.

    Where they were, both directions are given since the same day: a series of one of them would mislead.
    """
    codes = [_code(ledger, key) for key in (a, b)]
    if codes[0] and codes[1] and codes[0] != codes[1] and set(filters) <= SIMPLE:
        rows = _walked(ledger, codes[0], codes[1], most, Filters.of("events", filters))
        return (_whole_days(rows), True) if len(rows) == most else (rows, False)
    ways = [ledger.columns("events", ROW, by=x, target=y, limit=most // 2, **filters) for x, y in ((a, b), (b, a))]
    cut = [rows for rows in ways if len(rows) == most // 2]
    first = max((rows[-1][1] or "" for rows in cut), default="")
    kept = {row[0]: row for rows in ways for row in rows if not cut or (row[1] or "") > first}
    return sorted(kept.values(), reverse=True), bool(cut)


def _code(ledger: Ledger, key: str) -> int | None:
    """The term of a code; None where the key is no code of this ledger (then it is a name)."""
    if not (key.isascii() and key.isalnum() and key.isupper()):
        return None
    found = ledger.sql("SELECT id FROM terms WHERE term = ?", (f"c:{key}",))
    return int(found[0][0]) if found else None


def _walked(ledger: Ledger, one: int, other: int, most: int, filters: Filters) -> Rows:
    low = ordinal(period(filters.since, where="from")[0]) << SERIAL_BITS if filters.since else 0
    high = (ordinal(period(filters.until, where="to")[1]) + 1) << SERIAL_BITS if filters.until else 1 << 53
    lead, beside = sorted((one, other), key=lambda term: _sample(ledger, term))
    wanted = filters.status or HAPPENED
    query = WALK.format(marks=", ".join("?" * len(wanted)))
    return ledger.sql(query, (beside, lead, low, high - 1, int(ALL in wanted), *wanted, most))


def _sample(ledger: Ledger, term: int) -> int:
    """How far back an actor's events of the sample reach: 0 where there are fewer."""
    sql = f"SELECT n FROM postings WHERE kind = {EVENTS} AND term = ? ORDER BY n DESC LIMIT 1 OFFSET {SAMPLE}"
    found = ledger.sql(sql, (term,))
    return int(found[0][0]) if found else 0


def _whole_days(rows: Rows) -> Rows:
    """Without the rows of the oldest day, of which there may be more."""
    return [row for row in rows if row[1] != rows[-1][1]]
