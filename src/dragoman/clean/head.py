"""What the page's head says of the article: title, agency, publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.clean.dates import full_date
from dragoman.clean.edges import wire_anywhere
from dragoman.lexicon.furniture import FurnitureIndex
from dragoman.records import Block, Source
from dragoman.records.vocab import PublishedBasis
from dragoman.settings import Settings

#: Blocks that may carry a publication date, and the only ones that are asked.
DATED = ("dateline", "byline", "other")
SIGNED = ("byline", "credit", "other")
LONGEST = 300
CHANGED = re.compile(r"(?:last\s+)?(?:updated?|modified|edited|revised)\b", re.IGNORECASE)
#: Rules of credits that name a wire rather than a picture.
WIRES = ("block.credit-wire", "edge.wire")


def find_title(text: str, blocks: Sequence[Block]) -> str | None:
    """The words of the title block, on one line."""
    for block in blocks:
        if block.kind == "title":
            return " ".join(block.span.of(text).split())
    return None


def find_published(
    source: Source, text: str, blocks: Sequence[Block], index: FurnitureIndex, settings: Settings
) -> tuple[str | None, PublishedBasis]:
    """(date, how it is known): given by the user, by the container, or read off a full date at the head of the text."""
    if settings.published:
        return settings.published, "given"
    if source.published:
        return source.published, "metadata" if source.published_basis == "unknown" else source.published_basis
    found = list(dates_in_head(text, blocks, index))
    best = next((day for day, updated in found if not updated), None) or next((day for day, _ in found), None)
    return (best, "inferred") if best else (None, "unknown")


def dates_in_head(text: str, blocks: Sequence[Block], index: FurnitureIndex) -> Iterator[tuple[str, bool]]:
    """(full date, is it the day of a change) of the head; below the title first, since pages open with today."""
    titled = next((at for at, block in enumerate(blocks) if block.kind == "title"), 0)
    end = next((at for at, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    for block in (*blocks[titled:end], *blocks[:titled]):
        if block.kind in DATED:
            words = block.span.of(text)[:LONGEST]
            published = max(0, words.lower().find("publish"))
            found = full_date(words[published:], index) or full_date(words, index)
            if found:
                yield found, CHANGED.match(words) is not None and not published


def find_agency(text: str, blocks: Sequence[Block], index: FurnitureIndex) -> str | None:
    """The wire that a byline, credit line or notice of rights names; photo credits under a caption do not count."""
    before = ""
    for block in blocks:
        photo = block.kind == "credit" and (before == "caption" or block.because[0] not in WIRES)
        if block.kind in SIGNED and not photo:
            found = wire_anywhere(block.span.of(text)[:LONGEST], index)
            if found:
                return found
        before = block.kind
    return None
