"""Verbs: blocks, forms, sets and patterns of every kind of file."""

from __future__ import annotations

import pytest

from dragoman.lexicon.petrarch.lines import source_of
from dragoman.lexicon.petrarch.verbs import read_verbs


def rows(text: str, table: str, *columns: str) -> list[str]:
    return ["|".join(c.get(k, "") for k in columns) for name, c in read_verbs(source_of(text, "v")) if name == table]


VERBS = [
    ("--- DRAW [160] ---\nDRAW { DREW DRAWN }", ["DRAW|DREW|DRAWN|160|v:1"]),
    ("--- STALL [120] ---\nSTALL\nDALLY [014]\nTARRY",
     ["STALL||120|v:1", "DALLY||014|v:1", "TARRY||120|v:1"]),
    ("--- DRAW [160] ---\n+DRAW_UP {+DREW_UP}", ["+DRAW_UP|+DREW_UP|160|v:1"]),
    ("--- WALL [1] ---\nSTONE_+WALL", ["STONE_+WALL||1|v:1"]),
    ("--- FEND OFF [111] ---\nFEND OFF", ["FEND OFF||111|v:1"]),
    ("--- TOW [---] ---\nTOW", ["TOW|||v:1"]),
    ("--- PARLEY [031:032] ---\nPARLEY", ["PARLEY||031:032|v:1"]),
    ("--- TOW [170] ---\n- * PORT [171]", ["TOW||170|v:1"]),
    ("--- RATTLED [---] # a noun ---\nRATTLED # a noun", ["RATTLED|||v:1"]),
    ("TOW [170] ; no dashes\n- * PORT [171]\nHAUL [172]", ["TOW||170|v:1", "HAUL||172|v:3"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_a_verb_has_forms_a_code_and_a_block(text: str, expected: list[str]) -> None:
    assert rows(text, "coded_verbs", "verb", "forms", "code", "block") == expected


def test_the_members_of_a_set_follow_its_name_and_a_set_may_hold_a_set() -> None:
    text = "&ARMS\n+ROCKETS # sharp\n+BOW AND ARROW\n&HARD\n+&ARMS\n&PLACE_\n+NEAR\n--- A [1] ---\n+A_B"
    assert rows(text, "coded_synonyms", "set", "member") == [
        "ARMS|ROCKETS", "ARMS|BOW AND ARROW", "HARD|&ARMS", "PLACE|NEAR_",
    ]  # fmt: skip
    assert rows(text, "coded_verbs", "verb") == ["+A_B"]


def test_a_set_is_told_from_a_word_that_stands_behind_its_name() -> None:
    text = "&OIL_PRICE\n+CRUDE\n&OIL\n+FUEL\n--- A [1] ---\nA\n- * &OIL_PRICE_RISE [2]\n- * &OIL_TAX &OIL_ [3]"
    assert rows(text, "coded_synonyms", "set", "member") == ["OIL-PRICE|CRUDE", "OIL|FUEL"]
    assert rows(text, "coded_patterns", "pattern") == ["* &OIL-PRICE_RISE", "* &OIL_TAX &OIL_"]


PATTERNS = [
    ("- * CHARTER [162]", "* CHARTER|162"),
    ("- *_OUT [162]", "*_OUT|162"),
    ("- + WERE_ * ABOARD ^ OUT_OF $ [X1]", "+ WERE_ * ABOARD ^ OUT_OF $|X1"),
    ("- % * MAPS [064:065]", "% * MAPS|064:065"),
    ("- * {LINES (AROUND +)} [195]", "* LINES AROUND +|195"),
    ("-* lines [162]", "* LINES|162"),
    ("- * FLAG [---]", "* FLAG|"),
]


@pytest.mark.parametrize(("line", "expected"), PATTERNS)
def test_a_pattern_stays_as_it_is_written(line: str, expected: str) -> None:
    assert rows(f"--- DRAW [160] ---\nDRAW\n{line}", "coded_patterns", "pattern", "code") == [expected]


STRANGE = [
    ("- * A [1]", "v:1: a pattern without a verb above it"),
    ("--- A [1] ---\nA\n- * B", "v:3: a pattern without a code: left out"),
    ("--- A [1] ---\nA\n- B [2]", "v:3: a pattern needs one * that stands by itself: left out"),
    ("--- A [1] ---\nA\n- * &NONE [2]", "v:3: there is no set &NONE: the pattern is void"),
    ("&S\n+&NONE\n+X", "v:2: there is no set &NONE: the member is left out"),
    ("&S\n+A\n&S\n+B", "v:3: &S is opened again: its members are joined"),
    ("--- A [1] [2] ---\nA", "v:1: several codes: [1] is taken"),
    ("--- A [1] ---\nA {B", "v:2: a brace is not closed"),
    ("~ a (a b) = b a", "v:1: a rewriting rule: left out"),
]


@pytest.mark.parametrize(("text", "warning"), STRANGE)
def test_what_cannot_be_read_is_named_with_its_line(text: str, warning: str) -> None:
    source = source_of(text, "v")
    list(read_verbs(source))
    assert [str(w) for w in source.warnings] == [warning]
