"""What the words of one paragraph say it is: furniture phrases, bylines, stamps, credits, captions."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.clean.dates import is_stamp
from dragoman.clean.edges import CAPITAL, INITIALED, find_credit, find_dateline, is_credit, rule_of_credit
from dragoman.clean.shape import LOOKED_UP, QUOTED, Shape
from dragoman.lexicon.furniture import FurnitureIndex, Hit
from dragoman.records.vocab import BlockKind


class Label(NamedTuple):
    """What a paragraph is, and the rules and rows that say so."""

    kind: BlockKind
    because: tuple[str, ...]


#: The most words of a paragraph that a sure phrase can label, by kind and anchor.
REACH = {
    "start": {"appeal": 40, "navigation": 22, "other": 70, "caption": 70, "credit": 22, "byline": 60},
    "any": {"appeal": 70, "navigation": 40, "other": 80, "caption": 60, "credit": 14, "byline": 50},
    "end": {"appeal": 40, "navigation": 14, "other": 40, "caption": 40, "credit": 14, "byline": 40},
}
BRIEF = 14
#: In a longer paragraph a phrase of its second half tells nothing of the first.
LATE = 35
SURE = frozenset({"sure", "opens", "closes"})
#: Furniture is looked for in paragraphs of at most so many words.
LONGEST = 150
#: An appeal that no single phrase proves is no longer than this.
ASKING = 110
CALL = 8
#: So many different things asked in one paragraph need no word of the press.
MUCH = 3
PARTS = re.compile(r"\s+[•|·–—]\s+")
ADDRESS = re.compile(r"(?<![\w'])(?:we|us|our|ours|you|your|yours|you're|you've|we're|we've|let's)(?!\w)")
HELD = re.compile(r"(?<!\w)(?:said|say|says|told|added|noted|announced|according to)(?!\w)")
BYLINE = re.compile(r"(?:by|By|BY)\s+(?=\S)")


def label_by_words(shape: Shape, index: FurnitureIndex, *, spoken: bool = False) -> tuple[Label | None, list[Hit]]:
    """(the label that the words alone give, all phrases found).

    Where somebody speaks to an audience in his own words (`spoken`: transcripts, speeches), "we" and "you" and what is
    asked are report; only whole lines and openings of furniture count.
    """
    if not any(c.isalnum() for c in shape.plain):
        return Label("other", ("block.no-words",)), []
    if shape.words > LONGEST or len(shape.text) > LOOKED_UP:
        return None, []
    hits = unquoted_hits(shape, index)
    whole = next((h for h in hits if h.row["anchor"] == "all"), None)
    if whole is not None:
        return labelled(whole), hits
    if is_address_or_buttons(shape, index):
        return Label("navigation", ("block.buttons",)), hits
    if spoken:
        openings = [h for h in hits if h.row["anchor"] == "start" and h.strength == "sure"]
        return label_stamp(shape, index) or label_place(shape, index) or label_sure(shape, openings), hits
    return (
        label_byline(shape, index, hits)
        or label_stamp(shape, index)
        or label_credit(shape, index)
        or label_sure(shape, hits)
        or label_appeal(shape, hits)
    ), hits


def is_address_or_buttons(shape: Shape, index: FurnitureIndex) -> bool:
    """Whether a line is an address or a telephone number, or the words of buttons ("Facebook Twitter Print Email")."""
    if shape.words > 10:
        return False
    words = shape.plain.split()
    if words[0].startswith("+") and not any(c.isalpha() for c in shape.plain):
        return True
    if len(words) <= 2:
        return any("@" in word and "." in word for word in words)
    return not shape.final and all(word in index.buttons for word in words)


def labelled(hit: Hit) -> Label:
    """The label that a row gives."""
    return Label(hit.kind, (hit.row.name,))


def unquoted_hits(shape: Shape, index: FurnitureIndex) -> list[Hit]:
    """The phrases of the paragraph that stand outside its quotations."""
    hits = index.hits(shape.plain)
    if hits and '"' in shape.plain:
        quotes = [m.span() for m in QUOTED.finditer(shape.plain)]
        hits = [h for h in hits if not any(s < h.start and h.end <= e for s, e in quotes)]
    return hits


def label_sure(shape: Shape, hits: list[Hit]) -> Label | None:
    """The label of the first phrase that is enough by itself."""
    for hit in hits:
        if hit.strength in SURE and is_within_reach(shape, hit):
            return labelled(hit)
        if (
            hit.strength == "brief"
            and shape.words <= BRIEF
            and hit.kind not in ("byline", "dateline")
            and not shape.real
        ):
            return labelled(hit)
        if hit.strength == "brief" and hit.kind == "byline" and shape.words <= BRIEF and hit.row["anchor"] == "any":
            return labelled(hit)
        if hit.strength == "counted" and shape.words <= 4 and shape.plain[0].isdigit():
            return labelled(hit)
    return None


def is_within_reach(shape: Shape, hit: Hit) -> bool:
    """Whether the paragraph is short enough for this phrase to tell what it is.

    A phrase inside a longer paragraph tells little where somebody is held to have said it, where it comes late, or (an
    appeal) where nobody is spoken to.
    """
    if shape.words > REACH[hit.row["anchor"]][hit.kind]:
        return False
    if hit.row["anchor"] != "any":
        return True
    unquoted = shape.unquoted
    if HELD.search(unquoted):
        return False
    if shape.words <= BRIEF or hit.kind == "byline":
        return True
    early = (
        shape.words <= LATE
        or hit.start < len(shape.plain) // 2
        or ADDRESS.search(unquoted[: len(unquoted) // 2]) is not None
    )
    return early and (hit.kind != "appeal" or not shape.final or ADDRESS.search(unquoted) is not None)


def label_byline(shape: Shape, index: FurnitureIndex, hits: list[Hit]) -> Label | None:
    """ "By A. Writer and B. Writer in Geneva", "By Agence France-Presse"."""
    if INITIALED.fullmatch(shape.text):
        return Label("byline", ("edge.initials",))
    by = BYLINE.match(shape.text)
    if by and shape.words <= 24 and is_names(shape.text[by.end() :], index, hits):
        return Label("byline", ("block.byline",))
    return None


def is_names(text: str, index: FurnitureIndex, hits: list[Hit]) -> bool:
    """Whether the line holds names, offices of the press and what joins them, and ends no sentence but an initial's."""
    words = [w.strip(".,;:()|@*") for w in text.split()]
    words = [w for w in words if w]
    if not words or not words[0][0].isupper():
        return False
    roles = {word for h in hits if h.strength == "role" for word in h.row["phrase"].split()}
    known = (roles, index.joiners, index.stamps)
    return all(
        CAPITAL.match(w) or not w[0].isalpha() or "@" in w or any(w.lower() in names for names in known) for w in words
    )


def label_stamp(shape: Shape, index: FurnitureIndex) -> Label | None:
    """A line that only says when, or a dateline on a line of its own."""
    if shape.words <= 20 and (is_stamp(shape.text, index) or is_stamp_and_source(shape, index)):
        return Label("dateline", ("block.stamp",))
    if shape.words <= 12:
        edge = find_dateline(shape.text, index)
        if edge is not None and edge.end >= len(shape.text):
            return Label("dateline", ("block.dateline",))
    return None


def is_stamp_and_source(shape: Shape, index: FurnitureIndex) -> bool:
    """ "4:13 pm, May 5, 2022 • Source: The Daily": a stamp and a word on where it is from, or how long it is."""
    first, *others = PARTS.split(shape.text)
    if not others or sum(len(part.split()) for part in others) > 10 or shape.final:
        return False
    return is_stamp(first, index) and sum(c.isdigit() for c in first) >= 4


def label_place(shape: Shape, index: FurnitureIndex) -> Label | None:
    """The head of a transcript on one line: "State Department, Washington 12:47 P.M. EDT"."""
    if not shape.bare or shape.words > 20 or not is_names(shape.text, index, []):
        return None
    words = shape.text.split()
    for at in range(1, len(words)):
        if is_stamp(" ".join(words[at:]), index) or is_stamp(" ".join(words[:at]), index):
            return Label("dateline", ("block.place-and-time",))
    return None


def label_credit(shape: Shape, index: FurnitureIndex) -> Label | None:
    """Whose picture it is, and nothing more; the name of a wire alone is its credit too."""
    if shape.words <= 16 and is_credit(shape.text, index):
        wire = rule_of_credit(shape.text, index) == "edge.credit-bare"
        return Label("credit", ("block.credit-wire" if wire else "block.credit",))
    return None


def label_appeal(shape: Shape, hits: list[Hit]) -> Label | None:
    """A paragraph in which the press asks its readers for something, or in which a lot is asked of them."""
    unquoted = shape.unquoted
    addressed = len(ADDRESS.findall(unquoted))
    asked = {h.start: h for h in hits if h.strength == "ask"}
    if len(asked) >= MUCH and addressed >= 2 and shape.words <= ASKING and not HELD.search(unquoted):
        return Label("appeal", ("block.appeal", *(h.row.name for h in asked.values())))
    ask = next((h for h in hits if h.strength == "ask"), None)
    press = next(
        (h for h in hits if h.strength == "press" and (ask is None or h.end <= ask.start or h.start >= ask.end)), None
    )
    if ask is not None and ask.start == 0 and shape.words <= CALL and shape.last == "!":
        return Label("appeal", ("block.appeal-call", ask.row.name))
    if ask is None or press is None:
        return None
    because = ("block.appeal", ask.row.name, press.row.name)
    if shape.words <= CALL:
        return Label("appeal", because) if ask.start == 0 and not shape.final else None
    if shape.words <= ASKING and addressed >= 2 and not HELD.search(unquoted):
        return Label("appeal", because)
    return None


def asks(shape: Shape, hits: list[Hit], *, firmly: bool = False) -> bool:
    """Whether a paragraph next to an appeal goes on with it: it speaks to the reader or asks (`firmly`: both)."""
    unquoted = shape.unquoted
    if shape.words > ASKING or HELD.search(unquoted):
        return False
    addressed = ADDRESS.search(unquoted) is not None
    asked = any(h.strength in ("ask", "press") for h in hits)
    return addressed and asked if firmly else addressed or any(h.strength == "ask" for h in hits)


def caption_cue(shape: Shape, hits: list[Hit]) -> Hit | None:
    """A word that is at home under pictures, in a paragraph short enough for one."""
    if shape.words > 60 or shape.quoted:
        return None
    return next((h for h in hits if h.kind == "caption"), None)


def has_credit(shape: Shape, index: FurnitureIndex, *, loosely: bool) -> bool:
    """Whether a photo credit stands at its end (`loosely`: a bare agency in brackets is enough)."""
    if shape.words > 90:
        return False
    credit = find_credit(shape.text, index)
    return credit is not None and (loosely or credit.rule == "edge.credit")
