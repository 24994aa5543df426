"""Paragraphs: blank lines, a line for each, or wrapped lines."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean.paragraphs import find_paragraphs

FIRST = "The envoys of the two states met at the old harbour on Tuesday, and they spoke for an hour about the truce."
SECOND = "A second round is due in the spring, when the ice on the straits will have gone and the ferries sail again."


def paragraphs(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in find_paragraphs(text)]


@pytest.mark.parametrize("between", ["\n\n", "\n \t\n", "\r\n\r\n", "\n", "\r\n", "\n\n\n\n"])
def test_paragraphs_are_parted_by_blank_lines_or_lines(between: str) -> None:
    assert paragraphs(between.join([FIRST, SECOND, FIRST])) == [FIRST, SECOND, FIRST]


@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize("indent", ["", "        "])
def test_wrapped_lines_are_joined(width: int, indent: str) -> None:
    wrapped = [textwrap.fill(p, width, subsequent_indent=indent) for p in (FIRST, SECOND, FIRST)]
    assert paragraphs("\n\n".join(wrapped)) == [FIRST, SECOND, FIRST]


def test_a_paragraph_of_wrapped_lines_ends_where_the_next_word_would_have_fitted() -> None:
    short = "Both sides agreed."
    text = "\n".join([textwrap.fill(FIRST + " " + SECOND, 70), short, textwrap.fill(SECOND + " " + FIRST, 70)])
    assert short in " ".join(paragraphs(text))
    assert any(p.endswith(short) or p == short for p in paragraphs(text))


def test_a_title_broken_inside_its_sentence_is_one() -> None:
    title = "Envoys leave the old harbour on the island without a truce or a\ndate for another round"
    text = f"{title}\n\n{FIRST}\n\n{SECOND}"
    assert paragraphs(text)[0] == title.replace("\n", " ")


def test_buttons_are_not_joined_to_one() -> None:
    assert paragraphs("Share\nnews\nlist of 4 items\n" + FIRST)[:3] == ["Share", "news", "list of 4 items"]


@given(st.text(alphabet="ab. A\n\r\t\u2028\u00a0", max_size=200))
def test_paragraphs_hold_every_word_once(text: str) -> None:
    spans = find_paragraphs(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
