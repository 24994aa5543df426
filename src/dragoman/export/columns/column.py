"""A column of a table of records: what CSV and Parquet share, and what the data dictionary prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.export import rights
from dragoman.export.contract import Order
from dragoman.export.days import day_of, precision_of
from dragoman.export.scene import Scene
from dragoman.records import Actor, Place, Span

#: `words` are words of the text as they stand; `code` is a word of a closed list; `parties` are actors with id, name,
#: kind, country and code; `moment` is in UTC; a `span` is a pair of offsets in code points, half open.
Type = Literal[
    "text", "words", "code", "integer", "number", "boolean", "day", "moment", "texts", "codes", "span", "spans",
    "parties", "roles",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class At:
    """Where a column looks: the scene, the record, and what may be shown."""

    scene: Scene
    record: Any
    order: Order

    def quote(self, *spans: Span | None) -> str | None:
        return rights.quoted(self.scene, spans, self.order.text)

    def sentence(self, *spans: Span | None) -> str | None:
        return rights.sentence(self.scene, spans, self.order.text)

    def actor(self, actor: str | None) -> Actor | None:
        return self.scene.actors.get(actor) if actor is not None else None

    @property
    def place(self) -> Place | None:
        return self.scene.place(self.record)

    @property
    def speaker(self) -> Actor | None:
        """Who says what the record is said in."""
        statement = self.scene.said_by(self.record.said_in)
        return self.actor(statement.speaker) if statement is not None else None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, type, meaning, source in the record, and its value in a row (None: not known or not given)."""

    name: str
    type: Type
    meaning: str
    source: str
    of: Callable[[At], Any]


def plain_fields(*named: tuple[str, Type, str], of: str) -> tuple[Column, ...]:
    """Columns that are fields of the record under their own names."""

    def getter(name: str) -> Callable[[At], Any]:
        return lambda at: getattr(at.record, name)

    return tuple(Column(name, type, meaning, f"{of}.{name}", getter(name)) for name, type, meaning in named)


def actor_columns(name: str, meaning: str, of: str) -> tuple[Column, ...]:
    """An actor as four columns: id, name, country and code."""

    def get(part: str) -> Callable[[At], Any]:
        return lambda at: getattr(at.actor(getattr(at.record, name)), part, None)

    return (
        Column(f"{name}_id", "text", f"{meaning}: actor id", f"{of}.{name}", lambda at: getattr(at.record, name)),
        Column(name, "text", f"{meaning}: name", f"{of}.{name}, Actor.name", get("name")),
        Column(f"{name}_country", "code", f"{meaning}: ISO 3166-1 alpha-3", f"{of}.{name}, Actor.country",
               get("country")),
        Column(f"{name}_code", "code", f"{meaning}: CAMEO actor code", f"{of}.{name}, Actor.code", get("code")),
    )  # fmt: skip


def time_columns(of: str) -> tuple[Column, ...]:
    """When it is or was: as the record writes it, as days, and how well it is known."""
    return (
        Column("begin", "text", "first day or moment, included, with its offset", f"{of}.begin",
               lambda at: at.record.begin),
        Column("end", "text", "last day or moment, included, with its offset", f"{of}.end", lambda at: at.record.end),
        Column("begin_day", "day", "first day", f"{of}.begin", lambda at: day_of(at.record.begin)),
        Column("end_day", "day", "last day", f"{of}.end", lambda at: day_of(at.record.end)),
        Column("time_precision", "code", "moment, day, span (several days) or open (one end is not told)",
               f"{of}.begin, end", lambda at: precision_of(at.record.begin, at.record.end)),
    )  # fmt: skip


def place_columns(of: str) -> tuple[Column, ...]:
    """Where it is or was; only places that locate. The precision says whether a point is a street or a country."""

    def get(part: str) -> Callable[[At], Any]:
        return lambda at: getattr(at.place, part, None)

    source = f"{of}.place, Place"
    return (
        Column("place", "text", "name of the place", source, get("name")),
        Column("place_country", "code", "its state, ISO 3166-1 alpha-3", source, get("country")),
        Column("lat", "number", "degrees north, WGS 84", source, get("lat")),
        Column("lon", "number", "degrees east, WGS 84", source, get("lon")),
        Column("place_precision", "code", "point, city, region, country, line or unknown: what the point stands for",
               source, get("precision")),
        Column("geonameid", "integer", "id in GeoNames", source, get("geonameid")),
    )  # fmt: skip


def said_columns(of: str) -> tuple[Column, ...]:
    """Whose words say so; empty where the outlet itself does."""
    source = f"{of}.said_in, Statement.speaker"
    return (
        Column("said_in", "text", "id of the statement that says so; empty: the report itself", f"{of}.said_in",
               lambda at: at.record.said_in),
        Column("said_by", "text", "name of who says so", source, lambda at: getattr(at.speaker, "name", None)),
        Column("said_by_country", "code", "its state, ISO 3166-1 alpha-3", source,
               lambda at: getattr(at.speaker, "country", None)),
    )  # fmt: skip


def span_columns(name: str, meaning: str, of: str) -> tuple[Column, ...]:
    """A span of the record: its words, and where they stand."""
    return (
        Column(name, "words", meaning, f"{of}.{name}", lambda at: at.quote(getattr(at.record, name))),
        Column(f"{name}_span", "span", f"where: {meaning}", f"{of}.{name}", lambda at: getattr(at.record, name)),
    )  # fmt: skip


def spans_columns(name: str, meaning: str, of: str) -> tuple[Column, ...]:
    """A field of several spans: its words, and where they stand."""
    return (
        Column(name, "words", f"{meaning}; … between pieces", f"{of}.{name}",
               lambda at: at.quote(*getattr(at.record, name))),
        Column(f"{name}_spans", "spans", f"where: {meaning}", f"{of}.{name}", lambda at: getattr(at.record, name)),
    )  # fmt: skip


def sentence_column(spans: Callable[[Any], Iterable[Span | None]], of: str) -> Column:
    """The sentence around the evidence, on one line, cut where it is very long."""
    return Column(
        "sentence", "words", "the sentence around the evidence", f"{of}, Article.text",
        lambda at: at.sentence(*spans(at.record)),
    )  # fmt: skip


BECAUSE = Column("because", "texts", "rules and lexicon rows that led to it, in order", "because",
                 lambda at: at.record.because)  # fmt: skip
