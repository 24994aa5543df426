"""Words of quantity, compiled for look-up: scales, vague plurals, bounds, currencies and number words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.lexicon.load import Lexicon, Row

#: Classes of `number_words.tsv` that are cardinal numbers.
CARDINAL = frozenset({"numword", "tens"})


@dataclass(frozen=True, slots=True)
class QuantityIndex:
    """`numbers`: word -> value; `rows`: class -> (words of the phrase, lower case) -> row."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, Mapping[tuple[str, ...], Row]] = field(default_factory=dict)
    starts: frozenset[str] = frozenset()

    def row(self, kind: str, *words: str) -> Row | None:
        return self.rows.get(kind, {}).get(words)


def build(lexicon: Lexicon) -> QuantityIndex:
    """The index over `quantities` and the cardinals of `number_words`."""
    numbers = {r["word"]: int(r["value"]) for r in lexicon.rows("number_words") if r["class"] in CARDINAL}
    rows: dict[str, dict[tuple[str, ...], Row]] = {}
    for row in lexicon.rows("quantities"):
        rows.setdefault(row["class"], {})[tuple(row["word"].split())] = row
    vague = {words[0] for words in rows.get("vague", {})}
    scales = {words[0] for words in rows.get("scale", {})}
    return QuantityIndex(numbers, rows, frozenset(numbers) | vague | scales)
