"""The first page: what happened last, who said what of weight, what is to come, what changed."""

from __future__ import annotations

from starlette.requests import Request

from dragoman.records.codec import dump
from dragoman.views.desk.situation import situation
from dragoman.views.desk.sources import totals
from dragoman.web.asked import asked_of
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.render import render

ASKS = ("actor", "issue", "from", "to", "source", "text", "on", "since")


def situation_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = asked_of(request, None, also=("on", "since"), path="/")
    filters = {k: v for k, v in asked.filters.items() if k in ("actor", "issue", "since", "until", "source", "text")}
    with desk.ledger() as ledger:
        view = situation(ledger, on=asked.day("on"), changed_since=asked.day("since"), **filters)
    if format == "json":
        lists = {part: [f.raw() for f in getattr(view, part)] for part in ("happened", "said", "stands", "figures")}
        lists |= {part: [f.raw() for f in getattr(view.coming, part)] for part in ("meetings", "untold", "due")}
        return dump({"on": view.coming.on, **lists, "change": view.change})
    held = desk.soon("totals", totals)
    return render("situation.html", request, view=view, asked=asked, held=held, here="/")


PAGES = (Page("/", "situation", "What happened last, who said what, what is to come", situation_page, asks=ASKS),)
