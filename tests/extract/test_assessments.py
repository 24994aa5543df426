"""A forecast has a holder: the one who is named, the speaker of the words around it, or the author."""

from __future__ import annotations

import pytest

from tests.factory import reading_of

OF_THE_AUTHOR = [
    ("There was little hope of a quick deal.", "unlikely"),
    ("A ceasefire is highly unlikely this month.", "unlikely"),
    ("The vote is expected to divide the council.", "likely"),
    ("There is no prospect of a settlement.", "excluded"),
    ("The outcome remains uncertain.", "even"),
]


@pytest.mark.parametrize(("text", "strength"), OF_THE_AUTHOR)
def test_a_forecast_that_nobody_is_named_for_is_the_authors(text: str, strength: str) -> None:
    (found,) = reading_of(text).assessments
    assert (found.holder, found.strength) == ("author", strength)


OF_OTHERS = [
    ("Kenya expects the talks to fail.", "Kenya"),
    ('"There will be little progress this year," Norway said.', "Norway"),
    ("Norway said a deal was unlikely.", "Norway"),
    ("Kenya is pessimistic about the talks.", "Kenya"),
]


@pytest.mark.parametrize(("text", "holder"), OF_OTHERS)
def test_a_forecast_belongs_to_the_one_who_makes_it(text: str, holder: str) -> None:
    reading = reading_of(text)
    (found,) = reading.assessments
    assert {a.id: a.name for a in reading.actors}[found.holder] == holder


@pytest.mark.parametrize(
    "text",
    [
        "Is a deal likely?",
        "The likely winner of the race spoke.",
        "What is likely to happen was discussed.",
        "There was a large crowd.",
        "I am sure of that.",
        "It is not possible to give details.",
        "Kenya expected more from the council.",
    ],
)
def test_questions_and_bare_words_are_no_assessments(text: str) -> None:
    assert reading_of(text).assessments == ()
