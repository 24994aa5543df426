"""RSS and Atom -> a Source for each entry: its content, else its summary (which a note says).

`feedparser` reads the feed; it is given the bytes in memory, so it opens no address and no file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from dragoman.errors import NotAnArticle, SourceError, Unreadable
from dragoman.read.html import one_line, squeezed, without_prolog
from dragoman.read.incoming import Incoming, Kind
from dragoman.records import Source
from dragoman.settings import Settings

FEED = re.compile(r"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
#: Elements of an entry's HTML that begin a new paragraph.
BLOCKS = frozenset(
    {"article", "blockquote", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "section", "table"}
    | {"tr", "ul"}
)
SILENT = frozenset({"script", "style", "noscript", "template"})
SUMMARY = "only the feed's summary of it"


def is_feed(incoming: Incoming) -> bool:
    return FEED.match(without_prolog(incoming.start)) is not None


def read_feed(incoming: Incoming, settings: Settings) -> Iterator[Source | SourceError]:
    """The entries of the feed in its order, named `file#1`, `file#2` …"""
    try:
        import feedparser
    except ImportError:
        raise Unreadable("it is a feed", where=incoming.name, hint="pip install 'dragoman[feeds]'") from None
    feed = feedparser.parse(io.BytesIO(incoming.whole()), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise NotAnArticle("there is no entry in this feed", where=incoming.name)
    for number, entry in enumerate(feed.entries, 1):
        yield entry_source(entry, feed.feed, f"{incoming.name}#{number}", settings)


def entry_source(entry: Any, feed: Any, where: str, settings: Settings) -> Source | SourceError:
    """The Source of one entry, or what is wrong with it."""
    content = " ".join(part.get("value") or "" for part in entry.get("content") or ())
    text = plain_text(content or entry.get("summary") or "")
    if not text:
        return NotAnArticle("the entry holds no text", where=where, hint="give the page it links to")
    if len(text) > settings.max_chars:
        return NotAnArticle(f"it is longer than {settings.max_chars:,} characters", where=where)
    published = moment(entry.get("published_parsed") or entry.get("updated_parsed"))
    return Source(
        name=where,
        text=text,
        title=one_line(plain_text(entry.get("title") or "")),
        published=published,
        published_basis="metadata" if published else "unknown",
        outlet=one_line(feed.get("title")),
        url=one_line(entry.get("link")),
        language=one_line(feed.get("language")),
        notes=() if content else (SUMMARY,),
    )


def moment(parsed: Any) -> str | None:
    """ISO 8601 in UTC of feedparser's time tuple, or None for none and for an impossible one."""
    if not parsed:
        return None
    year, month, day, hour, minute, second = parsed[:6]
    if not 1 <= year <= 9999:
        return None
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}Z"


def plain_text(html: str) -> str:
    """The words of a piece of HTML, paragraphs set apart by blank lines; plain text stays as it is."""
    if "<" not in html and "&" not in html:
        return html.strip()
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(f"<div>{html}</div>".encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return ""
    if root is None:
        return ""
    out: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        silent = element.tag in SILENT
        if element.tag in BLOCKS:
            out.append("\n\n")
        if event == "start":
            out.append("" if silent else (element.text or "").replace("\n", " "))
        else:
            out.append((element.tail or "").replace("\n", " "))
    return squeezed("".join(out))


FEEDS = Kind("RSS or Atom", is_feed, read_feed)
