"""Headings: the title, what stands between it and the report, and the subheads inside the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.clean.edges import find_dateline
from dragoman.clean.page import Page
from dragoman.clean.shape import SUBHEAD_WORDS, Shape
from dragoman.clean.words import Label, is_names
from dragoman.records.vocab import BlockKind

#: More bare lines before the report than these are a table or a list, not decks.
DECKS = 3
#: A deck that is a sentence is no longer; a question that is a subhead neither.
DECK_WORDS = 35
#: As many headings may stand one below the other; more are a list.
STACK = 4
#: A line with more of its characters figures is a row of a table.
MOST_FIGURES = 0.2
#: So near the first paragraph of the report its head may still go on.
NEAR = 4
#: A picture's source in brackets at the end of a line: "(Royal Court)", no abbreviation.
CREDITED = re.compile(r"[\[(][A-Z][a-z][^()\[\]]{2,50}[\])]$")
ASKED_WORDS = 9
#: The title is looked for in the first paragraphs, and known by its first letters.
TITLE_AMONG = 12
TITLE_LETTERS = (8, 60)
NOT_LETTERS = re.compile(r"[\W_]+")
QUESTION = re.compile(
    r"(?:what|who|why|how|when|where|which|is|are|can|could|will|would|should|does|did|do|has|have)\b"
)
ACRONYM = re.compile(r"(?:\b[A-Z]\.){2,}$")
MARKED = re.compile(r"#{1,6}\s+\S")
NUMBERED = re.compile(r"\d{1,2}[.)]\s")
KICKER = re.compile(r"\S+(?: \S+){0,2}\s?[|/›»•·]\s?\S+(?: \S+){0,2}$")


def letters(text: str) -> str:
    """The letters and figures alone, case folded: titles lose their punctuation on the way."""
    return NOT_LETTERS.sub("", text).casefold()


def label_title(page: Page) -> None:
    """The heading of the article: the one its container gives, else the first heading before the report."""
    same = given_title(page)
    for at in same:
        page.labels[at] = Label("title", ("block.title-given",))
    heads = [] if same else possible_titles(page)
    if heads:
        at = next((i for i in heads if page.shapes[i].words >= 4), heads[0])
        page.labels[at] = Label("title", ("block.title-first-heading",))
        for earlier in heads:
            if earlier < at:
                page.labels[earlier] = Label("navigation", ("block.kicker",))
    page.find_first()


def given_title(page: Page) -> list[int]:
    """The paragraphs that are the title the container gives."""
    least, most = TITLE_LETTERS
    wanted = letters(page.title or "")
    if len(wanted) < least or len(page.shapes) < 2:
        return []
    limit = 2 * len(page.title or "") + 40
    return [
        at
        for at, shape in enumerate(page.shapes[:TITLE_AMONG])
        if len(shape.text) <= limit and page.open(at) and letters(shape.text).startswith(wanted[:most])
    ]


def possible_titles(page: Page) -> list[int]:
    """The headings before the report and its dateline; section names above them get their label."""
    if any(page.kind(at) == "title" for at in range(min(len(page.shapes), TITLE_AMONG))):
        return []
    if page.first == len(page.shapes):
        return [0] if len(page.shapes) > 1 and is_heading(page, 0) and page.shapes[1].final else []
    heads = []
    for at in before_dateline(page):
        if page.open(at) and KICKER.match(page.shapes[at].text):
            page.labels[at] = Label("navigation", ("block.kicker",))
        elif is_heading(page, at) and not (page.spoken and is_timed(page, at)):
            heads.append(at)
    return heads


def before_dateline(page: Page) -> Iterator[int]:
    """The paragraphs before the report, up to one that a dateline opens."""
    for at in range(page.first):
        if page.open(at) and find_dateline(page.shapes[at].text, page.index) is not None:
            return
        yield at


def is_heading(page: Page, at: int) -> bool:
    """Whether it looks like a heading: no sentence, or a short question or call."""
    shape = page.shapes[at]
    if not page.open(at) or (page.transcript and shape.turn) or share_of_figures(shape) > MOST_FIGURES:
        return False
    asked = shape.last in "?!" and shape.words <= 18 and not shape.quoted
    return shape.bare or asked or ends_in_acronym(shape)


def ends_in_acronym(shape: Shape) -> bool:
    """A heading may end in a point that is no full stop: "Envoys leave for U.S."."""
    return shape.words <= 18 and ACRONYM.search(shape.text[-12:]) is not None


def is_timed(page: Page, at: int) -> bool:
    """Whether the next line says at what hour: this one says where."""
    following = page.labels[at + 1] if at + 1 < len(page.labels) else None
    return following is not None and following.because == ("block.stamp",)


def label_head(page: Page) -> None:
    """What stands between the title and the report: who wrote it, where and when, a deck, a caption."""
    titled = next((i for i in range(page.first) if page.kind(i) == "title"), -1)
    label_names(page, titled)
    if titled >= 0:
        label_before_dateline(page, titled)
        label_decks(page, titled)
    bare = [at for at in range(page.first) if page.open(at) and page.bare(at)]
    for at in bare:
        if CREDITED.search(page.shapes[at].text):
            page.labels[at] = Label("caption", ("block.caption-bracket",))
        elif titled >= 0 and page.shapes[at].words >= 3 and len(bare) <= DECKS:
            page.labels[at] = Label("subhead", ("block.deck",))


def label_names(page: Page, titled: int) -> None:
    """Lines of names in the head: who wrote it, or where (in a transcript above the hour, or in capitals)."""
    for at in range(max(titled + 1, 0), min(page.first + NEAR, len(page.shapes))):
        if not page.open(at) or not page.bare(at) or page.shapes[at].words > 12:
            continue
        shape, stamped = page.shapes[at], is_timed(page, at)
        if page.spoken and stamped:
            page.labels[at] = Label("dateline", ("block.place-before-time",))
        elif not is_names(shape.text, page.index, page.hits[at]):
            continue
        elif at < page.first and any(h.strength == "role" for h in page.hits[at]):
            page.labels[at] = Label("byline", ("block.byline-role",))
        elif titled >= 0 and (at < page.first or stamped) and shape.words <= 8:
            if not shape.text.isupper():
                page.labels[at] = Label("byline", ("block.byline-names",))
            elif stamped and shape.words <= 3:
                page.labels[at] = Label("dateline", ("block.place-before-time",))


def label_before_dateline(page: Page, titled: int) -> None:
    """A report begins at its dateline: a sentence or two above that are its deck, or stand under a picture."""
    near = range(page.first, min(page.first + NEAR, len(page.shapes)))
    opening = next((i for i in near if page.open(i) and opens_with_dateline(page, i)), titled)
    above = [i for i in range(titled + 1, opening) if page.open(i)]
    if all(page.shapes[i].words <= DECK_WORDS and not page.shapes[i].quoted for i in above):
        for at in above:
            if page.shapes[at].final:
                kind: BlockKind = "subhead" if at == titled + 1 else "caption"
                page.labels[at] = Label(kind, ("block.above-dateline",))
    page.find_first()


def opens_with_dateline(page: Page, at: int) -> bool:
    return find_dateline(page.shapes[at].text[:200], page.index) is not None


def label_decks(page: Page, titled: int) -> None:
    """A sentence or two between the title and who wrote it (or when) are the deck of the report that follows."""
    signs = [
        i
        for i in range(titled + 1, min(titled + 2 * NEAR, len(page.shapes)))
        if page.kind(i) == "byline" or is_timed(page, i - 1)
    ]
    end = signs[-1] if signs else titled
    above = [i for i in range(titled + 1, end) if page.open(i) and page.shapes[i].final]
    more = any(page.open(i) and page.shapes[i].real for i in range(end + 1, min(end + 2 * NEAR, len(page.shapes))))
    if more and len(above) <= 2 and all(page.shapes[i].words <= DECK_WORDS for i in above):
        for at in above:
            if not page.shapes[at].quoted:
                page.labels[at] = Label("subhead", ("block.deck",))
    page.find_first()


def label_subheads(page: Page) -> None:
    """Headings inside the report: short lines that end no sentence, alone between two paragraphs of it."""
    shapes = page.shapes
    unlabelled = [i for i in range(page.first, len(shapes)) if page.labels[i] is None]
    bare = sum(page.bare(i) for i in unlabelled)
    if page.transcript or 3 * bare > 2 * len(unlabelled):
        return
    for at in unlabelled:
        shape = shapes[at]
        before, after = page.neighbour(at, -1), page.neighbour(at, 1)
        if before is None or after is None or shape.words > SUBHEAD_WORDS:
            continue
        if MARKED.match(shape.text):
            page.labels[at] = Label("subhead", ("block.subhead",))
        elif page.bare(at) or is_numbered(shape):
            if stands_alone(page, before, after) or in_stack(page, at):
                page.labels[at] = Label("subhead", ("block.subhead",))
        elif is_question(shape) and shapes[after].real and shapes[before].final and not page.spoken:
            page.labels[at] = Label("subhead", ("block.subhead-question",))


def stands_alone(page: Page, before: int, after: int) -> bool:
    """Whether a heading between these two paragraphs is alone: no item of a list, and something follows."""
    shapes = page.shapes
    alone = not shapes[before].bare and not shapes[after].bare and not shapes[after].bullet
    opens = shapes[after].real or shapes[after].last == ":" or shapes[after].words >= 6
    return alone and opens and shapes[before].last not in ":,;"


def in_stack(page: Page, at: int) -> bool:
    """Whether it is one of a few headings one below the other, between two full paragraphs (or a box of headlines)."""
    first = last = at
    while first - 1 > page.first and at - first < STACK and is_stacked(page, first - 1):
        first -= 1
    while last + 1 < len(page.shapes) and last - at < STACK and is_stacked(page, last + 1):
        last += 1
    size = last - first + 1
    if not 2 <= size <= STACK or first == 0 or last + 1 >= len(page.shapes):
        return False
    before, after = page.shapes[first - 1], page.shapes[last + 1]
    return (
        before.real and before.final and after.real and any(page.shapes[i].words >= 4 for i in range(first, last + 1))
    )


def is_stacked(page: Page, at: int) -> bool:
    """Whether it is a bare line of words, not of figures."""
    shape = page.shapes[at]
    words = shape.words <= SUBHEAD_WORDS and share_of_figures(shape) <= MOST_FIGURES
    return words and page.kind(at) in (None, "subhead") and page.bare(at)


def share_of_figures(shape: Shape) -> float:
    return sum(c.isdigit() for c in shape.text) / len(shape.text)


def is_numbered(shape: Shape) -> bool:
    """Whether it is a short line behind a number, or one whose words are mostly capitalised."""
    if shape.final or NUMBERED.match(shape.text) is None:
        return False
    words = shape.text.split()[1:]
    return shape.words <= 7 or 5 * sum(word[0].isupper() for word in words) >= 3 * len(words)


def is_question(shape: Shape) -> bool:
    return (
        shape.last == "?"
        and shape.words <= ASKED_WORDS
        and not shape.quoted
        and QUESTION.match(shape.plain) is not None
    )
