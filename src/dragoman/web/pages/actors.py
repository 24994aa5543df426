"""Who is in the ledger, and one of them."""

from __future__ import annotations

from starlette.requests import Request

from dragoman.records.codec import dump
from dragoman.views.desk.actors import called, portrait, roll
from dragoman.web.answer import as_csv
from dragoman.web.asked import asked_of
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.pages.listings import point
from dragoman.web.problems import Problem
from dragoman.web.render import render
from dragoman.web.timeline import Lane, timeline

ASKS = ("from", "to", "source", "text")


def actors_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = asked_of(request, "events", also=("name",))
    filters = {k: v for k, v in asked.filters.items() if k in ("since", "until", "source")}
    with desk.ledger() as ledger:
        view = roll(ledger, **filters)
        names = called(ledger, asked.get("name"), most=60)
    if format in ("json", "csv"):
        rows = [
            {"name": a.name, "key": a.key, "acts": a.acts, "acted_upon": a.suffers, "says": a.says} for a in view.actors
        ]
        if format == "json":
            return dump({"rows": rows, "events": view.events, "first": view.first, "cut": view.cut})
        return as_csv(
            rows, ("name", "key", "acts", "acted_upon", "says"), excel=request.query_params.get("excel") == "1"
        )
    return render("actors.html", request, view=view, asked=asked, here="/actors", called=names)


def actor_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = asked_of(request, "events")
    filters = {k: v for k, v in asked.filters.items() if k in ("since", "until", "source")}
    key = request.path_params["key"]
    with desk.ledger() as ledger:
        view = portrait(ledger, key, **filters)
    if not filters and not view.articles and not view.events and not view.statements:
        raise Problem(404, "no-such-actor", "No article of this ledger speaks of an actor of that name or code.")
    if format == "json":
        lists = {
            part: [f.raw() for f in getattr(view, part)] for part in ("events", "statements", "positions", "meetings")
        }
        about = {
            k: getattr(view, k) for k in ("key", "name", "kinds", "country", "codes", "names", "roles", "articles")
        }
        others = [{"name": p.name, "key": p.key, "cooperation": w, "conflict": c} for p, w, c in view.others]
        return dump({**about, "co_actors": others, **lists})
    drawing = timeline(
        [
            Lane("events", "", tuple(point(f) for f in view.events)),
            Lane("statements", "", tuple(point(f) for f in view.statements)),
        ],
        label=f"{view.name}: what is listed below, by day",
    )
    return render("actor.html", request, view=view, asked=asked, here="/actors", drawing=drawing)


PAGES = (
    Page("/actors", "actors", "Who acts and speaks most", actors_page, ("html", "json", "csv"), (*ASKS, "name")),
    Page("/actors/{key}", "actor", "One actor: names, roles, words, deeds, co-actors", actor_page, asks=ASKS),
)
