"""HTML -> Source: the article's text as trafilatura finds it, its headings as hints, its metadata.

The text is built from trafilatura's own tree, its blocks set apart by blank lines; so hints need no alignment. What
the extractor drops (menus, most captions and appeals) is not recorded; what it keeps is labelled later.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from dragoman.errors import NotAnArticle, SourceError, Unreadable
from dragoman.read.detect import decode
from dragoman.read.incoming import Incoming, Kind
from dragoman.read.json_ld import said_of_itself
from dragoman.read.jsonl import checked_date
from dragoman.records import Hint, Source
from dragoman.records.vocab import BlockKind
from dragoman.settings import Settings

PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|section|header|div|p|h[1-6]|title|meta|script|style|table|ul|ol"
    r"|span|nav|link|figure|blockquote)\b",
    re.IGNORECASE,
)
TAG = re.compile(r"<[a-zA-Z]")
#: Pages with more tags are refused: the extractor takes seconds and hundreds of megabytes for them (measured: 100,000
#: nested cells 5 s, a million 40 s and 1 GB); an article has some hundreds, its page some thousands.
MOST_TAGS = 50_000
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
BLANKS = re.compile(r"[ \t\r\f\v]+")
SPACE = re.compile(r" ?\n ?")
#: What the beginning of an element inside a block becomes in its text.
BETWEEN = {"lb": "\n", "cell": " | ", "p": "\n", "item": "\n", "list": "\n"}
#: Elements of trafilatura's tree that hold others, and are no paragraph themselves.
HOLDERS = frozenset({"body", "list", "quote", "table", "div", "main", "fw", "del"})
#: The date must be said in the page's head, not be guessed from its text; the last day keeps the clock out of it.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def is_page(incoming: Incoming) -> bool:
    """Whether it opens with a tag of HTML."""
    return PAGE.match(without_prolog(incoming.start)) is not None


def without_prolog(start: str) -> str:
    """The page from its first tag on: behind the XML declaration, comments and white space."""
    at = 0
    while True:
        while at < len(start) and start[at].isspace():
            at += 1
        opening, closing = ("<?", "?>") if start.startswith("<?", at) else ("<!--", "-->")
        end = start.find(closing, at) if start.startswith(opening, at) else -1
        if end < 0:
            return start[at:]
        at = end + len(closing)


def read_page(incoming: Incoming, settings: Settings) -> Iterator[Source | SourceError]:
    """The one article of a page."""
    declared = CHARSET.search(incoming.head) or ENCODING.search(incoming.head)
    html, note = decode(incoming.whole(), declared=declared[1].decode("ascii") if declared else None)
    if len(TAG.findall(html)) > MOST_TAGS:
        raise NotAnArticle(f"the page has more than {MOST_TAGS:,} tags", where=incoming.name, hint="give its text")
    document = extract(html, incoming.name)
    text, hints = text_and_hints(document.body, document.title)
    if not text:
        raise NotAnArticle("no article was found on the page", where=incoming.name)
    if len(text) > settings.max_chars:
        raise incoming.too_long()
    said = said_of_itself(html)
    published, doubts = checked_date(said.published or document.date)
    yield Source(
        name=incoming.name,
        text=text,
        title=one_line(said.headline or document.title),
        published=published,
        published_basis="metadata" if published else "unknown",
        outlet=one_line(said.publisher or document.sitename),
        url=one_line(document.url),
        language=one_line(document.language),
        hints=hints,
        notes=((note,) if note else ()) + doubts,
    )


def extract(html: str, name: str) -> Any:
    """trafilatura's document: `body` (a tree of its own tags), `title`, `date`, `sitename`, `url`, `language`."""
    from trafilatura import bare_extraction

    for logger in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(logger).addHandler(logging.NullHandler())
    try:
        document = bare_extraction(
            XML_HEAD.sub("", html).replace("\x00", ""),
            include_comments=False,
            with_metadata=True,
            date_extraction_params=dict(DATES),
        )
    except Exception as error:  # whatever a stranger's page does to a stranger's library costs this page only
        raise Unreadable(f"the page cannot be taken apart ({type(error).__name__})", where=name) from error
    if document is None or getattr(document, "body", None) is None:
        raise NotAnArticle("no article was found on the page", where=name)
    return document


def text_and_hints(body: Any, title: str | None) -> tuple[str, tuple[Hint, ...]]:
    """The blocks of the tree with blank lines between them, and where its headings stand."""
    parts: list[str] = []
    hints: list[Hint] = []
    at, titled = 0, False
    for words, rank in paragraphs(body):
        if rank:
            kind: BlockKind = "subhead"
            if not titled and (rank == "h1" or letters(words) == letters(title or "")):
                kind, titled = "title", True
            hints.append(Hint(start=at, end=at + len(words), kind=kind))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), tuple(hints)


def paragraphs(body: Any) -> Iterator[tuple[str, str | None]]:
    """(words, rank of the heading or None) of every block, without recursion (a page may be nested at will)."""
    stack = [iter((body,))]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif isinstance(element, str):
            if words := squeezed(element):
                yield words, None
        elif element.tag in HOLDERS:
            stack.append(iter(content(element)))
        elif words := squeezed(words_under(element)):
            yield words, (element.get("rend") or "h2") if element.tag == "head" else None


def content(element: Any) -> list[Any]:
    """The text and children of a holder, in order."""
    out = [element.text] if element.text else []
    for child in element:
        out.append(child)
        if child.tail:
            out.append(child.tail)
    return out


def words_under(element: Any) -> str:
    """The text of a block; `<lb/>` is the end of a line, cells of a row are set apart."""
    from lxml.etree import iterwalk

    out: list[str] = []
    for event, part in iterwalk(element, events=("start", "end")):
        if event == "start":
            out.append(BETWEEN.get(part.tag, "") if part is not element and out else "")
            out.append((part.text or "").replace("\n", " "))
        elif part is not element:
            out.append((part.tail or "").replace("\n", " "))
    return "".join(out)


def squeezed(words: str) -> str:
    """One blank between words, no blanks around the ends of lines, at most one empty line."""
    return re.sub(r"\n{3,}", "\n\n", SPACE.sub("\n", BLANKS.sub(" ", words))).strip()


def letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def one_line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


HTML = Kind("HTML", is_page, read_page)
