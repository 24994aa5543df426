"""Phrases and patterns of the coding tables as elements to be matched word by word.

`_` between words: they stand together; a blank: others may come between; `_` behind a word: no plural, no other form.
Hyphens part words as they part tokens: AL-QAEDA is `al qaeda`, standing together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

SLOTS = frozenset("*$+%^~")
PIECE = re.compile(r"[^\s_]+|_|\s+")
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Element:
    """One word, slot or set of a phrase.

    `text` is the word in lower case, the sign of a slot, or the name of a set (`kind` word, slot, set).
    `joined`: nothing may stand between it and the element before it; `exact`: this form only.
    """

    kind: str
    text: str
    joined: bool = False
    exact: bool = False


def elements(phrase: str) -> tuple[Element, ...]:
    """The elements of a phrase or pattern, in order."""
    out: list[Element] = []
    under = False
    for piece in PIECE.findall(phrase.strip()):
        if piece == "_":
            under = True
        elif piece.isspace():
            if under and out:
                out[-1] = _exact(out[-1])
            under = False
        else:
            out.extend(_of_piece(piece, joined=under and bool(out)))
            under = False
    if under and out:
        out[-1] = _exact(out[-1])
    return tuple(out)


def _exact(element: Element) -> Element:
    return Element(element.kind, element.text, element.joined, True)


def _of_piece(piece: str, *, joined: bool) -> list[Element]:
    if piece in SLOTS:
        return [Element("slot", "^" if piece == "~" else piece, joined)]
    if piece[0] == "&" and len(piece) > 1:
        return [Element("set", piece[1:].upper(), joined)]
    parts = pieces(piece.lstrip("+") or piece)
    return [Element("word", part, joined or n > 0) for n, part in enumerate(parts)]


def verb_words(spelling: str) -> tuple[tuple[Element, ...], str, tuple[Element, ...]] | None:
    """(words before, the verb, words behind) of `STONE_+WALL`, `FEND OFF` or `TOW`; None where it is no verb."""
    words = elements(spelling.replace("+", ""))
    if not words or any(word.kind != "word" for word in words):
        return None
    marked = spelling.find("+")
    at = min(len(elements(spelling[:marked])), len(words) - 1) if marked > 0 else 0
    return words[:at], words[at].text, words[at + 1 :]


@lru_cache(maxsize=65536)
def pieces(word: str) -> tuple[str, ...]:
    """A word in lower case as the tokens it is read as: `DON'T` is `do`, `n't`; `al-Qaeda` is `al`, `qaeda`."""
    out: list[str] = []
    for part in word.lower().replace("’", "'").split("-"):
        if part.endswith("n't") and len(part) > 3:
            out += [part[:-3], "n't"]
        elif part.endswith("'s") and len(part) > 2:
            out += [part[:-2], "'s"]
        elif part == "cannot":
            out += ["can", "not"]
        elif part:
            out.append(part)
    return tuple(out)


def plurals(word: str) -> tuple[str, ...]:
    """The regular plural of a noun in lower case; of `fisherman` both it may have ("Germans", "fishermen")."""
    if word.endswith("man") and len(word) > 3:
        return (word[:-2] + "en", word + "s")
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return (word[:-1] + "ies",)
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word + "es",)
    return (word + "s",)


def verb_forms(verb: str) -> tuple[str, ...]:
    """The verb and its regular forms, with and without a doubled last letter."""
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    out = [verb, third, verb + "ed", verb + "ing"]
    if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in VOWELS and verb[-3] not in VOWELS:
        out += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return tuple(out)
