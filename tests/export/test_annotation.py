"""Web Annotation: both selectors lead back to the words in the text, and the digest says which text."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from dragoman.export.annotation import AROUND, FORMAT
from dragoman.records import Reading
from tests.export.samples import everything, hostile, order, talks, written


def annotations(reading: Reading, **changes: Any) -> list[Any]:
    found = json.loads(written(FORMAT, [reading], everything(kind="articles", **changes)))
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationCollection"
    assert found["first"]["type"] == "AnnotationPage"
    assert found["total"] == len(found["first"]["items"])
    return list(found["first"]["items"])


@pytest.mark.parametrize("reading", [talks(), hostile()], ids=["talks", "hostile"])
def test_selectors_find_the_same_words_again(reading: Reading) -> None:
    text = reading.article.text
    items = annotations(reading)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        for target in item["target"]:
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            assert text[start:end] == quote["exact"]
            at = text.index(quote["prefix"] + quote["exact"] + quote["suffix"])
            assert text.startswith(quote["exact"], at + len(quote["prefix"]))
            assert len(quote["prefix"]) <= AROUND >= len(quote["suffix"])
            assert target["dragoman:sha256"] == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_every_kind_of_record_is_annotated() -> None:
    reading = talks()
    ids = {item["id"].removeprefix("urn:dragoman:") for item in annotations(reading)}
    for part in (reading.actors, reading.statements, reading.events, reading.positions, reading.figures,
                 reading.meetings, reading.assessments):  # fmt: skip
        assert {record.id for record in part} <= ids
    assert f"{reading.article.id}:places.0" in ids


def test_an_event_says_its_codes_and_its_parties() -> None:
    (event,) = (i for i in annotations(talks()) if i["id"].endswith(talks().events[0].id))
    assert event["motivation"] == "classifying"
    assert [b["value"] for b in event["body"]] == ["CONSULT", "046", "occurred", "Russia and Norway"]
    assert event["target"][0]["source"] == "https://news.example/1"


def test_levels_of_text() -> None:
    def selectors(level: str) -> list[list[str]]:
        (first, *_) = annotations(talks(), text=level)
        return [sorted(s) for s in first["target"][0]["selector"]]

    position = ["end", "start", "type"]
    assert selectors("full") == selectors("sentence") == [position, ["exact", "prefix", "suffix", "type"]]
    assert selectors("quote") == [position, ["exact", "type"]]
    assert selectors("none") == [position]


def test_without_a_url_the_source_is_the_id() -> None:
    from dataclasses import replace

    bare = replace(talks(), article=replace(talks().article, url=None))
    assert annotations(bare)[0]["target"][0]["source"] == "urn:dragoman:art-0123456789abcdef"


def test_planned_and_denied_acts_are_asked_for() -> None:
    found = json.loads(written(FORMAT, [talks()], order(kind="articles")))["first"]["items"]
    tags = {b["value"] for item in found for b in item["body"]}
    assert "occurred" in tags
    assert not {"denied", "ASSAULT", "AID"} & tags
