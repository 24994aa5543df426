"""The cues of the words above a clause: what a governing verb, preposition or noun phrase says of an act.

Example: "protect FROM attack" is another cue than "protect".
"""

from __future__ import annotations

from dragoman.extract.events.clause import is_finite
from dragoman.extract.events.reality import Reality
from dragoman.lexicon.triggers import Cue, TriggerIndex
from dragoman.records import Token


def verb_cue(verb: Token, index: TriggerIndex, link: str = "") -> Cue | None:
    """The cue of a verb, with its particle where it has one; "push BACK on" is no pushing for.

    `link` is the word between it and what it governs ("to", or the preposition: "protect FROM attack").
    """
    found = index.cue("verb", f"{verb.lemma} {link}") if link else None
    if found is not None:
        return found
    particle = verb.child("prt")
    if particle is not None:
        found = index.cue("verb", f"{verb.lemma} {particle.lower}")
        if found is not None or particle.lower == "back":
            return found
    if any(c.lower == "back" and c.i == verb.i + 1 for c in verb.children):
        return None
    return index.cue("verb", verb.lemma)


def preposition_cue(prep: Token, index: TriggerIndex) -> Cue | None:
    """The cue of a preposition, simple ("without") or complex ("ahead of", "in the event of")."""
    phrase = prep.lower
    before = [c.lower for c in prep.children if c.dep in ("advmod", "prep", "npadvmod") and c.i < prep.i]
    if before:
        cue = index.cue("prep", f"{before[-1]} {phrase}")
        if cue is not None:
            return cue
    head = prep.head
    if head.pos == "ADV":
        cue = index.cue("prep", f"{head.lower} {phrase}")
        if cue is not None:
            return cue  # "FAR FROM withdrawing"
    if phrase == "of" and head.dep == "pobj" and head.head.lower == "in":
        cue = index.cue("prep", f"in {head.lower} of")
        if cue is not None:
            return cue
    return index.cue("prep", phrase)


def noun_phrase(noun: Token, reality: Reality, index: TriggerIndex, *, given: bool = False) -> None:
    """Modifiers of a noun that say whether it is real: "possible measures", "steps under discussion".

    `given`: it stands above the act, which is taken for granted ("NO grasp of the invasion" denies none).
    """
    given = given or any(c.dep == "det" and c.lower in ("all", "every") for c in noun.children)  # "all possible aid"
    for child in noun.children:
        if child.dep in ("amod", "det", "compound"):
            cue = index.cue("modifier", child.lower)
            if cue is not None and not (given and (child.dep == "det" or cue.modality == "possible")):
                reality.cue(cue)
        elif child.dep == "prep":
            inner = child.child("pobj")
            cue = index.cue("phrase", f"{child.lower} {inner.lemma}") if inner is not None else None
            if cue is not None:
                reality.cue(cue)


def is_none(noun: Token) -> bool:
    return any(c.dep == "det" and c.lower == "no" for c in noun.children)


def is_told(clause: Token) -> bool:
    """ "announced that Rome WOULD HALT": a clause with its own tense, no bare infinitive or subjunctive."""
    return clause.tag != "VB" or any(c.dep == "aux" and c.tag == "MD" for c in clause.children)


def has_been_told(clause: Token, verb: Token, index: TriggerIndex) -> bool:
    """ "suggested that Rome HAS SPOKEN", "told the press that they WILL MEET": told, and not weighed."""
    if clause.tag == "VBD" or any(c.dep == "aux" and c.lemma == "have" and c.tag != "VB" for c in clause.children):
        return True
    return verb.lemma in index.classes.get("@telling", frozenset()) and is_finite(clause)


def is_fact(clause: Token) -> bool:
    """A finite clause without a modal verb."""
    return is_finite(clause) and not any(c.dep == "aux" and c.tag == "MD" for c in clause.children)


def is_past(verb: Token) -> bool:
    """Told of what was, and not of what may or will be: "were able", "has been able"."""
    if any(c.dep == "aux" and c.tag == "MD" for c in verb.children):
        return False
    return verb.tag == "VBD" or any(c.dep == "aux" and c.lemma == "have" and c.tag != "VB" for c in verb.children)


def modal_only(verb: Token, reality: Reality, index: TriggerIndex) -> None:
    """The modal verb of a clause whose negation has been read: "WILL not hesitate to strike"."""
    modal = next((c for c in verb.children if c.dep == "aux" and c.tag == "MD"), None)
    cue = index.cue("modal", modal.lower) if modal is not None else None
    if cue is not None and modal is not None:
        reality.modal = modal.lower
        reality.take("scheduled" if cue.effect == "future" else "conditional", cue.name)


def clause_negation(verb: Token, reality: Reality) -> None:
    if verb.child("neg") is not None:
        reality.take("denied", "status.negation")
