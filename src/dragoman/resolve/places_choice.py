"""Which place of that name: one choice for each name of an article, from population, kind and the company it keeps.

A linear score over named features (rows of `place_weights.tsv`), one sense per discourse (Gale, Church and Yarowsky
1992); the context is the article's own: states it speaks of, "Springfield, Illinois", other places already settled.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.lexicon.gazetteer import ADM1, ADM2, CAPITAL, CITY, COUNTRY, Candidate, Gazetteer
from dragoman.resolve.places_names import Name

KIND_FEATURES = {
    CITY: "kind.city", CAPITAL: "kind.capital", ADM1: "kind.division", ADM2: "kind.district", COUNTRY: "kind.state",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an article says of where it is: weight of each state, divisions named, and what contains each name."""

    states: Mapping[str, float]
    divisions: frozenset[int]
    inside: Mapping[str, tuple[Candidate, ...]]
    generic: Mapping[str, int]


def features(candidate: Candidate, key: str, context: Context) -> dict[str, float]:
    """The named features of one candidate in its article."""
    out = {"people": math.log10(candidate.people + 1), KIND_FEATURES.get(candidate.kind, "kind.region"): 1.0}
    if candidate.side:
        out["side-name"] = 1.0
    if candidate.country:
        out["state-share"] = context.states.get(candidate.country, 0.0)
        if candidate.country in context.states:
            out["state-named"] = 1.0
    if candidate.division in context.divisions and candidate.kind in (CITY, CAPITAL, ADM2):
        out["division-named"] = 1.0
    around = context.inside.get(key, ())
    if around and any(contains(outer, candidate) for outer in around):
        out["inside"] = 1.0
    generic = context.generic.get(key)
    if generic is not None:
        out["generic-fits" if generic == candidate.kind else "generic-misses"] = 1.0
    return out


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Whether the outer place holds the inner one: a state its cities, a division its own."""
    if outer.country != inner.country or outer.geonameid == inner.geonameid:
        return False
    if outer.kind == COUNTRY:
        return inner.kind != COUNTRY
    return outer.kind == ADM1 and inner.division == outer.geonameid


def choose(
    names: Sequence[Name], context: Context, weights: Mapping[str, float]
) -> dict[str, tuple[Candidate, tuple[str, ...]]]:
    """For each key the chosen candidate and the features that spoke for it."""
    chosen: dict[str, tuple[Candidate, tuple[str, ...]]] = {}
    for name in names:
        if name.key in chosen:
            continue
        best, best_score = None, -math.inf
        for candidate in name.candidates:
            found = features(candidate, name.key, context)
            score = sum(weights.get(f, 0.0) * v for f, v in found.items())
            if score > best_score:
                best, best_score, why = candidate, score, found
        if best:
            chosen[name.key] = best, tuple(f for f in ("inside", "division-named", "state-named") if f in why)
    return chosen


def context_of(names: Sequence[Name], gazetteer: Gazetteer, generic: Mapping[str, int]) -> Context:
    """The context of an article from its names: two looks, first the clear ones, then what they decide."""
    weight: dict[str, float] = defaultdict(float)
    divisions: set[int] = set()
    inside: dict[str, tuple[Candidate, ...]] = {}
    for position, name in enumerate(names):
        top = name.candidates[0]
        if top.kind == COUNTRY and top.country:
            weight[top.country] += 1.0
        elif top.country and _clear(name):
            weight[top.country] += 0.5
        for candidate in name.candidates:
            if candidate.kind == ADM1 and candidate.division and (name.short or candidate.people > 500_000):
                divisions.add(candidate.division)
        following = names[position + 1] if position + 1 < len(names) else None
        if following is not None and _after_comma(name, following):
            inside[name.key] = (*inside.get(name.key, ()), *following.candidates)
    total = sum(weight.values())
    return Context(
        states={k: v / total for k, v in weight.items()} if total else {},
        divisions=frozenset(divisions),
        inside=inside,
        generic=generic,
    )


def _clear(name: Name) -> bool:
    """A name of one large place, or whose largest is far larger than the next in another state."""
    top = name.candidates[0]
    rest = max((c.people for c in name.candidates if c.country != top.country), default=0)
    return top.people >= 100_000 and top.people > 10 * rest


def _after_comma(name: Name, following: Name) -> bool:
    gap = following.first.i - name.last.i
    return gap == 2 and name.last.sent == following.first.sent and following.start - name.end <= 2
