"""GDELT 2.0 mentions: 16 columns, tab-separated, no header; a row for each passage that tells of an event.

`GlobalEventID` is that of the events file (`gdelt.py`). Offsets are code points of the article's text. There is no
tone and no confidence: nothing of the kind is measured here, and the cells are empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from dragoman.export.cells import cell
from dragoman.export.contract import Format, Order, Tally
from dragoman.export.gdelt import Line, lines
from dragoman.export.shelf import shelf
from dragoman.export.tsv import Column, fields_of, line
from dragoman.records import Actor, Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One passage that tells of an event."""

    row: Line
    span: Span

    def offset_of(self, actor: Actor | None) -> int:
        """Where the passage names the actor; -1 where it does not."""
        found = self.row.dyad.scene.mention_in(actor, self.span) if actor is not None else None
        return found.start if found is not None else -1

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


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """A row for each passage of evidence of each event, in order of the readings."""
    tally = Tally()
    with shelf("number, added, before, after") as rows:
        for row in lines(readings, order, tally):
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


_fields = (*fields_of(BEFORE, "empty")("events"), *fields_of((FIRST,), "empty")("events"),
           *fields_of(AFTER, "empty")("events"))  # fmt: skip
FORMAT = Format(
    name="gdelt-mentions",
    title="GDELT 2.0 mentions (tab-separated, no header)",
    suffix=".mentions.CSV",
    write=write,
    fields=lambda kind: _fields,
    note="One row for each passage that tells of an event.",
)
