"""A stretch of text as atoms: each word or figure with its class, and the string of letters the grammar runs over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.lexicon.time_words import OTHER, TOKEN, TimeIndex

_SUFFIX = re.compile(r"(\d{1,4})(st|nd|rd|th|s|am|pm|h|GMT|Z|hrs)$")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_CLOCK = re.compile(r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?$")
_DATE = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}$")
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d+\.\d+$")
_FRACTION = re.compile(r"\d/[2348]$")
_PUNCTUATION = {
    ",": "comma",
    ".": "dot",
    "/": "slash",
    **dict.fromkeys("-–‑", "hyphen"),
    **dict.fromkeys("'’‘`", "apos"),
}
#: A figure of this form is a year; 0 to 999 are numbers unless an era is named.
YEARS = range(1000, 2100)


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, phrase or figure of the grammar: class, value, where it stands, and the row that knows it."""

    kind: str
    value: str
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A block as atoms (None: a word of no interest); `letters[i]` is the class letter of `atoms[i]`."""

    atoms: list[Atom | None]
    letters: str


def lex(text: str, start: int, end: int, index: TimeIndex) -> Line:
    """The atoms of `text[start:end]`, one pass; longest phrase of the lexicon first."""
    found = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]
    atoms: list[Atom | None] = []
    letters: list[str] = []
    words, code = index.words, index.letters
    at, count = 0, len(found)
    while at < count:
        token, first, last = found[at]
        entries = words.get(token.lower())
        atom, taken = None, 1
        if entries is not None:
            for entry in entries:
                size = len(entry.tail) + 1
                if entry.exact and not _spelt(entry.exact, token):
                    continue
                if size > 1:
                    if at + size > count or not _follows(found, at, entry.tail):
                        continue
                    last = found[at + size - 1][2]
                atom, taken = Atom(entry.kind, entry.value, first, last, entry.name), size
                break
        if atom is None:
            character = token[0]
            if character.isdecimal():
                for one in _figures(token, first, text):
                    atoms.append(one)
                    letters.append(OTHER if one is None else code[one.kind])
                at += 1
                continue
            kind = _PUNCTUATION.get(token) or ("ampm" if len(token) > 2 and token[1] == "." else None)
            if kind is not None:
                atom = Atom(kind, token, first, last, "")
            elif character == "Q" and len(token) == 2 and token[1] in "1234":
                atom = Atom("qn", token[1], first, last, "")
        if atom is not None and atom.kind == "stop":
            atom = None
        atoms.append(atom)
        letters.append(OTHER if atom is None else code[atom.kind])
        at += taken
    return Line(atoms, "".join(letters))


def _spelt(exact: str, token: str) -> bool:
    return exact.startswith(token) or exact.upper().startswith(token)


def _follows(found: list[tuple[str, int, int]], at: int, tail: tuple[str, ...]) -> bool:
    for step, word in enumerate(tail, 1):
        token = found[at + step][0]
        if ("'" if token == "’" else token.lower()) != word:
            return False
    return True


def _figures(token: str, start: int, text: str) -> list[Atom | None]:
    """The atoms of a word that begins with a digit: 8:55, 1990s, 20th, 1998-2001 (three atoms), 10am (two)."""
    end = start + len(token)
    if start and (text[start - 1].isalpha() or text[start - 1] in "$€£¥#_"):
        return [None]
    if token.isdecimal() and token.isascii():
        return [_integer(token, start, end)]
    if match := _SUFFIX.match(token):
        return _suffixed(match[1], match[2], start, end)
    kind = None
    if "T" in token and ":" in token:
        kind = "isomoment"
    elif _ISO_DAY.match(token):
        kind = "isodate"
    elif _CLOCK.match(token):
        kind = "clock"
    elif _DATE.match(token):
        kind = "numdate"
    elif _PLAIN.match(token):
        kind = "dec"
    elif _FRACTION.match(token):
        kind = "frac"
    if kind:
        return [Atom(kind, token, start, end, "")]
    return _joined(token, start)


def _integer(token: str, start: int, end: int) -> Atom | None:
    if len(token) > 9:
        return None
    number = int(token)
    if len(token) == 4 and number in YEARS:
        return Atom("year", token, start, end, "")
    return Atom("day" if 1 <= number <= 31 and len(token) <= 2 else "num", token, start, end, "")


def _suffixed(digits: str, suffix: str, start: int, end: int) -> list[Atom | None]:
    middle = start + len(digits)
    if suffix == "s":
        decade = len(digits) in (2, 4) and digits.endswith("0")
        return [Atom("decade", digits, start, end, "") if decade else None]
    if suffix in ("st", "nd", "rd", "th"):
        return [Atom("ord", digits, start, end, "")]
    number = _integer(digits, start, middle)
    if suffix in ("am", "pm"):
        return [number, Atom("ampm", suffix, middle, end, "")]
    return [number, Atom("zone", "+00:00" if suffix in ("GMT", "Z") else "", middle, end, "")]


def _joined(token: str, start: int) -> list[Atom | None]:
    """Figures joined by hyphens or slashes, each with the sign between: 1998-2001, 3-5, 2021/22."""
    if not re.fullmatch(r"\d+(?:[-/]\d+){1,2}", token):
        return [None]
    out: list[Atom | None] = []
    for match in re.finditer(r"\d+|[-/]", token):
        first, last = start + match.start(), start + match.end()
        if match[0].isdecimal():
            out.append(_integer(match[0], first, last))
        else:
            out.append(Atom("hyphen" if match[0] == "-" else "slash", match[0], first, last, ""))
    return out
