"""Answers as tables for others: Arrow, pandas, Polars (the extra `tables`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from dragoman.errors import MissingPart
from dragoman.ledger.found import ARTICLE_COLUMNS, Found
from dragoman.ledger.schema import COLUMNS

#: Columns that are numbers; all others are strings.
NUMBERS = {"INTEGER": "int64", "REAL": "float64"}
_AROUND = ("article", "version", "outlet", "published", "title", "url", "words")


def column_types(kind: str) -> dict[str, str]:
    """Name and type (string, int64, float64) of every column of a kind's table, in order."""
    if kind == "articles":
        own = {
            name: "int64" if name in ("characters", "known_from", "known_to") else "string" for name in ARTICLE_COLUMNS
        }
    else:
        own = {name: NUMBERS.get(sort, "string") for name, sort in (column.split() for column in COLUMNS[kind])}
    around = {name: "int64" if name == "version" else "string" for name in _AROUND}
    return {"id": "string", "day": "string", **own, "verdict": "string", **around}


class Table:
    """Rows of one kind with typed columns, for any library that speaks the Arrow C stream interface."""

    def __init__(self, kind: str, rows: Iterable[Found], *, columns: dict[str, str] | None = None) -> None:
        self.kind = kind
        self.columns = columns or column_types(kind)
        flat = [row.flat() for row in rows]
        self.data: dict[str, list[Any]] = {name: [row[name] for row in flat] for name in self.columns}

    def __len__(self) -> int:
        return len(next(iter(self.data.values()), ()))

    def to_arrow(self) -> Any:
        """A pyarrow.Table."""
        pa = part("pyarrow")
        types: dict[str, Callable[[], Any]] = {"string": pa.string, "int64": pa.int64, "float64": pa.float64}
        fields = [pa.field(name, types[sort]()) for name, sort in self.columns.items()]
        return pa.table(self.data, schema=pa.schema(fields))

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> Any:
        """A pandas.DataFrame with nullable columns (Int64, Float64, string)."""
        pd = part("pandas")
        types = {"string": "string", "int64": "Int64", "float64": "Float64"}
        return pd.DataFrame({name: pd.array(self.data[name], dtype=types[sort]) for name, sort in self.columns.items()})

    def to_polars(self) -> Any:
        """A polars.DataFrame."""
        pl = part("polars")
        types = {"string": pl.String, "int64": pl.Int64, "float64": pl.Float64}
        return pl.DataFrame(self.data, schema={name: types[sort] for name, sort in self.columns.items()})


def part(name: str) -> Any:
    """The library; MissingPart names the extra that brings it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingPart(f"{name} is not installed", hint="pip install 'dragoman[tables]'") from error
