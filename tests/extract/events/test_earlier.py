"""What an act takes from the acts told before it, and when two mentions are two events."""

from __future__ import annotations

import pytest

from tests.extract.events.test_elsewhere import sides
from tests.factory import reading_of


@pytest.mark.parametrize(
    ("text", "plover", "target"),
    [
        ("Chad and Sudan signed a treaty on Monday. Togo welcomed the treaty.", "SUPPORT", ["TCD", "SDN"]),
        ("Israel said it would observe a ceasefire. Hamas does not agree to the ceasefire.", "REJECT", ["ISR"]),
        ("President Macron met President Putin on Friday. President Macron called for calm.", "REQUEST", ["RUS"]),
    ],
)
def test_the_deal_and_the_talk_tell_who_is_meant(text: str, plover: str, target: list[str]) -> None:
    reading = reading_of(text)
    event = [e for e in reading.events if e.plover == plover][-1]
    assert sides(reading, event)[1] == target
    assert {"events.of-the-deal", "events.in-meeting"} & set(event.because)


def test_what_is_said_in_a_dated_talk_bears_its_day() -> None:
    text = "President Macron met President Putin on Friday. President Macron called for calm."
    assert [e.begin for e in reading_of(text).events] == ["2022-01-07", "2022-01-07"]


@pytest.mark.parametrize(
    "text",
    [
        "President Macron met President Putin in Rome. Foreign Minister Lavrov met Foreign Minister Le Drian in Rome.",
        "President Macron telephoned President Putin. President Macron then flew to Moscow to meet President Putin.",
    ],
)  # fmt: skip
def test_other_people_and_another_way_make_another_talk(text: str) -> None:
    assert len([e for e in reading_of(text).events if e.plover == "CONSULT"]) == 2


def test_one_blow_that_kills_and_wounds_is_one_event_with_all_its_evidence() -> None:
    found = reading_of("A bombing near Mosul killed one U.S. soldier and wounded two others.").events
    assert [e.target_code for e in found] == ["USAMIL"]


def test_one_meeting_told_three_times_is_one_event() -> None:
    text = (
        "Chad and Sudan held talks in Rome on Monday.\n\nThe talks lasted six hours.\n\n"
        "Officials said the talks between Chad and Sudan had gone well."
    )
    found = [e for e in reading_of(text).events if e.plover == "CONSULT"]
    assert len(found) == 1
    assert len(found[0].evidence) >= 2
    assert found[0].begin == "2022-01-10"
