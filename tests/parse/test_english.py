"""The grammar does not depend on the batch, and tokens point to the article's characters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.parse.offsets import NORMAL
from dragoman.records import Article, Block, Parsed, Span
from dragoman.records.ids import text_digest
from tests.factory import kit, parsed_of

TEXT = "The envoy said “no”.  Talks resume on\nFriday.\n\nBoth sides agreed; nobody signed."


def article_of(text: str) -> tuple[Article, tuple[Block, ...]]:
    blocks = (Block(kind="body", span=Span(0, len(text))),) if text.strip() else ()
    return Article(id=text_digest(text), text=text, sha256=text_digest(text)), blocks


def shape(parsed: Parsed) -> list[tuple[object, ...]]:
    return [(t.text, t.lemma, t.tag, t.dep, t.head.i, t.start, t.end, t.sent) for t in parsed.tokens]


def test_tokens_are_the_articles_own_characters() -> None:
    parsed = parsed_of(TEXT)
    for token in parsed.tokens:
        assert TEXT[token.start : token.end].translate(NORMAL) == token.text


def test_a_sentence_never_runs_over_a_block() -> None:
    parsed = parsed_of(TEXT)
    for sentence in parsed.sentences:
        assert parsed.blocks[sentence.block].span.contains(sentence.span)


def test_every_token_is_found_at_its_characters() -> None:
    parsed = parsed_of(TEXT)
    for token in parsed.tokens:
        assert parsed.token_at(token.start) is parsed.token_at(token.end - 1) is token
    assert parsed.token_at(TEXT.index("  ") + 1) is None


def test_the_same_grammar_in_any_batch() -> None:
    items = [article_of(f"{TEXT} Number {n} follows.") for n in range(7)] + [article_of(" ")]
    one = [shape(p) for p in kit().parser.parse(items, batch_size=1)]
    many = [shape(p) for p in kit().parser.parse(items, batch_size=64)]
    assert one == many
    assert [p.article.id for p in kit().parser.parse(items, batch_size=3)] == [a.id for a, _ in items]


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_parsed_to_tokens_in_order(text: str) -> None:
    parsed = next(kit().parser.parse([article_of(text)], batch_size=64))
    ends = [0]
    for token in parsed.tokens:
        assert ends[-1] <= token.start < token.end <= len(text)
        ends.append(token.end)
