"""Writer: one Reading in one transaction. It is stored whole or not at all, once however often it is given.

What becomes of a reading:
    added       a new article
    version     the article was known with another text, date or record: the older version is closed, not changed
    appearance  the very same text under another URL or of another outlet: noted beside the article, counted once
    known       this input has been stored before; nothing is written
    withdrawn   the article was withdrawn by hand; the tombstone stands (another text is a new version all the same)
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from types import TracebackType
from typing import Any

from dragoman.errors import AnchorError, LedgerError, NoSuchRecord
from dragoman.ledger import same
from dragoman.ledger.connect import PATIENCE, asking, open_writer
from dragoman.ledger.days import day_of, moment
from dragoman.ledger.judging import carry
from dragoman.ledger.rows import Row, rows_of
from dragoman.ledger.schema import COLUMNS, KINDS, SERIAL_BITS, number
from dragoman.ledger.terms import OF, folded, name_words, storable, text_term
from dragoman.records import Actor, Article, Reading
from dragoman.records.anchors import check_anchors
from dragoman.records.codec import dump, encode, part_of
from dragoman.records.ids import text_digest

PARTS = ("blocks", "times", "places", "relations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a reading: `result` is one of those above, `n` the version's number, `records` rows written."""

    result: str
    n: int
    article: str
    version: int
    records: int = 0


class Writer:
    """Writes a ledger; a context manager. `at` of its methods is the ISO 8601 moment for the log (no clock here).

        with Writer("crisis.ledger") as writer:
            writer.add(reading, at="2022-01-10T12:00:00Z")

    Raises Locked where another process writes for longer than `patience` seconds.
    """

    def __init__(self, path: str | os.PathLike[str], *, patience: float = PATIENCE, durable: bool = True) -> None:
        self.path = str(path)
        self.db = open_writer(path, patience=patience, durable=durable)
        self._terms: dict[str, int] = {}
        self._insert = {kind: _insert_of(kind) for kind in COLUMNS}

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside is kept together or not at all."""
        if self.db.in_transaction:
            yield
            return
        with asking(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                self._terms.clear()  # what was learnt within is not in the file
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def add(self, reading: Reading, *, at: str, edition: str | None = None, source: bytes | None = None) -> Added:
        """Store a reading; AnchorError, and nothing stored, where a span, reference or digest of it is wrong.

        `edition` is the JSON of what read it (see engines/edition.py), `source` a digest of what it was read from:
        `knows(source)` tells it again without reading.
        """
        line = encode(reading)
        digest = hashlib.blake2b(line, digest_size=16).digest()
        check(reading)
        with self.transaction():
            done = self._known(digest)
            if not done:
                done = self._store(reading, digest, at=at, edition=edition)
                self._remember(digest, done.n)
            if source is not None:
                self._remember(source, done.n)
        return done

    def add_all(self, readings: Iterable[Reading], *, at: str, edition: str | None = None) -> list[Added]:
        """Store several readings in one transaction: all of them or none."""
        with self.transaction():
            return [self.add(reading, at=at, edition=edition) for reading in readings]

    def knows(self, source: bytes) -> bool:
        """Has this input been stored before?"""
        with asking(self.path):
            return self.db.execute("SELECT 1 FROM inputs WHERE digest = ?", (source,)).fetchone() is not None

    def withdraw(self, article: str, *, at: str, by: str, note: str | None = None) -> int:
        """Close the current version of an article, and leave a tombstone; its number. NoSuchRecord where it is none."""
        with self.transaction():
            rows = self.db.execute(
                "SELECT n FROM articles WHERE id = ? AND known_to IS NULL", (storable(article),)
            ).fetchall()
            if len(rows) != 1:
                what = "no article" if not rows else f"{len(rows)} articles are"
                raise NoSuchRecord(f"{what} {article!r} in the ledger", hint="dragoman query articles lists them")
            seq = self.log("withdrawn", at=at, article=rows[0][0], by=by, note=note)
            self._close(rows[0][0], seq, "withdrawn")
        return int(rows[0][0])

    def log(
        self, action: str, *, at: str, article: int | None = None, by: str | None = None, note: str | None = None
    ) -> int:
        """A line in the log; its number is the ledger's time."""
        row = (moment(at), action, article, by and storable(by), note and storable(note))
        return int(
            self.db.execute("INSERT INTO log (at, action, article, by, note) VALUES (?,?,?,?,?)", row).lastrowid or 0
        )

    def write_rows(self, rows: Iterable[Row], article: int, seq: int) -> int:
        """Store the rows of a version; how many."""
        groups: dict[str, list[tuple[int, int, Row]]] = {}
        places: dict[str, int] = {}
        every = list(rows)
        serial = self._serials(len(every))
        for offset, row in enumerate(every):
            place = places[row.kind] = places.get(row.kind, -1) + 1
            groups.setdefault(row.kind, []).append((number(row.day, serial + offset), place, row))
        for kind, group in groups.items():
            self._write(kind, group, article, seq)
        return len(every)

    def write_row(self, row: Row, article: int, place: int, seq: int, *, verdict: str | None, judgement: int) -> int:
        """Store one row as judged; its number."""
        n = number(row.day, self._serials(1))
        self._write(row.kind, [(n, place, row)], article, seq, verdict, judgement)
        return n

    def _write(
        self, kind: str, group: list[tuple[int, int, Row]], article: int, seq: int,
        verdict: str | None = None, judgement: int | None = None,
    ) -> None:  # fmt: skip
        self.db.executemany(
            self._insert[kind],
            [
                (n, article, place, r.id, r.day, seq, verdict, judgement, r.doubt, *r.values, r.words, r.json)
                for n, place, r in group
            ],
        )
        self.db.executemany(
            f"INSERT INTO {kind}_text (rowid, words) VALUES (?, ?)", [(n, r.words) for n, _, r in group if r.words]
        )
        self._post(kind, [(n, row.terms, row.what, row.state) for n, _, row in group])

    def _post(self, kind: str, rows: Iterable[tuple[int, dict[str, int], str | None, str | None]]) -> None:
        """What each row is found by; type and status are terms too, so that they are numbers there."""
        term, of_kind = self._term, KINDS.index(kind)
        postings = []
        for n, terms, what, state in rows:
            coded = (term(what) if what else 0, term(state) if state else 0)
            postings += [(of_kind, term(name), n, roles, *coded) for name, roles in terms.items()]
        self.db.executemany("INSERT INTO postings VALUES (?,?,?,?,?,?)", sorted(postings))

    def _term(self, term: str) -> int:
        known = self._terms.get(term)
        if known is None:
            row = self.db.execute("SELECT id FROM terms WHERE term = ?", (term,)).fetchone()
            known = int(row[0]) if row else self._new_term(term)
            if len(self._terms) > HELD_TERMS:
                self._terms.clear()
            self._terms[term] = known
        return known

    def _new_term(self, term: str) -> int:
        new = int(self.db.execute("INSERT INTO terms (term) VALUES (?)", (term,)).lastrowid or 0)
        if term[:2] in ("n:", "o:", "p:", "i:"):
            words = [(term[:2] + word, new) for word in sorted(name_words(term[2:]))]
            self.db.executemany("INSERT OR IGNORE INTO name_words VALUES (?, ?)", words)
        return new

    def _also_called(self, actors: Iterable[Actor]) -> None:
        """Let the words of other names ("NATO") lead to the name under which an actor's records are found."""
        rows = []
        for actor in actors:
            name = folded(actor.name)
            if name and actor.aliases:
                term = self._term(f"n:{name}")
                rows += [(f"n:{word}", term) for alias in actor.aliases for word in name_words(folded(alias))]
        self.db.executemany("INSERT OR IGNORE INTO name_words VALUES (?, ?)", sorted(rows))

    def _serials(self, count: int) -> int:
        """The first of `count` new serial numbers."""
        (first,) = self.db.execute("SELECT next FROM counter").fetchone()
        if first + count > 1 << SERIAL_BITS:
            raise LedgerError("the ledger is full", where=self.path, hint="begin another one")
        self.db.execute("UPDATE counter SET next = next + ?", (count,))
        return int(first)

    def _known(self, digest: bytes) -> Added | None:
        row = self.db.execute(
            "SELECT a.n, a.id, a.version FROM inputs i JOIN articles a ON a.n = i.article WHERE i.digest = ?", (digest,)
        ).fetchone()
        return Added(result="known", n=row[0], article=row[1], version=row[2]) if row else None

    def _remember(self, digest: bytes, article: int) -> None:
        self.db.execute("INSERT OR IGNORE INTO inputs VALUES (?, ?)", (digest, article))

    def _store(self, reading: Reading, digest: bytes, *, at: str, edition: str | None) -> Added:
        a = reading.article
        match = same.find(self.db, a)
        if match and match.ended == "withdrawn" and match.reason != "text":
            return Added(result="withdrawn", n=match.n, article=a.id, version=match.version)
        if match and match.appears:
            return self._appear(a, match, at)
        result, reason = ("version", match.reason) if match else ("added", "first")
        n = number(day_of(a.published), self._serials(1))
        seq = self.log(result, at=at, article=n, note=reason)
        if match:
            self._close(match.n, seq, "superseded")
        version = match.version + 1 if match else 1
        self._article(n, reading, digest, seq, line=match.line if match else n, version=version,
                      previous=match.n if match else None, reason=reason, edition=self._edition(edition))  # fmt: skip
        records = self.write_rows(rows_of(reading), n, seq)
        self._also_called(reading.actors)
        if match:
            carry(self, a.id, n, seq)
        return Added(result=result, n=n, article=a.id, version=version, records=records)

    def _appear(self, a: Article, match: same.Match, at: str) -> Added:
        seq = self.log("appearance", at=at, article=match.n)
        values = (match.n, *(v and storable(v) for v in (a.url, a.source, a.title, a.published)), seq)
        self.db.execute("INSERT INTO appearances VALUES (?,?,?,?,?,?)", values)
        return Added(result="appearance", n=match.n, article=a.id, version=match.version)

    def _article(self, n: int, reading: Reading, digest: bytes, seq: int, **of_version: Any) -> None:
        a = reading.article
        text, title = storable(a.text), a.title and storable(a.title)
        head = {f.name: getattr(a, f.name) for f in fields(a) if f.name != "text" or text != a.text}
        row: dict[str, Any] = {
            "n": n, "id": a.id, "sha256": a.sha256, "digest": digest, "url": a.url, "url_key": same.url_key(a.url),
            "outlet": a.source, "agency": a.agency, "title": title, "published": a.published,
            "published_basis": a.published_basis, "language": a.language, "characters": len(a.text),
            "day": day_of(a.published), "known_from": seq, **of_version, "head": dump(head).decode(),
            "parts": dump({part: part_of(reading, part) for part in PARTS}).decode(), "text": text,
        }  # fmt: skip
        values = [storable(v) if isinstance(v, str) else v for v in row.values()]
        self.db.execute(f"INSERT INTO articles ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", values)
        self.db.execute("INSERT INTO articles_text (rowid, title, text) VALUES (?,?,?)", (n, title or "", text))
        self._post(
            "articles", [(n, dict.fromkeys(text_term("o", a.source) | text_term("o", a.agency), OF), None, None)]
        )

    def _close(self, article: int, seq: int, ended: str) -> None:
        """End a version and all its rows."""
        self.db.execute("UPDATE articles SET known_to = ?, ended = ? WHERE n = ?", (seq, ended, article))
        for kind in COLUMNS:
            self.db.execute(f"UPDATE {kind} SET known_to = ? WHERE article = ? AND known_to IS NULL", (seq, article))

    def _edition(self, edition: str | None) -> int | None:
        if edition is None:
            return None
        self.db.execute("INSERT OR IGNORE INTO editions (json) VALUES (?)", (edition,))
        return int(self.db.execute("SELECT id FROM editions WHERE json = ?", (edition,)).fetchone()[0])


def check(reading: Reading) -> None:
    """AnchorError where the record does not hold what it says it holds."""
    check_anchors(reading)
    if reading.article.sha256 != text_digest(reading.article.text):
        raise AnchorError(f"{reading.article.id}: the text is not the one that was read (its SHA-256 differs)")
    if any(e.quad is not None and not 0 <= e.quad <= 9 for e in reading.events):
        raise AnchorError(f"{reading.article.id}: a quad class is one of 1 to 4")


#: Terms whose numbers are kept at hand.
HELD_TERMS = 200_000


def _insert_of(kind: str) -> str:
    names = ["n", "article", "place_in", "id", "day", "known_from", "verdict", "judgement", "doubt"]
    names += [column.split()[0] for column in COLUMNS[kind]] + ["words", "json"]
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {kind} ({quoted}) VALUES ({', '.join('?' * len(names))})"
