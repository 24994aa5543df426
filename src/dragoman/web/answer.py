"""Answers: one view's data as a page, as JSON, as CSV; with what a browser may keep of it."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dragoman.records.codec import dump

TYPES = {
    "html": "text/html; charset=utf-8", "json": "application/json", "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "geojson": "application/geo+json",
}  # fmt: skip
#: Beginnings of a cell that a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answer(request: Request, body: str | bytes, format: str, *, name: str = "") -> Response:
    """The body with its type and ETag; 304 where the reader has it already."""
    data = body.encode("utf-8", "replace") if isinstance(body, str) else body
    etag = f'"{hashlib.blake2b(data, digest_size=12).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache", "Vary": "HX-Request"}
    if etag in [t.strip() for t in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    if name and format in ("csv", "ics"):
        headers["Content-Disposition"] = f'inline; filename="{name}.{format}"'
    return Response(data, headers=headers, media_type=TYPES[format])


def as_json(rows: Iterable[Any], *, next_: str | None = None, **more: Any) -> bytes:
    """`{"rows": […], "next": address or null}` and what else the view has."""
    return dump({"rows": list(rows), "next": next_, **more})


def as_csv(rows: Sequence[dict[str, Any]], columns: Sequence[str], *, excel: bool = False) -> str:
    """RFC 4180 with a header; lists joined by `;`. `excel`: a byte order mark, and no cell begins like a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(c), excel) for c in columns])
    return ("\ufeff" if excel else "") + out.getvalue()


def _cell(value: Any, excel: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        value = ";".join(map(str, value))
    words = str(value).replace("\x00", "\ufffd")
    return f"'{words}" if excel and isinstance(value, str) and words.startswith(FORMULA) else words
