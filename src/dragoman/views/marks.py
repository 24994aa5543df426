"""Every record of a reading marked in its text: spans in, stretches out, each with the marks that lie over it.

Offsets are code points throughout; the cutting is done here, because a browser counts in UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from dragoman.records import Reading, Span
from dragoman.views.when import when

#: Kinds in the order they are listed: part of the reading, letter, what one is called, whether shown at first.
KINDS: tuple[tuple[str, str, str, bool], ...] = (
    ("statements", "S", "statement", True),
    ("events", "E", "event", True),
    ("positions", "P", "position", False),
    ("assessments", "J", "judgement", False),
    ("meetings", "M", "meeting", False),
    ("figures", "F", "figure", True),
    ("times", "T", "time", False),
    ("places", "L", "place", False),
    ("actors", "A", "actor", False),
)
LETTERS = {kind: letter for kind, letter, _, _ in KINDS}
CALLED = {kind: called for kind, _, called, _ in KINDS}
FIRST_SHOWN = tuple(kind for kind, _, _, shown in KINDS if shown)
#: Marks that lie over one stretch are drawn up to this number (an input made to nest deeper is cut here).
DEEPEST = 12


class Mark(NamedTuple):
    """One stretch of evidence: of which record (`key` names it within the article, `label` to the eye), in which part.

    `part` is the field of the record (content, cue, trigger …); `first` is true of the mark a link lands on.
    """

    span: Span
    kind: str
    key: str
    label: str
    part: str
    first: bool
    title: str


class Stretch(NamedTuple):
    """Text under the same marks, outermost first; `begins` and `ends` are the marks with an edge there."""

    text: str
    start: int
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]


def marks_of(reading: Reading) -> list[Mark]:
    """Every mark of the reading, in order of the kinds and the records."""
    out: list[Mark] = []
    for kind, letter, _, _ in KINDS:
        for index, record in enumerate(getattr(reading, kind)):
            key = getattr(record, "id", None) or f"{kind}.{index}"
            spans = list(_spans(kind, record))
            title = titled(reading, kind, record)
            first = next((n for n, (part, _) in enumerate(spans) if part != "cue"), 0)
            for number, (part, span) in enumerate(spans):
                if span.start < span.end:
                    out.append(Mark(span, kind, key, f"{letter}{index + 1}", part, number == first, title))
    return out


def stretches(text: str, marks: Iterable[Mark], start: int, end: int) -> Iterator[Stretch]:
    """The text between two offsets, cut at every edge of a mark; together the stretches are that text.

    >>> [(s.text, len(s.marks)) for s in stretches("It rained.", [], 0, 10)]
    [('It rained.', 0)]
    """
    held = sorted(
        (m for m in marks if m.span.start < end and m.span.end > start), key=lambda m: (m.span.start, -m.span.end)
    )
    starts: dict[int, list[Mark]] = {}
    edges = {start, end}
    for mark in held:
        left = max(mark.span.start, start)
        starts.setdefault(left, []).append(mark)
        edges |= {left, min(mark.span.end, end)}
    active: list[Mark] = []
    for left, right in pairwise(sorted(edges)):
        active = [m for m in active if m.span.end > left] + starts.get(left, [])
        shown = tuple(sorted(active, key=lambda m: (m.span.start, -m.span.end))[:DEEPEST])
        yield Stretch(
            text[left:right],
            left,
            shown,
            tuple(m for m in shown if m.span.start == left),
            tuple(m for m in reversed(shown) if m.span.end == right),
        )


def _spans(kind: str, record: object) -> Iterator[tuple[str, Span]]:
    """(field, span) of what is marked of a record of this kind."""
    for name in MARKED[kind]:
        value = getattr(record, name)
        if isinstance(value, Span):
            yield name, value
        elif value:
            for one in value:
                span = getattr(one, "span", one)
                if isinstance(span, Span):
                    yield name, span


#: Which spans of a record are marked. Of an event its trigger and what hangs on it: its evidence is the whole clause.
MARKED: dict[str, tuple[str, ...]] = {
    "statements": ("cue", "content"),
    "events": ("trigger", "object", "condition"),
    "positions": ("proposition", "condition"),
    "assessments": ("span",),
    "meetings": ("evidence",),
    "figures": ("span",),
    "times": ("span",),
    "places": ("span",),
    "actors": ("mentions",),
}


def titled(reading: Reading, kind: str, record: object) -> str:
    """A record in a few words: `Sergei Ryabkov, indirect`, `Russia to Ukraine: ASSAULT, denied`."""
    names = {a.id: a.name for a in reading.actors}
    match kind:
        case "statements":
            return f"{names.get(getattr(record, 'speaker', None) or '', 'nobody named')}, {_of(record, 'kind')}"
        case "events":
            return _titled_event(record, names)
        case "positions":
            return f"{names.get(_of(record, 'actor'), 'nobody named')} {_of(record, 'stance')}"
        case "assessments":
            return ", ".join(filter(None, (_of(record, "kind"), _of(record, "strength"))))
        case "meetings":
            return f"meeting, {_of(record, 'status')}"
        case "figures":
            return _of(record, "what") or _of(record, "unit") or "figure"
        case "times":
            value = getattr(record, "value", None)
            return when(getattr(record, "begin", None), getattr(record, "end", None), value) or "unresolved"
        case "places":
            return ", ".join(filter(None, (_of(record, "name"), _of(record, "country"), _of(record, "role"))))
        case _:
            return ", ".join(filter(None, (_of(record, "name"), _of(record, "code"))))


def _of(record: object, field: str) -> str:
    return str(getattr(record, field, None) or "")


def _titled_event(event: object, names: dict[str, str]) -> str:
    """`Russia and United States: CONSULT, occurred`."""
    who, whom = (", ".join(names.get(i, "") for i in getattr(event, side)) for side in ("source", "target"))
    between = " and " if getattr(event, "reciprocal", False) else " to "
    act = _of(event, "plover") or _of(event, "cameo") or "act"
    return f"{who or 'nobody named'}{between + whom if whom else ''}: {act}, {_of(event, 'status')}"
