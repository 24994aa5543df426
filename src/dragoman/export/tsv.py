"""Tab-separated lines, as ICEWS, POLECAT and GDELT files have them: no quoting, so that a cell must hold no tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Generic, TypeVar

from dragoman.export.cells import cell
from dragoman.export.contract import Field, Kind

Value = str | int | float | None
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: name, type, meaning and source for the data dictionary, and what it says of a row."""

    name: str
    type: str
    meaning: str
    source: str
    of: Callable[[Row], Value]


def fields_of(columns: Sequence[Column[Row]], null: str) -> Callable[[Kind], tuple[Field, ...]]:
    """The columns as fields of the data dictionary."""
    rows = tuple(Field(name=c.name, type=c.type, meaning=c.meaning, source=c.source, null=null) for c in columns)
    return lambda kind: rows


def shown(value: Value, null: str) -> str:
    """A value as a cell; floats in the shortest form that reads back alike."""
    if value is None:
        return null
    return cell(value, null=null) if isinstance(value, str) else repr(value)


def line(columns: Sequence[Column[Row]], row: Row, *, null: str) -> bytes:
    """One line of the file."""
    return ("\t".join([shown(c.of(row), null) for c in columns]) + "\n").encode()


def write_header(columns: Sequence[Column[Row]], stream: BinaryIO) -> None:
    """The line of names."""
    stream.write(("\t".join(c.name for c in columns) + "\n").encode())
