"""The article: its text with every record marked; one record explained; versions side by side; a record's address."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from dragoman.records.codec import dump
from dragoman.views.desk.article import article
from dragoman.views.desk.versions import Versions, versions
from dragoman.views.marks import CALLED, FIRST_SHOWN, KINDS
from dragoman.web.desk import Desk
from dragoman.web.page import Page, is_fragment
from dragoman.web.problems import Problem
from dragoman.web.render import quoted, render
from dragoman.web.words import marked

NAMES = {kind: kind.capitalize() for kind, _, _, _ in KINDS} | {"assessments": "Judgements"}


def article_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = request.query_params
    version = _number(asked.get("version", ""))
    with desk.ledger() as ledger:
        found = ledger.version(request.path_params["id"], version=version)
        if format == "json":
            return ledger.record_line(found.n)
        reading = ledger.reading(found.n)
        every = ledger.versions(found.n)
        judged = ledger.judgements(record=asked["record"]) if asked.get("record") else []
    on = tuple(k for k in asked.get("marks", "").split(",") if k in CALLED) if "marks" in asked else FIRST_SHOWN
    view = article(reading, desk.lexicon, record=asked.get("record", ""), part=_number(asked.get("part", "")) or 0)
    if view.kind and view.kind not in on:
        on = (*on, view.kind)
    base = f"/articles/{quoted(reading.article.id)}"
    kept = [f"version={found.article.version}"] if version else []
    kept += [f"marks={','.join(on)}"] if "marks" in asked else []
    link = f"{base}?{'&'.join([*kept, 'record='])}"
    return render(
        "why.html" if is_fragment(request, "why") else "article.html", request, view=view, kinds=KINDS, names=NAMES,
        called=CALLED, on=on, base=base, back=f"?{'&'.join(kept)}" if kept else "", link=link, marked=marked, here="",
        versions=every, judged=judged,
    )  # fmt: skip


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None


def versions_page(desk: Desk, request: Request, format: str) -> str | bytes:
    asked = request.query_params
    with desk.ledger() as ledger:
        view = versions(
            ledger, request.path_params["id"], old=_number(asked.get("old", "")), new=_number(asked.get("new", ""))
        )
    if format == "json":
        return dump(_versions_data(view))
    return render("versions.html", request, view=view, here="", base=f"/articles/{quoted(view.id)}")


def _versions_data(view: Versions) -> dict[str, Any]:
    kinds = [{"kind": k, "gone": g, "new": n} for k, g, n in view.records]
    pairs = [{"old": r.old, "new": r.new, "same": r.same} for r in view.rows]
    return {
        "article": view.id,
        "old": view.old,
        "new": view.new,
        "versions": view.versions,
        "rows": pairs,
        "changed": view.changed,
        "records": kinds,
    }


def record_page(desk: Desk, request: Request, format: str) -> str | bytes:
    """A record by its id alone: its words, what it says, where it stands, how to cite it."""
    with desk.ledger() as ledger:
        f = ledger.record(request.path_params["id"])
        if f.part == "articles":
            raise Problem(404, "no-such-record", "That is an article; it has an address of its own.")
        if format == "json":
            return dump(f.raw())
        reading = ledger.reading(f.article.n)
        judged = ledger.judgements(record=f.id)
    view = article(reading, desk.lexicon, record=f.id)
    return render(
        "record.html", request, f=f, view=view, a=reading.article, kind=CALLED[f.part], called=CALLED, here="",
        judged=judged,
    )  # fmt: skip


PAGES = (
    Page("/articles/{id}/versions", "versions", "Two versions of an article side by side", versions_page,
         asks=("old", "new")),
    Page("/articles/{id}", "article", "One article: its text, all its records; the JSON is the record itself",
         article_page, asks=("record", "version")),
    Page("/records/{id}", "record", "One record of any kind by its id", record_page),
)  # fmt: skip
