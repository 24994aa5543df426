"""Drawings: every point in its place, the same each time, each part a link with a name; nothing inline but SVG."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.bars import Bar, series
from dragoman.web.draw import FORMS, sign
from dragoman.web.net import Edge, Node, layout, network
from dragoman.web.timeline import Lane, Point, ticks, timeline
from dragoman.web.world import HEIGHT, WIDTH, Spot, frame, project, world

DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(date.isoformat)
POINTS = st.builds(
    Point,
    begin=DAYS,
    end=st.one_of(st.just(""), DAYS),
    status=st.sampled_from(sorted(FORMS)),
    quad=st.sampled_from([None, 1, 4]),
    title=st.text(max_size=20),
    href=st.just("/x"),
)


def parsed(drawing: object) -> ElementTree.Element:
    return ElementTree.fromstring(str(drawing))


def links(drawing: object) -> list[str]:
    return [e.attrib["href"] for e in parsed(drawing).iter("a")]


@given(
    st.lists(
        st.builds(Lane, name=st.text(max_size=30), href=st.just(""), points=st.lists(POINTS, max_size=6).map(tuple)),
        max_size=5,
    )
)
def test_any_timeline_is_well_formed_and_within_its_edges(lanes: list[Lane]) -> None:
    drawing = timeline(lanes, label="days")
    if not any(lane.points for lane in lanes):
        assert drawing == ""
        return
    root = parsed(drawing.replace("\x0b", "").replace("\x0c", ""))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for circle in root.iter("circle"):
        assert 0 <= float(circle.attrib["cx"]) <= width
        assert 0 <= float(circle.attrib["cy"]) <= height


def test_uncertain_days_are_as_wide_as_they_are_open() -> None:
    points = (
        Point("2022-01-01", "2022-01-10", "occurred", 4, "wide", "/a"),
        Point("2022-01-05", "2022-01-05", "occurred", 4, "day", "/b"),
    )
    root = parsed(timeline([Lane("Oslo", "", points)], label="x"))
    (bar,) = [e for e in root.iter("rect") if "spread" in e.attrib.get("class", "")]
    months = parsed(
        timeline(
            [Lane("Oslo", "", (Point("2022-01-01", "2022-02-28", "occurred", 4, "w", "/a"), points[1]))], label="x"
        )
    )
    (longer,) = [e for e in months.iter("rect") if "spread" in e.attrib.get("class", "")]
    assert float(bar.attrib["width"]) > 300
    assert float(longer.attrib["width"]) > float(bar.attrib["width"])


def test_signs_of_statuses_differ_by_form_alone() -> None:
    shown = {
        status: re.sub(r' class="[^"]*"', "", str(sign(status))) + str("dash" in str(sign(status)))
        for status in ("occurred", "ongoing", "considered", "conditional", "denied", "background", "direct")
    }
    assert len(set(shown.values())) == len(shown)
    assert sign("scheduled") != sign("occurred")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2022-01-01", "2022-01-05"),
        ("2022-01-01", "2022-04-01"),
        ("2020-01-01", "2023-01-01"),
        ("1900-01-01", "2030-01-01"),
        ("0001-01-01", "0004-01-01"),
    ],
)
def test_an_axis_has_a_few_ticks(first: str, last: str) -> None:
    found = ticks(date.fromisoformat(first), date.fromisoformat(last))
    assert 2 <= len(found) <= 16
    assert [d for d, _, _ in found] == sorted(d for d, _, _ in found)


def test_the_network_is_laid_out_the_same_each_time_and_within_its_sheet() -> None:
    edges = [(0, 1, 5), (1, 2, 1), (3, 4, 2)]
    places = layout(6, edges)
    assert places == layout(6, edges)
    assert all(0 <= x <= 1120 and 0 <= y <= 700 for x, y in places)
    near = [abs(places[a][0] - places[b][0]) + abs(places[a][1] - places[b][1]) for a, b in ((0, 1), (0, 4))]
    assert near[0] < near[1]
    drawing = network([Node("<b>", 3, "/a"), Node("b", 1, "/b")], [Edge(0, 1, 2, True, "t", "/e")], label="n")
    assert links(drawing) == ["/e", "/a", "/b"]
    assert "<b>" not in str(drawing)


def test_a_bar_leads_to_its_events_and_is_as_high_as_they_are_many() -> None:
    root = parsed(series([Bar("2022-01", (2, 1, 0, 4), "/jan"), Bar("2022-02", (0, 0, 0, 0), "/feb")], label="s"))
    assert [e.attrib["href"] for e in root.iter("a")] == ["/jan"]
    heights = {e.attrib["class"]: float(e.attrib["height"]) for e in root.iter("rect")}
    assert heights["coop2"] == pytest.approx(2 * heights["coop"], rel=0.01)
    assert heights["conf"] == pytest.approx(4 * heights["coop"], rel=0.01)
    assert series([Bar("2022", (0, 0, 0, 0), "/x")], label="s") == ""


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_every_place_lies_on_the_map(lon: float, lat: float) -> None:
    x, y = project(lon, lat)
    assert -0.01 <= x <= WIDTH + 0.01
    assert -0.01 <= y <= HEIGHT + 0.01
    left, top, width, height = frame([(x, y)])
    assert left <= x + 0.01
    assert x <= left + width + 0.01
    assert top <= y + 0.01
    assert y <= top + height + 0.01


def test_the_projection_is_equal_earth() -> None:
    # Equal areas: between equal steps of sin(latitude) lie equal areas, at any longitude (numbers of d3-geo agree).
    assert project(0, 0) == (pytest.approx(500), pytest.approx(HEIGHT / 2))
    assert pytest.approx(0.4866, abs=0.0005) == HEIGHT / WIDTH


def test_the_map_draws_its_land_from_one_file_and_escapes_names() -> None:
    drawing = str(world([Spot("<i>", 46.2, 6.1, 3, True, False, "/e")], "/static/world.svg", label="m", whole=False))
    assert links(drawing) == ["/e"]
    assert drawing.count("/static/world.svg#") == 3
    assert "<i>" not in drawing


def test_the_land_lies_within_its_sheet_and_no_shore_runs_across_it() -> None:
    from dragoman.web.render import STATIC, manifest

    root = ElementTree.parse(STATIC / manifest()["world.svg"]).getroot()
    names = []
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        names.append(path.attrib["id"])
        x = y = start = 0
        for command, a, b in re.findall(r"([Ml])(-?\d+) (-?\d+)", path.attrib["d"]):
            if command == "M":
                x, y = int(a), int(b)
            else:
                assert abs(int(a)) < WIDTH * 10 / 6, (path.attrib["id"], x, y)
                x, y = x + int(a), y + int(b)
            assert -1 <= x <= WIDTH * 10 + 1
            assert -1 <= y <= HEIGHT * 10 + 1
            start += 1
        assert start > 20
    assert names == ["land", "disputed", "borders"]
