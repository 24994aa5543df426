"""Series: every event of the dyad in one period, periods without gaps, sums as a look through all gives them."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import UnknownName, UsageError
from dragoman.ledger import Ledger
from dragoman.ledger.series import STEPS, begins, periods
from tests.ledger.generate import fill


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    path = tmp_path_factory.mktemp("series") / "t.ledger"
    fill(path, 3000)
    return Ledger(path)


@pytest.mark.parametrize(
    ("day", "step", "begin"),
    [
        ("2022-01-13", "day", "2022-01-13"), ("2022-01-13", "week", "2022-01-10"), ("2022-01-02", "week", "2021-12-27"),
        ("2022-01-13", "month", "2022-01-01"), ("2020-02-29", "month", "2020-02-01"),
    ],
)  # fmt: skip
def test_where_a_period_begins(day: str, step: str, begin: str) -> None:
    assert begins(day, step) == date.fromisoformat(begin)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("directed", [True, False])
def test_counts_and_sums_are_those_of_the_events(ledger: Ledger, step: str, directed: bool) -> None:
    rows = ledger.series("USA", "RUS", step=step, directed=directed)
    events = {e.id: e for e in ledger.events(by="USA", target="RUS")}
    if not directed:
        events |= {e.id: e for e in ledger.events(by="RUS", target="USA")}
    assert sum(row.events for row in rows) == len(events) > 20
    assert sum(row.goldstein for row in rows) == pytest.approx(sum(e["goldstein"] for e in events.values()), abs=0.05)
    assert sum(row.material_conflict for row in rows) == sum(e["quad"] == 4 for e in events.values())
    by_begin = {row.begin: row for row in rows}
    for e in events.values():
        assert by_begin[begins(e.day, step).isoformat()].events >= 1


def test_a_series_has_no_gaps() -> None:
    rows = periods([("2022-01-31", 1, 1.0), ("2022-04-01", 4, -10.0)], "month")
    assert [(row.begin, row.events) for row in rows] == [
        ("2022-01-01", 1), ("2022-02-01", 0), ("2022-03-01", 0), ("2022-04-01", 1),
    ]  # fmt: skip
    assert len(periods([], "week", since="2022-01-01", until="2022-01-31")) == 6
    assert periods([], "week") == []


def test_the_last_years_of_the_calendar_end_a_series() -> None:
    assert periods([("9999-12-31", 1, 0.0)], "month")[-1].events == 1


def test_what_is_too_long_or_unknown_is_said() -> None:
    with pytest.raises(UsageError, match="more than"):
        periods([("0001-01-01", 1, 0.0), ("2022-01-01", 1, 0.0)], "day")
    with pytest.raises(UnknownName):
        periods([], "year")
