"""What a page says of its article in JSON-LD (schema.org NewsArticle): date, headline, publisher."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

SCRIPT = re.compile(r"<script\b[^>]{0,200}application/ld\+json[^>]{0,200}>", re.IGNORECASE)
#: Scripts beyond these are not looked into (a page has one or two).
MOST = 20
LONGEST = 200_000
ARTICLE = re.compile(
    r"(?:News|Analysis|Opinion|Reportage|Background|AskPublicNews|Review|Social|Tech)?Article$|BlogPosting$"
)
INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")


class Said(NamedTuple):
    """`published` as the page writes it."""

    published: str | None = None
    headline: str | None = None
    publisher: str | None = None


def said_of_itself(html: str) -> Said:
    """The first article that the page's JSON-LD describes; empty where there is none or it is broken."""
    for value in scripts(html):
        for thing in things(value):
            kinds = thing.get("@type")
            if any(isinstance(k, str) and ARTICLE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
                publisher = thing.get("publisher")
                name = publisher.get("name") if isinstance(publisher, dict) else publisher
                return Said(words(thing.get("datePublished")), words(thing.get("headline")), words(name))
    return Said()


def scripts(html: str) -> Iterator[Any]:
    """The JSON values of the page's JSON-LD scripts; broken ones are passed over."""
    for found, _ in zip(SCRIPT.finditer(html), range(MOST), strict=False):
        end = html.find("</script", found.end(), found.end() + LONGEST)
        if end >= 0:
            try:
                yield json.loads(html[found.end() : end])
            except (ValueError, RecursionError):
                continue


def things(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a value, also those in its graph, level by level."""
    queue = [value]
    for item in queue:
        if isinstance(item, list):
            queue.extend(item[:MOST])
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in INSIDE if isinstance(item.get(key), (list, dict)))


def words(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
