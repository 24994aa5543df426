"""Two versions of an article side by side: paragraphs aligned, words that differ; and which records came and went."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from dragoman.ledger import Ledger
from dragoman.ledger.difference import sentences
from dragoman.ledger.schema import RECORDS
from dragoman.records import Reading
from dragoman.views.marks import titled
from dragoman.views.plain import plain

#: Characters of a text that are compared; words of a paragraph pair compared one by one.
COMPARED = 200_000
WORDS = 600
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that stand opposite each other; () where there is none."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """`versions` are (number, published, what became of it); `changed` in sentences what records
    of both say otherwise now, `records` per kind what is gone and new."""

    id: str
    title: str
    old: int
    new: int
    versions: tuple[tuple[int, str | None, str | None], ...]
    rows: tuple[Row, ...]
    changed: tuple[str, ...]
    records: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


def versions(ledger: Ledger, article: str, *, old: int | None = None, new: int | None = None) -> Versions:
    """The last version beside the one before it, or the two that are named; NoSuchRecord where there is no such."""
    every = ledger.versions(article)
    last = ledger.version(article, version=new)
    new = last.article.version
    if old is None:
        old = max((v.article.version for v in every if v.article.version < new), default=new)
    first = ledger.version(article, version=old)
    before, after = ledger.reading(first.n), ledger.reading(last.n)
    return Versions(
        id=last.id,
        title=plain(last.article.title or last.id),
        old=old,
        new=new,
        versions=tuple((v.article.version, v.article.published, v["ended"]) for v in every),
        rows=tuple(aligned(before.article.text[:COMPARED], after.article.text[:COMPARED])),
        changed=_changed(ledger, last.id, old, new),
        records=tuple(_records(before, after)),
    )


def _changed(ledger: Ledger, article: str, old: int, new: int) -> tuple[str, ...]:
    """What records of both versions say otherwise now, a line each (see ledger/difference.py)."""
    if old == new:
        return ()
    told = ledger.difference(article, old=old, new=new)
    return tuple(sentences(replace(told, text=False, changes=tuple(c for c in told.changes if c.how == "changed"))))


def aligned(old: str, new: str) -> list[Row]:
    """The paragraphs of both texts, those that changed compared word by word."""
    a, b = ([p for p in text.split("\n") if p.strip()] for text in (old, new))
    out = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            out += [Row((Piece(p, False),), (Piece(p, False),), True) for p in a[i1:i2]]
            continue
        for k in range(max(i2 - i1, j2 - j1)):
            left = a[i1 + k] if i1 + k < i2 else ""
            right = b[j1 + k] if j1 + k < j2 else ""
            out.append(Row(*compared(left, right), False))
    return out


def compared(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both as pieces, those that the other lacks marked."""
    a, b = _TOKENS.findall(old), _TOKENS.findall(new)
    if not a or not b or max(len(a), len(b)) > WORDS * 2:
        return tuple([Piece(old, True)] if old else []), tuple([Piece(new, True)] if new else [])
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        changed = tag != "equal"
        if i1 < i2:
            left.append(Piece("".join(a[i1:i2]), changed))
        if j1 < j2:
            right.append(Piece("".join(b[j1:j2]), changed))
    return tuple(left), tuple(right)


def _records(before: Reading, after: Reading) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """What each version has that the other has not, told by what it says and its words, not by its offsets."""
    out = []
    for kind in RECORDS:
        old, new = _told(before, kind), _told(after, kind)
        gone = tuple(t for t in old if t not in new)
        come = tuple(t for t in new if t not in old)
        if gone or come:
            out.append((kind, gone, come))
    return out


def _told(reading: Reading, kind: str) -> dict[str, Any]:
    told = {}
    for record in getattr(reading, kind):
        spans = getattr(record, "content", ()) or getattr(record, "evidence", ()) or ()
        span = getattr(record, "span", None) or (spans if hasattr(spans, "start") else next(iter(spans), None))
        words = plain(span.of(reading.article.text))[:200] if span else ""
        told[plain(f"{titled(reading, kind, record)}" + (f": {words}" if words else ""))] = True
    return told
