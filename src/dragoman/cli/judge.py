"""`dragoman judge`: verdicts by hand, the queue, what was judged, and how far those who judge agree."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.ingest import now
from dragoman.cli.output import console_on
from dragoman.errors import UnknownName, UsageError
from dragoman.ledger import Ledger, Writer
from dragoman.ledger.judging import VERDICTS, judge, undo
from dragoman.ledger.store import ledger_path
from dragoman.records.codec import dump
from dragoman.views.plain import plain

FORMATS = ("table", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The words after `judge`, and the options beside them."""

    words: tuple[str, ...]
    by: str | None = None
    note: str | None = None
    kind: str = "events"
    limit: int = 20
    format: str = "table"


def run(request: Request, path: Path | None) -> None:
    """Do what the first word says: queue, undo, list, agreement, or judge the record it names."""
    if request.format not in FORMATS:
        raise UnknownName("format", request.format, FORMATS)
    first, *rest = request.words
    if first in VIEWS:
        if rest:
            raise UsageError(f"judge {first} takes no more words", hint="dragoman judge --help")
        with Ledger(path) as ledger:
            VIEWS[first](ledger, request)
        return
    if not rest and first != "undo":
        known = f"{', '.join(VERDICTS)}; or judge {', '.join(VIEWS)}, undo ID"
        raise UsageError(f"no verdict is given on {first!r}", hint=known)
    if request.by is None:
        raise UsageError("a judgement has a name", hint="--by NAME")
    with Writer(ledger_path(path)) as writer:
        if first == "undo":
            if len(rest) != 1:
                raise UsageError("judge undo takes one record", hint="dragoman judge undo ID --by NAME")
            done = f"undone: {undo(writer, rest[0], by=request.by, at=now())}"
        else:
            done = str(judged(writer, first, rest, request))
    print(plain(done))


def judged(writer: Writer, record: str, rest: Sequence[str], request: Request) -> Any:
    verdict, *pairs = rest
    changes = dict(changed(pair) for pair in pairs)
    return judge(writer, record, verdict, by=request.by or "", at=now(), note=request.note, changes=changes)


def changed(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals:
        raise UsageError(f"{pair!r} is no change", hint="write FIELD=VALUE, as in plover=COERCE")
    return name, value


def show_queue(ledger: Ledger, request: Request) -> None:
    rows = ledger.queue(request.kind, limit=request.limit)
    if request.format == "json":
        write([{"points": r.points, "signs": r.signs, **r.found.raw()} for r in rows])
        return
    console = console_on(sys.stdout)
    for row in rows:
        head = Text.assemble((row.found.id, "bold"), f"  doubt {row.points}  ", (", ".join(row.signs), "dim"))
        console.print(head)
        said = [v for k, v in row.found.columns.items() if k in TOLD and v is not None]
        console.print(Padding(Text(plain(" · ".join(map(str, said)))), (0, 0, 0, 2)))
        console.print(Padding(Text(plain(row.found.words), style="italic"), (0, 0, 1, 2)))
    if not rows:
        console.print("nothing to judge")


#: Columns told in the queue.
TOLD = ("sources", "targets", "plover", "mode", "status", "begin", "speaker", "kind", "actor", "stance", "toward",
        "issue", "holder", "participants", "body", "low", "high", "unit")  # fmt: skip


def show_list(ledger: Ledger, request: Request) -> None:
    rows = ledger.judgements(by=request.by, undone=True)
    if request.format == "json":
        write([asdict(row) for row in rows])
        return
    for row in rows:
        print(plain(f"{row.record}  {row}"))


def show_agreement(ledger: Ledger, request: Request) -> None:
    rows = ledger.agreement(by=request.by)
    if request.format == "json":
        write([asdict(row) for row in rows])
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for name in ("between", "of", "about", "records", "agree", "95 %", "kappa"):
        table.add_column(name)
    for r in rows:
        table.add_row(
            Text(plain(f"{r.one}, {r.other}")), r.kind, r.about, str(r.records), f"{r.share:.0%}",
            f"{r.low:.0%}–{r.high:.0%}", "–" if r.kappa is None else f"{r.kappa:.2f}",
        )  # fmt: skip
    console_on(sys.stdout).print(table if rows else "nothing has been judged")


def write(rows: list[Any]) -> None:
    sys.stdout.buffer.write(dump(rows) + b"\n")


VIEWS: dict[str, Callable[[Ledger, Request], None]] = {
    "queue": show_queue, "list": show_list, "agreement": show_agreement,
}  # fmt: skip
