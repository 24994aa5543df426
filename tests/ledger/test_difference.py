"""Two readings of an article, and what the later one says differently."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.ledger import Ledger, Writer
from dragoman.ledger.difference import difference, sentences
from dragoman.records import Reading
from tests.ledger.generate import reading
from tests.ledger.stories import AT, LATER, harbour, named


def told(old: Reading, new: Reading) -> list[str]:
    return [line.partition(" — ")[0] for line in sentences(difference(old, new))]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (harbour(), harbour(), []),
        (harbour(12), harbour(14), ["article: the text changed", "figures: low, high now 14, was 12"]),
        (harbour(), harbour(status="denied"), ["events: status now denied, was occurred"]),
        (harbour(), harbour(published="2022-01-11"), ["article: published is now 2022-01-11, was 2022-01-10"]),
        (harbour(), replace(harbour(), figures=()),
            ["figures: no longer there: low 12, high 12, unit people, what killed, "
            "voice Hanna Lyu"]),
        (replace(harbour(), events=()), harbour(), ["events: new: plover ASSAULT, mode heavy, cameo 194, quad 4, "
            "goldstein -10, status occurred"]),
    ],
    ids=range(6),
)  # fmt: skip
def test_the_difference_is_told_in_words(old: Reading, new: Reading, lines: list[str]) -> None:
    assert told(old, new) == lines


def test_another_name_shows_in_every_record_that_has_it() -> None:
    lines = told(harbour(), named(harbour(), "Russian forces"))
    assert "events: sources now Russian forces, was Russia" in lines


def test_records_are_matched_by_what_they_say_not_by_their_place() -> None:
    one = reading(5)
    assert told(one, replace(one, events=one.events[::-1])) == []
    lines = told(one, replace(one, events=one.events[1:]))
    assert len(lines) == 1
    assert lines[0].startswith("events: no longer there")


def test_the_versions_of_a_ledger_are_compared(tmp_path: Path) -> None:
    with Writer(tmp_path / "t.ledger") as writer:
        for dead, at in ((12, AT), (14, LATER), (15, LATER)):
            writer.add(harbour(dead), at=at)
    with Ledger(tmp_path / "t.ledger") as ledger:
        key = harbour(15).article.id
        for asked, was, now in (({}, 14, 15), ({"new": 2}, 12, 14), ({"old": 1, "new": 3}, 12, 15)):
            (change,) = ledger.difference(key, **asked).changes
            assert change.fields == (("low", was, now), ("high", was, now))
