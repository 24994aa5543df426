"""Turns of a transcript: who has the floor, and which words there report nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.statements.turns import find_turns
from dragoman.records import Statement
from tests.factory import kit, setting_of, statements_of

BRIEFING = """Briefing by Anna Berg, the Finnish foreign minister, and Lars Holm of the river board.

MS. BERG: {first}

Q {question}

MR. HOLM: {second}
"""


def briefing(first: str = "Good day.", question: str = "Is the road open?", second: str = "It is open.") -> str:
    return BRIEFING.format(first=first, question=question, second=second)


def told(text: str) -> list[tuple[str | None, Statement]]:
    """(name of the speaker, statement) of what a cue reports, attitudes included."""
    return [(name, s) for name, s in heard(text) if "statement.turn" not in s.because]


def heard(text: str) -> list[tuple[str | None, Statement]]:
    """(name of the speaker, statement) of all statements."""
    setting = setting_of(text)
    names = {a.id: a.name for a in setting.who.actors}
    return [(names.get(s.speaker or ""), s) for s in statements_of(setting)[0]]


def in_turns(text: str) -> list[tuple[str | None, str]]:
    """(name of the speaker, words) of what is said in a turn or text without a verb of saying."""
    return [(n, " ".join(c.of(text) for c in s.content)) for n, s in heard(text) if "statement.turn" in s.because]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (briefing(first="I believe that Norway will attend the talks."), "Anna Berg"),
        (briefing(second="We hope that the treaty will hold."), "Lars Holm"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (briefing(second="We will not close it. Russia must leave."),
         [("Lars Holm", "We will not close it. Russia must leave")]),
        (briefing(first="The port stays shut. I believe that Norway agrees.", second="Yes."),
         [("Anna Berg", "The port stays shut")]),
        (briefing(first="Thank you for coming.", question="The port stays shut.", second="(Laughter.)"), []),
        (briefing(first="We stay.\n\nWe will not sell the port.", second="No."),
         [("Anna Berg", "We will not sell the port")]),
    ],
)  # fmt: skip
def test_what_a_speaker_says_in_his_turn_is_his_statement(text: str, expected: list[tuple[str, str]]) -> None:
    assert in_turns(text) == expected


def test_the_label_is_the_source_of_a_turn_in_its_paragraph() -> None:
    text = briefing(first="The port stays shut for good.\n\nWe will not sell it to anybody.", second="No.")
    turns = [s for _, s in heard(text) if "statement.turn" in s.because]
    assert [[span.of(text) for span in s.source] for s in turns] == [["MS. BERG"], []]
    assert all(s.kind == "direct" and s.cue == () for s in turns)


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Remarks by Foreign Minister Anna Berg of Norway at the Port of Oslo", "Anna Berg"),
        ("Statement by the Foreign Ministry of Norway", "Foreign Ministry of Norway"),
        ("Opening statement of President Emmanuel Macron on the Treaty with Norway", "Emmanuel Macron"),
        ("Readout of a Call with President Emmanuel Macron", None),
        ("A Statement of Fact", None),
    ],
)
def test_a_text_whose_title_says_who_speaks_is_his(title: str, speaker: str | None) -> None:
    text = title + "\n\nThe port stays shut. We will not sign the treaty, and the fishermen will be paid.\n"
    expected = [(speaker, "The port stays shut. We will not sign the treaty, and the fishermen will be paid")]
    assert in_turns(text) == (expected if speaker else [])


def test_signatories_speak_as_the_group_that_the_text_makes_of_them() -> None:
    text = "Statement on the Strait\n\nWe, the foreign ministers of Norway and Finland, will not yield to anybody.\n"
    ((name, _),) = in_turns(text)
    assert name is not None
    assert "Norway and Finland" in name


def test_a_report_about_somebody_is_no_speech_of_his() -> None:
    text = "Statement by Norway on the Strait\n\nThe ministry of Norway met the fishermen on Monday. Talks go on.\n"
    assert in_turns(text) == []


def test_what_a_speaker_reports_of_others_he_passes_on() -> None:
    ((name, statement),) = told(briefing(first="Norway says that the port is open."))
    names = {a.id: a.name for a in setting_of(briefing(first="Norway says that the port is open.")).who.actors}
    assert (name, names[statement.relayed_by or ""]) == ("Norway", "Anna Berg")


def test_an_office_belongs_to_the_person_whom_the_lead_names() -> None:
    lead = "Remarks by President Emmanuel Macron in Lyon.\n\n"
    talk = "THE PRESIDENT: I believe that the bridge will hold.\n\nMAYOR: Indeed.\n\n"
    assert [name for name, _ in told(lead + talk)] == ["Emmanuel Macron"]
    other = "Remarks in Lyon.\n\n" + "It rained. " * 50 + "\n\n" + talk + "AIDE: President Vladimir Putin left.\n"
    assert told(other) == []


def test_one_label_makes_no_transcript() -> None:
    setting = setting_of("ANNA BERG: Norway said that the port was open. The ferries came back on Monday.")
    assert not find_turns(setting, kit().speech)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="QAB.:' \n()\t’-a", max_size=200))
def test_turns_start_in_order_at_lines(noise: str) -> None:
    setting = setting_of("Norway said that the port was open.\n" + noise)
    turns = find_turns(setting, kit().speech)
    text = setting.parsed.article.text
    assert list(turns.starts) == sorted(set(turns.starts))
    assert len(turns.starts) == len(turns.ends) == len(turns.speakers)
    assert all(start == 0 or text[start - 1] == "\n" for start in turns.starts)
