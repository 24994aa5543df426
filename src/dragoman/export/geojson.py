"""GeoJSON (RFC 7946): a point for each event that is located; longitude before latitude, WGS 84.

Only places that locate give points: a capital that stands for its government does not. `precision` says what a point
is (a town, the middle of a country); an event without a place is left out and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from dragoman.export import rights
from dragoman.export.cells import safe
from dragoman.export.contract import Field, Format, Kind, Order, Tally
from dragoman.export.scene import Scene, events_asked
from dragoman.records import Event, Place, Reading
from dragoman.records.codec import dump

Property = tuple[str, str, str, str, Callable[[Scene, Event, Place, Order], Any]]


def _names(scene: Scene, ids: Iterable[str]) -> list[str]:
    return [safe(actor.name) for actor in scene.parties(ids)]


def _evidence(event: Event) -> tuple[Any, ...]:
    return event.evidence or (event.trigger,)


PROPERTIES: tuple[Property, ...] = (
    ("plover", "text", "PLOVER type of the act itself; read it with the status", "Event.plover",
     lambda s, e, p, o: e.plover),
    ("mode", "text", "PLOVER mode", "Event.mode", lambda s, e, p, o: e.mode),
    ("cameo", "text", "CAMEO code", "Event.cameo", lambda s, e, p, o: e.cameo),
    ("quad", "integer", "1 verbal cooperation … 4 material conflict", "Event.quad", lambda s, e, p, o: e.quad),
    ("status", "text", "whether it happened", "Event.status", lambda s, e, p, o: e.status),
    ("source", "list", "names of who acts", "Event.source", lambda s, e, p, o: _names(s, e.source)),
    ("target", "list", "names of on whom", "Event.target", lambda s, e, p, o: _names(s, e.target)),
    ("begin", "text", "first day or moment", "Event.begin", lambda s, e, p, o: e.begin),
    ("end", "text", "last day or moment", "Event.end", lambda s, e, p, o: e.end),
    ("place", "text", "name of the place", "Place.name", lambda s, e, p, o: safe(p.name)),
    ("country", "text", "its state, ISO 3166-1 alpha-3", "Place.country", lambda s, e, p, o: p.country),
    ("precision", "text", "what the point stands for: point, city, region, country, line or unknown",
     "Place.precision", lambda s, e, p, o: p.precision),
    ("geonameid", "integer", "id in GeoNames", "Place.geonameid", lambda s, e, p, o: p.geonameid),
    ("role", "text", "always location: a metonym or demonym puts nothing on a map", "Place.role",
     lambda s, e, p, o: p.role),
    ("article", "text", "id of the article", "Article.id", lambda s, e, p, o: s.article.id),
    ("outlet", "text", "who published it", "Article.source", lambda s, e, p, o: s.article.source),
    ("published", "text", "publication", "Article.published", lambda s, e, p, o: s.article.published),
    ("url", "text", "where it was published", "Article.url", lambda s, e, p, o: s.article.url),
    ("sha256", "text", "digest of the text that the spans count in", "Article.sha256",
     lambda s, e, p, o: s.article.sha256),
    ("evidence", "list of pairs", "spans of the clauses that tell of it", "Event.evidence",
     lambda s, e, p, o: [list(span) for span in _evidence(e)]),
    ("quote", "text", "their words; not with --text none", "Article.text",
     lambda s, e, p, o: rights.quoted(s, _evidence(e), o.text)),
    ("sentence", "text", "the sentence around them; with --text sentence and full", "Article.text",
     lambda s, e, p, o: rights.sentence(s, _evidence(e), o.text)),
)  # fmt: skip


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """One FeatureCollection, a feature a line."""
    tally = Tally()
    stream.write(b'{"type":"FeatureCollection","features":[')
    for scene, event in events_asked(readings, order):
        place = scene.place(event)
        if place is None or place.lat is None or place.lon is None:
            tally.leave("no place that locates it")
            continue
        stream.write((b",\n" if tally.written else b"\n") + dump(_feature(scene, event, place, order)))
        tally.written += 1
    stream.write(b"\n]}\n")
    return tally


def _feature(scene: Scene, event: Event, place: Place, order: Order) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {name: of(scene, event, place, order) for name, _, _, _, of in PROPERTIES},
    }


def fields(kind: Kind) -> tuple[Field, ...]:
    """The properties of a feature, with its id and point before them."""
    head = (
        Field(name="id", type="text", meaning="id of the event record", source="Event.id", null="never null"),
        Field(name="geometry", type="Point", meaning="[longitude, latitude]", source="Place.lon, lat",
              null="never null: an event without a place is left out"),
    )  # fmt: skip
    return head + tuple(
        Field(name=name, type=type, meaning=meaning, source=source, null="null")
        for name, type, meaning, source, _ in PROPERTIES
    )


FORMAT = Format(
    name="geojson",
    title="GeoJSON points of located events",
    suffix=".geojson",
    write=write,
    fields=fields,
    text="sentence",
    note="An event without a place that locates it is left out and counted.",
)
