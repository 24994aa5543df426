"""What did not happen, and what only looks like an act of speech. Sentences written for these tests."""

from __future__ import annotations

import pytest

from tests.factory import reading_of


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Kenyan police arrested nobody.", "COERCE"),
        ("Kenyan police arrested no protesters.", "COERCE"),
        ("Neither Kenya nor Norway attacked Chad.", "ASSAULT"),
        ("Kenya has not yet agreed on the border with Somalia.", "AGREE"),
    ],
)
def test_an_act_done_to_nobody_or_not_yet_did_not_occur(text: str, plover: str) -> None:
    assert {(e.plover, e.status) for e in reading_of(text).events} == {(plover, "denied")}


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan diplomat asked not to be named.",
        '"The Norwegians ask me what we decided," the Kenyan minister said.',
        "Poland took over the chair of the council this month.",
    ],
)
def test_questions_discretion_and_duties_taken_over_are_no_acts(text: str) -> None:
    assert reading_of(text).events == ()
