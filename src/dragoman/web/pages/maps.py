"""Who with whom and who against whom as a network; where, as a map. Each drawing has its table."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from dragoman.records.codec import dump
from dragoman.views.desk.ties import Ties, places, ties
from dragoman.web.answer import as_csv
from dragoman.web.asked import Asked, asked_of
from dragoman.web.desk import Desk
from dragoman.web.net import Edge, Node, network
from dragoman.web.page import Page
from dragoman.web.render import manifest, quoted, render
from dragoman.web.world import Spot, world

ASKS = ("actor", "type", "status", "from", "to", "source", "text", "place")
FEW, MANY = 30, 90
#: Pairs that are drawn for each actor, those with most events; the table has more.
LINES = 3


def network_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = asked_of(request, "events", also=("most", "of"))
    most = MANY if asked.get("most") == "more" else FEW
    of = "state" if asked.get("of") == "states" else "name"
    with desk.ledger() as ledger:
        view = ties(ledger, most=most, of=of, **asked.filters)
    rows = [{"a": t.a, "b": t.b, "cooperation": t.cooperation, "conflict": t.conflict} for t in view.ties]
    if format == "json":
        nodes = [{"actor": name, "events": n} for name, n in view.actors]
        return dump({"actors": nodes, "ties": rows, "events": view.events, "first": view.first, "cut": view.cut})
    if format == "csv":
        return as_csv(rows, ("a", "b", "cooperation", "conflict"), excel=request.query_params.get("excel") == "1")
    return render(
        "network.html", request, view=view, asked=asked, here="/network", drawing=drawn(view, asked), most=most
    )


def drawn(view: Ties, asked: Asked) -> Any:
    number = {name: n for n, (name, _) in enumerate(view.actors)}
    edges = []
    for t in view.ties[: len(view.actors) * LINES]:
        for count, conflict in ((t.cooperation, False), (t.conflict, True)):
            if count:
                kind = "conflict" if conflict else "cooperation"
                title = f"{t.a} and {t.b}: {count} of {kind}"
                edges.append(Edge(number[t.a], number[t.b], count, conflict, title, asked.link("/dyad", a=t.a, b=t.b)))
    nodes = [Node(name, n, f"/actors/{quoted(name)}") for name, n in view.actors]
    return network(nodes, edges, label="Actors and the events between them")


def map_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = asked_of(request, "events", also=("view",))
    lands = frozenset(row["name"] for row in desk.lexicon.rows("states"))
    with desk.ledger() as ledger:
        view = places(ledger, lands, **asked.filters)
    if format == "geojson":
        return dump({"type": "FeatureCollection", "features": [
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [p.lon, p.lat]},
             "properties": {"name": p.name, "country": p.country, "events": p.events, "conflict": p.conflict,
                            "precision": "country" if p.vague else "place", "rule": "places of events; no metonyms"}}
            for p in view.places]})  # fmt: skip
    rows = [{"place": p.name, "country": p.country, "lat": p.lat, "lon": p.lon, "events": p.events,
             "conflict": p.conflict, "precision": "country" if p.vague else "place"} for p in view.places]  # fmt: skip
    if format == "json":
        return dump({"rows": rows, "events": view.events, "first": view.first, "cut": view.cut})
    if format == "csv":
        names = ("place", "country", "lat", "lon", "events", "conflict", "precision")
        return as_csv(rows, names, excel=request.query_params.get("excel") == "1")
    spots = [
        Spot(p.name, p.lat, p.lon, p.events, p.conflict * 2 > p.events, p.vague, asked.link("/events", place=p.name))
        for p in view.places[:400]
    ]
    whole = asked.get("view") == "world"
    drawing = world(spots, f"/static/{manifest()['world.svg']}", label="Places of events", whole=whole)
    return render("map.html", request, view=view, asked=asked, here="/map", drawing=drawing, whole=whole)


PAGES = (
    Page("/network", "network", "Who with whom, who against whom", network_page, ("html", "json", "csv"),
         (*ASKS, "most", "of")),
    Page("/map", "map", "Where events took place", map_page, ("html", "json", "csv", "geojson"), (*ASKS, "view")),
)  # fmt: skip
