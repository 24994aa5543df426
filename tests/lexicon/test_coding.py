"""The index over a user's codes: what is tried first, what holds on which day, what a word may look like."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon import coding
from dragoman.lexicon.coding import CodingIndex
from dragoman.lexicon.coding_words import elements, pieces, plurals, verb_forms
from dragoman.lexicon.load import load_lexicon
from tests.dictionaries import ACTORS, AGENTS, VERBS, imported


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> CodingIndex:
    folder, _ = imported(tmp_path_factory.mktemp("own"), actors=ACTORS, agents=AGENTS, verbs=VERBS)
    built = coding.build(load_lexicon([folder]))
    assert built is not None
    return built


def test_without_rows_of_a_user_there_is_no_index() -> None:
    assert coding.build(load_lexicon()) is None


def shown(phrase: str) -> str:
    """Elements with `_` where they are joined, `!` behind what is exact."""
    return "".join(
        ("_" if e.joined else " ") + e.text + ("!" if e.exact else "") for e in elements(phrase)
    ).strip()  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("NORTH_SARN", "north_sarn"), ("CROWN PRINCE", "crown prince"), ("UN_", "un!"), ("IN_ *", "in! *"),
        ("IN_*", "in_*"), ("AL-SARN", "al_sarn"), ("DON'T", "do_n't"), ("WO N'T", "wo n't"), ("CANNOT", "can_not"),
        ("SARN'S", "sarn_'s"), ("U.N.", "u.n."), ("NEW_&TIES_PACT", "new_TIES_pact"), ("* ~ +", "* ^ +"), ("", ""),
        ("__", ""),
    ],
)  # fmt: skip
def test_a_phrase_is_parted_as_its_text_is(phrase: str, parts: str) -> None:
    assert shown(phrase) == parts


@given(st.text(max_size=40))
def test_any_phrase_has_elements_in_lower_case(text: str) -> None:
    assert all(e.text and (e.kind != "word" or e.text == e.text.lower()) for e in elements(text))
    assert all(pieces(text))


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("ask", {"ask", "asks", "asked", "asking"}), ("raze", {"raze", "razes", "razed", "razing"}),
        ("deny", {"deny", "denies", "denied", "denying"}), ("clash", {"clash", "clashes", "clashed", "clashing"}),
        ("ban", {"ban", "bans", "baned", "baning", "banned", "banning"}),
        ("obey", {"obey", "obeys", "obeyed", "obeying"}),
    ],
)  # fmt: skip
def test_a_verb_has_its_regular_forms(verb: str, forms: set[str]) -> None:
    assert set(verb_forms(verb)) == forms


@pytest.mark.parametrize(
    ("noun", "plural"), [("navy", "navies"), ("envoy", "envoys"), ("coach", "coaches"), ("elf", "elfs")]
)
def test_a_noun_has_its_regular_plural(noun: str, plural: str) -> None:
    assert plurals(noun) == (plural,)


@pytest.mark.parametrize(
    ("day", "code"), [("2031-01-01", "VELGOV"), ("2031-04-30", "VELGOV"), ("2031-05-01", "VELOPP"), (None, None)]
)
def test_a_code_holds_from_its_first_day_to_its_last(index: CodingIndex, day: str | None, code: str | None) -> None:
    (phrase,) = index.actors["talmadge"]
    dated = phrase.code_on(day)
    assert (dated.code if dated is not None else None) == code


def test_the_pattern_that_asks_more_is_tried_first(index: CodingIndex) -> None:
    (verb,) = index.forms["feuded"]
    assert [p.code for p in verb.patterns] == ["F5", "F2", "F4"]


def test_an_irregular_form_that_is_not_listed_is_found_by_its_verb(index: CodingIndex) -> None:
    assert "towed" in index.forms
    assert "drew" in index.forms
    assert "drawing" in index.forms
    assert index.lemmas["draw"][0].code is None
    assert "drawn" not in index.forms


def test_a_set_within_a_set_is_spread_out_and_a_circle_ends(tmp_path: Path, index: CodingIndex) -> None:
    assert [[e.text for e in m] for m in index.sets["CARGO"]] == [["trawlers"], ["cranes"]]
    text = "&A\n+&B\n+X\n&B\n+&A\n+Y\n--- GO [1] ---\nGO\n- * &A [2]"
    folder, _ = imported(tmp_path, verbs=text)
    built = coding.build(load_lexicon([folder]))
    assert built is not None
    assert [[e.text for e in m] for m in built.sets["A"]] == [["y"], ["x"]]
