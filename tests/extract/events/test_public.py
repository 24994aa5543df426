"""What is no event of public life, and what neighbours may not lend a clause. Sentences written for these tests."""

from __future__ import annotations

import pytest

from tests.factory import reading_of

PUBLISHED = "2022-01-12"


@pytest.mark.parametrize(
    "text",
    [
        "The officials declined to be named because the matter is secret.",
        "A Kenyan diplomat, who refused to be identified, spoke of progress.",
        "The minister declined to comment on the report.",
        "The designers negotiated with the suppliers over prices.",
        'The president said: "I have met people all over the country."',
        "The students wanted to help their neighbors after the storm.",
        "The new law is targeting the farming community, activists said.",
        "She praised women who fight sexism.",
        "The president shook hands with people in the crowd.",
        "The crash, sending a police officer to the hospital, closed the road.",
        "India is developing a railway link with Nepal.",
        "The new sanctions are not going to have any effect, the trader said.",
        "The rebels should have left the town, said Kenya.",
        "The Libyan minister promised that the rebels would fail.",
        "His boss has been kicked out of the club.",
        "The pots of the potters of Chad were fired on Sunday.",
        "The act punishes any person that violates sanctions on Iran.",
        "Should Chad attack Libya, the region will suffer, a newspaper said.",
    ],
)
def test_what_is_private_or_a_figure_of_speech_is_no_event(text: str) -> None:
    assert [(e.plover, e.status, e.trigger.of(text)) for e in reading_of(text, published=PUBLISHED).events] == []


@pytest.mark.parametrize(
    ("text", "plover", "status", "begin"),
    [
        ("Kenya will decide when the two presidents meet in Nairobi on Monday.", "CONSULT", "scheduled", "2022-01-17"),
        ("Kenya will sign before the ministers meet in Rome on Tuesday.", "CONSULT", "scheduled", "2022-01-18"),
        ("Libya shelled Chad on Tuesday night.", "ASSAULT", "occurred", "2022-01-11"),
        ("Her men had not fired since Sunday, she said, and she called on Chad to hold its fire.",
         "REQUEST", "occurred", None),
        ("On Sunday Libya shelled the port and Chad called on Sudan to leave.", "REQUEST", "occurred", "2022-01-09"),
        ("Without Libya's 2011 invasion of Chad the alliance would be smaller.", "ASSAULT", "background", "2011-01-01"),
        ("Macron's visit to Tunis comes amid a dispute over visas.", "CONSULT", "occurred", None),
        ("Kenyan officials are going to Rome next week for talks.", "CONSULT", "scheduled", "2022-01-17"),
        ("Peru told Chad how to remove the sanctions on Bolivia.", "RETREAT", "considered", None),
        ("Any attack on Norway will be met with force, the minister said.", "ASSAULT", "conditional", None),
    ],
)  # fmt: skip
def test_status_and_date_are_of_the_clause_itself(text: str, plover: str, status: str, begin: str | None) -> None:
    found = [e for e in reading_of(text, published=PUBLISHED).events if e.plover == plover]
    assert [(e.status, e.begin) for e in found] == [(status, begin)]


def test_what_anybody_may_do_is_no_act_beside_the_threat() -> None:
    text = "Chad warned that it would impose sanctions on anyone who broke the ceasefire."
    found = reading_of(text, published=PUBLISHED).events
    assert [(e.plover, e.status) for e in found] == [("THREATEN", "occurred"), ("SANCTION", "conditional")]


def test_what_one_is_accused_of_is_his_deed_in_the_words_of_the_accuser() -> None:
    text = "Sudan accused Chad of attacking a convoy and killing ten people."
    reading = reading_of(text, published=PUBLISHED)
    codes = {a.id: a.code for a in reading.actors}
    blows = [e for e in reading.events if e.plover == "ASSAULT"]
    assert blows
    assert all([codes[i] for i in e.source] == ["TCD"] and e.status == "occurred" and e.said_in for e in blows)


@pytest.mark.parametrize(
    "text",
    [
        "The statement spoke of lifting sanctions.",
        "The page listed the Leaders Summit.",
        "A paper warned of sending troops.",
    ],
)
def test_an_act_of_nobody_not_done_is_no_event(text: str) -> None:
    assert reading_of(text, published=PUBLISHED).events == ()


@pytest.mark.parametrize(
    "text", ["Israeli troops fired four shells at targets in Jericho.", "Libya shelled positions in Libya."]
)
def test_the_place_is_not_the_target(text: str) -> None:
    assert [(e.target, e.target_code) for e in reading_of(text, published=PUBLISHED).events] == [((), None)]


def test_what_is_rejected_is_aimed_where_it_would_have_been() -> None:
    text = "Indonesia rejected a call for its forces to be deployed in East Timor."
    assert [(e.plover, e.target_code) for e in reading_of(text, published=PUBLISHED).events] == [("REJECT", "TLS")]


def test_what_no_state_did_is_denied() -> None:
    text = "No state attacked Chad."
    assert [(e.plover, e.status) for e in reading_of(text, published=PUBLISHED).events] == [("ASSAULT", "denied")]


def test_what_an_alliance_will_do_is_promised_by_its_head() -> None:
    text = "Stoltenberg promised Ukraine that the alliance would not bargain with Russia."
    assert "AGREE" in {e.plover for e in reading_of(text, published=PUBLISHED).events}


def test_two_people_arrested_are_two_events() -> None:
    text = "Juan Ortega, a Mexican singer, was arrested in Lima. Pedro Gallo, a Mexican poet, was arrested in Quito."
    assert len(reading_of(text, published=PUBLISHED).events) == 2


def test_what_happened_again_and_again_is_not_to_come() -> None:
    text = "Norway protested when Libya has shelled Chad."
    assert [e.status for e in reading_of(text, published=PUBLISHED).events if e.plover == "ASSAULT"] == ["occurred"]


def test_vowed_attacks_are_a_threat() -> None:
    text = "Libya vowed to intensify attacks against the Chadian army."
    assert {e.plover for e in reading_of(text, published=PUBLISHED).events if e.status == "occurred"} == {"THREATEN"}
