"""Bodies told by the noun in their name, acronyms the text defines, and whose they are."""

from __future__ import annotations

import time

import pytest

from tests.resolve.who.test_who import meant, name_of, who_of


@pytest.mark.parametrize(
    ("text", "name", "country", "code"),
    [
        ("The Harbour Safety Board of Norway objected.", "Harbour Safety Board of Norway", "NOR", "NORGOV"),
        ("Norway's Harbour Safety Board objected.", "Harbour Safety Board", "NOR", "NORGOV"),
        ("The Council for Fair Fishing objected.", "Council for Fair Fishing", None, None),
        ("The Kestrel Savers Bank cut its rates.", "Kestrel Savers Bank", None, "BUS"),
        ("The Bank of Leeds cut its rates.", "Bank of Leeds", "GBR", "GBRBUS"),
        ("The National Union of Glaziers went on strike.", "National Union of Glaziers", None, "LAB"),
        ("The International Ferry Organization met.", "International Ferry Organization", None, "IGO"),
        ("The Lima Chamber of Commerce, Crafts and Fishing met.", "Lima Chamber of Commerce, Crafts and Fishing", "PER",
         "PERBUS"),
        ("The Senate Ferry Committee met.", "Senate Ferry Committee", "USA", "USALEG"),
        ("The Press Centre of the Peruvian Embassy wrote.", "Press Centre", "PER", "PERGOV"),
        ("The Lake Urban and Suburban Ferry Company closed.", "Lake Urban and Suburban Ferry Company", None, "BUS"),
    ],
)  # fmt: skip
def test_a_body_is_told_by_the_noun_in_its_name(text: str, name: str, country: str | None, code: str | None) -> None:
    assert (name, country, code) in [(a.name, a.country, a.code) for a in who_of(text).actors]


@pytest.mark.parametrize(
    "text",
    [
        "The Iranian parliament met.",
        "The Norwegian Foreign Ministry objected.",
        "He read the Harbour Board Act.",
        "The Council met.",
        "The Expo Centre was full.",
    ],
)
def test_a_noun_alone_or_with_its_state_is_no_such_name(text: str) -> None:
    assert not [a for a in who_of(text).actors if "name.body-noun" in a.because]


def test_an_acronym_of_the_text_goes_before_that_of_the_lexicon() -> None:
    text = "The Inland Ferry Union (IFU) went on strike. The Isle Lamp Organisation (ILO) did not. The ILO is small."
    assert name_of(text, "ILO", occurrence=2) == "Isle Lamp Organisation"
    assert name_of(text, "IFU") == "Inland Ferry Union"


def test_a_name_near_that_of_the_lexicon_is_that_of_the_lexicon() -> None:
    actor = meant("The International Labor Office (ILO) objected.", "ILO")
    assert actor is not None
    assert actor.code == "IGOUNOILO"


def test_a_person_or_a_state_before_a_bracket_is_no_new_body() -> None:
    kinds = {a.name: a.kind for a in who_of("Luis Delgado Oliva (LDO) met the United Arab Emirates (UAE).").actors}
    assert kinds == {"Luis Delgado Oliva": "person", "United Arab Emirates": "state"}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("The Chilean and Peruvian interior ministries agreed.", "ministries", ["CHLGOV", "PERGOV"]),
        ("The Chilean and Peruvian armies clashed.", "armies", ["CHLMIL", "PERMIL"]),
        ("The Chilean and Peruvian governments agreed.", "governments", ["CHL", "PER"]),
    ],
)
def test_two_states_before_a_plural_are_two_bodies(text: str, words: str, names: list[str]) -> None:
    who = who_of(text)
    group = meant(text, words)
    assert group is not None
    assert [member.code for i in group.members if (member := who.actor(i)) is not None] == names


@pytest.mark.parametrize(
    ("text", "name", "country", "code"),
    [
        ("Ethnic Albanians in Serbia marched.", "Ethnic Albanians", "SRB", "SRBCVL"),
        ("Turkish Kurds marched.", "Turkish Kurds", "TUR", "TURCVL"),
        ("Ethnic Albanian guerrillas fired.", "Ethnic Albanian guerrillas", None, "REB"),
        ("Inhabitants of the Syrian Golan Heights marched.", "Inhabitants of the Syrian", "SYR", "SYRCVL"),
    ],
)
def test_peoples_inside_a_state_are_not_of_the_state_they_are_named_for(
    text: str, name: str, country: str | None, code: str
) -> None:
    assert (name, country, code) in [(a.name, a.country, a.code) for a in who_of(text).actors]


def test_states_listed_in_an_aside_are_no_parties() -> None:
    who = who_of("The alliance — Norway, Chile and Peru among its members — agreed with Ghana.")
    assert [a.country for a in who.kept(()) if a.kind == "state"] == ["GHA"]


@pytest.mark.parametrize("text", ["They spoke of issues such as Chad.", "They met in Kazakhstan's Astana."])
def test_a_state_that_is_only_a_topic_or_a_place_is_no_actor(text: str) -> None:
    assert not who_of(text).kept(())


def test_world_powers_are_the_group_named_before() -> None:
    assert name_of("Iran met the P5+1. A deal was accepted by world powers.", "powers") == "P5+1"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Houston Ferry Corp closed.", "USA"),
        ("The California Ferry Commission met.", "USA"),
        ("Kestrel Ferry Corp closed.", None),
    ],
)
def test_a_large_town_or_province_in_a_name_tells_the_land(text: str, country: str | None) -> None:
    assert [a.country for a in who_of(text).actors if "Ferry" in a.name] == [country]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("<Hudson's Harbour Co> said its profit rose.", "Hudson's Harbour Co", None),
        ("Crosby-Lund's Inc said its profit rose.", "Crosby-Lund's Inc", None),
        ("Copper rose, said Bell Mining Ltd of Chile.", "Bell Mining Ltd", "CHL"),
    ],
)
def test_firms_with_an_owner_in_the_name_and_a_land_after_it(text: str, name: str, country: str | None) -> None:
    assert (name, country) in [(a.name, a.country) for a in who_of(text).actors]


def test_bodies_inside_bodies_are_followed_a_few_steps_only() -> None:
    began = time.process_time()
    who_of("They met the police of " + "the police of " * 3000 + "Chile.")
    assert time.process_time() - began < 30
