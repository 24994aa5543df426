"""Meetings held, under way and due. Sentences are written for these tests."""

from __future__ import annotations

import pytest

from tests.factory import reading_of


@pytest.mark.parametrize(
    ("text", "status", "day", "place"),
    [
        ("Spain and Portugal held talks in Madrid on Sunday.", "held", "2022-01-09", "Madrid"),
        ("The African Union council will meet in Nairobi on Thursday.", "scheduled", "2022-01-13", "Nairobi"),
        ("Talks between Kenya and Somalia are under way in Nairobi.", "ongoing", None, "Nairobi"),
    ],
)
def test_status_day_and_place_of_a_meeting(text: str, status: str, day: str | None, place: str) -> None:
    reading = reading_of(text)
    assert [(m.status, m.begin) for m in reading.meetings] == [(status, day)]
    index = reading.meetings[0].place
    assert index is not None
    assert reading.places[index].name == place


def test_meetings_called_off_are_told_apart() -> None:
    reading = reading_of("Kenya postponed talks with Somalia. Peru called off talks with Bolivia.")
    assert [m.status for m in reading.meetings] == ["postponed", "cancelled"]


def test_a_standing_body_is_named_as_the_text_names_it() -> None:
    reading = reading_of("The permanent council of the African Union will meet in Nairobi on Thursday.")
    assert [m.body for m in reading.meetings] == ["permanent council of the African Union"]


def test_the_agenda_is_what_the_talks_are_about() -> None:
    text = "Kenya and Somalia held talks on the sea border in Nairobi."
    agenda = reading_of(text).meetings[0].agenda
    assert agenda is not None
    assert agenda.of(text).startswith("the sea border")


@pytest.mark.parametrize(
    "text", ["Kenya telephoned Somalia on Monday.", "Kenya may meet Somalia.", "Kenya did not meet with Somalia."]
)
def test_calls_and_meetings_that_are_no_fact_are_left_out(text: str) -> None:
    assert reading_of(text).meetings == ()
