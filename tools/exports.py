"""docs/exports.md, the data dictionary of every export, drawn from the columns and tables in the code."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.export import FORMATS
from dragoman.export.columns import TABLES
from dragoman.export.contract import Field, Format, Kind
from dragoman.export.csv import header_cells
from dragoman.lexicon.load import load_lexicon
from tools.reference import page, table

#: Formats whose fields are those of the tables of records, told once for both.
TABULAR = ("csv", "parquet")
INTRO = """\
`dragoman export FORMAT --ledger FILE --output PATH` writes what a ledger holds in the form of another project;
`--input RECORDS.jsonl` takes records as `dragoman read` wrote them instead. Left out, `--output` is standard output.

    dragoman export csv --input examples/geneva-week/expected.jsonl --excel --output events.csv
    dragoman export icews --ledger crisis.ledger --actor RUS --from 2022-01 --output events.tsv
    dragoman export parquet --ledger crisis.ledger --kind statements --output statements.parquet
    dragoman export ical --ledger crisis.ledger --output meetings.ics

What holds for all of them:

- **Only what happened.** Without `--status`, events are those that occurred or are ongoing. `--status all`, or a list
  with commas, adds what is scheduled, considered, conditional, denied or background.
- **Unknown is empty**, never a default code. What a format cannot say is left out, counted, and told on standard
  error.
- **The current version** of each article as it was judged by hand: what was rejected is left out, what was recoded has
  the analyst's codes. `--as-of` asks for what was known at a moment.
- **Oldest first, the same bytes every time.** No clock, no counter; a file appears under its name when it is whole.
- **A row leads to its words**: by the id of the record (`dragoman why ID`), by spans in code points of the text, and by
  the SHA-256 of that text.
"""
LEVELS = (
    ("full", "whole articles where the format has a place for them (jsonl, jsonld, csv and parquet of articles), and "
     "all below"),
    ("sentence", "the sentence around the evidence, and all below"),
    ("quote", "the words of the evidence itself, and headlines"),
    ("none", "no words of the text but what things are called (names, also of groups that have none, like "
     "\"two officials\"; what is counted; occasions); spans and digests stay, so that who holds the text "
     "can put the words back"),
)  # fmt: skip


CONVERSION = """\
## Acts and whether they happened

The record names an act and says apart whether it happened. ICEWS, POLECAT and GDELT files have one field for both, so
an act becomes what PLOVER calls it then; in CAMEO, an act to come has the code of the intent (046 negotiate: 036). What
has no row here is left out of them: a row would say that it was done. The other formats write act and status as they
are.

"""
PAIRS = """
A row is one source and one target. An act of two on one is two rows, and so is a mutual act (a meeting, a clash): each
party stands first once. Several articles that tell of one event give several rows, which share no id; `--one-a-day`
keeps the first of those that agree in day, both codes and the code of the act (as Phoenix did). GDELT events are
counted over articles anyway.
"""
TABLES_OF_RECORDS = """\
## Tables (csv, parquet)

`--kind` chooses what a row is; without it, events. Both formats have the same columns: Parquet nests parties, roles and
spans and has real types; CSV (RFC 4180, UTF-8) spreads them over the cells named here, joins lists by `;` (a `;` inside
gives way to a comma) and writes offsets as `12-40`. Unknown is null, in CSV an empty cell. `--excel` adds a byte order
mark and a `'` before what a spreadsheet would run. A Parquet file's metadata (`dragoman.version`, `.schema`, `.code`,
`.lexicon`, `.kind`) say what wrote it.
"""


def exports() -> str:
    """The page."""
    parts = [INTRO, _overview(), _text(), _conversion()]
    parts += [_tables(), *(_section(format) for format in FORMATS if format.name not in TABULAR)]
    return page("Exports", *parts)


def _overview() -> str:
    rows = (
        (f"[`{f.name}`](#{_anchor(f)})", f.title, ", ".join(f"`{a}`" for a in f.aliases), f.text or "none possible")
        for f in FORMATS
    )
    return "## Formats\n\n" + table(("name", "what", "also", "`--text` where left out"), rows)


def _anchor(format: Format) -> str:
    return "tables-csv-parquet" if format.name in TABULAR else format.name


def _text() -> str:
    return "## How much text\n\n`--text` says how much of the words of others a file gives.\n\n" + table(
        ("level", "gives"), ((f"`{name}`", what) for name, what in LEVELS)
    )


def _conversion() -> str:
    """The rows of status_conversions.tsv, in words."""
    days = {"act": "of the act", "report": "of the report that announces it"}
    rows = (
        (row["status"], "any" if row["plover"] == "*" else row["plover"],
         "the same" if row["becomes"] == "same" else row["becomes"], days[row["dated"]])
        for row in load_lexicon().rows("status_conversions")
    )  # fmt: skip
    return CONVERSION + table(("status", "act", "written as", "day"), rows) + PAIRS


def _tables() -> str:
    parts = [TABLES_OF_RECORDS]
    for kind, columns in TABLES.items():
        rows = (
            (f"`{c.name}`", c.type, c.meaning, c.source, ", ".join(f"`{cell}`" for cell in header_cells(c)))
            for c in columns
        )
        parts.append(f"### {kind}\n\n" + table(("column", "type", "meaning", "source", "cells of CSV"), rows))
    return "\n".join(parts)


def _section(format: Format) -> str:
    kind: Kind = format.kinds[0]
    head = f"## {format.name}\n\n{format.title}. {format.note}\n\n"
    return head + table(("field", "type", "meaning", "source", "if unknown"), _rows(format.fields(kind)))


def _rows(fields: Iterable[Field]) -> Iterable[tuple[str, ...]]:
    return ((f"`{f.name}`", f.type, f.meaning, f.source, f.null) for f in fields)
