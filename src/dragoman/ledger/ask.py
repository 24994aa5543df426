"""Filters -> one SQL query. The rarest of the conditions leads, in order of days; the others are looked up beside it.

`n` is in order of days everywhere (schema.py), so a page is read off the leading list without sorting.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Any

from dragoman.ledger.days import moment, period
from dragoman.ledger.filters import ALL, HAPPENED, Filters, full_text
from dragoman.ledger.found import selected
from dragoman.ledger.places import squares
from dragoman.ledger.schema import KINDS, SERIAL_BITS, STATE, WHAT, ordinal
from dragoman.ledger.terms import BY, OF, TO, cell, folded, name_words, storable

ANY = BY | TO | OF
#: Rows counted to tell which condition is the rarest.
COUNTED = 3000
#: Terms whose postings are merged (SQLite takes 500 parts of a UNION); of more, all rows are sorted.
MOST_MERGED = 200
#: The greatest number SQLite counts rows by; who asks for more means all of them.
MOST_ROWS = 2**63 - 1
#: Square degrees looked up for `near`; a wider circle is measured place by place.
MOST_SQUARES = 2000


@dataclass(slots=True)
class Condition:
    """One filter: the rows under one of the terms, in one of the roles."""

    terms: list[int]
    roles: int
    rows: int = 0


@dataclass(slots=True)
class Query:
    """SQL in the making."""

    kind: str
    tables: str = ""
    number: str = "r.n"
    where: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    in_order: bool = False

    def add(self, sql: str, *values: Any) -> None:
        self.where.append(sql)
        self.values.extend(values)


def page_of(
    db: sqlite3.Connection,
    kind: str,
    filters: Filters,
    *,
    oldest: bool,
    limit: int | None,
    offset: int,
    after: int | None,
) -> tuple[str, list[Any]]:
    """The query of a page, and its values."""
    query = conditions(db, kind, filters, oldest=oldest, after=after)
    order = None if query.in_order else f"{query.number} {'ASC' if oldest else 'DESC'}"
    return finished(query, order, limit, offset)


def sql_of(
    db: sqlite3.Connection, kind: str, filters: Filters, *, order: str, limit: int | None = None
) -> tuple[str, list[Any]]:
    """The query in another order than that of days, and its values."""
    return finished(conditions(db, kind, filters), order, limit)


def finished(query: Query, order: str | None, limit: int | None, offset: int = 0) -> tuple[str, list[Any]]:
    """The query as SQL with its values."""
    sql = f"SELECT {selected(query.kind)} FROM {query.tables} WHERE {' AND '.join(query.where)}"
    if order is not None:
        sql += f" ORDER BY {order}"
    if limit is not None or offset:
        sql += " LIMIT ? OFFSET ?"
        query.values += [-1 if limit is None else min(limit, MOST_ROWS), min(offset, MOST_ROWS)]
    return sql, query.values


def conditions(
    db: sqlite3.Connection, kind: str, filters: Filters, *, oldest: bool = False, after: int | None = None
) -> Query:
    """The tables and conditions of all filters; the leading table comes first."""
    query = Query(kind)
    low, high = span_of_numbers(filters)
    if after is not None:
        low, high = (max(low, after + 1), high) if oldest else (low, min(high, after - 1))
    found = by_terms(db, filters)
    if any(not c.terms for c in found):
        query.tables = joined(kind, f"{kind} r")
        query.add("0")
        return query
    number = KINDS.index(kind)
    for c in found:
        c.rows = count(db, number, c, low, high)
    found.sort(key=lambda c: c.rows)
    words = full_text(filters.text) if filters.text is not None else None
    lead = found[0] if found and kind != "articles" else None
    if words is not None and lead and lead.rows >= count_text(db, kind, words, low, high):
        lead = None
    if lead:
        lead_by_terms(query, number, lead, (low, high), oldest)
    elif words is not None:
        query.number = "t.rowid"
        query.tables = joined(kind, f"{kind}_text t CROSS JOIN {kind} r ON r.n = t.rowid")
        query.add(f"{kind}_text MATCH ?", words)
        words = None
    else:
        query.tables = joined(kind, f"{kind} r")
    by_codes(query, filters, posted=lead is not None and len(lead.terms) == 1)
    if filters.since or filters.until or after is not None:
        query.add(f"{query.number} BETWEEN ? AND ?", low, high)
    for c in found:
        if c is not lead:
            beside(query, number, c)
    if words is not None:
        query.add(f"{query.number} IN (SELECT rowid FROM {kind}_text WHERE {kind}_text MATCH ?)", words)
    by_columns(db, query, filters)
    return query


def joined(kind: str, lead: str) -> str:
    """The article of each record beside it (CROSS JOIN keeps SQLite to our order)."""
    return f"{lead} CROSS JOIN articles a ON a.n = {'r.n' if kind == 'articles' else 'r.article'}"


def span_of_numbers(filters: Filters) -> tuple[int, int]:
    """The lowest and highest `n` of the days asked for."""
    low = ordinal(period(filters.since, where="since (--from)")[0]) << SERIAL_BITS if filters.since else 0
    high = (
        ((ordinal(period(filters.until, where="until (--to)")[1]) + 1) << SERIAL_BITS) - 1
        if filters.until
        else (1 << 53) - 1
    )
    return low, high


def lead_by_terms(query: Query, number: int, c: Condition, span: tuple[int, int], oldest: bool) -> None:
    """Walk along the postings of the condition; those of several terms are merged as they are read.

    SQLite merges the parts of a UNION that are each in order row by row (EXPLAIN QUERY PLAN says MERGE), so that a page
    ends the walk; the LIMIT keeps it from dropping the order of what is a part of another query. An ORDER BY around
    it would sort everything first: `in_order` says that none is needed.
    """
    kind = query.kind
    if len(c.terms) == 1:
        query.number = "p.n"
        query.tables = joined(kind, f"postings p CROSS JOIN {kind} r ON r.n = p.n")
        query.add("p.kind = ? AND p.term = ? AND p.roles & ?", number, c.terms[0], c.roles)
        return
    if len(c.terms) <= MOST_MERGED:
        one = "SELECT n FROM postings WHERE kind = ? AND term = ? AND n BETWEEN ? AND ? AND roles & ?"
        inner = " UNION ".join([one] * len(c.terms)) + f" ORDER BY n {'ASC' if oldest else 'DESC'} LIMIT -1"
        query.values[:0] = [value for term in c.terms for value in (number, term, *span, c.roles)]
        query.in_order = True
    else:
        marks = ", ".join("?" * len(c.terms))
        inner = (
            f"SELECT DISTINCT n FROM postings WHERE kind = ? AND term IN ({marks}) AND n BETWEEN ? AND ? AND roles & ?"
        )
        query.values[:0] = [number, *c.terms, *span, c.roles]
    query.number = "p.n"
    query.tables = joined(kind, f"({inner}) p CROSS JOIN {kind} r ON r.n = p.n")


def beside(query: Query, number: int, c: Condition) -> None:
    """The condition looked up for each row that another one leads to."""
    marks = ", ".join("?" * len(c.terms))
    query.add(
        f"EXISTS (SELECT 1 FROM postings q WHERE q.kind = ? AND q.term IN ({marks}) AND q.n = {query.number} "
        "AND q.roles & ?)", number, *c.terms, c.roles,
    )  # fmt: skip


def by_codes(query: Query, filters: Filters, *, posted: bool) -> None:
    """Type and status: in the postings they are numbers beside each row, so that rows are not fetched in vain."""
    kind = query.kind
    wanted = list(filters.status)
    if kind == "events" and not wanted:
        wanted = list(HAPPENED)
    if ALL in wanted:
        wanted = []
    for values, column, code in ((list(filters.type), WHAT.get(kind), "what"), (wanted, STATE.get(kind), "state")):
        if not values:
            continue
        marks = ", ".join("?" * len(values))
        if posted:
            query.add(f"p.{code} IN (SELECT id FROM terms WHERE term IN ({marks}))", *values)
        else:  # several values by the index would have to be sorted: the plus keeps SQLite from it
            query.add(
                f"{'+' if len(values) > 1 or (kind == 'events' and code == 'state') else ''}r.{column} IN ({marks})",
                *values,
            )


def by_columns(db: sqlite3.Connection, query: Query, filters: Filters) -> None:
    """What is looked at in the row itself."""
    seq = known_at(db, filters.as_of)
    if seq is None:
        query.add("r.known_to IS NULL")
    else:
        query.add("r.known_from <= ? AND (r.known_to IS NULL OR r.known_to > ?)", seq, seq)
    if filters.cameo:
        query.add("(" + " OR ".join("r.cameo LIKE ? ESCAPE '!'" for _ in filters.cameo) + ")",
                  *(begins(code) for code in filters.cameo))  # fmt: skip
    if filters.article:
        marks = ", ".join("?" * len(filters.article))
        keys = [storable(a) for a in filters.article]
        if query.kind == "articles":
            query.add(f"r.id IN ({marks})", *keys)
        else:
            query.add(f"r.article IN (SELECT n FROM articles WHERE id IN ({marks}))", *keys)
    if filters.near is not None:
        lat, lon, km = filters.near
        query.add("distance(r.lat, r.lon, ?, ?) <= ?", lat, lon, km)
    if query.kind == "articles":
        return
    if filters.verdict is None:
        query.add("r.verdict IS NOT 'rejected'")
    elif filters.verdict == "unjudged":
        query.add("r.verdict IS NULL")
    elif filters.verdict != "any":
        query.add("r.verdict = ?", filters.verdict)


def begins(code: str) -> str:
    """A pattern of LIKE for what begins with the code; `!` takes their power from `%` and `_`."""
    return "".join(f"!{c}" if c in "%_!" else c for c in storable(code)) + "%"


def known_at(db: sqlite3.Connection, as_of: str | None) -> int | None:
    """The number of the log at that moment; 0 before it begins, None for now."""
    if as_of is None:
        return None
    at = moment(as_of, where="as-of")
    row = db.execute("SELECT seq FROM log WHERE at <= ? ORDER BY at DESC, seq DESC LIMIT 1", (at,)).fetchone()
    return int(row[0]) if row else 0


def by_terms(db: sqlite3.Connection, filters: Filters) -> list[Condition]:
    """The conditions that the postings answer; one without terms means that there is nothing of the kind."""
    out = []
    for values, roles in ((filters.actor, ANY), (filters.by, BY), (filters.target, TO)):
        if values:
            out.append(Condition(sorted({t for v in values for t in actor_terms(db, v)}), roles))
    for letter, values in (("p", filters.place), ("o", filters.source), ("i", filters.issue)):
        if values:
            out.append(Condition(sorted({t for v in values for t in named(db, letter, v)}), ANY))
    if filters.near is not None:
        corners = list(squares(*filters.near))
        if len(corners) <= MOST_SQUARES:
            out.append(Condition(sorted(term_ids(db, [cell(*corner) for corner in corners])), ANY))
    return out


def actor_terms(db: sqlite3.Connection, text: str) -> set[int]:
    """A code where it is written as one (capitals) and known; else every name with these words."""
    if text.isascii() and text.isalnum() and text.isupper():
        code = term_ids(db, [f"c:{text}"])
        if code:
            return code
    return named(db, "n", text)


def named(db: sqlite3.Connection, letter: str, text: str) -> set[int]:
    """The terms of all names that have these words (places: a country's code as well)."""
    exact = [f"{letter}:{folded(text)}"]
    if letter == "p" and text.isupper():
        exact.append(f"p:{storable(text)}")
    found = term_ids(db, exact)
    words = sorted(name_words(folded(text)), key=len, reverse=True)
    if words:
        sets = [
            {r[0] for r in db.execute("SELECT term FROM name_words WHERE word = ?", (f"{letter}:{word}",))}
            for word in words
        ]
        found |= set.intersection(*sets)
    return found


def term_ids(db: sqlite3.Connection, terms: list[str]) -> set[int]:
    """The numbers of those of the terms that the ledger has."""
    marks = ", ".join("?" * len(terms))
    return {row[0] for row in db.execute(f"SELECT id FROM terms WHERE term IN ({marks})", terms)}


def count(db: sqlite3.Connection, number: int, c: Condition, low: int, high: int) -> int:
    """How many rows of these days the condition meets, counted as far as COUNTED."""
    marks = ", ".join("?" * len(c.terms))
    inner = f"SELECT 1 FROM postings WHERE kind = ? AND term IN ({marks}) AND n BETWEEN ? AND ? LIMIT {COUNTED}"
    return int(db.execute(f"SELECT count(*) FROM ({inner})", (number, *c.terms, low, high)).fetchone()[0])


def count_text(db: sqlite3.Connection, kind: str, words: str, low: int, high: int) -> int:
    """How many rows of these days have the words, counted as far as COUNTED."""
    inner = f"SELECT 1 FROM {kind}_text WHERE {kind}_text MATCH ? AND rowid BETWEEN ? AND ? LIMIT {COUNTED}"
    return int(db.execute(f"SELECT count(*) FROM ({inner})", (words, low, high)).fetchone()[0])
