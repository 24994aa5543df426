"""The calendar is read by another program as it was meant."""

from __future__ import annotations

from datetime import date, datetime

import icalendar
import pytest

from dragoman.ledger import Found
from dragoman.ledger.found import Cited
from dragoman.web.ical import ical
from tests.web.conftest import TestClient

EMPTY = dict.fromkeys(("participants", "body", "begin", "end", "agenda", "place", "country", "lat", "lon"))


def meeting(**columns: object) -> Found:
    cited = Cited(
        n=1,
        id="a",
        version=2,
        outlet="The Courier",
        agency=None,
        title="T",
        published="2022-01-11T09:30:00+01:00",
        url=None,
    )
    return Found(
        part="meetings",
        n=2,
        id="mtg-00",
        place_in=0,
        day=None,
        words="NATO, Russia; \\ meet\nagain " + "é" * 200,
        verdict=None,
        article=cited,
        columns={**EMPTY, "status": "scheduled", **columns},
        json="{}",
    )


def events(text: str | bytes) -> list[icalendar.Event]:
    text = text.encode() if isinstance(text, str) else text
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


@pytest.mark.parametrize(
    ("begin", "end", "first", "last"),
    [
        ("2022-01-12", "2022-01-12", date(2022, 1, 12), date(2022, 1, 13)),
        ("2022-01-12", None, date(2022, 1, 12), date(2022, 1, 13)),
        ("2022-01-12", "2022-01-14", date(2022, 1, 12), date(2022, 1, 15)),
        (None, "2022-01-14", date(2022, 1, 14), date(2022, 1, 15)),
        ("2022-01-12T10:00:00", None, datetime(2022, 1, 12, 10), None),
    ],
)
def test_days_are_days_and_hours_are_hours(begin: str | None, end: str | None, first: object, last: object) -> None:
    (event,) = events(
        ical([meeting(begin=begin, end=end, participants="NATO; Russia", place="Brussels")], "http://x", name="n")
    )
    assert event.decoded("dtstart") == first
    assert (event.decoded("dtend") if last else None) == last
    assert event["uid"] == "mtg-00@dragoman"
    assert event["sequence"] == 1
    assert event["status"] == "CONFIRMED"
    assert str(event["location"]) == "Brussels"
    assert str(event["description"]).startswith("NATO, Russia; \\ meet again é")
    assert event.decoded("dtstamp").isoformat() == "2022-01-11T08:30:00+00:00"


@pytest.mark.parametrize("begin", [None, "2022", "nonsense", "2022-13-40"])
def test_a_meeting_without_a_day_is_left_out(begin: str | None) -> None:
    assert events(ical([meeting(begin=begin)], "http://x", name="n")) == []


def test_the_calendar_of_the_examples_is_whole(client: TestClient) -> None:
    found = events(client.get("/calendar.ics").text)
    dated = [
        f for part in ("to_come", "past") for f in client.get("/calendar.json").json()[part] if f["begin"] or f["end"]
    ]
    assert len(found) == len(dated) == 3
