"""A floor holds: it goes up by itself and down only by name."""

from __future__ import annotations

import pytest

from bench.floors import as_scores, falls, raised

FLOORS = {"time": {"value F1": 0.7}, "seed": {"named errors (count)": 3.0}}


@pytest.mark.parametrize(
    ("scores", "fallen"),
    [
        ({"time": {"value F1": 0.7}}, 0),
        ({"time": {"value F1": 0.71}}, 0),
        ({"time": {"value F1": 0.6998}}, 1),
        ({"time": {}}, 1),
        ({"seed": {"named errors (count)": 4.0}}, 1),
        ({"seed": {"named errors (count)": 2.0}}, 0),
        ({"place": {"mention F1": 0.0}}, 0),
    ],
)
def test_a_score_below_its_floor_is_named(scores: dict[str, dict[str, float]], fallen: int) -> None:
    assert len(falls(scores, FLOORS)) == fallen


def test_floors_go_up_by_themselves_and_down_only_by_name() -> None:
    scores = {"time": {"value F1": 0.6}, "seed": {"named errors (count)": 1.0}}
    assert raised(scores, FLOORS) == {"time": {"value F1": 0.7}, "seed": {"named errors (count)": 1.0}}
    assert raised(scores, FLOORS, ["time/value F1"])["time"]["value F1"] == 0.6


def test_figures_without_a_value_have_no_floor() -> None:
    assert as_scores([{"set": "time", "figure": "value F1", "value": None}]) == {}
