"""Token, Sentence and Parsed: the grammar of an article in our own terms (no parser object leaves `parse/`).

Tags are those of the English pipeline: `pos` Universal Dependencies, `tag` Penn Treebank, `dep` ClearNLP labels.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.records.article import Article, Block
from dragoman.records.spans import Span


class Token:
    """One token; `start:end` are its characters in the article, `i` its index in the article.

    `text` has quotation marks, apostrophes and white space normalised one to one (“ becomes "), so that a
    lexicon needs one spelling; the article's own characters are `article.text[start:end]`.
    `head` is the token itself at the root of a sentence; `children` stand in order of the text.
    `ent` is the entity label (PERSON, GPE, ORG …) or "".
    """

    __slots__ = ("children", "dep", "end", "ent", "head", "i", "lemma", "lower", "pos", "sent", "start", "tag", "text")

    def __init__(
        self, i: int, text: str, lemma: str, pos: str, tag: str, dep: str, start: int, ent: str, sent: int
    ) -> None:
        self.i, self.text, self.lemma, self.pos, self.tag, self.dep = i, text, lemma, pos, tag, dep
        self.start, self.end, self.ent, self.sent = start, start + len(text), ent, sent
        self.lower = text.lower()
        self.head: Token = self
        self.children: list[Token] = []

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.dep} of {self.head.text!r})"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these dependency labels."""
        return next((c for c in self.children if c.dep in deps), None)

    def subtree(self) -> list[Token]:
        """The token and all below it, in order of the text."""
        out, stack = [], [self]
        while stack:
            token = stack.pop()
            out.append(token)
            stack.extend(token.children)
        out.sort(key=lambda t: t.i)
        return out

    def ancestors(self) -> Iterator[Token]:
        """Head, head's head … up to the root of the sentence."""
        token = self
        while token.head is not token:
            token = token.head
            yield token


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A named entity of the parser: the tokens `first` to `last` (both included) and its label."""

    first: Token
    last: Token
    label: str

    @property
    def span(self) -> Span:
        return Span(self.first.start, self.last.end)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sentence:
    """One sentence; `index` counts in the article, `block` is the index of its block, `kind` that block's kind."""

    index: int
    block: int
    kind: str
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def root(self) -> Token:
        return next(t for t in self.tokens if t.head is t)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parsed:
    """An article with its blocks and the grammar of those that are parsed."""

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts.extend(t.start for t in self.tokens)

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character at this offset, or None (white space, furniture)."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.tokens[at].end:
            return self.tokens[at]
        return None

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin inside the span (or hold its first character)."""
        at = bisect_right(self._starts, span.start) - 1
        first = at if at >= 0 and span.start < self.tokens[at].end else at + 1
        return self.tokens[first : bisect_right(self._starts, span.end - 1)]

    def sentence_of(self, token: Token) -> Sentence:
        return self.sentences[token.sent]
