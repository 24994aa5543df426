"""Found: one row of an answer, with the record inside, and the article it stands in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.ledger.schema import columns_of
from dragoman.records import Actor, Assessment, Event, Figure, Meeting, Position, Statement
from dragoman.records.codec import decode_part

TYPES: dict[str, type[Any]] = {
    "events": Event, "statements": Statement, "positions": Position, "assessments": Assessment,
    "meetings": Meeting, "figures": Figure, "actors": Actor,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """The version of the article that a record stands in."""

    n: int
    id: str
    version: int
    outlet: str | None
    agency: str | None
    title: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One record as stored.

    `part` is its table ("events"), `n` its number there, `day` the day it is ordered by, `words` its evidence on one
    line, `columns` the named columns of its table (names of actors and places instead of references). `verdict` is
    null, accepted, rejected or recoded; `columns` are as judged, `record` and `json` as the machine read it.
    """

    part: str
    n: int
    id: str
    place_in: int
    day: str | None
    words: str
    verdict: str | None
    article: Cited
    columns: Mapping[str, Any]
    json: str = field(repr=False)

    @property
    def record(self) -> Any:
        """The record itself: an Event, a Statement …, as the reader gave it; None of an article."""
        return decode_part(self.json, TYPES[self.part]) if self.part in TYPES else None

    def __getitem__(self, name: str) -> Any:
        return self.columns[name]

    def flat(self) -> dict[str, Any]:
        """One flat row: what a table, a CSV file or a data frame shows."""
        a = self.article
        return {
            "id": self.id, "day": self.day, **self.columns, "verdict": self.verdict, "article": a.id,
            "version": a.version, "outlet": a.outlet, "published": a.published, "title": a.title, "url": a.url,
            "words": self.words,
        }  # fmt: skip

    def raw(self) -> dict[str, Any]:
        """The record as JSON has it, with `article`, `day`, `verdict` and `words` beside it."""
        a = self.article
        record: dict[str, Any] = json.loads(self.json)
        cited = {"id": a.id, "version": a.version, "source": a.outlet, "published": a.published, "title": a.title,
                 "url": a.url}  # fmt: skip
        shown = {name: value for name, value in self.columns.items() if name not in record}
        return {
            **record,
            "shown": shown,
            "article": cited,
            "day": self.day,
            "verdict": self.verdict,
            "words": self.words,
        }


#: Columns of an article's version that an answer gives.
ARTICLE_COLUMNS = (
    "language", "published_basis", "characters", "sha256", "reason", "ended", "known_from", "known_to",
)  # fmt: skip
_CITED = "a.n, a.id, a.version, a.outlet, a.agency, a.title, a.published, a.url"


def selected(kind: str) -> str:
    """The columns to select for `found_of`, from `r` (the record) and `a` (its article)."""
    own = ", ".join(f'r."{name}"' for name in (ARTICLE_COLUMNS if kind == "articles" else columns_of(kind)))
    if kind == "articles":
        return f"r.n, r.id, 0, r.day, '', NULL, '', {_CITED}, {own}"
    return f"r.n, r.id, r.place_in, r.day, r.words, r.verdict, r.json, {_CITED}, {own}"


def found_of(kind: str, row: tuple[Any, ...]) -> Found:
    """The Found of a row that `selected` asked for."""
    n, key, place_in, day, words, verdict, text = row[:7]
    names = ARTICLE_COLUMNS if kind == "articles" else columns_of(kind)
    cited = dict(zip(("n", "id", "version", "outlet", "agency", "title", "published", "url"), row[7:15], strict=True))
    return Found(
        part=kind, n=n, id=key, place_in=place_in, day=day, words=words, verdict=verdict, article=Cited(**cited),
        columns=dict(zip(names, row[15:], strict=True)), json=text,
    )  # fmt: skip
