"""A passage: the sentence around some evidence, as pieces of which those that are evidence are marked.

The record keeps no sentences, only blocks and spans; the ends found here are for showing, nothing is decided by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from dragoman.records import Block, Span
from dragoman.records.spans import cover, trimmed
from dragoman.views.plain import plain, shortened

#: A full stop, question or exclamation mark, closing quotation marks, then white space and a capital, digit or quote.
END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?=\s+[\"'“‘«(\[]{0,2}[^\W_a-z])")
#: The word before a full stop that ends no sentence: an initial or a short abbreviation ("U.S.", "Gen.", "Mr.").
ABBREVIATED = re.compile(r"(?:\b[A-Z][a-z]{0,2}|\.[A-Za-z]|\b[a-z])$")
#: Characters shown at most on either side of the evidence, and of one stretch of evidence.
REACH = 160
LONGEST = 400


class Piece(NamedTuple):
    text: str
    marked: bool


Passage = tuple[Piece, ...]


def passage(text: str, marks: Iterable[Span], blocks: Iterable[Block] = ()) -> Passage:
    """The sentence that holds these spans, as pieces; white space is evened out, "…" stands where something is cut.

    >>> passage("It rained. Oslo said no. So be it.", [Span(11, 15)])
    (Piece(text='Oslo', marked=True), Piece(text=' said no.', marked=False))
    """
    held = [Span(max(0, m.start), min(m.end, len(text))) for m in marks]
    held = [m for m in held if m.start < m.end]
    if not held:
        return ()
    evidence = cover(held)
    low, high = next((b.span for b in blocks if b.span.contains(evidence)), Span(0, len(text)))
    start, end = _begin(text, low, evidence.start), _finish(text, high, evidence.end)
    edges = sorted({start, end, *(edge for mark in held for edge in mark)})
    pieces = [Piece("…", False)] if text[low:start].strip() and not _ends_there(text, start) else []
    for left, right in pairwise(edges):
        marked = any(m.start <= left and right <= m.end for m in held)
        pieces.append(Piece(_spaced(text[left:right]), marked))
    if text[end:high].strip() and not END.match(text, max(end - 1, 0)) and text[end - 1] not in ".!?…\"'”’»)]":
        pieces.append(Piece("…", False))
    return _joined(pieces)


def words(pieces: Passage) -> str:
    """The passage as one string."""
    return "".join(p.text for p in pieces)


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where sentences end between two offsets."""
    matches = END.finditer(text, start, end)
    return [m.end() for m in matches if not ABBREVIATED.search(text, max(start, m.start() - 4), m.start())]


def _begin(text: str, low: int, evidence: int) -> int:
    """Where the sentence of the evidence begins, or a space as far before it as is shown."""
    near = max(low, evidence - REACH)
    ends = _ends(text, near, min(len(text), evidence + 2))
    ends = [end for end in ends if end <= evidence]
    if ends:
        return trimmed(text, ends[-1], evidence).start
    if near == low:
        return low
    space = text.find(" ", near, evidence)
    return space + 1 if space >= 0 else near


def _finish(text: str, high: int, evidence: int) -> int:
    """Where the sentence of the evidence ends, or a space as far behind it as is shown."""
    far = min(high, evidence + REACH)
    ends = [end for end in _ends(text, max(0, evidence - 4), min(len(text), far + 2)) if evidence <= end <= far]
    if ends:
        return ends[0]
    if far == high:
        return high
    space = text.rfind(" ", evidence, far)
    return space if space >= 0 else far


def _ends_there(text: str, start: int) -> bool:
    """Does a sentence end just before this offset?"""
    return bool(_ends(text, max(0, start - 12), min(len(text), start + 2)))


def _spaced(text: str) -> str:
    """`plain` and not too long, but white space at the edges stays, as one space: pieces are put together again."""
    # Only the ends of a long stretch are shown: what lies between (it may be megabytes) is not looked at.
    body = plain(text if len(text) < LONGEST * 16 else f"{text[: LONGEST * 8]} {text[-LONGEST * 8 :]}")
    if len(body) > LONGEST:
        half = LONGEST // 2
        body = shortened(body, half) + " " + body[-half:].partition(" ")[2]
    if not body:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + body + (" " if text[-1].isspace() else "")


def _joined(pieces: list[Piece]) -> Passage:
    """Neighbours alike put together, the outer edges trimmed."""
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].marked == piece.marked:
            out[-1] = Piece(out[-1].text + piece.text, piece.marked)
        else:
            out.append(piece)
    out[0] = Piece(out[0].text.lstrip(), out[0].marked)
    out[-1] = Piece(out[-1].text.rstrip(), out[-1].marked)
    return tuple(p for p in out if p.text)
