"""An article as it was published, its records marked in it, and one of them explained."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.lexicon.load import Lexicon
from dragoman.records import Block, Reading, Span
from dragoman.views.deceit import warnings
from dragoman.views.marks import KINDS, Mark, Stretch, marks_of, stretches, titled
from dragoman.views.plain import plain, shortened
from dragoman.views.why import Explanation, explain

#: Characters of a text on one page; a longer text goes on at the next part.
PART = 60_000
#: Blocks that are no report: shown, but dimmed.
FURNITURE = frozenset({"appeal", "navigation", "other", "credit", "byline", "dateline"})
#: Characters of a record's words in the list beside the text.
BRIEF = 90


@dataclass(frozen=True, slots=True)
class Section:
    """A block: its kind ("body"; "" for what lies between blocks) and its stretches."""

    kind: str
    furniture: bool
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Blocks that stand on one line, as a dateline and the sentence behind it do; `kind` is that of the main one."""

    kind: str
    furniture: bool
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in the list: `part` is the page of the text it stands on."""

    key: str
    label: str
    title: str
    words: str
    part: int


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """`parts` counts the pages of the text; `chosen` is the key of the record that `why` explains."""

    reading: Reading
    title: str
    warnings: tuple[str, ...]
    part: int
    parts: int
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[Group, ...]
    chosen: str
    kind: str
    label: str
    why: Explanation | None


def article(reading: Reading, lexicon: Lexicon | None, *, record: str = "", part: int = 0) -> ArticleView:
    """The view; `record` is an id or a place in the record (`times.3`), `part` a page of a long text.

    Where a record is chosen and no part, the part is the one its words stand on.
    """
    text = reading.article.text
    marks = marks_of(reading)
    cuts = _parts(reading.blocks, len(text))
    hit = next((m for m in marks if m.key == record and m.first), None)
    if not part:
        part = _part_of(cuts, hit.span.start) if hit else 1
    part = max(1, min(part, len(cuts) - 1))
    start, end = cuts[part - 1], cuts[part]
    kind, index = _place(reading, record)
    return ArticleView(
        reading=reading,
        title=plain(reading.article.title or "") or _first_title(reading) or "(no title)",
        warnings=warnings(text[start:end]),
        part=part,
        parts=len(cuts) - 1,
        paragraphs=tuple(_paragraphs(reading, marks, start, end)),
        groups=tuple(_groups(reading, marks, cuts)),
        chosen=record if kind else "",
        kind=kind,
        label=hit.label if hit else "",
        why=explain(reading, kind, index, lexicon) if kind and lexicon else None,
    )


def _first_title(reading: Reading) -> str:
    return plain(next((b.span.of(reading.article.text) for b in reading.blocks if b.kind == "title"), ""))


def _place(reading: Reading, record: str) -> tuple[str, int]:
    """The part of the reading and the index of the record; ("", 0) where there is none."""
    name, _, number = record.rpartition(".")
    kinds = [kind for kind, _, _, _ in KINDS]
    if name in kinds and number.isdecimal() and len(number) < 8 and int(number) < len(getattr(reading, name)):
        return name, int(number)
    for kind in kinds:
        for index, one in enumerate(getattr(reading, kind)):
            if record and getattr(one, "id", None) == record:
                return kind, index
    return "", 0


def _parts(blocks: Iterable[Block], length: int) -> list[int]:
    """Where the pages of a text begin and end: at the edge of a block where one is near, else anywhere."""
    cuts = [0]
    edges = [b.span.start for b in blocks]
    while length - cuts[-1] > PART:
        near = [e for e in edges if cuts[-1] + PART // 2 < e <= cuts[-1] + PART]
        cuts.append(near[-1] if near else cuts[-1] + PART)
    return [*cuts, length]


def _part_of(cuts: list[int], offset: int) -> int:
    return max(1, sum(cut <= offset for cut in cuts[:-1]))


def _paragraphs(reading: Reading, marks: list[Mark], start: int, end: int) -> Iterator[Paragraph]:
    """The text between two offsets, a new paragraph where a line ends between two blocks."""
    text = reading.article.text
    held: list[Section] = []
    for section in _sections(reading, marks, start, end):
        first = section.stretches[0].start if section.stretches else start
        last = held[-1].stretches[-1] if held else None
        if last and "\n" in text[last.start + len(last.text) : first]:
            yield _paragraph(held)
            held = []
        held.append(section)
    if held:
        yield _paragraph(held)


def _paragraph(sections: list[Section]) -> Paragraph:
    main = next((s for s in sections if not s.furniture), sections[0])
    return Paragraph(main.kind, main.furniture, tuple(sections))


def _sections(reading: Reading, marks: list[Mark], start: int, end: int) -> Iterator[Section]:
    """The blocks between two offsets with what lies between them, if that is more than white space."""
    text = reading.article.text
    near = Near([m for m in marks if m.span.start < end and m.span.end > start])
    at = start
    for kind, span in [*((b.kind, b.span) for b in reading.blocks), ("", Span(end, end))]:
        left, right = max(span.start, start), min(span.end, end)
        if left > at and text[at : min(left, end)].strip():
            yield Section("", True, tuple(stretches(text, near.between(at, left), at, min(left, end))))
        if left < right:
            yield Section(kind, kind in FURNITURE, tuple(stretches(text, near.between(left, right), left, right)))
        at = max(at, right)


class Near:
    """Marks in order, so that those of a block are found without looking at all of them."""

    def __init__(self, marks: list[Mark]) -> None:
        self.marks = sorted(marks, key=lambda m: m.span.start)
        self.starts = [m.span.start for m in self.marks]
        self.longest = max((m.span.end - m.span.start for m in marks), default=0)

    def between(self, start: int, end: int) -> list[Mark]:
        low, high = bisect_left(self.starts, start - self.longest), bisect_left(self.starts, end)
        return [m for m in self.marks[low:high] if m.span.end > start]


def _groups(reading: Reading, marks: list[Mark], cuts: list[int]) -> Iterator[Group]:
    """The records of each kind, in their order."""
    text = reading.article.text
    first = {m.key: m for m in reversed(marks) if m.first}
    for kind, letter, _, _ in KINDS:
        entries = []
        for index, record in enumerate(getattr(reading, kind)):
            key = getattr(record, "id", None) or f"{kind}.{index}"
            mark = first.get(key)
            words = shortened(plain(mark.span.of(text)[: BRIEF * 2]), BRIEF) if mark else ""
            part = _part_of(cuts, mark.span.start) if mark else 1
            entries.append(Entry(key, f"{letter}{index + 1}", plain(titled(reading, kind, record)), words, part))
        if entries:
            yield Group(kind, tuple(entries))
