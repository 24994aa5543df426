"""Deeds in a manner of speaking are none; the same words between parties are. Sentences written for these tests."""

from __future__ import annotations

import pytest

from tests.factory import reading_of

PUBLISHED = "2022-01-12"
MATERIAL = frozenset({"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def deeds(text: str) -> list[tuple[str, str]]:
    return [(e.plover, e.status) for e in reading_of(text, published=PUBLISHED).events if e.plover in MATERIAL]


@pytest.mark.parametrize(
    "text",
    [
        # help and work at home
        "The French government is helping families with their rent.",
        "The White House is working with Congress on the budget.",
        "Mayors help students find jobs.",
        "The agency needs to provide funding for the bridges.",
        "The guide has helped.",
        # rules of home politics
        "The governor will ban abortion.",
        "The law prohibits discrimination at work.",
        "Germany banned CFCs in sprays.",
        # blows in a manner of speaking, dangers and examples
        "The speech was an assault on the rights of voters.",
        "Critics decried an attack on democracy.",
        "France wants to prevent future attacks.",
        "Hospitals may be targeted only when they are empty, the lawyer wrote.",
        "You can bomb a town and call it peace, he wrote.",
        "The tank can hit moving targets.",
        # business, names and topics
        "There is an attack on so many of our freedoms.",
        "Insurers pressured the dollar downward.",
        "The president's rally drew a crowd last night.",
        "The duties imposed by earlier decrees hurt trade.",
        "The envoys pulled back their support from the plan.",
        "Alpha Corp tried to take over Gamma Inc.",
        "Nominees include Michael Battle of Tennessee.",
        "Those sanctions would be major.",
        "The Battle of Karbala is remembered.",
        "He was expelled from the Communist Party.",
        "The envoy spoke of occupied Palestinian territories.",
        "The funeral march passed the old bridge.",
        "The talks are postponed until further notice.",
    ],
)
def test_what_only_sounds_like_a_deed_is_none(text: str) -> None:
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("France is helping Lebanese families with food.", ("AID", "ongoing")),
        ("Kenya sent rice to Somalia.", ("AID", "occurred")),
        ("Colombian soldiers rescued two hostages from the guerrillas.", ("AID", "occurred")),
        ("Iran banned foreign newspapers.", ("COERCE", "occurred")),
        ("Libya attacked Chad.", ("ASSAULT", "occurred")),
        ("No state attacked Chad.", ("ASSAULT", "denied")),
        ("The U.S. exit from Afghanistan surprised allies.", ("RETREAT", "occurred")),
        ("The withdrawal from the occupied territories began.", ("RETREAT", "occurred")),
        ("Japan retaliated against Korea over steel exports.", ("SANCTION", "occurred")),
        ("Iran launched missiles toward Israel.", ("ASSAULT", "occurred")),
    ],
)
def test_the_same_words_between_parties_are_a_deed(text: str, found: tuple[str, str]) -> None:
    assert found in deeds(text)


@pytest.mark.parametrize(
    "text", ["Jamal Khashoggi's murder shocked Turkey.", "Rafik Hariri's assassination shook Beirut."]
)
def test_whose_murder_it_is_tells_the_victim(text: str) -> None:
    reading = reading_of(text, published=PUBLISHED)
    killed = [e for e in reading.events if e.plover == "ASSAULT"]
    assert [e.source for e in killed] == [()]


def test_the_end_of_an_embargo_is_no_embargo_announced() -> None:
    assert ("SANCTION", "occurred") not in deeds("Iran announced the termination of the arms embargo.")


def parties(text: str) -> list[tuple[list[str | None], list[str | None]]]:
    reading = reading_of(text, published=PUBLISHED)
    code = {a.id: a.code for a in reading.actors}
    acts = (e for e in reading.events if e.plover in MATERIAL)
    return [([code[s] for s in e.source], [code[t] for t in e.target]) for e in acts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iraq and Iran held talks. These countries have imposed sanctions against Iran.", ([], ["IRN"])),
        ("The UN sanctions on Iran were lifted.", (["IGOUNO"], ["IRN"])),
        ("The Iranian sanctions were lifted.", ([], ["IRN"])),
        ("Kenya sent troops of Kenya to Somalia.", (["KEN"], ["SOM"])),
    ],
)
def test_no_party_stands_on_both_sides(text: str, found: tuple[list[str], list[str]]) -> None:
    assert parties(text) == [found]
