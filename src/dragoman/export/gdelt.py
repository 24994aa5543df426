"""GDELT 2.0 files: events (61 columns) and mentions (16), tab-separated, no header, no quoting (they end in .CSV).

An event row counts: rows that agree in day, both actors, code and place are one event, and `NumMentions`,
`NumSources` and `NumArticles` say how often, by how many outlets and in how many articles it was told. A mention row
is one passage that tells of it. Both files give an event the same `GlobalEventID`.

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
from dragoman.records import Actor, Place, Reading, Span

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


def _lines(readings: Iterable[Reading], order: Order, tally: Tally) -> Iterator[Line]:
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
           "begin (or end); published", lambda r: f"{r.day:%Y%m%d}"),
    Column("MonthYear", "YYYYMM", "month of it", "as Day", lambda r: f"{r.day:%Y%m}"),
    Column("Year", "YYYY", "year of it", "as Day", lambda r: f"{r.day:%Y}"),
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


def write_events(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """A row for each event, in order of the number of its first row among the readings."""
    tally = Tally()
    with shelf("number, head, tail, mentions, source, article, added, url") as rows:
        for row in _lines(readings, order, tally):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One passage that tells of an event; `first` is when the event was first told."""

    row: Line
    span: Span

    def offset_of(self, actor: Actor | None) -> int:
        """Where the passage names the actor; -1 where it does not."""
        spans = (m.span for m in actor.mentions) if actor is not None else ()
        return next((span.start for span in spans if self.span.contains(span)), -1)

    @property
    def trigger(self) -> int:
        trigger = self.row.dyad.event.trigger
        return trigger.start if self.span.contains(trigger) else -1


BEFORE: tuple[Column[Mention], ...] = (
    Column("GlobalEventID", "integer", "number of the event, as in the events file", "day, actors, code and place",
           lambda m: m.row.number),
)  # fmt: skip
FIRST: Column[str] = Column("EventTimeDate", "YYYYMMDDHHMMSS", "when the first report of the event was published, UTC",
                    "published", lambda added: added)  # fmt: skip
AFTER: tuple[Column[Mention], ...] = (
    Column("MentionTimeDate", "YYYYMMDDHHMMSS", "when this report was published, UTC", "published",
           lambda m: m.row.added),
    Column("MentionType", "integer", "1 web (there is a URL), 2 citation only", "article url",
           lambda m: 1 if m.row.dyad.scene.article.url else 2),
    Column("MentionSourceName", "text", "the outlet", "article source", lambda m: m.row.dyad.scene.article.source),
    Column("MentionIdentifier", "text", "URL, else the article's id", "article url",
           lambda m: cell(m.row.dyad.scene.article.url) or m.row.dyad.scene.article.id),
    Column("SentenceID", "integer", "sentence of the article, from 1", "evidence",
           lambda m: m.row.dyad.scene.sentence_number(m.span.start)),
    Column("Actor1CharOffset", "integer", "code point where the passage names the first actor, -1 where not",
           "actor mentions", lambda m: m.offset_of(m.row.dyad.source)),
    Column("Actor2CharOffset", "integer", "code point where the passage names the second actor, -1 where not",
           "actor mentions", lambda m: m.offset_of(m.row.dyad.target)),
    Column("ActionCharOffset", "integer", "code point where the passage names the act, -1 where another does",
           "trigger", lambda m: m.trigger),
    Column("InRawText", "0 or 1", "always 1: the offsets are those of the text as given", "none", lambda m: 1),
    Column("Confidence", "integer", "always empty: no confidence is calibrated", "none", lambda m: None),
    Column("MentionDocLen", "integer", "code points of the article", "article text",
           lambda m: len(m.row.dyad.scene.text)),
    Column("MentionDocTone", "number", "always empty: tone is not measured", "none", lambda m: None),
    Column("MentionDocTranslationInfo", "text", "always empty: nothing is translated", "none", lambda m: None),
    Column("Extras", "text", "id of the event record", "event id", lambda m: m.row.dyad.event.id),
)  # fmt: skip


def write_mentions(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """A row for each passage of evidence of each event, in order of the readings."""
    tally = Tally()
    with shelf("number, added, before, after") as rows:
        for row in _lines(readings, order, tally):
            for span in row.dyad.event.evidence or (row.dyad.event.trigger,):
                mention = Mention(row=row, span=span)
                rows.put(row.number, row.added, line(BEFORE, mention, null="")[:-1], line(AFTER, mention, null=""))
        firsts = "SELECT number, MIN(NULLIF(added, '')) AS first FROM rows GROUP BY number"
        told = rows.take(
            f"SELECT before, COALESCE(first, ''), after FROM rows JOIN ({firsts}) USING (number) ORDER BY rows.rowid"
        )
        for before, first, after in told:
            stream.write(b"\t".join((before, first.encode(), after)))
            tally.written += 1
    return tally


EVENT_COLUMNS = (*HEAD, *COUNTS, *TAIL, *END)
MENTION_COLUMNS = (*BEFORE, FIRST, *AFTER)
_fields = (*fields_of(HEAD, "empty")("events"), *fields_of(COUNTS, "empty")("events"),
           *fields_of(TAIL, "empty")("events"), *fields_of(END, "empty")("events"))  # fmt: skip
_mention_fields = (*fields_of(BEFORE, "empty")("events"), *fields_of((FIRST,), "empty")("events"),
                   *fields_of(AFTER, "empty")("events"))  # fmt: skip
EVENTS = Format(
    name="gdelt-events",
    title="GDELT 2.0 events (tab-separated, no header)",
    suffix=".export.CSV",
    write=write_events,
    fields=lambda kind: _fields,
    aliases=("gdelt",),
    note="Rows that agree in day, actors, code and place are one event, counted.",
)
MENTIONS = Format(
    name="gdelt-mentions",
    title="GDELT 2.0 mentions (tab-separated, no header)",
    suffix=".mentions.CSV",
    write=write_mentions,
    fields=lambda kind: _mention_fields,
    note="One row for each passage that tells of an event.",
)
