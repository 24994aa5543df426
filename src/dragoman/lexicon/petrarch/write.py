"""Writing the folder: tables with a header, every cell free of tabs and line ends."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import LexiconError
from dragoman.lexicon.tables import TableSpec

Cells = dict[str, str]


class Table:
    """The rows of one table; a key stands once."""

    def __init__(self, spec: TableSpec) -> None:
        self.spec = spec
        self.rows: list[Cells] = []
        self._first: dict[str, str] = {}

    def add(self, cells: Cells) -> str | None:
        """Add a row; None, or the origin of the row that has its key already."""
        row = {column: " ".join(cells.get(column, "").split()) for column in self.spec.columns}
        key = "/".join(row[k] for k in self.spec.key)
        if key in self._first:
            return self._first[key]
        self._first[key] = row["origin"]
        self.rows.append(row)
        return None


def write_folder(folder: Path, tables: Iterable[Table], *, replace: bool) -> None:
    """Write the tables that have rows; LexiconError where a coding table is there already and `replace` is false."""
    filled = [table for table in tables if table.rows]
    there = [table.spec.path for table in filled if (folder / table.spec.path).exists()]
    if there and not replace:
        raise LexiconError(
            f"has {', '.join(there)} already", where=str(folder), hint="name a new folder, or --replace them"
        )
    for table in filled:
        path = folder / table.spec.path
        lines = ["\t".join(table.spec.columns)]
        lines.extend("\t".join(row[column] for column in table.spec.columns) for row in table.rows)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace")
        except OSError as error:
            raise LexiconError(f"cannot be written: {error.strerror}", where=str(path)) from error
