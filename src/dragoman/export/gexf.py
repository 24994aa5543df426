"""GEXF 1.3, the network of actors for Gephi: who did how much to whom, and when.

A node is an actor: a state by its code, anybody else by name, kind and state, over all articles. An edge counts the
events from one to another; a mutual act counts both ways. Edges bear the days of their events (`start`, `end`, or
`spells` where there are gaps). An event without two parties makes no edge and is counted as left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, islice
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from dragoman.export.cells import safe
from dragoman.export.contract import Field, Format, Kind, Order, Tally
from dragoman.export.days import day_of
from dragoman.export.dyads import pairs
from dragoman.export.scene import Scene, events_asked
from dragoman.export.shelf import Shelf, shelf
from dragoman.records import Actor, Event, Reading
from dragoman.views.plain import plain

NODE = (
    ("kind", "string", "person, state, agency, organisation, armed_group …", "Actor.kind"),
    ("country", "string", "ISO 3166-1 alpha-3", "Actor.country"),
    ("code", "string", "CAMEO actor code", "Actor.code"),
)
EDGE = (
    ("first", "string", "day of its first dated event", "Event.begin"),
    ("last", "string", "day of its last dated event", "Event.begin"),
    ("verbal_cooperation", "integer", "events of quad class 1", "Event.quad"),
    ("material_cooperation", "integer", "events of quad class 2", "Event.quad"),
    ("verbal_conflict", "integer", "events of quad class 3", "Event.quad"),
    ("material_conflict", "integer", "events of quad class 4", "Event.quad"),
    ("goldstein", "double", "sum of the Goldstein values", "Event.goldstein"),
)
DAYS = "SELECT DISTINCT day FROM rows WHERE source = ? AND target = ? AND day IS NOT NULL ORDER BY day"
#: Spells of an edge at most; an edge with more has its first and last day.
MOST_SPELLS = 2000


def key_of(actor: Actor) -> str:
    """Two actors of two articles are one node where their keys are alike."""
    if actor.kind == "state" and actor.country:
        return f"state {actor.country}"
    return f"{actor.kind} {actor.country or ''} {plain(actor.name).casefold()}"


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """Nodes and edges in the order in which they first come; `written` counts edges."""
    tally = Tally()
    with shelf("key, label, kind, country, code") as nodes, shelf("source, target, day, quad, goldstein") as edges:
        for scene, event in events_asked(readings, order):
            _set_aside(scene, event, nodes, edges, tally)
        _put(stream, '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">')
        _put(stream, f"<meta><creator>dragoman {dict(order.edition).get('version', '')}</creator></meta>")
        _put(
            stream, '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">'
        )
        for kind, attributes in (("node", NODE), ("edge", EDGE)):
            _put(stream, f'<attributes class="{kind}" mode="static">')
            for name, type, _, _ in attributes:
                _put(stream, f'<attribute id="{name}" title="{name}" type="{type}"/>')
            _put(stream, "</attributes>")
        _put(stream, "<nodes>")
        for text in _nodes(nodes):
            _put(stream, text)
        _put(stream, "</nodes>\n<edges>")
        for text in _edges(nodes, edges):
            _put(stream, text)
            tally.written += 1
        _put(stream, "</edges>\n</graph>\n</gexf>")
    return tally


def _set_aside(scene: Scene, event: Event, nodes: Shelf, edges: Shelf, tally: Tally) -> None:
    day = day_of(event.begin or event.end)
    found = [(a, b) for a, b in pairs(scene, event) if a is not None and b is not None and key_of(a) != key_of(b)]
    if not found:
        tally.leave("no two parties")
    for source, target in found:
        for actor in (source, target):
            nodes.put(key_of(actor), plain(actor.name), actor.kind, actor.country, actor.code)
        edges.put(key_of(source), key_of(target), day.isoformat() if day else None, event.quad, event.goldstein)


def _nodes(nodes: Shelf) -> Iterator[str]:
    """A node for each key, with the name and code it first had; its id is a number in order of coming."""
    nodes.run("CREATE TABLE numbers (id INTEGER PRIMARY KEY, key TEXT UNIQUE)")
    nodes.run("INSERT INTO numbers (key) SELECT key FROM rows GROUP BY key ORDER BY MIN(rowid)")
    told = nodes.take(
        "SELECT id, label, kind, country, code FROM numbers "
        "JOIN (SELECT key, MIN(rowid) AS first FROM rows GROUP BY key) USING (key) "
        "JOIN rows ON rows.rowid = first ORDER BY id"
    )
    for number, label, *values in told:
        names = [name for name, *_ in NODE]
        yield f'<node id="{number}" label={_attribute(label)}>{_values(zip(names, values, strict=True))}</node>'


def _edges(nodes: Shelf, edges: Shelf) -> Iterator[str]:
    """An edge for each source and target, with its counts and days."""
    sums = edges.take(
        "SELECT MIN(rowid), source, target, COUNT(*), MIN(day), MAX(day), TOTAL(quad = 1), TOTAL(quad = 2), "
        "TOTAL(quad = 3), TOTAL(quad = 4), TOTAL(goldstein) FROM rows GROUP BY source, target ORDER BY 1"
    )
    edges.run("CREATE INDEX by_sides ON rows (source, target, day)")
    names = [name for name, *_ in EDGE]
    for number, (_, source, target, count, first, last, *totals) in enumerate(sums, 1):
        quads, goldstein = [int(total) for total in totals[:4]], round(totals[4], 2)
        days = edges.take(DAYS, (source, target))
        spells = list(islice(_spells(day for (day,) in days), MOST_SPELLS + 1))
        when = f' start="{first}" end="{last}"' if first and not 1 < len(spells) <= MOST_SPELLS else ""
        ends = [next(iter(nodes.take("SELECT id FROM numbers WHERE key = ?", (key,))))[0] for key in (source, target)]
        told = "".join(f'<spell start="{begin}" end="{end}"/>' for begin, end in spells)
        within = f"<spells>{told}</spells>" if 1 < len(spells) <= MOST_SPELLS else ""
        values = zip(names, (first, last, *quads, goldstein), strict=True)
        yield (
            f'<edge id="{number}" source="{ends[0]}" target="{ends[1]}" weight="{count}"{when}>'
            f"{_values(values)}{within}</edge>"
        )


def _spells(days: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Runs of days that follow each other, first and last of each."""

    def run_of(numbered: tuple[int, str]) -> int:
        return date.fromisoformat(numbered[1]).toordinal() - numbered[0]

    for _, run in groupby(enumerate(days), key=run_of):
        every = [day for _, day in run]
        yield every[0], every[-1]


def _values(values: Iterable[tuple[str, object]]) -> str:
    told = "".join(f'<attvalue for="{name}" value={_attribute(str(v))}/>' for name, v in values if v is not None)
    return f"<attvalues>{told}</attvalues>"


def _attribute(text: str) -> str:
    return quoteattr(safe(text))


def _put(stream: BinaryIO, text: str) -> None:
    stream.write((text + "\n").encode("utf-8", "replace"))


def fields(kind: Kind) -> tuple[Field, ...]:
    """The attributes of nodes and edges."""
    rows = [Field(name="node label", type="text", meaning="name it first had", source="Actor.name")]
    rows += [Field(name=f"node {n}", type=t, meaning=m, source=s, null="left out") for n, t, m, s in NODE]
    rows.append(Field(name="edge weight", type="integer", meaning="events from one to the other", source="events"))
    rows.append(Field(name="edge start, end", type="day", meaning="first and last day; spells where there are gaps",
                      source="Event.begin, else end", null="left out"))  # fmt: skip
    rows += [Field(name=f"edge {n}", type=t, meaning=m, source=s, null="left out") for n, t, m, s in EDGE]
    return tuple(rows)


FORMAT = Format(
    name="gexf",
    title="GEXF 1.3 network of actors",
    suffix=".gexf",
    write=write,
    fields=fields,
    note="Holds no text of the articles. An event without two parties makes no edge and is counted as left out.",
)
