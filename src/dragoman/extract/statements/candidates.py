"""Candidate: a possible statement, before it is decided; and the walks over the grammar that all finders share."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.extract.statements.quotes import Quote
from dragoman.lexicon.speech import Cue, SpeechIndex
from dragoman.records import Token

#: Half-open ranges of token indices.
Range = tuple[int, int]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
WORDLESS = frozenset({"PUNCT", "SPACE"})


@dataclass(slots=True, eq=False)
class Candidate:
    """`route` is the rule that proposes; `cue`, `subject` and `head` are the heads of cue, source and content.

    `carried`: the candidate whose speaker goes on; `relayer`: the head of the noun phrase that reports the statement;
    `whole`: a quotation that is all of its paragraph; `tail`: what trails behind the content, kept or cut off.
    """

    route: str
    cue: Token | None
    entry: Cue | None
    subject: Token | None
    pieces: list[Range]
    head: Token | None = None
    quotes: list[Quote] = field(default_factory=list)
    passive: bool = False
    cue_range: Range | None = None
    carried: Candidate | None = None
    relayer: Token | None = None
    whole: bool = False
    tail: str = ""
    score: float = 0.0

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


def left_edge(token: Token) -> int:
    """Index of the first token below this one (for a projective tree: a walk along the first children)."""
    while token.children and token.children[0].i < token.i:
        token = token.children[0]
    return token.i


def right_edge(token: Token) -> int:
    """Index behind the last token below this one."""
    while token.children and token.children[-1].i > token.i:
        token = token.children[-1]
    return token.i + 1


def extent(token: Token) -> Range:
    return left_edge(token), right_edge(token)


def subject_of(verb: Token, speech: SpeechIndex) -> tuple[Token | None, bool]:
    """(head of the noun phrase that speaks, whether the cue is passive) for a reporting verb.

    Climbs from conjuncts, participles and infinitives to the verb that has the subject ("…, adding that"), and from
    relative clauses to their noun; in "quoted her as saying" it is the object. A passive cue names its speaker by "by",
    or not at all.
    """
    token = verb
    for _ in range(6):
        subject = passive = None
        for child in token.children:
            if (child.dep == "nsubj" or (child.dep == "nsubjpass" and _has(child, token))) and (
                subject is None or token.i > child.i or inverted(token, subject, child)
            ):
                subject = child
            elif child.dep in ("nsubjpass", "auxpass") and not _has(child, token):
                passive = child if child.dep == "nsubjpass" or passive is None else passive
        if token is verb and (
            passive is not None
            or (subject is None and verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not _acts(verb))
        ):
            return agent_of(verb), True
        if token is not verb and (controlled := _object_of(token, verb, speech)) is not None:
            return controlled, False
        if subject is None and passive is not None:
            subject = passive
        if subject is not None:
            if subject.tag in ("WDT", "WP") and token.dep == "relcl":
                return (_person_above(token.head) if subject.lower == "who" else token.head), False
            return subject, False
        head = token.head
        if head is token:
            return None, False
        if token.dep in ("relcl", "acl"):
            return head, False
        if token.dep in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep"):
            if token.dep in ("advcl", "ccomp") and token.tag not in ("VBG", "VBN", "VB"):
                return None, False
            token = head
        elif token.dep in ("pcomp", "prep") or head.pos in ("VERB", "AUX"):
            token = head
        else:
            return None, False
    return None, False


def _acts(verb: Token) -> bool:
    """ "… and other leaders denounced the raid": a past tense that the parser reads as a participle has an object."""
    return verb.dep == "acl" and any(c.dep == "dobj" and c.i > verb.i for c in verb.children)


def _person_above(noun: Token) -> Token:
    """ "Berg, a friend of the deal who believes": a "who" that the parser hangs on a thing means the noun above it."""
    token = noun
    for _ in range(6):
        if token.dep == "appos" and token is not noun:
            return token.head
        if token.pos != "NOUN" or token.dep not in ("pobj", "prep", "appos"):
            return noun
        prep = token.head
        if prep.dep != "prep" or prep.lower != "of" or prep.head.pos not in ("NOUN", "PROPN"):
            return noun
        token = prep.head
    return noun


def _has(child: Token, verb: Token) -> bool:
    """ "he's said": the parser reads a passive into "has"."""
    if child.dep == "auxpass":
        return child.lower in ("'s", "’s") and verb.lemma == "say"
    return any(c.dep == "auxpass" and _has(c, verb) for c in verb.children)


def inverted(verb: Token, first: Token, second: Token) -> bool:
    """ "The fleet, said Berg, is at sea": of two subjects the one right behind the verb says it."""
    return first.i < verb.i < second.i and left_edge(second) == verb.i + 1


def _object_of(head: Token, verb: Token, speech: SpeechIndex) -> Token | None:
    """The object that acts in the infinitive or participle: of verbs of quoting and of telling somebody to."""
    entry = speech.verbs.get(head.lemma.lower())
    if entry is None or not (entry.cls == "relay" or entry.addressee):
        return None
    if verb.dep not in ("xcomp", "ccomp", "acl") and not (verb.dep == "pcomp" and verb.head.lower == "as"):
        return None
    return next((c for c in head.children if c.dep == "dobj" and head.i < c.i < verb.i), None)


def agent_of(verb: Token) -> Token | None:
    """Whom a passive verb names by "by"."""
    agent = verb.child("agent")
    return agent.child("pobj") if agent else None


def subtract(whole: Range, holes: list[Range]) -> list[Range]:
    """The range without the holes, in pieces."""
    out = []
    start, end = whole
    for a, b in sorted(holes):
        if b <= start or a >= end:
            continue
        if a > start:
            out.append((start, a))
        start = max(start, b)
    if start < end:
        out.append((start, end))
    return out
