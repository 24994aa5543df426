"""One label for each paragraph: what its words say, then where it stands, then what stands around it.

A paragraph is report (body) until something says otherwise; what cannot be told stays report, because a paragraph
lost to furniture takes its statements and events with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.clean.headings import label_head, label_subheads, label_title
from dragoman.clean.page import FURNITURE, Page
from dragoman.clean.runs import label_runs
from dragoman.clean.shape import Shape
from dragoman.clean.words import ADDRESS, Label, caption_cue, has_credit, label_by_words
from dragoman.lexicon.furniture import FurnitureIndex
from dragoman.records.vocab import BlockKind

BODY = Label("body", ("block.body",))
#: As many turns make a transcript.
TURNS = 3
#: Fewer paragraphs are too few to call them a speech.
SPEECH = 4
#: A caption that only its credit tells is no longer.
CAPTION_WORDS = 45
SOURCE = re.compile(r"[\[(][A-Z][^()\[\]]{3,60}[\])]$")


def label_paragraphs(
    shapes: Sequence[Shape], index: FurnitureIndex, *, title: str | None, hints: Sequence[BlockKind | None]
) -> list[Label]:
    """The label of every paragraph, in order. `hints` is what the document's markup says of each."""
    transcript = sum(s.turn and s.final for s in shapes) >= TURNS
    page = Page(shapes, index, title, transcript, transcript or is_speech(shapes))
    for shape, hint in zip(shapes, hints, strict=True):
        label, hits = label_by_words(shape, index, spoken=page.spoken)
        if hint is not None and (label is None or label.kind not in FURNITURE):
            label = Label(hint, ("block.markup",))
        page.labels.append(label)
        page.hits.append(hits)
    if len(shapes) == 1 and page.kind(0) in ("caption", "byline", "subhead"):
        page.labels[0] = None
    label_captions(page)
    label_title(page)
    if page.first < len(shapes):
        label_head(page)
        label_runs(page)
        label_subheads(page)
    return [label or BODY for label in page.labels]


def is_speech(shapes: Sequence[Shape]) -> bool:
    """Whether the first half of a text mostly says "we" and "you" in its own words: a speech, a letter, an address."""
    real = [s for s in shapes if s.real]
    half = real[: (len(real) + 1) // 2]
    return len(half) >= SPEECH and 2 * sum(ADDRESS.search(s.unquoted) is not None for s in half) > len(half)


def sourced(shape: Shape) -> bool:
    """Whether a picture's source may stand in brackets at its end: "(Royal Court)", "(XY Photo)"."""
    return SOURCE.search(shape.text, max(0, len(shape.text) - 70)) is not None


def label_captions(page: Page) -> None:
    """A paragraph with a photo credit, or with words of captions where a picture would stand."""
    page.find_first()
    for at, shape in enumerate(page.shapes):
        if not page.open(at) or (page.transcript and shape.turn):
            continue
        cue = caption_cue(shape, page.hits[at])
        before_credit = page.kind(at + 1) == "credit"
        if has_credit(shape, page.index, loosely=cue is not None) and (cue or shape.words <= CAPTION_WORDS):
            page.labels[at] = Label("caption", ("block.caption-credit",))
        elif cue is not None and (before_credit or at < page.first or (at == page.first and sourced(shape))):
            page.labels[at] = Label("caption", ("block.caption-cue", cue.row.name))
        elif before_credit and at <= page.first and not shape.real and shape.final:
            page.labels[at] = Label("caption", ("block.caption-credit",))
    page.find_first()
