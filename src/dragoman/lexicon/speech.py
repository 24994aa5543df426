"""Verbs, nouns, adjectives and phrases that report speech, found by their lemma."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dragoman.lexicon.load import Lexicon, Row
from dragoman.lexicon.weights import weights_of


class Cue(NamedTuple):
    """A reporting word: its row, its class (say, ask, think …) and what can be its content.

    `phrase`: the words of a phrase after the first ("according" -> ("to",)); `sourced`: the noun behind it speaks.
    """

    row: Row
    cls: str
    clause: bool = False
    infinitive: bool = False
    object: bool = False
    predicate: bool = False
    prepositions: frozenset[str] = frozenset()
    addressee: bool = False
    channel: str | None = None
    phrase: tuple[str, ...] = ()
    sourced: bool = True

    @property
    def name(self) -> str:
        return self.row.name


@dataclass(frozen=True, slots=True)
class SpeechIndex:
    """Cues by lower-case lemma; phrases by their first word, longest first; the weights of the decision.

    `echoes`: verbs of "as X put it"; `courtesies`: verbs by which a speaker is polite; `unnamed`: verbs for
    telling who somebody is; `deeds`: objects with which a verb reports nothing; `documents`: nouns for texts in
    which their author speaks;
    `channels` and `venues` by noun; `capacities` by office or common noun: (capacity, whether it is an office
    that few hold, so that its holder is known without a name).
    """

    verbs: dict[str, Cue] = field(default_factory=dict)
    nouns: dict[str, Cue] = field(default_factory=dict)
    adjectives: dict[str, Cue] = field(default_factory=dict)
    phrases: dict[str, tuple[Cue, ...]] = field(default_factory=dict)
    adverbs: dict[str, Cue] = field(default_factory=dict)
    echoes: dict[str, Cue] = field(default_factory=dict)
    courtesies: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    deeds: dict[str, frozenset[str]] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()
    channels: dict[str, Row] = field(default_factory=dict)
    venues: dict[str, Row] = field(default_factory=dict)
    capacities: dict[str, tuple[str, bool]] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    threshold: float = 0.5

    def with_weights(self, weights: dict[str, float], threshold: float) -> SpeechIndex:
        return replace(self, weights=weights, threshold=threshold)


def build(lexicon: Lexicon) -> SpeechIndex:
    """The index over the tables."""
    verbs: dict[str, Cue] = {}
    for row in lexicon.rows("reporting_verbs"):
        cue = _cue(row)._replace(addressee=row["addressee"] == "yes", channel=row["channel"] or None)
        for lemma in (row["lemma"], *row.many("aliases")):
            verbs.setdefault(lemma, cue)
    phrases: dict[str, list[Cue]] = {}
    adverbs: dict[str, Cue] = {}
    for row in lexicon.rows("reporting_phrases"):
        first, *rest = row["phrase"].split(" ")
        cue = Cue(row, row["class"], clause=True, phrase=tuple(rest), sourced=row["gives"] == "source")
        if cue.sourced:
            phrases.setdefault(first, []).append(cue)
        else:
            adverbs[first] = cue
    weights, threshold = weights_of("statements", lexicon, threshold=0.5)
    return SpeechIndex(
        threshold=threshold,
        weights=weights,
        verbs=verbs,
        nouns=_by_word(lexicon.rows("reporting_nouns"), "noun"),
        adjectives=_by_word(lexicon.rows("reporting_adjectives"), "adjective"),
        phrases={k: tuple(sorted(v, key=lambda c: -len(c.phrase))) for k, v in phrases.items()},
        adverbs=adverbs,
        echoes={row["lemma"]: Cue(row, row["class"], phrase=("it",)) for row in lexicon.rows("echo_verbs")},
        courtesies=frozenset(row["lemma"] for row in lexicon.rows("courtesies")),
        unnamed=frozenset(row["lemma"] for row in lexicon.rows("unnamed")),
        deeds={row["verb"]: frozenset(row.many("objects")) for row in lexicon.rows("reporting_deeds")},
        documents=frozenset(row["noun"] for row in lexicon.rows("speech_documents")),
        channels={row["noun"]: row for row in lexicon.rows("channels")},
        venues={row["noun"]: row for row in lexicon.rows("venues")},
        capacities=_capacities(lexicon),
    )


def _capacities(lexicon: Lexicon) -> dict[str, tuple[str, bool]]:
    """How the holder of an office or the bearer of a common noun speaks; offices come first."""
    out: dict[str, tuple[str, bool]] = {}
    for table, column in (("offices", "title"), ("agents", "noun")):
        for row in lexicon.rows(table):
            more = row.many("aliases") if table == "offices" else row.many("plural")
            few = table == "offices" and row["level"] not in ("official", "private")
            for word in (row[column], *more):
                if row["capacity"]:
                    out.setdefault(word.lower(), (row["capacity"], few))
    return out


def _by_word(rows: Iterable[Row], column: str) -> dict[str, Cue]:
    return {row[column]: _cue(row) for row in rows}


def _cue(row: Row) -> Cue:
    complements = row.many("complements")
    return Cue(
        row,
        row["class"],
        clause="clause" in complements,
        infinitive="infinitive" in complements,
        object="object" in complements,
        predicate="predicate" in complements,
        prepositions=frozenset(row.many("prepositions")),
    )
