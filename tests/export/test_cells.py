"""Foreign text in cells: nothing shifts a column, runs, or ends a file; numbers that stay numbers."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.cells import cell, digest_number, joined, number_of, safe, unformula
from dragoman.export.days import after, day_of, moment_of, precision_of, stamp_of


@given(st.text())
def test_a_cell_is_one_line_of_visible_characters(text: str) -> None:
    shown = cell(text)
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in shown)
    assert "\t" not in shown
    shown.encode()


@given(st.text())
def test_safe_text_keeps_its_lines_and_can_be_written(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text), "offsets stay"
    assert "\x00" not in shown
    shown.encode()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "＝1", "\t=1"])
def test_formulas_are_disarmed(text: str) -> None:
    assert unformula(text) == "'" + text
    assert unformula("a" + text) == "a" + text


def test_a_separator_inside_a_value_gives_way() -> None:
    assert joined(["a;b", "c\td"]) == "a,b;c d"
    assert joined(["a,b"], ",") == "a,b"


IDS = [("evt-0123456789ab0000", 0), ("evt-0123456789ab0000", 31), ("evt-ffffffffffffffff", 31)]


@pytest.mark.parametrize(("key", "row"), IDS)
def test_a_number_is_exact_and_leads_back_to_the_id(key: str, row: int) -> None:
    number = number_of(key, row)
    assert number < 2**53
    assert int(float(number)) == number, "exact in R and JavaScript"
    assert f"{number // 32:012x}" == key[4:16]
    assert number % 32 == row


@given(st.text(), st.integers(0, 2000))
def test_any_id_has_a_number(key: str, row: int) -> None:
    assert 0 <= number_of(key, row) < 2**53
    assert 0 <= digest_number(key, str(row)) < 2**53


DAYS = [
    ("2022-01-10", "2022-01-10", None, "2022-01-10T00:00:00+00:00"),
    ("2022-01-10T23:30:00-05:00", "2022-01-10", "2022-01-11T04:30:00+00:00", "2022-01-11T04:30:00+00:00"),
    ("2022-01-10T08:55", "2022-01-10", "2022-01-10T08:55:00", "2022-01-10T08:55:00+00:00"),
    ("2022-02-30", None, None, None),
    ("2022-01", None, None, None),
    ("soon", None, None, None),
    (None, None, None, None),
]


@pytest.mark.parametrize(("iso", "day", "moment", "stamp"), DAYS)
def test_days_and_moments_are_what_is_written_or_nothing(
    iso: str | None, day: str | None, moment: str | None, stamp: str | None
) -> None:
    found = (day_of(iso), moment_of(iso), stamp_of(iso))
    assert tuple(x.isoformat() if x else None for x in found) == (day, moment, stamp)


@given(st.text(max_size=30))
def test_of_any_text_there_is_a_date_or_none(text: str) -> None:
    for begin in (text, "2022-01-10" + text, "2022-01-10T" + text, "9999-12-31T00:00" + text):
        day, moment, stamp = day_of(begin), moment_of(begin), stamp_of(begin)
        assert (stamp is None) == (day is None)
        assert moment is None or day is not None
        assert precision_of(begin, begin) == (None if day is None else "day" if moment is None else "moment")
        assert precision_of(begin, text) in (None, "moment", "day", "span", "open")


def test_the_last_day_has_no_day_after() -> None:
    last, first = day_of("9999-12-31"), day_of("2022-12-31")
    assert last is not None and after(last) is None  # noqa: PT018
    assert first is not None and str(after(first)) == "2023-01-01"  # noqa: PT018


@pytest.mark.parametrize(
    ("begin", "end", "precision"),
    [("2022-01-10", "2022-01-10", "day"), ("2022-01-10T08:00", "2022-01-10T08:00", "moment"),
     ("2022-01-01", "2022-01-31", "span"), ("2022-01-01", None, "open"), (None, None, None)],
)  # fmt: skip
def test_how_well_a_time_is_known(begin: str | None, end: str | None, precision: str | None) -> None:
    assert precision_of(begin, end) == precision
