"""W3C Web Annotation (Recommendation of 2017, JSON-LD): every record as an annotation on the words that say so.

A target has two selectors: TextPositionSelector (offsets in code points of the article's text; the standard leaves
"character" open) and TextQuoteSelector (the exact words with 32 characters on either side). A quote alone may be
found again at a look-alike, so the digest of the text stands beside them (`dragoman:sha256`).

Events of other statuses than those asked for are left out; a record of several spans has as many targets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from dragoman.export.cells import safe
from dragoman.export.contract import Field, Format, Kind, Order, Tally
from dragoman.export.scene import Scene
from dragoman.records import Assessment, Event, Figure, Meeting, Position, Reading, Span, Statement
from dragoman.records.codec import dump

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dragoman": "urn:dragoman:"}]
#: Characters of TextQuoteSelector's prefix and suffix; what annotation clients commonly write.
AROUND = 32
Note = tuple[str, str, list[str], str, list[Span]]
"""id, motivation, tags, description, spans"""


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """One AnnotationCollection whose first page holds them all, an annotation a line."""
    tally = Tally()
    edition = {f"dragoman:{name}": value for name, value in order.edition}
    generator = {"type": "Software", "name": "dragoman", **edition}
    head = dump({"@context": CONTEXT, "id": "urn:dragoman:annotations", "type": "AnnotationCollection",
                 "label": "Records and the words that say so", "generator": generator})  # fmt: skip
    page = dump({"id": "urn:dragoman:annotations:1", "type": "AnnotationPage", "startIndex": 0})
    stream.write(head[:-1] + b',"first":' + page[:-1] + b',"items":[')
    for reading in readings:
        scene = Scene(reading)
        for note in _notes(scene, order):
            stream.write((b",\n" if tally.written else b"\n") + dump(_annotation(scene, note, order)))
            tally.written += 1
    stream.write(b"\n]}" + f',"total":{tally.written}}}\n'.encode())
    return tally


def _notes(scene: Scene, order: Order) -> Iterator[Note]:
    """Every record, with what is said of it; in the order of the contract."""
    reading, article = scene.reading, scene.article.id
    for actor in reading.actors:
        tags = [t for t in (actor.kind, actor.country, actor.code) if t]
        yield actor.id, "identifying", tags, actor.name, [m.span for m in actor.mentions]
    for at, place in enumerate(reading.places):
        tags = [t for t in (place.role, place.precision, place.country) if t]
        yield f"{article}:places.{at}", "identifying", tags, place.name, [place.span]
    for statement in reading.statements:
        yield _of_statement(scene, statement)
    for event in reading.events:
        if event.status in order.statuses:
            yield _of_event(scene, event)
    for position in reading.positions:
        yield _of_position(scene, position)
    for assessment in reading.assessments:
        yield _of_assessment(scene, assessment)
    for figure in reading.figures:
        yield _of_figure(figure)
    for meeting in reading.meetings:
        if order.meeting_statuses is None or meeting.status in order.meeting_statuses:
            yield _of_meeting(scene, meeting)


def _names(scene: Scene, ids: Iterable[str]) -> str:
    return ", ".join(actor.name for actor in scene.parties(ids))


def _to(left: str, sign: str, right: str) -> str:
    return " ".join(part for part in (left, sign if right else "", right) if part)


def _of_statement(scene: Scene, s: Statement) -> Note:
    said = _to(scene.name(s.speaker) or "", "to", scene.name(s.addressee) or "")
    return s.id, "describing", [t for t in (s.kind, s.form, s.capacity) if t], said, list(s.content)


def _of_event(scene: Scene, e: Event) -> Note:
    said = _to(_names(scene, e.source), "and" if e.reciprocal else "to", _names(scene, e.target))
    tags = [t for t in (e.plover, e.mode, e.cameo, e.status, e.modality) if t]
    return e.id, "classifying", tags, said, list(e.evidence or (e.trigger,))


def _of_position(scene: Scene, p: Position) -> Note:
    said = _to(scene.name(p.actor) or "", "toward", scene.name(p.toward) or "")
    return p.id, "classifying", [p.stance, p.issue], said, [p.evidence]


def _of_assessment(scene: Scene, a: Assessment) -> Note:
    holder = scene.name(a.holder) or a.holder
    return a.id, "assessing", [t for t in (a.kind, a.strength) if t], holder, [a.evidence]


def _of_figure(f: Figure) -> Note:
    low, high = f.quantity.low, f.quantity.high
    said = " to ".join(f"{x:g}" for x in dict.fromkeys(x for x in (low, high) if x is not None))
    return f.id, "describing", [t for t in (f.unit, f.what) if t], said, [f.span]


def _of_meeting(scene: Scene, m: Meeting) -> Note:
    return m.id, "classifying", ["meeting", m.status], m.body or _names(scene, m.participants), list(m.evidence)


def _annotation(scene: Scene, note: Note, order: Order) -> dict[str, Any]:
    key, motivation, tags, said, spans = note
    body = [{"type": "TextualBody", "purpose": "tagging", "value": safe(tag)} for tag in tags]
    if said:
        body.append({"type": "TextualBody", "purpose": "describing", "value": safe(said)})
    return {
        "id": f"urn:dragoman:{key}",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": [_target(scene, span, order) for span in spans],
    }


def _target(scene: Scene, span: Span, order: Order) -> dict[str, Any]:
    text, (start, end) = scene.text, span
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if order.text != "none":
        quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": text[start:end]}
        if order.text != "quote":
            quote |= {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
        selectors.append(quote)
    return {
        "source": scene.article.url or f"urn:dragoman:{scene.article.id}",
        "dragoman:article": scene.article.id,
        "dragoman:sha256": scene.article.sha256,
        "selector": selectors,
    }


FIELDS = (
    Field(name="id", type="IRI", meaning="urn:dragoman: and the record's id", source="id", null="never null"),
    Field(name="motivation", type="text", meaning="identifying (actors, places), describing (statements, figures), "
          "classifying (events, positions, meetings), assessing", source="the kind of record", null="never null"),
    Field(name="body[purpose=tagging]", type="text", meaning="codes: type, mode, status, stance, kind, country …",
          source="the record", null="left out"),
    Field(name="body[purpose=describing]", type="text", meaning="names: who, to whom, what place, how many",
          source="the record", null="left out"),
    Field(name="target[].source", type="IRI", meaning="URL of the article, else urn:dragoman: and its id",
          source="Article.url", null="never null"),
    Field(name="target[].selector TextPositionSelector", type="two integers", meaning="start, end: code points, half "
          "open", source="the record's spans", null="never null"),
    Field(name="target[].selector TextQuoteSelector", type="three texts", meaning="exact words; prefix and suffix "
          "of 32 characters with --text sentence and full", source="Article.text", null="left out with --text none"),
    Field(name="target[].dragoman:sha256", type="text", meaning="digest of the text that the offsets count in",
          source="Article.sha256", null="never null"),
)  # fmt: skip


def fields(kind: Kind) -> tuple[Field, ...]:
    """The properties of an annotation."""
    return FIELDS


FORMAT = Format(
    name="annotation",
    title="W3C Web Annotation (JSON-LD)",
    suffix=".jsonld",
    write=write,
    fields=fields,
    aliases=("annotations", "web-annotation", "webannotation"),
    kinds=("articles",),
    text="sentence",
    note="All kinds of records, each on its words.",
)
