"""Breadth: an occurrence counts as decided only where a row says something about it."""

from __future__ import annotations

import pytest

from bench.breadth import Reader, Tally
from tests.factory import kit, setting_of


def tally_of(text: str) -> Tally:
    tally = Tally()
    Reader(kit()).count(setting_of(text), tally)
    return tally


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway expelled two Libyan diplomats.", "an event"),
        ("Norway remains a kingdom.", "knowingly none"),
        ("Norway said the winter was cold.", "a report"),
        ("Norway schedules a railway.", "a word on reality"),
    ],
)
def test_what_decides_an_occurrence_is_told(text: str, kind: str) -> None:
    tally = tally_of(text)
    assert tally.decided[kind] == 1
    assert tally.share == 1.0


def test_a_verb_without_a_row_is_undecided_and_shown() -> None:
    tally = tally_of("Norway frobnicated Libya.")
    assert tally.decided.total() == 0
    assert tally.open.total() == 1
    assert "frobnicated" in str(tally.shown)


def test_a_verb_without_a_political_actor_does_not_count() -> None:
    tally = tally_of("The cat slept on the mat.")
    assert tally.decided.total() + tally.open.total() == 0
