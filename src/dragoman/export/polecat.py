"""POLECAT event files: 40 columns with a header, tab-separated, no quoting, an empty cell is the word None.

The event is in PLOVER terms, with the manual's intensity. The day of the act is written only where the text gives it:
the day of the report has a column of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from dragoman.export.cells import joined
from dragoman.export.contract import Format, Order, Tally
from dragoman.export.days import day_of
from dragoman.export.dyads import Dyad, Parts, dyads, parts_of
from dragoman.export.geography import Where, where_of
from dragoman.export.scene import Scene
from dragoman.export.tsv import Column, Value, fields_of, line, write_header
from dragoman.lexicon.formats import FormatIndex
from dragoman.records import Actor, Reading

NULL = "None"
#: Bodies that PLOVER names in place of a state (manual, actors), by the beginning of what stands behind IGO.
NAMED_BODIES = (("UNO", "UNO"), ("EUREEC", "EUR"))
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
PEOPLE = frozenset({"person"})
#: Names of a story at most: every row of an article repeats them.
MOST_NAMES = 100
BODIES = frozenset({"agency", "organisation", "armed_group", "military", "media"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A dyad with what its columns look up more than once."""

    dyad: Dyad
    order: Order
    source: Parts
    target: Parts
    where: Where
    story: dict[str, str | None]

    def side(self, target: bool) -> tuple[Actor | None, Parts]:
        return (self.dyad.target, self.target) if target else (self.dyad.source, self.source)


def _name(row: Line, target: bool) -> Value:
    actor, _ = row.side(target)
    return actor.name if actor else None


def _country(row: Line, target: bool) -> Value:
    _, parts = row.side(target)
    if parts.body == "IGO" and parts.named:
        return next((name for start, name in NAMED_BODIES if parts.named.startswith(start)), "IGO")
    return state_of(parts.country, row.order.codes) or parts.body


def state_of(country: str | None, codes: FormatIndex) -> str | None:
    """The state; of a dependency the one it belongs to (PLOVER manual, actors)."""
    return codes.states.get(country, country) if country is not None else None


def _cow(row: Line, target: bool) -> Value:
    codes = row.order.codes
    return codes.cow.get(state_of(row.side(target)[1].country, codes) or "")


def sectors_of(actor: Actor | None, parts: Parts) -> tuple[str, ...]:
    """The sectors of the code; a state acts through its government."""
    return parts.sectors or (("GOV",) if actor is not None and actor.kind == "state" else ())


def _primary(row: Line, target: bool) -> Value:
    return next(iter(sectors_of(*row.side(target))), None)


def _sectors(row: Line, target: bool) -> Value:
    return joined(sectors_of(*row.side(target))) or None


def _title(row: Line, target: bool) -> Value:
    actor, _ = row.side(target)
    return next((role.title for role in actor.roles), None) if actor else None


def _raw(row: Line, target: bool) -> Value:
    """The words by which the report names the actor where it tells of the act, else where it first names it."""
    actor, _ = row.side(target)
    if actor is None or not actor.mentions or row.order.text == "none":
        return None
    scene = row.dyad.scene
    told = (scene.mention_in(actor, evidence) for evidence in row.dyad.event.evidence)
    return scene.quote([next((span for span in told if span is not None), actor.mentions[0].span)])


def _story(what: str) -> Callable[[Line], Value]:
    return lambda row: row.story[what]


def story_of(scene: Scene) -> dict[str, str | None]:
    """Persons, bodies and places of the article, in order; the same for all its rows."""
    actors, places = scene.reading.actors, scene.reading.places
    lists = {
        "people": (actor.name for actor in actors if actor.kind in PEOPLE),
        "bodies": (actor.name for actor in actors if actor.kind in BODIES),
        "places": dict.fromkeys(place.name for place in places if place.role == "location"),
    }
    return {what: joined(list(islice(names, MOST_NAMES))) or None for what, names in lists.items()}


def _raw_place(row: Line) -> Value:
    place = row.dyad.scene.place(row.dyad.event)
    return row.dyad.scene.quote([place.span]) if place is not None and row.order.text != "none" else None


def _day(row: Line) -> Value:
    day = row.dyad.day
    return day.isoformat() if day else None


def _published(row: Line) -> Value:
    day = day_of(row.dyad.scene.article.published)
    return day.isoformat() if day else None


def _version(row: Line) -> Value:
    return "dragoman-" + dict(row.order.edition).get("version", "unknown")


def _side(word: str, *, target: bool) -> tuple[Column[Line], ...]:
    """The eight columns of one side."""
    where = "event target" if target else "event source"
    return (
        Column(f"{word} Name", "text", "who" if not target else "on whom", where, lambda r: _name(r, target)),
        Column(f"{word} Country", "text", "ISO 3166-1 alpha-3 (of a dependency, its state), or IGO, UNO, EUR, NGO, "
               "IMG, MNC", "actor country, code", lambda r: _country(r, target)),
        Column(f"{word} COW", "integer", "number of the state, Correlates of War", "country_codes table",
               lambda r: _cow(r, target)),
        Column(f"Primary {word} Sector", "text", "first sector, PLOVER; GOV for a state", "actor code",
               lambda r: _primary(r, target)),
        Column(f"{word} Sectors", "list, ;", "all sectors", "actor code", lambda r: _sectors(r, target)),
        Column(f"{word} Title", "text", "office or function that the text gives", "actor roles",
               lambda r: _title(r, target)),
        Column(f"{word} Name Raw", "text", "the words of the report for it; None with --text none", "actor mentions",
               lambda r: _raw(r, target)),
        Column(f"Wikipedia {word} ID", "text", "always None: the record has no links to Wikipedia", "none",
               lambda row: None),
    )  # fmt: skip


COLUMNS: tuple[Column[Line], ...] = (
    Column("Event ID", "text", "id of the event record; equal for all rows of one event", "event id",
           lambda r: r.dyad.event.id),
    Column("Event Date", "day", "day of the act, where the text gives it; None for an act to come", "begin, else end",
           _day),
    Column("Event Type", "text", "PLOVER type; an act to come is AGREE or CONCEDE", "plover, status",
           lambda r: r.dyad.code.plover),
    Column("Event Mode", "text", "PLOVER mode", "mode", lambda r: r.dyad.code.mode),
    Column("Intensity", "number", "PLOVER manual's score of type and mode", "plover and modes tables",
           lambda r: r.order.codes.intensity(r.dyad.code.plover, r.dyad.code.mode)),
    Column("Quad Code", "text", "VERBAL or MATERIAL, COOPERATION or CONFLICT", "plover table",
           lambda r: QUADS.get(r.order.codes.quads.get(r.dyad.code.plover, 0))),
    Column("Contexts", "list, ;", "PLOVER contexts", "contexts", lambda r: joined(r.dyad.event.contexts) or None),
    *_side("Actor", target=False),
    *_side("Recipient", target=True),
    Column("Placename", "text", "where the act was", "place name", lambda r: r.where.name),
    Column("City", "text", "the town or site, where so fine", "place name", lambda r: r.where.city),
    Column("District", "text", "always None: the record has no districts", "none", lambda r: None),
    Column("Province", "text", "the region, where it is in one state", "place name", lambda r: r.where.province),
    Column("Country", "text", "ISO 3166-1 alpha-3 of the place", "place country",
           lambda r: (p.country if (p := r.dyad.scene.place(r.dyad.event)) else None)),
    Column("Latitude", "number", "degrees north; None where only the country is known", "place", lambda r: r.where.lat),
    Column("Longitude", "number", "degrees east; None where only the country is known", "place", lambda r: r.where.lon),
    Column("GeoNames ID", "integer", "id of the place in GeoNames", "place geonameid", lambda r: r.where.geonameid),
    Column("Raw Placename", "text", "the words of the report for it; None with --text none", "place span", _raw_place),
    Column("Feature Type", "text", "always None: the record has no GeoNames feature codes", "none", lambda r: None),
    Column("Source", "text", "the outlet", "article source", lambda r: r.dyad.scene.article.source),
    Column("Publication Date", "day", "day of publication", "article published", _published),
    Column("Story People", "list, ;", "the first hundred persons of the article", "actors", _story("people")),
    Column("Story Organizations", "list, ;", "the first hundred bodies of the article", "actors", _story("bodies")),
    Column("Story Locations", "list, ;", "the first hundred places that locate", "places", _story("places")),
    Column("Language", "text", "ISO 639 code of the article's language", "article language",
           lambda r: r.dyad.scene.article.language),
    Column("Version", "text", "reader and version", "edition", _version),
)  # fmt: skip


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """The header, then a row for each pair of parties of each event asked for."""
    tally, codes = Tally(), order.codes
    write_header(COLUMNS, stream)
    scene, story = None, dict[str, str | None]()
    for dyad in dyads(readings, order, tally):
        if dyad.scene is not scene:
            scene, story = dyad.scene, story_of(dyad.scene)
        row = Line(
            dyad=dyad,
            order=order,
            source=parts_of(dyad.source, codes),
            target=parts_of(dyad.target, codes),
            where=where_of(dyad.scene.place(dyad.event), codes),
            story=story,
        )
        stream.write(line(COLUMNS, row, null=NULL))
        tally.written += 1
    return tally


FORMAT = Format(
    name="polecat",
    title="POLECAT events (TSV)",
    suffix=".tsv",
    write=write,
    pairs=True,
    fields=fields_of(COLUMNS, NULL),
    text="quote",
    note="One row for each actor and recipient; a mutual act is two rows under one Event ID.",
)
