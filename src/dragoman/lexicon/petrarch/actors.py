"""Actors: names with their codes, dated where an actor changed sides or office.

    VELDANIA_ [VEL]            a phrase and its code
    +PORT_ELDRIDGE             another name of the same actor
        [VELGOV 310101-350815] a code from one day to another, both included
        [VELELI > 350816]      from a day on
        [VELREB < 301231]      until a day
        [VEL]                  whenever no date fits

The code may stand on the line of the phrase or on lines below it; of several whose dates fit the first is taken, and
one without dates only where none fits. `A/B` are two actors under one name. Blanks, or none, around the signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.lexicon.petrarch.lines import Source, before_bracket, brackets, code_of, iso_day, phrase_of
from dragoman.lexicon.petrarch.write import Cells

#: (code, from, to, line)
Code = tuple[str, str, str, int]


def read_actors(source: Source) -> Iterator[tuple[str, Cells]]:
    """Rows of coded_actors, in order of the file, dated codes before the undated one."""
    phrases: list[tuple[int, str]] = []
    codes: list[Code] = []
    for number, line in source.lines:
        text = line.strip()
        if line[0] in " \t" and text[0] == "[":
            if not phrases:
                source.warn(number, "a code without an actor above it")
            codes.extend(_codes(source, number, text))
            continue
        if text[0] != "+":
            yield from _rows(source, phrases, codes)
            phrases, codes = [], []
        elif not phrases:
            source.warn(number, "another name without an actor above it")
        phrase = phrase_of(before_bracket(text.lstrip("+")))
        if phrase:
            phrases.append((number, phrase))
        elif "[" not in text:
            source.warn(number, "a name is missing")
        codes.extend(_codes(source, number, text))
    yield from _rows(source, phrases, codes)


def _rows(source: Source, phrases: list[tuple[int, str]], codes: list[Code]) -> Iterator[tuple[str, Cells]]:
    if phrases and not codes:
        source.warn(phrases[0][0], f"{phrases[0][1]} has no code: known, and codes nothing")
        codes = [("", "", "", phrases[0][0])]
    ordered = sorted(codes, key=lambda c: not (c[1] or c[2]))
    for line, phrase in phrases:
        for code, begin, end, at in ordered:
            cells = {"phrase": phrase, "code": code, "from": begin, "to": end, "origin": source.origin(line, at)}
            yield "coded_actors", cells


def _codes(source: Source, number: int, text: str) -> Iterator[Code]:
    if "[" in text and "]" not in text:
        source.warn(number, "a bracket is not closed: the code is left out")
    for written in brackets(text):
        code = _code(written, number)
        if code is None:
            source.warn(number, f"[{written}] cannot be read: the code is left out")
        else:
            yield code


def _code(written: str, number: int) -> Code | None:
    """The code with its days; None where it cannot be read."""
    if not re.search(r"[<>]|\d{6}", written):
        return code_of(written), "", "", number
    match = re.fullmatch(r"(\S*?)\s*(?:([<>])=?\s*(\d+)|(?:(?<=\s)|^)(\d+)\s*-\s*(\d+))", written)
    if match is None:
        return None
    code, sign, day, begin, end = match.groups()
    days = [iso_day(d) for d in (day, begin, end) if d]
    if not code or None in days or (begin and (iso_day(begin) or "") > (iso_day(end) or "")):
        return None
    if sign == "<":
        return code_of(code), "", days[0] or "", number
    if sign == ">":
        return code_of(code), days[0] or "", "", number
    return code_of(code), days[0] or "", days[1] or "", number
