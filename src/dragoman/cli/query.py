"""`dragoman query`: a page of the ledger as a table, JSON or CSV."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from dragoman.cli.ends import say
from dragoman.cli.output import console_on
from dragoman.cli.picture import ACTS, SIGNS
from dragoman.cli.reading import at_terminal
from dragoman.errors import UnknownName
from dragoman.ledger import Found, Ledger
from dragoman.ledger.filters import parse_near
from dragoman.ledger.tables import column_types
from dragoman.records.codec import dump
from dragoman.views.plain import plain, shortened

FORMATS = ("table", "json", "jsonl", "csv")
#: Filters whose values may be written with commas (names of actors, places and outlets may hold one themselves).
LISTS = ("type", "status", "cameo")
#: Columns that are as wide as what stands in them: a day, an id.
WIDTHS = {"day": 10, "id": 20}
#: Characters of evidence shown in a table.
SHOWN = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A kind, its filters as they were written, and the page."""

    kind: str
    filters: dict[str, Any]
    order: str = "newest"
    limit: int = 50
    page: int = 1
    format: str | None = None


def run(request: Request, path: Path | None) -> None:
    """Print the page; on standard error, how the next one is asked for."""
    form = request.format or ("table" if at_terminal(sys.stdout) else "jsonl")
    if form not in WRITERS:
        raise UnknownName("format", form, FORMATS)
    with Ledger(path) as ledger:
        filters = checked(request.filters)
        for article in filters.get("article", ()):
            ledger.version(article)  # NoSuchRecord: a mistyped id is no empty answer
        if request.limit:
            offset = (request.page - 1) * request.limit
            rows = ledger.find(request.kind, order=request.order, limit=request.limit + 1, offset=offset, **filters)
            more = len(rows) > request.limit
            WRITERS[form](request.kind, rows[: request.limit])
            if more:
                say(f"dragoman: there are more: --page {request.page + 1}, or --limit 0 for all")
        else:
            WRITERS[form](request.kind, ledger.each(request.kind, order=request.order, **filters))


def checked(written: dict[str, Any]) -> dict[str, Any]:
    """The filters as the ledger takes them; what was not written is left out."""
    out = {name: value for name, value in written.items() if value not in (None, [], ())}
    for name in LISTS:
        if name in out:
            out[name] = tuple(part.strip() for value in out[name] for part in value.split(",") if part.strip())
    if "near" in out:
        out["near"] = parse_near(out["near"])
    return out


def write_json(kind: str, rows: Iterable[Found]) -> None:
    between = b"[\n"
    for row in rows:
        sys.stdout.buffer.write(between + dump(raw(row)))
        between = b",\n"
    sys.stdout.buffer.write(b"[]\n" if between == b"[\n" else b"\n]\n")


def write_jsonl(kind: str, rows: Iterable[Found]) -> None:
    for row in rows:
        sys.stdout.buffer.write(dump(raw(row)) + b"\n")


def raw(row: Found) -> dict[str, Any]:
    """An article has no record of its own kind: its columns are what there is to say."""
    return row.flat() if row.part == "articles" else row.raw()


def write_csv(kind: str, rows: Iterable[Found]) -> None:
    text = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="", write_through=True)
    try:
        writer = csv.DictWriter(text, list(column_types(kind)), lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(row.flat())
    finally:
        text.detach()


def write_table(kind: str, rows: Iterable[Found]) -> None:
    console = console_on(sys.stdout)
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    shown = TABLES[kind]
    for name, _ in shown:
        fixed = WIDTHS.get(name)
        table.add_column(name, width=fixed, ratio=None if fixed else 3 if name == "words" else 1, overflow="fold")
    count = 0
    for row in rows:
        table.add_row(*(cell(make(row)) for _, make in shown))
        count += 1
    if count:
        console.print(table)
    else:
        say("dragoman: nothing found")


def cell(value: Any) -> Text:
    if isinstance(value, Text):
        return value
    return Text("" if value is None else shortened(plain(str(value)), SHOWN))


def marked(row: Found, name: str) -> Text:
    """A status: its sign, colour and word."""
    value = row[name] or ""
    sign, colour = SIGNS.get(value, ("", ""))
    return Text(f"{sign} {value}".strip(), style=colour)


def act(row: Found) -> Text:
    verb, mode = row["plover"] or "—", row["mode"]
    return Text.assemble((verb, ACTS.get(verb, "green")), (f" {mode}" if mode else "", "dim"))


def dyad(one: str | None, sign: str, other: str | None) -> str:
    return f"{one or '—'} {sign} {other}" if other else one or "—"


def amount(row: Found) -> str:
    low, high = (None if row[name] is None else f"{row[name]:,g}" for name in ("low", "high"))
    span = low if low == high else f"{low or '…'}–{high or '…'}"
    return f"{'about ' if row['approximate'] else ''}{span} {row['unit'] or ''}".strip()


Column = tuple[str, Callable[[Found], Any]]
DAY: Column = ("day", lambda r: r.day)
ID: Column = ("id", lambda r: r.id)
WORDS: Column = ("words", lambda r: r.words)
OUTLET: Column = ("outlet", lambda r: r.article.outlet)

#: The columns of each kind's table. Everything is in the other formats.
TABLES: dict[str, tuple[Column, ...]] = {
    "events": (
        DAY, ("who", lambda r: dyad(r["sources"], "↔" if r["reciprocal"] else "→", r["targets"])), ("type", act),
        ("status", lambda r: marked(r, "status")), ("place", lambda r: r["place"]), WORDS, ID,
    ),
    "statements": (
        DAY, ("who", lambda r: dyad(r["speaker"], "→", r["addressee"])), ("kind", lambda r: r["kind"]),
        ("words", lambda r: r["quote"]), OUTLET, ID,
    ),
    "positions": (
        DAY, ("who", lambda r: dyad(r["actor"], "→", r["toward"])), ("stance", lambda r: r["stance"]),
        ("issue", lambda r: r["issue"]), WORDS, ID,
    ),
    "assessments": (
        DAY, ("who", lambda r: r["holder"]), ("kind", lambda r: dyad(r["kind"], "·", r["strength"])), WORDS, ID,
    ),
    "meetings": (
        DAY, ("who", lambda r: r["body"] or r["participants"]), ("status", lambda r: marked(r, "status")),
        ("place", lambda r: r["place"]), WORDS, ID,
    ),
    "figures": (
        DAY, ("figure", amount), ("of", lambda r: r["what"] or r["of"]), ("says", lambda r: r["voice"]), WORDS, ID,
    ),
    "actors": (
        ("name", lambda r: r["name"]), ("kind", lambda r: r["kind"]), ("code", lambda r: r["code"] or r["country"]),
        ("roles", lambda r: r["roles"]), ("article", lambda r: r.article.title or r.article.id), ID,
    ),
    "articles": (
        DAY, OUTLET, ("title", lambda r: r.article.title), ("version", lambda r: r.article.version), ID,
    ),
}  # fmt: skip

WRITERS = {"table": write_table, "json": write_json, "jsonl": write_jsonl, "csv": write_csv}
