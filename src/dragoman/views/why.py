"""Why a record is there: its evidence, and what each name in its `because` means and where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from dragoman.errors import NoSuchRecord
from dragoman.lexicon.load import Lexicon, Row
from dragoman.records import Reading, Span
from dragoman.views.passage import Passage, passage
from dragoman.views.plain import plain, shortened

#: Parts of a reading whose members are records.
PARTS = ("blocks", "actors", "times", "places", "statements", "events", "positions", "assessments", "figures",
         "meetings", "relations")  # fmt: skip
#: Fields that are spans of evidence, of any record.
SPANS = ("span", "source", "cue", "content", "trigger", "evidence", "object", "condition", "proposition", "agenda",
         "mentions")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A name in `because`: a rule (`where` is its module) or a row of a table (`where` is file and line)."""

    name: str
    meaning: str
    where: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A record: its kind and place (`events.0`), its fields that say something, its sentences, its reasons."""

    kind: str
    id: str
    article: str
    facts: tuple[tuple[str, str], ...]
    sentences: tuple[Passage, ...]
    reasons: tuple[Reason, ...]


def find_records(readings: Iterable[Reading], wanted: str) -> list[tuple[Reading, str, int]]:
    """(reading, part, index) of every record that the id, the beginning of an id or the place names."""
    found = [hit for reading in readings for hit in _hits(reading, wanted)]
    exact = [hit for hit in found if getattr(getattr(hit[0], hit[1])[hit[2]], "id", None) == wanted]
    return exact[:1] if exact else found


def one_record(readings: Iterable[Reading], wanted: str) -> tuple[Reading, str, int]:
    """The one record that is meant; NoSuchRecord where there is none, or several."""
    found = find_records(readings, wanted)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NoSuchRecord(f"no record {wanted!r}", hint="ids stand in the records; a place is events.0")
    names = [_label(*hit) for hit in found[:5]]
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    raise NoSuchRecord(f"{wanted!r} may be {', '.join(names)}{more}", hint="write more of the id")


def explain(reading: Reading, part: str, index: int, lexicon: Lexicon) -> Explanation:
    """All that can be told of one record."""
    record = getattr(reading, part)[index]
    return Explanation(
        kind=f"{part}.{index}",
        id=getattr(record, "id", "") or "",
        article=plain(reading.article.title or reading.article.id),
        facts=tuple(_facts(reading, record)),
        sentences=tuple(_sentences(reading, record)),
        reasons=tuple(reason(name, lexicon) for name in record.because),
    )


def reason(name: str, lexicon: Lexicon) -> Reason:
    """What a name in `because` means."""
    rule = lexicon.find(f"rules:{name}")
    if rule:
        return Reason(name=name, meaning=rule["meaning"], where=rule["module"])
    row = lexicon.find(name)
    if row:
        return Reason(name=name, meaning=_cells(row), where=f"{row.file}:{row.line}")
    return Reason(name=name, meaning="not among the rules and tables in use", where=None)


def _cells(row: Row) -> str:
    return plain(", ".join(f"{column} {value}" for column, value in row.values.items() if value))


def _hits(reading: Reading, wanted: str) -> Iterator[tuple[Reading, str, int]]:
    part, _, number = wanted.rpartition(".")
    if part in PARTS and number.isdecimal():
        if int(number) < len(getattr(reading, part)):
            yield reading, part, int(number)
        return
    for name in PARTS:
        for index, record in enumerate(getattr(reading, name)):
            if wanted and getattr(record, "id", "").startswith(wanted):
                yield reading, name, index


def _label(reading: Reading, part: str, index: int) -> str:
    record_id = getattr(getattr(reading, part)[index], "id", None)
    return plain(record_id or f"{part}.{index} of {reading.article.id}")


def _spans(record: Any) -> Iterator[Span]:
    for name in SPANS:
        value = getattr(record, name, None)
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            for one in value:
                span = getattr(one, "span", one)
                if isinstance(span, Span):
                    yield span


def _sentences(reading: Reading, record: Any) -> Iterator[Passage]:
    """The sentences of the evidence, those that lie near each other as one."""
    blocks = [b.span for b in reading.blocks]
    groups: list[list[Span]] = []
    for span in sorted(set(_spans(record))):
        if groups and span.start - max(s.end for s in groups[-1]) < NEAR and _together(groups[-1][0], span, blocks):
            groups[-1].append(span)
        else:
            groups.append([span])
    trigger = getattr(record, "trigger", None)
    for group in groups[:SENTENCES]:
        # The evidence of an event is its whole clause, which would mark all: its trigger and what hangs on it say more.
        marks = [s for s in group if s not in record.evidence or s == trigger] if trigger else group
        yield passage(reading.article.text, marks or group, reading.blocks)


def _together(one: Span, other: Span, blocks: list[Span]) -> bool:
    """Do both stand in the same block?"""
    return any(b.contains(one) and b.contains(other) for b in blocks) or not blocks


#: Spans closer than this are shown in one passage; and passages shown of one record; and characters of a span.
NEAR = 80
QUOTED = 120
SENTENCES = 6


def _facts(reading: Reading, record: Any) -> Iterator[tuple[str, str]]:
    """(field, value as words) for every field that says something; of a span, the words it covers."""
    names = {a.id: a.name for a in reading.actors}
    for f in fields(record):
        value = getattr(record, f.name)
        if f.name in {"id", "because", "mentions"} or value in (None, (), False):
            continue
        if _is_span(value):
            spans = (value,) if isinstance(value, Span) else value
            words = (s.of(reading.article.text)[: QUOTED * 8] for s in spans[:SENTENCES])
            quoted = (f"“{shortened(plain(w), QUOTED)}”" for w in words)
            yield f.name, " ".join(quoted)
            continue
        if f.name == "place" and isinstance(value, int) and value < len(reading.places):
            value = reading.places[value].name
        yield f.name, plain(_shown(value, names))


def _is_span(value: Any) -> bool:
    return isinstance(value, Span) or (isinstance(value, tuple) and bool(value) and isinstance(value[0], Span))


def _shown(value: Any, names: dict[str, str]) -> str:
    if isinstance(value, tuple):
        return ", ".join(_shown(one, names) for one in value)
    if hasattr(value, "__dataclass_fields__"):
        parts = [_shown(v, names) for f in fields(value) if (v := getattr(value, f.name)) not in (None, (), False)]
        return " ".join(parts)
    return names.get(value, value) if isinstance(value, str) else str(value).lower() if value is True else str(value)
