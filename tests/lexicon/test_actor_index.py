"""The look-ups of names and terms: whole words, the longest, and one reading for each spelling."""

from __future__ import annotations

import pytest

from dragoman.lexicon.leaders import fold
from dragoman.lexicon.nouns import plural_of, words_of
from tests.factory import kit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nigeria and Niger", ["Nigeria", "Niger"]),
        ("Singapore", ["Singapore"]),
        ("give us time", []),
        ("Papua New Guinea", ["Papua New Guinea"]),
        ("the People’s Republic of China", ["China"]),
        ("Perugia", []),
    ],
)
def test_names_are_whole_words_and_the_longest(text: str, found: list[str]) -> None:
    assert [name.title for _, _, name in kit().actors.names_in(text)] == found


def test_a_spelling_with_several_uses_is_the_state_first() -> None:
    ((_, _, name),) = kit().actors.names_in("Singapore")
    assert name.use == "state"


@pytest.mark.parametrize(
    ("phrase", "many"),
    [
        ("minister", "ministers"),
        ("minister of defence", "ministers of defence"),
        ("spokesman", "spokesmen"),
        ("embassy", "embassies"),
        ("deputy foreign minister", "deputy foreign ministers"),
    ],
)
def test_plurals_of_terms(phrase: str, many: str) -> None:
    assert plural_of(words_of(phrase)) == words_of(many)


@pytest.mark.parametrize(
    ("one", "other"), [("Lavrentyev", "Lavrentiev"), ("Khatami’s", "Khatami's"), ("Ulyanov", "Ulianov")]
)
def test_transliterations_of_a_surname_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one.replace("’", "'")) == fold(other)


def test_every_state_of_the_table_is_indexed() -> None:
    rows = kit().lexicon.rows("states")
    assert {row["iso3"] for row in rows} == set(kit().actors.states)
