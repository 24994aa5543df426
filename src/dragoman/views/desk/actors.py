"""Actors: who is most active; and one of them, by the names and roles it was given, what it said and did, with whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, NamedTuple

from dragoman.ledger import Found, Ledger
from dragoman.ledger.schema import KINDS
from dragoman.ledger.terms import folded, name_words
from dragoman.views.desk.pick import BETWEEN, Party, parties

#: Rows that are looked at for a list, for a portrait, and rows shown in it.
LISTED_FROM = 2500
LOOKED_AT = 400
#: Names of one word that are looked at, and uses of a name that are counted.
NAMES, USES = 60, 99
SHOWN = 12
EVERY = "all"


@dataclass(frozen=True, slots=True)
class Active:
    """An actor with the number of its events, as who acts and as whom it is done to, and of its statements."""

    name: str
    key: str
    acts: int
    suffers: int
    says: int


def called(ledger: Ledger, text: str, *, most: int = 8) -> list[tuple[str, int]]:
    """Names of actors that hold all these words, with the number of articles that use them, most used first.

    Asked of the index of names (terms.py), not of the rows: there are many rows of each name.
    """
    words = sorted(name_words(folded(text)), key=len, reverse=True)[:6]
    if not words:
        return []
    begin = "SELECT w.term FROM name_words w WHERE w.word = ?"
    more = " AND EXISTS (SELECT 1 FROM name_words v WHERE v.word = ? AND v.term = w.term)" * (len(words) - 1)
    kind = KINDS.index("actors")
    found = []
    for (term,) in ledger.sql(f"{begin}{more} LIMIT {NAMES}", tuple(f"n:{word}" for word in words)):
        rows = ledger.sql(
            f"SELECT n FROM postings WHERE kind = {kind} AND term = ? ORDER BY n DESC LIMIT {USES}", (term,)
        )
        if rows:
            name = ledger.sql("SELECT name FROM actors WHERE n = ?", rows[0])[0][0]
            found.append((name, len(rows)))
    return sorted(dict(found).items(), key=lambda item: (-item[1], item[0]))[:most]


@dataclass(frozen=True, slots=True)
class Roll:
    """The actors, most active first; counted over so many events since the first day."""

    actors: tuple[Active, ...]
    events: int
    first: str | None
    cut: bool


def roll(ledger: Ledger, *, most: int = 100, **filters: Any) -> Roll:
    """Who acts and speaks, counted in the newest events and statements under the filters."""
    columns = ("sources", "source_code", "targets", "target_code", "reciprocal", "day")
    rows = ledger.columns("events", columns, limit=LISTED_FROM, status=EVERY, **filters)
    acts: Counter[Party] = Counter()
    suffers: Counter[Party] = Counter()
    says: Counter[Party] = Counter()
    for sources, source_code, targets, target_code, reciprocal, _ in rows:
        acts.update(parties(sources, source_code))
        (acts if reciprocal else suffers).update(parties(targets, target_code))
    for name, code in ledger.columns("statements", ("speaker", "speaker_code"), limit=LISTED_FROM, **filters):
        says.update(parties(name, code))
    found = [Active(p.name, p.key, acts[p], suffers[p], says[p]) for p in {*acts, *suffers, *says}]
    found.sort(key=lambda a: (-(a.acts + a.says), -a.suffers, a.name))
    days = [row[5] for row in rows if row[5]]
    return Roll(tuple(found[:most]), len(rows), min(days) if days else None, len(rows) == LISTED_FROM)


class Entry(NamedTuple):
    """An actor as one article has it."""

    name: str
    kind: str
    country: str | None
    code: str | None
    roles: str | None
    aliases: str | None
    day: str | None
    article: int

    def is_called(self, key: str) -> bool:
        """Is it the actor of the key, not another whose name holds the word or whose code begins so?"""
        if key.isupper() and key.isalnum():
            return self.code == key or (self.country == key and self.kind == "state")
        folded = key.casefold()
        return self.name.casefold() == folded or folded in (self.aliases or "").casefold().split(BETWEEN)


PARTIES = ("sources", "source_code", "targets", "target_code", "reciprocal", "quad")


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A role as articles gave it: from the first to the last day it was written, in so many articles."""

    role: str
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """One actor; `names` with how many articles use them, `others` those it meets in events (cooperation, conflict)."""

    key: str
    name: str
    kinds: tuple[str, ...]
    country: str | None
    codes: tuple[str, ...]
    names: tuple[tuple[str, int], ...]
    roles: tuple[RoleSpan, ...]
    others: tuple[tuple[Party, int, int], ...]
    events: tuple[Found, ...]
    statements: tuple[Found, ...]
    positions: tuple[Found, ...]
    meetings: tuple[Found, ...]
    articles: int
    cut: bool


def portrait(ledger: Ledger, key: str, **filters: Any) -> Portrait:
    """What the newest rows tell of the actor under a name or code."""
    cast = [Entry(*row) for row in ledger.columns("actors", Entry._fields, actor=key, limit=LOOKED_AT, **filters)]
    own = [e for e in cast if e.is_called(key)] or cast
    names: Counter[str] = Counter()
    for e in own:
        names.update({e.name, *(e.aliases or "").split(BETWEEN)} - {""})
    events = ledger.columns("events", PARTIES, actor=key, status=EVERY, limit=LOOKED_AT, **filters)
    return Portrait(
        key=key,
        name=_first((e.name for e in own), key),
        kinds=tuple(k.replace("_", " ") for k, _ in Counter(e.kind for e in own).most_common(2)),
        country=_first((e.country for e in own), None),
        codes=tuple(c for c, _ in Counter(e.code for e in own if e.code).most_common(4)),
        names=tuple(names.most_common(12)),
        roles=tuple(_roles(own)),
        others=tuple(_others(events, {key, *names})),
        events=tuple(ledger.find("events", actor=key, status=EVERY, limit=SHOWN, **filters)),
        statements=tuple(ledger.find("statements", by=key, limit=SHOWN, **filters)),
        positions=tuple(ledger.find("positions", by=key, limit=SHOWN, **filters)),
        meetings=tuple(ledger.find("meetings", actor=key, status=("scheduled", "postponed"), limit=5, **filters)),
        articles=len({e.article for e in own}),
        cut=len(cast) == LOOKED_AT,
    )


def _first(values: Any, default: Any) -> Any:
    """The value met most often."""
    counted = Counter(v for v in values if v)
    return counted.most_common(1)[0][0] if counted else default


def _roles(own: list[Entry]) -> list[RoleSpan]:
    """Roles in order of their last day, the latest first."""
    days: dict[str, list[str | None]] = {}
    for e in own:
        for role in (e.roles or "").split(BETWEEN):
            if role:
                days.setdefault(role, []).append(e.day)
    spans = []
    for role, seen in days.items():
        dated = sorted(d for d in seen if d)
        spans.append(RoleSpan(role, dated[0] if dated else None, dated[-1] if dated else None, len(seen)))
    return sorted(spans, key=lambda s: (s.last or "", s.articles), reverse=True)[:20]


def _others(events: list[tuple[Any, ...]], own: set[str]) -> list[tuple[Party, int, int]]:
    """Whom it shares events with, by number."""
    with_: Counter[Party] = Counter()
    against: Counter[Party] = Counter()
    for sources, source_code, targets, target_code, reciprocal, quad in events:
        for side, other in _sides(parties(sources, source_code), parties(targets, target_code), reciprocal):
            if any(p.key in own or p.name in own for p in side):
                others = {p for p in other if p.key not in own and p.name not in own}
                (against if quad in (3, 4) else with_).update(others)
    total = with_ + against
    ranked = sorted(total, key=lambda p: (-total[p], p.name))
    return [(p, with_[p], against[p]) for p in ranked[:15]]


def _sides(
    sources: tuple[Party, ...], targets: tuple[Party, ...], reciprocal: bool
) -> list[tuple[tuple[Party, ...], tuple[Party, ...]]]:
    """Who stands opposite whom; in a reciprocal event each beside all others."""
    if reciprocal:
        every = (*sources, *targets)
        return [(every, every)]
    return [(sources, targets), (targets, sources)]
