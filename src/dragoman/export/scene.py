"""A scene: one reading with the look-ups that rows need, each made once. Nothing here decides; it only finds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from dragoman.export.contract import Order
from dragoman.records import Actor, Block, Event, Meeting, Place, Reading, Span, Statement
from dragoman.views.passage import ABBREVIATED, END, passage, words


class Scene:
    """A reading, its actors and statements by id, its sentences by number."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.article = reading.article
        self.text = reading.article.text
        self.actors = {actor.id: actor for actor in reading.actors}
        self.statements = {statement.id: statement for statement in reading.statements}

    def parties(self, ids: Iterable[str]) -> list[Actor]:
        """The actors of these ids; an id that the record does not have is passed over."""
        return [self.actors[i] for i in ids if i in self.actors]

    def name(self, actor: str | None) -> str | None:
        found = self.actors.get(actor) if actor is not None else None
        return found.name if found is not None else None

    def said_by(self, statement: str | None) -> Statement | None:
        return self.statements.get(statement) if statement is not None else None

    def place(self, record: Event | Meeting) -> Place | None:
        """Where it was: a place that locates; a capital that stands for its government puts nothing on a map."""
        at = record.place
        if at is None or not 0 <= at < len(self.reading.places):
            return None
        place = self.reading.places[at]
        return place if place.role == "location" else None

    def sentence(self, spans: Iterable[Span]) -> str | None:
        """The sentence around the spans, on one line."""
        marks = list(spans)
        return words(passage(self.text, marks, self._blocks_at(min(marks).start) if marks else ())) or None

    def _blocks_at(self, offset: int) -> list[Block]:
        """The block that begins last before the character: where it holds the evidence it is its paragraph."""
        starts, blocks = self._paragraphs
        at = bisect_right(starts, offset)
        return blocks[max(0, at - 1) : at]

    def mention_in(self, actor: Actor, span: Span) -> Span | None:
        """The first mention of the actor inside the span."""
        mentions = self._mentions.get(actor.id)
        if mentions is None:
            mentions = self._mentions[actor.id] = sorted(m.span for m in actor.mentions)
        for at in range(bisect_left(mentions, (span.start, 0)), len(mentions)):
            if mentions[at].start >= span.end:
                return None
            if span.contains(mentions[at]):
                return mentions[at]
        return None

    def quote(self, spans: Iterable[Span]) -> str | None:
        """The words of the spans as they stand, the pieces in order, `` … `` between them."""
        pieces = [self.text[max(0, s.start) : max(0, s.end)] for s in spans]
        return " … ".join(piece for piece in pieces if piece) or None

    def sentence_number(self, offset: int) -> int:
        """The number of the sentence that holds the character, the first of the article is 1."""
        return bisect_right(self._ends, offset) + 1

    def in_lead(self, offset: int) -> bool:
        """Does it stand in the first paragraph of the report?"""
        lead = self._lead
        return lead is not None and lead.start <= offset < lead.end

    @cached_property
    def _mentions(self) -> dict[str, list[Span]]:
        """Mentions of actors in order of the text, as far as they were asked for."""
        return {}

    @cached_property
    def _paragraphs(self) -> tuple[list[int], list[Block]]:
        blocks = sorted(self.reading.blocks, key=lambda block: block.span)
        return [block.span.start for block in blocks], blocks

    @cached_property
    def _lead(self) -> Span | None:
        return next((block.span for block in self.reading.blocks if block.kind == "body"), None)

    @cached_property
    def _ends(self) -> list[int]:
        """Where sentences end: the end of each block, and inside it full stops as `views.passage` sees them."""
        text, ends = self.text, []
        blocks = [block.span for block in self.reading.blocks] or [Span(0, len(text))]
        for start, end in blocks:
            for match in END.finditer(text, start, end):
                if not ABBREVIATED.search(text, max(start, match.start() - 4), match.start()):
                    ends.append(match.end())
            ends.append(end)
        return sorted(set(ends))


def events_asked(readings: Iterable[Reading], order: Order) -> Iterator[tuple[Scene, Event]]:
    """Each event of a status that was asked for, with the scene of its reading, in order of the readings."""
    for reading in readings:
        scene = Scene(reading)
        for event in reading.events:
            if event.status in order.statuses:
                yield scene, event
