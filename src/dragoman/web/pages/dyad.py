"""Two actors and what passed between them."""

from __future__ import annotations

from starlette.requests import Request

from dragoman.records.codec import dump
from dragoman.views.desk.dyad import STEPS, Dyad, dyad
from dragoman.web.answer import as_csv
from dragoman.web.asked import asked_of
from dragoman.web.bars import Bar, series
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.problems import Problem
from dragoman.web.render import render

COLUMNS = (
    "first",
    "last",
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
    "goldstein",
)


def dyad_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = asked_of(request, "events", also=("a", "b", "step"))
    a, b = asked.get("a"), asked.get("b")
    if not a or not b:
        if format != "html":
            raise Problem(400, "two-actors", "Name both actors: a=RUS&b=USA.")
        return render("dyad.html", request, view=None, asked=asked, here="/network", drawing="", steps=STEPS)
    filters = {k: v for k, v in asked.filters.items() if k not in ("actor", "by", "target")}
    with desk.ledger() as ledger:
        view = dyad(ledger, a, b, step=asked.get("step"), **filters)
    if format == "html":
        links = [asked.link(from_=p.first, to=p.last, step="") if any(p.quads) else "" for p in view.periods]
        bars = [Bar(p.name, p.quads, link) for p, link in zip(view.periods, links, strict=True)]
        drawing = series(bars, label=f"Events between {a} and {b} by {view.step}")
        return render("dyad.html", request, view=view, asked=asked, here="/network", drawing=drawing, steps=STEPS,
                      rows=[*zip(view.periods, links, strict=True)])  # fmt: skip
    rows = _rows(view)
    if format == "csv":
        return as_csv(rows, COLUMNS, excel=request.query_params.get("excel") == "1")
    events = [f.raw() for f in view.events]
    return dump({"a": a, "b": b, "step": view.step, "series": rows, "events": events, "cut": view.cut})


def _rows(view: Dyad) -> list[dict[str, object]]:
    return [dict(zip(COLUMNS, (p.first, p.last, *p.quads, p.goldstein), strict=True)) for p in view.periods]


PAGES = (
    Page("/dyad", "dyad", "Two actors: cooperation and conflict over time", dyad_page, ("html", "json", "csv"),
         ("a", "b", "step", "type", "status", "from", "to", "source", "text")),
)  # fmt: skip
