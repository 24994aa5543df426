"""A ledger of an older schema becomes one of ours; the old file is kept beside it as `FILE.v1.bak`.

`STEPS[n]` is the SQL that leads from schema n to n + 1. All steps run in one transaction: it is done whole or not.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from dragoman.ledger.schema import APPLICATION_ID, SCHEMA_VERSION

STEPS: dict[int, tuple[str, ...]] = {}


def migrate(
    db: sqlite3.Connection, file: Path, *, steps: dict[int, tuple[str, ...]] | None = None, to: int = SCHEMA_VERSION
) -> Path | None:
    """Bring the ledger to schema `to`; the path of the copy that was kept, None where nothing was to be done."""
    steps = STEPS if steps is None else steps
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID or not 0 < version < to:
        return None
    copy = keep_copy(db, file, version)
    db.execute("BEGIN IMMEDIATE")
    try:
        (version,) = db.execute("PRAGMA user_version").fetchone()  # another may have done it meanwhile
        for number in range(version, to):
            for statement in steps[number]:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {max(version, to)}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
    return copy


def keep_copy(db: sqlite3.Connection, file: Path, version: int) -> Path:
    """A whole copy as `FILE.vN.bak` (never over another one); it appears under its name when it is whole."""
    name, count = file.with_name(f"{file.name}.v{version}.bak"), 1
    while name.exists():
        count += 1
        name = file.with_name(f"{file.name}.v{version}.{count}.bak")
    part = name.with_name(f"{name.name}.part")
    part.unlink(missing_ok=True)
    copy = sqlite3.connect(part)
    try:
        db.backup(copy)
    finally:
        copy.close()
    os.replace(part, name)
    return name
