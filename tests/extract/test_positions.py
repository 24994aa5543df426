"""A position has an actor, a stance that the words show, and what it is toward."""

from __future__ import annotations

import pytest

from tests.factory import reading_of

POSITIONS = [
    ("Norway demanded that Kenya withdraw its troops.", "Norway", "demands", "Kenya"),
    ("Kenya warned Norway that it would respond with sanctions if the ships entered.", "Kenya", "threatens", "Norway"),
    ("Kenya accused Norway of breaking the treaty.", "Kenya", "accuses", "Norway"),
    ('"We will not sign the treaty," Kenya said.', "Kenya", "refuses", None),
    ('"Norway must leave the strait," Kenya said.', "Kenya", "demands", "Norway"),
    ("Kenya said it was ready to hold talks with Norway.", "Kenya", "offers", "Norway"),
]


@pytest.mark.parametrize(("text", "actor", "stance", "toward"), POSITIONS)
def test_the_words_show_who_wants_what_of_whom(text: str, actor: str, stance: str, toward: str | None) -> None:
    reading = reading_of(text)
    names = {a.id: a.name for a in reading.actors}
    found = [(names[p.actor], p.stance, names.get(p.toward or "")) for p in reading.positions]
    assert (actor, stance, toward) in found


def test_a_condition_is_kept_with_the_position() -> None:
    text = "Kenya warned Norway that there would be costs if the ships entered the bay."
    (position,) = reading_of(text).positions
    assert position.condition is not None
    assert position.condition.of(text) == "if the ships entered the bay"


@pytest.mark.parametrize("text", ["Norway sent two ships.", "Kenya said the talks lasted an hour."])
def test_plain_reports_and_statements_are_no_positions(text: str) -> None:
    assert reading_of(text).positions == ()


CLAUSES = [
    (
        '"We will not pay, and Norway must apologise," Kenya said.',
        {("refuses", "We will not pay"), ("demands", "Norway must apologise")},
    ),
    ('"I doubt that they will come," the Kenyan minister said.', {("doubts", "I doubt that they will come")}),
    ("Kenya called for a ceasefire.", {("urges", "a ceasefire")}),
    ("Kenya called the visit useful.", set()),
    ("Kenya did not accept the offer.", {("refuses", "Kenya did not accept the offer")}),
    ('"I cannot say that it is enough," the Kenyan minister said.', set()),
    ('"We will see," the Kenyan minister said.', set()),
    ('"If they fire again, we will retaliate," the Kenyan minister said.',
     {("threatens", "If they fire again, we will retaliate")}),
    ("Kenya said it would reopen the border.", {("promises", "it would reopen the border")}),
    ('"Kenya will not allow Norway to enter the bay," the Kenyan minister said.',
     {("threatens", "Kenya will not allow Norway to enter the bay")}),
    ('"Norway\'s proposal is unacceptable," the Kenyan minister said.',
     {("refuses", "Norway's proposal is unacceptable")}),
    ('"Are the Norwegians ready to withdraw their ships?" the Kenyan minister asked.',
     {("demands", "Are the Norwegians ready to withdraw their ships")}),
    ('"We are opposed to any new talks," the Kenyan minister said.', {("refuses", "We are opposed to any new talks")}),
    ("The Kenyan minister voiced concern about the Norwegian ships.", {("fears", "concern about the Norwegian ships")}),
    ("Kenya rejected the allegations.", {("denies", "the allegations")}),
    ("Kenya wants to begin the talks.", set()),
    ("Kenya welcomed Jens Stoltenberg.", set()),
    ("The Kenyan minister said Norway had accepted the terms.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_each_clause_has_the_stance_of_its_own_words(text: str, expected: set[tuple[str, str]]) -> None:
    found = {(p.stance, p.evidence.of(text).strip('",.?')) for p in reading_of(text).positions}
    assert found == expected
