"""CSV as pandas and the standard library read it."""

from __future__ import annotations

import csv
import io

import pandas
import pytest

from dragoman.export.columns import TABLES
from dragoman.export.contract import KINDS, Kind
from dragoman.export.csv import FOREIGN, FORMAT, header_of
from tests.export.samples import HOSTILE, everything, hostile, order, talks, written

SAFE_STARTS = tuple("=+-@＝")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_is_as_wide_as_the_header(kind: Kind) -> None:
    for reading in (talks(), hostile()):
        data = written(FORMAT, [reading], everything(kind=kind, text="full"))
        table = list(csv.reader(io.StringIO(data.decode(), newline="")))
        assert {len(row) for row in table} == {len(header_of(kind))}
        assert table[0] == header_of(kind)
        assert len(set(table[0])) == len(table[0])
        assert len(pandas.read_csv(io.BytesIO(data))) == len(table) - 1


def test_pandas_reads_numbers_days_and_truths() -> None:
    table = pandas.read_csv(io.BytesIO(written(FORMAT, [talks()])), parse_dates=["begin_day", "published_utc"])
    first = table.iloc[0]
    assert (first["goldstein"], first["quad"], first["lat"], bool(first["reciprocal"])) == (7.0, 1, 46.2022, True)
    assert str(first["begin_day"].date()) == "2022-01-10"
    assert str(first["published_utc"]) == "2022-01-11 00:00:00+00:00"
    assert (first["source"], first["source_ids"], first["target_countries"]) == ("Russia", "act-rus", "NOR")


def test_every_row_shows_its_words_and_where_they_stand() -> None:
    text = talks().article.text
    for row in rows(written(FORMAT, [talks()], everything())):
        start, end = int(row["trigger_start"]), int(row["trigger_end"])
        assert text[start:end] == row["trigger"]
        begin, _, close = row["evidence_spans"].partition("-")
        assert text[int(begin) : int(close)] == row["evidence"]
        assert row["evidence"] in row["sentence"]
        assert row["sha256"] == talks().article.sha256


def test_excel_gets_a_mark_and_no_formula() -> None:
    data = written(FORMAT, [hostile()], order(excel=True))
    assert data.startswith(b"\xef\xbb\xbf")
    foreign = {c.name for c in TABLES["events"] if c.type in FOREIGN}
    found = rows(data)
    assert [row["source"][:1] for row in found[:4]] == ["'"] * 4
    for row in found:
        assert not any(value.startswith(SAFE_STARTS) for name, value in row.items() if name in foreign)
        assert (row["goldstein"], row["lat"]) == ("-10.0", "-1.5"), "numbers stay numbers"


def test_without_excel_names_are_as_written() -> None:
    found = rows(written(FORMAT, [hostile()]))
    assert [row["source"] for row in found][1:4] == ["+1+1", "-2+3", "@SUM(A1)"]
    assert [row["place"] for row in found][4:6] == ["tab here", "line break and more"]


def test_lines_end_as_rfc_4180_says() -> None:
    data = written(FORMAT, [talks()])
    assert data.count(b"\r\n") == data.count(b"\n") == 3


def test_the_whole_text_comes_only_when_it_is_asked_for() -> None:
    (full,) = rows(written(FORMAT, [talks()], order(kind="articles", text="full")))
    assert full["text"] == talks().article.text
    for level in ("sentence", "quote", "none"):
        (row,) = rows(written(FORMAT, [talks()], order(kind="articles", text=level)))
        assert row["text"] == ""
    assert full["events"] == "4", "of every status"


def test_levels_of_text() -> None:
    shown = {
        level: rows(written(FORMAT, [talks()], order(text=level)))[0] for level in ("full", "sentence", "quote", "none")
    }
    assert [bool(shown[level]["sentence"]) for level in shown] == [True, True, False, False]
    assert [bool(shown[level]["evidence"]) for level in shown] == [True, True, True, False]
    assert [bool(shown[level]["title"]) for level in shown] == [True, True, True, False]
    assert all(row["evidence_spans"] and row["source"] == "Russia" for row in shown.values()), "facts stay"


def test_a_value_with_the_separator_does_not_become_two() -> None:
    found = rows(written(FORMAT, [hostile()]))
    at = HOSTILE.index("semi;colon")
    assert found[at]["source"] == "semi,colon"
    assert found[at]["place"] == "semi;colon", "where there is one value it stays"
