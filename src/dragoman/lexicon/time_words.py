"""Words of time and their grammar, compiled for look-up: what `resolve/times` reads with.

A text becomes a string with one letter for the class of each word ("last Monday" is `last weekday`), so that the rows
of time_grammar.tsv are ordinary regular expressions over classes: linear, and tried only where a pattern can begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.errors import LexiconError
from dragoman.lexicon.load import Lexicon, Row

#: Classes of figures, given by their form (`resolve/times/lex.py`), beside those of the tables.
FIGURES = ("day", "year", "num", "dec", "frac", "ord", "clock", "isodate", "isomoment", "numdate", "decade", "ampm",
           "qn", "comma", "dot", "hyphen", "slash", "apos", "poss", "holiday", "zone")  # fmt: skip
#: Classes that never make an expression alone: a run of words without any other class is passed over.
GLUE = frozenset((
    "day", "num", "dec", "frac", "ord", "comma", "dot", "hyphen", "slash", "apos", "poss", "the", "a", "of",
    "in", "on", "at", "for", "and", "or", "to", "from", "between", "since", "during", "by", "another", "other",
    "early", "begin", "half", "every", "times", "approx", "old", "fiscal", "that", "same", "this", "these",
    "last", "previous", "next", "following", "latest", "recent", "current", "numword", "tens", "scale",
    "ordword", "vague", "halfa", "stop", "earlier", "later", "before", "after", "ended", "sometime",
    "long", "distance", "more",
))  # fmt: skip
OTHER = "_"
#: Words and figures of a text: a moment, joined figures (8:55, 1,998, 10/01/2022), a.m., words, single signs.
TOKEN = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z\b|[+-]\d\d:?\d\d)?"
    r"|\d+(?:[.,:/-]\d+)+|[ap]\.m\b\.?|[^\W_]+|_|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase: its class, its value, and `name` for `because`; `tail` are its further tokens, lower case."""

    kind: str
    value: str
    name: str
    tail: tuple[str, ...] = ()
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of time_grammar.tsv: the expression over class letters and the name of its reading."""

    name: str
    regex: re.Pattern[str]
    reading: str
    order: int


@dataclass(frozen=True, slots=True)
class AttachWords:
    """Words by which `resolve/attach.py` carries a time or place on (attachment.tsv)."""

    carriers: frozenset[str] = frozenset()
    happenings: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    plans: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    attitudes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TimeIndex:
    """`words`: entries by the lower-case first token, longest first; `patterns` by the letter they may begin with."""

    words: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    patterns: dict[str, tuple[Pattern, ...]] = field(default_factory=dict)
    trigger: re.Pattern[str] = field(default_factory=lambda: re.compile("(?!)"))
    holidays: dict[str, str] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)
    attach: AttachWords = AttachWords()
    numbered: frozenset[str] = frozenset()
    span_verbs: frozenset[str] = frozenset()


def build(lexicon: Lexicon) -> TimeIndex:
    """The index over the tables; LexiconError names the row of the grammar that cannot be read."""
    entries = list(_entries(lexicon))
    kinds = dict.fromkeys([*FIGURES, *(e.kind for e in entries)])
    letters = {kind: chr(0x100 + number) for number, kind in enumerate(kinds)}
    words: dict[str, list[Entry]] = {}
    for entry in entries:
        first, *tail = TOKEN.findall(entry.exact or entry.name.split(":", 1)[1])
        words.setdefault(first.lower(), []).append(
            Entry(entry.kind, entry.value, entry.name, tuple(t.lower() for t in tail), entry.exact)
        )
    ordered = {k: tuple(sorted(v, key=lambda e: -len(e.tail))) for k, v in words.items()}
    strong = "".join(letter for kind, letter in letters.items() if kind not in GLUE)
    said = {
        kind: frozenset(r["word"] for r in lexicon.rows("attachment") if r["kind"] == kind)
        for kind in dict.fromkeys(r["kind"] for r in lexicon.rows("attachment"))
    }
    none: frozenset[str] = frozenset()
    return TimeIndex(
        words=ordered,
        letters=letters,
        patterns=_patterns(lexicon.rows("time_grammar"), letters),
        trigger=re.compile(f"[{strong}]"),
        holidays={r["day"].lower(): r["rule"] for r in lexicon.rows("holidays")},
        numbered=said.get("numbered", none),
        span_verbs=said.get("span", none),
        zones={r["zone"].lower(): r["offset"] for r in lexicon.rows("zones")},
        attach=AttachWords(
            carriers=said.get("carrier", none),
            happenings=said.get("happening", none),
            aspects=said.get("aspect", none),
            locatives=said.get("locative", none),
            parts=said.get("part", none),
            plans=said.get("plan", none),
            inner=said.get("inner", none),
            attitudes=said.get("attitude", none),
        ),
    )


def _entries(lexicon: Lexicon) -> list[Entry]:
    out = []
    for table in ("time_words", "number_words"):
        for row in lexicon.rows(table):
            word = row["word"]
            out.append(Entry(row["class"], row["value"], row.name, exact=word if word != word.lower() else ""))
    out.extend(Entry("zone", r["offset"], r.name, exact=r["zone"]) for r in lexicon.rows("zones"))
    out.extend(Entry("holiday", r["rule"], r.name, exact=r["day"]) for r in lexicon.rows("holidays"))
    return out


def _patterns(rows: tuple[Row, ...], letters: dict[str, str]) -> dict[str, tuple[Pattern, ...]]:
    """Patterns by first letter. `@name` rows are parts; a part may use the parts above it."""
    parts: dict[str, str] = {}
    by_letter: dict[str, list[Pattern]] = {}
    for order, row in enumerate(rows):
        where = f"{row.file}:{row.line}"
        try:
            source = _expand(row["pattern"], parts, letters)
            regex = re.compile(source)
        except (KeyError, re.error) as error:
            raise LexiconError(f"pattern {row.key} cannot be read: {error}", where=where) from error
        if row.key.startswith("@"):
            parts[row.key[1:]] = f"(?:{source})"
            continue
        pattern = Pattern(row.name, regex, row["reading"], order)
        firsts = first_letters(source)
        if firsts is None:
            raise LexiconError(f"pattern {row.key} can be empty", where=where)
        for letter in sorted(firsts):
            by_letter.setdefault(letter, []).append(pattern)
    return {letter: tuple(patterns) for letter, patterns in by_letter.items()}


def _expand(pattern: str, parts: dict[str, str], letters: dict[str, str]) -> str:
    """`last (weekday|month) part?` as a regular expression over letters; KeyError names an unknown class."""
    if "*" in pattern:
        raise KeyError("* (a match of any length would cost quadratic time)")
    named = re.sub(r"@([a-z]+)", lambda m: f" <{m.group(1)}> ", pattern)
    out = []
    for piece in re.findall(r"<[a-z]+>|[a-z]+|[()|?]", named):
        if piece[0] == "<":
            out.append(parts[piece[1:-1]])
        elif piece == "(":
            out.append("(?:")
        else:
            out.append(letters[piece] if piece.isalpha() else piece)
    return "".join(out)


def first_letters(source: str) -> frozenset[str] | None:
    """The letters a match of the expression can begin with; None where it can be empty."""
    letters, nullable, _ = _alternatives(source.replace("(?:", "("), 0)
    return None if nullable else frozenset(letters)


def _alternatives(source: str, at: int) -> tuple[set[str], bool, int]:
    letters: set[str] = set()
    nullable = False
    while True:
        found, empty, at = _sequence(source, at)
        letters |= found
        nullable |= empty
        if at >= len(source) or source[at] != "|":
            return letters, nullable, at
        at += 1


def _sequence(source: str, at: int) -> tuple[set[str], bool, int]:
    letters: set[str] = set()
    nullable = True
    while at < len(source) and source[at] not in "|)":
        if source[at] == "(":
            found, empty, at = _alternatives(source, at + 1)
        else:
            found, empty = {source[at]}, False
        at += 1
        if at < len(source) and source[at] in "?*":
            empty, at = True, at + 1
        if nullable:
            letters |= found
        nullable &= empty
    return letters, nullable, at
