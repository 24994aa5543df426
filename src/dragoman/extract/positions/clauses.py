"""The stance of a clause inside somebody's words, by its subject's side and by what carries its modality.

"We will not discuss …" refuses, "they must withdraw" demands, "are they ready to sign?" demands, "the demands are
unacceptable" refuses, "I doubt …" doubts: one position for each clause said.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.positions.cues import inflicted, stance_of
from dragoman.extract.positions.draft import Draft
from dragoman.extract.positions.sides import addressed, is_own, other_side, party
from dragoman.lexicon.load import Row
from dragoman.lexicon.stances import StanceIndex
from dragoman.records import Span, Statement, Token
from dragoman.records.spans import cover
from dragoman.resolve.attach import Setting

#: What hangs on a clause and is none of it.
BESIDE = frozenset({"conj", "cc", "parataxis", "punct"})


def of_clauses(statement: Statement, setting: Setting, index: StanceIndex) -> Iterator[Draft]:
    """A draft for each clause of the words that shows a stance."""
    words = [t for span in statement.content for t in setting.parsed.tokens_in(span)]
    whole = cover(statement.content)
    speaker = statement.speaker or ""
    for verb in words:
        subject = subject_of(verb)
        if subject is None or subject.tag in ("WP", "WDT", "EX"):
            continue
        own = is_own(subject, statement, setting)
        evidence = clause_in(verb, whole)
        row = own_row(verb, statement, index) if own else other_row(verb, statement, index)
        if row is None or (not own and subject.pos == "PRON" and setting.who.of(subject) is None):
            continue
        toward = None if own else party(setting.who.of(subject), setting)
        toward = toward or addressed(statement, setting) or other_side(evidence, speaker, setting)
        yield Draft(speaker, row, "position.modal", evidence, toward, statement.id)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, the one of a passive as well."""
    return verb.child("nsubj", "nsubjpass") if verb.pos in ("VERB", "AUX") else None


def own_row(verb: Token, statement: Statement, index: StanceIndex) -> Row | None:
    """What the speaker says his own side will do, is ready to do, or thinks; harm that it will do is a threat."""
    modal = modal_of(verb, statement, index)
    if modal and tells(verb):
        return None  # "I cannot say that …" refuses nothing
    if modal and index.stance(verb.lemma, "hollow") is not None:
        return None  # "we will see", "I will tell you" promise nothing
    row = next((r for key in keys_of(verb, modal) if (r := index.stance(key, "self"))), None)
    if row is None:
        return stance_of(verb, index)
    if verb.child("nsubjpass") is not None and row["stance"] == "promises":
        return None  # "we will be attacked" is what others do
    if row["stance"] in ("promises", "offers"):
        return inflicted(deeds(verb), index) or row
    return row


def tells(verb: Token) -> bool:
    """A finite clause is its object ("say that …"), unlike "allow them to enter"."""
    said = verb.child("ccomp")
    return said is not None and not any(c.tag == "TO" for c in said.children)


def deeds(verb: Token) -> list[Token]:
    """The words of a clause without those of its condition: in "if they strike, we will retaliate" only one is ours."""
    out, stack = [], [verb]
    while stack:
        token = stack.pop()
        out.append(token)
        stack += [c for c in token.children if c.dep not in BESIDE | {"advcl", "relcl", "acl"}]
    return sorted(out, key=lambda t: t.i)


def other_row(verb: Token, statement: Statement, index: StanceIndex) -> Row | None:
    """What the speaker asks of another side, asks it, or thinks of what it does."""
    if tells(verb):
        return None
    subject = subject_of(verb)
    asked = statement.form == "question" and subject is not None and verb.i < subject.i
    kind = "asked" if asked else "other"
    keys = list(keys_of(verb, modal_of(verb, statement, index)))
    return next((r for pos in (kind, "verdict") for key in keys if (r := index.stance(key, pos))), None)


def keys_of(verb: Token, modal: str) -> Iterator[str]:
    """What a row may stand under, the most special first: "will not allow", "will not", "not enough", "ready to"."""
    if modal:
        yield f"{modal} {verb.lemma}"
        yield modal
        return
    negation = "not " if negated(verb) else ""
    if verb.lemma in ("have", "need") and verb.child("xcomp") is not None:
        yield f"{negation}{verb.lemma} to"
    thing = verb.child("dobj")
    if verb.lemma == "have" and thing is not None:
        no = "no " if any(c.lower == "no" for c in thing.children) or negation else ""
        yield f"have {no}{thing.lemma}"
    if verb.lemma == "be":
        yield from predicates(verb, negation)


def predicates(verb: Token, negation: str) -> Iterator[str]:
    """ "ready to" (sign), "opposed to" (talks), "unacceptable", "not enough", "against": what is said with "be"."""
    for word in verb.children:
        if word.dep in ("acomp", "attr"):
            following = (
                ["to"] if word.child("xcomp") is not None else [c.lower for c in word.children if c.dep == "prep"]
            )
            yield from (f"{negation}{word.lower} {after}" for after in following)
            yield f"{negation}{word.lower}"
            yield from (f"{negation}{c.lower}" for c in word.children if c.dep == "conj")
        elif word.dep == "prep" and word.i > verb.i:
            noun = word.child("pobj", "pcomp")
            yield f"{negation}{word.lower} {noun.lower if noun else ''}".rstrip()
            yield f"{negation}{word.lower}"


def modal_of(verb: Token, statement: Statement, index: StanceIndex) -> str:
    """ "will", "will not", "must": the modal of a verb with its negation; "" where there is none.

    Reported speech shifts it back: "we will" becomes "said it would".
    """
    modal = next((c.lower for c in verb.children if c.dep == "aux" and c.tag == "MD"), "")
    modal = index.same_as(modal, "modal")
    if statement.kind != "direct":
        modal = index.same_as(modal, "shifted")
    return f"{modal} not" if modal and negated(verb) else modal


def negated(verb: Token) -> bool:
    """Does "not" or "n't" stand by it?"""
    return any(c.dep == "neg" for c in verb.children)


def clause_in(verb: Token, whole: Span) -> Span:
    """The words of a clause within those of the statement, without the clauses joined to it."""
    stack, held = [verb], []
    while stack:
        token = stack.pop()
        held.append(token)
        stack += [c for c in token.children if not (token is verb and c.dep in BESIDE)]
    inside = [t for t in held if whole.start <= t.start and t.end <= whole.end] or [verb]
    return Span(min(t.start for t in inside), max(t.end for t in inside))
