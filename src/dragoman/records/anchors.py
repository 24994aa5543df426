"""The anchor: every span of a record lies inside the text and holds at least one character."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import AnchorError
from dragoman.records.reading import Reading
from dragoman.records.spans import Span


def spans_of(reading: Reading) -> Iterator[tuple[str, Span | None]]:
    """(record id or part, span) for every span that is written."""
    for b in reading.blocks:
        yield "blocks", b.span
    for t in reading.times:
        yield "times", t.span
    for p in reading.places:
        yield "places", p.span
    for a in reading.actors:
        yield from ((a.id, m.span) for m in a.mentions)
    for s in reading.statements:
        yield from ((s.id, x) for x in (*s.source, *s.cue, *s.content))
    for e in reading.events:
        yield from ((e.id, x) for x in (e.trigger, e.object, e.condition, *e.evidence))
    for q in reading.positions:
        yield from ((q.id, x) for x in (q.proposition, q.condition, q.evidence))
    for j in reading.assessments:
        yield from ((j.id, x) for x in (j.span, j.evidence))
    for f in reading.figures:
        yield f.id, f.span
    for m in reading.meetings:
        yield from ((m.id, x) for x in (m.agenda, *m.evidence))
    for r in reading.relations:
        yield r.id, r.cue


def check_anchors(reading: Reading) -> Reading:
    """The reading itself; raises AnchorError for a span outside the text or empty, and for a reference to nothing."""
    size = len(reading.article.text)
    for where, span in spans_of(reading):
        if span is not None and not 0 <= span.start < span.end <= size:
            raise AnchorError(f"{where}: the span {span.start}:{span.end} is not in a text of {size} characters")
    for record, kind, target in references_of(reading):
        if target not in kind:
            raise AnchorError(f"{record}: points to {target}, which is not in the record")
    return reading


def references_of(reading: Reading) -> Iterator[tuple[str, frozenset[str], str]]:
    """(record id, ids it may point to, id it points to) for every reference that is written."""
    actors = frozenset(a.id for a in reading.actors)
    said = frozenset(s.id for s in reading.statements)
    for a in reading.actors:
        yield from ((a.id, actors, m) for m in a.members)
    for s in reading.statements:
        yield from ((s.id, actors, x) for x in (s.speaker, s.addressee) if x)
        if s.relayed_by:
            yield s.id, actors | said, s.relayed_by
    for e in reading.events:
        yield from ((e.id, actors, x) for x in (*e.source, *e.target))
        if e.said_in:
            yield e.id, said, e.said_in
    for m in reading.meetings:
        yield from ((m.id, actors, x) for x in m.participants)
    for p in reading.positions:
        yield from ((p.id, actors, x) for x in (p.actor, p.toward) if x)
        yield from ((p.id, said, x) for x in (p.said_in,) if x)
    for j in reading.assessments:
        yield j.id, actors | {"author"}, j.holder
        yield from ((j.id, said, x) for x in (j.said_in,) if x)
    for f in reading.figures:
        yield from ((f.id, actors, x) for x in (f.of,) if x)
        yield from ((f.id, said, x) for x in (f.said_in,) if x)
