"""The events between two actors, either way, the newest first and bounded: what a series of a dyad is counted from.

In general by two questions, one for each direction. Where both actors are codes and nothing but days and status is
asked, by one walk down the index of actors (schema.py: postings), which costs half: the actor with fewer events leads.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from dragoman.ledger import ask
from dragoman.ledger.filters import ALL, HAPPENED, Filters
from dragoman.ledger.schema import KINDS
from dragoman.ledger.terms import BY, TO

Rows = list[tuple[Any, ...]]
#: What the walk can ask for beside the actors.
SIMPLE = frozenset({"since", "until", "status"})
#: The actor whose so-manyeth newest event lies further back has fewer of them.
SAMPLE = 500
EVENTS = KINDS.index("events")
WALK = f"""
SELECT {{columns}} FROM postings p
CROSS JOIN postings q ON q.kind = p.kind AND q.term = ? AND q.n = p.n CROSS JOIN events r ON r.n = p.n
WHERE p.kind = {EVENTS} AND p.term = ? AND p.n BETWEEN ? AND ?
AND (? OR p.state IN (SELECT id FROM terms WHERE term IN ({{marks}})))
AND ((p.roles & {BY} AND q.roles & {TO}) OR (p.roles & {TO} AND q.roles & {BY}))
AND r.known_to IS NULL AND r.verdict IS NOT 'rejected' ORDER BY p.n DESC LIMIT ?"""


def of_both(
    db: sqlite3.Connection, one: str, other: str, names: Sequence[str], most: int, filters: dict[str, Any]
) -> tuple[Rows, bool]:
    """These columns (after `n` and `day`) of each event once, and whether older ones were cut off.

    Where they were, both directions are given since the same day, whole days only: a series of one would mislead.
    """
    selection = ", ".join(f'r."{name}"' for name in ("n", "day", *names))
    codes = [_code(db, key) for key in (one, other)]
    if codes[0] and codes[1] and codes[0] != codes[1] and set(filters) <= SIMPLE:
        rows = _walked(db, codes[0], codes[1], selection, most, Filters.of("events", filters))
        return (_since(rows, rows[-1][1]), True) if len(rows) == most else (rows, False)
    ways = [_one_way(db, a, b, selection, most // 2, filters) for a, b in ((one, other), (other, one))]
    cut = [rows for rows in ways if rows and len(rows) == most // 2]
    every = sorted({row[0]: row for rows in ways for row in rows}.values(), key=lambda row: -row[0])
    return (_since(every, max(rows[-1][1] or "" for rows in cut)), True) if cut else (every, False)


def _one_way(
    db: sqlite3.Connection, by: str, target: str, selection: str, most: int, filters: dict[str, Any]
) -> Rows:  # fmt: skip
    query = ask.conditions(db, "events", Filters.of("events", {**filters, "by": by, "target": target}))
    tables = query.tables.partition(" CROSS JOIN articles a ON ")[0]  # no column of the article is asked for
    where = " AND ".join(query.where)
    sql = f"SELECT {selection} FROM {tables} WHERE {where} ORDER BY {query.number} DESC LIMIT ?"
    return db.execute(sql, [*query.values, most]).fetchall()


def _code(db: sqlite3.Connection, key: str) -> int | None:
    """The term of a code; None where the key is no code of this ledger (then it is a name)."""
    if not (key.isascii() and key.isalnum() and key.isupper()):
        return None
    found = db.execute("SELECT id FROM terms WHERE term = ?", (f"c:{key}",)).fetchone()
    return int(found[0]) if found else None


def _walked(db: sqlite3.Connection, one: int, other: int, selection: str, most: int, filters: Filters) -> Rows:
    lead, beside = sorted((one, other), key=lambda term: _sample(db, term))
    wanted = filters.status or HAPPENED
    query = WALK.format(columns=selection, marks=", ".join("?" * len(wanted)))
    span = ask.span_of_numbers(filters)
    return db.execute(query, (beside, lead, *span, int(ALL in wanted), *wanted, most)).fetchall()


def _sample(db: sqlite3.Connection, term: int) -> int:
    """How far back an actor's events of the sample reach: 0 where there are fewer."""
    sql = f"SELECT n FROM postings WHERE kind = {EVENTS} AND term = ? ORDER BY n DESC LIMIT 1 OFFSET {SAMPLE}"
    found = db.execute(sql, (term,)).fetchone()
    return int(found[0]) if found else 0


def _since(rows: Rows, first: str | None) -> Rows:
    """Without the rows of the oldest day and before, of which there may be more."""
    return [row for row in rows if (row[1] or "") > (first or "")]
