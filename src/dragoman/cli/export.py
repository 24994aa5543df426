"""`dragoman export`: readings of a ledger, or ready records, in the form of another project."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from dragoman.cli.ends import ALL_READ, SOME_FAILED, ending, say
from dragoman.cli.options import LedgerFile, many, one

if TYPE_CHECKING:
    from dragoman.errors import DragomanError
    from dragoman.export.contract import Format, Order, Tally
    from dragoman.records import Reading


class Text(StrEnum):
    FULL = "full"
    SENTENCE = "sentence"
    QUOTE = "quote"
    NONE = "none"


def export(
    format: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="jsonl, csv, parquet, icews, polecat, gdelt-events, gdelt-mentions, geojson, ical, gexf, annotation, "
            "timeline, jsonld.",
        ),
    ],
    ledger: LedgerFile = None,
    input: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Records as written by read, in place of a ledger; - for standard input."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write there; the file appears when it is whole. - is standard output.",
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="Of csv and parquet: events, statements, positions, assessments, figures, meetings, actors, places, "
            "articles. Left out: events.",
        ),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STATUS",
            help="Statuses, with commas, or all. Left out: occurred,ongoing (of a calendar: meetings to come).",
            show_default=False,
        ),
    ] = None,
    text: Annotated[
        Text | None,
        typer.Option(
            metavar="LEVEL",
            help="How much text of others: full, sentence, quote or none. Left out: as the format has it.",
            show_default=False,
        ),
    ] = None,
    excel: Annotated[
        bool, typer.Option("--excel", help="Of csv: byte order mark, and no cell that a spreadsheet would run.")
    ] = False,
    one_a_day: Annotated[
        bool,
        typer.Option(
            "--one-a-day",
            help="Of icews and polecat: one row of those that agree in day, source, target and code, however many "
            "articles tell of it.",
        ),
    ] = False,
    actor: Annotated[list[str] | None, many("--actor", "ACTOR", "Country, code or name, in any role.")] = None,
    by: Annotated[list[str] | None, many("--by", "ACTOR", "That acts.")] = None,
    target: Annotated[list[str] | None, many("--target", "ACTOR", "That is acted upon.")] = None,
    type: Annotated[list[str] | None, many("--type", "TYPE", "PLOVER type, kind, stance; with commas.")] = None,
    cameo: Annotated[list[str] | None, many("--cameo", "CODE", "Beginning of a CAMEO code (19).")] = None,
    issue: Annotated[list[str] | None, many("--issue", "ISSUE", "Of positions and assessments.")] = None,
    since: Annotated[str | None, one("--from", "DAY", "First day, month or year (2022-01).")] = None,
    until: Annotated[str | None, one("--to", "DAY", "Last day, month or year, included.")] = None,
    source: Annotated[list[str] | None, many("--source", "OUTLET", "Outlet.")] = None,
    article: Annotated[list[str] | None, many("--article", "ID", "Only of this article.")] = None,
    place: Annotated[list[str] | None, many("--place", "PLACE", "Place or its country.")] = None,
    near: Annotated[str | None, one("--near", "LAT,LON,KM", "Within so many kilometres (46.2,6.1,100).")] = None,
    words: Annotated[str | None, one("--words", "WORDS", "Full text that the record must hold.")] = None,
    as_of: Annotated[str | None, one("--as-of", "MOMENT", "The ledger as it was known then.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not tell what was left out.")] = False,
) -> None:
    """Write records in the form of another project: tables, maps, calendars, networks, annotations.

    By default only what occurred or is ongoing, the current version of each article, without what an analyst rejected.
    What a format cannot say is left out, and told on standard error. Exit status: 1 where a record could not be read.
    """
    filters: dict[str, Any] = {
        "actor": actor, "by": by, "target": target, "article": article, "cameo": cameo, "issue": issue, "since": since,
        "until": until, "source": source, "place": place, "near": near, "text": words, "as_of": as_of,
    }  # fmt: skip
    filters["type"] = [name.strip() for names in type or () for name in names.split(",")]
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in filters.items() if value}
    failures: list[str] = []
    with ending():
        chosen = _format(format)
        order = _order(chosen, kind, status or [], text, excel=excel, one_a_day=one_a_day)
        path = None if output == Path("-") else output
        _refuse_terminal(chosen, path)
        with ExitStack() as stack:
            readings = _readings(order, ledger, input, given, stack, failures)
            if not quiet and _is_watched(path):
                readings = _counted(readings, stack)
            tally = _write(chosen, order, readings, path)
        if not quiet:
            _tell(tally)
    raise typer.Exit(SOME_FAILED if failures else ALL_READ)


def _format(name: str) -> Format:
    from dragoman.export import format_named

    return format_named(name)


def _order(
    format: Format, kind: str | None, status: list[str], text: Text | None, *, excel: bool, one_a_day: bool
) -> Order:
    """What is asked for, as the room of exports takes it; UsageError where the format cannot."""
    from dragoman import __version__
    from dragoman.engines.edition import code_digest
    from dragoman.errors import UnknownName, UsageError
    from dragoman.export.contract import EVENT_STATUSES, HAPPENED, MEETING_STATUSES, Order, statuses_of
    from dragoman.lexicon.formats import build
    from dragoman.lexicon.load import load_lexicon
    from dragoman.records.codec import SCHEMA_VERSION

    if excel and format.name != "csv":
        raise UsageError("goes with csv", where="--excel")
    if one_a_day and not format.pairs:
        raise UsageError("goes with icews and polecat", where="--one-a-day", hint="GDELT events are counted anyway")
    if kind is not None and kind not in format.kinds:
        raise UnknownName(f"kind of record of {format.name}", kind, format.kinds, where="--kind")
    chosen = next(k for k in format.kinds if kind in (None, k))
    meetings = format.meetings or chosen == "meetings"
    asked = statuses_of(status, MEETING_STATUSES if meetings else EVENT_STATUSES) if status else None
    lexicon = load_lexicon()
    return Order(
        codes=build(lexicon),
        kind=chosen,
        statuses=HAPPENED if asked is None or meetings else asked,
        meeting_statuses=asked if meetings else None,
        text=text.value if text is not None else format.text or "none",
        excel=excel,
        one_a_day=one_a_day,
        edition=(
            ("version", __version__),
            ("schema", SCHEMA_VERSION),
            ("code", code_digest()),
            ("lexicon", lexicon.digest),
        ),
    )


def _readings(
    order: Order,
    ledger: Path | None,
    input: str | None,
    filters: dict[str, Any],
    stack: ExitStack,
    failures: list[str],
) -> Iterator[Reading]:
    """The readings to export; from ready records where they are named, else from the ledger."""
    from dragoman.errors import UsageError

    if input is None:
        from dragoman.export.asked import readings_asked
        from dragoman.ledger import Ledger
        from dragoman.ledger.filters import parse_near

        if ledger is None:
            raise UsageError("no records are named", hint="--ledger FILE, or --input RECORDS.jsonl")
        if "near" in filters:
            filters["near"] = parse_near(filters["near"])
        opened = stack.enter_context(Ledger(ledger))
        for article in filters.get("article", ()):
            opened.version(article)  # NoSuchRecord: a mistyped id is no empty file
        return readings_asked(opened, order, filters)
    from dragoman.export.stream import readings_in

    if filters:
        raise UsageError(f"--input has no filters ({', '.join(filters)})", hint="ingest the records into a ledger")
    if input == "-":
        stream: BinaryIO = sys.stdin.buffer
    else:
        stream = stack.enter_context(_opened(input))

    def failed(error: DragomanError) -> None:
        failures.append(str(error))
        say(f"dragoman: {error}")

    return readings_in(stream, name=input, failed=failed)


def _opened(input: str) -> BinaryIO:
    from dragoman.errors import Unreadable

    try:
        return open(input, "rb")
    except OSError as error:
        raise Unreadable(error.strerror or str(error), where=input) from error


def _is_watched(output: Path | None) -> bool:
    """Is there a person at standard error whom a counter does not disturb?"""
    return sys.stderr.isatty() and not (output is None and sys.stdout.isatty())


def _counted(readings: Iterator[Reading], stack: ExitStack) -> Iterator[Reading]:
    """The readings, with a line on standard error that counts them and is gone at the end."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    bar = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    return iter(bar.track(readings, description="export"))


def _refuse_terminal(format: Format, output: Path | None) -> None:
    from dragoman.errors import UsageError

    if format.binary and output is None and sys.stdout.isatty():
        raise UsageError(f"{format.name} is no text for a terminal", hint=f"--output events{format.suffix}")


def _write(format: Format, order: Order, readings: Iterator[Reading], output: Path | None) -> Tally:
    from dragoman.cli.output import opened

    with opened(output) as stream:
        return format.write(readings, stream, order)


def _tell(tally: Tally) -> None:
    for reason, count in sorted(tally.left_out.items(), key=lambda item: (-item[1], item[0])):
        say(f"dragoman: left out: {count} × {reason}")
