"""The events of two actors upon each other are those of both directions, each once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from tests.ledger.generate import fill


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("ledger") / "made.ledger"
    fill(path, 600)
    with Ledger(path) as ledger:
        yield ledger


QUESTIONS: tuple[dict[str, Any], ...] = (
    {},
    {"status": "all"},
    {"status": ("denied", "background")},
    {"since": "2000-01-04"},
    {"until": "2000-01-05"},
    {"since": "2000-01-03", "until": "2000-01", "status": "scheduled"},
)


@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
@pytest.mark.parametrize(
    ("a", "b"), [("USA", "RUS"), ("RUS", "USA"), ("USA", "IRN"), ("USA", "Russia"), ("USA", "USA"), ("FJI", "USA")]
)
def test_the_walk_down_the_index_finds_what_two_questions_find(
    made: Ledger, a: str, b: str, asked: dict[str, str]
) -> None:
    rows, cut = made.both(a, b, ("quad",), limit=3000, **asked)
    asked_for = {f.n for x, y in ((a, b), (b, a)) for f in made.events(by=x, target=y, **asked)}
    assert [row[0] for row in rows] == sorted(asked_for, reverse=True)
    assert all(made.sql("SELECT day, quad FROM events WHERE n = ?", row[:1]) == [row[1:]] for row in rows[:20])
    assert not cut


@pytest.mark.parametrize(("a", "b"), [("USA", "RUS"), ("United States", "RUS")])
def test_a_series_that_is_cut_off_begins_where_both_directions_are_whole(made: Ledger, a: str, b: str) -> None:
    rows, cut = made.both(a, b, (), limit=12)
    assert cut
    first = min(row[1] for row in rows)
    every = {f.n for x, y in ((a, b), (b, a)) for f in made.events(by=x, target=y) if (f.day or "") >= first}
    assert {row[0] for row in rows} == every


def test_a_column_that_is_none_is_refused(made: Ledger) -> None:
    with pytest.raises(UnknownName):
        made.both("USA", "RUS", ("goldstien",), limit=5)
