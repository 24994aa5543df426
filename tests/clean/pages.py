"""A page flattened to text, for the tests of this room: every kind of block, in words of our own."""

from __future__ import annotations

from dragoman.clean.blocks import clean_source
from dragoman.records import Article, Block, Source
from tests.factory import PLAIN, kit

PAGE = [
    ("navigation", "Harbour Post | World"),
    ("appeal", "Support the Harbour Post!"),
    ("title", "Envoys Leave the Island Without a Truce"),
    ("subhead", "Mediators hope for a second round in the spring"),
    ("byline", "By Mara Lindqvist and Tom Okoro"),
    ("dateline", "Published 4 March 2021"),
    ("caption", "A ferry leaves the old harbour at dusk. Mara Lindqvist / Reuters"),
    ("body", "The envoys of both islands left the old harbour on Thursday without a truce, a mediator said."),
    ("body", "\"We came to listen, and we were not heard,\" said the northern envoy, Ada Brenner."),
    ("body", "He did not answer."),
    ("navigation", "Read more: Why the fishing grounds matter"),
    ("subhead", "'No map, no deal'"),
    ("body", "The southern side had asked for a map of the minefields before the next round of talks."),
    ("body", "Donations for the villages have come from three states, and readers of history will know why."),
    ("appeal", "Before you go, we have a small favour to ask of you."),
    ("appeal", "Our reporters work without an owner, and your contribution keeps us free. Thank you."),
    ("appeal", "Donate"),
    ("navigation", "Related Topics"),
    ("navigation", "Fishing"),
    ("navigation", "Islands"),
    ("other", "Copyright 2021 Harbour Post. All rights reserved."),
]  # fmt: skip


def cleaned(text: str, **fields: object) -> tuple[Article, tuple[Block, ...]]:
    return clean_source(Source(name="test", text=text, **fields), kit(), PLAIN)  # type: ignore[arg-type]


def kinds(text: str, **fields: object) -> list[tuple[str, str]]:
    """(kind, words) of every block."""
    article, blocks = cleaned(text, **fields)
    return [(block.kind, block.span.of(article.text)) for block in blocks]


def kind_of(paragraph: str) -> str:
    """The kind of a paragraph inside the report, with report before and after it."""
    before = "The ministers of the two states met on Tuesday and spoke for an hour about the border."
    after = "They will meet again in the spring, an official of one of the two ministries told reporters."
    found = kinds(f"Ministers Meet at the Border\n\n{before}\n\n{before}\n\n{paragraph}\n\n{after}\n\n{after}")
    inside = [kind for kind, words in found if words and words in paragraph]
    return inside[0]
