"""Errors as answers: a page for people, `application/problem+json` (RFC 9457) for programs."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import Response

from dragoman.records.codec import dump


class Problem(Exception):
    """`name` is stable, `detail` a sentence for people; nothing of the request is repeated in it unescaped."""

    def __init__(self, status: int, name: str, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.name, self.detail, self.headers = status, name, detail, headers or {}


TITLES = {
    400: "This cannot be asked", 401: "A token is needed", 403: "Not allowed", 404: "Nothing is there",
    405: "Only reading", 406: "No such format", 413: "Too large", 414: "Too long", 415: "No such kind of input",
    421: "Wrong host", 422: "This cannot be read", 500: "A fault of ours", 503: "Not now",
}  # fmt: skip


def problem_answer(request: Request, problem: Problem) -> Response:
    """The problem as HTML where a browser navigates, else as JSON."""
    title = TITLES.get(problem.status, "Problem")
    headers = {**problem.headers, "Cache-Control": "no-store", "Vary": "Accept"}
    wants_page = "text/html" in request.headers.get("accept", "") and not _is_data(request.url.path)
    if not wants_page:
        body = {
            "type": f"about:blank#{problem.name}", "title": title, "status": problem.status, "detail": problem.detail,
        }  # fmt: skip
        return Response(dump(body), problem.status, headers, "application/problem+json")
    from dragoman.web.render import render

    try:
        page = render("problem.html", request, title=title, problem=problem)
    except Exception:  # the page of errors must not need the page
        page = f"<!doctype html><title>{escape(title)}</title><p>{escape(problem.detail)}</p>"
    return Response(page, problem.status, headers, "text/html")


def _is_data(path: str) -> bool:
    return path.endswith((".json", ".csv", ".ics", ".geojson"))
