"""ICEWS event files: 20 columns with a header, tab-separated, no quoting; one row for each who-to-whom.

The event is in CAMEO terms. A row bears the day of the act, else that of the report: the format has no other date.
Receivers: the R package `icews`, and whatever was written for the ICEWS files on Dataverse (1995 to April 2023).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from dragoman.export.cells import joined, number_of
from dragoman.export.contract import Field, Format, Kind, Order, Tally
from dragoman.export.dyads import Dyad, Parts, dyads, parts_of
from dragoman.export.geography import Where, where_of
from dragoman.export.tsv import Column, fields_of, line, write_header
from dragoman.lexicon.formats import Act, FormatIndex
from dragoman.records import Actor, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A dyad with what its columns look up more than once."""

    dyad: Dyad
    codes: FormatIndex
    cameo: str
    act: Act
    source: Parts
    target: Parts
    where: Where


def padded(cameo: str) -> str:
    """A root as ICEWS and GDELT write it: 04 is 040."""
    return cameo + "0" if len(cameo) == 2 else cameo


def known_act(cameo: str | None, codes: FormatIndex) -> Act | None:
    """The row of the code in the CAMEO table, of its root where the code is padded."""
    if not cameo:
        return None
    return codes.acts.get(cameo) or codes.acts.get(cameo[:2])


def _sectors(parts: Parts, codes: FormatIndex) -> str | None:
    blocks = ((parts.body,) if parts.body else ()) + parts.sectors
    names = [name for block in blocks for name in codes.icews_sectors.get(block, ())]
    return joined(list(dict.fromkeys(names)), ",") or None


def _country(parts: Parts, codes: FormatIndex) -> str | None:
    return codes.countries.get(parts.country or "")


def _name(actor: Actor | None) -> str | None:
    return actor.name if actor is not None else None


def _day(row: Line) -> str | None:
    day = row.dyad.day_or_report
    return day.isoformat() if day else None


E = "the event record"
COLUMNS: tuple[Column[Line], ...] = (
    Column("Event ID", "integer", "number of the row; divided by 32, in hexadecimal, the beginning of the record's id",
           "event id and row", lambda r: number_of(r.dyad.event.id, r.dyad.row)),
    Column("Event Date", "day", "day of the act; where the text gives none, and for acts to come, day of the report",
           "begin (or end); published", _day),
    Column("Source Name", "text", "who acts", f"{E}: source", lambda r: _name(r.dyad.source)),
    Column("Source Sectors", "list, commas", "its sectors in words, narrow before wide", "actor code, by table",
           lambda r: _sectors(r.source, r.codes)),
    Column("Source Country", "text", "its state in words", "actor country", lambda r: _country(r.source, r.codes)),
    Column("Event Text", "text", "name of the CAMEO code, not the sentence", "CAMEO table", lambda r: r.act.name),
    Column("CAMEO Code", "text", "CAMEO code of three or four digits; for an act to come that of the intent",
           f"{E}: cameo, status", lambda r: padded(r.cameo)),
    Column("Intensity", "number", "Goldstein value of the code, -10 to 10", "CAMEO table", lambda r: r.act.goldstein),
    Column("Target Name", "text", "on whom", f"{E}: target", lambda r: _name(r.dyad.target)),
    Column("Target Sectors", "list, commas", "as Source Sectors", "actor code, by table",
           lambda r: _sectors(r.target, r.codes)),
    Column("Target Country", "text", "as Source Country", "actor country", lambda r: _country(r.target, r.codes)),
    Column("Story ID", "integer", "number of the article: equal for all rows of one article", "article id",
           lambda r: number_of(r.dyad.scene.article.id)),
    Column("Sentence Number", "integer", "sentence of the article that names the act, from 1", f"{E}: trigger",
           lambda r: r.dyad.scene.sentence_number(r.dyad.event.trigger.start)),
    Column("Publisher", "text", "the outlet", "article source", lambda r: r.dyad.scene.article.source),
    Column("City", "text", "the town or site, where the act is located so finely", f"{E}: place",
           lambda r: r.where.city),
    Column("District", "text", "always empty: the record has no districts", "none", lambda r: None),
    Column("Province", "text", "the region, where the act is located in one", f"{E}: place",
           lambda r: r.where.province),
    Column("Country", "text", "the state in words", "place country", lambda r: r.where.country),
    Column("Latitude", "number", "degrees north; empty where only the country is known", "place",
           lambda r: r.where.lat),
    Column("Longitude", "number", "degrees east; empty where only the country is known", "place",
           lambda r: r.where.lon),
)  # fmt: skip


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """The header, then a row for each pair of parties of each event asked for."""
    tally, codes = Tally(), order.codes
    write_header(COLUMNS, stream)
    for dyad in dyads(readings, order, tally):
        act = known_act(dyad.code.cameo, codes)
        if act is None or dyad.code.cameo is None:
            tally.leave("no CAMEO code is known")
            continue
        row = Line(
            dyad=dyad,
            codes=codes,
            cameo=dyad.code.cameo,
            act=act,
            source=parts_of(dyad.source, codes),
            target=parts_of(dyad.target, codes),
            where=where_of(dyad.scene.place(dyad.event), codes),
        )
        stream.write(line(COLUMNS, row, null=""))
        tally.written += 1
    return tally


FIELDS: Callable[[Kind], tuple[Field, ...]] = fields_of(COLUMNS, "empty")
FORMAT = Format(
    name="icews",
    title="ICEWS events (TSV)",
    suffix=".tsv",
    write=write,
    pairs=True,
    fields=FIELDS,
    note="One row for each source and target; a mutual act is two rows. A type without a CAMEO code is left out.",
)
