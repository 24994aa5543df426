"""Acts of every day, of the statute book and of the desk: told as a habit, laid down in a list, or not told at all.

"Rome often helps its neighbours" tells of no act on any day, "(ii) hold Chad accountable" orders one, and a spokesman
who gives no figures refuses nobody anything. PLOVER codes what happened; which classes there are was read by eye.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.events.grammar import REACH, complement, is_verbal, prepositional, undergoers
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import class_words
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Adverbs stand here beside a verb or its auxiliary.
BESIDE = ("advmod", "npadvmod")
#: Modal verbs of what ought to be.
OUGHT = frozenset({"should", "must", "ought"})
#: How deep a list of a law numbers its items ("(ii)", "(b)"), in letters.
NUMERAL = 5


def usual(mention: Mention, setting: Setting, index: TriggerIndex) -> str | None:
    """Why the clause tells of no act on a day, or None."""
    verb = mention.verb
    if not is_verbal(verb):
        ordered = mention.plover == "CONSULT" and not mention.sources and _is_manner_of_an_order(verb)
        return "what a rule lays down" if ordered else None
    if _is_habit(verb, index):
        return "a habit"
    if _is_item(verb, setting):
        return "what a rule lays down"
    if mention.plover == "REJECT" and _is_reticence(mention.token, index):
        return "a detail not given"
    if mention.plover == "REJECT" and mention.turned and _is_duty(mention.token):
        return "what somebody ought to do"
    return None


def _is_habit(verb: Token, index: TriggerIndex) -> bool:
    """ "Rome ALWAYS helps", "they OFTEN accuse each other": in the simple present no day is meant."""
    if verb.tag not in ("VBZ", "VBP") or any(c.dep in ("aux", "auxpass") and c.lemma != "do" for c in verb.children):
        return False
    words = class_words(index, "@habitually")
    return any(c.dep in BESIDE and c.i < verb.i and c.lower in words for c in verb.children)


def _is_item(verb: Token, setting: Setting) -> bool:
    """ "The Secretary shall: (i) work with allies; (ii) HOLD Chad accountable": an item of the list, and an order."""
    if verb.tag != "VB":
        return False
    tokens = setting.parsed.sentence_of(verb).tokens
    at = verb.i - tokens[0].i
    if at < 3 or tokens[at - 1].text != ")" or tokens[at - 3].text != "(":
        return False
    return len(tokens[at - 2].text) <= NUMERAL


def _is_manner_of_an_order(noun: Token) -> bool:
    """ "(ii) in CONSULTATION with the heads of agencies, provide a report": how somebody is to do what is ordered."""
    head = noun.head
    if noun.dep != "pobj" or head.pos != "ADP":
        return False
    for _ in range(REACH):
        if head.pos in ("VERB", "AUX") or head.head is head:
            break
        head = head.head
    return head.tag == "VB" and not any(c.dep in ("aux", "nsubj", "nsubjpass") for c in head.children)


def _is_reticence(verb: Token, index: TriggerIndex) -> bool:
    """ "declined to give FIGURES": whoever keeps a detail to himself turns nobody down."""
    details = class_words(index, "@details")
    return any(n.lemma in details for v in _told_by(verb, index) for n in _things(v))


def _told_by(verb: Token, index: TriggerIndex) -> Iterator[Token]:
    giving = class_words(index, "@disclosing")
    clause = complement(verb)
    for word in (verb, clause):
        if word is not None and word.lemma in giving:
            yield word


def _things(verb: Token) -> Iterator[Token]:
    """What the verb gives: "details", "turnover or profit FIGURES", "an account of the COSTS"."""
    for noun in undergoers(verb):
        yield noun
        yield from prepositional(noun, "of")
        yield from (c for c in noun.children if c.dep == "conj")


def _is_duty(verb: Token) -> bool:
    """ "the cabinet SHOULD not allow it": somebody asks for it, and nobody has refused anything."""
    for _ in range(REACH):
        modal = next((c.lower for c in verb.children if c.dep == "aux" and c.tag == "MD"), None)
        if modal is not None:
            return modal in OUGHT
        if verb.dep not in ("conj", "xcomp") or verb.head is verb or verb.child("nsubj", "nsubjpass") is not None:
            return False
        verb = verb.head
    return False
