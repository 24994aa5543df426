"""Checks of the tables of a user's own codes: rows that could never code anything, or not what they seem to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.lexicon.coding import SCHEMES
from dragoman.lexicon.coding_words import Element, elements
from dragoman.lexicon.load import Lexicon, Row

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SCOPES = ("sentence", "story")
Fault = tuple[Row, str]


def coding_faults(lexicon: Lexicon) -> Iterator[Fault]:
    """What is wrong with rows of the coding tables."""
    yield from _codes(lexicon)
    yield from _days(lexicon)
    yield from _patterns(lexicon)
    for row in lexicon.rows("coded_synonyms"):
        if not row["member"]:
            yield row, "member: empty"
    for row in lexicon.rows("coded_discards"):
        if row["scope"] not in SCOPES:
            yield row, f"scope: {row['scope']!r} is neither sentence nor story"


def dead_rows(lexicon: Lexicon) -> Iterator[Fault]:
    """Rows that never get their turn, since a row of the same words stands before them."""
    for table, column in (("coded_actors", "phrase"), ("coded_agents", "phrase")):
        first: dict[tuple[Element, ...], Row] = {}
        for row in lexicon.rows(table):
            if table == "coded_actors" and (row["from"] or row["to"]):
                continue
            other = first.setdefault(elements(row[column]), row)
            if other is not row:
                told = "" if other["code"] == row["code"] else f" with the code {other['code'] or '(none)'}"
                yield row, f"{column}: {row[column]} stands in line {other.line} too{told}: this row is dead"


def _codes(lexicon: Lexicon) -> Iterator[Fault]:
    known = {scheme: {row["code"] for row in lexicon.rows(scheme)} for scheme in SCHEMES}
    for table in ("coded_actors", "coded_agents", "coded_verbs", "coded_patterns"):
        for row in lexicon.rows(table):
            code = row["code"]
            if any(sign.isspace() for sign in code):
                yield row, f"code: {code!r} holds a blank"
            elif table == "coded_agents" and code.count("~") != 1 and code:
                yield row, f"code: {code} has no ~ to say on which side of the actor's code it goes"
            elif table in ("coded_verbs", "coded_patterns") and row["scheme"]:
                if row["scheme"] not in known:
                    yield row, f"scheme: {row['scheme']!r} is none of {', '.join(SCHEMES)}"
                    continue
                for part in code.split(":"):
                    if part and not _is_of(part, known[row["scheme"]]):
                        yield row, f"code: {row['scheme'].upper()} has no code {part}"


def _is_of(code: str, codes: set[str]) -> bool:
    """Is it a code of the scheme, or one that somebody put below it ("223a")?"""
    return any(code[:size] in codes for size in range(len(code), 1, -1))


def _days(lexicon: Lexicon) -> Iterator[Fault]:
    for row in lexicon.rows("coded_actors"):
        wrong = [c for c in ("from", "to") if row[c] and not ISO_DAY.fullmatch(row[c])]
        for column in wrong:
            yield row, f"{column}: {row[column]!r} is no day like 2022-01-31"
        if not wrong and row["from"] and row["to"] and row["from"] > row["to"]:
            yield row, f"to: {row['to']} is before {row['from']}"


def _patterns(lexicon: Lexicon) -> Iterator[Fault]:
    sets = {row["set"] for row in lexicon.rows("coded_synonyms")}
    blocks = {row["block"] or row["verb"] for row in lexicon.rows("coded_verbs")}
    for row in lexicon.rows("coded_patterns"):
        parts = elements(row["pattern"])
        if sum(p.kind == "slot" and p.text == "*" for p in parts) != 1:
            yield row, "pattern: one * that stands by itself is needed"
        for name in (p.text for p in parts if p.kind == "set" and p.text not in sets):
            yield row, f"pattern: there is no set &{name}"
        if row["block"] not in blocks:
            yield row, f"block: no verb is of block {row['block']!r}"
    for row in lexicon.rows("coded_synonyms"):
        for name in (p.text for p in elements(row["member"]) if p.kind == "set" and p.text not in sets):
            yield row, f"member: there is no set &{name}"
