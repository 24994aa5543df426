"""Who held which office when decides whose surname it is."""

from __future__ import annotations

import pytest

from dragoman.lexicon.leaders import fold
from tests.factory import kit, reading_of

SURNAMES = [
    ("Lavrov", 2015, "RUS"),
    ("Lavrov", None, "RUS"),
    ("Thatcher", 1987, "GBR"),
    ("Thatcher", 2015, None),
    ("Khan", 2022, None),
    ("Stoltenberg", 2010, "NOR"),
]


@pytest.mark.parametrize(("surname", "year", "country"), SURNAMES)
def test_a_surname_is_somebody_in_office_then_or_nobody(surname: str, year: int | None, country: str | None) -> None:
    found = kit().actors.leaders.surnamed(fold(surname), year)
    assert (found.country if found else None) == country


def test_one_person_has_the_office_of_the_day() -> None:
    named = kit().actors.leaders.named
    before, after = (named(fold("Mark"), fold("Rutte"), year) for year in (2015, 2025 + 2))
    assert before is not None
    assert after is not None
    assert (before.country, after.organisation) == ("NLD", "NATO")


def test_a_person_of_the_list_has_his_state_where_the_text_does_not_say_it() -> None:
    reading = reading_of("Sergei Lavrov left the room early.", published="2016-05-01")
    (actor,) = reading.actors
    assert (actor.country, actor.code) == ("RUS", "RUSGOV")
    assert any(name.startswith("office_holders:") for name in actor.because)
