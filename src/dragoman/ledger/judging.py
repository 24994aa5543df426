"""Judgements by hand: accept, reject or recode a record. They change what is shown, never what the machine read.

A judgement closes the record's row and adds one as judged, with the same `json`; so --as-of an earlier moment shows it
unjudged, and undoing is one more row. Of several analysts' judgements the latest one shows; all are kept and compared
(agreement.py). A new version of an article keeps the judgements of the records that are still in it under their ids,
which hold the article, the place in it and what was read there; the others are judged anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from dragoman.errors import NoSuchRecord, UnknownName, UsageError
from dragoman.ledger.days import day_of
from dragoman.ledger.rows import Context, row_of
from dragoman.ledger.schema import RECORDS
from dragoman.ledger.terms import folded, storable
from dragoman.ledger.whole import reading_of
from dragoman.records import Reading
from dragoman.records.codec import dump, load, with_values

if TYPE_CHECKING:
    from dragoman.ledger.writer import Writer

VERDICTS = {"accept": "accepted", "reject": "rejected", "recode": "recoded"}
#: Fields that can be recoded, of each kind.
FIELDS: dict[str, tuple[str, ...]] = {
    "events": ("source", "target", "plover", "mode", "cameo", "quad", "goldstein", "status", "modality", "begin",
               "end"),
    "statements": ("speaker", "addressee", "kind", "form", "capacity", "channel", "venue"),
    "positions": ("actor", "toward", "stance", "issue"),
    "assessments": ("holder", "kind", "strength", "about"),
    "meetings": ("participants", "status", "begin", "end", "body"),
    "figures": ("unit", "what", "of"),
    "actors": ("name", "kind", "country", "code"),
}  # fmt: skip
#: Fields that name actors of the article, by id, name or code.
PARTIES = frozenset({"source", "target", "speaker", "addressee", "actor", "toward", "holder", "participants", "of"})
#: A new type or code leaves these without meaning, unless they are given as well.
BOUND = {"plover": ("mode", "cameo", "quad", "goldstein"), "cameo": ("quad", "goldstein")}
NOTHING = ("", "none", "null")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement; `undone` where it was taken back or replaced by the same analyst."""

    id: int
    record: str
    article: str
    kind: str
    verdict: str
    changes: Mapping[str, Any] | None
    by: str
    at: str
    note: str | None
    undone: bool

    def __str__(self) -> str:
        changes = ", ".join(f"{k} {v if v is not None else 'none'}" for k, v in (self.changes or {}).items())
        parts = [self.verdict, f"({changes})" if changes else "", f"by {self.by}", f"on {self.at[:10]}",
                 f"— {self.note}" if self.note else "", "[undone]" if self.undone else ""]  # fmt: skip
        return " ".join(filter(None, parts))


def judge(
    writer: Writer, record: str, verdict: str, *, by: str, at: str, note: str | None = None,
    changes: Mapping[str, str] | None = None,
) -> Judgement:  # fmt: skip
    """Judge a current record (by its id or the beginning of it).

    `changes` of a recode are field and value; parties are written as id, name or code of an actor of the article,
    several with commas, `none` is null. Raises NoSuchRecord, UnknownName, UsageError.
    """
    if verdict not in VERDICTS:
        raise UnknownName("verdict", verdict, VERDICTS)
    if not by.strip():
        raise UsageError("a judgement has a name", where="by", hint="--by NAME")
    if bool(changes) != (verdict == "recode"):
        raise UsageError(
            "a recode says what is changed, and nothing else does", hint="recode plover=COERCE status=denied"
        )
    with writer.transaction():
        kind, n, article, place = current(writer.db, record)
        reading = reading_of(writer.db, article)
        machine = getattr(reading, kind)[place]
        made = recoded(kind, machine, reading, changes) if changes else None
        seq = writer.log("judged", at=at, article=article, by=by, note=f"{machine.id} {VERDICTS[verdict]}")
        key = (storable(machine.id), storable(reading.article.id))
        writer.db.execute(
            "UPDATE judgements SET known_to = ? WHERE record = ? AND article = ? AND by = ? AND known_to IS NULL",
            (seq, *key, storable(by)),
        )
        changed, told = made and dump(made).decode(), note and storable(note)
        values = (*key, kind, VERDICTS[verdict], changed, storable(by), told, seq)
        number = int(
            writer.db.execute(
                "INSERT INTO judgements (record, article, kind, verdict, changes, by, note, known_from)"
                " VALUES (?,?,?,?,?,?,?,?)", values
            ).lastrowid or 0
        )  # fmt: skip
        _show(writer, reading, kind, place, n, article, seq)
    return next(j for j in judgements(writer.db, record=machine.id, undone=True) if j.id == number)


def undo(writer: Writer, record: str, *, by: str, at: str) -> Judgement:
    """Take back the latest judgement of a record; the one before it shows again, or the machine's record."""
    with writer.transaction():
        kind, n, article, place = current(writer.db, record)
        reading = reading_of(writer.db, article)
        machine = getattr(reading, kind)[place]
        last = _latest(writer.db, machine.id, reading.article.id)
        if last is None:
            raise NoSuchRecord(f"{machine.id} has not been judged")
        seq = writer.log(
            "undone", at=at, article=article, by=by, note=f"{machine.id} {last['verdict']} by {last['by']}"
        )
        writer.db.execute("UPDATE judgements SET known_to = ? WHERE id = ?", (seq, last["id"]))
        _show(writer, reading, kind, place, n, article, seq, undone=last["id"])
    return next(j for j in judgements(writer.db, record=machine.id, undone=True) if j.id == last["id"])


def carry(writer: Writer, article: str, n: int, seq: int) -> None:
    """Show the judgements of an article's records on its new version `n`, where they are still in it."""
    judged = {
        row[0] for row in writer.db.execute(
            "SELECT record FROM judgements WHERE article = ? AND known_to IS NULL", (storable(article),)
        )
    }  # fmt: skip
    if not judged:
        return
    reading = reading_of(writer.db, n)
    for kind in RECORDS:
        rows = writer.db.execute(f"SELECT n, id, place_in FROM {kind} WHERE article = ? ORDER BY n", (n,)).fetchall()
        for number, key, place in rows:
            if key in judged:
                _show(writer, reading, kind, place, number, n, seq)


def _show(
    writer: Writer,
    reading: Reading,
    kind: str,
    place: int,
    n: int,
    article: int,
    seq: int,
    *,
    undone: int | None = None,
) -> None:
    """Close the row of a record and add one as the latest judgement has it."""
    machine = getattr(reading, kind)[place]
    last = _latest(writer.db, machine.id, reading.article.id)
    changes = load(last["changes"]) if last and last["changes"] else None
    shown = with_values(machine, changes) if changes else machine
    writer.db.execute(f"UPDATE {kind} SET known_to = ? WHERE n = ?", (seq, n))
    row = row_of(Context(reading), kind, shown, as_read=machine)
    writer.write_row(
        row,
        article,
        place,
        seq,
        verdict=last["verdict"] if last else None,
        judgement=last["id"] if last else undone or 0,
    )


def current(db: sqlite3.Connection, record: str) -> tuple[str, int, int, int]:
    """(kind, n, article, place) of the one current record of an id or its beginning."""
    found: dict[str, tuple[str, int, int, int]] = {}
    key = storable(record)
    for kind in RECORDS:
        sql = f"SELECT id, n, article, place_in FROM {kind} WHERE id >= ? AND id < ? AND known_to IS NULL LIMIT 20"
        for row in db.execute(sql, (key, key + "\U0010ffff")):
            found[row[0]] = (kind, *row[1:])
    if key in found or len(found) == 1:
        return found.get(key) or next(iter(found.values()))
    if not found:
        raise NoSuchRecord(f"no current record {record!r}", hint="dragoman judge queue shows ids")
    raise NoSuchRecord(f"{record!r} may be {', '.join(sorted(found)[:5])}", hint="write more of the id")


def recoded(kind: str, record: Any, reading: Reading, changes: Mapping[str, str]) -> dict[str, Any]:
    """The changed fields with their values as the record holds them; UnknownName or UsageError where they cannot be."""
    made: dict[str, Any] = {}
    for name, written in changes.items():
        if name not in FIELDS[kind]:
            raise UnknownName(f"field of {kind} to recode", name, FIELDS[kind])
        for bound in BOUND.get(name, ()):
            made.setdefault(bound, None)
        made[name] = _value(name, written, record, reading)
        known = _closed_list(type(record), name)
        if known and made[name] is not None and made[name] not in known:
            raise UnknownName(name, made[name], known)
    try:
        with_values(record, made)
    except ValueError as error:
        raise UsageError(f"cannot be recoded so: {error}") from error
    _in_order(record, made)
    return made


def _closed_list(kind: type[Any], name: str) -> tuple[str, ...]:
    """The values that a field may have where they are a closed list of words, else none."""
    hint = get_type_hints(kind)[name]
    words = get_args(hint) if get_origin(hint) is Literal else [w for part in get_args(hint) for w in get_args(part)]
    return tuple(word for word in words if isinstance(word, str))


def _in_order(record: Any, made: Mapping[str, Any]) -> None:
    """UsageError unless the days that are changed are days, and the first is not after the last."""
    for name in ("begin", "end"):
        if made.get(name) is not None and day_of(made[name]) is None:
            raise UsageError(f"{name}: {made[name]!r} is no day", hint="write 2022-01-10")
    if "begin" in made or "end" in made:
        begin, end = (day_of(made.get(name, getattr(record, name))) for name in ("begin", "end"))
        if begin and end and begin > end:
            raise UsageError(f"it would begin on {begin}, after its end on {end}", hint="change begin and end together")


def _value(name: str, written: str, record: Any, reading: Reading) -> Any:
    many = isinstance(getattr(record, name), tuple)
    if written.strip().lower() in NOTHING:
        return [] if many else None
    if name not in PARTIES:
        return written.strip()
    parties = [_party(part, reading) for part in written.split(",")] if many else [_party(written, reading)]
    return parties if many else parties[0]


def _party(written: str, reading: Reading) -> str:
    """The id of the actor that is meant: by id, code or name, first those of an exact match."""
    wanted = written.strip()
    if wanted == "author":
        return wanted
    for test in (
        lambda a: a.id == wanted,
        lambda a: folded(a.name) == folded(wanted),
        lambda a: wanted in (a.code, a.country) and a.kind == "state",
        lambda a: a.code == wanted,
        lambda a: folded(wanted) in map(folded, a.aliases),
    ):
        found = [a.id for a in reading.actors if test(a)]
        if len(found) == 1:
            return found[0]
    raise UnknownName("actor of the article", wanted, [a.name for a in reading.actors])


_COLUMNS = ("id", "record", "article", "kind", "verdict", "changes", "by", "note", "known_to")


def _latest(db: sqlite3.Connection, record: str, article: str) -> dict[str, Any] | None:
    sql = (
        f"SELECT {', '.join(_COLUMNS)} FROM judgements WHERE record = ? AND article = ? AND known_to IS NULL"
        " ORDER BY id DESC LIMIT 1"
    )
    row = db.execute(sql, (storable(record), storable(article))).fetchone()
    return dict(zip(_COLUMNS, row, strict=True)) if row else None


def judgements(
    db: sqlite3.Connection, *, record: str | None = None, article: str | None = None, by: str | None = None,
    undone: bool = False,
) -> list[Judgement]:  # fmt: skip
    """Judgements in order of time; those taken back only if asked for."""
    wanted = {"j.record": record, "j.article": article, "j.by": by}
    where = [f"{name} = ?" for name, value in wanted.items() if value is not None]
    values = [storable(value) for value in wanted.values() if value is not None]
    if not undone:
        where.append("j.known_to IS NULL")
    sql = f"SELECT {', '.join('j.' + c for c in _COLUMNS)}, l.at FROM judgements j JOIN log l ON l.seq = j.known_from"
    sql += f" WHERE {' AND '.join(where)}" if where else ""
    return [_judgement(row) for row in db.execute(f"{sql} ORDER BY j.id", values)]


def _judgement(row: Iterable[Any]) -> Judgement:
    *values, at = row
    named = dict(zip(_COLUMNS, values, strict=True))
    changes, known_to = named.pop("changes"), named.pop("known_to")
    return Judgement(**named, changes=json.loads(changes) if changes else None, at=at, undone=known_to is not None)
