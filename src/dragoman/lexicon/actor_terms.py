"""Common nouns of the tables of actors for those who act: offices, bodies, agents, collectives, looked up by words.

Example: `foreign minister` and `foreign ministers` are an office, `Ms` an honorific, `gunmen` agents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.lexicon.actor_names import cell
from dragoman.lexicon.load import Lexicon, Row
from dragoman.lexicon.nouns import plural, plural_of, words_of

TermUse = Literal["office", "honorific", "body", "collective", "nominal", "agent"]
TERM_USES: tuple[TermUse, ...] = ("office", "honorific", "body", "collective", "nominal", "agent")


@dataclass(frozen=True, slots=True)
class Term:
    """A common noun or phrase for somebody who acts; `head` is its head word in the singular."""

    use: TermUse
    words: tuple[str, ...]
    key: str
    head: str
    plural: bool
    kind: str
    sector: str | None
    row: str
    gender: str | None = None
    members: tuple[str, ...] = ()
    level: str | None = None


def terms_of(lexicon: Lexicon) -> dict[str, tuple[Term, ...]]:
    """First word -> the terms that begin with it, longest first."""
    found: dict[tuple[str, ...], Term] = {}
    given = (term for source in SOURCES for term in source(lexicon))
    every = sorted(given, key=lambda t: (t.use != "agent" or not t.plural, TERM_USES.index(t.use)))
    for term in every:
        found.setdefault(term.words, term)
    heads: dict[str, list[Term]] = {}
    for term in found.values():
        heads.setdefault(term.words[0], []).append(term)
    return {word: tuple(sorted(terms, key=lambda t: -len(t.words))) for word, terms in heads.items()}


def _offices(lexicon: Lexicon) -> Iterator[Term]:
    """Titles of persons, in the singular and the plural ("Sens.", "senators" may be given as aliases)."""
    for row in lexicon.rows("offices"):
        titles = (row["title"], *row.many("aliases"))
        several = {plural(title) for title in titles} | {f"{title[:-1]}s." for title in titles if title.endswith(".")}
        for title in titles:
            if title not in several:
                yield from _both_numbers("office", title, row, "person", cell(row, "sector"))
        for title in sorted(several.intersection(titles)):  # "Sens.", "senators"
            parts = words_of(title)
            yield Term("office", parts, row.key, parts[-1], True, "person", cell(row, "sector"), row.name,
                       level=cell(row, "level"))  # fmt: skip


def _honorifics(lexicon: Lexicon) -> Iterator[Term]:
    for row in lexicon.rows("name_words"):
        if row["use"] == "honorific":
            words = words_of(row["word"])
            yield Term("honorific", words, row["word"], words[-1], False, "person", None, row.name, cell(row, "gender"))


def _body_nouns(lexicon: Lexicon) -> Iterator[Term]:
    for row in lexicon.rows("bodies"):
        for noun in (row["body"], *row.many("aliases")):
            yield from _body_terms(noun, row)


def _collectives(lexicon: Lexicon) -> Iterator[Term]:
    for row in lexicon.rows("collectives"):
        words, members = words_of(row["phrase"]), row.many("members")
        yield Term("collective", words, row["phrase"], words[-1], True, row["kind"], cell(row, "sector"), row.name,
                   members=members)  # fmt: skip


def _nominals(lexicon: Lexicon) -> Iterator[Term]:
    for row in lexicon.rows("nominals"):
        yield from _both_numbers("nominal", row["noun"], row, row["kind"], None)


def _nominals_of_bodies(lexicon: Lexicon) -> Iterator[Term]:
    """Nouns that take up an organisation named before ("the alliance")."""
    for row in lexicon.rows("organisations"):
        for noun in row.many("nominal"):
            words = words_of(noun)
            yield Term("nominal", words, noun, words[-1], False, "organisation", None, row.name)


def _peoples(lexicon: Lexicon) -> Iterator[Term]:
    """Members of peoples and faiths of no one state ("Kurds")."""
    for row in lexicon.rows("groups"):
        if row["kind"] != "political" and not row["country"]:
            for form in row.many("forms"):
                if form.endswith("s") and form[0].isupper():
                    words = words_of(form)
                    yield Term("agent", words, row["word"], words[-1], True, "population", "CVL", row.name)


def _agents(lexicon: Lexicon) -> Iterator[Term]:
    for row in lexicon.rows("agents"):
        words = words_of(row["noun"])
        yield Term("agent", words, row["noun"], words[-1], False, row["kind"], cell(row, "sector"), row.name)
        many = words_of(row["plural"]) if row["plural"] else plural_of(words)
        yield Term("agent", many, row["noun"], words[-1], True, row["kind"], cell(row, "sector"), row.name)


#: What gives terms; of one use and number, whoever comes first has the words.
SOURCES = (_offices, _honorifics, _body_nouns, _collectives, _nominals, _nominals_of_bodies, _peoples, _agents)


def _both_numbers(use: TermUse, phrase: str, row: Row, kind: str, sector: str | None) -> Iterator[Term]:
    words = words_of(phrase)
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    level = cell(row, "level")
    yield Term(use, words, row.key, head, False, kind, sector, row.name, level=level)
    yield Term(use, plural_of(words), row.key, head, True, kind, sector, row.name, level=level)


def _body_terms(noun: str, row: Row) -> Iterator[Term]:
    words = words_of(noun)
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    many = (head.endswith(("s", "men", "people")) and not head.endswith("ss")) or head in ("police", "clergy")
    yield Term("body", words, row.key, head, many, row["kind"], cell(row, "sector"), row.name)
    if not many:
        yield Term("body", plural_of(words), row.key, head, True, row["kind"], cell(row, "sector"), row.name)
