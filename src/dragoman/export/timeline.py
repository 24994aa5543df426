"""TimelineJS (JSON): a slide for each event that has a day. Text is HTML there, and everything foreign is escaped.

Numbers are numbers, months count from 1, and an end equal to its start is not written. No media is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any, BinaryIO

from dragoman.export import rights
from dragoman.export.cells import cell
from dragoman.export.contract import Field, Format, Kind, Order, Tally
from dragoman.export.days import day_of
from dragoman.export.scene import Scene, events_asked
from dragoman.records import Event, Reading
from dragoman.records.codec import dump

FIELDS = (
    Field(name="unique_id", type="text", meaning="id of the event record", source="Event.id", null="never null"),
    Field(name="start_date", type="year, month, day", meaning="first day", source="Event.begin", null="never null"),
    Field(name="end_date", type="year, month, day", meaning="last day, where it is a later one", source="Event.end",
          null="left out"),
    Field(name="text.headline", type="HTML, escaped", meaning="who to whom, type and mode, status where it is not "
          "occurred", source="Event", null="never null"),
    Field(name="text.text", type="HTML, escaped", meaning="the sentence that tells of it, outlet and day; by --text",
          source="Event.evidence, Article", null="empty"),
    Field(name="group", type="text", meaning="PLOVER type", source="Event.plover", null="never null"),
)  # fmt: skip


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """`{"events": [...]}`, a slide a line, in order of the readings (TimelineJS sorts)."""
    tally = Tally()
    stream.write(b'{"events":[')
    for scene, event in events_asked(readings, order):
        day = day_of(event.begin)
        if day is None:
            tally.leave("no first day is told")
            continue
        stream.write((b",\n" if tally.written else b"\n") + dump(_slide(scene, event, day, order)))
        tally.written += 1
    stream.write(b"\n]}\n")
    return tally


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _slide(scene: Scene, event: Event, day: date, order: Order) -> dict[str, Any]:
    spans = event.evidence or (event.trigger,)
    words = rights.sentence(scene, spans, order.text) or rights.quoted(scene, spans, order.text)
    source = ", ".join(cell(part) for part in (scene.article.source, scene.article.published) if part)
    last = day_of(event.end)
    sides = [", ".join(cell(a.name) for a in scene.parties(ids)) for ids in (event.source, event.target)]
    what = " ".join(p for p in (event.plover, event.mode) if p)
    status = "" if event.status == "occurred" else f" ({event.status})"
    headline = " – ".join(side for side in sides if side)
    return {
        "unique_id": event.id,
        "start_date": _date(day),
        **({"end_date": _date(last)} if last is not None and last > day else {}),
        "text": {
            "headline": escape(f"{headline}: {what}{status}" if headline else what + status),
            "text": "".join(f"<p>{escape(cell(part))}</p>" for part in (words, source) if part),
        },
        "group": event.plover,
    }


def fields(kind: Kind) -> tuple[Field, ...]:
    """The properties of a slide."""
    return FIELDS


FORMAT = Format(
    name="timeline",
    title="TimelineJS slides",
    suffix=".json",
    write=write,
    fields=fields,
    aliases=("timelinejs",),
    text="sentence",
    note="An event without a first day is left out and counted.",
)
