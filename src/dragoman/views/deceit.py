"""What in a text deceives the eye: characters that cannot be seen, that turn the order of a line, that imitate.

`pieces(text)` cuts a text into what may be shown as it is and what must be shown as what it is. Sources: Unicode
Standard Annex 9 (bidirectional controls), Technical Standard 39 (confusables: words that mix Latin with Cyrillic or
Greek), Boucher and Anderson, "Trojan Source" (2021). Nothing is left out and nothing is decided by it: it is a view.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

#: Short names of the characters met most, as UAX 9 writes them; others are shown by their number.
SIGNS = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI",
    "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM",
    "\u200b": "ZWSP", "\u2060": "WJ", "\ufeff": "ZWNBSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u00ad": "SHY",
}  # fmt: skip
#: Letters and marks without ink: Hangul fillers, the braille blank.
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
JOINERS = frozenset("\u200c\u200d")
#: Kept: what ends a line, and a soft hyphen, which long words of the press carry (it is shown where it stands).
LINE_ENDS = frozenset("\n\r\t\u2028\u2029\x85\x0b\x0c")
#: Marks stacked upon one letter beyond this run over the lines above (no orthography stacks as many).
STACK = 4
#: Scripts whose letters are taken for each other's; a word that holds two of them is shown as one that does.
ALIKE = ("LATIN", "CYRILLIC", "GREEK")
WORD = re.compile(r"[^\W\d_]+")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class Piece(NamedTuple):
    """`kind` is "plain", "hidden" (`text` is a sign for the character) or "mixed" (a word of two scripts)."""

    kind: str
    text: str
    note: str = ""


def pieces(text: str) -> list[Piece]:
    """The text in order; the plain pieces hold nothing that acts.

    >>> [p.text for p in pieces("pay\\u202eton")]
    ['pay', 'RLO', 'ton']
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return [Piece("plain", text)] if text else []
    return list(_joined(_cut(text)))


def warnings(text: str) -> tuple[str, ...]:
    """What a reader should know of a text before reading it, as short sentences; () for nearly every text."""
    if text.isascii() and not CONTROLS.search(text):
        return ()
    hidden = mixed = 0
    for piece in pieces(text):
        hidden += piece.kind == "hidden" and piece.text != "SHY"
        mixed += piece.kind == "mixed"
    out = []
    if hidden:
        out.append(f"{hidden:,} character{'s' * (hidden > 1)} that cannot be seen or that turn the order of a line")
    if mixed:
        out.append(f"{mixed:,} word{'s' * (mixed > 1)} that mix{'es' * (mixed == 1)} letters of two alphabets")
    return tuple(out)


def _cut(text: str) -> Iterator[Piece]:
    done = 0
    for match in WORD.finditer(text):
        if match.start() > done:
            yield from _characters(text, done, match.start())
        word = match.group()
        note = "" if word.isascii() else _mixture(word)
        if note:
            yield Piece("mixed", word, note)
        elif word.isascii() or not BLANK.intersection(word):
            yield Piece("plain", word)
        else:
            yield from _characters(text, match.start(), match.end())
        done = match.end()
    yield from _characters(text, done, len(text))


def _characters(text: str, start: int, end: int) -> Iterator[Piece]:
    stacked = 0
    for at in range(start, end):
        c = text[at]
        stacked = stacked + 1 if unicodedata.combining(c) else 0
        if c in LINE_ENDS or (c.isprintable() and c not in BLANK and stacked <= STACK):
            yield Piece("plain", c)
        elif unicodedata.category(c) == "Zs" or (c in JOINERS and _joins(text, at)):
            yield Piece("plain", c if c in JOINERS else " ")
        else:
            yield Piece("hidden", SIGNS.get(c) or f"U+{ord(c):04X}", _name(c))


def _joins(text: str, at: int) -> bool:
    """Does a joiner do its work here: between letters beyond Latin, or within an emoji?"""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and bool(after) and ord(before) > 0x5FF and (ord(after) > 0x5FF or text[at] == "\u200c")


@lru_cache(maxsize=4096)
def _mixture(word: str) -> str:
    """Which letters of a word come from the smaller of two alike scripts; "" where there is one script."""
    scripts: dict[str, list[str]] = {}
    for c in word:
        script = unicodedata.name(c, "").partition(" ")[0]
        if script in ALIKE:
            scripts.setdefault(script, []).append(c)
    if len(scripts) < 2:
        return ""
    most = max(scripts, key=lambda s: len(scripts[s]))
    odd = [c for s in scripts if s != most for c in scripts[s]]
    named = ", ".join(f"{c} is {_name(c)}" for c in dict.fromkeys(odd[:3]))
    return f"mixes {' and '.join(s.title() for s in scripts)} letters: {named}"


def _name(c: str) -> str:
    return f"{unicodedata.name(c, 'unnamed').lower()} (U+{ord(c):04X})"


def _joined(cut: Iterator[Piece]) -> Iterator[Piece]:
    held: list[str] = []
    for piece in cut:
        if piece.kind == "plain":
            held.append(piece.text)
            continue
        if held:
            yield Piece("plain", "".join(held))
            held = []
        yield piece
    if held:
        yield Piece("plain", "".join(held))
