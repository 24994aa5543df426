"""Names, demonyms, offices, bodies and agent nouns, compiled for look-up.

Names are searched in the text itself (Aho-Corasick, leftmost-longest, case-sensitive, whole words); offices, bodies,
agents and collectives are common nouns and are looked up by lower-case words, longest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.lexicon.actor_names import Name, NameUse, cell, names_of
from dragoman.lexicon.actor_terms import Term, terms_of
from dragoman.lexicon.leaders import Leaders, fold
from dragoman.lexicon.leaders import build as build_leaders
from dragoman.lexicon.load import Lexicon
from dragoman.lexicon.nouns import plural, words_of
from dragoman.records.vocab import ActorKind

__all__ = ["ActorIndex", "BodyNoun", "Name", "NameUse", "Pronoun", "Term", "build", "fold"]


#: One to one, so that offsets hold: the lexicon needs a single spelling of apostrophes and spaces.
PLAIN = str.maketrans(
    {
        **{"’": "'", "‘": "'", "`": "'", "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " "},
        # the search takes UTF-8, which has no half of a surrogate pair
        **dict.fromkeys((chr(c) for c in range(0xD800, 0xE000)), "\ufffd"),
    }
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun of the third person: gender m, f or n, number s or p, role subject, object, possessive or reflexive."""

    word: str
    gender: str
    number: str
    role: str
    row: str


#: Words that close the name of a body, and the CAMEO sector of such a body.
FIRMS = {"firm": "BUS", "legal": "BUS", "school": "EDU"}


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A noun in the name of a body: its kind, and its CAMEO code at large, as a state's, and as one of the world.

    `kind` is an actor kind, or "venue" for what is a body only where more in the name tells so ("Centre for ...").
    """

    kind: ActorKind | Literal["venue"]
    sector: str | None
    state: str | None
    world: str | None
    row: str


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """All look-ups of `resolve.who`. `names_in` searches a text; the rest are dictionaries."""

    names: dict[str, Name]
    search: AhoCorasick
    terms: dict[str, tuple[Term, ...]]
    states: dict[str, Name]
    genders: dict[str, str]
    particles: frozenset[str]
    place_words: dict[tuple[str, str], str]
    pronouns: dict[str, Pronoun]
    takes_up: dict[str, frozenset[str]]
    chiefs: dict[str, frozenset[str]]
    title_words: dict[str, str]
    quantities: frozenset[str]
    body_parts: frozenset[str]
    no_bodies: frozenset[str]
    firms: dict[str, tuple[str, str]]
    body_nouns: dict[str, BodyNoun]
    plain_bodies: dict[str, BodyNoun]
    body_topics: dict[str, str]
    world_words: frozenset[str]
    state_words: frozenset[str]
    appointing: frozenset[str]
    serving: frozenset[str]
    sites: frozenset[str]
    outlets: dict[str, str]
    legal_forms: frozenset[str]
    generations: frozenset[str]
    firm_offices: frozenset[str]
    vague: frozenset[str]
    need_the: frozenset[str]
    sides: frozenset[str]
    numbers: dict[str, int]
    demonyms: dict[str, tuple[str, ...]]
    nominal_kinds: dict[str, str]
    leaders: Leaders

    def names_in(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """(start, end, name) of the names of the text, whole words only, in order."""
        plain = text.translate(PLAIN)
        size = len(plain)
        for _, start, end in self.search.find_matches_as_indexes(plain):
            if (start and plain[start - 1].isalnum()) or (end < size and plain[end].isalnum()):
                continue
            yield start, end, self.names[plain[start:end]]


def build(lexicon: Lexicon) -> ActorIndex:
    """The index over the tables."""
    names = names_of(lexicon)

    def use(which: str) -> frozenset[str]:
        return frozenset(row["word"] for row in lexicon.rows("name_words") if row["use"] == which)

    return ActorIndex(
        names=names,
        search=AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest),
        terms=terms_of(lexicon),
        states={name.country: name for name in names.values() if name.use == "state" and name.country},
        genders={r["name"].lower(): r["gender"] for r in lexicon.rows("first_names")},
        particles=use("particle"),
        need_the=use("needs_the"),
        sides=use("side"),
        numbers={
            "both": 2,
            **{r["word"]: int(r["value"]) for r in lexicon.rows("number_words") if r["value"].isdigit()},
        },
        quantities=use("quantity"),
        no_bodies=use("no_body"),
        firms={r["word"]: (FIRMS[r["use"]], r.name) for r in lexicon.rows("name_words") if r["use"] in FIRMS},
        body_nouns=_body_nouns(lexicon, "noun"),
        plain_bodies=_body_nouns(lexicon, "plain"),
        body_topics={r["word"]: r["sector"] for r in lexicon.rows("body_words") if r["use"] == "topic"},
        world_words=frozenset(r["word"] for r in lexicon.rows("body_words") if r["use"] == "world"),
        state_words=frozenset(r["word"] for r in lexicon.rows("body_words") if r["use"] == "state"),
        appointing=use("appoints"),
        serving=use("serves"),
        sites=frozenset(r["word"] for r in lexicon.rows("geo_words") if r["use"] == "site"),
        outlets=_outlets(lexicon, names),
        body_parts=use("body_part"),
        legal_forms=use("legal"),
        generations=use("generation"),
        firm_offices=use("firm_office"),
        vague=use("vague_office"),
        demonyms={row["iso3"]: row.many("demonyms") for row in lexicon.rows("states")},
        nominal_kinds={w: r["kind"] for r in lexicon.rows("nominals") for w in (r["noun"], plural(r["noun"]))},
        place_words={(r["use"], r["word"]): r["reading"] for r in lexicon.rows("place_words")},
        pronouns={
            r["word"]: Pronoun(r["word"], r["gender"], r["number"], r["role"], r.name) for r in lexicon.rows("pronouns")
        },
        takes_up=_takes_up(lexicon),
        chiefs={r["name"]: frozenset(r.many("chief")) for r in lexicon.rows("organisations")},
        leaders=build_leaders(lexicon),
        title_words={r["word"].lower(): r["effect"] for r in lexicon.rows("title_words")},
    )


def _body_nouns(lexicon: Lexicon, use: str) -> dict[str, BodyNoun]:
    """The nouns of `body_words` of this use."""
    return {
        r["word"]: BodyNoun(r["kind"], cell(r, "sector"), cell(r, "state"), cell(r, "world"), r.name)  # type: ignore[arg-type]
        for r in lexicon.rows("body_words")
        if r["use"] == use
    }


def _outlets(lexicon: Lexicon, names: dict[str, Name]) -> dict[str, str]:
    """Outlet -> the state whose officials it names without their state: papers, and the organs of a state itself.

    Agencies and broadcasters write for the world and are left out.
    """
    out = {
        surface: row["country"]
        for row in lexicon.rows("media")
        if row["kind"] == "paper" and row["country"]
        for surface in (row["name"], *row.many("aliases"))
    }
    for surface, name in names.items():
        if name.country and (name.use == "seat" or (name.use == "organisation" and (name.code or "").endswith("GOV"))):
            out.setdefault(surface, name.country)
    return out


def _takes_up(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Common noun -> the organisations it may take up once they were named (alliance: NATO, African Union ...)."""
    out: dict[str, set[str]] = {}
    for row in lexicon.rows("organisations"):
        for noun in row.many("nominal"):
            out.setdefault(" ".join(words_of(noun)), set()).add(row["name"])
    return {noun: frozenset(keys) for noun, keys in out.items()}
