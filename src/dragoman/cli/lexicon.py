"""`dragoman lexicon`: what Dragoman knows of words and names, and rows of one's own over it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.ends import SOME_FAILED, ending, say
from dragoman.cli.help_text import examples
from dragoman.cli.options import LexiconFolders

if TYPE_CHECKING:
    from dragoman.views.lexicon import Sheet

lexicon = typer.Typer(
    no_args_is_help=True,
    help="What Dragoman knows of words and names: list its tables, check a folder of your own, add rows to it, "
    "import dictionaries.",
    epilog=examples("dragoman lexicon list", "dragoman lexicon check"),
)


class Shown(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Scheme(StrEnum):
    CAMEO = "cameo"
    WEIS = "weis"
    OWN = "own"


class Dictionary(StrEnum):
    PETRARCH = "petrarch"


@lexicon.command(
    name="list",
    epilog=examples("dragoman lexicon list states --grep persia", "dragoman lexicon list triggers --format csv"),
)
def list_tables(
    table: Annotated[
        str | None, typer.Argument(metavar="TABLE", help="A table; left out, all tables are named.", show_default=False)
    ] = None,
    grep: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only rows of which a cell holds TEXT; capitals do not matter.")
    ] = None,
    format: Annotated[
        Shown,
        typer.Option(metavar="FORMAT", help="table: for people. json: one array of objects. csv: with a header."),
    ] = Shown.TABLE,
    folders: LexiconFolders = None,
) -> None:
    """Show the tables, or the rows of one."""
    with ending():
        from dragoman.lexicon.load import load_lexicon
        from dragoman.views import lexicon as view

        loaded = load_lexicon(tuple(folders or ()))
        if table is not None:
            sheet = view.rows(loaded, table, grep=grep)
        else:
            sheet = view.tables(loaded) if grep is None else view.everywhere(loaded, grep)
        _print(sheet, format)


@lexicon.command(epilog=examples("dragoman lexicon check", "dragoman lexicon check examples/own-words"))
def check(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="DIR", help="Folders of tables, laid over ours in this order.", show_default=False),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Problems only, no notes and no count.")] = False,
) -> None:
    """Hold every table against its columns and its meaning; with DIR, your tables laid over ours.

    One line a problem: file, row, column and what is wrong. Notes tell of rows that lie over ours and of rows that
    never get their turn. Exit status: 0 no problem, 1 a problem, 2 wrong usage.
    """
    with ending():
        from dragoman.lexicon.check import every_problem
        from dragoman.views.plain import plain

        problems = every_problem(tuple(folders or ()))
        wrong = sum(not problem.note for problem in problems)
        for problem in problems:
            if not (quiet and problem.note):
                print(plain(str(problem)))
        if not quiet:
            notes = f", {_count(len(problems) - wrong, 'note')}" if len(problems) > wrong else ""
            print(f"{_count(wrong, 'problem')}{notes}")
    raise typer.Exit(SOME_FAILED if wrong else 0)


@lexicon.command(
    epilog=examples(
        'dragoman lexicon add media name="The Ravenhill Courier" kind=paper country=GBR --folder my',
        'dragoman lexicon add coded_actors phrase="PORT_ELDRIDGE" code=VELGOV --folder my',
    )
)
def add(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="The table; `dragoman lexicon list` names them.")],
    cells: Annotated[list[str], typer.Argument(metavar="COLUMN=VALUE", help="The cells; columns left out are empty.")],
    folder: Annotated[Path, typer.Option(metavar="DIR", help="Your folder; it is made where it is not there.")],
    over: Annotated[bool, typer.Option("--over", help="Lay the row over the row of ours that has its key.")] = False,
) -> None:
    """Add a row to a table of your folder; it is checked first, and a row that stands already is refused."""
    with ending():
        from dragoman.lexicon.edit import add_row

        row = dict(_cell(cell) for cell in cells)
        added = add_row(table, row, folder, over_ours=over)
        print(f"{added.row.file}:{added.row.line}: {added.row.name}")
        if added.over is not None:
            say(f"dragoman: over ours, {added.over.file}:{added.over.line}")


@lexicon.command(
    name="import",
    epilog=examples(
        "dragoman lexicon import petrarch --actors examples/own-codes/actors.txt "
        "--agents examples/own-codes/agents.txt --verbs examples/own-codes/verbs.txt --to codes",
        "dragoman read examples/own-codes/report.txt --lexicon codes --published 2031-05-03",
    ),
)
def import_dictionary(
    dictionary: Annotated[Dictionary, typer.Argument(metavar="FORMAT", help="petrarch: TABARI, PETRARCH, PETRARCH-2.")],
    to: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write; read with `--lexicon DIR`.")],
    actors: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Actors; may be repeated.", show_default=False)
    ] = None,
    agents: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Agents; may be repeated.", show_default=False)
    ] = None,
    verbs: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Verbs and patterns; may be repeated.", show_default=False)
    ] = None,
    discards: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Discards; may be repeated.", show_default=False)
    ] = None,
    codes: Annotated[
        Scheme | None,
        typer.Option(
            metavar="SCHEME",
            show_default=False,
            help="What the codes of the verbs are: cameo, weis, or own (any other). Left out, they tell themselves.",
        ),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace the coding tables of the folder.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No warnings; counts only.")] = False,
) -> None:
    """Import dictionaries into a folder of tables; their codes appear in the records as they are written there.

    Every line that cannot be read as it stands is named on standard error, with its number and the reason.
    """
    with ending():
        from dragoman.errors import UsageError
        from dragoman.lexicon.load import load_lexicon
        from dragoman.lexicon.petrarch import Given, codes_of_schemes, convert

        del dictionary  # the only one there is
        given = Given(
            actors=tuple(actors or ()), agents=tuple(agents or ()), verbs=tuple(verbs or ()),
            discards=tuple(discards or ()), scheme={None: None, Scheme.OWN: ""}.get(codes, codes),
        )  # fmt: skip
        if not (given.actors or given.agents or given.verbs or given.discards):
            raise UsageError("no dictionary is named", hint="--actors, --agents, --verbs, --discards")
        report = convert(given, to, schemes=codes_of_schemes(load_lexicon()), replace=replace)
        for warning in report.warnings if not quiet else ():
            say(f"dragoman: {warning}")
        for table, count in report.rows.items():
            print(f"{table}: {_count(count, 'row')}")
        if given.verbs:
            print(f"codes: {report.scheme.upper() or 'of their own, so PLOVER types are not known'}")
        print(f"{_count(len(report.warnings), 'warning')}; read with --lexicon {to}")


def _cell(written: str) -> tuple[str, str]:
    column, sign, value = written.partition("=")
    if not sign or not column.strip():
        raise typer.BadParameter(f"{written!r} is no COLUMN=VALUE", param_hint="COLUMN=VALUE")
    return column.strip(), value


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _print(sheet: Sheet, shown: Shown) -> None:
    """The sheet on standard output."""
    import sys

    if shown is Shown.JSON:
        from dragoman.records.codec import pretty

        sys.stdout.flush()
        sys.stdout.buffer.write(pretty([dict(zip(sheet.columns, line, strict=True)) for line in sheet.lines]) + b"\n")
        return
    if shown is Shown.CSV:
        import csv

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(sheet.columns)
        writer.writerows(sheet.lines)
        return
    from rich.table import Table
    from rich.text import Text

    from dragoman.cli.output import console_on
    from dragoman.views.plain import plain

    empty = [not any(line[n] for line in sheet.lines) for n in range(len(sheet.columns))]
    picture = Table(box=None, pad_edge=False, header_style="bold")
    for name, left_out in zip(sheet.columns, empty, strict=True):
        if not left_out:
            picture.add_column(name, overflow="fold")
    for line in sheet.lines:
        picture.add_row(*(Text(plain(cell)) for cell, left_out in zip(line, empty, strict=True) if not left_out))
    console_on(sys.stdout).print(picture)
    print(_count(len(sheet.lines), "row"))
