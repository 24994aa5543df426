"""Several articles in one document: found by the lines that part them, and refused with advice.

One article's "on Monday" must not be counted from another's date, so nothing is guessed here.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.errors import NotAnArticle
from dragoman.lexicon.load import Lexicon

#: A line of nothing but these; dashes, stars and underscores also part the sections of one document.
RULE = re.compile(r"={10,}")
NUMBER = re.compile(r"[0-9]+")
#: A parting counts with at least this many characters of text up to the next; two of them are several articles.
LEAST = 400
ENOUGH = 2
LONGEST_LINE = 80


def check_is_one(text: str, name: str, lexicon: Lexicon) -> None:
    """Raises NotAnArticle where two or more lines of `separators.tsv` (or of =====) part long stretches of text."""
    known = {row["line"] for row in lexicon.rows("separators")}
    starts, at = [], 0
    for line in text.splitlines(keepends=True):
        plain = line.strip().lower() if len(line) <= LONGEST_LINE else ""
        if plain and (RULE.fullmatch(plain) or NUMBER.sub("#", " ".join(plain.split())) in known):
            starts.append(at)
        at += len(line)
    parts = sum(end - start >= LEAST for start, end in pairwise([*starts, len(text)]))
    if parts >= ENOUGH:
        raise NotAnArticle(
            f"it seems to hold several articles ({len(starts)} lines part them)",
            where=name,
            hint='give each a file of its own, or write JSON Lines: {"text": …, "published": …}',
        )
