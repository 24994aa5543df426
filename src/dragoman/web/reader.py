"""`POST /read`: an article in, its record out. Off unless it is allowed; bounded in size; one at a time."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from dragoman.errors import SettingsError, SourceError
from dragoman.records import Reading, Source
from dragoman.records.codec import encode, load
from dragoman.settings import Settings
from dragoman.web.problems import Problem

#: Bytes of an article.
LONGEST = 500_000
FIELDS = ("title", "published", "source", "url", "id", "language")


class Reader:
    """The kit of the reader, built when first needed; it reads one article at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def read(self, source: Source, lexicon: tuple[Path, ...] = ()) -> Reading:
        """The reading under these folders of tables, or Problem 422 with the reason why there is none."""
        from dragoman.engines.facade import kept_kit
        from dragoman.engines.local import read_all

        settings = Settings(lexicon=lexicon)
        with self._lock:
            outcome = next(iter(read_all([source], settings, kit=kept_kit(settings.model, settings.lexicon))))
        if isinstance(outcome.result, SourceError):
            raise Problem(422, outcome.result.code, outcome.result.message)
        return outcome.result


async def read_article(request: Request) -> Response:
    if not request.app.state.allow_read:
        raise Problem(
            403, "reading-is-off", "This server does not read articles; it is begun with --allow-read to do so."
        )
    origin = request.headers.get("origin")
    if origin and origin.partition("://")[2] != request.headers.get("host"):
        raise Problem(403, "other-site", "Another site's page may not ask for this.")
    data = b""
    async for chunk in request.stream():
        data += chunk
        if len(data) > LONGEST:
            raise Problem(413, "too-large", f"An article may hold {LONGEST:,} bytes.")
    source = source_of(request.headers.get("content-type", ""), data)
    folders = request.app.state.desk.folders
    reading = await run_in_threadpool(request.app.state.reader.read, source, folders)
    return Response(encode(reading), media_type="application/json", headers={"Cache-Control": "no-store"})


def source_of(kind: str, data: bytes) -> Source:
    """The article of a body: plain text, or JSON with `text` and what else is known."""
    kind = kind.partition(";")[0].strip().lower()
    if kind == "text/plain":
        try:
            return Source(name="request", text=data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise Problem(422, "unreadable", "The text is not UTF-8.") from None
    if kind != "application/json":
        raise Problem(415, "kind", "Send text/plain or application/json.")
    try:
        given: Any = load(data)
    except ValueError:
        raise Problem(422, "unreadable", "The body is no JSON.") from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise Problem(422, "unreadable", 'The body is an object with "text".')
    known = {name: given[name] for name in FIELDS if given.get(name) is not None}
    for name, value in known.items():
        if not isinstance(value, str):
            raise Problem(422, "unreadable", f'"{name}" is a text, or left out.')
    try:
        Settings(published=known.get("published"))
    except SettingsError as error:
        raise Problem(422, error.code, f'"published": {error.message} ({error.hint}).') from None
    if "source" in known:
        known["outlet"] = known.pop("source")
    return Source(
        name="request", text=given["text"], published_basis="given" if "published" in known else "unknown", **known
    )
