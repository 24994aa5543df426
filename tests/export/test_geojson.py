"""GeoJSON by the letter of RFC 7946: longitude first, only true places, closed and valid."""

from __future__ import annotations

import json
from dataclasses import replace

from dragoman.export.geojson import FORMAT
from tests.export.samples import HOSTILE, everything, hostile, order, talks, told, written


def test_a_point_has_longitude_before_latitude() -> None:
    found = json.loads(written(FORMAT, [talks()]))
    assert found["type"] == "FeatureCollection"
    (feature,) = found["features"]
    assert feature["type"] == "Feature"
    assert feature["id"] == talks().events[0].id
    assert feature["geometry"] == {"type": "Point", "coordinates": [6.1457, 46.2022]}
    assert feature["properties"]["precision"] == "city"
    assert feature["properties"]["status"] == "occurred"
    start, end = feature["properties"]["evidence"][0]
    assert talks().article.text[start:end] == feature["properties"]["quote"]


def test_a_capital_that_stands_for_its_government_is_on_no_map() -> None:
    data, tally = told(FORMAT, [talks()], everything())
    assert [f["properties"]["place"] for f in json.loads(data)["features"]] == ["Geneva"]
    assert tally.left_out == {"no place that locates it": 3}


def test_coordinates_that_are_not_known_make_no_point() -> None:
    base = talks()
    lost = replace(base, places=(replace(base.places[0], lat=None), *base.places[1:]))
    assert json.loads(written(FORMAT, [lost]))["features"] == []


def test_hostile_names_are_values_and_nothing_else() -> None:
    found = json.loads(written(FORMAT, [hostile()], order(text="none")))
    assert len(found["features"]) == len(HOSTILE)
    for feature in found["features"]:
        assert list(feature["properties"]) == list(found["features"][0]["properties"])
        assert "\x00" not in feature["properties"]["place"]
        assert feature["properties"]["quote"] is feature["properties"]["sentence"] is None
