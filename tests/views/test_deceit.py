"""What deceives the eye is shown as what it is; what languages need is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.views.deceit import pieces, warnings


@pytest.mark.parametrize(("text", "signs"), [
    ("pay\u202eton", ["RLO"]),
    ("a\u200bb", ["ZWSP"]),
    ("\u2066x\u2069", ["LRI", "PDI"]),
    ("a\u200db", ["ZWJ"]),
    ("x\x00y\x1b[31m", ["U+0000", "U+001B"]),
    ("\u3164", ["U+3164"]),
    ("tag\U000e0041", ["U+E0041"]),
    ("lone \ud800", ["U+D800"]),
    ("a" + "\u0301" * 7, ["U+0301"] * 3),
])  # fmt: skip
def test_what_cannot_be_seen_gets_a_sign(text: str, signs: list[str]) -> None:
    assert [p.text for p in pieces(text) if p.kind == "hidden"] == signs
    assert all(p.note for p in pieces(text) if p.kind == "hidden")


@pytest.mark.parametrize(("word", "script"), [
    ("р\u0430yp\u0430l", "cyrillic"), ("Mosсow", "cyrillic"), ("Αthens", "greek"), ("Киeв", "latin"),
])  # fmt: skip
def test_a_word_of_two_alphabets_is_told(word: str, script: str) -> None:
    (piece,) = pieces(word)
    assert piece.kind == "mixed"
    assert script in piece.note.casefold()


@pytest.mark.parametrize("text", [
    "Plain words, 100% of them.\nTwo lines\tand a tab.", "Київ і Москва", "Αθήνα",
    "مذاکرات در ژنو", "نامه\u200cای", "मानक वार्ता",
    "👩\u200d👩\u200d👧 family", "São Tomé, naïve, Đặng", "日本と韓国", "Ω is a letter, α too", "x² + 5 µm",
])  # fmt: skip
def test_what_languages_need_is_left_alone(text: str) -> None:
    assert {p.kind for p in pieces(text)} == {"plain"}
    assert warnings(text) == ()


def test_a_reader_is_warned_before_reading() -> None:
    assert warnings("a\u200bb \u202ec Mosсow") == (
        "2 characters that cannot be seen or that turn the order of a line",
        "1 word that mixes letters of two alphabets",
    )  # fmt: skip


@given(st.text(max_size=200))
def test_nothing_that_acts_is_left_in_plain_pieces(text: str) -> None:
    found = pieces(text)
    for piece in found:
        for c in piece.text:
            assert c.isprintable() or c.isspace() or c in "\u200c\u200d\x1c\x1d\x1e\x1f\x85", repr(c)
    assert sum(len(p.text) for p in found if p.kind != "hidden") + sum(p.kind == "hidden" for p in found) == len(text)
