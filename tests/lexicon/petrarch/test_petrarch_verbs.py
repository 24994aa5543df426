"""Verbs: blocks, forms, sets and patterns of every kind of file."""

from __future__ import annotations

import pytest

from dragoman.lexicon.petrarch.lines import source_of
from dragoman.lexicon.petrarch.verbs import read_verbs


def rows(text: str, table: str, *columns: str) -> list[str]:
    return ["|".join(c.get(k, "") for k in columns) for name, c in read_verbs(source_of(text, "v")) if name == table]


VERBS = [
    ("--- BREAK [160] ---\nBREAK { BROKE BROKEN }", ["BREAK|BROKE|BROKEN|160|v:1"]),
    ("--- DELAY [120] ---\nDELAY\nDOWNPLAY [014]\nPOSTPONE",
     ["DELAY||120|v:1", "DOWNPLAY||014|v:1", "POSTPONE||120|v:1"]),
    ("--- BREAK [160] ---\n+BREAK_DOWN {+BROKE_DOWN}", ["+BREAK_DOWN|+BROKE_DOWN|160|v:1"]),
    ("--- TAP [1] ---\nWIRE_+TAP", ["WIRE_+TAP||1|v:1"]),
    ("--- RULE OUT [111] ---\nRULE OUT", ["RULE OUT||111|v:1"]),
    ("--- ADD [---] ---\nADD", ["ADD|||v:1"]),
    ("--- MEET [031:032] ---\nMEET", ["MEET||031:032|v:1"]),
    ("--- SEIZE [170] ---\n- * PORT [171]", ["SEIZE||170|v:1"]),
    ("--- TROUBLED [---] # a noun ---\nTROUBLED # a noun", ["TROUBLED|||v:1"]),
    ("SEIZE [170] ; no dashes\n- * PORT [171]\nGRAB [172]", ["SEIZE||170|v:1", "GRAB||172|v:3"]),
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
    ("- * TREATY [162]", "* TREATY|162"),
    ("- *_OUT [162]", "*_OUT|162"),
    ("- + WAS_ * TO_ ^ FROM $ [X1]", "+ WAS_ * TO_ ^ FROM $|X1"),
    ("- % * RELATIONS [064:065]", "% * RELATIONS|064:065"),
    ("- * {TIES (WITH +)} [195]", "* TIES WITH +|195"),
    ("-* ties [162]", "* TIES|162"),
    ("- * CARD [---]", "* CARD|"),
]


@pytest.mark.parametrize(("line", "expected"), PATTERNS)
def test_a_pattern_stays_as_it_is_written(line: str, expected: str) -> None:
    assert rows(f"--- BREAK [160] ---\nBREAK\n{line}", "coded_patterns", "pattern", "code") == [expected]


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
