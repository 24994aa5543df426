"""A scene finds names, places that locate, words, and the numbers of sentences."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export import rights
from dragoman.export.contract import TEXT_LEVELS
from dragoman.export.scene import Scene
from dragoman.records import Actor, Block, Mention, Reading, Span
from tests.export.samples import TEXT, article, talks

SENTENCES = [
    ("Envoys", 1),
    ("Russia", 2),
    ("Monday", 2),
    ("Oslo will", 3),
    ("We shall", 4),
    ("Minsk", 5),
    ("Arctic", 6),
]


@pytest.mark.parametrize(("words", "number"), SENTENCES)
def test_sentences_are_counted_from_one_over_all_blocks(words: str, number: int) -> None:
    assert Scene(talks()).sentence_number(TEXT.index(words)) == number


def test_the_lead_is_the_first_paragraph_of_the_report() -> None:
    scene = Scene(talks())
    assert [scene.in_lead(TEXT.index(words)) for words in ("Envoys", "Russia", "Minsk")] == [False, True, False]
    assert not Scene(replace(talks(), blocks=())).in_lead(3)


def test_only_a_place_that_locates_is_one() -> None:
    scene, events = Scene(talks()), talks().events
    assert [getattr(scene.place(event), "name", None) for event in events] == ["Geneva", None, None, None]


def test_pieces_of_a_quotation_are_joined_by_dots() -> None:
    assert Scene(talks()).quote([Span(0, 6), Span(7, 11)]) == "Envoys … meet"
    assert Scene(talks()).quote([]) is None


@pytest.mark.parametrize("level", TEXT_LEVELS)
def test_each_level_gives_what_the_ones_below_give(level: str) -> None:
    scene, span = Scene(talks()), [talks().events[0].trigger]
    given_now = (rights.quoted, rights.sentence)
    shown = [give(scene, span, level) is not None for give in given_now]  # type: ignore[arg-type]
    assert shown == [level != "none", level in ("full", "sentence")]
    assert (rights.whole(scene, level) is not None) == (level == "full")  # type: ignore[arg-type]
    assert (rights.title(scene, level) is not None) == (level != "none")  # type: ignore[arg-type]


@given(st.text(max_size=300), st.integers(-5, 400), st.integers(-5, 400))
def test_no_text_and_no_span_stops_a_scene(text: str, start: int, end: int) -> None:
    scene = Scene(Reading(article=article(text)))
    assert scene.sentence_number(start) >= 1
    scene.quote([Span(start, end)])
    scene.sentence([Span(start, end)])


def test_mentions_are_found_inside_the_evidence_and_long_articles_take_no_longer() -> None:
    """A hundred thousand mentions and blocks: look-ups bisect."""
    text = "Oslo spoke. " * 100_000
    spans = [Span(at, at + 4) for at in range(0, len(text), 12)]
    actor = Actor(id="act-1", name="Norway", kind="state", mentions=tuple(Mention(span=s, form="name") for s in spans))
    blocks = tuple(Block(kind="body", span=Span(s.start, s.start + 11)) for s in spans)
    scene = Scene(Reading(article=article(text), actors=(actor,), blocks=blocks))
    begin = time.process_time()
    for at in range(0, len(text), 1200):
        assert scene.mention_in(actor, Span(at, at + 11)) == Span(at, at + 4)
        assert scene.mention_in(actor, Span(at + 1, at + 11)) is None
        assert scene.sentence([Span(at, at + 4)]) == "Oslo spoke."
    assert time.process_time() - begin < 5
