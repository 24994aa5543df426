"""A passage is the sentence around the evidence, and nothing of it can act on a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Block, Span
from dragoman.views.passage import passage, words
from dragoman.views.plain import plain, shortened

TEXT = "It rained all day. Gen. Ion Pop of the U.S. Army met Mr. Vasile in Oslo. “Peace,” he said. So be it."


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        ("rained", "It rained all day."),
        ("met", "Gen. Ion Pop of the U.S. Army met Mr. Vasile in Oslo."),
        ("U.S.", "Gen. Ion Pop of the U.S. Army met Mr. Vasile in Oslo."),
        ("“Peace,”", "“Peace,” he said."),
        ("So be it", "So be it."),
    ],
)
def test_the_sentence_of_the_evidence_is_shown_whole(evidence: str, sentence: str) -> None:
    start = TEXT.index(evidence)
    pieces = passage(TEXT, [Span(start, start + len(evidence))])
    assert words(pieces) == sentence
    assert [p.text for p in pieces if p.marked] == [evidence]


def test_a_passage_stays_in_its_block() -> None:
    text = "A subhead\n\nOslo said no and\n\nAnother block"
    block = Block(kind="body", span=Span(11, 27))
    assert words(passage(text, [Span(11, 15)], [block])) == "Oslo said no and"


def test_what_is_cut_is_shown_by_dots() -> None:
    text = "word " * 200 + "HERE" + " word" * 200
    shown = words(passage(text, [Span(1000, 1004)]))
    assert shown.startswith("…word")
    assert shown.endswith("word…")
    assert len(shown) < 400


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(-5, 320), st.integers(-5, 320)), max_size=4))
def test_any_text_and_any_spans_give_a_passage(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = passage(text, [Span(*pair) for pair in spans])
    assert all(piece.text for piece in pieces)
    assert words(pieces).isprintable() or "\u200c" in text or "\u200d" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two  lines\r\nof text\t", "two lines of text"),
        ("\x1b]0;title\x07red", "\N{REPLACEMENT CHARACTER}]0;title\N{REPLACEMENT CHARACTER}red"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("half \ud800 of a pair", "half \N{REPLACEMENT CHARACTER} of a pair"),
        ("\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645", "\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645"),
        ("line\u2028separator", "line separator"),
    ],
)
def test_plain_text_cannot_act_on_a_terminal(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_long_text_is_cut_at_a_space() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one two", 9) == "one two"
    assert len(shortened("x" * 50, 9)) == 9
