"""What the parser is given is the article's text, character for character, and every token finds its way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.parse.offsets import NORMAL, cut, make_piece

TEXTS = st.text(alphabet=st.sampled_from("ab. \n\t\u00a0“”’A?!\ud800é"), max_size=200)


@given(TEXTS, st.text(max_size=5))
def test_every_character_of_a_piece_stands_where_it_says(text: str, before: str) -> None:
    whole = before + text
    piece = make_piece(whole, len(before), len(whole))
    for i, char in enumerate(piece.text):
        at = piece.offsets[i] if piece.offsets else piece.start + i
        assert whole[at].translate(NORMAL) == char


@given(TEXTS)
def test_a_piece_has_no_runs_of_blanks_and_loses_no_word(text: str) -> None:
    piece = make_piece(text, 0, len(text))
    assert "  " not in piece.text
    assert piece.text == piece.text.strip(" ")
    assert piece.text.split(" ") == text.translate(NORMAL).split() or not piece.text


@given(st.text(alphabet=st.sampled_from("ab. A"), min_size=1, max_size=400), st.integers(4, 60))
def test_a_cut_text_is_whole_and_each_part_within_the_limit(text: str, limit: int) -> None:
    parts = cut(text, 0, len(text), limit=limit)
    assert "".join(text[s:e] for s, e in parts) == text
    assert all(0 < e - s <= limit for s, e in parts)


def test_a_long_text_is_cut_behind_a_sentence() -> None:
    text = "One envoy left. " * 10
    assert all(text[s:e].endswith(". ") for s, e in cut(text, 0, len(text), limit=50)[:-1])
