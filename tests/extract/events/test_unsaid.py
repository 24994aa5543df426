"""Acts of speech that nobody performs. Sentences written for these tests."""

from __future__ import annotations

import pytest

from tests.factory import reading_of

PUBLISHED = "2022-01-12"


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan team is in Rome to work to reach a deal.",
        "The only way is to get Chad to agree to a peace deal.",
        "Chad and its neighbours should commit to an inclusive dialogue.",
        "If Chad takes part in the talks with good intentions, we will see progress, the envoy said.",
        "Nobody knows whether Chad is ready to cooperate with Libya.",
        "It will go on until Chad and Libya reach a final agreement.",
        'The general said: "We don\'t want Libya to have such a weapon."',
        'The Chadian president said: "Why should anyone who writes in Libya be punished?"',
        "The Chadian council tabled a resolution that would have criticized Libya.",
        "The envoy said it is necessary to improve trade relations with Chad.",
        "Chad and Libya need to resolve their differences through negotiations.",
        "An envoy spoke about whether Chad would or would not join the pact.",
        "Talks could go faster if Chad and Libya agree to have direct talks, the scholar said.",
        "You would have to talk to members of the Libyan parliament.",
        "The ship, backed up by bombers of Chad, sailed on.",
        "The president of Kenya signed a memorandum directing the ministries to save paper.",
        "Banks in Kenya declined to discuss what they would do.",
        "Chad said it was studying whether Libya should pay for the dam.",
        "No other president has supported the plan of Chad.",
        "The farmer said most Kenyans do not support the step.",
    ],
)
def test_what_nobody_says_or_does_is_no_act(text: str) -> None:
    verbal = ("AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT")
    found = [e for e in reading_of(text, published=PUBLISHED).events if e.plover in verbal]
    assert [(e.plover, e.status, e.trigger.of(text)) for e in found] == []


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("Chad agreed to free the hostages if Libya leaves.", "AGREE", "occurred"),
        ("Chad plans to meet Libyan envoys next week.", "CONSULT", "scheduled"),
        ("Libya should leave the town, Chad said.", "REQUEST", "occurred"),
        ("Chad did not ask Libya to leave.", "REQUEST", "denied"),
        ("Libya needs to leave the town, Chad said.", "REQUEST", "occurred"),
        ("Chad's premier is to sign an agreement with Libya on Monday.", "SUPPORT", "scheduled"),
        ("Chad's premier discussed the dam with Libya's envoy at a summit in Rome.", "CONSULT", "occurred"),
        ("An aide suggested that Chad's premier has met with Libya's envoy.", "CONSULT", "occurred"),
        ("Kenyan officials told reporters that Chad will meet with Libya on Monday.", "CONSULT", "scheduled"),
        ("The envoy presented a report on his talks with Libyan officials.", "CONSULT", "occurred"),
        ("The Kenyan president welcomed Chad's role in the talks.", "SUPPORT", "occurred"),
        ("The Kenyan president welcomed President Deby of Chad.", "CONSULT", "occurred"),
        ("Kenya's foreign ministry supports the step.", "SUPPORT", "ongoing"),
        ("Chad may recognize Libya's council.", "SUPPORT", "conditional"),
    ],
)
def test_what_is_said_planned_or_possible_stays(text: str, plover: str, status: str) -> None:
    assert (plover, status) in [(e.plover, e.status) for e in reading_of(text, published=PUBLISHED).events]


def test_an_article_says_who_its_people_are_and_those_of_whom_it_says_nothing_are_private() -> None:
    meeting = "Halvard Brenne talked with Odd Tverra on Sunday."
    article = f"It was a quiet town. {meeting} They liked the sea. It rained often. The cafe was small. Few came."
    assert [e.plover for e in reading_of(meeting, published=PUBLISHED).events] == ["CONSULT"]
    assert [e.plover for e in reading_of(article, published=PUBLISHED).events] == []


TRANSCRIPT = """\
Q Thank you. Has the premier met with President Kagame of Rwanda?

MS. LINDQVIST: Well, Ms. Lindqvist is here as the spokeswoman of Norway. {said}

Q Thank you.

MS. LINDQVIST: Go ahead.

Q Thank you.
"""


def test_who_has_the_floor_is_not_she_of_whom_is_spoken() -> None:
    text = TRANSCRIPT.format(said="As we said, she asked Congress to look into it.")
    assert [e.trigger.of(text) for e in reading_of(text, published=PUBLISHED).events if e.plover == "REQUEST"] == []


def test_others_of_whom_the_speaker_tells_keep_their_acts() -> None:
    text = TRANSCRIPT.format(said="Kenya condemned the raid by Chad.")
    reading = reading_of(text, published=PUBLISHED)
    names = {a.id: a.name for a in reading.actors}
    found = [[names[i] for i in e.source] for e in reading.events if e.plover == "ACCUSE"]
    assert found == [["Kenya"]]
