"""Opening a ledger: to write (made where there is none) or to read only; whether the file is one of ours."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from dragoman.errors import LedgerError, Locked, SchemaMismatch
from dragoman.ledger import schema
from dragoman.ledger.migrate import migrate
from dragoman.ledger.places import distance

#: Seconds to wait for another writer.
PATIENCE = 30.0
#: Seconds between two tries where SQLite itself does not wait.
PAUSE = 0.02
NO_LEDGER = "name the file that dragoman ingest made"
#: Kilobytes of pages kept, and bytes of the file mapped: a page of 1,000,000 events is read in milliseconds so.
CACHE = 64_000
MAPPED = 1 << 30


def open_reader(path: str | os.PathLike[str], *, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection that cannot write; LedgerError where there is no ledger, SchemaMismatch where it is another's."""
    file = Path(path)
    if file.is_dir():
        raise LedgerError("it is a folder, not a ledger", where=str(path), hint="name the file that ingest made")
    if not file.is_file():
        raise LedgerError("there is no ledger", where=str(path), hint="dragoman ingest PATH… --ledger FILE makes one")
    uri = f"file:{quote(str(file.resolve()))}?mode=ro"
    if not os.access(file.resolve().parent, os.W_OK) and not Path(f"{file}-wal").exists():
        uri += "&immutable=1"  # where nothing can be written beside it, nobody is writing it
    db = _connect(uri, patience, str(path))
    try:
        with asking(str(path)):
            db.execute("PRAGMA query_only = ON")
            _tune(db)
            check(db, str(path))
    except BaseException:
        db.close()
        raise
    return db


def open_writer(
    path: str | os.PathLike[str], *, patience: float = PATIENCE, durable: bool = True
) -> sqlite3.Connection:
    """A connection that writes. `durable`: what is committed outlives a loss of power, not only a death of the process.

    A ledger of an older schema is migrated, a copy kept (see migrate.py).
    """
    file = Path(path)
    if file.parent and not file.parent.is_dir():
        raise LedgerError("there is no such folder", where=str(file.parent))
    db = _connect(f"file:{quote(str(file.resolve()))}?mode=rwc", patience, str(path))
    try:
        with asking(str(path)):
            _make(db, str(path), patience)
            migrate(db, file)
            _set_wal(db, patience)
            db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            db.execute("PRAGMA foreign_keys = OFF")  # the writer alone makes rows, in one place
            _tune(db)
            check(db, str(path))
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def asking(path: str) -> Iterator[None]:
    """SQLite's errors as ours."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise as_ours(error, path) from error


def as_ours(error: sqlite3.Error, path: str) -> LedgerError:
    """The error of the ledger that tells what an error of SQLite means for the user."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Locked("another process is writing it", where=path, hint="try again when it is done")
    if primary == sqlite3.SQLITE_NOTADB:
        return SchemaMismatch("it is no ledger", where=path, hint=NO_LEDGER)
    if primary == sqlite3.SQLITE_CORRUPT:
        return LedgerError("the file is damaged", where=path, hint="keep it, and ingest into a new one")
    return LedgerError(f"it cannot be used: {error}", where=path)


def check(db: sqlite3.Connection, path: str) -> None:
    """SchemaMismatch unless this is a ledger of our schema."""
    (application,), (version,) = (
        db.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
    )
    if application != schema.APPLICATION_ID:
        raise SchemaMismatch("it is no ledger", where=path, hint=NO_LEDGER)
    if version > schema.SCHEMA_VERSION:
        raise SchemaMismatch(
            f"it was written by a newer Dragoman (schema {version}; this one knows {schema.SCHEMA_VERSION})", where=path
        )
    if version < schema.SCHEMA_VERSION:
        raise SchemaMismatch(
            f"it has the older schema {version}", where=path, hint="dragoman ingest --ledger FILE migrates it"
        )


def _make(db: sqlite3.Connection, path: str, patience: float) -> None:
    """The tables, in an empty file; another program's file is left alone."""
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if tables and application != schema.APPLICATION_ID:
        raise SchemaMismatch("it is another program's database", where=path, hint="name a file of its own")
    if tables:
        return
    _set_wal(db, patience)
    db.execute("BEGIN IMMEDIATE")
    if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:  # another may have made it meanwhile
        for statement in schema.statements():
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    db.execute("COMMIT")


def _set_wal(db: sqlite3.Connection, patience: float) -> None:
    """Write-ahead logging; where another process makes the same file, SQLite does not wait for it by itself."""
    for _ in range(int(patience / PAUSE)):
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(PAUSE)
        else:
            return
    db.execute("PRAGMA journal_mode = WAL")


def _connect(uri: str, patience: float, path: str) -> sqlite3.Connection:
    with asking(path):
        db = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)
    db.create_function("distance", 4, distance, deterministic=True)
    return db


def _tune(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA cache_size = -{CACHE}")
    db.execute(f"PRAGMA mmap_size = {MAPPED}")
    db.execute("PRAGMA temp_store = MEMORY")
