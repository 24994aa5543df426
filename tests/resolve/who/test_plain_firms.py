"""Bare names told by the plain noun beside them, and offices, owners and lands that reports tell around a name."""

from __future__ import annotations

import pytest

from tests.resolve.who.test_who import who_of


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(a.name, a.country, a.code) for a in who_of(text).actors]


@pytest.mark.parametrize(
    ("text", "name", "country", "code"),
    [
        ("Marelle, a Luxembourg-based holding company, bought the mill. Marelle said so.", "Marelle", "LUX", "LUXBUS"),
        ("French oil company Ondine is determined to stay.", "Ondine", "FRA", "FRABUS"),
        ("A Norwegian company called Fjell Power has signed a contract.", "Fjell Power", "NOR", "NORBUS"),
        ("Spanish property firm <Casas Altas SA> is for sale.", "Casas Altas SA", "ESP", "ESPBUS"),
        ("The retailer Harlan Stores said no.", "Harlan Stores", None, "BUS"),
        ("It will merge with <Sunrise Technologies Group Inc>.", "Sunrise Technologies Group Inc", None, "BUS"),
    ],
)
def test_a_bare_name_is_told_by_the_noun_beside_it(text: str, name: str, country: str | None, code: str) -> None:
    assert (name, country, code) in told(text)


def test_a_weekday_or_a_person_after_such_a_noun_is_no_firm() -> None:
    text = "The company Monday reported a loss. The company Anna Holt founded is gone."
    assert not [a for a in who_of(text).actors if "name.plain-noun" in a.because]


@pytest.mark.parametrize(
    ("text", "name", "country", "code"),
    [
        ("Chile's Minister of Culture and Public Sport, Ana Rojas, left.", "Ana Rojas", "CHL", "CHLGOV"),
        ("Chilean painters Ana Rojas and Luis Mamani were honoured.", "Luis Mamani", "CHL", "CHLCVL"),
        ("Luis Mamani from Peru won the prize.", "Luis Mamani", "PER", "PER"),
        ("LIMA, March 2 - Science Minister Luis Mamani met students.", "Luis Mamani", "PER", "PEREDU"),
        ("LIMA, March 2 - The Reef Foundation gave way.", "Reef Foundation", "PER", "PERNGO"),
        ("After the crisis in Peru, Chilean President Ana Rojas spoke.", "Ana Rojas", "CHL", "CHLGOV"),
    ],
)
def test_the_land_of_a_person_or_body_is_told_around_its_name(text: str, name: str, country: str, code: str) -> None:
    assert (name, country, code) in told(text)


@pytest.mark.parametrize("text", ["Trucks crossed Imam Karim Bridge.", "They met in St. Petersburg and Kazan."])
def test_a_place_with_a_form_of_address_is_no_person(text: str) -> None:
    assert not [a for a in who_of(text).actors if a.kind == "person"]


def test_capitals_of_a_dateline_are_no_acronym() -> None:
    assert not told("SANTA ANA, Calif., Oct 20 - Net 565,000 vs 502,000.")
