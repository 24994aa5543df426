"""Whose words: speakers taken up, second voices inside quotations, and phrases that name who says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.carry import take_up
from dragoman.records import Statement
from tests.factory import kit, setting_of, statements_of

Voice = tuple[str | None, str, str | None]


def read(text: str) -> tuple[list[Statement], dict[str, str]]:
    setting = setting_of(text)
    statements, _ = statements_of(setting)
    return list(statements), {a.id: a.name for a in setting.who.actors}


def voices(text: str) -> list[Voice]:
    """(speaker, content, relay) of what is said and held in the text."""
    statements, names = read(text)
    return [
        (
            names.get(s.speaker or ""),
            " ".join(c.of(text) for c in s.content),
            names.get(s.relayed_by or ""),
        )
        for s in statements
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            'Anna Berg, foreign minister of Norway, said: "Cairo told us that it would pay the debt in May."',
            ("Egypt", "that it would pay the debt in May", "Anna Berg"),
        ),
        (
            '"Iran says that it will never build a second plant," Antony Blinken said in Oslo.',
            ("Iran", "that it will never build a second plant", "Antony Blinken"),
        ),
    ],
)
def test_a_second_voice_inside_a_quotation_is_relayed_by_the_first(text: str, second: Voice) -> None:
    found = voices(text)
    assert len(found) == 2
    assert second in found


@pytest.mark.parametrize(
    "text",
    [
        '"If Iran says that it will stop, we will stop too," Antony Blinken said.',
        '"Iran never said that it would stop," Antony Blinken said.',
        '"Iran would say that it has stopped," Antony Blinken said.',
        '"People say that the port is dead," Antony Blinken said.',
        '"I said that the port would stay open," Antony Blinken said.',
    ],
)
def test_what_nobody_is_known_to_have_said_stays_part_of_the_quotation(text: str) -> None:
    found = voices(text)
    assert [v[0] for v in found] == ["Antony Blinken"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As Anna Berg put it, the port is dead.", ("Anna Berg", "the port is dead")),
        ("The harbour, as Berlin sees it, is open.", ("Germany", "The harbour is open")),
        ("In the words of Anna Berg, foreign minister of Norway, the port is dead.", ("Anna Berg", "the port is dead")),
    ],
)
def test_phrases_that_name_who_says_the_rest_of_the_sentence(text: str, expected: tuple[str, str]) -> None:
    assert [v[:2] for v in voices(text)] == [expected]


def test_a_name_behind_according_to_an_office_is_no_part_of_the_content() -> None:
    text = "According to curator Elaine Dahlberg, the hall has seen more visitors since May."
    (statement,), _ = read(text)
    assert [c.of(text) for c in statement.content] == ["the hall has seen more visitors since May"]
    assert [s.of(text) for s in statement.source] == ["curator Elaine Dahlberg"]


def test_who_behind_a_thing_means_the_person_above_it() -> None:
    text = "The report drew on talks with Antony Blinken, a friend of the deal who believes that Cairo will pay."
    assert voices(text) == [("Antony Blinken", "that Cairo will pay", None)]


OPEN = "speaker.unresolved"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Antony Blinken said that the talks were dead. He said the war would go on.", True),
        ("Antony Blinken said that the talks were dead.\n\nHe said the war would go on.", True),
        ("Antony Blinken said that the talks were dead. They said the war would go on.", False),
        ("Antony Blinken said that the talks were dead.\n\nIt rained.\n\nHe said the war would go on.", False),
        ("Norway said that the talks were dead. He said the war would go on.", False),
    ],
)
def test_a_pronoun_that_nothing_else_resolves_is_the_speaker_before(text: str, taken: bool) -> None:
    setting = setting_of(text)
    before, after = statements_of(setting)[0]
    cue = next(t for t in setting.parsed.tokens if t.start == after.cue[0].start)
    subject = next(t for t in setting.parsed.tokens if t.start == after.source[0].start)
    candidate = Candidate("verb-clause", cue, kit().speech.verbs["say"], subject, [(cue.i + 1, cue.i + 2)])
    unknown = replace(after, speaker=None, because=(OPEN,))
    found = take_up(unknown, before, candidate, setting, kit().speech)
    assert (found.speaker == before.speaker) is taken
    assert found.because == (("speaker.taken-up",) if taken else (OPEN,))


@pytest.mark.parametrize(
    "text",
    [
        "Talks are under way to find out whether a ferry could run in winter.",
        "Villages that rely on the ferry may soon find themselves exposed to grave dangers.",
        "The weapons were found hidden in a barn near the border.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert voices(text) == []


def test_a_word_that_the_parser_takes_apart_at_its_hyphen_stays_whole() -> None:
    text = "A week after a Kenyan minister vowed to de-escalate the quarrel with Chad, envoys met in Oslo."
    contents = [c for _, c, _ in voices(text)]
    assert all(not c.endswith(("to de", "re")) for c in contents)
    assert any("de-escalate the quarrel" in c for c in contents)


@pytest.mark.parametrize(("label", "speaks"), [("Antony Blinken", True), ("On Antony Blinken", False)])
def test_a_name_before_a_colon_speaks_unless_the_words_are_about_it(label: str, speaks: bool) -> None:
    text = f'Antony Blinken came to Oslo in May.\n\n{label}: "We will stay in the north until the winter is over."'
    assert (("Antony Blinken", '"We will stay in the north until the winter is over."', None) in voices(text)) is speaks
