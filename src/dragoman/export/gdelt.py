"""GDELT 2.0 events: 61 columns, tab-separated, no header, no quoting (the files end in .CSV).

A row counts: rows that agree in day, both actors, code and place are one event, and `NumMentions`, `NumSources` and
`NumArticles` say how often, by how many outlets and in how many articles it was told. `gdelt_mentions.py` writes each
passage that tells of it, under the same `GlobalEventID`.

There is no tone and no confidence: nothing of the kind is measured here, and the cells are empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from dragoman.export.cells import cell, digest_number
from dragoman.export.contract import Format, Order, Tally
from dragoman.export.days import stamp_of
from dragoman.export.dyads import Dyad, Parts, cameo_code, dyads, parts_of
from dragoman.export.geography import gdelt_type
from dragoman.export.icews import known_act, padded
from dragoman.export.shelf import shelf
from dragoman.export.tsv import Column, Value, fields_of, line
from dragoman.lexicon.formats import Act, FormatIndex
from dragoman.records import Place, Reading

MENTIONS_COUNTED = "counted over all rows that agree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A dyad with what its columns look up more than once."""

    dyad: Dyad
    codes: FormatIndex
    cameo: str
    act: Act
    source: Parts
    target: Parts
    place: Place | None
    day: date

    @property
    def added(self) -> str:
        """Publication as YYYYMMDDHHMMSS in UTC; empty where it is not known."""
        moment = stamp_of(self.dyad.scene.article.published)
        return moment.strftime("%Y%m%d%H%M%S").rjust(14, "0") if moment else ""

    @property
    def number(self) -> int:
        """GlobalEventID: a number from what makes two rows one event."""
        place = self.place
        where = (place.name, place.country or "") if place is not None else ("", "")
        sides = [
            (a.name, cameo_code(a, self.codes) or "") if a else ("", "") for a in (self.dyad.source, self.dyad.target)
        ]
        return digest_number(self.day.isoformat(), self.cameo, *sides[0], *sides[1], *where)


def lines(readings: Iterable[Reading], order: Order, tally: Tally) -> Iterator[Line]:
    """Every row to be; what has no CAMEO code or no day is counted in the tally."""
    codes = order.codes
    for dyad in dyads(readings, order, tally):
        act, day = known_act(dyad.code.cameo, codes), dyad.day_or_report
        if act is None or dyad.code.cameo is None:
            tally.leave("no CAMEO code is known")
        elif day is None:
            tally.leave("no day is known, of the act or of the report")
        else:
            yield Line(
                dyad=dyad,
                codes=codes,
                cameo=padded(dyad.code.cameo),
                act=act,
                source=parts_of(dyad.source, codes),
                target=parts_of(dyad.target, codes),
                place=dyad.scene.place(dyad.event),
                day=day,
            )


def digits(day: date) -> str:
    """YYYYMMDD."""
    return day.isoformat().replace("-", "")


def fraction(day: date) -> float:
    """The year with the part of it gone by, as GDELT's codebook reckons it: months of thirty days in a year of 365."""
    return round(day.year + ((day.month - 1) * 30 + day.day) / 365, 4)


def _code(row: Line, target: bool) -> Value:
    return cameo_code(row.dyad.target if target else row.dyad.source, row.codes)


def _name(row: Line, target: bool) -> Value:
    actor = row.dyad.target if target else row.dyad.source
    return actor.name.upper() if actor is not None else None


def _group(parts: Parts) -> Value:
    return parts.named


def _types(parts: Parts, at: int, codes: FormatIndex) -> Value:
    types = ((parts.body,) if parts.body else ()) + tuple(codes.cameo_sectors.get(s, s) for s in parts.sectors)
    return types[at] if at < len(types) else None


def _at(values: tuple[str, ...], at: int) -> Value:
    return values[at] if at < len(values) else None


def _side(n: int) -> tuple[Column[Line], ...]:
    """The ten columns of Actor1 or Actor2."""
    target, who = n == 2, "source" if n == 1 else "target"

    def parts(row: Line) -> Parts:
        return row.target if target else row.source

    def type_at(at: int) -> Callable[[Line], Value]:
        return lambda r: _types(parts(r), at, r.codes)

    def faith_at(at: int) -> Callable[[Line], Value]:
        return lambda r: _at(parts(r).faiths, at)

    actor = f"Actor{n}"
    return (
        Column(f"{actor}Code", "text", "CAMEO actor code", f"event {who}, actor code", lambda r: _code(r, target)),
        Column(f"{actor}Name", "text", "name in capitals", f"event {who}, actor name", lambda r: _name(r, target)),
        Column(f"{actor}CountryCode", "text", "its state, alpha-3", "actor country", lambda r: parts(r).country),
        Column(f"{actor}KnownGroupCode", "text", "named body", "actor code", lambda r: _group(parts(r))),
        Column(f"{actor}EthnicCode", "text", "people", "actor code", lambda r: _at(parts(r).peoples, 0)),
        Column(f"{actor}Religion1Code", "text", "faith", "actor code", faith_at(0)),
        Column(f"{actor}Religion2Code", "text", "second faith", "actor code", faith_at(1)),
        Column(f"{actor}Type1Code", "text", "kind of body or sector, CAMEO", "actor code", type_at(0)),
        Column(f"{actor}Type2Code", "text", "second sector", "actor code", type_at(1)),
        Column(f"{actor}Type3Code", "text", "third sector", "actor code", type_at(2)),
    )


def _no_place(n: int) -> tuple[Column[Line], ...]:
    """The eight columns of where an actor is: the record does not say, so the type is 0 and the rest empty."""
    actor, none = f"Actor{n}Geo_", "none"
    what = "always empty: the record does not place actors"
    names = ("FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return (
        Column(f"{actor}Type", "integer", "always 0: no place is given", none, lambda r: 0),
        *(Column(f"{actor}{name}", "text", what, none, lambda r: None) for name in names),
    )


def _fips(row: Line) -> Value:
    return row.codes.fips.get(row.place.country or "") if row.place is not None else None


def _full_name(row: Line) -> Value:
    place = row.place
    if place is None:
        return None
    country = row.codes.countries.get(place.country or "")
    return place.name if country is None or place.precision == "country" else f"{place.name}, {country}"


def _if_country(row: Line) -> Value:
    """GDELT writes the country's own code for a country; codes of its finer places are not in the record."""
    return _fips(row) if row.place is not None and row.place.precision == "country" else None


HEAD: tuple[Column[Line], ...] = (
    Column("GlobalEventID", "integer", "number of the event", "day, actors, code and place", lambda r: r.number),
    Column("Day", "YYYYMMDD", "day of the act; where the text gives none, and for acts to come, of the report",
           "begin (or end); published", lambda r: digits(r.day)),
    Column("MonthYear", "YYYYMM", "month of it", "as Day", lambda r: digits(r.day)[:6]),
    Column("Year", "YYYY", "year of it", "as Day", lambda r: digits(r.day)[:4]),
    Column("FractionDate", "number", "year and part of it gone by, months of 30 days in 365", "as Day",
           lambda r: fraction(r.day)),
    *_side(1),
    *_side(2),
    Column("IsRootEvent", "0 or 1", "1: it is told in the first paragraph of the report", "trigger, blocks",
           lambda r: int(r.dyad.scene.in_lead(r.dyad.event.trigger.start))),
    Column("EventCode", "text", "CAMEO code; for an act to come that of the intent", "cameo, status",
           lambda r: r.cameo),
    Column("EventBaseCode", "text", "its first three digits", "cameo", lambda r: r.cameo[:3]),
    Column("EventRootCode", "text", "its first two digits", "cameo", lambda r: r.cameo[:2]),
    Column("QuadClass", "integer", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material "
           "conflict", "CAMEO table", lambda r: r.act.quad),
    Column("GoldsteinScale", "number", "Goldstein value of the code, -10 to 10", "CAMEO table",
           lambda r: r.act.goldstein),
)  # fmt: skip
TAIL: tuple[Column[Line], ...] = (
    Column("AvgTone", "number", "always empty: tone is not measured", "none", lambda r: None),
    *_no_place(1),
    *_no_place(2),
    Column("ActionGeo_Type", "integer", "1 country, 2 US state, 3 US city, 4 world city, 5 world state, 0 none",
           "place precision", lambda r: gdelt_type(r.place) if r.place is not None else 0),
    Column("ActionGeo_FullName", "text", "place and state in words", "place", _full_name),
    Column("ActionGeo_CountryCode", "text", "FIPS 10-4 code of the state", "country_codes table", _fips),
    Column("ActionGeo_ADM1Code", "text", "the state's code where the place is a state, else empty", "as before",
           _if_country),
    Column("ActionGeo_ADM2Code", "text", "always empty: such codes are not in the record", "none", lambda r: None),
    Column("ActionGeo_Lat", "number", "degrees north; of a state, a point near its middle", "place",
           lambda r: r.place.lat if r.place is not None else None),
    Column("ActionGeo_Long", "number", "degrees east", "place", lambda r: r.place.lon if r.place is not None else None),
    Column("ActionGeo_FeatureID", "text", "the state's code where the place is a state, else empty (GNS and GNIS "
           "numbers are not those of GeoNames)", "as before", _if_country),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is only known when every row of an event is there."""

    mentions: int
    sources: int
    articles: int
    added: str
    url: str


COUNTS: tuple[Column[Counted], ...] = (
    Column("NumMentions", "integer", "passages that tell of it", MENTIONS_COUNTED, lambda c: c.mentions),
    Column("NumSources", "integer", "outlets that tell of it (at least 1)", MENTIONS_COUNTED, lambda c: c.sources),
    Column("NumArticles", "integer", "articles that tell of it", MENTIONS_COUNTED, lambda c: c.articles),
)
END: tuple[Column[Counted], ...] = (
    Column("DATEADDED", "YYYYMMDDHHMMSS", "when the first report of it was published, UTC", "published",
           lambda c: c.added),
    Column("SOURCEURL", "text", "URL of the first report, else the article's id", "article url", lambda c: c.url),
)  # fmt: skip


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """A row for each event, in order of the number of its first row among the readings."""
    tally = Tally()
    with shelf("number, head, tail, mentions, source, article, added, url") as rows:
        for row in lines(readings, order, tally):
            article = row.dyad.scene.article
            rows.put(row.number, line(HEAD, row, null="")[:-1], line(TAIL, row, null="")[:-1],
                     max(1, len(row.dyad.event.evidence)), article.source, article.id, row.added,
                     cell(article.url) or cell(article.id))  # fmt: skip
        counts = (
            "SELECT MIN(rowid) AS seq, SUM(mentions) AS mentions, MAX(1, COUNT(DISTINCT source)) AS sources, "
            "COUNT(DISTINCT article) AS articles, COALESCE(MIN(NULLIF(added, '')), '') AS added "
            "FROM rows GROUP BY number"
        )
        told = rows.take(
            "SELECT head, tail, c.mentions, c.sources, c.articles, c.added, url "
            f"FROM ({counts}) AS c JOIN rows ON rows.rowid = c.seq ORDER BY c.seq"
        )
        for head, tail, mentions, sources, articles, added, url in told:
            counted = Counted(mentions=mentions, sources=sources, articles=articles, added=added, url=url)
            numbers, end = line(COUNTS, counted, null="")[:-1], line(END, counted, null="")
            stream.write(b"\t".join((head, numbers, tail, end)))
            tally.written += 1
    return tally


_fields = (*fields_of(HEAD, "empty")("events"), *fields_of(COUNTS, "empty")("events"),
           *fields_of(TAIL, "empty")("events"), *fields_of(END, "empty")("events"))  # fmt: skip
FORMAT = Format(
    name="gdelt-events",
    title="GDELT 2.0 events (tab-separated, no header)",
    suffix=".export.CSV",
    write=write,
    fields=lambda kind: _fields,
    aliases=("gdelt",),
    note="Rows that agree in day, actors, code and place are one event, counted.",
)
