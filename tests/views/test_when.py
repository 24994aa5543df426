"""Days and moments are written as people read them."""

from __future__ import annotations

import pytest

from dragoman.views.when import when


@pytest.mark.parametrize(
    ("begin", "end", "shown"),
    [
        ("2022-01-10", "2022-01-10", "2022-01-10"),
        ("2022-01-10T08:55:00", "2022-01-10T08:55:00", "2022-01-10 08:55"),
        ("2022-01-10T08:55:00+00:00", "2022-01-10T08:55:00+00:00", "2022-01-10 08:55Z"),
        ("2022-01-10", "2022-01-13", "2022-01-10 – 2022-01-13"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2014-01-01", "2021-12-31", "2014 – 2021"),
        ("2022-02-01", "2022-02-28", "2022-02"),
        ("2014-03-01", None, "from 2014-03-01"),
        (None, "2022-01-13", "until 2022-01-13"),
        (None, None, ""),
    ],
)
def test_a_time_is_shown_by_its_shortest_name(begin: str | None, end: str | None, shown: str) -> None:
    assert when(begin, end) == shown


def test_an_unresolved_value_stands_for_itself() -> None:
    assert when(None, None, "P3D") == "P3D"
