"""Source -> Article and its blocks: report, title, subhead, caption and page furniture, told apart.

The labeller is our own: the extractors measured work on markup, and of a page flattened to text they kept half of the
furniture. It looks at shape (length, final punctuation), words (rows of `en/furniture.tsv`) and place on the page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.clean.edges import Edge, find_credit, find_dateline, find_leading_byline, find_signature, sentence_starts
from dragoman.clean.head import find_agency, find_published, find_title
from dragoman.clean.labels import label_paragraphs
from dragoman.clean.language import check_language
from dragoman.clean.paragraphs import find_paragraphs
from dragoman.clean.several import check_is_one
from dragoman.clean.shape import Shape, shape_of
from dragoman.clean.words import Label, label_by_words
from dragoman.errors import NotAnArticle
from dragoman.kit import Kit
from dragoman.lexicon.furniture import FurnitureIndex
from dragoman.records import Article, Block, Hint, Source, Span
from dragoman.records.ids import content_id, text_digest
from dragoman.records.spans import trimmed
from dragoman.records.vocab import BlockKind
from dragoman.settings import Settings

#: Datelines and bylines open one of the first paragraphs of the report, or of each item in a round-up.
OPENING = 3
#: Furniture at the end of a report of one block is looked for in its last characters, sentence by sentence.
TAIL_LENGTH = 800
TAIL_WORDS = 40
TAIL_KINDS = frozenset({"appeal", "navigation", "other", "byline"})


def clean_source(source: Source, kit: Kit, settings: Settings) -> tuple[Article, tuple[Block, ...]]:
    """The article and its blocks; NotAnArticle where there are no words, WrongLanguage where it is not English."""
    text = source.text
    spans = find_paragraphs(text)
    if not spans:
        raise NotAnArticle("there are no words in it", where=source.name)
    check_is_one(text, source.name, kit.lexicon)
    language = check_language(source, kit.furniture, check=settings.language_check)
    blocks, agency = label_blocks(text, spans, kit.furniture, title=source.title, hints=source.hints)
    published, basis = find_published(source, text, blocks, kit.furniture, settings)
    article = Article(
        id=source.id or content_id("article", text),
        source=source.outlet,
        agency=agency or find_agency(text, blocks, kit.furniture),
        url=source.url,
        title=source.title or find_title(text, blocks),
        published=published,
        published_basis=basis,
        language=language,
        text=text,
        sha256=text_digest(text),
    )
    return article, blocks


def label_blocks(
    text: str, spans: Sequence[Span], index: FurnitureIndex, *, title: str | None = None, hints: Sequence[Hint] = ()
) -> tuple[tuple[Block, ...], str | None]:
    """(the blocks, the wire that a dateline or signature names)."""
    shapes = [shape_of(text, span) for span in spans]
    labels = label_paragraphs(shapes, index, title=title, hints=hinted(spans, hints))
    blocks: list[Block] = []
    wires: list[str] = []
    bodies = 0
    lone = sum(shape.turn for shape in shapes) <= 1
    last = max((at for at, label in enumerate(labels) if label.kind == "body"), default=-1)
    for at, (shape, span, label) in enumerate(zip(shapes, spans, labels, strict=True)):
        edges = find_edges(
            shape.text, label, index, opening=bodies < OPENING, first=lone and bodies == 0 and shape.real
        )
        if at == last and not any(edge.start > 0 for edge in edges):
            edges += find_tail(shape, index, after=edges[-1].end if edges else 0)
        bodies += label.kind == "body"
        wires.extend(edge.agency for edge in edges if edge.agency)
        blocks.extend(cut_block(text, span, label, edges))
    return tuple(blocks), wires[0] if wires else None


def hinted(spans: Sequence[Span], hints: Sequence[Hint]) -> list[BlockKind | None]:
    """What the markup says of each paragraph: the hint that covers most of it, if that is more than half."""
    starts = [hint.start for hint in hints]
    out: list[BlockKind | None] = []
    for span in spans:
        at = max(0, bisect_left(starts, span.start) - 1)
        kind: BlockKind | None = None
        for hint in hints[at : at + 3]:
            if 2 * (min(hint.end, span.end) - max(hint.start, span.start)) > span.end - span.start:
                kind = hint.kind
        out.append(kind)
    return out


def find_edges(text: str, label: Label, index: FurnitureIndex, *, opening: bool, first: bool) -> list[Edge]:
    """The parts of a paragraph that are not what the paragraph is, in order."""
    if label.kind == "caption":
        credit = find_credit(text, index)
        return [credit] if credit and credit.start > 0 else []
    if label.kind == "dateline":
        dateline = find_dateline(text, index)
        return [dateline] if dateline else []
    if label.kind != "body":
        return []
    edges = []
    if opening:
        byline = find_leading_byline(text)
        start = byline.end if byline else 0
        dateline = find_dateline(text[start : start + 200], index, first=first)
        edges += [byline] if byline else []
        if dateline and start + dateline.end < len(text.rstrip()):
            edges.append(dateline._replace(start=start, end=start + dateline.end))
    signature = find_signature(text, index)
    if signature and signature.start > (edges[-1].end if edges else 0):
        edges.append(signature)
    return edges


def find_tail(shape: Shape, index: FurnitureIndex, *, after: int) -> list[Edge]:
    """The last sentences of the report's last paragraph, where they are furniture of a page flattened to one block."""
    text, end = shape.text, len(shape.text)
    edges: list[Edge] = []
    for start in reversed(sentence_starts(text, max(after, end - TAIL_LENGTH))):
        sentence = shape_of(text, trimmed(text, start, end))
        label, _ = label_by_words(sentence, index)
        if label is None or label.kind not in TAIL_KINDS or sentence.words > TAIL_WORDS:
            break
        edges.insert(0, Edge(start, end, label.kind, label.because[0]))
        end = start
    return edges if shape.words > TAIL_WORDS else []


def cut_block(text: str, span: Span, label: Label, edges: Sequence[Edge]) -> list[Block]:
    """The paragraph's block, cut where its edges are something else."""
    out = []
    at = span.start
    for edge in edges:
        out.append((at, span.start + edge.start, label.kind, label.because))
        out.append((span.start + edge.start, span.start + edge.end, edge.kind, (edge.rule,)))
        at = span.start + edge.end
    out.append((at, span.end, label.kind, label.because))
    return [
        Block(kind=kind, span=part, because=because)
        for start, end, kind, because in out
        if (part := trimmed(text, start, end)).start < part.end
    ]
