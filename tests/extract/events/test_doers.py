"""Who acts, where the clause does not simply say it."""

from __future__ import annotations

import pytest

from tests.factory import reading_of

PUBLISHED = "2023-06-14T09:00:00Z"


def sources(text: str, plover: str) -> list[list[str]]:
    """The names of the sources of the events of this type."""
    reading = reading_of(text, published=PUBLISHED)
    name = {a.id: a.name for a in reading.actors}
    return [[name[s] for s in e.source] for e in reading.events if e.plover == plover]


@pytest.mark.parametrize(
    ("text", "plover", "doers"),
    [
        (
            '"We imposed sanctions on Chad last year," said the Italian lawmaker Mario Rossi.'
            " Italy is in the south of Europe.",
            "SANCTION",
            ["Italy"],
        ),
        (
            '"Our army attacked Chad," the Libyan minister Omar Salem said. Libya is in Africa.',
            "ASSAULT",
            ["Libya"],
        ),
        ('"I condemn the raid on Chad," the Italian minister Mario Rossi said.', "ACCUSE", ["Mario Rossi"]),
        (
            '"We condemn the raid by Chad," the Italian minister Mario Rossi said. Italy agreed.',
            "ACCUSE",
            ["Mario Rossi"],
        ),
    ],
)
def test_a_deed_told_as_we_is_the_state_s_and_a_word_the_speaker_s(text: str, plover: str, doers: list[str]) -> None:
    assert sources(text, plover) == [doers]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Chad, Mali and Togo, which have expelled the Libyan ambassador, met on Monday.", ["Chad", "Mali", "Togo"]),
        ("The move angered both Chad, which has expelled the Libyan ambassador, and Mali.", ["Chad"]),
        ("The letter was signed by Chad and by Togo, which has expelled the Libyan ambassador.", ["Togo"]),
    ],
)
def test_a_relative_clause_is_said_of_the_row_before_it_and_of_nothing_behind_it(text: str, doers: list[str]) -> None:
    assert sources(text, "SANCTION") == [doers]


@pytest.mark.parametrize(
    ("text", "plover", "doers"),
    [
        ("Italy has followed the path of Libya in imposing sanctions on Chad.", "SANCTION", ["Libya"]),
        ("The visit coincides with Chad, Togo and Mali beginning joint naval drills.", "COOPERATE", ["Chad"]),
        ("With the hasty withdrawal of Italy from Libya, Chad has to think again.", "RETREAT", ["Italy"]),
        ("Libya raised the price of bread through bombing the capital of Chad.", "ASSAULT", ["Libya"]),
        ("Libya took measures to ease the pain of the Malian people through attacking Chad.", "ASSAULT", ["Libya"]),
    ],
)
def test_the_doer_stands_with_the_noun_or_the_clause_that_holds_the_act(
    text: str, plover: str, doers: list[str]
) -> None:
    assert sources(text, plover) == [doers]


@pytest.mark.parametrize(
    ("text", "plover", "doers"),
    [
        ("The Chadian army was put on alert on Monday.", "MOBILIZE", ["Chadian Army"]),
        ("The Libyan ambassador was expelled from Chad on Monday.", "SANCTION", ["Chad"]),
        ("The U.S. sanctions on Chad were lifted on Monday.", "RETREAT", ["United States"]),
        ("The sanctions on Chad were lifted on Monday.", "RETREAT", []),
        ("The deployment of troops near Togo began on Monday.", "MOBILIZE", []),
    ],
)
def test_a_passive_act_has_the_doer_that_its_words_imply(text: str, plover: str, doers: list[str]) -> None:
    assert sources(text, plover) == [doers]


def test_a_dancer_detained_does_not_detain() -> None:
    assert sources("The release of Anna Berg, a dancer wrongly detained in Chad, was told on Monday.", "COERCE") in (
        [],
        [[]],
    )


def test_a_caption_before_the_sentence_is_no_second_subject() -> None:
    assert sources("A victim of the war in Mali On Sunday, Libya vowed to attack Chad.", "THREATEN") == [["Libya"]]


@pytest.mark.parametrize(
    ("text", "plover", "doers"),
    [
        (
            "My administration imposed sanctions on Chad. Now, therefore, I, MARIO ROSSI, President of Italy,"
            " proclaim Sunday a day of prayer.",
            "SANCTION",
            ["President of Italy"],
        ),
        (
            "By the authority vested in me as head of the state of Italy, I order this. My government has imposed"
            " sanctions on Chad.",
            "SANCTION",
            ["Italy"],
        ),
        ("My administration imposed sanctions on Chad.", "SANCTION", []),
    ],
)
def test_my_administration_is_the_signatory_s(text: str, plover: str, doers: list[str]) -> None:
    assert sources(text, plover) == [doers]


@pytest.mark.parametrize(
    ("text", "plover", "source", "target"),
    [
        ("Chad and Mali accused each other of spying.", "ACCUSE", ["Chad"], ["Mali"]),
        ("Chad and Mali blamed one another for the raid.", "ACCUSE", ["Chad"], ["Mali"]),
        ("Qatar's blockade by Libya has hurt trade.", "COERCE", ["Libya"], ["Qatar"]),
        ("Qatar's blockade by the Gulf group has hurt trade.", "COERCE", [], ["Qatar"]),
        ("Libya's blockade of Qatar has hurt trade.", "COERCE", ["Libya"], ["Qatar"]),
        ("Italian aid was delivered to Chad.", "AID", ["Italy"], ["Chad"]),
        ("Aid from Italy was delivered to Chad.", "AID", ["Italy"], ["Chad"]),
        ("A missile launched by Libya struck Chad.", "ASSAULT", ["Libya"], ["Chad"]),
        ("A raid on Chad by Libya began on Monday.", "ASSAULT", ["Libya"], ["Chad"]),
        ("Sanctions imposed on Chad by Italy hurt trade.", "SANCTION", ["Italy"], ["Chad"]),
        ("The imposition of sanctions on Chad by Italy hurt trade.", "SANCTION", ["Italy"], ["Chad"]),
        ("The EU's approval of sanctions on Chad was no surprise.", "SANCTION", ["European Union"], ["Chad"]),
        ("The pact was signed between Chad and Mali on Monday.", "SUPPORT", ["Chad"], ["Mali"]),
    ],
)
def test_who_undergoes_an_act_is_not_its_doer(text: str, plover: str, source: list[str], target: list[str]) -> None:
    reading = reading_of(text, published=PUBLISHED)
    name = {a.id: a.name for a in reading.actors}
    found = [([name[s] for s in e.source], [name[t] for t in e.target]) for e in reading.events if e.plover == plover]
    assert found == [(source, target)]


@pytest.mark.parametrize(
    ("text", "plover", "doers"),
    [
        ("Italy praised the role of Chad and Mali in opposing the Libyan raid.", "REJECT", ["Chad", "Mali"]),
        ("Italy praised Chad's role in opposing the Libyan raid.", "REJECT", ["Chad"]),
        ("Italy has used force in attacking Chad.", "ASSAULT", ["Italy"]),
        ("Chad ordered the army to leave Libya and imposed sanctions on Mali.", "SANCTION", ["Chad"]),
        ("Chad adopted a decree that expelled the Libyan ambassador.", "SANCTION", ["Chad"]),
        (
            "Italy acted in accordance with the pact by naming envoys and suspending sanctions on Chad.",
            "RETREAT",
            ["Italy"],
        ),
        (
            "Mario Monti, Enrico Letta, and Ali Bagheri condemned Chad.",
            "ACCUSE",
            ["Mario Monti", "Enrico Letta", "Ali Bagheri"],
        ),
        ("Mario Rossi, Chad's guest, and Ali Bagheri condemned Mali.", "ACCUSE", ["Mario Rossi", "Ali Bagheri"]),
    ],
)
def test_the_doer_is_found_past_what_the_parser_hangs_between(text: str, plover: str, doers: list[str]) -> None:
    assert sources(text, plover) == [doers]


def test_a_heading_before_a_colon_is_no_act_of_the_subject() -> None:
    assert sources("Supporting Chad: The Italian government met envoys of Mali in Rome.", "SUPPORT") == []


def test_a_medium_that_passes_words_on_is_not_their_we() -> None:
    text = '"We have condemned Chad," Reuters reported. The Italian minister left Rome.'
    assert ["Reuters"] not in sources(text, "ACCUSE")
