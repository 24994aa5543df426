"""A shelf: rows set aside on disk until all are there, for formats that sort or count over the whole.

A temporary SQLite database without a name: it lies in a file that is gone when the shelf is closed, and only a few
megabytes of it are in memory, so that a million rows cost no more than a thousand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from dragoman.errors import UsageError

#: Rows handed to the database at once.
BATCH = 2000


class Shelf:
    """One table; `put` rows in any order, then `take` them by a query over `rows`."""

    def __init__(self, connection: sqlite3.Connection, columns: str) -> None:
        self._connection = connection
        self._marks = ", ".join("?" for _ in columns.split(","))
        self._waiting: list[tuple[Any, ...]] = []
        # in journal mode off nothing is written twice: the file is not to survive anything
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -16000")
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute(f"CREATE TABLE rows ({columns})")

    def put(self, *values: Any) -> None:
        self._waiting.append(values)
        if len(self._waiting) >= BATCH:
            self._set_down()

    def take(self, query: str, values: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a SELECT over `rows`, one by one."""
        self._set_down()
        yield from self._connection.execute(query, tuple(values))

    def run(self, statement: str) -> None:
        """A statement that gives no rows (a further table, an index)."""
        self._set_down()
        self._connection.execute(statement)

    def _set_down(self) -> None:
        self._connection.executemany(f"INSERT INTO rows VALUES ({self._marks})", self._waiting)
        self._waiting.clear()


@contextmanager
def shelf(columns: str) -> Iterator[Shelf]:
    """An empty shelf with these columns; what is on it is gone at the end. UsageError where there is no room for it."""
    with closing(sqlite3.connect("", isolation_level=None)) as connection:
        try:
            yield Shelf(connection, columns)
        except sqlite3.OperationalError as error:
            raise UsageError(
                f"rows cannot be set aside: {error}", hint="set TMPDIR to a folder with more room"
            ) from error
