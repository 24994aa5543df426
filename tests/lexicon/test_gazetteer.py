"""The packed gazetteer: names as they are written, places with their facts, small and quick to load."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import LexiconError
from dragoman.lexicon.gazetteer import ADM1, ADM2, CAPITAL, Gazetteer, build, fold, keys_of
from dragoman.lexicon.load import DATA
from tests.factory import kit


def gazetteer() -> Gazetteer:
    return kit().gazetteer


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Sana’a", "sanaa"),
        ("São Paulo", "sao paulo"),
        ("Port-au-Prince", "port au prince"),
        ("St. Louis", "st louis"),
        ("Łódź", "lodz"),
        ("New\nYork", "new york"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(written: str, key: str) -> None:
    assert fold(written) == key


@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(text: str) -> None:
    for key in keys_of(text):
        for candidate in gazetteer().candidates(key):
            assert candidate.geonameid
            assert -90 <= (candidate.lat or 0.0) <= 90


@pytest.mark.parametrize(
    ("name", "country", "geonameid"),
    [
        ("Kyiv", "UKR", 703448),
        ("Kiev", "UKR", 703448),
        ("Bombay", "IND", 1275339),
        ("Rangoon", "MMR", 1298824),
        ("Debaltsevo", "UKR", 710229),
        ("Saint Petersburg", "RUS", 498817),
        ("Cook County", "USA", 4888671),
        ("Bavaria", "DEU", 2951839),
    ],
)
def test_former_foreign_and_english_names_are_known(name: str, country: str, geonameid: int) -> None:
    found = gazetteer().candidates(fold(name))
    assert (country, geonameid) in {(c.country, c.geonameid) for c in found}


def test_a_name_of_many_places_gives_them_all_the_most_populous_first() -> None:
    found = gazetteer().candidates("springfield")
    assert len(found) > 20
    assert [c.people for c in found] == sorted((c.people for c in found), reverse=True)


def test_capitals_and_divisions_are_told_from_towns() -> None:
    assert any(c.kind == CAPITAL for c in gazetteer().candidates("nairobi"))
    assert any(c.kind == ADM1 and c.country == "CAN" for c in gazetteer().candidates("ontario"))
    assert any(c.kind == ADM2 for c in gazetteer().candidates("cook county"))


def test_a_town_knows_its_division() -> None:
    division = {c.geonameid for c in gazetteer().candidates("texas") if c.kind == ADM1}
    assert any(c.division in division for c in gazetteer().candidates("paris"))


@pytest.mark.parametrize("key", ["", " ", "zzzzqx", "\n", "the"])
def test_what_is_no_name_has_no_place(key: str) -> None:
    assert gazetteer().candidates(key) == ()
    assert not gazetteer().has(key)


def test_abbreviations_in_capitals_are_not_words() -> None:
    assert "US" in gazetteer().named
    assert "us" not in gazetteer().named


def test_every_state_has_its_geonames_id() -> None:
    states = [c for found in gazetteer().named.values() for c in found if c.row and c.row.startswith("states:")]
    assert {c.country for c in states if c.geonameid is None} <= {"XKX", "ATF", "IOT", "UMI"}


def test_a_region_that_is_a_division_has_its_id() -> None:
    assert any(c.geonameid == 2523119 for c in gazetteer().named["sicily"])


def test_the_gazetteer_is_small_and_loads_quickly() -> None:
    assert (DATA / "gazetteer" / "places.bin").stat().st_size < 6_000_000
    start = time.process_time()
    build(kit().lexicon)
    assert time.process_time() - start < 2.0


def test_a_broken_file_is_an_error_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "places.bin").write_bytes(b"Places\nnot packed")
    with pytest.raises(LexiconError, match=r"places\.bin"):
        build(kit().lexicon, data=tmp_path)


def test_the_file_says_whose_data_it_is() -> None:
    head = (DATA / "gazetteer" / "places.bin").read_bytes().split(b"\n", 1)[0]
    assert b"GeoNames" in head
    assert b"CC BY 4.0" in head
