"""Quotation marks of an article: which tokens stand inside, where a quotation opens and whether it closes.

Curly, straight, German („…“), French («…») and doubled marks; single marks ('…') outside double ones. By the custom of
the news a quotation that runs over paragraphs opens again in each and closes only in the last; so one that does not
close ends with its block (and says so), instead of swallowing the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from dragoman.records import Parsed, Token
from dragoman.records.vocab import REPORT_BLOCKS

MARKS = re.compile(r"[\"“”„‟«»＂]|''|``|(?<!\w)['‘‛‚](?=[\w\[$£€(])|(?<=[^\s(\[])['’](?!\w)")
OPENING, CLOSING, SINGLE = frozenset("“„«"), frozenset("”»"), frozenset("'‘’‛‚")
#: A single mark closes for sure only behind one of these; behind a letter it may be a genitive (the states' rights).
ENDS = frozenset(",.?!…")
STRAIGHT = ('"', "''", "``", "＂")
#: Words that stay small in a title; fewer capital words are praise or blame ("a Disgrace").
SMALL = frozenset({"ADP", "DET", "CCONJ", "PART"})
TITLE_WORDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Quote:
    """Tokens `first` to `last` (half-open) from mark to mark; `words` counts those between that are no punctuation.

    `ended`: the last character inside is a comma, full stop, question or exclamation mark; `closed`: a mark closes it;
    `leads`: it begins its block; `continues`: the quotation before it did not close, and this one takes it up;
    `titled`: it is written like the name of a book, law or fund.
    """

    first: int
    last: int
    words: int
    block: int
    ended: bool
    closed: bool
    leads: bool
    continues: bool = False
    titled: bool = False

    @property
    def full(self) -> bool:
        """Long or punctuated enough to be somebody's words, not a scare quote, title or nickname."""
        return self.words >= 4 or (self.ended and self.words > 0)


def find_quotes(parsed: Parsed) -> list[Quote]:
    """The quotations of all body blocks, in order of the text; they never overlap."""
    out: list[Quote] = []
    text = parsed.article.text
    starts = [t.start for t in parsed.tokens]
    opened = False
    for index, block in enumerate(parsed.blocks):
        if block.kind not in REPORT_BLOCKS:
            continue
        regions = _regions(text, block.span.start, block.span.end, opened)
        for region in regions:
            continues = opened and region is regions[0] and region[0] == block.span.start
            quote = _quote(parsed, starts, region, index, block.span.start, continues)
            if quote and (not out or quote.first >= out[-1].last):
                out.append(quote)
        opened = bool(regions) and not regions[-1][2]
    return out


def _quote(
    parsed: Parsed, starts: list[int], region: tuple[int, int, bool], index: int, block_start: int, continues: bool
) -> Quote | None:
    start, end, closed = region
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    if first > 0 and parsed.tokens[first - 1].end > start + 1:
        first -= 1
    tokens = parsed.tokens[first:last]
    words = [t for t in tokens if t.pos not in ("PUNCT", "SPACE", "SYM")]
    if not words:
        return None
    text = parsed.article.text
    inner = text[start : end - 1 if closed else end].rstrip(" '’\"”")
    return Quote(
        first=first,
        last=last,
        words=len(words),
        block=index,
        ended=bool(inner) and inner[-1] in ENDS,
        closed=closed,
        leads=not text[block_start:start].strip(" -–—•*"),
        continues=continues,
        titled=closed and _titled(words, inner),
    )


def _titled(words: list[Token], inner: str) -> bool:
    """ "Fund for Northern Roads": every word but the small ones begins with a capital, and no sentence ends."""
    if len(words) < TITLE_WORDS or not words[0].text[:1].isupper() or (inner and inner[-1] in ".!?…"):
        return False
    large = [t for t in words if t.text[:1].isupper()]
    return len(large) > 1 and all(t.text[:1].isupper() or t.text[:1].isdigit() or t.pos in SMALL for t in words)


def _regions(text: str, start: int, end: int, running: bool) -> list[tuple[int, int, bool]]:
    """(start, end, closed) of each quotation in `text[start:end]`, marks included.

    `running`: a quotation of the block before did not close. If the first mark here can only close, it closes that one
    (a paragraph broken inside a quotation); if none closes, it ended where its paragraph did.
    """
    out: list[tuple[int, int, bool]] = []
    opened: int | None = None
    single: int | None = None
    paired = not running and _paired(text, start, end)
    for match in MARKS.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if running and mark not in SINGLE:
            running = False
            if at > start and mark not in OPENING and text[at - 1] in ENDS and not _opens(text, at, end):
                out.append((start, match.end(), True))
                continue
        if mark in SINGLE:
            if opened is None:
                single = _single(text, match, single, out)
        elif opened is None and (mark in OPENING or (mark not in CLOSING and (paired or _opens(text, at, end)))):
            opened, single = at, None
        elif opened is not None and (mark in CLOSING or mark not in OPENING or text[opened] == "„"):
            out.append((opened, match.end(), True))
            opened = None
    if opened is not None:
        out.append((opened, end, False))
    return out


def _paired(text: str, start: int, end: int) -> bool:
    """Whether the marks are all straight and even in number, so that they take turns even where a space strayed."""
    marks = [m.group() for m in MARKS.finditer(text, start, end) if m.group() not in SINGLE]
    return len(marks) % 2 == 0 and all(mark in STRAIGHT for mark in marks)


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a straight mark can open: something but white space follows it."""
    return at + 1 < end and not text[at + 1].isspace()


def _single(text: str, match: re.Match[str], opened: int | None, out: list[tuple[int, int, bool]]) -> int | None:
    """Take in a single mark; gives the place where a single quotation is open, if one is."""
    at = match.start()
    before = text[at - 1] if at else " "
    if opened is None:
        return at if not (before.isalnum() or before in ENDS) else None
    if before in ENDS or (before.isalnum() and at - opened < 60 and match.group() != "‘"):
        out.append((opened, match.end(), True))
        return None
    return opened
