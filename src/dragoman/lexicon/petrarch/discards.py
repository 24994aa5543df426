"""Discards: phrases that stop the coding of the sentence they stand in; with `+` before them, of the whole story."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon.petrarch.lines import Source, before_bracket, phrase_of
from dragoman.lexicon.petrarch.write import Cells


def read_discards(source: Source) -> Iterator[tuple[str, Cells]]:
    """Rows of coded_discards, in order of the file."""
    for number, line in source.lines:
        text = line.strip()
        phrase = phrase_of(before_bracket(text.lstrip("+")))
        if not phrase:
            source.warn(number, "a phrase is missing")
            continue
        scope = "story" if text[0] == "+" else "sentence"
        yield "coded_discards", {"phrase": phrase, "scope": scope, "origin": source.origin(number)}
