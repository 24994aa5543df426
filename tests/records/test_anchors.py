"""No record is written that points outside the text or to a record that is not there."""

from __future__ import annotations

import pytest

from dragoman.errors import AnchorError
from dragoman.records import (
    Article,
    Assessment,
    Event,
    Figure,
    Meeting,
    Position,
    Quantity,
    Reading,
    Span,
    Statement,
)
from dragoman.records.anchors import check_anchors
from dragoman.records.ids import text_digest

TEXT = "Envoys met in Oslo."


def reading(**parts: object) -> Reading:
    return Reading(article=Article(id="art-1", text=TEXT, sha256=text_digest(TEXT)), **parts)  # type: ignore[arg-type]


def event(**fields: object) -> Event:
    given = {"id": "evt-1", "plover": "CONSULT", "status": "occurred", "trigger": Span(7, 10), **fields}
    return Event(**given)  # type: ignore[arg-type]


def position(**fields: object) -> Position:
    given = {
        "id": "pos-1",
        "stance": "demands",
        "issue": "x",
        "proposition": Span(0, 6),
        "evidence": Span(0, 6),
        **fields,
    }
    return Position(**given)  # type: ignore[arg-type]


def assessment(**fields: object) -> Assessment:
    given = {"id": "ass-1", "kind": "forecast", "span": Span(0, 6), "evidence": Span(0, 6), **fields}
    return Assessment(**given)  # type: ignore[arg-type]


def test_a_forecast_of_the_author_points_to_nobody() -> None:
    sound = reading(assessments=(assessment(holder="author"),))
    assert check_anchors(sound) is sound


def test_a_sound_reading_is_given_back() -> None:
    sound = reading(events=(event(evidence=(Span(0, 19),)),))
    assert check_anchors(sound) is sound


@pytest.mark.parametrize(
    "parts",
    [
        {"events": (event(trigger=Span(7, 7)),)},
        {"events": (event(evidence=(Span(0, 20),)),)},
        {"events": (event(object=Span(-1, 3)),)},
        {"events": (event(source=("act-1",)),)},
        {"events": (event(said_in="sta-1"),)},
        {"statements": (Statement(id="sta-1", kind="direct", content=(Span(3, 2),)),)},
        {"statements": (Statement(id="sta-1", kind="direct", relayed_by="act-9"),)},
        {"positions": (position(actor="act-9"),)},
        {"assessments": (assessment(holder="act-9"),)},
        {"figures": (Figure(id="fig-1", span=Span(0, 6), quantity=Quantity(low=1, high=1), of="act-9"),)},
        {"meetings": (Meeting(id="mtg-1", status="held", participants=("act-9",)),)},
    ],
)
def test_a_span_or_a_reference_to_nothing_is_never_written(parts: dict[str, object]) -> None:
    with pytest.raises(AnchorError):
        check_anchors(reading(**parts))
