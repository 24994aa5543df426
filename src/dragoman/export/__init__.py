"""THE EXPORTS: readings in, a file of another project's form out. One module a format, one function each.

    contract.py  what is asked, what comes of it        plover.py  act and status, one type   scene.py  look-ups
    dyads.py     events -> rows of who to whom          rights.py  how much text is given     shelf.py  rows set aside
    columns/     tables of records (CSV, Parquet)       cells.py   foreign text, disarmed     asked.py  of a ledger

A writer takes readings in the order they shall stand, streams, and never changes a fact: what a format cannot say is
left out and counted in the `Tally`. The same readings give the same bytes.
"""

from __future__ import annotations

from dragoman.errors import UnknownName
from dragoman.export import (
    annotation,
    csv,
    gdelt,
    gdelt_mentions,
    geojson,
    gexf,
    ical,
    icews,
    jsonl,
    jsonld,
    parquet,
    polecat,
    timeline,
)
from dragoman.export.contract import Format

#: Every format, in the order in which they are shown.
FORMATS: tuple[Format, ...] = (
    jsonl.FORMAT, csv.FORMAT, parquet.FORMAT, icews.FORMAT, polecat.FORMAT, gdelt.FORMAT, gdelt_mentions.FORMAT,
    geojson.FORMAT, ical.FORMAT, gexf.FORMAT, annotation.FORMAT, timeline.FORMAT, jsonld.FORMAT,
)  # fmt: skip


def format_named(name: str) -> Format:
    """The format of this name or alias (`-` or `_`, any case); UnknownName lists the known ones."""
    wanted = name.casefold().replace("_", "-")
    for format in FORMATS:
        if wanted == format.name or wanted in format.aliases:
            return format
    raise UnknownName("format", name, [format.name for format in FORMATS])
