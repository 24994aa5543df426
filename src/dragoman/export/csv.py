"""CSV (RFC 4180): UTF-8, a header, lists joined by `;`; with `--excel` safe to open in a spreadsheet.

Cells are on one line but for an article's whole text. What Parquet nests lies in several columns here: a span is
`_start` and `_end`, parties are names, `_ids` and `_countries`.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any, BinaryIO

from dragoman.export.cells import cell, joined, safe, unformula
from dragoman.export.columns import TABLES, cells_of
from dragoman.export.columns.column import Column, Type
from dragoman.export.contract import KINDS, Field, Format, Kind, Order, Tally
from dragoman.records import Actor, Reading, Role, Span

#: Rows gathered before they are written.
BATCH = 500
Render = Callable[[Any], str]


def _names(actors: Sequence[Actor]) -> str:
    return joined([actor.name for actor in actors])


def _ids(actors: Sequence[Actor]) -> str:
    return joined([actor.id for actor in actors])


def _countries(actors: Sequence[Actor]) -> str:
    """In order of the names; an empty place where a country is not known."""
    return joined([actor.country or "" for actor in actors]) if any(a.country for a in actors) else ""


def _roles(roles: Sequence[Role]) -> str:
    return joined([", ".join(p for p in (role.title, role.organisation, role.country) if p) for role in roles])


def _spans(spans: Sequence[Span]) -> str:
    return ";".join(f"{start}-{end}" for start, end in spans)


def _text(value: str) -> str:
    return cell(value)


#: How a value is written, by the column's type: suffix of the name, and the cell.
RENDERS: dict[Type, tuple[tuple[str, Render], ...]] = {
    "text": (("", _text),),
    "words": (("", _text),),
    "code": (("", _text),),
    "integer": (("", str),),
    "number": (("", repr),),
    "boolean": (("", lambda value: "true" if value else "false"),),
    "day": (("", lambda value: value.isoformat()),),
    "moment": (("", lambda value: value.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")),),
    "texts": (("", joined),),
    "codes": (("", joined),),
    "span": (("_start", lambda span: str(span.start)), ("_end", lambda span: str(span.end))),
    "spans": (("", _spans),),
    "parties": (("", _names), ("_ids", _ids), ("_countries", _countries)),
    "roles": (("", _roles),),
}
#: Cells of these types are words of strangers, which a spreadsheet must not run.
FOREIGN = frozenset({"text", "words", "code", "texts", "codes", "parties", "roles"})
PARTS = {"": "", "_start": " (first offset)", "_end": " (offset behind the last)", "_ids": ": actor ids",
         "_countries": ": ISO 3166-1 alpha-3"}  # fmt: skip


def header_cells(column: Column) -> list[str]:
    """The names of the cells of a column."""
    stem = column.name.removesuffix("_span") if column.type == "span" else column.name
    return [stem + suffix for suffix, _ in RENDERS[column.type]]


def header_of(kind: Kind) -> list[str]:
    """The names of the cells of a row."""
    return [name for column in TABLES[kind] for name in header_cells(column)]


def fields(kind: Kind) -> tuple[Field, ...]:
    """The cells of a row, for the data dictionary."""
    return tuple(
        Field(name=name, type=column.type, meaning=column.meaning + PARTS[suffix], source=column.source)
        for column in TABLES[kind]
        for name, (suffix, _) in zip(header_cells(column), RENDERS[column.type], strict=True)
    )


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """The header, then a line for each record; after a byte order mark with `--excel`."""
    tally = Tally()
    if order.excel:
        stream.write(codecs.BOM_UTF8)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header_of(order.kind))
    empty = [("",) * len(RENDERS[column.type]) for column in TABLES[order.kind]]
    for row in cells_of(readings, order, lambda column: _shown(column, excel=order.excel), None):
        writer.writerow([text for parts, none in zip(row, empty, strict=True) for text in parts or none])
        tally.written += 1
        if tally.written % BATCH == 0:
            _pour(buffer, stream)
    _pour(buffer, stream)
    return tally


def _shown(column: Column, *, excel: bool) -> Callable[[Any], tuple[str, ...] | None]:
    """What turns a value of the column into its cells."""
    renders = tuple(render for _, render in RENDERS[column.type])
    if column.name == "text" and column.type == "words":  # the only cell with lines of its own
        renders = (safe,)
    if excel and column.type in FOREIGN:
        return lambda value: tuple([unformula(render(value)) for render in renders])
    return lambda value: tuple([render(value) for render in renders])


def _pour(buffer: io.StringIO, stream: BinaryIO) -> None:
    stream.write(buffer.getvalue().encode("utf-8", "replace"))
    buffer.seek(0)
    buffer.truncate()


FORMAT = Format(
    name="csv",
    title="CSV",
    suffix=".csv",
    write=write,
    fields=fields,
    kinds=KINDS,
    text="sentence",
    note="`--kind` chooses what a row is; `--excel` adds a byte order mark and disarms formulas.",
)
