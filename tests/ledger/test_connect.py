"""Opening: only ledgers are opened, readers cannot write, older ledgers are migrated with a copy kept."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dragoman.errors import LedgerError, SchemaMismatch
from dragoman.ledger import Ledger, Writer, schema
from dragoman.ledger.connect import open_reader, open_writer
from dragoman.ledger.migrate import migrate
from tests.ledger.stories import AT, harbour


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Writer(tmp_path / "t.ledger") as writer:
        writer.add(harbour(), at=AT)
    return tmp_path / "t.ledger"


def test_a_reader_cannot_write(path: Path) -> None:
    db = open_reader(path)
    with pytest.raises(sqlite3.OperationalError, match=r"readonly|attempt to write"):
        db.execute("DELETE FROM events")
    with Ledger(path) as ledger, pytest.raises(LedgerError):
        ledger.sql("DROP TABLE events")


def test_a_reader_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        Ledger(tmp_path / "none.ledger")
    assert not list(tmp_path.iterdir())


def test_a_ledger_is_named_or_of_the_environment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    with pytest.raises(LedgerError, match="DRAGOMAN_LEDGER"):
        Ledger()
    monkeypatch.setenv("DRAGOMAN_LEDGER", str(path))
    assert Ledger().totals()["articles"] == 1


@pytest.mark.parametrize("opening", [open_reader, open_writer])
def test_the_files_of_others_are_left_alone(tmp_path: Path, opening: object) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("no database, but long enough to be looked at " * 30)
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE mine (x)")
    db.close()
    for file in (text, other):
        before = file.read_bytes()
        with pytest.raises(SchemaMismatch):
            opening(file)  # type: ignore[operator]
        assert file.read_bytes() == before


def test_a_newer_ledger_is_not_touched(path: Path) -> None:
    set_version(path, schema.SCHEMA_VERSION + 1)
    for opening in (open_reader, open_writer):
        with pytest.raises(SchemaMismatch, match="newer Dragoman"):
            opening(path)


def test_a_damaged_ledger_is_said_to_be(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data) - 200, 4096):
        data[at : at + 200] = b"\xff" * 200
    path.write_bytes(data)
    with pytest.raises(LedgerError), Ledger(path) as ledger:
        ledger.events()


def test_names_of_files_may_hold_anything(tmp_path: Path) -> None:
    path = tmp_path / "a?b #%41 é.ledger"
    with Writer(path) as writer:
        writer.add(harbour(), at=AT)
    assert path.is_file()
    assert Ledger(path).totals()["articles"] == 1


def set_version(path: Path, version: int) -> None:
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {version}")
    db.close()


def test_an_older_ledger_is_migrated_and_a_copy_kept(path: Path) -> None:
    steps = {1: ("ALTER TABLE articles ADD COLUMN mood TEXT", "UPDATE articles SET mood = 'calm'"), 2: ()}
    db = sqlite3.connect(path, isolation_level=None)
    copy = migrate(db, path, steps=steps, to=3)
    assert copy == path.with_name("t.ledger.v1.bak")
    assert db.execute("SELECT mood FROM articles").fetchall() == [("calm",)]
    assert db.execute("PRAGMA user_version").fetchone() == (3,)
    assert Ledger(copy).reading(harbour().article.id) == harbour()
    assert migrate(db, path, steps=steps, to=3) is None


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, path, steps={1: ("ALTER TABLE articles ADD COLUMN mood TEXT", "NONSENSE")}, to=2)
    db.close()
    assert Ledger(path).reading(harbour().article.id) == harbour()
    set_version(path, 1)
    assert path.with_name("t.ledger.v1.bak").is_file()


def test_a_reader_does_not_migrate(path: Path) -> None:
    set_version(path, 0)
    with pytest.raises(SchemaMismatch, match="older schema"):
        open_reader(path)


def test_several_may_make_the_same_ledger_at_once(tmp_path: Path) -> None:
    def make(path: Path) -> str:
        with Writer(path) as writer:
            return writer.add(harbour(), at=AT).result

    with ThreadPoolExecutor(4) as pool:
        for number in range(5):
            done = list(pool.map(make, [tmp_path / f"{number}.ledger"] * 4))
            assert sorted(done) == ["added", "known", "known", "known"]
