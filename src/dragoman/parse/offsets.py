"""From an article's characters to what the parser is given, and back.

Quotation marks, apostrophes, dashes and white space are normalised one character for one; runs of white space are
squeezed to one blank with a map back. So every token keeps its place in the article.
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: One character for one: the small English model was trained on plain quotation marks and blanks.
NORMAL = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»＂", '"'),
        **dict.fromkeys("‘’‚‛‹›ʼ＇`´", "'"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\r\n\v\f\u0085\u2028\u2029",
            " ",
        ),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys((chr(c) for c in range(0xD800, 0xE000)), "\ufffd"),
    }
)
SPACES = re.compile(r" {2,}")
#: Where a very long block may be cut: behind the end of a sentence, else at a blank.
SENTENCE_END = re.compile(r"[.!?][\"']? +(?=[\"'A-Z])")


class Piece(NamedTuple):
    """A text for the parser; `offsets[i]` is the article's offset of its i-th character (None: `start + i`)."""

    text: str
    start: int
    offsets: list[int] | None


def make_piece(text: str, start: int, end: int) -> Piece:
    """The piece for `text[start:end]`."""
    plain = text[start:end].translate(NORMAL)
    stripped = plain.lstrip(" ")
    start += len(plain) - len(stripped)
    plain = stripped.rstrip(" ")
    if "  " not in plain:
        return Piece(plain, start, None)
    kept: list[int] = []
    last = 0
    for gap in SPACES.finditer(plain):
        kept.extend(range(last, gap.start() + 1))
        last = gap.end()
    kept.extend(range(last, len(plain)))
    return Piece("".join(plain[i] for i in kept), start, [start + i for i in kept])


def cut(text: str, start: int, end: int, *, limit: int) -> list[tuple[int, int]]:
    """`start:end` in stretches of at most `limit` characters, cut at the end of a sentence where there is one."""
    out = []
    while end - start > limit:
        ends = [m.end() for m in SENTENCE_END.finditer(text, start + limit // 2, start + limit)]
        blank = text.rfind(" ", start + limit // 2, start + limit)
        at = ends[-1] if ends else blank + 1 if blank > 0 else start + limit
        out.append((start, at))
        start = at
    out.append((start, end))
    return out
