"""Runs: an appeal that goes on, the author's life at the end of the page, lists of links."""

from __future__ import annotations

import re

from dragoman.clean.page import FURNITURE, Page
from dragoman.clean.shape import Shape
from dragoman.clean.words import ADDRESS, HELD, Label, asks

#: Who the author is takes no more words; a link, and a list of links, no more than this.
BIO_WORDS = 70
LINK_WORDS = 16
LINKS = 15
BUTTON_WORDS = 6
#: An appeal may hold so many paragraphs with no word of appeals.
GAP = 4
#: Rows behind which readers' comments may follow.
CLOSING = ("/closes", "comment/end/counted", "comments/end/counted")
SAYS = re.compile(r"\b(?:says|wrote|writes|reply|replied)\W*$")
BIO = re.compile(
    r"(?:Dr\.? |Prof\.? )?(?:[A-Z][\w.'’-]{0,25},? ){2,5}(?:is|was|has been|covers|writes|reports|works|worked)\b"
)


def label_runs(page: Page) -> None:
    """An appeal goes on as long as it speaks to the reader; behind a heading of links there are only links."""
    if not page.spoken:
        spread_appeal(page)
        label_bios(page)
    list_links(page)
    spread_links(page)
    close_page(page)


def spread_appeal(page: Page) -> None:
    """Paragraphs that go on with an appeal: next to one, between two of it, or between one and the end of the page."""
    tail = len(page.shapes)
    while tail > 0 and may_be_tail(page, tail - 1):
        tail -= 1
    begun = False
    for at in range(len(page.shapes)):
        kind = page.kind(at)
        if kind is not None:
            begun = kind == "appeal" or (begun and kind in FURNITURE)
        elif begun:
            begun = asks(page.shapes[at], page.hits[at], firmly=at < tail) or closes_gap(page, at)
            if begun:
                page.labels[at] = Label("appeal", ("block.appeal-run",))


def may_be_tail(page: Page, at: int) -> bool:
    """Whether it can stand behind the report: furniture, a button, or words to the reader."""
    shape = page.shapes[at]
    button = shape.words <= BUTTON_WORDS and page.bare(at)
    return page.labels[at] is not None or button or asks(shape, page.hits[at])


def closes_gap(page: Page, at: int) -> bool:
    """Whether the appeal goes on a few paragraphs below, and all between speaks to somebody and holds nobody to it."""
    for below in range(at, min(at + GAP, len(page.shapes))):
        if page.labels[below] is not None:
            return page.kind(below) == "appeal"
        unquoted = page.shapes[below].unquoted
        if not ADDRESS.search(unquoted) or HELD.search(unquoted):
            return False
    return False


def label_bios(page: Page) -> None:
    """The last paragraphs of the page that say who wrote it ("A. Writer is a professor at ...", "AW")."""
    last = len(page.shapes) - 1
    if page.open(last) and last > page.first and len(page.shapes[last].text) <= 4 and page.shapes[last].text.isupper():
        page.labels[last] = Label("byline", ("edge.initials",))
    for at in range(last, page.first, -1):
        shape = page.shapes[at]
        if page.open(at) and not shape.bare:
            office = any(h.strength == "role" for h in page.hits[at])
            if not office or shape.words > BIO_WORDS or not BIO.match(shape.text) or HELD.search(shape.unquoted):
                return
            page.labels[at] = Label("other", ("block.bio",))


def list_links(page: Page) -> None:
    """The bare lines and questions behind a heading that opens a list of links ("Related topics")."""
    left = 0
    for at in range(page.first, len(page.shapes)):
        label, shape = page.labels[at], page.shapes[at]
        if label is not None:
            left = LINKS if label.because[-1].endswith("/opens") else left
        elif left and shape.words <= LINK_WORDS and is_link(page, at):
            page.labels[at] = Label("navigation", ("block.link-list",))
            left -= 1
        else:
            left = 0


def is_link(page: Page, at: int) -> bool:
    """Whether a line can be a link in a list: a headline, a question, a topic; what somebody is quoted with is none."""
    shape = page.shapes[at]
    quoted = '"' in shape.plain and HELD.search(shape.unquoted) is not None
    return not quoted and (page.bare(at) or shape.last == "?" or is_topic(shape))


def is_topic(shape: Shape) -> bool:
    return shape.words <= 5 and not shape.final and shape.text.islower()


def close_page(page: Page) -> None:
    """What readers wrote below the report: behind a heading of comments, where somebody is said to write."""
    count = len(page.shapes)
    for at in range(count // 2, count):
        label = page.labels[at]
        if label is not None and label.because[-1].endswith(CLOSING):
            below = range(at + 1, count)
            if any(is_comment_head(page, i) for i in below):
                for i in below:
                    if page.open(i):
                        page.labels[i] = Label("other", ("block.comments",))
                return


def is_comment_head(page: Page, at: int) -> bool:
    """Whether a line says who wrote a comment, or when."""
    label, shape = page.labels[at], page.shapes[at]
    stamped = label is not None and label.because == ("block.stamp",)
    return stamped or (shape.words <= 6 and SAYS.search(shape.plain) is not None)


def spread_links(page: Page) -> None:
    """Bare lines behind the first link of the page's end are links too (other headlines, topics, buttons)."""
    last = len(page.shapes) - 1
    end = next((i for i in range(last, -1, -1) if page.labels[i] is None and page.shapes[i].final), -1)
    begun = False
    for at in range(end + 1, last + 1):
        if page.kind(at) is not None:
            begun = begun or page.kind(at) in FURNITURE
        elif begun and page.bare(at):
            page.labels[at] = Label("navigation", ("block.link-run",))
