"""JSON Lines, TimelineJS and schema.org, read by the standard library."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from dragoman.export import jsonl, jsonld, timeline
from dragoman.records.codec import decode, encode
from tests.export.samples import HOSTILE, TEXT, everything, hostile, order, talks, told, written


def line(**changes: Any) -> Any:
    (found,) = written(jsonl.FORMAT, [talks()], everything(kind="articles", **changes)).splitlines()
    return json.loads(found)


def test_with_everything_it_is_the_record_itself() -> None:
    (found,) = written(jsonl.FORMAT, [talks()], everything(kind="articles", text="full")).splitlines()
    assert decode(found) == talks()
    assert found == b'{"schema_version":"1",' + encode(talks())[1:]


def test_what_points_to_a_left_out_event_goes_with_it() -> None:
    found = decode(written(jsonl.FORMAT, [talks()]))
    assert [event.status for event in found.events] == ["occurred", "occurred"]
    assert found.assessments[0].about is None
    assert talks().assessments[0].about is not None


def test_without_the_text_words_stay_as_far_as_they_may() -> None:
    quoted, told_in = line(text="quote"), line(text="sentence")
    assert quoted["article"]["text"] is None
    assert quoted["article"]["sha256"] == talks().article.sha256
    assert quoted["events"][0]["words"]["trigger"] == ["held talks"]
    assert quoted["events"][0]["evidence"] == [list(talks().events[0].evidence[0])]
    assert "sentence" not in quoted["events"][0]
    assert told_in["statements"][0]["sentence"].startswith('"We shall not be moved," Ola')
    assert "words" not in line(text="none")["events"][0]
    assert line(text="none")["article"]["title"] is None


def test_every_span_field_of_the_record_is_known() -> None:
    """A new field of spans has to be named in SPANS, or its words would be missing."""
    record = json.loads(encode(talks()))
    for part, names in jsonl.SPANS.items():
        for row in record[part]:
            assert set(names) <= set(row)
    for part in ("events", "statements", "positions", "assessments", "figures", "meetings", "places"):
        pairs = {name for row in record[part] for name, value in row.items() if _spans(value)}
        assert pairs <= set(jsonl.SPANS[part])


def _spans(value: Any) -> bool:
    flat = value if isinstance(value, list) and value and isinstance(value[0], int) else None
    return flat is not None or (isinstance(value, list) and bool(value) and isinstance(value[0], list))


def test_a_timeline_has_numbers_for_dates_and_no_end_at_its_start() -> None:
    found = json.loads(written(timeline.FORMAT, [talks()]))
    (slide,) = found["events"]
    assert slide["start_date"] == {"year": 2022, "month": 1, "day": 10}
    assert "end_date" not in slide
    assert slide["text"]["headline"] == "Russia – Norway: CONSULT"
    assert slide["unique_id"] == talks().events[0].id
    later = replace(talks(), events=(replace(talks().events[0], end="2022-01-12"),))
    (slide,) = json.loads(written(timeline.FORMAT, [later]))["events"]
    assert slide["end_date"] == {"year": 2022, "month": 1, "day": 12}


def test_a_timeline_shows_a_status_that_is_not_occurred() -> None:
    found = json.loads(written(timeline.FORMAT, [talks()], everything()))
    assert [s["text"]["headline"] for s in found["events"]][1] == "Norway – South Sudan: AID (scheduled)"


def test_an_event_without_a_day_has_no_slide() -> None:
    _, tally = told(timeline.FORMAT, [talks()])
    assert tally.left_out == {"no first day is told": 1}


def test_markup_in_a_timeline_is_text() -> None:
    data = written(timeline.FORMAT, [hostile()]).decode()
    assert "<script" not in data
    assert "&lt;script&gt;" in data
    assert len(json.loads(data)["events"]) == len(HOSTILE)


def test_schema_org_has_articles_quotations_and_events_and_no_claims() -> None:
    found = json.loads(written(jsonld.FORMAT, [talks()]))
    assert found["@context"] == "https://schema.org"
    kinds = [node["@type"] for node in found["@graph"]]
    assert kinds == ["NewsArticle", "Quotation", "Event", "Event", "Event"]
    article, quotation, event, _, meeting = found["@graph"]
    assert quotation["text"] == "We shall not be moved"
    assert quotation["creator"] == {"@type": "Person", "name": "Ola Nordmann", "identifier": "NORGOV"}
    assert quotation["isPartOf"]["@id"] == article["@id"]
    start, end = map(int, quotation["position"].split("-"))
    assert TEXT[start:end] == quotation["text"]
    assert event["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 46.2022, "longitude": 6.1457}
    assert [who["name"] for who in event["about"]] == ["Russia", "Norway"]
    assert meeting["attendee"][0] == {"@type": "GovernmentOrganization", "name": "Norway", "identifier": "NOR"}
    assert meeting["eventStatus"] == "https://schema.org/EventScheduled"
    assert "ClaimReview" not in written(jsonld.FORMAT, [talks()]).decode()


def test_schema_org_says_when_an_event_is_none_yet() -> None:
    names = [
        n.get("name") for n in json.loads(written(jsonld.FORMAT, [talks()], everything(kind="articles")))["@graph"]
    ]
    assert "AID (scheduled): Norway, South Sudan" in names
    assert "ASSAULT heavy-weapons (denied): Belarus" in names


@pytest.mark.parametrize("format", [jsonl.FORMAT, jsonld.FORMAT, timeline.FORMAT], ids=lambda f: f.name)
def test_hostile_text_is_json(format: Any) -> None:
    for level in ("full", "sentence", "quote", "none"):
        assert json.loads(written(format, [hostile()], order(kind=format.kinds[0], text=level)))
