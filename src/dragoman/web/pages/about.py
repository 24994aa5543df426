"""How to read the page; the API and its description (OpenAPI 3.1)."""

from __future__ import annotations

from starlette.requests import Request

from dragoman import __version__
from dragoman.records.codec import dump, json_schema
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.render import render

#: What each name of a question means.
MEANINGS = {
    "actor": "country (RUS), CAMEO code (RUSGOV) or name, in any role",
    "by": "who acts or speaks",
    "target": "whom it is done or said to",
    "type": "PLOVER type, kind of statement, stance, kind of judgement, unit",
    "status": "occurred, ongoing, scheduled, considered, conditional, denied, background or all (several with commas)",
    "cameo": "beginning of a CAMEO code",
    "issue": "the issue of a position or judgement, or words of it",
    "from": "first day, month or year",
    "to": "last day, month or year, included",
    "source": "outlet or agency",
    "article": "id of an article",
    "text": 'words that all occur, "a phrase", -without, begin*, one OR other',
    "place": "name or country of a place",
    "near": "latitude,longitude,kilometres",
    "as_of": "what was known at that moment",
    "verdict": "accepted, rejected, recoded, unjudged or any",
    "order": "newest or oldest",
    "rows": "rows of a page, 1 to 1000",
    "after": "the row after which a page begins (see next)",
    "on": "the day from which things are to come",
    "since": "what changed in the ledger since that day",
    "record": "id of a record, or its place in the record (events.0)",
    "version": "number of a version",
    "old": "number of a version",
    "new": "number of a version",
    "a": "an actor",
    "b": "another actor",
    "step": "day, week, month or year",
    "most": "more: up to 90 actors",
    "of": "states: count by country",
    "view": "world: the whole earth",
    "name": "words of a name",
}


def about_page(desk: Desk, request: Request, format: str) -> str | bytes:
    return render("about.html", request, here="")


def api_page(desk: Desk, request: Request, format: str) -> str | bytes:
    from dragoman.web.pages import PAGES as EVERY

    pages = [p for p in EVERY if len(p.formats) > 1]
    return render("api.html", request, here="", pages=pages, meanings=MEANINGS, reads=request.app.state.allow_read)


def openapi_page(desk: Desk, request: Request, format: str) -> bytes:
    return dump(openapi(reads=request.app.state.allow_read))


def openapi(*, reads: bool) -> dict[str, object]:
    """The description of every path that gives data."""
    from dragoman.web.pages import PAGES as EVERY

    schema = json_schema()
    paths: dict[str, object] = {}
    for page in EVERY:
        for format in page.formats:
            if format != "html":
                path = f"/situation.{format}" if page.path == "/" else f"{page.path}.{format}"
                paths[path] = {"get": _operation(page, format)}
    if reads:
        paths["/read"] = {"post": READ}
    components = {name: {**definition} for name, definition in schema["$defs"].items()}
    problem = {
        "type": "object",
        "required": ["title", "status", "detail"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
        },
    }
    about = {
        "title": "Dragoman",
        "version": __version__,
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        "description": "A ledger of cited records; read only. Lists give `rows` and `next`; answers have an ETag.",
    }
    document = {
        "openapi": "3.1.0",
        "info": about,
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": {**components, "Problem": problem},
            "responses": {
                "Problem": {
                    "description": "What is wrong, for programs",
                    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
                }
            },
        },
    }
    return _moved(document)


READ = {
    "summary": "An article in, its record out",
    "operationId": "read",
    "requestBody": {
        "required": True,
        "content": {
            "text/plain": {"schema": {"type": "string"}},
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {
                        "text": {"type": "string"},
                        "published": {"type": "string"},
                        "title": {"type": "string"},
                        "source": {"type": "string"},
                        "url": {"type": "string"},
                        "id": {"type": "string"},
                    },
                }
            },
        },
    },
    "responses": {
        "200": {
            "description": "The record",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Reading"}}},
        },
        "default": {"$ref": "#/components/responses/Problem"},
    },
}
TYPES = {"json": "application/json", "csv": "text/csv", "ics": "text/calendar", "geojson": "application/geo+json"}


def _operation(page: Page, format: str) -> dict[str, object]:
    inside = [part.partition("}")[0] for part in page.path.split("{")[1:]]
    parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in inside]
    parameters += [
        {"name": name, "in": "query", "description": MEANINGS[name], "schema": {"type": "string"}} for name in page.asks
    ]
    if page.name == "article":
        schema: dict[str, object] = {"$ref": "#/components/schemas/Reading"}
    else:
        schema = {"type": "object"} if format.endswith("json") else {"type": "string"}
    return {
        "summary": page.says,
        "operationId": f"{page.name}_{format}",
        "parameters": parameters,
        "responses": {
            "200": {"description": page.says, "content": {TYPES[format]: {"schema": schema}}},
            "304": {"description": "The answer has not changed"},
            "default": {"$ref": "#/components/responses/Problem"},
        },
    }


def _moved(value: object) -> dict[str, object]:
    """References of the record's schema, which lead to `$defs`, to the place of schemas in this document."""
    if isinstance(value, dict):
        return {
            k: v.replace("#/$defs/", "#/components/schemas/") if k == "$ref" else _moved(v) for k, v in value.items()
        }
    return [_moved(v) for v in value] if isinstance(value, list) else value  # type: ignore[return-value]


PAGES = (
    Page("/about", "about", "How to read this page", about_page, ("html",)),
    Page("/api", "api", "Every view as data", api_page, ("html",)),
    Page("/openapi", "openapi", "This description", openapi_page, ("json",)),
)
