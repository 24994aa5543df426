"""What a paragraph looks like, before any of its words is understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.clean.paragraphs import ends_sentence
from dragoman.lexicon.furniture import normalised
from dragoman.records import Span

#: A paragraph with as many words that ends a sentence is report until something says otherwise.
REAL_WORDS = 12
#: More words than this are no title, no subhead.
TITLE_WORDS = 28
SUBHEAD_WORDS = 14
#: Furniture phrases are looked up in paragraphs up to this length.
LOOKED_UP = 1500

BULLET = re.compile(r"(?:[-–—•·*▪●○◦‣∙]{1,2}|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s)\s*\S")
#: Who speaks, as a transcript says it: "Q Thank you", "MINISTER (in Russian): We ...", "John Smith: We ...".
SPEAKER = re.compile(
    r"(?:Q:?\s+\S|A:\s|[A-Z][A-Z.'’\- ]{1,40}(?:\([^()]{1,40}\))?:(?:\s|$)"
    r"|(?:[A-Z][\w.'’-]{1,30} ){0,3}[A-Z][\w.'’-]{1,30}: [\"“A-Z])"
)
#: What may sign a paragraph behind its last sentence: "(AFP)", "- Harbour.com", "SP/PA".
SIGNED = re.compile(
    r"\s*(?:[-–—|/]+\s*[\w./-]{1,30}|\([A-Za-z][\w/ ,.&-]{1,40}\)|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3})[\s.)]*$"
)
QUOTE_OPEN = "\"“„«‘'`"
QUOTED = re.compile(r"\"[^\"]*(?:\"|$)")


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph and its looks.

    `plain` is its normalised text (of the first characters only where it is long); `final` whether it ends a sentence;
    `turn` whether a
    name and a colon open it: a speaker's in a transcript, a topic's in a heading.
    """

    span: Span
    text: str
    plain: str
    words: int
    final: bool
    quoted: bool
    bullet: bool
    turn: bool
    last: str

    @property
    def real(self) -> bool:
        """Whether it looks like a paragraph of report."""
        return self.words >= REAL_WORDS and (self.final or self.last == ":" or self.words > TITLE_WORDS)

    @property
    def unquoted(self) -> str:
        """The normalised text with whatever stands in double quotation marks taken out."""
        return QUOTED.sub(" ", self.plain) if '"' in self.plain else self.plain

    @property
    def bare(self) -> bool:
        """Whether it is a short stretch that ends no sentence, and is no item of a list: a heading by its looks."""
        return (
            not self.final
            and self.words <= TITLE_WORDS
            and self.last not in ":;,—–-"
            and not self.bullet
            and not self.text[0].islower()
        )


def ends_before_signature(text: str, span: Span) -> bool:
    """Whether a sentence ends before a short mark of who signs it."""
    signed = SIGNED.search(text, max(span.start, span.end - 60), span.end)
    return signed is not None and signed.start() > span.start and ends_sentence(text, Span(span.start, signed.start()))


def shape_of(text: str, span: Span) -> Shape:
    part = text[span.start : span.end]
    plain = normalised(part[:LOOKED_UP])
    words = plain.count(" ") + 1
    if len(part) > LOOKED_UP:
        words = max(words, part.count(" "))
    return Shape(
        span=span,
        text=part,
        plain=plain,
        words=words,
        final=ends_sentence(text, span) or ends_before_signature(text, span),
        quoted=part[0] in QUOTE_OPEN,
        bullet=BULLET.match(part) is not None,
        turn=SPEAKER.match(part) is not None,
        last=part[-1],
    )
