"""Doubt: named signs that a record may be wrong, with points; the queue for judging is in their order.

It is no probability and is not calibrated. The points follow how often each sign's class stood among the wrong ones of
160 events that were read by eye (docs/how-wrong.md): type 18, parties 15, status 13, two acts in one 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from dragoman.records import Actor, Span
from dragoman.records.vocab import HAPPENED


class Sign(NamedTuple):
    name: str
    points: int
    meaning: str


SIGNS = (
    Sign("nobody-acts", 3, "no party, speaker or holder is named"),
    Sign(
        "stands-for-another", 2, "a party is meant there by a pronoun or a description only, its name stands elsewhere"
    ),
    Sign("no-code", 2, "a party is known by its words alone: it has neither country nor code"),
    Sign("nobody-acted-upon", 1, "no target is named"),
    Sign("undated", 1, "the text gives no day that could be resolved"),
    Sign("by-noun", 1, "a noun names the act, no verb tells it"),
    Sign("not-real", 1, "the act is scheduled, considered, conditional, denied or background"),
    Sign("hearsay", 1, "somebody is quoted as saying so"),
    Sign("long", 1, "the evidence is longer than 240 characters"),
    Sign("group", 1, "a party is a group whose members are not told"),
)
POINTS = {sign.name: sign.points for sign in SIGNS}
#: Characters from which a clause is long: about one in fourteen of 3,310 events of the development data is longer.
LONG = 240
SHOWN_FORMS = frozenset({"pronoun", "nominal"})


class Known(Protocol):
    """What must be known of the reading: its actors by id, and how one is mentioned in given spans (none: anywhere)."""

    actors: dict[str, Actor]

    def forms(self, actor: str, spans: Iterable[Span]) -> set[str]: ...


def doubts(known: Known, kind: str, record: Any) -> tuple[str, ...]:
    """The names of the signs that a record shows, in the order of SIGNS."""
    shown = set(_SIGNS_OF[kind](known, record)) if kind in _SIGNS_OF else set()
    return tuple(sign.name for sign in SIGNS if sign.name in shown)


def points(names: Iterable[str]) -> int:
    """The points of these signs together."""
    return sum(POINTS[name] for name in names)


def _event(known: Known, e: Any) -> Iterator[str]:
    yield from _parties(known, (*e.source, *e.target), e.evidence)
    if not e.source:
        yield "nobody-acts"
    if not e.target:
        yield "nobody-acted-upon"
    if e.begin is None and e.end is None:
        yield "undated"
    if any(name.startswith("triggers:") and "/noun" in name for name in e.because):
        yield "by-noun"
    if e.status not in HAPPENED:
        yield "not-real"
    if e.said_in:
        yield "hearsay"
    yield from _long(e.evidence)


def _statement(known: Known, s: Any) -> Iterator[str]:
    yield from _parties(known, filter(None, (s.speaker, s.addressee)), (*s.source, *s.cue, *s.content))
    if not s.speaker:
        yield "nobody-acts"
    if s.relayed_by:
        yield "hearsay"
    yield from _long(s.content)


def _position(known: Known, p: Any) -> Iterator[str]:
    yield from _parties(known, filter(None, (p.actor, p.toward)), (p.evidence,))
    if not p.toward:
        yield "nobody-acted-upon"
    yield from _long((p.evidence,))


def _assessment(known: Known, a: Any) -> Iterator[str]:
    yield from _parties(known, (a.holder,) if a.holder != "author" else (), (a.evidence,))
    yield from _long((a.evidence,))


def _meeting(known: Known, m: Any) -> Iterator[str]:
    yield from _parties(known, m.participants, m.evidence)
    if not m.participants:
        yield "nobody-acts"
    if len(m.participants) < 2 and not m.body:
        yield "nobody-acted-upon"
    if m.begin is None and m.end is None:
        yield "undated"
    yield from _long(m.evidence)


def _figure(known: Known, f: Any) -> Iterator[str]:
    yield from _parties(known, (f.of,) if f.of else (), ())
    if not f.unit and not f.what:
        yield "nobody-acted-upon"
    if f.said_in:
        yield "hearsay"


def _parties(known: Known, parties: Iterable[str], evidence: Iterable[Span]) -> Iterator[str]:
    spans = tuple(evidence)
    for key in parties:
        actor = known.actors.get(key)
        if actor is None:
            continue
        if actor.kind == "group" and not actor.members:
            yield "group"
        elif not actor.country and not actor.code:
            yield "no-code"
        forms = known.forms(key, spans)
        if forms and forms <= SHOWN_FORMS and "name" in known.forms(key, ()):
            yield "stands-for-another"


def _long(evidence: Iterable[Span]) -> Iterator[str]:
    if any(span.end - span.start > LONG for span in evidence):
        yield "long"


_SIGNS_OF = {
    "events": _event, "statements": _statement, "positions": _position, "assessments": _assessment,
    "meetings": _meeting, "figures": _figure,
}  # fmt: skip
