"""Parquet (needs pyarrow, extra `tables`): the same tables as CSV with real types, for pandas, polars, DuckDB, Spark.

Parties and spans are nested, closed vocabularies dictionary-coded, `published_utc` a timestamp in UTC, zstd. The
file's metadata carry the edition of reader and tables (`dragoman.*`) and no clock: the same readings give the same
bytes under one version of pyarrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from types import ModuleType
from typing import Any, BinaryIO

from dragoman.errors import MissingPart
from dragoman.export.cells import safe
from dragoman.export.columns import TABLES, cells_of
from dragoman.export.columns.column import Column
from dragoman.export.contract import KINDS, Field, Format, Kind, Order, Tally
from dragoman.records import Actor, Reading, Role, Span

#: Rows turned into Arrow at once, and the size of a row group in memory (bytes), which bounds what is held.
BATCH = 2000
GROUP = 64_000_000


def _arrow() -> tuple[ModuleType, ModuleType]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise MissingPart(
            "Parquet needs pyarrow, which is not installed", hint="pip install 'dragoman[tables]'"
        ) from error


def _types(pa: ModuleType) -> dict[str, Any]:
    code, text = pa.dictionary(pa.int32(), pa.string()), pa.string()
    span = pa.struct([("start", pa.int32()), ("end", pa.int32())])
    party = pa.struct([(name, text) for name in ("id", "name", "kind", "country", "code")])
    role = pa.struct([(name, text) for name in ("title", "organisation", "country")])
    return {
        "text": text, "words": text, "code": code, "integer": pa.int64(), "number": pa.float64(),
        "boolean": pa.bool_(), "day": pa.date32(), "moment": pa.timestamp("ms", tz="UTC"), "texts": pa.list_(text),
        "codes": pa.list_(text), "span": span, "spans": pa.list_(span), "parties": pa.list_(party),
        "roles": pa.list_(role),
    }  # fmt: skip


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _party(actor: Actor) -> dict[str, str | None]:
    text = {"id": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country, "code": actor.code}
    return {name: safe(value) if value is not None else None for name, value in text.items()}


def _role(role: Role) -> dict[str, str | None]:
    text = {"title": role.title, "organisation": role.organisation, "country": role.country}
    return {name: safe(value) if value is not None else None for name, value in text.items()}


#: How a known value is handed to Arrow, by the column's type; others go as they are. Words keep their lines, and lose
#: only what UTF-8 and readers in C cannot hold.
TURNED: dict[str, Callable[[Any], Any]] = {
    "text": safe,
    "words": safe,
    "code": safe,
    "texts": lambda values: [safe(text) for text in values],
    "codes": lambda values: [safe(text) for text in values],
    "span": _span,
    "spans": lambda spans: [_span(span) for span in spans],
    "parties": lambda actors: [_party(actor) for actor in actors],
    "roles": lambda roles: [_role(role) for role in roles],
    "number": float,
}


def _turned(column: Column) -> Callable[[Any], Any]:
    return TURNED.get(column.type, lambda value: value)


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """Row groups of about 64 MB, written as they fill."""
    pa, pq = _arrow()
    tally, columns, types = Tally(), TABLES[order.kind], _types(pa)
    about = {f"dragoman.{name}": value for name, value in order.edition}
    schema = pa.schema([(c.name, types[c.type]) for c in columns], metadata={"dragoman.kind": order.kind, **about})
    waiting: list[list[Any]] = []
    batches: list[Any] = []
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for row in cells_of(readings, order, _turned, None):
            waiting.append(row)
            tally.written += 1
            if tally.written % BATCH == 0:
                batches.append(_batch(pa, schema, waiting))
                if sum(batch.nbytes for batch in batches) > GROUP:
                    writer.write_table(pa.Table.from_batches(batches, schema))
                    batches.clear()
        batches.append(_batch(pa, schema, waiting))
        writer.write_table(pa.Table.from_batches(batches, schema))
    return tally


def _batch(pa: ModuleType, schema: Any, waiting: list[list[Any]]) -> Any:
    """The rows as columns of Arrow; they wait no longer."""
    columns = zip(*waiting, strict=True) if waiting else ((),) * len(schema)
    arrays = [pa.array(cells, type=field.type) for cells, field in zip(columns, schema, strict=True)]
    waiting.clear()
    return pa.record_batch(arrays, schema=schema)


def fields(kind: Kind) -> tuple[Field, ...]:
    """The columns, for the data dictionary."""
    return tuple(Field(name=c.name, type=c.type, meaning=c.meaning, source=c.source, null="null") for c in TABLES[kind])


FORMAT = Format(
    name="parquet",
    title="Parquet",
    suffix=".parquet",
    write=write,
    fields=fields,
    kinds=KINDS,
    text="sentence",
    binary=True,
    note="`--kind` chooses what a row is. Needs the extra `tables`.",
)
