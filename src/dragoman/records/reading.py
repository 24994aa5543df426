"""Reading: everything found in one article; the object that `dragoman.read` returns."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from dragoman.records.actor import Actor
from dragoman.records.article import Article, Block
from dragoman.records.event import Event
from dragoman.records.figure import Figure
from dragoman.records.meeting import Meeting
from dragoman.records.place import Place
from dragoman.records.position import Assessment, Position
from dragoman.records.reject import Reject
from dragoman.records.relation import Relation
from dragoman.records.statement import Statement
from dragoman.records.timeref import TimeRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The record of one article. Sequences stand in order of the text; all ids hold within the article."""

    article: Article
    blocks: tuple[Block, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[TimeRef, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    figures: tuple[Figure, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    relations: tuple[Relation, ...] = ()
    rejects: tuple[Reject, ...] = ()
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(getattr(self, part))} {part}" for part in ("actors", "statements", "events", "meetings")
        )
        return f"Reading({self.article.title or self.article.id!r}: {counts})"

    def _repr_html_(self) -> str:
        """What a notebook shows; the face is a view, called by name because a noun imports no other room."""
        shown: str = import_module("dragoman.views.page").fragment(self)
        return shown
