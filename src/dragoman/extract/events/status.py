"""Decide: did it happen? Tense, modal verbs, negation and the words that govern the clause, outermost last.

The walk goes from the trigger up the tree, and the most unreal status on the way wins.
"""

from __future__ import annotations

from dragoman.extract.events.clause import SPOKEN, read_clause
from dragoman.extract.events.climb import DATED, climb
from dragoman.extract.events.cues import noun_phrase
from dragoman.extract.events.grammar import REACH, SUBJECTS, is_infinitive, is_verbal
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.nominal import climb_noun
from dragoman.extract.events.reality import Reality
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token
from dragoman.records.vocab import EventStatus

STATUSES: dict[str, EventStatus] = {
    "occurred": "occurred", "ongoing": "ongoing", "background": "background", "scheduled": "scheduled",
    "considered": "considered", "conditional": "conditional", "denied": "denied",
}  # fmt: skip


def judge(mention: Mention, index: TriggerIndex) -> Reality:
    """The reality of a mention; `mention.status` and `modality` are set by `settle`."""
    reality = Reality()
    token = mention.token
    if not is_verbal(token) and token.pos != "ADJ":
        noun_phrase(mention.token, reality, index)
        if mention.carrier is not None and mention.carrier is not token.head and token.dep not in ("nsubj", "conj"):
            if mention.carrier.dep in ("acl", "relcl"):
                read_clause(mention.carrier, reality, index, mention.plover)
            else:
                read_clause(mention.carrier, reality, index, mention.plover)
                climb(mention.carrier, reality, index, mention.plover)
                return reality
        elif mention.carrier is not None:
            read_clause(mention.carrier, reality, index, mention.plover)
            if token.dep == "nsubj" and mention.plover not in DATED and _only_supposed(mention.carrier, reality, index):
                reality.take("conditional", "status.supposed")
            cue = index.cue("verb", mention.carrier.lemma) if token.dep != "nsubj" else None
            if cue is not None:
                reality.cue(cue)
            climb(mention.carrier, reality, index, mention.plover)
            return reality
        climb_noun(token, reality, index, mention.plover)
        return reality
    if _is_asked(token):
        mention.dropped = "a question"
    clause = token.head if token.pos == "ADJ" and is_verbal(token.head) else token
    if _is_heading(clause):
        mention.dropped = "a heading or an item of a list"
    read_clause(clause, reality, index, mention.plover)
    if clause.dep == "csubj" and clause.tag == "VBG":
        _judged_deed(clause, reality)
        return reality
    if mention.plover in SPOKEN and _is_said_now(clause, index):
        reality.made = True
        return reality
    climb(clause, reality, index, mention.plover)
    bare = clause.tag == "VB" and clause.child("aux", *SUBJECTS) is None  # "would cut taxes and …, CANCEL debts"
    if reality.effect == "occurred" and not reality.made and (bare or is_infinitive(clause) or clause.dep == "csubj"):
        reality.take("considered", "status.infinitive")
    return reality


def _is_asked(token: Token) -> bool:
    """Does the clause end in a question mark?"""
    top = token
    for _ in range(REACH):
        if top.head is top:
            break
        top = top.head
    return any(c.lower == "?" for c in top.children) or any(c.lower == "?" for c in token.children)


def _judged_deed(clause: Token, reality: Reality) -> None:
    """ "BANNING the party WAS a mistake": done; "banning it would be one": not."""
    modal = any(c.dep == "aux" and c.tag == "MD" for c in clause.head.children)
    if modal or clause.head.tag not in ("VBD", "VBN"):
        reality.take("considered", "status.judged-deed")


def _is_said_now(verb: Token, index: TriggerIndex) -> bool:
    """ "we WANT TO thank Chad", "LET ME congratulate": the polite words around it do not keep it from being said."""
    head = verb.head
    if verb.dep not in ("xcomp", "ccomp") or index.cue("performative", verb.lemma) is None:
        return False
    if index.cue("courtesy", head.lemma) is None or head.child("neg") is not None:
        return False
    first = index.classes.get("@first_person", frozenset())
    subjects = [c.lower for w in (head, verb) for c in w.children if c.dep in (*SUBJECTS, "dobj")]
    return any(s in first or s in ("me", "us") for s in subjects)


def _only_supposed(carrier: Token, reality: Reality, index: TriggerIndex) -> bool:
    """ "rocket fire WOULD CAUSE a war": of what it would lead to is told, not that it comes."""
    return reality.modal is not None and carrier.lemma in index.classes.get("@causing", frozenset())


def _is_heading(verb: Token) -> bool:
    """ "Strengthening ties with Chad: …": a participle that no verb carries and nobody does."""
    for _ in range(REACH):
        if verb.tag != "VBG" or verb.child(*SUBJECTS, "aux", "auxpass") is not None:
            return False
        if verb.head is verb:
            return True
        if verb.dep != "conj":
            return False
        verb = verb.head
    return False


def settle(mention: Mention, reality: Reality) -> None:
    """Write status and modality from what was gathered."""
    effect = reality.effect
    if effect == "expected":
        effect = "scheduled" if mention.plover in DATED else "considered"
    if effect == "alleged":
        effect = "considered"
    status = STATUSES[effect]
    standing = mention.trigger.status
    if status == "occurred" and standing and mention.carrier is None:
        status = STATUSES[standing]
    mention.status = status
    mention.modality = reality.modality
    mention.because.extend(reality.because)
