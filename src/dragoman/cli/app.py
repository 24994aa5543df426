"""The commands of `dragoman`, with their options; each imports its work when it runs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.ends import ending
from dragoman.cli.export import export
from dragoman.cli.help_text import examples
from dragoman.cli.ledger_commands import COMMANDS
from dragoman.cli.lexicon import lexicon as lexicon_commands
from dragoman.cli.options import (
    BatchSize,
    LedgerFile,
    LexiconFolders,
    MaxChars,
    NoLanguageCheck,
    Published,
    Quiet,
    Workers,
    reader_settings,
)
from dragoman.cli.serve import serve

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


app.add_typer(lexicon_commands, name="lexicon")


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


@app.callback(
    invoke_without_command=True,
    epilog=examples("dragoman read examples/geneva-week/source.txt", "dragoman --version --json"),
)
def top(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="With --version: as JSON, with digests of code, lexicon and model.")
    ] = False,
) -> None:
    """Reads news reports of diplomacy and crises: who said, did and threatened what, and which words say so."""
    if version:
        from dragoman.cli.version import print_version

        with ending():
            print_version(as_json=json)
        raise typer.Exit
    if json:
        raise typer.BadParameter("goes with --version; a command has its own", param_hint="--json")


@app.command(
    epilog=examples(
        "dragoman read examples/geneva-week/source.txt --published 2022-01-11",
        "cat examples/geneva-week/source.txt | dragoman read - > records.jsonl",
    )
)
def read(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False),
    ] = None,
    published: Published = None,
    format: Annotated[
        Format | None,
        typer.Option(
            metavar="FORMAT",
            help="table: a picture for people. json: one array of records. jsonl: a record a line. "
            "Left out: table on a terminal, else jsonl (with --output x.json: json).",
            show_default=False,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="Write there; the file appears when it is whole."),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Also write a page that shows the evidence marked in the text."),
    ] = None,
    workers: Workers = 1,
    batch_size: BatchSize = 64,
    lexicon: LexiconFolders = None,
    rejects: Annotated[bool, typer.Option("--rejects", help="Also write what was left out, and why.")] = False,
    max_chars: MaxChars = 5_000_000,
    no_language_check: NoLanguageCheck = False,
    quiet: Quiet = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what was read, and the count.")] = False,
) -> None:
    """Read articles and write a cited record of each.

    Kinds are told by content: plain text, HTML, RSS and Atom, JSON Lines, WARC, these in gzip or zstandard, folders.
    What cannot be read is named on standard error and the rest is read.
    Exit status: 0 all read, 1 some failed, 2 wrong usage, 130 interrupted.
    """
    with ending():
        from dragoman.cli.reading import Request, run

        if json and format not in (None, Format.JSON):
            raise typer.BadParameter(f"contradicts --format {format}", param_hint="--json")
        settings = reader_settings(
            published=published,
            lexicon=lexicon,
            batch_size=batch_size,
            max_chars=max_chars,
            no_language_check=no_language_check,
        )
        request = Request(
            paths=tuple(paths or ()),
            format="json" if json else format.value if format else None,
            output=output,
            html=html,
            workers=workers,
            rejects=rejects,
            quiet=quiet,
            verbose=verbose,
        )
        status = run(request, settings)
    raise typer.Exit(status)


@app.command(
    epilog=examples(
        "dragoman why events.0 --in examples/geneva-week/expected.jsonl",
        "dragoman read examples/geneva-week/source.txt | dragoman why statements.0 --in -",
    )
)
def why(
    record: Annotated[
        str,
        typer.Argument(metavar="RECORD_ID", help="An id, its first letters, or a place in the record (events.0)."),
    ],
    file: Annotated[
        str | None,
        typer.Option(
            "--in", metavar="FILE", help="Records as written by read; - for standard input.", show_default=False
        ),
    ] = None,
    ledger: LedgerFile = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="DIR",
            envvar="DRAGOMAN_LEXICON",
            show_default=False,
            help="Folder of tables that the record was read with.",
        ),
    ] = None,
) -> None:
    """Tell why a record is there: its sentence, and the rules and lexicon rows behind it, with file and line."""
    with ending():
        from dragoman.cli.why import explain, explain_stored

        if file is not None:
            explain(record, file, tuple(lexicon or ()))
        else:
            explain_stored(record, ledger, tuple(lexicon or ()))


@app.command(epilog=examples("dragoman schema", "dragoman schema > record.schema.json"))
def schema() -> None:
    """Print the record as JSON Schema (2020-12), generated from the types."""
    with ending():
        import sys

        from dragoman.records.codec import json_schema, pretty

        sys.stdout.buffer.write(pretty(json_schema()) + b"\n")


app.command(
    epilog=examples(
        "dragoman export csv --input examples/geneva-week/expected.jsonl --excel",
        "dragoman export ical --input examples/geneva-week/expected.jsonl > week.ics",
    )
)(export)

app.command(epilog=examples("dragoman serve examples", "dragoman serve crisis.ledger --port 8000 --open"))(serve)


for command, shown in COMMANDS:
    app.command(epilog=examples(*shown))(command)
