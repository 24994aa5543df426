"""JSON Lines -> Sources, one a line, as a stream; also one JSON object or a list of them.

    {"id": "a1", "text": "Envoys met.", "title": "Talks", "published": "2022-01-10", "source": "The Daily", "url": "…"}

Only `text` must be there. One bad line is one error, named `file:line`.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from dragoman.errors import NotAnArticle, SourceError, Unreadable
from dragoman.read.detect import decode
from dragoman.read.incoming import HEAD, Incoming, Kind
from dragoman.records import Source
from dragoman.settings import Settings

SUFFIXES = (".jsonl", ".ndjson", ".json", ".jsonlines")
BLANK = b" \t\r\n\x0b\x0c"


def is_json(incoming: Incoming) -> bool:
    """Whether it opens like JSON, or is called so and does not say otherwise."""
    start = incoming.start
    if start[:1] not in ("{", "["):
        return incoming.name.lower().endswith(SUFFIXES[:2])
    if incoming.name.lower().endswith(SUFFIXES):
        return True
    line = start.split("\n", 1)[0]
    if parsed(line) is not None:
        return True
    return start.startswith("{") and start[1:].lstrip()[:1] == '"' and ('":' in line or '":' in start[:200])


def parsed(line: str) -> Any:
    """The JSON value of a line, None where it is none."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def read_json(incoming: Incoming, settings: Settings) -> Iterator[Source | SourceError]:
    """The documents of the input, one by one."""
    if is_one_value(incoming):
        yield from read_value(incoming, settings)
        return
    if incoming.marked and incoming.marked != "utf-8":
        text = decode(incoming.whole()).text
        incoming = Incoming(incoming.name, io.BytesIO(text.encode("utf-8", "surrogatepass")), settings)
    found = False
    for number, line in enumerate(incoming.lines(), 1):
        where = f"{incoming.name}:{number}"
        if line is None:
            found = True
            yield incoming.too_long(where)
        elif line.strip(BLANK):
            found = True
            yield read_line(line, where, settings, incoming)
    if not found:
        yield NotAnArticle("it is empty", where=incoming.name)


def is_one_value(incoming: Incoming) -> bool:
    """Whether it is one JSON value over several lines: its first line alone is not JSON, or it is a list."""
    start = incoming.start
    if start.startswith("["):
        return True
    line, _, rest = start.partition("\n")
    complete = bool(rest) or len(incoming.head) < HEAD
    named = incoming.name.lower().endswith(SUFFIXES[:2])
    return complete and not named and start.startswith("{") and parsed(line) is None


def read_value(incoming: Incoming, settings: Settings) -> Iterator[Source | SourceError]:
    """The document of one object, or the documents of a list of objects (named `file[0]`, `file[1]` …)."""
    text, note = decode(incoming.whole())
    value = load(text, incoming.name)
    rows = enumerate(value) if isinstance(value, list) else ((None, value),)
    for number, row in rows:
        where = incoming.name if number is None else f"{incoming.name}[{number}]"
        yield source_or_error(row, where, settings, incoming, (note,) if note else ())
    if value == []:
        yield NotAnArticle("it is empty", where=incoming.name)


def read_line(line: bytes, where: str, settings: Settings, incoming: Incoming) -> Source | SourceError:
    """The document of one line, or what is wrong with it."""
    text, note = decode(line)
    try:
        row = load(text, where)
    except SourceError as error:
        return error
    return source_or_error(row, where, settings, incoming, (note,) if note else ())


def load(text: str, where: str) -> Any:
    """The JSON value; Unreadable says where it breaks."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"it is not JSON: {error.msg.lower().removesuffix(' at')} at character {error.pos + 1}"
    except RecursionError:
        message = "its JSON is nested too deeply"
    except ValueError as error:
        message = f"it is not JSON: {error}"
    raise Unreadable(message, where=where, hint='one object a line: {"id": …, "text": …}')


def source_or_error(
    row: Any, where: str, settings: Settings, incoming: Incoming, notes: tuple[str, ...]
) -> Source | SourceError:
    """The Source of one object, checked at the door."""
    if not isinstance(row, dict):
        return NotAnArticle(f"it is a JSON {json_kind(row)}, not an object", where=where, hint='write {"text": …}')
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        wrong = "there is no text in it" if text is None else f'"text" is a {json_kind(text)}'
        return NotAnArticle(wrong, where=where, hint='put the article under "text"')
    if len(text) > settings.max_chars:
        return incoming.too_long(where)
    published, doubts = checked_date(row.get("published"))
    return Source(
        name=where,
        text=text.removeprefix("\ufeff"),
        id=words_of(row.get("id")),
        title=words_of(row.get("title")),
        published=published,
        published_basis="metadata" if published else "unknown",
        outlet=words_of(row.get("source")),
        url=words_of(row.get("url")),
        language=words_of(row.get("language")),
        notes=notes + doubts,
    )


def json_kind(value: Any) -> str:
    """What people call this JSON value."""
    if isinstance(value, str):
        return "string" if value.strip() else "blank string"
    names = {bool: "true or false", type(None): "null", list: "list", dict: "object"}
    return names.get(type(value), "number")


def words_of(value: Any) -> str | None:
    """A string or number as a string; None for anything else, and for blanks."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value).strip() or None


def checked_date(value: Any) -> tuple[str | None, tuple[str, ...]]:
    """(an ISO 8601 date or date-time, notes): what is none is not guessed at, and said."""
    if value is None or value == "":
        return None, ()
    text = str(value).strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None, (f"published {text[:40]!r} is no ISO 8601 date; taken as unknown",)
    if len(text) >= 10 and text[4] == text[7] == "-":
        return text, ()
    return (moment.date().isoformat() if len(text) <= 10 else moment.isoformat()), ()


JSON_LINES = Kind("JSON Lines", is_json, read_json)
