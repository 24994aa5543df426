"""Climbing from a bare noun: what the words above make of an act that a noun names.

What is named is taken for granted unless a word says not: "fears an invasion", but "mourns the invasion".
"""

from __future__ import annotations

from dragoman.extract.events.clause import read_clause
from dragoman.extract.events.climb import DATED, climb, governing_verb, listed, way_up
from dragoman.extract.events.cues import is_past, noun_phrase, preposition_cue, verb_cue
from dragoman.extract.events.grammar import is_infinitive, is_verbal
from dragoman.extract.events.reality import Reality
from dragoman.lexicon.triggers import Cue, TriggerIndex
from dragoman.records import Token

WHERE = frozenset({"at", "in"})
ABOUT = frozenset({"on", "about"})
#: Types of acts that are wished for though a definite noun names them: "the importance of the withdrawal".
WISHED = frozenset({"RETREAT", "AID", "CONCEDE", "COOPERATE"})
#: Chances that an adjective said of an act gives it.
CHANCES = frozenset({"unlikely", "possible", "likely"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def climb_noun(noun: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """The words above a bare noun up to the first verb. What is named is taken for granted unless a word says not:

    "fears an invasion", "ruled out talks"; but "does not take the demand seriously" leaves the demand standing.
    """
    behind = deep = False
    behind_which = ""
    causes = index.classes.get("@causes", frozenset())
    for below, head in way_up(noun):
        dep = below.dep
        deep = deep or head.pos == "NOUN"
        if is_verbal(head) and head.dep != "prep":
            if behind:  # "agreed AFTER talks": they were held, if the agreement was
                if plover in DATED:
                    read_clause(head, reality, index, plover)
                return
            _verb_above(noun, below, head, reality, index, plover, deep=deep, prep=behind_which)
            return
        if head.pos == "ADP" or head.dep == "prep":
            if head.lower == "as":
                return  # "crimes such AS the murder of": an example, and real
            if head.lower in causes:
                return  # "cannot pay BECAUSE OF the sanctions": they are there
            behind = behind or head.lower in index.classes.get("@around", frozenset())
            behind_which = behind_which or head.lower
            cue = preposition_cue(head, index)
            if cue is not None and (cue.effect != "scheduled" or plover in DATED):
                reality.cue(cue)
        elif head.pos == "NOUN" and dep in ("prep", "acl", "compound", "appos"):
            cue = index.cue("noun", head.lemma)
            about = below.lower in ABOUT and cue is not None and cue.effect == "alleged"  # "a report ON the talks"
            if cue is not None and not about and not _taken_for_granted(noun, cue, plover):
                reality.cue(cue)  # "concern over Rome's raids": the raids are taken for granted
            if head.lemma in index.classes.get("@lifting", frozenset()) and plover == "SANCTION":
                return  # "seek the REMOVAL of the sanctions": they are in force
            noun_phrase(head, reality, index, given=_definite(noun))
        elif head.pos == "ADJ":
            if head.lower in causes and dep == "prep":
                return
            cue = index.cue("adj", head.lower)
            if cue is not None and (cue.modality != "feared" or _is_one(noun)):
                reality.cue(cue)
            if dep == "nsubj":
                return


def _chance_of(verb: Token, reality: Reality, index: TriggerIndex) -> None:
    """ "an attack is UNLIKELY", "a withdrawal remains POSSIBLE": the chance that the predicate gives it."""
    said = verb.child("acomp", "oprd")
    cue = index.cue("adj", said.lower) if said is not None and said.pos == "ADJ" else None
    if cue is not None and cue.modality in CHANCES:
        reality.cue(cue)


def _verb_above(
    noun: Token, below: Token, head: Token, reality: Reality, index: TriggerIndex, plover: str, *, deep: bool, prep: str
) -> None:
    """What the first verb above a bare noun makes of it; `deep`: the noun stands inside another noun's phrase."""
    dep = below.dep
    if dep == "conj":
        return
    if dep in ("nsubj", "nsubjpass"):
        _chance_of(head, reality, index)
        governing_verb(below, head, reality, index, plover)
        return
    if listed(head, reality, index):
        return
    if dep == "dobj" and head.child("oprd") is not None:
        return  # "considers the arrest ILLEGAL": it was made
    if plover == "SANCTION" and dep == "dobj" and head.lemma in index.classes.get("@lifting", frozenset()):
        return  # "will not EASE the sanctions"
    cue = verb_cue(head, index, prep)
    if cue is None:
        if plover == "COOPERATE" and dep == "dobj" and index.cue("growth", head.lemma) is not None:
            _grown(head, reality, index, plover)
        elif not _definite(noun) and not deep:
            _modal_of(head, reality, index, plover)
            if is_infinitive(head) and (plover in DATED or head.lemma in index.classes.get("@light_verbs", ())):
                climb(head, reality, index, plover)  # "is scheduled to TAKE a trip", "plans to come for talks"
        return
    if cue.effect == "achieved" and is_past(head):
        read_clause(head, reality, index, plover)
        climb(head, reality, index, plover)
        return  # "has SECURED the release of"
    if plover == "SANCTION" and cue.effect in ("denied", "missed") and _is_owned(noun):
        return  # "helps Rome AVOID American sanctions": they are there
    if cue.effect == "granted" and _definite(noun):
        return  # "ACCEPTED the resignation": it was handed in
    if plover in DATED and dep == "prep" and below.lower in WHERE and cue.effect == "considered":
        read_clause(head, reality, index, plover)  # "discussed the dam AT a summit": it was held, if that was done
        return
    if cue.effect == "considered" and reality.effect == "background":
        return  # "agreed pursuant to PREVIOUS talks": they are over
    if cue.effect == "considered" and deep and _definite(noun):
        return  # "considers the fall of Rome's cabinet a victory": it has fallen
    negated = head.child("neg") is not None
    if cue.effect == "missed" and (negated or _is_missed(head, index)):
        return  # "could not PREVENT the attack", "FAILED to prevent it": it was made
    if cue.effect == "denied" and negated:
        reality.take("considered", cue.name)
    elif not negated and not _taken_for_granted(noun, cue, plover):
        reality.cue(cue)
        climb(head, reality, index, plover)


def _definite(noun: Token) -> bool:
    """ "the invasion", "its attack", "Monday's raid": taken for granted, where "an invasion" is not."""
    return any(c.dep == "poss" or (c.dep == "det" and c.lower in DEFINITE) for c in noun.children)


def _taken_for_granted(noun: Token, cue: Cue, plover: str) -> bool:
    """ "fears over Rome's raids", "the importance of the summit": the words speak of what is there."""
    if not _definite(noun):
        return False
    return cue.modality == "feared" or (cue.effect == "valued" and plover not in WISHED)


def _is_owned(noun: Token) -> bool:
    """ "American sanctions", "U.S. sanctions", "the sanctions": those of somebody, and no sanctions at large."""
    return _definite(noun) or any(c.dep in ("amod", "compound") and c.text[:1].isupper() for c in noun.children)


def _is_one(noun: Token) -> bool:
    """ "worried about AN attack", and not "about the drills" """
    return any(c.dep == "det" and c.lower in ("a", "an", "any", "another") for c in noun.children)


def _is_missed(verb: Token, index: TriggerIndex) -> bool:
    """ "FAILED to prevent", "was UNABLE to stop" """
    above = verb.head
    if verb.dep not in ("xcomp", "acl"):
        return False
    part = {"VERB": "verb", "ADJ": "adj", "NOUN": "noun"}.get(above.pos, "")
    cue = index.cue(part, above.lemma if part != "adj" else above.lower)
    return cue is not None and cue.effect in ("missed", "denied") and above.child("neg") is None


def _grown(verb: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """ "the need to EXPAND cooperation": what is to grow is wished for, where the growing is."""
    if is_infinitive(verb) or verb.tag == "VBG":
        read_clause(verb, reality, index, plover)
        climb(verb, reality, index, plover)
        if reality.effect == "occurred" and not reality.made:
            reality.take("considered", "status.infinitive")


def _modal_of(verb: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """The modal verb of a clause in which a bare or indefinite noun stands: "would bring SANCTIONS"."""
    for child in verb.children:
        if child.dep == "aux" and child.tag == "MD":
            cue = index.cue("modal", child.lower)
            if cue is not None:
                reality.take("conditional", cue.name)
