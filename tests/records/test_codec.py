"""A Reading survives JSON, the schema says what is written, and nothing private is written by default."""

from __future__ import annotations

import json

import msgspec
import pytest

from dragoman.records import Article, Block, Event, Reading, Reject, Relation, Span
from dragoman.records.codec import decode, encode, json_schema, to_builtins
from dragoman.records.ids import text_digest

TEXT = "Envoys met in Oslo."


def reading(text: str = TEXT) -> Reading:
    return Reading(
        article=Article(id="art-1", text=text, sha256=text_digest(text)),
        blocks=(Block(kind="body", span=Span(0, len(text))),),
        events=(Event(id="evt-1", plover="CONSULT", status="occurred", trigger=Span(7, 10), evidence=(Span(0, 18),)),),
        relations=(Relation(id="rel-1", kind="before", source="evt-1", target="evt-2", cue=Span(0, 6)),),
        rejects=(Reject(span=Span(0, 6), stage="events", reason="no act"),),
        notes=("read as utf-16",),
    )


def test_a_reading_survives_json() -> None:
    line = encode(reading(), rejects=True)
    assert decode(line) == Reading(**{f: getattr(reading(), f) for f in Reading.__dataclass_fields__ if f != "notes"})


def test_rejects_and_notes_are_written_only_when_asked_for() -> None:
    assert not {"rejects", "notes"} & set(to_builtins(reading()))
    assert to_builtins(reading(), rejects=True)["rejects"][0]["reason"] == "no act"
    assert "notes" not in to_builtins(reading(), rejects=True)


def test_relations_are_written_as_from_and_to() -> None:
    row = to_builtins(reading())["relations"][0]
    assert (row["from"], row["to"]) == ("evt-1", "evt-2")
    assert "source" not in row


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    line = encode(reading("Envoys met in \ud800slo."))
    assert json.loads(line)["article"]["text"] == "Envoys met in \ud800slo."


def test_a_wrong_value_is_named_with_its_path() -> None:
    line = encode(reading()).replace(b'"occurred"', b'"maybe"')
    with pytest.raises(msgspec.ValidationError, match=r"events\[0\]|status"):
        decode(line)


def test_the_schema_has_every_field_that_is_written_and_no_other() -> None:
    schema = json_schema()
    assert set(schema["$defs"]["Reading"]["properties"]) == set(to_builtins(reading(), rejects=True))
    for name, part in (("Event", "events"), ("Relation", "relations"), ("Block", "blocks")):
        assert set(schema["$defs"][name]["properties"]) == set(to_builtins(reading())[part][0])
    assert "from" in schema["$defs"]["Relation"]["required"]
