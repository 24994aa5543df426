"""Who with whom and who against whom: events counted by pairs of actors; and places, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from dragoman.ledger import Ledger
from dragoman.views.desk.pick import BETWEEN

#: Events that are counted at most, the newest of the window; the page says where that cuts.
COUNTED = 8000
PLACED = 2500


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors in order of the alphabet, with events of cooperation and of conflict between them."""

    a: str
    b: str
    cooperation: int
    conflict: int

    @property
    def count(self) -> int:
        return self.cooperation + self.conflict


@dataclass(frozen=True, slots=True)
class Ties:
    """`actors` with the number of their events, most first; `more` actors are left out; from which day is counted."""

    actors: tuple[tuple[str, int], ...]
    ties: tuple[Tie, ...]
    more: int
    events: int
    first: str | None
    cut: bool


def ties(ledger: Ledger, *, most: int, of: str = "name", **filters: Any) -> Ties:
    """The `most` actors with most events with others; `of` is name, or state (the country of the code)."""
    columns = ("source_code", "target_code") if of == "state" else ("sources", "targets")
    rows = ledger.columns("events", (*columns, "quad", "day", "reciprocal"), limit=COUNTED, **filters)
    pairs: Counter[tuple[str, str, bool]] = Counter()
    for source, target, quad, _, reciprocal in rows:
        for a, b in _pairs(source, target, of, bool(reciprocal)):
            pairs[(min(a, b), max(a, b), quad in (3, 4))] += 1
    weight: Counter[str] = Counter()
    for (a, b, _), n in pairs.items():
        weight[a] += n
        weight[b] += n
    ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    kept = {name for name, _ in ranked[:most]}
    names = sorted({(a, b) for a, b, _ in pairs if a in kept and b in kept})
    found = [Tie(a, b, pairs[(a, b, False)], pairs[(a, b, True)]) for a, b in names]
    days = [day for _, _, _, day, _ in rows if day]
    return Ties(
        actors=tuple(ranked[:most]),
        ties=tuple(sorted(found, key=lambda t: (-t.count, t.a, t.b))),
        more=max(0, len(ranked) - most),
        events=len(rows),
        first=min(days) if days else None,
        cut=len(rows) == COUNTED,
    )


def _pairs(source: str | None, target: str | None, of: str, reciprocal: bool) -> set[tuple[str, str]]:
    """Each source with each target; the parties of a reciprocal event with each other."""
    if of == "state":
        a, b = (source or "")[:3], (target or "")[:3]
        return {(a, b)} if a and b and a != b else set()
    left = source.split(BETWEEN) if source else []
    right = target.split(BETWEEN) if target else []
    if reciprocal:
        every = [*left, *right][:12]
        return {(a, b) for i, a in enumerate(every) for b in every[i + 1 :] if a != b}
    return {(a, b) for a in left[:8] for b in right[:8] if a != b}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its events; `vague` where the name is a country's or the like, its point a mere middle."""

    name: str
    country: str | None
    lat: float
    lon: float
    events: int
    conflict: int
    vague: bool


@dataclass(frozen=True, slots=True)
class Places:
    places: tuple[PlaceRow, ...]
    events: int
    first: str | None
    cut: bool


def places(ledger: Ledger, lands: frozenset[str] = frozenset(), **filters: Any) -> Places:
    """Where events took place: by the place of the event alone, never by the names of governments.

    `lands` are names of states: the point of such a place is but the middle of the land.
    """
    columns = ("place", "country", "lat", "lon", "quad", "day")
    rows = ledger.columns("events", columns, limit=PLACED, **filters)
    total: Counter[tuple[str, str | None, float, float]] = Counter()
    conflict: Counter[tuple[str, str | None, float, float]] = Counter()
    for name, country, lat, lon, quad, _ in rows:
        if lat is not None and lon is not None:
            key = (name or "?", country, round(lat, 2), round(lon, 2))
            total[key] += 1
            conflict[key] += quad in (3, 4)
    found = [
        PlaceRow(name, country, lat, lon, n, conflict[(name, country, lat, lon)], name in lands)
        for (name, country, lat, lon), n in total.items()
    ]
    days = [row[5] for row in rows if row[5]]
    return Places(
        places=tuple(sorted(found, key=lambda p: (-p.events, p.name))),
        events=sum(total.values()),
        first=min(days) if days else None,
        cut=len(rows) == PLACED,
    )
