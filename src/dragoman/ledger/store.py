"""Ledger: a ledger opened to be asked. It cannot write; any number may be open while one process writes."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any

from dragoman.errors import LedgerError, NoSuchRecord, UnknownName, UsageError
from dragoman.ledger import ask
from dragoman.ledger.agreement import Agreement, of_ledger
from dragoman.ledger.both import of_both
from dragoman.ledger.connect import PATIENCE, asking, open_reader
from dragoman.ledger.difference import Difference, difference
from dragoman.ledger.filters import ORDERS, Filters
from dragoman.ledger.found import Found, found_of, selected
from dragoman.ledger.judging import Judgement, judgements
from dragoman.ledger.queue import Doubted, queue
from dragoman.ledger.schema import KINDS, columns_of
from dragoman.ledger.series import Period, between
from dragoman.ledger.tables import Table
from dragoman.ledger.terms import storable
from dragoman.ledger.whole import line_of, reading_of, text_of
from dragoman.records import Reading

#: Rows fetched at once by `each`.
PAGE = 2000


class Ledger:
    """A ledger, to be asked; a context manager.

        with Ledger("crisis.ledger") as ledger:
            for event in ledger.events(actor="RUS", target="UKR", since="2022-01"):
                print(event.day, event["plover"], event.words)

    `path` left out, it is the environment's DRAGOMAN_LEDGER. One object may be used by several threads.
    Raises LedgerError where there is no ledger, SchemaMismatch where the file is another's or of another schema.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None, *, patience: float = PATIENCE) -> None:
        self.path = str(ledger_path(path))
        self._db = open_reader(self.path, patience=patience)
        self._lock = threading.RLock()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; leaving the `with` does it as well."""
        self._db.close()

    def __repr__(self) -> str:
        return f"Ledger({self.path!r})"

    def find(
        self, kind: str, *, order: str = "newest", limit: int | None = None, offset: int = 0, after: int | None = None,
        **filters: Any,
    ) -> list[Found]:  # fmt: skip
        """The records of a kind under these filters (see filters.py), by day, the newest first.

        `limit` and `offset` give a page; `after` is the `n` of the last row of the page before (faster than offset).
        """
        if order not in ORDERS:
            raise UnknownName("order", order, ORDERS)
        for name, value in (("limit", limit), ("offset", offset)):
            if value is not None and value < 0:
                raise UsageError(f"cannot be {value}", where=name)
        checked = Filters.of(kind, filters)
        with self._lock, asking(self.path):
            sql, values = ask.page_of(
                self._db, kind, checked, oldest=order == "oldest", limit=limit, offset=offset, after=after
            )
            rows = self._db.execute(sql, values).fetchall()
        return [found_of(kind, row) for row in rows]

    def each(self, kind: str, *, order: str = "newest", **filters: Any) -> Iterator[Found]:
        """The same without end, page by page, holding no more than a page."""
        after = None
        while page := self.find(kind, order=order, limit=PAGE, after=after, **filters):
            yield from page
            after = page[-1].n

    def columns(
        self, kind: str, names: Sequence[str], *, order: str = "newest", limit: int = -1, **filters: Any
    ) -> list[tuple[Any, ...]]:
        """Only these columns of the rows that `find` gives, for counting: the kind's own, and those that all have."""
        known = ("n", "id", "day", "article", "words", *columns_of(kind))
        if unknown := [name for name in names if name not in known]:
            raise UnknownName("column", unknown[0], known)
        checked = Filters.of(kind, filters)
        selection = ", ".join(f'r."{name}"' for name in names)
        with self._lock, asking(self.path):
            query = ask.conditions(self._db, kind, checked)
            tables = query.tables.partition(" CROSS JOIN articles a ON ")[0]  # no column of the article is asked for
            order_by = f"ORDER BY {query.number} {'ASC' if order == 'oldest' else 'DESC'} LIMIT ?"
            sql = f"SELECT {selection} FROM {tables} WHERE {' AND '.join(query.where)} {order_by}"
            return self._db.execute(sql, [*query.values, limit]).fetchall()

    def both(
        self, one: str, other: str, names: Sequence[str], *, limit: int, **filters: Any
    ) -> tuple[list[tuple[Any, ...]], bool]:
        """Events of two actors upon each other, newest first: `n`, `day` and these columns; and whether older were cut.

        At most `limit`; where that cuts, both directions reach back to the same day. The filters are those of `events`.
        """
        known = columns_of("events")
        if unknown := [name for name in names if name not in known]:
            raise UnknownName("column", unknown[0], known)
        with self._lock, asking(self.path):
            return of_both(self._db, one, other, names, limit, filters)

    def count(self, kind: str, **filters: Any) -> int:
        """How many there are under these filters."""
        checked = Filters.of(kind, filters)
        with self._lock, asking(self.path):
            query = ask.conditions(self._db, kind, checked)
            tables = query.tables.partition(" CROSS JOIN articles a ON ")[0]  # no column of the article is asked for
            sql = f"SELECT count(*) FROM {tables} WHERE {' AND '.join(query.where)}"
            return int(self._db.execute(sql, query.values).fetchone()[0])

    def events(self, **filters: Any) -> list[Found]:
        """Events; without `status` those that occurred or are ongoing."""
        return self.find("events", **filters)

    def statements(self, **filters: Any) -> list[Found]:
        """Statements; `status` is the speaker's capacity."""
        return self.find("statements", **filters)

    def positions(self, **filters: Any) -> list[Found]:
        """Positions; `type` is the stance."""
        return self.find("positions", **filters)

    def assessments(self, **filters: Any) -> list[Found]:
        """Forecasts and judgements; `status` is their strength."""
        return self.find("assessments", **filters)

    def meetings(self, **filters: Any) -> list[Found]:
        """Meetings of every status, unless some are asked for."""
        return self.find("meetings", **filters)

    def figures(self, **filters: Any) -> list[Found]:
        """Figures; `type` is their unit."""
        return self.find("figures", **filters)

    def actors(self, **filters: Any) -> list[Found]:
        """Actors, one for each article they are spoken of in."""
        return self.find("actors", **filters)

    def articles(self, **filters: Any) -> list[Found]:
        """Current versions of articles."""
        return self.find("articles", **filters)

    def table(self, kind: str, **filters: Any) -> Table:
        """The same as a table: `.to_arrow()`, `.to_pandas()`, `.to_polars()`, or any reader of the Arrow C stream."""
        return Table(kind, self.find(kind, **filters))

    def record(self, key: str) -> Found:
        """The record (or article) of an id or of the beginning of one; NoSuchRecord where it is none, or several.

        The current one where there is one, else the last that was known.
        """
        exact, begun = self._by_id(key)
        found = exact or begun
        names = sorted({f.id for f in found})
        if len(names) == 1:
            return found[0]
        if not names:
            raise NoSuchRecord(f"no record {key!r}", where=self.path, hint="dragoman query events shows ids")
        more = f" and {len(names) - 5} more" if len(names) > 5 else ""
        raise NoSuchRecord(f"{key!r} may be {', '.join(names[:5])}{more}", hint="write more of the id")

    def _by_id(self, key: str) -> tuple[list[Found], list[Found]]:
        """Records of this very id, the current first; else those whose ids begin so."""
        name = storable(key)
        exact, begun = [], []
        with self._lock, asking(self.path):
            for kind in KINDS:
                sql = f"SELECT {selected(kind)} FROM {ask.joined(kind, f'{kind} r')} WHERE"
                order = "ORDER BY r.known_to IS NOT NULL, r.known_from DESC LIMIT 20"
                exact += [found_of(kind, row) for row in self._db.execute(f"{sql} r.id = ? {order}", (name,))]
                if name and not exact:
                    rows = self._db.execute(f"{sql} r.id >= ? AND r.id < ? {order}", (name, name + "\U0010ffff"))
                    begun += [found_of(kind, row) for row in rows]
        return exact, begun

    def version(self, article: str | int, *, version: int | None = None, as_of: str | None = None) -> Found:
        """One version of an article: the current one, the one of that number, or the one known at that moment.

        `article` is an article's id, or the `n` of a version. NoSuchRecord where there is none.
        """
        rows = every = [v for v in self.versions(article) if not isinstance(article, int) or v.n == article]
        if version is not None:
            rows = [v for v in rows if v.article.version == version]
        if as_of is not None:
            with self._lock:
                seq = ask.known_at(self._db, as_of) or 0
            rows = [v for v in rows if v["known_from"] <= seq and (v["known_to"] is None or v["known_to"] > seq)]
        if not rows:
            if version is not None and every:
                known = f"it has versions 1 to {every[-1].article.version}"
                raise NoSuchRecord(f"no article {article!r} in version {version}", where=self.path, hint=known)
            raise NoSuchRecord(
                f"no article {article!r}", where=self.path, hint="dragoman query articles lists what there is"
            )
        return next((v for v in rows if v["known_to"] is None), rows[-1])

    def versions(self, article: str | int) -> list[Found]:
        """All versions of an article (by its id, or the `n` of one of them), the first one first."""
        by = "n = ?" if isinstance(article, int) else "id = ?"
        key = article if isinstance(article, int) else storable(article)
        sql = (
            f"SELECT {selected('articles')} FROM {ask.joined('articles', 'articles r')} WHERE r.line IN "
            f"(SELECT line FROM articles WHERE {by}) ORDER BY r.known_from"
        )
        with self._lock, asking(self.path):
            return [found_of("articles", row) for row in self._db.execute(sql, (key,))]

    def reading(self, article: str | int, *, version: int | None = None, as_of: str | None = None) -> Reading:
        """The whole Reading of an article, as the reader gave it (without rejects and notes)."""
        n = self.version(article, version=version, as_of=as_of).n
        with self._lock, asking(self.path):
            return reading_of(self._db, n)

    def record_line(self, n: int) -> bytes:
        """The record of one version as one line of JSON: what `dragoman read` wrote, byte for byte."""
        with self._lock, asking(self.path):
            return line_of(self._db, n)

    def readings(self, **filters: Any) -> Iterator[Reading]:
        """The Reading of each article under these filters."""
        for article in self.each("articles", **filters):
            yield self.reading(article.n)

    def text(self, n: int) -> str:
        """The text of a version."""
        with self._lock, asking(self.path):
            return text_of(self._db, n)

    def totals(self) -> dict[str, int]:
        """How many current rows there are of each kind (rejected ones too)."""
        with self._lock, asking(self.path):
            return {
                kind: int(self._db.execute(f"SELECT count(*) FROM {kind} WHERE known_to IS NULL").fetchone()[0])
                for kind in KINDS
            }

    def log(self, *, article: int | None = None, limit: int = 100) -> list[dict[str, Any]]:
        """The last lines of the log, newest first: what was added, closed, withdrawn, judged, and when."""
        where, values = ("WHERE article = ?", [article]) if article is not None else ("", [])
        sql = f"SELECT seq, at, action, article, by, note FROM log {where} ORDER BY seq DESC LIMIT ?"
        with self._lock, asking(self.path):
            rows = self._db.execute(sql, [*values, limit]).fetchall()
        return [dict(zip(("seq", "at", "action", "article", "by", "note"), row, strict=True)) for row in rows]

    def judgements(
        self, *, record: str | None = None, article: str | None = None, by: str | None = None, undone: bool = False
    ) -> list[Judgement]:
        """Judgements by hand in order of time; those taken back only if asked for."""
        with self._lock, asking(self.path):
            return judgements(self._db, record=record, article=article, by=by, undone=undone)

    def queue(self, kind: str = "events", *, limit: int = 20, **filters: Any) -> list[Doubted]:
        """Records not yet judged, those with most points of doubt first (see doubts.py)."""
        with self._lock, asking(self.path):
            return queue(self._db, kind, limit, filters)

    def agreement(self, **filters: Any) -> list[Agreement]:
        """How far analysts agree with each other and with the machine (see agreement.py); `by`, `article` narrow it."""
        judged = self.judgements(**filters)
        with self._lock, asking(self.path):
            return of_ledger(self._db, judged)

    def series(
        self, one: str, other: str, *, step: str = "week", directed: bool = False, **filters: Any
    ) -> list[Period]:
        """Counts, quad classes and Goldstein sums of the events between two actors, per day, week or month.

        `directed`: only those of `one` upon `other`. The other filters are those of `events`. Undated events are left
        out; a record's day is the one it began on, or else was reported on.
        """
        with self._lock, asking(self.path):
            return between(self._db, one, other, step, directed=directed, filters=filters)

    def difference(
        self, article: str | int, *, old: int | None = None, new: int | None = None, to: str | int | None = None
    ) -> Difference:
        """What an article says now and did not before: its last two versions, or those of these numbers.

        With `to` the other version is that of another article (or another `n`).
        """
        if to is None:
            numbers = [v.article.version for v in self.versions(article)]
            new = new or (numbers[-1] if numbers else None)
            old = old or max(1, (new or 2) - 1)
        was = self.reading(article, version=old)
        return difference(was, self.reading(article if to is None else to, version=new))

    def known_at(self, as_of: str) -> int:
        """The number of the log at a moment."""
        with self._lock, asking(self.path):
            return ask.known_at(self._db, as_of) or 0

    def sql(self, query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Any query of your own, read only (the tables are described in schema.py)."""
        with self._lock, asking(self.path):
            return self._db.execute(query, values).fetchall()


def ledger_path(path: str | os.PathLike[str] | None) -> str | os.PathLike[str]:
    """The path given, else that of the environment."""
    found = path or os.environ.get("DRAGOMAN_LEDGER")
    if not found:
        raise LedgerError("no ledger is named", hint="--ledger FILE, or set DRAGOMAN_LEDGER")
    return found
