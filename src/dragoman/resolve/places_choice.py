"""Which place of that name: one choice for each name of an article, from its size, its kind and the company it keeps.

A log-linear score over named features (rows `choice` of `place_weights.tsv`), one sense per discourse (Gale, Church and
Yarowsky 1992), in two rounds: first what each name is likeliest to mean alone and inside what stands beside it
("Springfield, Illinois"), then again knowing where the other names lie (states, divisions, distance), as in the
spatial-minimality heuristic of Leidner (2007). Weights are learned by `tools/train_places.py`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.lexicon.gazetteer import ADM1, ADM2, CAPITAL, CITY, COUNTRY, FEATURE, REGION, SITE, Candidate, Gazetteer
from dragoman.resolve.places_names import Name

KINDS = {CITY: "city", CAPITAL: "capital", ADM1: "division", ADM2: "district", COUNTRY: "state"}
#: Candidates of one name that are weighed in the second round; the others are too unlikely by then.
KEPT = 8
#: A name that does this after a comma does not contain what stands before it: "in Vienna, Russia said".
ACTING = frozenset({"nsubj", "nsubjpass", "compound", "nmod", "poss"})
#: Degrees of latitude and longitude of a cell: places in neighbouring cells are near each other (100 to 200 km).
CELL = 1.0


@dataclass(slots=True, kw_only=True)
class Meaning:
    """What one name of the article may mean: candidates with their features, and what contains it by the grammar."""

    key: str
    candidates: tuple[Candidate, ...]
    count: int = 0
    outer: list[tuple[Name, str]] = field(default_factory=list)
    generic: str | None = None
    found: list[dict[str, float]] = field(default_factory=list)
    chances: list[float] = field(default_factory=list)

    def weigh(self, weights: Mapping[str, float]) -> None:
        """Chances of the candidates by the weights of their features (they add up to 1)."""
        scores = [sum(weights.get(f, 0.0) * v for f, v in row.items()) for row in self.found]
        top = max(scores)
        raw = [math.exp(max(s - top, -30.0)) for s in scores]
        total = sum(raw)
        self.chances = [r / total for r in raw]

    def keep(self, number: int) -> None:
        """Only the likeliest candidates."""
        order = sorted(range(len(self.candidates)), key=lambda i: (-self.chances[i], i))[:number]
        self.candidates = tuple(self.candidates[i] for i in order)
        self.found = [self.found[i] for i in order]
        self.chances = [self.chances[i] for i in order]

    @property
    def best(self) -> int:
        return max(range(len(self.chances)), key=lambda i: (self.chances[i], -i))


def settle(names: Sequence[Name], gazetteer: Gazetteer) -> dict[str, Meaning]:
    """The meaning of each name of the article, by its key."""
    meanings = gather(names)
    first_look(meanings)
    for meaning in meanings.values():
        meaning.weigh(gazetteer.weights["first"])
        meaning.keep(KEPT)
    second_look(meanings, gazetteer)
    for meaning in meanings.values():
        meaning.weigh(gazetteer.weights["choice"])
    return meanings


def gather(names: Sequence[Name]) -> dict[str, Meaning]:
    """One meaning for each key, with what stands beside any of its mentions."""
    meanings: dict[str, Meaning] = {}
    for position, name in enumerate(names):
        if name.candidates[0].kind == SITE:
            continue
        meaning = meanings.setdefault(name.key, Meaning(key=name.key, candidates=name.candidates))
        meaning.count += 1
        outer = container(names, position)
        if outer is not None:
            meaning.outer.append((outer, name.joint.text if name.joint else "'s"))
        if name.generic:
            meaning.generic = name.generic
    return meanings


def container(names: Sequence[Name], position: int) -> Name | None:
    """The name that the grammar says contains this one: "Paris, Texas", "a camp in Jenin", "Cairo's Abbasiya"."""
    name = names[position]
    if position + 1 < len(names):
        after = names[position + 1]
        if after.first.sent == name.last.sent and not after.adjective and name.joint is not None:
            gap = after.first.i - name.joint.i
            if name.joint.text in ("in", "of"):
                if gap <= 3:
                    return after
            elif gap == 1 and after.last.dep not in ACTING:
                return after
    if position:
        before = names[position - 1]
        if before.possessive and before.last.i + 2 >= name.first.i and before.last.sent == name.first.sent:
            return before
    return None


def first_look(meanings: Mapping[str, Meaning]) -> None:
    """Features of each candidate alone, after those are gone that the words exclude."""
    for meaning in meanings.values():
        meaning.candidates = possible(meaning)
        largest = max(c.people for c in meaning.candidates)
        seats = {c.division for c in meaning.candidates if c.kind in (CITY, CAPITAL)}
        meaning.found = []
        for candidate in meaning.candidates:
            row = {"people": math.log10(candidate.people + 1), f"kind={KINDS.get(candidate.kind, 'region')}": 1.0}
            if candidate.kind in (CITY, CAPITAL):
                row["fame"] = math.log10(candidate.fame + 1)
            elif candidate.kind in (ADM1, ADM2) and candidate.division in seats:
                row["named-like-its-town"] = 1.0
            if candidate.people == largest:
                row["largest"] = 1.0
            if candidate.side:
                row["side-name"] = 1.0
            if any(contains(o, candidate) for name, _ in meaning.outer for o in name.candidates):
                row["inside"] = 1.0
            if meaning.generic:
                row["generic=fits" if KINDS.get(candidate.kind) == meaning.generic else "generic=misses"] = 1.0
            meaning.found.append(row)


def possible(meaning: Meaning) -> tuple[Candidate, ...]:
    """The candidates that the words allow: "London, Ontario" lies in Ontario; England alone is no town of that name.

    A state after a comma binds less ("in Vienna, Russia said", lists of states): it is only a feature.
    """
    bound = [c for name, joint in meaning.outer if joint in (",", "(") for c in name.candidates if c.kind == ADM1]
    inside = tuple(c for c in meaning.candidates if any(contains(outer, c) for outer in bound))
    if inside:
        return inside
    kinds = {c.kind for c in meaning.candidates}
    if REGION in kinds or FEATURE in kinds:
        return tuple(c for c in meaning.candidates if c.kind in (COUNTRY, REGION, FEATURE))
    if COUNTRY in kinds:
        return tuple(c for c in meaning.candidates if c.kind in (COUNTRY, ADM1))
    return meaning.candidates


def second_look(meanings: Mapping[str, Meaning], gazetteer: Gazetteer) -> None:
    """Features of each candidate among the likely meanings of the other names."""
    cells: dict[tuple[int, int], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    states: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    divisions: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for key, meaning in meanings.items():
        for candidate, chance in zip(meaning.candidates, meaning.chances, strict=True):
            if candidate.country:
                states[candidate.country][key] += chance
            if candidate.division:
                divisions[candidate.division][key] += chance
            if candidate.lat is not None and candidate.lon is not None and candidate.kind in (CITY, CAPITAL, ADM2):
                cells[_cell(candidate.lat, candidate.lon)][key] += chance
    others = max(1, len(meanings) - 1)
    for key, meaning in meanings.items():
        for candidate, row in zip(meaning.candidates, meaning.found, strict=True):
            mates = _without(states.get(candidate.country or ""), key)
            row["state-share"] = mates / others
            row["state-mates"] = math.log1p(mates)
            if candidate.division:
                row["division-mates"] = math.log1p(_without(divisions.get(candidate.division), key))
            if candidate.lat is not None and candidate.lon is not None and candidate.kind in (CITY, CAPITAL, ADM2):
                row["near"] = math.log1p(_around(cells, candidate.lat, candidate.lon, key))
            near_states = gazetteer.neighbours.get(candidate.country or "", ())
            row["neighbours"] = math.log1p(sum(_without(states.get(s), key) for s in near_states))


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Whether the outer place holds the inner one: a state its cities, a division its own."""
    if outer.country != inner.country or outer.geonameid == inner.geonameid or outer.country is None:
        return False
    if outer.kind == COUNTRY:
        return inner.kind != COUNTRY
    return outer.kind == ADM1 and inner.division == outer.geonameid


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / CELL), math.floor(lon / CELL)


def _around(cells: Mapping[tuple[int, int], Mapping[str, float]], lat: float, lon: float, key: str) -> float:
    row, column = _cell(lat, lon)
    total = 0.0
    for y in (row - 1, row, row + 1):
        for x in (column - 1, column, column + 1):
            found = cells.get((y, x))
            if found:
                total += _without(found, key)
    return total


def _without(weights: Mapping[str, float] | None, key: str) -> float:
    """The sum over the other names."""
    return sum(weights.values()) - weights.get(key, 0.0) if weights else 0.0
