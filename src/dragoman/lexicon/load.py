"""Tables from disk to rows: `load_lexicon()` reads our tables and lays a user's folders over them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import LexiconError
from dragoman.lexicon.tables import SPECS, TableSpec

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. `row["lemma"]` is a cell, `row.name` what `because` calls it (`reporting_verbs:say`)."""

    table: str
    key: str
    values: Mapping[str, str]
    file: str
    line: int

    @property
    def name(self) -> str:
        return f"{self.table}:{self.key}"

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that may hold several, separated by `|`."""
        return tuple(v.strip() for v in self.values[column].split("|") if v.strip())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables. `rows("states")` in order of the file; `digest` is a SHA-256 over every byte read."""

    tables: Mapping[str, tuple[Row, ...]]
    digest: str
    _by_name: dict[str, Row] = field(default_factory=dict)

    def rows(self, table: str) -> tuple[Row, ...]:
        return self.tables.get(table, ())

    def find(self, name: str) -> Row | None:
        """The row that `because` calls by this name."""
        if not self._by_name:
            self._by_name.update({row.name: row for rows in self.tables.values() for row in rows})
        return self._by_name.get(name)


def read_rows(spec: TableSpec, path: Path, shown: str, *, whole: bool = True) -> Iterator[Row]:
    """The rows of one file; raises LexiconError with file, line and what is wrong.

    `whole`: the header has every column of the table in its order. A user's file may leave out all but the first of
    the key and order them as it likes; what it leaves out is empty.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot be read: {error}", where=shown) from error
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells if whole else [cell.strip() for cell in cells]
            wrong = _header_fault(spec, header, whole=whole)
            if wrong:
                raise LexiconError(wrong, where=f"{shown}:{number}")
            continue
        if len(cells) != len(header):
            raise LexiconError(f"{len(cells)} cells where {len(header)} belong", where=f"{shown}:{number}")
        values = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        if len(values) < len(spec.columns):
            values = {name: values.get(name, "") for name in spec.columns}
        key = "/".join(values[k] for k in spec.key)
        if not key.strip("/"):
            raise LexiconError(f"the key ({', '.join(spec.key)}) is empty", where=f"{shown}:{number}")
        yield Row(spec.name, key, values, shown, number)


def _header_fault(spec: TableSpec, header: Sequence[str], *, whole: bool) -> str | None:
    """What is wrong with the columns of a file, or None."""
    if tuple(header) == spec.columns:
        return None
    told = f"the columns are {', '.join(header)}; table {spec.name} has {', '.join(spec.columns)}"
    if whole:
        return told
    unknown = [name for name in header if name not in spec.columns]
    missing = [name for name in spec.key[:1] if name not in header]
    if unknown:
        return f"{unknown[0]}: no such column; {told}"
    if missing:
        return f"{missing[0]}: this column must be there, it names the row; {told}"
    if len(set(header)) < len(header):
        return f"a column stands twice; {told}"
    return None


def load_lexicon(folders: Sequence[Path] = (), *, data: Path = DATA) -> Lexicon:
    """Our tables, with the rows of each folder laid over them (an equal key replaces, a new one is added)."""
    digest = hashlib.sha256()
    tables: dict[str, tuple[Row, ...]] = {}
    for spec in SPECS:
        rows: dict[str, Row] = {}
        for root in (data, *folders):
            path = root / spec.path
            if path.is_file():
                digest.update(spec.path.encode() + path.read_bytes())
                shown = f"lexicon/{spec.path}" if root is data else str(path)
                for row in read_rows(spec, path, shown, whole=root is data):
                    if root is data and row.key in rows:
                        where = f"{shown}:{row.line}"
                        raise LexiconError(f"{row.name} stands twice (line {rows[row.key].line})", where=where)
                    rows[row.key] = row
        tables[spec.name] = tuple(rows.values())
    return Lexicon(tables, digest.hexdigest())
