"""The commands that need a ledger, with their options; each imports its work when it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli.ends import ending
from dragoman.cli.options import (
    BatchSize,
    LedgerFile,
    LexiconFolders,
    MaxChars,
    NoLanguageCheck,
    Published,
    Quiet,
    Workers,
    many,
    one,
    reader_settings,
)

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does it; kept with the date.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why; kept beside it.", show_default=False)]


def ingest(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders, or - for standard input: articles to read, or records as written by read.",
            show_default=False,
        ),
    ] = None,
    ledger: LedgerFile = None,
    published: Published = None,
    workers: Workers = 1,
    batch_size: BatchSize = 64,
    lexicon: LexiconFolders = None,
    max_chars: MaxChars = 5_000_000,
    no_language_check: NoLanguageCheck = False,
    wait: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="How long to wait while another process writes.")
    ] = 30.0,
    quiet: Quiet = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="A line for each article, once it is kept.")] = False,
) -> None:
    """Read articles and keep their records in a ledger; made where there is none.

    What is in it already is passed over, so a run that was broken off goes on where it ended, and a second run writes
    nothing. An article whose text changed is a new version; the older one stays. Ready records (jsonl or json of
    dragoman read) are stored without reading. What cannot be read is named on standard error and the rest is read.
    Exit status: 0 all read, 1 some failed, 2 wrong usage, 130 interrupted.
    """
    with ending():
        from dragoman.cli.ingest import Request, paths_or_standard_input, run

        settings = reader_settings(
            published=published,
            lexicon=lexicon,
            batch_size=batch_size,
            max_chars=max_chars,
            no_language_check=no_language_check,
        )
        request = Request(
            paths=paths_or_standard_input(paths),
            ledger=ledger,
            workers=workers,
            wait=wait,
            quiet=quiet,
            verbose=verbose,
        )
        status = run(request, settings)
    raise typer.Exit(status)


def withdraw(
    article: Annotated[str, typer.Argument(metavar="ARTICLE_ID", help="The article that is withdrawn.")],
    by: By,
    ledger: LedgerFile = None,
    note: Note = None,
) -> None:
    """Withdraw an article: it and its records are in no view from now on, and --as-of an earlier time in all.

    Nothing is removed; the log keeps who withdrew it, when and why.
    """
    with ending():
        from dragoman.cli.ingest import withdraw as close

        close(article, ledger, by=by, note=note)


def query(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="events, statements, positions, assessments, meetings, figures, actors or articles.",
        ),
    ],
    ledger: LedgerFile = None,
    actor: Annotated[
        list[str] | None,
        many(
            "--actor", "WHO", "Country (RUS), CAMEO code (RUSGOV) or name, in any role; may be repeated: one of them."
        ),
    ] = None,
    by: Annotated[list[str] | None, many("--by", "WHO", "Who acts, speaks, demands.")] = None,
    target: Annotated[list[str] | None, many("--target", "WHO", "Who is acted upon, spoken to, demanded of.")] = None,
    type: Annotated[
        list[str] | None,
        many("--type", "TYPE", "PLOVER type of events, kind of statements and actors, stance of positions; commas."),
    ] = None,
    status: Annotated[
        list[str] | None,
        many("--status", "STATUS", "With commas, or all. Left out: of events, occurred,ongoing; of others, all."),
    ] = None,
    cameo: Annotated[list[str] | None, many("--cameo", "CODE", "Beginning of the CAMEO code of events (19).")] = None,
    issue: Annotated[list[str] | None, many("--issue", "WORDS", "Issue of positions and assessments.")] = None,
    since: Annotated[str | None, one("--from", "DATE", "First day (2022-01-10), month or year.")] = None,
    until: Annotated[str | None, one("--to", "DATE", "Last day, month or year; included.")] = None,
    source: Annotated[list[str] | None, many("--source", "OUTLET", "Outlet, or words of its name.")] = None,
    article: Annotated[list[str] | None, many("--article", "ID", "Only of this article.")] = None,
    text: Annotated[
        str | None, one("--text", "WORDS", 'Words that all occur, "a phrase", -without, begin*, one OR other.')
    ] = None,
    place: Annotated[list[str] | None, many("--place", "PLACE", "Place or its country (UKR).")] = None,
    near: Annotated[str | None, one("--near", "LAT,LON,KM", "Within so many kilometres: 50.45,30.52,100.")] = None,
    as_of: Annotated[
        str | None, one("--as-of", "TIME", "As it was known then (2022-01-10T12:00Z, or the end of a day).")
    ] = None,
    verdict: Annotated[
        str | None,
        one("--verdict", "VERDICT", "accepted, rejected, recoded, unjudged or any. Left out: all but the rejected."),
    ] = None,
    order: Annotated[str, one("--order", "ORDER", "newest or oldest day first.")] = "newest",
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Rows of a page; 0 is all.")] = 50,
    page: Annotated[int, typer.Option(min=1, metavar="N", help="Which page.")] = 1,
    format: Annotated[
        str | None,
        one("--format", "FORMAT", "table, json, jsonl or csv. Left out: table on a terminal, else jsonl."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """Ask a ledger: the records of a kind, by day, the newest first.

    All filters must hold; of a filter that is repeated, one value. A record's day is the one it began on, or else was
    reported on.
    """
    with ending():
        from dragoman.cli.query import Request, run

        filters = {
            "actor": actor, "by": by, "target": target, "type": type, "status": status, "cameo": cameo, "issue": issue,
            "since": since, "until": until, "source": source, "article": article, "text": text, "place": place,
            "near": near, "as_of": as_of, "verdict": verdict,
        }  # fmt: skip
        request = Request(
            kind=kind, filters=filters, order=order, limit=limit, page=page, format="json" if json else format
        )
        run(request, ledger)


def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="An article's id (ID@1: its version 1), a file of records, or a ledger."),
    ],
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEW", help="The same; left out: the newest version.", show_default=False),
    ] = None,
    ledger: LedgerFile = None,
    format: Annotated[str, one("--format", "FORMAT", "text or json.")] = "text",
) -> None:
    """Tell what a newer version of an article says differently: records that are new, gone, or changed.

    Also of two files of records, or two ledgers, article by article.
    """
    with ending():
        from dragoman.cli.diff import run

        run(old, new, ledger, format)


def series(
    dyad: Annotated[tuple[str, str], typer.Option("--dyad", metavar="WHO WHO", help="Two countries, codes or names.")],
    ledger: LedgerFile = None,
    step: Annotated[str, one("--step", "STEP", "day, week (from Monday) or month.")] = "week",
    directed: Annotated[
        bool, typer.Option("--directed", help="Only what the first does to the second; left out, both ways.")
    ] = False,
    type: Annotated[list[str] | None, many("--type", "TYPE", "PLOVER types, with commas.")] = None,
    status: Annotated[
        list[str] | None, many("--status", "STATUS", "With commas, or all. Left out: occurred,ongoing.")
    ] = None,
    since: Annotated[str | None, one("--from", "DATE", "First day (2022-01-10), month or year.")] = None,
    until: Annotated[str | None, one("--to", "DATE", "Last day, month or year; included.")] = None,
    source: Annotated[list[str] | None, many("--source", "OUTLET", "Outlet, or words of its name.")] = None,
    as_of: Annotated[str | None, one("--as-of", "TIME", "As it was known then.")] = None,
    format: Annotated[
        str | None, one("--format", "FORMAT", "table, csv or json. Left out: table on a terminal, else csv.")
    ] = None,
    plot: Annotated[Path | None, one("--plot", "FILE", "Also draw it, as .svg or .png (needs the extra plot).")] = None,
) -> None:
    """Count the events between two actors per day, week or month: quad classes, and the sum of Goldstein weights.

    Periods without events are rows of zeros. Every event counts once for each article that reports it.
    """
    with ending():
        from dragoman.cli.series import Request, run

        filters = {"type": type, "status": status, "since": since, "until": until, "source": source, "as_of": as_of}
        run(Request(dyad=dyad, step=step, directed=directed, filters=filters, format=format, plot=plot), ledger)


def judge(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="RECORD_ID",
            help="RECORD_ID accept|reject, RECORD_ID recode FIELD=VALUE…, undo RECORD_ID, queue, list or agreement.",
        ),
    ],
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who judges; kept with the date.", show_default=False)
    ] = None,
    ledger: LedgerFile = None,
    note: Note = None,
    kind: Annotated[str, one("--kind", "KIND", "Of queue: events, statements, positions …")] = "events",
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Of queue: how many.")] = 20,
    format: Annotated[str, one("--format", "FORMAT", "Of queue, list and agreement: table or json.")] = "table",
) -> None:
    """Judge records by hand: accept, reject, or recode fields of them. Views and exports follow, the record stays.

    queue gives those not yet judged, the most doubtful first; undo takes the latest judgement back; agreement compares
    those who judge with each other and with the machine. Parties are written as name or code of an actor of the
    article, with commas; none is null.
    """
    with ending():
        from dragoman.cli.judge import Request, run

        request = Request(words=tuple(words), by=by, note=note, kind=kind, limit=limit, format=format)
        run(request, ledger)


#: Command and its examples, in the order of the help.
COMMANDS: tuple[tuple[Callable[..., Any], tuple[str, ...]], ...] = (
    (
        ingest,
        (
            "dragoman ingest examples/ --ledger crisis.ledger",
            "dragoman read examples/geneva-week/source.txt | dragoman ingest - --ledger crisis.ledger",
        ),
    ),
    (
        query,
        (
            "dragoman query events --actor RUS --from 2022-01 --ledger crisis.ledger",
            'dragoman query statements --text "severe costs" --format csv --ledger crisis.ledger',
        ),
    ),
    (
        diff,
        (
            "dragoman diff art-8e26ed2acd56cf6a --ledger crisis.ledger",
            "dragoman diff examples/geneva-week/expected.jsonl examples/export-curbs/expected.jsonl",
        ),
    ),
    (
        series,
        (
            "dragoman series --dyad USA RUS --step month --ledger crisis.ledger",
            "dragoman series --dyad RUS UKR --directed --plot dyad.svg --ledger crisis.ledger",
        ),
    ),
    (
        judge,
        (
            "dragoman judge queue --ledger crisis.ledger",
            "dragoman judge agreement --ledger crisis.ledger",
        ),
    ),
    (
        withdraw,
        (
            "dragoman withdraw art-8e26ed2acd56cf6a --by Ada --ledger crisis.ledger",
            "dragoman query articles --as-of 2022-01-10 --ledger crisis.ledger",
        ),
    ),
)
