"""One label for each paragraph: what its words say, then where it stands, then what stands around it.

A paragraph is report (body) until something says otherwise; what cannot be told stays report, because a paragraph
lost to furniture takes its statements and events with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.clean.edges import find_dateline
from dragoman.clean.shape import SUBHEAD_WORDS, Shape
from dragoman.clean.words import ADDRESS, Label, asks, caption_cue, has_credit, is_names, label_by_words
from dragoman.lexicon.furniture import FurnitureIndex, Hit
from dragoman.records.vocab import BlockKind

BODY = Label("body", ("block.body",))
FURNITURE = frozenset({"appeal", "navigation", "other"})
#: As many turns make a transcript.
TURNS = 3
#: Fewer paragraphs are too few to call them a speech.
SPEECH = 6
#: More bare lines before the report than these are a table or a list, not decks.
DECKS = 3
#: A caption before the first paragraph of the report is no longer.
CAPTION_WORDS = 45
NOT_LETTERS = re.compile(r"[\W_]+")
ACRONYM = re.compile(r"(?:\b[A-Z]\.){2,}$")
QUESTION = re.compile(
    r"(?:what|who|why|how|when|where|which|is|are|can|could|will|would|should|does|did|do|has|have)\b"
)


@dataclass(slots=True)
class Page:
    """The paragraphs of one document while they are being labelled; `first` is the first paragraph of the report."""

    shapes: Sequence[Shape]
    index: FurnitureIndex
    title: str | None
    labels: list[Label | None] = field(default_factory=list)
    hits: list[list[Hit]] = field(default_factory=list)
    first: int = 0
    transcript: bool = False
    spoken: bool = False

    def find_first(self) -> None:
        """Set `first` to the first paragraph that looks like report and has no label yet."""
        open_real = (i for i, s in enumerate(self.shapes) if self.labels[i] is None and s.real)
        self.first = next(open_real, len(self.shapes))

    def open(self, at: int) -> bool:
        """Whether this paragraph exists and has no label yet."""
        return 0 <= at < len(self.shapes) and self.labels[at] is None


def label_paragraphs(
    shapes: Sequence[Shape], index: FurnitureIndex, *, title: str | None, hints: Sequence[BlockKind | None]
) -> list[Label]:
    """The label of every paragraph, in order. `hints` is what the document's markup says of each."""
    turns = sum(s.turn for s in shapes)
    page = Page(shapes, index, title, transcript=turns >= TURNS, spoken=turns >= TURNS or is_speech(shapes))
    for shape, hint in zip(shapes, hints, strict=True):
        label, hits = label_by_words(shape, index, spoken=page.spoken)
        if hint is not None and (label is None or label.kind not in FURNITURE):
            label = Label(hint, ("block.markup",))
        page.labels.append(label)
        page.hits.append(hits)
    if len(shapes) == 1 and (only := page.labels[0]) is not None and only.kind in ("caption", "byline", "subhead"):
        page.labels[0] = None
    page.find_first()
    label_captions(page)
    label_title(page)
    if page.first < len(shapes):
        label_head(page)
        label_subheads(page)
        label_runs(page)
    return [label or BODY for label in page.labels]


def is_speech(shapes: Sequence[Shape]) -> bool:
    """Whether most of a text speaks to somebody ("we", "you") in its own words: a speech, a letter, an address."""
    real = [s for s in shapes if s.real]
    return len(real) >= SPEECH and 2 * sum(ADDRESS.search(s.unquoted) is not None for s in real) > len(real)


# ---------------------------------------------------------------- captions


def label_captions(page: Page) -> None:
    """A paragraph with a photo credit, or with words of captions where a picture would stand."""
    for at, shape in enumerate(page.shapes):
        if not page.open(at) or shape.turn:
            continue
        cue = caption_cue(shape, page.hits[at])
        credited = has_credit(shape, page.index, loosely=cue is not None)
        before_credit = at + 1 < len(page.shapes) and (nxt := page.labels[at + 1]) is not None and nxt.kind == "credit"
        if credited and (cue is not None or shape.words <= CAPTION_WORDS):
            page.labels[at] = Label("caption", ("block.caption-credit",))
        elif cue is not None and (before_credit or at < page.first):
            page.labels[at] = Label("caption", ("block.caption-cue", cue.row.name))
        elif before_credit and at <= page.first and not shape.real and shape.final:
            page.labels[at] = Label("caption", ("block.caption-credit",))
    page.find_first()


# ---------------------------------------------------------------- headings


def letters(text: str) -> str:
    return NOT_LETTERS.sub("", text).casefold()


def label_title(page: Page) -> None:
    """The heading of the article: the one its container gives, else the first heading before the report."""
    if page.title and len(wanted := letters(page.title)) >= 8:
        same = [
            i for i, s in enumerate(page.shapes[:12])
            if len(s.text) <= 2 * len(page.title) + 40 and page.open(i) and letters(s.text).startswith(wanted[:60])
        ]  # fmt: skip
        if len(page.shapes) > 1 and same:
            for at in same:
                page.labels[at] = Label("title", ("block.title-given",))
            page.find_first()
            return
    if page.first == len(page.shapes):
        heads = [0] if len(page.shapes) > 1 and is_heading(page, 0) and page.shapes[1].final else []
    else:
        heads = [i for i in before_dateline(page) if is_heading(page, i)]
    if page.spoken:
        heads = [i for i in heads if not is_timed(page, i)]
    if heads:
        at = next((i for i in heads if page.shapes[i].words >= 4), heads[0])
        page.labels[at] = Label("title", ("block.title-first-heading",))
        for earlier in heads[: heads.index(at)]:
            if page.shapes[earlier].words <= 2:
                page.labels[earlier] = Label("navigation", ("block.kicker",))


def before_dateline(page: Page) -> Iterator[int]:
    """The paragraphs before the report, up to one that a dateline opens."""
    for at in range(page.first):
        if page.open(at) and find_dateline(page.shapes[at].text, page.index) is not None:
            return
        yield at


def is_heading(page: Page, at: int) -> bool:
    """Whether it looks like a heading: no sentence, or a short question or call."""
    shape = page.shapes[at]
    if not page.open(at):
        return False
    asked = shape.last in "?!" and shape.words <= 18 and not shape.quoted and not shape.turn
    return shape.bare or asked or ends_in_acronym(shape)


def ends_in_acronym(shape: Shape) -> bool:
    """A heading may end in a point that is no full stop: "Envoys leave for U.S."."""
    return shape.words <= 18 and ACRONYM.search(shape.text[-12:]) is not None


def is_timed(page: Page, at: int) -> bool:
    """Whether the next line says at what hour: this one says where."""
    following = page.labels[at + 1] if at + 1 < len(page.labels) else None
    return following is not None and following.because == ("block.stamp",)


def label_head(page: Page) -> None:
    """What stands between the title and the first paragraph: who wrote it, where, and a deck."""
    titled = next((i for i, x in enumerate(page.labels) if x is not None and x.kind == "title"), -1)
    bare = [at for at in range(page.first) if page.open(at) and page.shapes[at].bare]
    for at in bare:
        shape = page.shapes[at]
        names = shape.words <= 12 and is_names(shape.text, page.index, page.hits[at])
        if page.spoken and is_timed(page, at):
            page.labels[at] = Label("dateline", ("block.place-before-time",))
        elif names and at > titled and any(h.strength == "role" for h in page.hits[at]):
            page.labels[at] = Label("byline", ("block.byline-role",))
        elif names and at > titled >= 0 and 2 <= shape.words <= 8 and not shape.text.isupper():
            page.labels[at] = Label("byline", ("block.byline-names",))
        elif titled >= 0 and shape.words >= 3 and len(bare) <= DECKS:
            page.labels[at] = Label("subhead", ("block.deck",))


def label_subheads(page: Page) -> None:
    """Headings inside the report: short lines that end no sentence, alone between two paragraphs of it."""
    shapes = page.shapes
    unlabelled = [i for i in range(page.first, len(shapes)) if page.labels[i] is None]
    bare = [i for i in unlabelled if shapes[i].bare]
    if page.transcript or len(bare) * 2 > len(unlabelled):
        return
    for at in bare:
        shape = shapes[at]
        before, after = neighbour(page, at, -1), neighbour(page, at, 1)
        if before is None or after is None or shape.words > SUBHEAD_WORDS:
            continue
        alone = not shapes[before].bare and not shapes[after].bare
        opens = shapes[after].real or shapes[after].last == ":" or shapes[after].words >= 6
        if alone and opens and shapes[before].last not in ":,;":
            page.labels[at] = Label("subhead", ("block.subhead",))
    for at in unlabelled:
        shape = shapes[at]
        if (
            page.labels[at] is None
            and shape.last == "?"
            and shape.words <= 8
            and not shape.quoted
            and QUESTION.match(shape.plain)
        ):
            before, after = neighbour(page, at, -1), neighbour(page, at, 1)
            if before is not None and after is not None and shapes[before].words >= 20 and shapes[after].words >= 20:
                page.labels[at] = Label("subhead", ("block.subhead-question",))


def neighbour(page: Page, at: int, step: int) -> int | None:
    """The next paragraph in this direction that is not furniture."""
    at += step
    while 0 <= at < len(page.shapes):
        label = page.labels[at]
        if label is None or label.kind in ("body", "subhead"):
            return at
        at += step
    return None


# ---------------------------------------------------------------- runs


def label_runs(page: Page) -> None:
    """An appeal goes on as long as it speaks to the reader; behind a list of links there are only links."""
    if not page.spoken:
        spread_appeal(page)
    spread_links(page)


def spread_appeal(page: Page) -> None:
    """Paragraphs that go on with an appeal: next to one, or between one and the end of the page."""
    last = len(page.shapes) - 1
    tail = last + 1
    while tail > 0 and (page.labels[tail - 1] is not None or asks(page.shapes[tail - 1], page.hits[tail - 1])):
        tail -= 1
    begun = False
    for at in range(len(page.shapes)):
        label = page.labels[at]
        if label is not None:
            begun = label.kind == "appeal" or (begun and label.kind in FURNITURE)
        elif begun:
            begun = asks(page.shapes[at], page.hits[at], firmly=at < tail)
            if begun:
                page.labels[at] = Label("appeal", ("block.appeal-run",))


def spread_links(page: Page) -> None:
    """Bare lines behind the first link of the page's end are links too (other headlines, topics, buttons)."""
    end = next((i for i in range(len(page.shapes) - 1, -1, -1) if page.labels[i] is None and page.shapes[i].final), -1)
    begun = False
    for at in range(end + 1, len(page.shapes)):
        label = page.labels[at]
        if label is not None:
            begun = begun or label.kind in FURNITURE
        elif begun and page.shapes[at].bare:
            page.labels[at] = Label("navigation", ("block.link-run",))
