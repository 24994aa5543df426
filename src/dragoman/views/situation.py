"""The situation an article describes, as rows: who said what, what happened, what is to come, and who they all are.

`situation(reading)` is what `dragoman read` shows on a terminal; a page or a notebook can render the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.records import Actor, Assessment, Event, Meeting, Position, Reading, Span, Statement
from dragoman.views.passage import Passage, passage
from dragoman.views.plain import plain
from dragoman.views.when import when

#: Statuses of what is no deed yet. A denied or remembered act is told among the deeds, under its own word.
TO_COME = frozenset({"scheduled", "considered", "conditional"})
MEETINGS_TO_COME = frozenset({"scheduled", "postponed", "cancelled"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The article: `published` with its basis, and how many records of each kind there are."""

    title: str
    outlet: str | None
    published: str | None
    basis: str
    article: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement: `how` is its kind and form, `through` the channel or venue, `relay` who reports that it was said."""

    id: str
    who: str | None
    capacity: str | None
    how: str
    words: str
    to: str | None
    through: str | None
    relay: str | None
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An event or a meeting: `kind` is what it is called (PLOVER type and mode, "meeting", "threat")."""

    id: str
    begin: str | None
    when: str
    who: str | None
    whom: str | None
    mutual: bool
    kind: str
    status: str
    said_by: str | None
    words: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A position: what `who` demands, refuses, offers … of `toward`; or an assessment, with its strength."""

    id: str
    who: str | None
    stance: str
    toward: str | None
    words: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An actor in brief; `said` and `did` count the records in which it speaks and acts."""

    id: str
    name: str
    what: str
    code: str | None
    mentions: int
    said: int
    did: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What was no record, at which step, and why."""

    stage: str
    reason: str
    words: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    head: Head
    said: tuple[Said, ...]
    happened: tuple[Act, ...]
    to_come: tuple[Act, ...]
    stands: tuple[Stand, ...]
    cast: tuple[Role, ...]
    left_out: tuple[LeftOut, ...]


def situation(reading: Reading) -> Situation:
    """The rows of one reading."""
    view = _View(reading)
    covered = [m.evidence for m in reading.meetings]
    events = [e for e in reading.events if not (e.plover == "CONSULT" and _inside(e, covered))]
    acts = [(view.start_of(e), view.act(e)) for e in events if e.status not in TO_COME]
    acts += [(view.start_of(m), view.meeting(m)) for m in reading.meetings if m.status not in MEETINGS_TO_COME]
    due = [(view.start_of(m), view.meeting(m)) for m in reading.meetings if m.status in MEETINGS_TO_COME]
    due += [(view.start_of(e), view.act(e)) for e in events if e.status in TO_COME or _stands(e)]
    return Situation(
        head=_head(reading),
        said=tuple(view.said(s) for s in reading.statements),
        happened=tuple(act for _, act in sorted(acts, key=lambda pair: pair[0])),
        to_come=tuple(act for _, act in sorted(due, key=lambda pair: (pair[1].begin or "9999", pair[0]))),
        stands=(*map(view.position_of, reading.positions), *map(view.assessment, reading.assessments)),
        cast=_cast(reading),
        left_out=tuple(
            LeftOut(stage=r.stage, reason=plain(r.reason), words=view.passage(r.span)) for r in reading.rejects
        ),
    )


def _stands(event: Event) -> bool:
    """A threat once spoken stands over what is to come."""
    return event.plover == "THREATEN" and event.status in {"occurred", "ongoing"}


def _inside(event: Event, evidence: list[tuple[Span, ...]]) -> bool:
    """Is the event the one a meeting was made from? (A meeting says more: who takes part, in which body.)"""
    return any(span.contains(event.trigger) for spans in evidence for span in spans)


class _View:
    """The reading with its actors and statements at hand."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.text = reading, reading.article.text
        self.actors = {a.id: a for a in reading.actors}
        self.statements = {s.id: s for s in reading.statements}

    def name(self, actor_id: str | None) -> str | None:
        actor = self.actors.get(actor_id) if actor_id else None
        return plain(actor.name) if actor else None

    def names(self, ids: tuple[str, ...]) -> str | None:
        return ", ".join(n for n in map(self.name, ids) if n) or None

    def passage(self, *spans: Span) -> Passage:
        return passage(self.text, spans, self.reading.blocks)

    def start_of(self, record: Event | Meeting) -> int:
        spans = (*record.evidence, record.trigger) if isinstance(record, Event) else record.evidence
        return min((s.start for s in spans), default=0)

    def said(self, s: Statement) -> Said:
        spans = s.content or s.cue or s.source
        relay = self.statements.get(s.relayed_by or "")
        return Said(
            id=s.id,
            who=self.name(s.speaker),
            capacity=s.capacity.replace("_", " ") if s.capacity else None,
            how=s.kind if s.form != "question" else f"{s.kind} question",
            words=" … ".join(plain(span.of(self.text)) for span in spans),
            to=self.name(s.addressee),
            through=plain(s.channel or s.venue or "") or None,
            relay=self.name(relay.speaker if relay else s.relayed_by),
            when=when(s.time.begin, s.time.end, s.time.value) if s.time else "",
        )

    def act(self, e: Event) -> Act:
        speaker = self.statements.get(e.said_in or "")
        return Act(
            id=e.id,
            begin=e.begin,
            when=when(e.begin, e.end),
            who=self.names(e.source),
            whom=self.names(e.target),
            mutual=e.reciprocal,
            kind=" ".join(filter(None, (e.plover or e.cameo, e.mode))),
            status=f"{e.status}, {e.modality}" if e.modality else e.status,
            said_by=self.name(speaker.speaker) if speaker else None,
            words=self.passage(e.trigger, *e.evidence) if not e.evidence else self._marked(e),
        )

    def _marked(self, e: Event) -> Passage:
        """The sentence of the evidence; what is marked is the trigger, object and condition, not the whole sentence."""
        marks = [e.trigger, *(span for span in (e.object, e.condition) if span)]
        inside = [m for m in marks if any(span.contains(m) for span in e.evidence)]
        return passage(self.text, inside or e.evidence, self.reading.blocks)

    def position_of(self, p: Position) -> Stand:
        return Stand(
            id=p.id,
            who=self.name(p.actor),
            stance=p.stance,
            toward=self.name(p.toward),
            words=self.passage(*(span for span in (p.proposition, p.condition) if span)),
        )

    def assessment(self, a: Assessment) -> Stand:
        return Stand(
            id=a.id,
            who="the report" if a.holder == "author" else self.name(a.holder),
            stance=f"{a.kind}, {a.strength}" if a.strength else a.kind,
            toward=None,
            words=self.passage(a.span),
        )

    def meeting(self, m: Meeting) -> Act:
        who, body = self.names(m.participants), plain(m.body) if m.body else None
        return Act(
            id=m.id,
            begin=m.begin,
            when=when(m.begin, m.end),
            who=who or body,
            whom=body if who and body != who else None,
            mutual=False,
            kind="MEETING",
            status=m.status,
            said_by=None,
            words=self.passage(*m.evidence),
        )


def _head(reading: Reading) -> Head:
    article = reading.article
    title = article.title or next((b.span.of(article.text) for b in reading.blocks if b.kind == "title"), "")
    outlet = " / ".join(part for part in (article.source, article.agency) if part)
    parts = ("actors", "statements", "events", "meetings", "positions", "assessments", "figures")
    counts = tuple((name, len(getattr(reading, name))) for name in parts if getattr(reading, name))
    return Head(
        title=plain(title) or "(no title)",
        outlet=plain(outlet) or None,
        published=moment_or_none(article.published),
        basis=article.published_basis,
        article=plain(article.id),
        counts=counts,
    )


def moment_or_none(published: str | None) -> str | None:
    return when(published, published) if published else None


def _cast(reading: Reading) -> tuple[Role, ...]:
    """The actors, those first who say and do most."""
    said = _counted(s.speaker for s in reading.statements)
    did = _counted(who for e in reading.events for who in (*e.source, *(e.target if e.reciprocal else ())))
    roles = [
        Role(
            id=a.id,
            name=plain(a.name),
            what=_what(a),
            code=a.code,
            mentions=len(a.mentions),
            said=said.get(a.id, 0),
            did=did.get(a.id, 0),
        )
        for a in reading.actors
    ]
    return tuple(sorted(roles, key=lambda r: (-(r.said + r.did), -r.mentions)))


def _counted(ids: Iterable[str | None]) -> dict[str, int]:
    out: dict[str, int] = {}
    for one in ids:
        if one:
            out[one] = out.get(one, 0) + 1
    return out


def _what(actor: Actor) -> str:
    """Title and organisation of a person, else kind and country."""
    if actor.roles:
        role = actor.roles[0]
        return plain(", ".join(part for part in (role.title, role.organisation or role.country) if part))
    return ", ".join(part for part in (actor.kind.replace("_", " "), actor.country) if part)
