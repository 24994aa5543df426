"""Tables of one kind of record: events, statements, positions, assessments, figures, articles; and the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.requests import Request

from dragoman.ledger import Found
from dragoman.ledger.filters import STATUSES, TYPES
from dragoman.views.desk.actors import called
from dragoman.views.desk.pick import is_drawn, parties
from dragoman.views.situation import TO_COME
from dragoman.web.answer import as_csv, as_json
from dragoman.web.asked import Asked, asked_of
from dragoman.web.desk import Desk
from dragoman.web.page import Page, is_fragment
from dragoman.web.render import quoted, render
from dragoman.web.timeline import Lane, Point, timeline

COMMON = ("actor", "from", "to", "source", "text", "article", "as_of", "verdict", "order", "rows", "after")


@dataclass(frozen=True, slots=True)
class Listing:
    """A kind of record with the title of its page, the sentence under it and the fields of its form."""

    kind: str
    title: str
    lead: str
    fields: tuple[str, ...]


LISTINGS = {
    "events": Listing(
        "events",
        "Events",
        "Who did what to whom, and whether it happened.",
        ("actor", "target", "type", "from", "to", "place", "text"),
    ),
    "statements": Listing(
        "statements",
        "Statements",
        "Who said what, to whom, through which channel.",
        ("by", "target", "type", "from", "to", "source", "text"),
    ),
    "positions": Listing(
        "positions",
        "Positions",
        "What each actor demands, refuses, offers or threatens, of whom.",
        ("actor", "target", "type", "issue", "from", "to", "text"),
    ),
    "assessments": Listing(
        "assessments",
        "Judgements",
        "What somebody, or the report itself, thinks is or will be.",
        ("actor", "type", "status", "issue", "from", "to", "text"),
    ),
    "figures": Listing(
        "figures",
        "Figures",
        "How many of what, according to whom; never added up, never averaged.",
        ("actor", "type", "from", "to", "source", "text"),
    ),
    "articles": Listing(
        "articles", "Articles", "The articles of the ledger, the newest first.", ("source", "from", "to", "text")
    ),
}
#: The states of an event as a reader asks for them.
STATES = (
    ("Happened", "occurred,ongoing"),
    ("To come", ",".join(sorted(TO_COME, reverse=True))),
    ("Denied", "denied"),
    ("Background", "background"),
    ("All", "all"),
)
LANES = 7


def listing_page(kind: str) -> Any:
    """The page of a kind."""

    def body(desk: Desk, request: Request, format: str) -> str | bytes:
        asked = asked_of(request, kind)
        rows, following = page_of(desk, kind, asked)
        if format == "json":
            return as_json([data_of(f) for f in rows], next_=next_link(asked, f"/{kind}.json", following))
        if format == "csv":
            flat = [f.flat() for f in rows]
            return as_csv(flat, list(flat[0]) if flat else ["id"], excel=request.query_params.get("excel") == "1")
        template = "rows.html" if is_fragment(request, "rows") else f"{kind}.html"
        return render(
            template,
            request,
            rows=rows,
            asked=asked,
            listing=LISTINGS[kind],
            here=f"/{kind}",
            kind=kind,
            types=TYPES.get(kind, ()),
            statuses=STATUSES.get(kind, ()),
            states=STATES,
            following=next_link(asked, asked.path, following),
            drawing=lanes(kind, rows),
            sought=asked.get("text"),
        )

    return body


def data_of(f: Found) -> dict[str, Any]:
    """The record as JSON has it; of an article what is told in a list (its record has an address of its own)."""
    return f.flat() if f.part == "articles" else f.raw()


def page_of(desk: Desk, kind: str, asked: Asked, **more: Any) -> tuple[list[Found], int | None]:
    """The rows of a page, and where the next one begins."""
    with desk.ledger() as ledger:
        rows = ledger.find(
            kind, order=asked.order, limit=asked.rows + 1, after=asked.after, **{**asked.filters, **more}
        )
    more_there = len(rows) > asked.rows
    return rows[: asked.rows], rows[asked.rows - 1].n if more_there else None


def next_link(asked: Asked, path: str, after: int | None) -> str | None:
    return asked.link(path, after=after) if after is not None else None


def lanes(kind: str, rows: Sequence[Found]) -> Any:
    """The timeline of the rows of a page, by who acts or speaks."""
    if kind not in ("events", "statements"):
        return ""
    held: dict[tuple[str, str], list[Point]] = {}
    for f in rows:
        named = (
            parties(f["sources"], f["source_code"]) if kind == "events" else parties(f["speaker"], f["speaker_code"])
        )
        who = tuple(named[0]) if named else ("nobody named", "")
        held.setdefault(who, []).append(point(f))  # type: ignore[arg-type]
    ranked = sorted(held.items(), key=lambda item: (item[0][1] == "", -len(item[1]), item[0][0]))
    out = [Lane(name, f"/actors/{quoted(key)}" if key else "", tuple(points)) for (name, key), points in ranked[:LANES]]
    rest = [p for _, points in ranked[LANES:] for p in points]
    if rest:
        out.append(Lane(f"{len(ranked) - LANES} others", "", tuple(rest)))
    return timeline(out, label=f"{kind} of this page by actor and day")


def point(f: Found) -> Point:
    """A row as a point in time; where only the day of publication is known, it says so."""
    begin, end = (f["begin"] or "")[:10], (f["end"] or "")[:10]
    what = f"{f['plover'] or f['cameo'] or 'act'}, {f['status']}" if f.part == "events" else f"{f['kind']} statement"
    known = bool(begin or end)
    day = f.day or ""
    title = f"{begin or end or f'published {day}'}: {what}: {f.words[:140]}"
    status = f["status"] if f.part == "events" else f["kind"]
    quad = f["quad"] if f.part == "events" else 1
    if not known:
        begin = end = day
    return Point(_day(begin), _day(end), status, quad, title, f"/articles/{quoted(f.article.id)}?record={f.id}#{f.id}")


def _day(text: str) -> str:
    """The day, "" where it is none that is drawn (a record made elsewhere may say anything)."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return ""
    return day.isoformat() if is_drawn(day.isoformat()) else ""


def search_page(desk: Desk, request: Request, format: str) -> str | bytes:
    """Words looked for in statements, events and articles at once."""
    asked = asked_of(request, None)
    text = asked.get("text")
    found: dict[str, list[Found]] = {}
    names: list[tuple[str, int]] = []
    if text:
        keep: dict[str, Any] = {k: v for k, v in asked.filters.items() if k in ("text", "since", "until", "source")}
        with desk.ledger() as ledger:
            found = {
                kind: ledger.find(kind, limit=12, **(keep | {"status": "all"} if kind == "events" else keep))
                for kind in ("statements", "events", "articles")
            }
            names = called(ledger, text)
    if format == "json":
        return as_json([data_of(f) for rows in found.values() for f in rows])
    return render("search.html", request, found=found, names=names, asked=asked, sought=text, here="")


PAGES = (
    *(
        Page(
            f"/{kind}",
            kind,
            listing.lead,
            listing_page(kind),
            ("html", "json", "csv"),
            (
                *COMMON,
                *(f for f in listing.fields if f not in COMMON),
                *(
                    ("by", "status", "cameo", "near")
                    if kind == "events"
                    else ("status",)
                    if kind == "statements"
                    else ()
                ),
            ),
        )
        for kind, listing in LISTINGS.items()
    ),
    Page("/search", "search", "Words in statements, events and articles", search_page, asks=("text", "from", "to")),
)
