"""Outlets and their articles."""

from __future__ import annotations

from starlette.requests import Request

from dragoman.records.codec import dump
from dragoman.views.desk.sources import Outlet, outlets
from dragoman.web.answer import as_csv
from dragoman.web.asked import asked_of
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.pages.listings import next_link, page_of
from dragoman.web.render import render

COLUMNS = ("outlet", "articles", "first", "last")


def sources_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = asked_of(request, "articles")
    count = desk.soon if format == "html" else desk.kept
    every: tuple[Outlet, ...] | None = count("outlets", outlets)
    data = [dict(zip(COLUMNS, (o.name, o.articles, o.first, o.last), strict=True)) for o in every or ()]
    if format == "json":
        return dump({"rows": data})
    if format == "csv":
        return as_csv(data, COLUMNS, excel=request.query_params.get("excel") == "1")
    rows, following = page_of(desk, "articles", asked)
    return render(
        "sources.html",
        request,
        outlets=every,
        rows=rows,
        asked=asked,
        here="/sources",
        following=next_link(asked, asked.path, following),
    )


PAGES = (
    Page(
        "/sources",
        "sources",
        "Outlets and their articles",
        sources_page,
        ("html", "json", "csv"),
        ("source", "from", "to", "text", "after"),
    ),
)
