"""Meetings to come and past, as a page, as data and as a calendar that another program subscribes to."""

from __future__ import annotations

from starlette.requests import Request

from dragoman.records.codec import dump
from dragoman.views.desk.calendar import SHOWN, calendar
from dragoman.web.answer import as_csv
from dragoman.web.asked import asked_of
from dragoman.web.desk import Desk
from dragoman.web.ical import ical
from dragoman.web.page import Page
from dragoman.web.render import render

ASKS = ("actor", "place", "from", "to", "source", "text", "status", "on", "rows")


def calendar_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = asked_of(request, "meetings", also=("on",))
    rows = asked.rows if asked.get("rows") else SHOWN
    with desk.ledger() as ledger:
        view = calendar(ledger, on=asked.day("on"), rows=rows, **asked.filters)
    every = [*view.to_come, *view.past]
    if format == "ics":
        return ical(every, str(request.base_url).rstrip("/"), name=desk.name)
    if format == "json":
        return dump({"on": view.on, "to_come": [f.raw() for f in view.to_come], "past": [f.raw() for f in view.past]})
    if format == "csv":
        flat = [f.flat() for f in every]
        return as_csv(flat, list(flat[0]) if flat else ["id"], excel=request.query_params.get("excel") == "1")
    return render("calendar.html", request, view=view, asked=asked, here="/calendar")


PAGES = (
    Page("/calendar", "calendar", "Meetings to come and past", calendar_page, ("html", "json", "csv", "ics"), ASKS),
)
