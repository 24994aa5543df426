"""The lexicon to look at: its tables, and the rows of one, as columns and cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.lexicon.edit import spec_of
from dragoman.lexicon.load import Lexicon, Row
from dragoman.lexicon.tables import SPECS


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns, and lines of as many cells."""

    columns: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


def tables(lexicon: Lexicon) -> Sheet:
    """Every table: its name, how many rows, its columns (key columns first named), what a row means."""
    lines = []
    for spec in SPECS:
        columns = " ".join(f"{c}*" if c in spec.key else c for c in spec.columns)
        lines.append((spec.name, spec.path, str(len(lexicon.rows(spec.name))), columns, spec.meaning))
    return Sheet(("table", "path", "rows", "columns", "meaning"), tuple(lines))


def rows(lexicon: Lexicon, table: str, *, grep: str | None = None) -> Sheet:
    """The rows of a table, with where each stands; with `grep` those of which a cell holds these characters."""
    spec = spec_of(table)
    found = _holding(lexicon.rows(spec.name), grep)
    lines = tuple((*(row[c] for c in spec.columns), f"{row.file}:{row.line}") for row in found)
    return Sheet((*spec.columns, "where"), lines)


def everywhere(lexicon: Lexicon, grep: str) -> Sheet:
    """Rows of all tables of which a cell holds these characters, whatever the capitals."""
    lines = []
    for spec in SPECS:
        for row in _holding(lexicon.rows(spec.name), grep):
            cells = ", ".join(f"{column} {value}" for column, value in row.values.items() if value)
            lines.append((spec.name, row.key, cells, f"{row.file}:{row.line}"))
    return Sheet(("table", "key", "cells", "where"), tuple(lines))


def _holding(found: tuple[Row, ...], grep: str | None) -> Iterator[Row]:
    wanted = grep.lower() if grep is not None else None
    for row in found:
        if wanted is None or any(wanted in value.lower() for value in row.values.values()):
            yield row
