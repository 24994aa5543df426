"""iCalendar as the icalendar package reads it: each meeting once, its days right, no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from dragoman.export.contract import MEETING_STATUSES
from dragoman.export.ical import FORMAT, folded, text_line
from dragoman.records import Meeting, Reading
from tests.export.samples import HOSTILE, hostile, order, talks, told, written


def events(data: bytes) -> list[object]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def reading(article: str = "art-1", published: str | None = "2022-01-11", **changes: object) -> Reading:
    base = talks()
    meeting = replace(base.meetings[0], **changes)
    return replace(base, article=replace(base.article, id=article, published=published), meetings=(meeting,))


def test_a_meeting_to_come_stands_on_its_day() -> None:
    calendar = Calendar.from_ical(written(FORMAT, [talks()]))
    assert calendar["VERSION"] == "2.0"
    (event,) = calendar.walk("VEVENT")
    assert event["DTSTART"].dt == date(2022, 1, 12)
    assert event["DTEND"].dt == date(2022, 1, 13), "the day after the last"
    assert event["DTSTAMP"].dt == datetime(2022, 1, 11, tzinfo=UTC), "the day of the report, not the clock"
    assert event["SUMMARY"] == "Arctic Council"
    assert event["LOCATION"] == "Oslo"
    assert event["STATUS"] == "CONFIRMED"
    assert event["SEQUENCE"] == 0
    assert event["GEO"].to_ical() == "59.9127;10.7461"
    assert "The Arctic Council meets in Oslo on 12 January" in event["DESCRIPTION"]
    assert event["X-DRAGOMAN-ID"] == "mtg-0000000000000001"


TIMES = [
    ("2022-01-12T10:00:00+01:00", None, datetime(2022, 1, 12, 9, tzinfo=UTC), None),
    ("2022-01-12T10:00", "2022-01-12T12:30", datetime(2022, 1, 12, 10), datetime(2022, 1, 12, 12, 30)),
    ("2022-01-12T10:00:00Z", "2022-01-12T10:00:00Z", datetime(2022, 1, 12, 10, tzinfo=UTC), None),
    ("2022-01-12", "2022-01-14", date(2022, 1, 12), date(2022, 1, 15)),
    ("2022-01-12", None, date(2022, 1, 12), date(2022, 1, 13)),
    ("2022-01-12", "2022-01-10", date(2022, 1, 12), None),
    ("9999-12-31", "9999-12-31", date(9999, 12, 31), None),
]


@pytest.mark.parametrize(("begin", "end", "first", "last"), TIMES)
def test_hours_days_and_spans(begin: str, end: str | None, first: object, last: object) -> None:
    (event,) = Calendar.from_ical(written(FORMAT, [reading(begin=begin, end=end)])).walk("VEVENT")
    assert event["DTSTART"].dt == first
    assert (event["DTEND"].dt if "DTEND" in event else None) == last


def test_a_meeting_without_a_day_is_left_out_aloud() -> None:
    data, tally = told(FORMAT, [reading(begin=None, end="2022-01-12"), reading(begin="soon")])
    assert events(data) == []
    assert tally.left_out == {"a meeting without a day": 2}


@pytest.mark.parametrize(
    ("status", "shown"), [("postponed", "TENTATIVE"), ("cancelled", "CANCELLED"), ("ongoing", "CONFIRMED")]
)
def test_what_became_of_it_is_its_status(status: str, shown: str) -> None:
    (event,) = Calendar.from_ical(written(FORMAT, [reading(status=status)])).walk("VEVENT")
    assert event["STATUS"] == shown
    assert (status in event["SUMMARY"]) == (status != "ongoing")


def test_what_was_held_is_asked_for() -> None:
    assert events(written(FORMAT, [reading(status="held")])) == []
    asked = order(kind="meetings", meeting_statuses=frozenset(MEETING_STATUSES))
    assert len(events(written(FORMAT, [reading(status="held")], asked))) == 1


def test_many_reports_of_a_meeting_are_one_event_that_changes() -> None:
    told_of = [
        reading("art-3", "2022-01-12", status="cancelled"),
        reading("art-1", "2022-01-10"),
        reading("art-2", "2022-01-11"),
    ]
    (event,) = Calendar.from_ical(written(FORMAT, told_of)).walk("VEVENT")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert event["DTSTAMP"].dt == datetime(2022, 1, 12, tzinfo=UTC)
    (first,) = Calendar.from_ical(written(FORMAT, told_of[1:2])).walk("VEVENT")
    assert first["UID"] == event["UID"], "a calendar that knows it will replace it"


def test_meetings_of_nobody_known_are_not_taken_for_one() -> None:
    one = reading("art-1", body=None, participants=(), id="mtg-000000000000000a")
    two = reading("art-2", body=None, participants=(), id="mtg-000000000000000b")
    assert len(events(written(FORMAT, [one, two]))) == 2
    states = [reading(a, body=None, id=f"mtg-{a}") for a in ("art-1", "art-2")]
    assert len(events(written(FORMAT, states))) == 1, "two states on one day"


def test_an_unknown_day_of_publication_is_no_clock() -> None:
    (event,) = Calendar.from_ical(written(FORMAT, [reading(published=None)])).walk("VEVENT")
    assert event["DTSTAMP"].dt == datetime(1970, 1, 1, tzinfo=UTC)


def test_hostile_names_add_no_property() -> None:
    data = written(FORMAT, [hostile()])
    assert len(events(data)) == len(HOSTILE)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\x00" not in data
    known = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "GEO", "STATUS", "SEQUENCE", "DESCRIPTION",
             "URL", "X-DRAGOMAN-ID"}  # fmt: skip
    for event in events(data):
        assert set(event) <= known  # type: ignore[call-overload]


@given(st.text())
def test_any_text_is_read_back(text: str) -> None:
    calendar = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + folded(text_line("SUMMARY", text)) + b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    (event,) = Calendar.from_ical(calendar).walk("VEVENT")
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    if text.isprintable() and "  " not in text and text.strip() == text:
        assert event["SUMMARY"] == text


def test_the_default_is_what_is_still_to_come() -> None:
    every = replace(talks(), meetings=tuple(
        Meeting(id=f"mtg-{status}", body=status, begin="2022-01-12", status=status) for status in MEETING_STATUSES
    ))  # fmt: skip
    shown = {str(e["X-DRAGOMAN-ID"]) for e in Calendar.from_ical(written(FORMAT, [every])).walk("VEVENT")}
    assert shown == {"mtg-ongoing", "mtg-scheduled", "mtg-postponed", "mtg-cancelled"}
