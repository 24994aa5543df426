"""Page: a view with its path, its formats and the question it takes; and what every page asks of a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import Request

from dragoman.web.desk import Desk

#: (desk, request, format) -> the body.
Body = Callable[[Desk, Request, str], str | bytes]


@dataclass(frozen=True, slots=True)
class Page:
    """`path` may hold `{names}`; `asks` are the names of its question, for the description of the API."""

    path: str
    name: str
    says: str
    body: Body
    formats: tuple[str, ...] = ("html", "json")
    asks: tuple[str, ...] = field(default=())


#: Headers that decide it.
FRAGMENT = ("hx-request", "hx-history-restore-request", "hx-target")


def is_fragment(request: Request, target: str) -> bool:
    """Does htmx ask for this part of the page alone? (Going back in the browser's history needs all of it.)"""
    headers = request.headers
    return (
        headers.get("hx-request") == "true"
        and headers.get("hx-history-restore-request") != "true"
        and headers.get("hx-target", "").endswith(f"#{target}")
    )
