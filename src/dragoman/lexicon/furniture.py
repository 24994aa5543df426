"""Words that mark page furniture, names of agencies, words of stamps, compiled for look-up.

`FurnitureIndex.hits("read more: talks resume")` gives every row whose phrase stands there as whole words and where its
anchor allows. Phrases are looked up in one pass (Aho and Corasick 1975), however many rows there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dragoman.lexicon.load import Lexicon, Row
from dragoman.records.vocab import BlockKind

#: One spelling for quotation marks, dashes and white space.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»＂", '"'),
        **dict.fromkeys("‘’‚‛‹›ʼ＇`´", "'"),
        **dict.fromkeys("–—―−‐‑‒", "-"),
        # the finder takes UTF-8, which has no half of a surrogate pair
        **dict.fromkeys((chr(c) for c in range(0xD800, 0xE000)), "\ufffd"),
    }
)
#: What may stand around a whole paragraph's words without being part of them.
EDGES = " \t.!?:;,>»›→←↓↑|•·*_-–—+#[](){}\"'…▶►▼▲✓✕×\u200b\ufeff\u2060"


class Hit(NamedTuple):
    """A row whose phrase stands at `start:end` of the normalised paragraph."""

    row: Row
    start: int
    end: int

    @property
    def kind(self) -> BlockKind:
        return self.row["kind"]  # type: ignore[return-value]

    @property
    def strength(self) -> str:
        return self.row["strength"]


def normalised(text: str) -> str:
    """Lower case, plain quotation marks and dashes, one blank between words."""
    return " ".join(text.translate(PLAIN).lower().split())


@dataclass(frozen=True, slots=True)
class FurnitureIndex:
    """`agencies` maps a spelling to its row, `stamps` the words of a publication stamp to theirs.

    `buttons` are the words that alone on a line are navigation; `joiners` are small words that may stand between names
    (and, of, von); `credit` finds the blank before "Photo:" and its like.
    """

    rows: tuple[tuple[Row, ...], ...]
    finder: AhoCorasick
    whole: dict[str, Row]
    buttons: frozenset[str]
    tails: frozenset[str]
    agencies: dict[str, Row]
    wire: re.Pattern[str]
    agency: re.Pattern[str]
    credit: re.Pattern[str]
    stamps: dict[str, Row]
    joiners: frozenset[str]
    function_words: frozenset[str]
    languages: dict[str, str]

    def hits(self, plain: str) -> list[Hit]:
        """The rows that mark this paragraph (as `normalised` gives it), in order of the text."""
        found = []
        for number, start, end in self.finder.find_matches_as_indexes(plain, overlapping=True):
            if is_word(plain, start, end):
                for row in self.rows[number]:
                    anchor = row["anchor"]
                    if anchor == "any" or (anchor == "start" and not start) or (anchor == "end" and at_end(plain, end)):
                        found.append(Hit(row, start, end))
        row_of_all = self.whole.get(plain.strip(EDGES))
        if row_of_all is not None:
            found.insert(0, Hit(row_of_all, 0, len(plain)))
        return found


def is_word(plain: str, start: int, end: int) -> bool:
    """Whether `start:end` begins and ends at the edges of words."""
    left = start == 0 or not (plain[start - 1].isalnum() and plain[start].isalnum())
    return left and (end == len(plain) or not (plain[end - 1].isalnum() and plain[end].isalnum()))


def at_end(plain: str, end: int) -> bool:
    return not plain[end:].strip(EDGES)


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one of these names, the longest first, as a whole word."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})(?!\w)")


def build(lexicon: Lexicon) -> FurnitureIndex:
    """The index over the tables `furniture`, `news_agencies`, `stamp_words` and `function_words`."""
    phrases: dict[str, list[Row]] = {}
    whole: dict[str, Row] = {}
    for row in lexicon.rows("furniture"):
        if row["strength"] == "tail":
            continue
        if row["anchor"] == "all":
            whole[normalised(row["phrase"]).strip(EDGES)] = row
        else:
            phrases.setdefault(normalised(row["phrase"]), []).append(row)
    credits = [
        row["phrase"]
        for row in lexicon.rows("furniture")
        if row["kind"] == "credit" and row["anchor"] == "start" and row["phrase"][0].isalpha() and ":" in row["phrase"]
    ]
    functions = frozenset(row["word"] for row in lexicon.rows("function_words"))
    agencies = {name: row for row in lexicon.rows("news_agencies") for name in (row["name"], *row.many("aliases"))}
    return FurnitureIndex(
        rows=tuple(tuple(rows) for rows in phrases.values()),
        finder=AhoCorasick(list(phrases), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA),
        whole=whole,
        buttons=frozenset(phrase for phrase, row in whole.items() if row["kind"] == "navigation" and phrase.isalpha()),
        tails=frozenset(row["phrase"] for row in lexicon.rows("furniture") if row["strength"] == "tail"),
        agencies=agencies,
        wire=any_of(name for name, row in agencies.items() if row["kind"] != "photo"),
        agency=any_of(agencies),
        credit=re.compile(rf"\s+(?={'|'.join(map(re.escape, credits)) or '(?!)'})", re.IGNORECASE),
        stamps={row["word"]: row for row in lexicon.rows("stamp_words")},
        joiners=functions | {row["word"].lower() for row in lexicon.rows("name_words") if row["use"] == "particle"},
        function_words=functions,
        languages={row["code"]: row["name"] for row in lexicon.rows("languages")},
    )
