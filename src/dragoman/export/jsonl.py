"""JSON Lines: a record a line, in the contract's order of keys, as `dragoman read` writes it; by default with its text.

With less than the full text, `article.text` is null, spans stay, and every record carries the words that may be
given: `words` (its spans, by field) and, with `--text sentence`, `sentence`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from dragoman.export import rights
from dragoman.export.contract import Field, Format, Kind, Order, Tally
from dragoman.export.scene import Scene
from dragoman.records import Reading, Span
from dragoman.records.codec import SCHEMA_VERSION, dump, field_meanings, to_builtins

#: Fields that are a span or spans, by part of the record, the evidence last.
SPANS: dict[str, tuple[str, ...]] = {
    "places": ("span",),
    "times": ("span",),
    "statements": ("source", "cue", "content"),
    "events": ("object", "condition", "trigger", "evidence"),
    "positions": ("proposition", "condition", "evidence"),
    "assessments": ("span", "evidence"),
    "figures": ("span",),
    "meetings": ("agenda", "evidence"),
    "relations": ("cue",),
}


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """A line for each reading; events of other statuses are left out, and what points to them."""
    tally = Tally()
    for reading in readings:
        stream.write(dump(_shown(reading, order)) + b"\n")
        tally.written += 1
    return tally


def _shown(reading: Reading, order: Order) -> dict[str, Any]:
    record = to_builtins(reading)
    gone = {event.id for event in reading.events if event.status not in order.statuses}
    record["events"] = [event for event in record["events"] if event["id"] not in gone]
    record["relations"] = [r for r in record["relations"] if r["from"] not in gone and r["to"] not in gone]
    for assessment in record["assessments"]:
        if assessment["about"] in gone:
            assessment["about"] = None
    if order.text != "full":
        _without_text(record, Scene(reading), order)
    return {"schema_version": SCHEMA_VERSION, **record}


def _without_text(record: dict[str, Any], scene: Scene, order: Order) -> None:
    record["article"]["text"] = None
    record["article"]["title"] = rights.title(scene, order.text)
    if order.text == "none":
        return
    for part, names in SPANS.items():
        for row in record[part]:
            spans = {name: _spans(row[name]) for name in names}
            row["words"] = {name: [span.of(scene.text) for span in found] for name, found in spans.items() if found}
            if order.text == "sentence":
                row["sentence"] = scene.sentence(spans[names[-1]])


def _spans(value: Any) -> list[Span]:
    """The spans of a field: one, several or none."""
    if not value:
        return []
    return [Span(*value)] if isinstance(value[0], int) else [Span(*span) for span in value]


def fields(kind: Kind) -> tuple[Field, ...]:
    """The fields of the record, and what an export adds."""
    rows = [Field(name="schema_version", type="text", meaning="version of the record's schema", source="none")]
    for name, meaning in field_meanings().items():
        rows.append(Field(name=name, type="see the schema", meaning=meaning, source="the record", null="null"))
    rows.append(Field(name="words", type="object", meaning="the words of the record's spans, by field; with --text "
                      "sentence and quote", source="Article.text", null="left out"))  # fmt: skip
    rows.append(Field(name="sentence", type="text", meaning="the sentence around the evidence; with --text sentence",
                      source="Article.text", null="null"))  # fmt: skip
    return tuple(rows)


FORMAT = Format(
    name="jsonl",
    title="JSON Lines, the record itself",
    suffix=".jsonl",
    write=write,
    fields=fields,
    kinds=("articles",),
    text="full",
    note="One line for each article. With the full text `dragoman why` and `dragoman export --input` read it back.",
)
