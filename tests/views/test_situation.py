"""The situation of an article: what was said, what happened, what is to come, who they are."""

from __future__ import annotations

from dataclasses import replace

from dragoman.views.passage import words
from dragoman.views.situation import situation
from tests.views.sample import sample


def test_the_head_counts_what_was_found() -> None:
    head = situation(sample()).head
    assert head.outlet == "The Lakeside Courier / AFP"
    assert (head.published, head.basis) == ("2022-01-10", "given")
    assert dict(head.counts) == {
        "actors": 5,
        "statements": 2,
        "events": 5,
        "meetings": 1,
        "positions": 1,
        "assessments": 1,
    }


def test_a_statement_names_speaker_channel_and_time() -> None:
    first, second = situation(sample()).said
    assert (first.who, first.how, first.through, first.when) == (
        "Sergei Ryabkov",
        "direct question",
        "Interfax",
        "2022-01-10",
    )
    assert first.words == "“Are they ready to sign?”"
    assert (second.who, second.through, second.when) == ("Jens Stoltenberg", None, "")


def test_only_what_is_no_plan_happened() -> None:
    assert [(a.id, a.status) for a in situation(sample()).happened] == [
        ("evt-11", "ongoing"),
        ("evt-12", "occurred"),
        ("evt-15", "denied"),
    ]


def test_threats_meetings_and_conditions_are_to_come_dated_ones_first() -> None:
    rows = situation(sample()).to_come
    assert [(a.id, a.kind, a.status) for a in rows] == [
        ("evt-12", "THREATEN", "occurred"),
        ("mtg-1", "MEETING", "scheduled"),
        ("evt-13", "ASSAULT", "conditional, feared"),
    ]
    assert rows[2].said_by == "Jens Stoltenberg"


def test_the_event_of_a_meeting_is_shown_once() -> None:
    rows = [*situation(sample()).happened, *situation(sample()).to_come]
    assert "evt-14" not in {a.id for a in rows}


def test_a_body_that_meets_by_itself_is_named_once() -> None:
    reading = sample()
    (meeting,) = reading.meetings
    alone = replace(reading, meetings=(replace(meeting, participants=("act-3",), body="NATO"),))
    row = next(a for a in situation(alone).to_come if a.kind == "MEETING")
    assert (row.who, row.whom) == ("NATO", None)


def test_every_row_has_its_sentence() -> None:
    s = situation(sample())
    assert all(words(a.words) for a in (*s.happened, *s.to_come))
    denied = s.happened[-1]
    assert words(denied.words) == "Sofia denied that its ships had fired on a trawler of the U.S. fleet."
    assert [p.text for p in denied.words if p.marked] == ["fired"]


def test_positions_and_assessments_say_whose_they_are() -> None:
    threat, forecast = situation(sample()).stands
    assert (threat.who, threat.stance, threat.toward) == ("NATO", "threatens", "Russia")
    assert [p.text for p in threat.words if p.marked] == ["answer with severe costs", "if Russia invades"]
    assert (forecast.who, forecast.stance) == ("the report", "forecast, likely")


def test_those_who_say_and_do_most_come_first() -> None:
    cast = situation(sample()).cast
    assert [(r.name, r.said, r.did) for r in cast][:2] == [("Russia", 0, 3), ("NATO", 0, 2)]
    assert cast[2].what == "deputy foreign minister, RUS"
