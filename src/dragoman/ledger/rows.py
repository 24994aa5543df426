"""Reading -> the rows that are stored of it: columns, words of the evidence, and terms to find each row by. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.ledger.days import first_day
from dragoman.ledger.doubts import doubts, points
from dragoman.ledger.schema import RECORDS, STATE, WHAT, columns_of
from dragoman.ledger.terms import BY, OF, TO, actor_terms, add_roles, place_terms, storable, text_term
from dragoman.records import (
    Actor,
    Assessment,
    Event,
    Figure,
    Meeting,
    Mention,
    Place,
    Position,
    Reading,
    Span,
    Statement,
)
from dragoman.records.codec import dump
from dragoman.records.spans import cover

#: Characters of evidence kept beside a record: an evidence is a clause or a sentence; a hostile one is the whole text.
LONGEST = 4000
#: A quotation and its cue further apart than this are shown without what stands between.
APART = 600
GAP = " … "


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record, ready to be stored; `terms` are the roles under each term (see terms.py)."""

    kind: str
    id: str
    day: str | None
    values: tuple[Any, ...]
    words: str
    json: str
    terms: dict[str, int]
    doubt: int
    what: str | None
    state: str | None


@dataclass(slots=True)
class Context:
    """A reading with its actors and statements by id."""

    reading: Reading
    actors: dict[str, Actor] = field(init=False)
    said: dict[str, Statement] = field(init=False)
    common: dict[str, int] = field(init=False)
    known: dict[str, set[str]] = field(init=False)
    mentions: dict[str, tuple[list[int], list[Mention], set[str]]] = field(init=False)

    def __post_init__(self) -> None:
        self.actors = {a.id: a for a in self.reading.actors}
        self.said = {s.id: s for s in self.reading.statements}
        self.common = dict.fromkeys(text_term("o", self.reading.article.source), OF)
        self.known, self.mentions = {}, {}

    def words(self, spans: Iterable[Span | None]) -> str:
        """The words under the spans, each once, in order of the text, on one line."""
        merged: list[Span] = []
        for span in sorted({s for s in spans if s}):
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        text = self.reading.article.text
        pieces = (" ".join(text[start : min(end, start + LONGEST)].split()) for start, end in merged)
        return storable(GAP.join(filter(None, pieces))[:LONGEST])

    def forms(self, actor: str, spans: Iterable[Span]) -> set[str]:
        """The forms of the mentions of an actor within these spans; without spans, of all."""
        if actor not in self.mentions:
            ordered = sorted(self.actors[actor].mentions, key=lambda m: m.span)
            self.mentions[actor] = ([m.span.start for m in ordered], ordered, {m.form for m in ordered})
        starts, ordered, every = self.mentions[actor]
        within = tuple(spans)
        if not within:
            return every
        held = (ordered[bisect_left(starts, s.start) : bisect_left(starts, s.end)] for s in within)
        return {m.form for s, found in zip(within, held, strict=True) for m in found if m.span.end <= s.end}

    def name(self, actor: str | None) -> str | None:
        """The name of an actor, None where the record does not have it."""
        found = self.actors.get(actor or "")
        return storable(found.name) if found else None

    def code(self, actor: str | None) -> str | None:
        """The CAMEO code of an actor, else its country."""
        found = self.actors.get(actor or "")
        return storable(code) if found and (code := found.code or found.country) else None

    def names(self, actors: Iterable[str]) -> str | None:
        """The names of several actors, `; ` between them."""
        return "; ".join(name for a in actors if (name := self.name(a))) or None

    def voice(self, said_in: str | None) -> str | None:
        """The name of who says what the record is said in."""
        statement = self.said.get(said_in or "")
        return self.name(statement.speaker) if statement else None

    def place(self, index: int | None) -> Place | None:
        """A place of the reading by its number, None where there is none of it."""
        places = self.reading.places
        return places[index] if index is not None and 0 <= index < len(places) else None

    def terms(
        self, actors: dict[str | None, int], place: Place | None = None, issue: str | None = None
    ) -> dict[str, int]:
        """Everything the record is found by; members of a group are found by its record too."""
        found = dict(self.common)
        for key, role in actors.items():
            actor = self.actors.get(key or "")
            if actor:
                for one in (actor.id, *actor.members):
                    add_roles(found, self._of_actor(one), role)
        if place:
            add_roles(found, place_terms(place), OF)
        add_roles(found, text_term("i", issue), OF)
        return found

    def _of_actor(self, key: str) -> set[str]:
        if key not in self.known:
            actor = self.actors.get(key)
            self.known[key] = actor_terms(actor) if actor else set()
        return self.known[key]


def rows_of(reading: Reading) -> Iterator[Row]:
    """A row for each record of the reading, kind by kind, in the order of the reading."""
    context = Context(reading)
    for kind in RECORDS:
        for record in getattr(reading, kind):
            yield row_of(context, kind, record)


def row_of(context: Context, kind: str, record: Any, *, as_read: Any = None) -> Row:
    """The row of one record. `as_read` is the machine's record where `record` is as judged by hand."""
    moments, values, spans, terms = MAKERS[kind](context, record)
    stored = tuple([v if not isinstance(v, str) or v.isascii() else storable(v) for v in values])
    what, state = CODED[kind]
    return Row(
        kind=kind,
        id=storable(record.id),
        day=first_day(*moments, context.reading.article.published),
        values=stored,
        words=context.words(spans) if spans else _named(stored),
        json=dump(record if as_read is None else as_read).decode(),
        terms=terms,
        doubt=points(doubts(context, kind, record)),
        what=None if what is None else stored[what],
        state=None if state is None else stored[state],
    )


def _named(values: tuple[Any, ...]) -> str:
    """An actor has no sentence of its own: what it is called stands for it."""
    name, _, _, _, roles, aliases, _ = values
    return "; ".join(filter(None, (name, roles, aliases)))


#: Where `type` and `status` stand among the columns of each kind.
CODED: dict[str, tuple[int | None, int | None]] = {
    kind: (
        columns_of(kind).index(WHAT[kind]) if kind in WHAT else None,
        columns_of(kind).index(STATE[kind]) if kind in STATE else None,
    )
    for kind in RECORDS
}


Made = tuple[tuple[str | None, ...], tuple[Any, ...], Iterable[Span | None], dict[str, int]]


def _event(c: Context, e: Event) -> Made:
    place = c.place(e.place)
    roles: dict[str | None, int] = {}
    for party in e.source:
        roles[party] = BY | TO if e.reciprocal else BY
    for party in e.target:
        roles[party] = roles.get(party, 0) | (BY | TO if e.reciprocal else TO)
    values = (
        e.plover, e.mode, ", ".join(e.contexts) or None, e.cameo, e.quad, e.goldstein, e.status, e.modality,
        int(e.reciprocal), e.begin, e.end, e.source_code, e.target_code, c.names(e.source), c.names(e.target),
        *_place(place), c.voice(e.said_in),
    )  # fmt: skip
    return (e.begin, e.end), values, (*e.evidence, e.trigger), c.terms(roles, place)


def _statement(c: Context, s: Statement) -> Made:
    relay = c.name(s.relayed_by) or c.voice(s.relayed_by)
    begin, end = (s.time.begin, s.time.end) if s.time else (None, None)
    values = (
        s.kind, s.form, c.name(s.speaker), c.code(s.speaker), s.capacity, c.name(s.addressee), s.channel, s.venue,
        begin, end, relay, c.words(s.content),
    )  # fmt: skip
    spans = (*s.source, *s.cue, *s.content)
    whole = cover(spans) if spans else None
    near = (whole,) if whole and whole.end - whole.start <= APART else spans
    return (begin, end), values, near, c.terms({s.speaker: BY, s.addressee: TO})


def _position(c: Context, p: Position) -> Made:
    values = (
        c.name(p.actor), c.code(p.actor), p.stance, p.issue, c.name(p.toward), c.code(p.toward),
        c.words((p.proposition,)), c.words((p.condition,)) or None, c.voice(p.said_in),
    )  # fmt: skip
    terms = c.terms({p.toward: TO} | {p.actor: BY}, issue=p.issue)
    return _said(c, p.said_in), values, (p.evidence,), terms


def _assessment(c: Context, a: Assessment) -> Made:
    author = a.holder == "author"
    holder = "author" if author else c.name(a.holder)
    values = (holder, c.code(a.holder), a.kind, a.strength, a.about, c.words((a.span,)), c.voice(a.said_in))
    return _said(c, a.said_in), values, (a.evidence,), c.terms({a.holder: BY}, issue=a.about)


def _meeting(c: Context, m: Meeting) -> Made:
    place = c.place(m.place)
    agenda = c.words((m.agenda,)) or None
    values = (m.status, c.names(m.participants), m.body, m.begin, m.end, agenda, *_place(place))
    terms = c.terms(dict.fromkeys(m.participants, BY | TO), place)
    add_roles(terms, text_term("n", m.body), OF)
    return (m.begin, m.end), values, m.evidence, terms


def _figure(c: Context, f: Figure) -> Made:
    begin, end = (f.time.begin, f.time.end) if f.time else (None, None)
    q = f.quantity
    values = (
        q.low, q.high, int(q.approximate), f.unit, f.what, c.name(f.of), c.code(f.of), begin, end, c.voice(f.said_in),
    )  # fmt: skip
    return (begin, end), values, (around(c.reading, f.span),), c.terms({f.of: OF})


def _actor(c: Context, a: Actor) -> Made:
    roles = "; ".join(" ".join(filter(None, (r.title, r.organisation, r.country))) for r in a.roles) or None
    values = (a.name, a.kind, a.country, a.code, roles, "; ".join(a.aliases) or None, len(a.mentions))
    terms = c.terms({a.id: OF})
    for alias in a.aliases:
        add_roles(terms, text_term("n", alias), OF)
    return (), values, (), terms


def _place(place: Place | None) -> tuple[Any, ...]:
    return (place.name, place.country, place.lat, place.lon) if place else (None, None, None, None)


def _said(c: Context, said_in: str | None) -> tuple[str | None, ...]:
    """What was wanted or thought has the day on which it was said."""
    statement = c.said.get(said_in or "")
    return (statement.time.begin, statement.time.end) if statement and statement.time else ()


#: Characters shown on either side of a figure, whose span is the number alone.
REACH = 120
ENDS = (". ", "? ", "! ", "\n")


def around(reading: Reading, span: Span) -> Span:
    """The span with the words beside it, no further than its sentence and block."""
    text = reading.article.text
    low, high = max(0, span.start - REACH), min(len(text), span.end + REACH)
    start = max(
        (text.rfind(end, low, span.start) + len(end) for end in ENDS if end in text[low : span.start]), default=0
    )
    stops = [at for end in ENDS if (at := text.find(end, span.end, high)) >= 0]
    if not start:
        start = low if low == 0 else max(low, text.find(" ", low, span.start) + 1)
    end = min(stops) + 1 if stops else high if high == len(text) else max(span.end, text.rfind(" ", span.end, high))
    return Span(start, end)


#: How the row of each kind is made: the moments it may be dated by, its columns, its evidence, its terms.
MAKERS: dict[str, Callable[[Context, Any], Made]] = {
    "events": _event, "statements": _statement, "positions": _position, "assessments": _assessment,
    "meetings": _meeting, "figures": _figure, "actors": _actor,
}  # fmt: skip
