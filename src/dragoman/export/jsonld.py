"""schema.org in JSON-LD: each article (NewsArticle), what is quoted in it (Quotation), what happened (Event).

A Quotation is a direct or mixed statement, its text the words between the marks as far as the record has them. There
is no ClaimReview: whether something is true is not judged here. Meetings to come are Events with `eventStatus`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from dragoman.export import rights
from dragoman.export.cells import safe
from dragoman.export.contract import Field, Format, Kind, Order, Tally
from dragoman.export.scene import Scene
from dragoman.records import Actor, Event, Meeting, Place, Reading, Statement
from dragoman.records.codec import dump

CONTEXT = "https://schema.org"
QUOTED = frozenset({"direct", "mixed"})
#: schema.org's EventStatusType; it has no word for what was held, and none is written then.
MEETINGS = {"scheduled": "EventScheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled"}
FIELDS = (
    ("@id", "IRI", "urn:dragoman: and the record's id", "id", "never null"),
    ("NewsArticle.headline", "text", "headline; not with --text none", "Article.title", "left out"),
    ("NewsArticle.datePublished", "text", "publication", "Article.published", "left out"),
    ("NewsArticle.url", "text", "where it was published", "Article.url", "left out"),
    ("NewsArticle.publisher", "Organization", "the outlet", "Article.source", "left out"),
    ("NewsArticle.inLanguage", "text", "ISO 639 code", "Article.language", "left out"),
    ("NewsArticle.identifier", "PropertyValue", "SHA-256 of the text", "Article.sha256", "never null"),
    ("Quotation.text", "text", "what is quoted; not with --text none", "Statement.content", "left out"),
    ("Quotation.creator", "Person or Organization", "who says it", "Statement.speaker", "left out"),
    ("Quotation.isPartOf", "IRI", "the article", "Article.id", "never null"),
    ("Quotation.position", "text", "spans in the article's text", "Statement.content", "never null"),
    ("Event.name", "text", "PLOVER type, mode, status (but occurred) and parties; of a meeting its body",
     "Event, Meeting", "never null"),
    ("Event.startDate, endDate", "text", "first and last day or moment", "Event.begin, end", "left out"),
    ("Event.location", "Place", "where it was, with its point", "Event.place", "left out"),
    ("Event.about", "list of Person or Organization", "of a deed: all parties, the acting side first",
     "Event.source, target", "left out"),
    ("Event.attendee", "list of Person or Organization", "of a meeting: who meets", "Meeting.participants",
     "left out"),
    ("Event.eventStatus", "IRI", "of meetings to come: scheduled, postponed, cancelled", "Meeting.status",
     "left out"),
    ("Event.subjectOf", "IRI", "the article", "Article.id", "never null"),
    ("Event.description", "text", "the sentence or words that tell of it; by --text", "Event.evidence", "left out"),
)  # fmt: skip


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """One document with a `@graph`, a node a line."""
    tally = Tally()
    stream.write(b'{"@context":' + dump(CONTEXT) + b',"@graph":[')
    for reading in readings:
        for node in _nodes(Scene(reading), order):
            stream.write((b",\n" if tally.written else b"\n") + dump(node))
            tally.written += 1
    stream.write(b"\n]}\n")
    return tally


def _nodes(scene: Scene, order: Order) -> Iterator[dict[str, Any]]:
    yield _article(scene, order)
    for statement in scene.reading.statements:
        if statement.kind in QUOTED:
            yield _quotation(scene, statement, order)
    for event in scene.reading.events:
        if event.status in order.statuses:
            name = " ".join(part for part in (event.plover, event.mode) if part)
            if event.status != "occurred":
                name += f" ({event.status})"
            yield _event(scene, event, name, (*event.source, *event.target), order)
    for meeting in scene.reading.meetings:
        if order.meeting_statuses is None or meeting.status in order.meeting_statuses:
            yield _event(scene, meeting, meeting.body or "meeting", meeting.participants, order)


def _iri(key: str) -> str:
    return f"urn:dragoman:{key}"


def _known(**values: Any) -> dict[str, Any]:
    """Only what is known; strings without what no file may hold."""
    return {k: safe(v) if isinstance(v, str) else v for k, v in values.items() if v not in (None, "", [])}


def _article(scene: Scene, order: Order) -> dict[str, Any]:
    a = scene.article
    publisher = {"@type": "Organization", "name": safe(a.source)} if a.source else None
    digest = {"@type": "PropertyValue", "propertyID": "SHA-256", "value": a.sha256}
    known = _known(headline=rights.title(scene, order.text), datePublished=a.published, url=a.url,
                   publisher=publisher, inLanguage=a.language, identifier=digest,
                   articleBody=rights.whole(scene, order.text))  # fmt: skip
    return {"@type": "NewsArticle", "@id": _iri(a.id), **known}


def _who(actor: Actor) -> dict[str, Any]:
    """A state is its government here, as in the record."""
    kinds = {"state": "GovernmentOrganization", "person": "Person"}
    kind = kinds.get(actor.kind, "Organization")
    return {"@type": kind, "name": safe(actor.name), **_known(identifier=actor.code)}


def _quotation(scene: Scene, s: Statement, order: Order) -> dict[str, Any]:
    speaker = scene.actors.get(s.speaker or "")
    spans = ";".join(f"{start}-{end}" for start, end in s.content)
    known = _known(text=rights.quoted(scene, s.content, order.text), creator=_who(speaker) if speaker else None,
                   position=spans)  # fmt: skip
    return {"@type": "Quotation", "@id": _iri(s.id), **known, "isPartOf": {"@id": _iri(scene.article.id)}}


def _event(scene: Scene, record: Event | Meeting, what: str, ids: Iterable[str], order: Order) -> dict[str, Any]:
    parties, place = scene.parties(ids), scene.place(record)
    told = rights.sentence(scene, record.evidence, order.text) or rights.quoted(scene, record.evidence, order.text)
    names = ", ".join(actor.name for actor in parties)
    known = _known(name=f"{what}: {names}" if names else what, startDate=record.begin, endDate=record.end,
                   location=_place(place) if place is not None else None, description=told,
                   **{"attendee" if isinstance(record, Meeting) else "about": [_who(a) for a in parties]})  # fmt: skip
    status = MEETINGS.get(record.status) if isinstance(record, Meeting) else None
    if status:
        known["eventStatus"] = f"https://schema.org/{status}"
    return {"@type": "Event", "@id": _iri(record.id), **known, "subjectOf": {"@id": _iri(scene.article.id)}}


def _place(place: Place) -> dict[str, Any]:
    geo = None
    if place.lat is not None and place.precision in ("city", "point"):
        geo = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return {"@type": "Place", **_known(name=place.name, geo=geo, address=place.country)}


def fields(kind: Kind) -> tuple[Field, ...]:
    """The properties of the nodes."""
    return tuple(Field(name=n, type=t, meaning=m, source=s, null=null) for n, t, m, s, null in FIELDS)


FORMAT = Format(
    name="jsonld",
    title="schema.org (JSON-LD)",
    suffix=".jsonld",
    write=write,
    fields=fields,
    aliases=("schema-org", "schema.org"),
    kinds=("articles",),
    text="quote",
    note="No claim is reviewed: there is no ClaimReview.",
)
