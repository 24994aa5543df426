"""Turns of a transcript: who has the floor, and which words there report nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.statements import find_statements
from dragoman.extract.statements.turns import find_turns
from dragoman.records import Statement
from tests.factory import kit, setting_of

BRIEFING = """Briefing by Anna Berg, the Finnish foreign minister, and Lars Holm of the river board.

MS. BERG: {first}

Q {question}

MR. HOLM: {second}
"""


def briefing(first: str = "Good day.", question: str = "Is the road open?", second: str = "It is open.") -> str:
    return BRIEFING.format(first=first, question=question, second=second)


def told(text: str) -> list[tuple[str | None, Statement]]:
    """(name of the speaker, statement) of all statements, attitudes included."""
    setting = setting_of(text)
    names = {a.id: a.name for a in setting.who.actors}
    return [(names.get(s.speaker or ""), s) for s in find_statements(setting, kit())[0]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (briefing(first="I believe that Norway will attend the talks."), "Anna Berg"),
        (briefing(second="We hope for a better treaty."), "Lars Holm"),
        (briefing(first="Norway says that the port is open."), "Norway"),
    ],
)
def test_who_has_the_floor_says_i(text: str, speaker: str) -> None:
    assert [name for name, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        briefing(first="Thank you all for coming."),
        briefing(first="I want to welcome the delegation from Norway."),
        briefing(first="You talked about the road in the north."),
        briefing(question="I think that the talks are over."),
        briefing(question="Do you believe that Norway will sign?"),
        briefing(second="Everybody knows that sort of road."),
    ],
)
def test_courtesy_address_and_unknown_voices_report_nothing(text: str) -> None:
    assert told(text) == []


def test_an_office_belongs_to_the_person_whom_the_lead_names() -> None:
    lead = "Remarks by President Emmanuel Macron in Lyon.\n\n"
    talk = "THE PRESIDENT: I believe that the bridge will hold.\n\nMAYOR: Indeed.\n\n"
    assert [name for name, _ in told(lead + talk)] == ["Emmanuel Macron"]
    other = "Remarks in Lyon.\n\n" + "It rained. " * 50 + "\n\n" + talk + "AIDE: President Vladimir Putin left.\n"
    assert told(other) == []


def test_one_label_makes_no_transcript() -> None:
    setting = setting_of("ANNA BERG: Norway said that the port was open. The ferries came back on Monday.")
    assert not find_turns(setting)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="QAB.:' \n()\t’-a", max_size=200))
def test_turns_start_in_order_at_lines(noise: str) -> None:
    setting = setting_of("Norway said that the port was open.\n" + noise)
    turns = find_turns(setting)
    text = setting.parsed.article.text
    assert list(turns.starts) == sorted(set(turns.starts))
    assert len(turns.starts) == len(turns.ends) == len(turns.speakers)
    assert all(start == 0 or text[start - 1] == "\n" for start in turns.starts)
