"""What of a place may stand in a column for cities, and what in one for countries; codes of other projects."""

from __future__ import annotations

import pytest

from dragoman.export.geography import NOWHERE, gdelt_type, where_of
from dragoman.records import Place, Span
from tests.export.samples import codes


def place(precision: str, country: str | None = "CHE") -> Place:
    return Place(span=Span(0, 1), name="X", country=country, lat=1.0, lon=2.0, precision=precision)  # type: ignore[arg-type]


PLACES = [
    ("city", "CHE", ("X", None, "Switzerland", 1.0), 4), ("point", "USA", ("X", None, "United States", 1.0), 3),
    ("region", "CHE", (None, "X", "Switzerland", 1.0), 5), ("region", "USA", (None, "X", "United States", 1.0), 2),
    ("region", None, (None, None, None, 1.0), 0), ("country", "CHE", (None, None, "Switzerland", None), 1),
    ("unknown", "CHE", (None, None, "Switzerland", None), 0), ("line", "CHE", (None, None, "Switzerland", 1.0), 0),
    ("city", "XYZ", ("X", None, None, 1.0), 4),
]  # fmt: skip


@pytest.mark.parametrize(("precision", "country", "columns", "type"), PLACES)
def test_a_place_stands_where_it_belongs(
    precision: str, country: str | None, columns: tuple[object, ...], type: int
) -> None:
    found = where_of(place(precision, country), codes())
    assert (found.city, found.province, found.country, found.lat) == columns
    assert gdelt_type(place(precision, country)) == type


def test_no_place_is_nowhere() -> None:
    assert where_of(None, codes()) == NOWHERE


COUNTRIES = [
    ("RUS", "365", "RS"), ("USA", "2", "US"), ("GBR", "200", "UK"), ("DEU", "255", "GM"), ("CHN", "710", "CH"),
    ("CHE", "225", "SZ"), ("UKR", "369", "UP"), ("AUS", "900", "AS"), ("AUT", "305", "AU"), ("YEM", "679", "YM"),
    ("VNM", "816", "VM"), ("SSD", "626", "OD"), ("XKX", "347", "KV"), ("SRB", "345", "RI"), ("HKG", None, "HK"),
    ("ALA", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("iso3", "cow", "fips"), COUNTRIES)
def test_states_have_their_numbers_and_codes(iso3: str, cow: str | None, fips: str | None) -> None:
    assert (codes().cow.get(iso3), codes().fips.get(iso3)) == (cow, fips)


def test_no_two_states_share_a_code() -> None:
    for table in (codes().cow, codes().fips):
        assert len(set(table.values())) == len(table)
        assert set(table) <= set(codes().countries)
    assert len(codes().cow) == 195


def test_dependencies_belong_to_a_state_that_is_one() -> None:
    states = codes().states
    assert (states["GRL"], states["HKG"], states["PRI"]) == ("DNK", "CHN", "USA")
    assert not {"TWN", "PSE", "XKX", "ESH"} & set(states), "they stand for themselves"
    assert set(states.values()) <= set(codes().cow)
    assert not set(states) & set(codes().cow)
