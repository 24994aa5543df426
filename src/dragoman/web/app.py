"""The ASGI application: routes of all pages, the guard before them, answers kept ready, errors as problems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.errors import DragomanError, LedgerError, LexiconError, NoSuchRecord, UsageError
from dragoman.web.answer import TYPES, answer
from dragoman.web.desk import Desk
from dragoman.web.guard import LOOPBACK, Guard
from dragoman.web.page import FRAGMENT, Page
from dragoman.web.pages import PAGES
from dragoman.web.problems import TITLES, Problem, problem_answer
from dragoman.web.reader import Reader, read_article
from dragoman.web.render import STATIC


def application(
    desk: Desk, *, hosts: frozenset[str] = LOOPBACK, token: str | None = None, allow_read: bool = False
) -> Starlette:
    """The page of a desk; `hosts` are what a Host header may say (see guard.py)."""
    routes = [
        *(route for page in PAGES for route in routes_of(page)),
        Route("/situation.json", endpoint(PAGES[0], "json")),
        Route("/read", read_article, methods=["POST"]),
        Mount("/static", Kept(directory=STATIC)),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts, token=token)],
        exception_handlers={
            Problem: _problem, DragomanError: _refused, HTTPException: _missing, Exception: _fault,
        },
    )  # fmt: skip
    app.state.desk, app.state.allow_read, app.state.reader = desk, allow_read, Reader()
    return app


class Kept(StaticFiles):
    """Files whose names carry a hash: a browser may keep them for good."""

    def file_response(self, *args: Any, **more: Any) -> Response:
        response = super().file_response(*args, **more)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def routes_of(page: Page) -> list[Route]:
    """The path as HTML, and with each ending; endings come first, because a name in a path may hold anything."""
    path = page.path.replace("{id}", "{id:path}").replace("{key}", "{key:path}")
    endings = [Route(f"{path}.{f}", endpoint(page, f)) for f in page.formats if f != "html" and page.path != "/"]
    return [*endings, Route(path, endpoint(page, "html"))] if "html" in page.formats else endings


def endpoint(page: Page, format: str) -> Callable[[Request], Any]:
    async def serve(request: Request) -> Response:
        return await run_in_threadpool(_serve, page, format, request)

    return serve


def _serve(page: Page, format: str, request: Request) -> Response:
    """The answer from the shelf, or made now and put there; another state of the ledger is another answer."""
    desk: Desk = request.app.state.desk
    headers = request.headers
    key = (desk.state(), format, str(request.url), *(headers.get(name) for name in FRAGMENT))
    held = desk.answers.get(key)
    if held is None:
        body = page.body(desk, request, format)
        data = body.encode("utf-8", "replace") if isinstance(body, str) else body
        held = (data,)
        desk.answers.put(key, held, len(data))
    return answer(request, held[0], format, name=page.name)


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problem_answer(request, error)


async def _refused(request: Request, error: Exception) -> Response:
    """Errors of ours: what cannot be asked, what is not there, a ledger that cannot be used."""
    assert isinstance(error, DragomanError)
    status = 500
    if isinstance(error, NoSuchRecord):
        status = 404
    elif isinstance(error, UsageError):
        status = 400
    elif isinstance(error, LedgerError):
        status = 503 if error.code == "locked" else 500
    detail = error.message + (f" ({error.hint})" if error.hint else "")
    if isinstance(error, LexiconError):  # mended by who runs the server; views without reasons and places still answer
        status = 503
        at = Path(error.where).name if error.where else "a table"
        detail = (
            f"The tables that explain records cannot be read: {at}: {detail}. "
            "`dragoman lexicon check` shows all faults; events, statements, positions and the calendar need no table."
        )
    return problem_answer(request, Problem(status, error.code, detail))


async def _missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = error.status_code
    detail = {404: "There is no such page.", 405: "The page reads; only GET and HEAD are answered."}.get(status)
    return problem_answer(request, Problem(status, "http", detail or TITLES.get(status, "It cannot be done.")))


async def _fault(request: Request, error: Exception) -> Response:
    return problem_answer(request, Problem(500, "fault", "The page could not be made. The server's log says more."))


__all__ = ["TYPES", "application"]
