"""Readings to JSON and back, and the contract as JSON Schema. The only module that knows msgspec."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.errors import Unreadable
from dragoman.records.reading import Reading

SCHEMA_VERSION = "1"
#: Fields of a Reading that are not part of the record as written by default.
PRIVATE = ("rejects", "notes")
#: Python names that are reserved words in the contract.
RENAMED = {"relations": {"source": "from", "target": "to"}}
#: The first bytes of an SQLite file.
SQLITE = b"SQLite format 3\0"
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")

T = TypeVar("T")


def to_builtins(reading: Reading, *, rejects: bool = False) -> dict[str, Any]:
    """The record of record.md as plain dictionaries and lists, keys in the order of the contract."""
    record: dict[str, Any] = msgspec.to_builtins(reading)
    for name in PRIVATE:
        if name != "rejects" or not rejects:
            record.pop(name)
    for part, names in RENAMED.items():
        record[part] = [{names.get(k, k): v for k, v in row.items()} for row in record[part]]
    return record


def encode(reading: Reading, *, rejects: bool = False) -> bytes:
    """One line of JSON, without the line's end; lone surrogates are written as escapes."""
    return dump(to_builtins(reading, rejects=rejects))


def dump(value: Any) -> bytes:
    """Any value as JSON, without white space."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # a lone surrogate: only the standard library writes it, as an escape
        import json

        return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()


def part_of(reading: Reading, part: str) -> Any:
    """One part of the record as it is written: `part_of(reading, "relations")` has "from" and "to"."""
    rows = getattr(reading, part)
    if part not in RENAMED:
        return rows
    return [{RENAMED[part].get(k, k): v for k, v in row.items()} for row in msgspec.to_builtins(rows)]


def decode(line: bytes | str) -> Reading:
    """A Reading from one line of JSON; msgspec.ValidationError says what is wrong at which path."""
    record = load(line)
    for part, names in RENAMED.items():
        back = {v: k for k, v in names.items()}
        if isinstance(record, dict) and isinstance(record.get(part), list):
            record[part] = [{back.get(k, k): v for k, v in row.items()} for row in record[part]]
    return msgspec.convert(record, Reading, strict=False)


def read_records(data: bytes, *, name: str) -> Iterator[Reading]:
    """The readings of what was written as JSON Lines or as one JSON array; Unreadable says which line is wrong."""
    if data.startswith(SQLITE):
        raise Unreadable("it is a ledger, not records", where=name, hint="name it with --ledger")
    if data.lstrip()[:1] == b"[":
        data = b"\n".join(_members(data, name))
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                yield decode(line)
            except (msgspec.DecodeError, ValueError) as error:
                raise Unreadable(f"no record: {error}", where=f"{name}:{number}") from error


def _members(data: bytes, name: str) -> list[msgspec.Raw]:
    try:
        return msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, ValueError) as error:
        raise Unreadable(f"no array of records: {error}", where=name) from error


def load(line: bytes | str) -> Any:
    """Any JSON value."""
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:  # the escape of a lone surrogate (see `dump`): only the standard library reads it
        if not SURROGATE.search(line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass")):
            raise
        import json

        return json.loads(line)


def decode_part(data: bytes | str, kind: type[T]) -> T:
    """One record by itself (an Event, a Statement …), as `dump` wrote it."""
    return msgspec.convert(load(data), kind, strict=False)


def with_values(record: T, changes: Mapping[str, Any]) -> T:
    """The record with other values in these fields, which are checked as those of a file are (ValueError)."""
    values = {f.name: getattr(record, f.name) for f in dataclasses.fields(record)}  # type: ignore[arg-type]
    return decode_part(dump(values | dict(changes)), type(record))


def pretty(value: Any) -> bytes:
    """JSON over several lines, for people."""
    return msgspec.json.format(dump(value), indent=2)


def field_meanings() -> dict[str, str]:
    """`Event.status` -> what the field means, for every field of the record (`because` is the same everywhere)."""
    lines = (Path(__file__).parent / "fields.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines[2:])


def json_schema() -> dict[str, Any]:
    """The contract as JSON Schema (2020-12), generated from the types."""
    schema = msgspec.json.schema(Reading)
    defs = schema["$defs"]
    for name in PRIVATE:
        if name != "rejects":
            defs["Reading"]["properties"].pop(name)
    properties = defs["Relation"]["properties"]
    defs["Relation"]["properties"] = {RENAMED["relations"].get(k, k): v for k, v in properties.items()}
    defs["Relation"]["required"] = [RENAMED["relations"].get(k, k) for k in defs["Relation"]["required"]]
    for name, meaning in field_meanings().items():
        kind, _, field = name.partition(".")
        defs[kind]["properties"][field]["description"] = meaning
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Dragoman record", **schema}
