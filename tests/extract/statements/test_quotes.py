"""Quotation marks: which words stand inside, where a quotation opens, and that no mark swallows an article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.statements.quotes import find_quotes
from tests.factory import parsed_of


def quoted(text: str) -> list[str]:
    parsed = parsed_of(text)
    return [
        parsed.article.text[parsed.tokens[q.first].start : parsed.tokens[q.last - 1].end] for q in find_quotes(parsed)
    ]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('The envoy said: "We will come back."', ['"We will come back."']),
        ("The envoy said: “We will come back.”", ["“We will come back.”"]),
        ("The envoy said: „We will come back.“", ["„We will come back.“"]),
        ("The envoy said: « We will come back. »", ["« We will come back. »"]),
        ("The envoy said: ''We will come back.''", ["''We will come back.''"]),
        ("The envoy said: 'We will come back.'", ["'We will come back.'"]),
        ("‘We won’t come back,’ the envoy said.", ["‘We won’t come back,’"]),
        ('"We came," she said. "We left."', ['"We came,"', '"We left."']),
    ],
)
def test_every_style_of_marks_is_read(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' statement said the states' rights were safe.",
        "It's the envoys' turn, isn't it?",
        "He left in '98.",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_an_open_mark_ends_with_its_paragraph() -> None:
    found = quoted('The envoy said: "We will come back.\n\nNobody replied on Tuesday.')
    assert found == ['"We will come back.']


def test_a_quotation_that_opens_again_in_the_next_paragraph_continues() -> None:
    parsed = parsed_of('The envoy said: "We came here to listen.\n\n"We leave with more questions."')
    assert [q.continues for q in find_quotes(parsed)] == [False, True]


def test_a_paragraph_broken_inside_a_quotation_is_closed_by_its_end() -> None:
    found = quoted('The envoy said: "We came here to listen.\n\nWe leave with more questions."')
    assert found == ['"We came here to listen.', 'We leave with more questions."']


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ('The so-called "peace mission" left.', False),
        ('Ivan "the Bear" Petrov left.', False),
        ('"We will go," he said.', True),
        ('It is "a gross and open breach of the deal" of May.', True),
    ],
)
def test_scare_quotes_and_nicknames_are_told_from_words(text: str, full: bool) -> None:
    assert [q.full for q in find_quotes(parsed_of(text))] == [full]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .,'\"“”‘’«»„\n", max_size=120))
def test_quotations_stand_in_order_and_never_overlap(text: str) -> None:
    parsed = parsed_of(text + " The envoy left.")
    found = find_quotes(parsed)
    assert all(0 <= q.first < q.last <= len(parsed.tokens) for q in found)
    assert all(a.last <= b.first for a, b in pairwise(found))
