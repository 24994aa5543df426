"""Tables of records: which columns each kind has, and one row for each record.

CSV and Parquet write the same tables; `TABLES` is also the data dictionary of both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from dragoman.export import rights
from dragoman.export.columns.column import At, Column
from dragoman.export.columns.events import EVENTS, MEETINGS
from dragoman.export.columns.said import ASSESSMENTS, FIGURES, POSITIONS, STATEMENTS
from dragoman.export.columns.who import ACTORS, ARTICLES, PLACES
from dragoman.export.contract import Kind, Order
from dragoman.export.days import stamp_of
from dragoman.export.scene import Scene
from dragoman.records import Reading

Cell = TypeVar("Cell")
_ID = Column("id", "text", "id of the record, made from its content", "id", lambda at: at.record.id)
_ORIGIN: tuple[Column, ...] = (
    Column("article", "text", "id of the article", "Article.id", lambda at: at.scene.article.id),
    Column("sha256", "text", "SHA-256 of the article's text in UTF-8: what the spans count in", "Article.sha256",
           lambda at: at.scene.article.sha256),
    Column("outlet", "text", "who published it", "Article.source", lambda at: at.scene.article.source),
    Column("agency", "text", "wire service it comes from", "Article.agency", lambda at: at.scene.article.agency),
    Column("url", "text", "where it was published", "Article.url", lambda at: at.scene.article.url),
    Column("title", "words", "headline", "Article.title", lambda at: rights.title(at.scene, at.order.text)),
    Column("published", "text", "publication as the source gives it, with its offset", "Article.published",
           lambda at: at.scene.article.published),
    Column("published_utc", "moment", "publication in UTC; a bare day at its midnight", "Article.published",
           lambda at: stamp_of(at.scene.article.published)),
    Column("published_basis", "code", "given, metadata, inferred or unknown", "Article.published_basis",
           lambda at: at.scene.article.published_basis),
)  # fmt: skip
TABLES: Mapping[Kind, tuple[Column, ...]] = {
    "events": (_ID, *_ORIGIN, *EVENTS),
    "statements": (_ID, *_ORIGIN, *STATEMENTS),
    "positions": (_ID, *_ORIGIN, *POSITIONS),
    "assessments": (_ID, *_ORIGIN, *ASSESSMENTS),
    "figures": (_ID, *_ORIGIN, *FIGURES),
    "meetings": (_ID, *_ORIGIN, *MEETINGS),
    "actors": (_ID, *_ORIGIN, *ACTORS),
    "places": (*_ORIGIN, *PLACES),
    "articles": (*_ORIGIN, *ARTICLES),
}


def rows_of(readings: Iterable[Reading], order: Order) -> Iterator[At]:
    """A row for each record of the kind asked for, in order of the readings and of the text."""
    for reading in readings:
        scene = Scene(reading)
        for record in _records(reading, order):
            yield At(scene, record, order)


def cells_of(
    readings: Iterable[Reading], order: Order, render: Callable[[Column], Callable[[Any], Cell]], null: Cell
) -> Iterator[list[Cell]]:
    """The cells of each row; those of the article are rendered once for all rows of it.

    `render` gives for a column what turns a value that is known into a cell.
    """
    renders = [(column.of, render(column), column in _ORIGIN) for column in TABLES[order.kind]]
    scene, shared = None, list[Cell]()
    for row in rows_of(readings, order):
        if row.scene is not scene:
            scene = row.scene
            shared = [_cell(of, shown, row, null) for of, shown, of_article in renders if of_article]
        again = iter(shared)
        yield [next(again) if of_article else _cell(of, shown, row, null) for of, shown, of_article in renders]


def _cell(of: Callable[[At], Any], shown: Callable[[Any], Cell], row: At, null: Cell) -> Cell:
    value = of(row)
    return null if value is None else shown(value)


def _records(reading: Reading, order: Order) -> Iterable[Any]:
    if order.kind == "articles":
        return (reading.article,)
    if order.kind == "events":
        return (event for event in reading.events if event.status in order.statuses)
    if order.kind == "meetings" and order.meeting_statuses is not None:
        return (m for m in reading.meetings if m.status in order.meeting_statuses)
    records: Iterable[Any] = getattr(reading, order.kind)
    return records
