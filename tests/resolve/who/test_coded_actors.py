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
    ("Veldania pressed Morrowmark to disarm.", "VEL", "MRW"),
    ("The Veldania navy pressed Morrowmark to disarm.", "VELMIL", "MRW"),
    ("Veldania's gunners pressed Morrowmark to disarm.", "VELMIL", "MRW"),
    ("Gunners of Veldania pressed Morrowmark to disarm.", "VELMIL", "MRW"),
    ("Port Eldridge has pressed senators in Morrowmark to disarm.", "VEL", "MRWLEG"),
    ("Priests pressed Morrowmark to disarm.", "---REL", "MRW"),
    ("A Veldanian relief guild pressed Morrowmark to disarm.", "NGOVEL", "MRW"),
    ("Veldanian fishermen pressed Morrowmark to disarm.", "VELLAB", "MRW"),
    ("The Harbour and Trade Council pressed Morrowmark to disarm.", "IGOHRB", "MRW"),
    ("The Veldania envoy Ilse Brandt pressed Morrowmark to disarm.", "VELGOV", "MRW"),
    (
        "Veldania's tired, angry and ageing envoy Ilse Brandt pressed Morrowmark to disarm.",
        "VELGOV",
        "MRW",
    ),
]


@pytest.mark.parametrize(("text", "source", "target"), SIDES)
def test_a_noun_phrase_has_the_code_of_its_actor_and_its_agents(own: Kit, text: str, source: str, target: str) -> None:
    coded = [(e.source_code, e.target_code) for e in reading_with(own, text).events if e.cameo == "A3"]
    assert coded == [(source, target)]


SHARED = [
    ("Veldania's gunners and priests", ["VELMIL", "VELREL"]),
    ("Veldanian gunners and senators", ["VELMIL", "VELLEG"]),
    ("The envoys of Veldania and Morrowmark", ["VELGOV", "MRWGOV"]),
    ("Priests and senators", ["---REL", "---LEG"]),
    ("Gunners and the priests of Veldania", ["---MIL", "VELREL"]),
    ("Veldania, Morrowmark and the Harbour Council", ["VEL", "MRW", "IGOHRB"]),
]


@pytest.mark.parametrize(("subject", "codes"), SHARED)
def test_what_is_joined_has_a_code_each(own: Kit, subject: str, codes: list[str]) -> None:
    events = reading_with(own, f"{subject} pressed the Sarn Islands to disarm.").events
    assert [e.source_code for e in events if e.cameo == "A3"] == codes


def test_codes_follow_the_day_of_publication(own: Kit) -> None:
    text = "Talmadge Orr pressed Morrowmark to disarm."
    for day, code in (("2031-04-30", "VELGOV"), ("2031-05-01", "VELOPP")):
        assert [e.source_code for e in reading_with(own, text, published=day).events if e.cameo == "A3"] == [code]


def test_several_codes_of_a_name_are_several_sides(own: Kit) -> None:
    events = reading_with(own, "The Three Crowns pressed the Sarn Islands to disarm.").events
    assert [(e.source_code, e.target_code) for e in events if e.cameo == "A3"] == [("VEL", "SRN"), ("MRW", "SRN")]


def test_a_name_without_a_code_has_none(own: Kit) -> None:
    reading = reading_with(own, "The Nobody Party pressed Morrowmark to disarm.")
    assert [a.code for a in reading.actors if a.name == "Nobody Party"] in ([], [None])
    assert all(e.cameo != "A3" for e in reading.events)


def test_our_own_actors_stay_and_theirs_are_named_in_because(own: Kit) -> None:
    reading = reading_with(own, "Veldania pressed France to disarm.")
    assert [(e.source_code, e.target_code) for e in reading.events if e.cameo == "A3"] == [("VEL", "FRA")]
    (actor,) = [a for a in reading.actors if a.code == "VEL"]
    assert "who.coded" in actor.because
    assert "coded_actors:VELDANIA/VEL/actors.txt:2" in actor.because


def test_a_pronoun_and_a_definite_phrase_look_back_on_them(own: Kit) -> None:
    text = "The Morrowmark navy sailed on Monday. It pressed Veldania to disarm."
    assert [(e.source_code, e.target_code) for e in reading_with(own, text).events if e.cameo == "A3"] == [
        ("MRWMIL", "VEL")
    ]


def test_without_a_folder_a_reading_knows_nothing_of_them() -> None:
    reading = reading_of("Veldania pressed Morrowmark to disarm.")
    assert all("coded" not in reason for a in reading.actors for reason in a.because)
