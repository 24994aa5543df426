"""The stance of a cue: the verb or noun that leads to a statement, or by which an act is done in words."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.lexicon.load import Row
from dragoman.lexicon.stances import StanceIndex
from dragoman.records import Span, Statement, Token
from dragoman.resolve.attach import Setting

#: Cues that say less than the words behind them ("stressed that they must withdraw").
WEAK = frozenset({"asserts", "warns"})
#: Stances that want something of others.
OF_OTHERS = frozenset({"demands", "urges"})


def cue_row(statement: Statement, setting: Setting, index: StanceIndex) -> Row | None:
    """The stance of the cue; a warning of costs to come is a threat; "voiced concern" is a concern."""
    for span in statement.cue:
        for token in setting.parsed.tokens_in(span):
            row = stance_of(token, index)
            if row is not None and row["stance"] == "warns":
                words = (t for content in statement.content for t in setting.parsed.tokens_in(content))
                return costs(words, index) or row
            if row is not None:
                return row
    return None


def stance_of(token: Token, index: StanceIndex) -> Row | None:
    """The row of a verb, with its particle, preposition or object, or of a noun; a negation turns or ends it.

    "rule out", "call for", "reject the allegation" go before "reject"; "express support" is what its object says.
    """
    if token.pos == "NOUN":
        return index.stance(token.lemma, "noun")
    thing = token.child("dobj")
    words = [c.lower for c in token.children if c.dep in ("prep", "prt")] + ["that"] * bool(token.child("ccomp"))
    words += [thing.lemma] if thing is not None else []
    row = next((r for w in words if (r := index.stance(f"{token.lemma} {w}", "verb"))), None)
    if row is None and thing is not None and index.stance(token.lemma, "light") is not None:
        row = index.stance(thing.lemma, "noun")
    row = row or index.stance(token.lemma, "verb")
    if row is not None and row["stance"] in OF_OTHERS and thing is None and token.child("xcomp") is not None:
        return None  # "wants to begin", "asked to leave": nothing of anybody else
    if row is not None and thing is not None and thing.ent == "PERSON" and index.stance(token.lemma, "guest"):
        return None  # "welcomed the minister": a guest, no policy
    if row is not None and token.child("neg") is not None:
        return index.stance(row["stance"], "negated")
    return row


def costs(words: Iterable[Token], index: StanceIndex) -> Row | None:
    """The first word of harm to come."""
    return next((row for t in words if (row := index.stance(t.lemma, "cost"))), None)


def inflicted(words: Iterable[Token], index: StanceIndex) -> Row | None:
    """The first word of harm that one's own side does: a verb (retaliate), or the object of one (impose costs)."""
    for token in words:
        row = index.stance(token.lemma, "cost")
        if row is None:
            continue
        if token.pos == "VERB" or (token.dep == "dobj" and index.stance(token.head.lemma, "inflict") is not None):
            return row
    return None


def welcomed(statement: Statement, setting: Setting) -> Span | None:
    """What a cue with a quotation behind it is about: "welcomed the deal" in "welcomed the deal: 'We have …'"."""
    if statement.kind != "direct":
        return None
    for span in statement.cue:
        for token in setting.parsed.tokens_in(span):
            thing = token.child("dobj")
            if thing is None or thing.i < token.i:
                continue
            words = [t for t in thing.subtree() if t.i > token.i]
            if not any(c.overlaps(t.span) for c in statement.content for t in words):
                return Span(token.start, words[-1].end)
    return None
