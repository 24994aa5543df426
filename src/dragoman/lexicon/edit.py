"""Adding a row to a user's folder: checked before it is written, under a header made where there is none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.errors import LexiconError, UnknownName
from dragoman.lexicon.check import Problem, find_problems
from dragoman.lexicon.load import DATA, Row, load_lexicon, read_rows
from dragoman.lexicon.tables import SPECS, TableSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A row that was written, and the row of ours it lies over, if there is one."""

    row: Row
    over: Row | None


def spec_of(table: str) -> TableSpec:
    """The table of this name; UnknownName lists those there are."""
    for spec in SPECS:
        if table in (spec.name, spec.path):
            return spec
    raise UnknownName("table", table, sorted(spec.name for spec in SPECS))


def add_row(table: str, cells: Mapping[str, str], folder: Path, *, over_ours: bool = False) -> Added:
    """Write a row into the folder's table.

    UnknownName for a table or column that is not there; LexiconError where the row stands already (in the folder, or
    with us and `over_ours` is false), where a check finds fault with it, or where the file cannot be written.
    """
    spec = spec_of(table)
    for column in cells:
        if column not in spec.columns:
            raise UnknownName(f"column of {spec.name}", column, spec.columns)
    values = {column: " ".join(cells.get(column, "").split()) for column in spec.columns}
    key = "/".join(values[k] for k in spec.key)
    if not key.strip("/"):
        raise LexiconError(f"a row of {spec.name} needs {' and '.join(spec.key)}", hint=f"write {spec.key[0]}=…")
    path = folder / spec.path
    lines = _lines(path)
    row = Row(spec.name, key, values, str(path), len(lines) + (1 if lines else 2))
    over = _standing(spec, row, path, over_ours=over_ours)
    problems = problems_of(row, folder)
    if problems:
        first, *more = problems
        hint = f"and {len(more)} more" if more else None
        raise LexiconError(f"not written: {first.what}", where=f"{first.file}:{first.line}", hint=hint)
    _write(path, lines, spec, values)
    return Added(row=row, over=over)


def _standing(spec: TableSpec, row: Row, path: Path, *, over_ours: bool) -> Row | None:
    """The row of ours with this key; LexiconError where the row may not be written for what stands already."""
    if path.is_file():
        for other in read_rows(spec, path, str(path), whole=False):
            if other.key == row.key:
                raise LexiconError(f"{row.name} stands already", where=f"{other.file}:{other.line}")
    ours = read_rows(spec, DATA / spec.path, f"lexicon/{spec.path}")
    over = next((other for other in ours if other.key == row.key), None)
    if over is not None and over.values == row.values:
        raise LexiconError(f"{row.name} is a row of ours already", where=f"{over.file}:{over.line}")
    if over is not None and not over_ours:
        raise LexiconError(
            f"ours has {row.name}", where=f"{over.file}:{over.line}", hint="--over lays yours over it, whole"
        )
    return over


def problems_of(row: Row, folder: Path) -> tuple[Problem, ...]:
    """What the checks find wrong with a row, were it the last of the folder's table."""
    lexicon = load_lexicon([folder] if folder.is_dir() else [])
    rows = {other.key: other for other in lexicon.rows(row.table)} | {row.key: row}
    tables = {**lexicon.tables, row.table: tuple(rows.values())}
    found = find_problems(replace(lexicon, tables=tables, _by_name={}))
    return tuple(p for p in found if (p.file, p.line) == (row.file, row.line) and not p.note)


def _lines(path: Path) -> list[str]:
    """The lines of the file, none where there is no file."""
    if not path.exists():
        return []
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot be read: {error}", where=str(path)) from error


def _write(path: Path, lines: list[str], spec: TableSpec, values: Mapping[str, str]) -> None:
    """The file with the row behind its last line; it appears whole or not at all."""
    header = next((line.split("\t") for line in lines if line.strip() and not line.startswith("#")), None)
    columns = [name.strip() for name in header] if header is not None else list(spec.columns)
    if header is None:
        lines = [*lines, "\t".join(columns)]
    lost = [c for c, value in values.items() if value and c not in columns]
    if lost:
        raise LexiconError(f"the file has no column {lost[0]}", where=str(path), hint="add it to the header")
    lines = [*lines, "\t".join(values[c] for c in columns)]
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text("\n".join(lines) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise LexiconError(f"cannot be written: {error.strerror}", where=str(path)) from error
    finally:
        part.unlink(missing_ok=True)
