"""Parquet as pyarrow, pandas and polars read it."""

from __future__ import annotations

import builtins
import io
import sys
from datetime import UTC, date, datetime
from typing import Any

import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest

from dragoman.errors import MissingPart
from dragoman.export import parquet
from dragoman.export.cells import safe
from dragoman.export.columns import TABLES
from dragoman.export.contract import KINDS, Kind
from dragoman.export.parquet import FORMAT
from tests.export.samples import HOSTILE, everything, hostile, order, talks, written


def loaded(data: bytes) -> Any:
    return pyarrow.parquet.read_table(io.BytesIO(data))


@pytest.mark.parametrize("kind", KINDS)
def test_columns_and_rows_are_those_of_the_table(kind: Kind) -> None:
    table = loaded(written(FORMAT, [talks(), hostile()], everything(kind=kind)))
    assert table.column_names == [column.name for column in TABLES[kind]]
    assert table.num_rows > 0
    assert polars.read_parquet(io.BytesIO(written(FORMAT, [talks()], everything(kind=kind)))).height > 0


def test_types_are_real() -> None:
    (first, _) = loaded(written(FORMAT, [talks()])).to_pylist()
    assert first["begin_day"] == date(2022, 1, 10)
    assert first["published_utc"] == datetime(2022, 1, 11, tzinfo=UTC)
    assert first["source"] == [{"id": "act-rus", "name": "Russia", "kind": "state", "country": "RUS", "code": "RUS"}]
    assert first["contexts"] == ["diplomatic"]
    assert first["reciprocal"] is True
    assert first["modality"] is None
    span = first["trigger_span"]
    assert talks().article.text[span["start"] : span["end"]] == first["trigger"] == "held talks"


def test_pandas_reads_it() -> None:
    frame = pandas.read_parquet(io.BytesIO(written(FORMAT, [talks()], everything())))
    assert frame["plover"].tolist() == ["CONSULT", "AID", "ASSAULT", "REJECT"]
    assert frame["status"].dtype == "category"
    assert frame.groupby("status", observed=True).size()["denied"] == 1


def test_the_metadata_name_the_edition_and_no_clock() -> None:
    metadata = loaded(written(FORMAT, [talks()])).schema.metadata
    assert metadata[b"dragoman.lexicon"] == b"abc"
    assert metadata[b"dragoman.version"] == b"0.1.0"
    assert metadata[b"dragoman.kind"] == b"events"


def test_words_are_exact_but_for_what_cannot_be_written() -> None:
    rows = loaded(written(FORMAT, [hostile()])).to_pylist()
    assert [row["place"] for row in rows] == [safe(name) for name in HOSTILE]
    assert rows[4]["source"][0]["name"] == "tab\there"


def test_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "BATCH", 5)
    monkeypatch.setattr(parquet, "GROUP", 1)
    data = written(FORMAT, [hostile()])
    assert pyarrow.parquet.ParquetFile(io.BytesIO(data)).num_row_groups == 4
    assert loaded(data).num_rows == len(HOSTILE)


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, name)
    real = builtins.__import__

    def absent(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "pyarrow":
            raise ModuleNotFoundError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    monkeypatch.setattr(parquet, "import_module", absent)
    with pytest.raises(MissingPart, match=r"dragoman\[tables\]"):
        written(FORMAT, [talks()], order())
