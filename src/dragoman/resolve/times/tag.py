"""Where expressions of time stand: the longest match of the grammar from each word, left to right."""

from __future__ import annotations

import re
from collections.abc import Generator

from dragoman.lexicon.time_words import OTHER, TimeIndex
from dragoman.resolve.times.hit import Hit
from dragoman.resolve.times.lex import Line

_RUN = re.compile(f"[^{OTHER}]+")


def hits_of(line: Line, index: TimeIndex) -> Generator[list[Hit], int | None, None]:
    """Candidates in order of the text: for each place the matches, longest first; the first that can be read is taken.

    The caller sends back how far it read (`generator.send(last)`), or None for "nothing here".
    """
    letters = line.letters
    for run in _RUN.finditer(letters):
        at, end = run.span()
        if not index.trigger.search(letters, at, end):
            continue
        while at < end:
            found = []
            for pattern in index.patterns.get(letters[at], ()):
                match = pattern.regex.match(letters, at, end)
                if match:
                    found.append((-match.end(), pattern.order, pattern))
            taken = None
            if found:
                found.sort(key=lambda f: f[:2])
                taken = yield [Hit(line, at, -stop, p.name, p.reading) for stop, _, p in found]
            at = taken or at + 1
