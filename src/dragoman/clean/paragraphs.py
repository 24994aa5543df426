"""Text -> paragraphs, whatever the line ends mean: blank lines between them, a line for each, or wrapped lines.

Three habits are told apart. Blank lines always part paragraphs. Between them a line is a paragraph of its own, unless
the document is wrapped: then its lines break inside sentences, and a paragraph ends where the next word would still
have fitted into the line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from dragoman.records import Span
from dragoman.records.spans import trimmed

LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
#: Characters that end a sentence, and those that may follow them.
FINAL = frozenset(".!?…")
CLOSERS = "\"'”’»)]}*_ \t\u00a0"
#: No text is wrapped wider than this (the widest measured in mails, dumps and printed pages is about 130).
WIDEST = 160
#: The share of line ends inside a sentence from which a document counts as wrapped.
WRAPPED = 0.25


#: The share of broken lines that must be full to (nine tenths of) the width, for the width to be one.
FULL = 0.6
#: A shorter line is no broken sentence by itself: buttons and topics begin small, too.
HALF_A_SENTENCE = 40


class Line(NamedTuple):
    """A line's words and its indentation (in characters)."""

    span: Span
    indent: int


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs in order, without the white space around them."""
    chunks = split_at_blank_lines(text)
    if all(len(chunk) == 1 for chunk in chunks):
        return [chunk[0].span for chunk in chunks]
    width = wrap_width(text, chunks)
    return [span for chunk in chunks for span in join_lines(text, chunk, width)]


def split_at_blank_lines(text: str) -> list[list[Line]]:
    """The lines of the text, in groups with blank lines between them."""
    chunks: list[list[Line]] = []
    start, blank = 0, True
    for end, following in [*((m.start(), m.end()) for m in LINE_END.finditer(text)), (len(text), len(text))]:
        span = trimmed(text, start, end)
        if span.start == span.end:
            blank = True
        else:
            if blank:
                chunks.append([])
            chunks[-1].append(Line(span, span.start - start))
            blank = False
        start = following
    return chunks


def wrap_width(text: str, chunks: list[list[Line]]) -> int | None:
    """The width at which the document's lines are wrapped, or None where each line is a paragraph."""
    pairs = [pair for chunk in chunks for pair in pairwise(chunk)]
    broken = [(line, following) for line, following in pairs if is_long(line) and not ends_sentence(text, line.span)]
    inside = sum(text[following.span.start].islower() for _, following in broken)
    if inside < 1 or len(broken) < 2 or len(broken) < WRAPPED * len(pairs):
        return None
    lengths = sorted(line.span.end - line.span.start for chunk in chunks for line in chunk)
    width = lengths[int(len(lengths) * 0.98)]
    full = sum(is_full(text, line, following, 0.9 * width) for line, following in broken)
    return width if width <= WIDEST and full >= FULL * len(broken) else None


def is_long(line: Line) -> bool:
    return line.span.end - line.span.start >= HALF_A_SENTENCE


def is_inside_sentence(text: str, line: Span, following: Span) -> bool:
    """Whether the line ends within a sentence: nothing final at its end, and a small letter begins the next."""
    return text[following.start].islower() and not ends_sentence(text, line)


def ends_sentence(text: str, span: Span) -> bool:
    """Whether the last character is final punctuation, closing marks aside."""
    at = span.end
    while at > span.start and text[at - 1] in CLOSERS:
        at -= 1
    return at > span.start and text[at - 1] in FINAL


def join_lines(text: str, chunk: list[Line], width: int | None) -> list[Span]:
    """The paragraphs of one group of lines."""
    out = [chunk[0].span]
    for line, following in pairwise(chunk):
        if width is None:
            so_far = Line(Span(out[-1].start, line.span.end), line.indent)
            joined = is_long(so_far) and is_inside_sentence(text, line.span, following.span)
            joined = joined and goes_on(text, following.span)
        else:
            joined = is_wrapped(text, line, following, width)
        if joined:
            out[-1] = Span(out[-1].start, following.span.end)
        else:
            out.append(following.span)
    return out


def goes_on(text: str, span: Span) -> bool:
    """Whether a line can be the rest of a sentence: no byline under its title, no address."""
    return not text.startswith("by ", span.start) and "@" not in span.of(text).split(" ", 1)[0]


def is_wrapped(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the line was broken because the next word did not fit (or because a sentence goes on)."""
    if is_inside_sentence(text, line.span, following.span):
        return True
    return is_full(text, line, following, width - 2)


def is_full(text: str, line: Line, following: Line, width: float) -> bool:
    """Whether the first word of the next line would not have fitted into this one."""
    start, end = following.span
    blank = text.find(" ", start, end)
    word = (blank if blank >= 0 else end) - start
    return (line.span.end - line.span.start) + 1 + word > width
