"""GEXF as networkx reads it: actors once over all articles, events counted, days as start and end or spells."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import networkx

from dragoman.export.gexf import FORMAT
from dragoman.records import Reading
from tests.export.samples import HOSTILE, hostile, order, talks, told, written


def graph(*readings: Reading, **changes: Any) -> Any:
    return networkx.read_gexf(io.BytesIO(written(FORMAT, readings, order(**changes))), version="1.3")


def later(begin: str | None, article: str = "art-2") -> Reading:
    base = talks()
    event = replace(base.events[0], begin=begin, end=begin, reciprocal=False)
    return replace(base, article=replace(base.article, id=article), events=(event,))


def edge(found: Any, source: str, target: str) -> Any:
    label = {data["label"]: node for node, data in found.nodes(data=True)}
    return found.edges[label[source], label[target]]


def test_a_mutual_act_is_an_edge_each_way() -> None:
    found = graph(talks())
    assert found.is_directed()
    assert found.number_of_edges() == 2
    for sides in (("Russia", "Norway"), ("Norway", "Russia")):
        data = edge(found, *sides)
        assert (data["weight"], data["verbal_cooperation"], data["goldstein"]) == (1, 1, 7.0)
        assert (data["start"], data["end"]) == ("2022-01-10", "2022-01-10")


def test_events_are_counted_over_articles_and_actors_stand_once() -> None:
    found = graph(talks(), later("2022-01-11"), later(None, "art-3"))
    assert sorted(data["label"] for _, data in found.nodes(data=True)) == ["Norway", "Russia"]
    data = edge(found, "Russia", "Norway")
    assert (data["weight"], data["first"], data["last"]) == (3, "2022-01-10", "2022-01-11")
    assert (data["start"], data["end"]) == ("2022-01-10", "2022-01-11"), "days that follow each other are one time"


def test_days_with_gaps_are_spells() -> None:
    data = edge(graph(talks(), later("2022-01-11"), later("2022-03-01", "art-3")), "Russia", "Norway")
    assert data["spells"] == [("2022-01-10", "2022-01-11"), ("2022-03-01", "2022-03-01")]


def test_an_act_without_a_second_party_makes_no_edge() -> None:
    _, tally = told(FORMAT, [talks()])
    assert tally.left_out == {"no two parties": 1}


def test_nodes_say_who_they_are() -> None:
    nodes = {data["label"]: data for _, data in graph(talks()).nodes(data=True)}
    assert (nodes["Norway"]["kind"], nodes["Norway"]["country"], nodes["Norway"]["code"]) == ("state", "NOR", "NOR")


def test_hostile_names_are_labels_and_the_file_is_well_formed() -> None:
    data = written(FORMAT, [hostile()])
    ET.fromstring(data)
    found = graph(hostile())
    assert found.number_of_nodes() == len(HOSTILE)
    assert "<script>alert(1)</script>" in {d["label"] for _, d in found.nodes(data=True)}


def test_it_says_that_it_is_gexf_1_3() -> None:
    root = ET.fromstring(written(FORMAT, []))
    assert root.tag == "{http://gexf.net/1.3}gexf"
    assert root.get("version") == "1.3"
    (drawn,) = root.findall("{http://gexf.net/1.3}graph")
    assert (drawn.get("mode"), drawn.get("timeformat")) == ("dynamic", "date")
