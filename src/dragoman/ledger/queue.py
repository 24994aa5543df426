"""The queue for judging: records not yet judged, those with most points of doubt first (doubts.py)."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from dragoman.ledger import ask
from dragoman.ledger.doubts import doubts, points
from dragoman.ledger.filters import ALL, STATUSES, Filters
from dragoman.ledger.found import Found, found_of
from dragoman.ledger.rows import Context
from dragoman.ledger.whole import reading_of


class Doubted(NamedTuple):
    """A record in the queue, its points, and the names of the signs of doubt that it shows."""

    found: Found
    points: int
    signs: tuple[str, ...]


def queue(db: sqlite3.Connection, kind: str, limit: int, filters: dict[str, Any]) -> list[Doubted]:
    """The first records of the queue; of events those of every status."""
    if kind in STATUSES:
        filters = {"status": ALL} | filters
    checked = Filters.of(kind, filters | {"verdict": "unjudged"})
    sql, values = ask.sql_of(db, kind, checked, order="r.doubt DESC, r.n DESC", limit=limit)
    rows = [found_of(kind, row) for row in db.execute(sql, values)]
    contexts = {n: Context(reading_of(db, n)) for n in {row.article.n for row in rows}}
    signs = [doubts(contexts[row.article.n], kind, row.record) for row in rows]
    return [Doubted(row, points(names), names) for row, names in zip(rows, signs, strict=True)]
