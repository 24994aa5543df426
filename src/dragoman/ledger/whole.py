"""A version of an article put together again from its rows: the record as the reader gave it."""

from __future__ import annotations

import sqlite3

from dragoman.errors import NoSuchRecord
from dragoman.ledger.schema import RECORDS
from dragoman.records import Reading
from dragoman.records.codec import SURROGATE, decode, dump, encode, load

#: The parts of a record in the order of the contract.
ORDER = ("blocks", "actors", "times", "places", "statements", "events", "positions", "assessments", "figures",
         "meetings", "relations")  # fmt: skip


def reading_of(db: sqlite3.Connection, n: int) -> Reading:
    """The Reading of a version."""
    return decode(_line(db, n))


def line_of(db: sqlite3.Connection, n: int) -> bytes:
    """The record of a version as one line of JSON, byte for byte what `dragoman read` writes."""
    line = _line(db, n)
    return encode(decode(line)) if SURROGATE.search(line) else line  # escapes are written for the whole line or not


def text_of(db: sqlite3.Connection, n: int) -> str:
    """The text of a version."""
    row = db.execute("SELECT head, text FROM articles WHERE n = ?", (n,)).fetchone()
    if row is None:
        raise NoSuchRecord(f"no article {n}")
    exact: str = load(row[0]).get("text", row[1])
    return exact


def _line(db: sqlite3.Connection, n: int) -> bytes:
    row = db.execute("SELECT head, parts, text FROM articles WHERE n = ?", (n,)).fetchone()
    if row is None:
        raise NoSuchRecord(f"no article {n}")
    article, rest = load(row[0]), load(row[1])
    if "text" not in article:  # it stands there only where SQLite could not hold it
        sha256 = article.pop("sha256")
        article |= {"text": row[2], "sha256": sha256}
    lists = {kind: "[" + ",".join(_machine(db, kind, n)) + "]" for kind in RECORDS}
    lists |= {part: dump(value).decode() for part, value in rest.items()}
    members = [f'"article":{dump(article).decode()}', *(f'"{name}":{lists[name]}' for name in ORDER)]
    return ("{" + ",".join(members) + "}").encode()


def _machine(db: sqlite3.Connection, kind: str, n: int) -> list[str]:
    """The records of a version as they were read, in their order (a judged row repeats the one it stands for)."""
    sql = f"SELECT json FROM {kind} WHERE article = ? AND judgement IS NULL ORDER BY place_in"
    return [row[0] for row in db.execute(sql, (n,))]
