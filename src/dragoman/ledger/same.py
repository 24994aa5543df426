"""Is this article one we have? As another version of it, or as the same text elsewhere.

- The same URL (without its fragment) is the same article, whatever its text says now.
- The same given id of the same outlet likewise. Where no outlet is given, ids like "1" prove little: then the texts
  must share half of their words as well.
- The same text under another URL or of another outlet is one article that appeared twice.
"""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from dragoman.ledger.terms import storable
from dragoman.records import Article

#: Ids made from the content change with the text, and say nothing about an earlier one.
OF_CONTENT = re.compile(r"art-[0-9a-f]{16}")
#: Share of the words of both texts that they have in common, from which on one id without an outlet is believed.
ALIKE = 0.5


class Match(NamedTuple):
    """The version that is there; `appears`: the same text elsewhere; `reason`: what differs of a new version."""

    n: int
    line: int
    version: int
    ended: str | None
    appears: bool
    reason: str


def find(db: sqlite3.Connection, article: Article) -> Match | None:
    """The latest version of the article that is meant, None where it is new."""
    columns = "SELECT n, line, version, ended, id, sha256, url_key, outlet, title, published, text FROM articles"
    key = url_key(article.url)
    outlet = article.source and storable(article.source)
    if key:
        row = db.execute(f"{columns} WHERE url_key = ? ORDER BY known_from DESC LIMIT 1", (key,)).fetchone()
        if row:
            return _match(row, article, appears=False)
    for row in db.execute(f"{columns} WHERE id = ? ORDER BY known_from DESC", (storable(article.id),)):
        elsewhere = (row[6], row[7]) != (key, outlet)
        if row[5] == article.sha256:
            return _match(row, article, appears=elsewhere)
        given = not OF_CONTENT.fullmatch(article.id)
        if given and row[7] == outlet and (outlet or alike(row[10], article.text)):
            return _match(row, article, appears=False)
    return None


def _match(row: tuple[object, ...], article: Article, *, appears: bool) -> Match:
    n, line, version, ended, _, sha256, _, _, title, published = row[:10]
    if sha256 != article.sha256:
        reason = "text"
    elif (title, published) != (article.title and storable(article.title), article.published):
        reason = "metadata"
    else:
        reason = "reread"
    return Match(n, line, version, ended, appears, reason)  # type: ignore[arg-type]


def url_key(url: str | None) -> str | None:
    """The URL as far as it tells articles apart: host without case, no fragment."""
    if not url:
        return None
    try:
        parts = urlsplit(storable(url.strip()))
        return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query, "")) or None
    except ValueError:
        return storable(url)


def alike(one: str, other: str) -> bool:
    """Do the texts share at least half of the words that either of them has?"""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return len(a & b) >= ALIKE * len(a | b)
