"""The commands that need a ledger, with their options; each imports its work when it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli.ends import ending

LedgerFile = Annotated[
    Path | None,
    typer.Option("--ledger", metavar="FILE", help="The ledger; left out: DRAGOMAN_LEDGER.", show_default=False),
]
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
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date (2022-01-10); goes before the file's own.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read.")] = 1,
    batch_size: Annotated[int, typer.Option(min=1, metavar="N", help="Blocks parsed at once.")] = 64,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Folder of tables laid over ours; may be repeated.", show_default=False),
    ] = None,
    max_chars: Annotated[
        int, typer.Option(min=1, metavar="N", help="Refuse a document that is longer, by name.")
    ] = 5_000_000,
    no_language_check: Annotated[
        bool, typer.Option("--no-language-check", help="Read also what does not look English.")
    ] = False,
    wait: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="How long to wait while another process writes.")
    ] = 30.0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes, no progress; errors only.")] = False,
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
        from dragoman.settings import Settings

        settings = Settings(
            published=published,
            lexicon=tuple(lexicon or ()),
            batch_size=batch_size,
            max_chars=max_chars,
            language_check=not no_language_check,
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
        withdraw,
        (
            "dragoman withdraw art-8e26ed2acd56cf6a --by Ada --ledger crisis.ledger",
            "dragoman query articles --as-of 2022-01-10 --ledger crisis.ledger",
        ),
    ),
)
