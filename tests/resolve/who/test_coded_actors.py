"""Actors by a user's own codes: his names and roles in the text, and what they make together."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.resolve.who.coded_phrases import with_parts
from tests.dictionaries import reading_with, whole_kit
from tests.factory import reading_of


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    return whole_kit(tmp_path_factory.mktemp("own"))


@pytest.mark.parametrize(
    ("code", "parts", "whole"),
    [
        ("VEL", ["~MIL"], "VELMIL"), ("VELGOV", ["~GOV"], "VELGOV"), ("VELGOV", ["~GOVFRM"], "VELGOVFRM"),
        ("VEL", ["~GOV", "~MIL"], "VELGOVMIL"), ("VEL", ["NGO~"], "NGOVEL"), ("", ["~REL"], "---REL"),
        ("", ["NGO~"], "NGO"), ("NGOVEL", ["NGO~"], "NGOVEL"),
    ],
)  # fmt: skip
def test_the_parts_of_agents_join_the_code_of_the_actor(code: str, parts: list[str], whole: str) -> None:
    assert with_parts(code, parts) == whole


SIDES = [
    ("Veldania asked Morrowmark to reconsider the ban.", "VEL", "MRW"),
    ("The Veldania navy asked Morrowmark to reconsider the ban.", "VELMIL", "MRW"),
    ("Veldania's soldiers asked Morrowmark to reconsider the ban.", "VELMIL", "MRW"),
    ("Soldiers of Veldania asked Morrowmark to reconsider the ban.", "VELMIL", "MRW"),
    ("Port Eldridge asked lawmakers in Morrowmark to reconsider the ban.", "VEL", "MRWLEG"),
    ("Clerics asked Morrowmark to reconsider the ban.", "---REL", "MRW"),
    ("A Veldanian rights group asked Morrowmark to reconsider the ban.", "NGOVEL", "MRW"),
    ("Veldanian fishermen asked Morrowmark to reconsider the ban.", "VELLAB", "MRW"),
    ("The Council of the Harbour met. Talmadge Orr asked Morrowmark to reconsider the ban.", "VELOPP", "MRW"),
    ("The Harbour and Trade Council asked Morrowmark to reconsider the ban.", "IGOHRB", "MRW"),
    ("The Veldania minister Ilse Brandt asked Morrowmark to reconsider the ban.", "VELGOV", "MRW"),
    (
        "Veldania's tired, angry and ageing minister Ilse Brandt asked Morrowmark to reconsider the ban.",
        "VELGOV",
        "MRW",
    ),
]


@pytest.mark.parametrize(("text", "source", "target"), SIDES)
def test_a_noun_phrase_has_the_code_of_its_actor_and_its_agents(own: Kit, text: str, source: str, target: str) -> None:
    coded = [(e.source_code, e.target_code) for e in reading_with(own, text).events if e.cameo == "A3"]
    assert coded == [(source, target)]


SHARED = [
    ("Veldania's soldiers and clerics", ["VELMIL", "VELREL"]),
    ("Veldanian soldiers and lawmakers", ["VELMIL", "VELLEG"]),
    ("The ministers of Veldania and Morrowmark", ["VELGOV", "MRWGOV"]),
    ("Clerics and lawmakers", ["---REL", "---LEG"]),
    ("Soldiers and the clerics of Veldania", ["---MIL", "VELREL"]),
    ("Veldania, Morrowmark and the Harbour Council", ["VEL", "MRW", "IGOHRB"]),
]


@pytest.mark.parametrize(("subject", "codes"), SHARED)
def test_what_is_joined_has_a_code_each(own: Kit, subject: str, codes: list[str]) -> None:
    events = reading_with(own, f"{subject} asked the Sarn Islands to reconsider the ban.").events
    assert [e.source_code for e in events if e.cameo == "A3"] == codes


def test_codes_follow_the_day_of_publication(own: Kit) -> None:
    text = "Talmadge Orr asked Morrowmark to reconsider the ban."
    for day, code in (("2031-04-30", "VELGOV"), ("2031-05-01", "VELOPP")):
        assert [e.source_code for e in reading_with(own, text, published=day).events] == [code]


def test_several_codes_of_a_name_are_several_sides(own: Kit) -> None:
    events = reading_with(own, "The Three Crowns asked the Sarn Islands to reconsider the ban.").events
    assert [(e.source_code, e.target_code) for e in events] == [("VEL", "SRN"), ("MRW", "SRN")]


def test_a_name_without_a_code_has_none(own: Kit) -> None:
    reading = reading_with(own, "The Nobody Party asked Morrowmark to reconsider the ban.")
    assert [a.code for a in reading.actors if a.name == "Nobody Party"] in ([], [None])
    assert all(e.cameo != "A3" for e in reading.events)


def test_our_own_actors_stay_and_theirs_are_named_in_because(own: Kit) -> None:
    reading = reading_with(own, "Veldania asked France to reconsider the ban.")
    assert [(e.source_code, e.target_code) for e in reading.events] == [("VEL", "FRA")]
    (actor,) = [a for a in reading.actors if a.code == "VEL"]
    assert "who.coded" in actor.because
    assert "coded_actors:VELDANIA/VEL/actors.txt:2" in actor.because


def test_a_pronoun_and_a_definite_phrase_look_back_on_them(own: Kit) -> None:
    text = "The Morrowmark navy sailed on Monday. It asked Veldania to reconsider the ban."
    assert [(e.source_code, e.target_code) for e in reading_with(own, text).events if e.cameo == "A3"] == [
        ("MRWMIL", "VEL")
    ]


def test_without_a_folder_a_reading_knows_nothing_of_them() -> None:
    reading = reading_of("Veldania asked Morrowmark to reconsider the ban.")
    assert all("coded" not in reason for a in reading.actors for reason in a.because)
