"""Decide: did it happen? Tense, modal verbs, negation and the words that govern the clause, outermost last.

The walk goes from the trigger up the tree. "Rome is considering plans to expel the envoy": `expel` hangs on "plans"
(considered), which hangs on "considering" (considered). The most unreal status on the way wins.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.events.grammar import REACH, SUBJECTS, is_infinitive, is_passive, is_verbal
from dragoman.extract.events.mention import Mention
from dragoman.lexicon.triggers import Cue, TriggerIndex
from dragoman.records import Token
from dragoman.records.vocab import EventStatus, Modality

#: The larger, the less real; the largest on the way up decides.
RANK = {
    "occurred": 0, "ongoing": 1, "background": 2, "scheduled": 3, "expected": 4, "alleged": 4, "considered": 5,
    "conditional": 6, "denied": 7,
}  # fmt: skip
STATUSES: dict[str, EventStatus] = {
    "occurred": "occurred", "ongoing": "ongoing", "background": "background", "scheduled": "scheduled",
    "considered": "considered", "conditional": "conditional", "denied": "denied",
}  # fmt: skip
#: Types that are acts of speech: their present tense is the news ("rejects", "accuses").
SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
#: Types that, spoken or not, last while the present tense tells of them: "demands", "backs".
LASTING = frozenset({"REQUEST", "SUPPORT"})
#: Types whose announcement makes them scheduled; the announcement of others is an intention.
DATED = frozenset({"CONSULT"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "conj", "parataxis", "ROOT", "dep"})
MODALITIES: dict[str, Modality] = {
    "feared": "feared",
    "unlikely": "unlikely",
    "possible": "possible",
    "likely": "likely",
}


class Reality:
    """The status being gathered on the way up, and the words that decided it."""

    __slots__ = ("because", "effect", "made", "modal", "modality", "negated", "topic")

    def __init__(self) -> None:
        self.effect = "occurred"
        self.modality: Modality | None = None
        self.modal: str | None = None
        self.topic = False
        self.made = False
        self.negated = False
        self.because: list[str] = []

    def take(self, effect: str, name: str, modality: str | None = None) -> None:
        if effect in ("plain", "ongoing"):
            self.made = True
        if effect == "plain":
            return
        if effect == "topic":
            self.topic = True
            return
        if RANK[effect] > RANK[self.effect]:
            self.effect = effect
            self.because.append(name)
            self.modality = MODALITIES.get(modality or "", self.modality)
        elif modality and self.modality is None:
            self.modality = MODALITIES.get(modality)
            self.because.append(name)

    def cue(self, cue: Cue) -> None:
        self.take(cue.effect, cue.name, cue.modality)


def judge(mention: Mention, index: TriggerIndex) -> Reality:
    """The reality of a mention; `mention.status` and `modality` are set by `settle`."""
    reality = Reality()
    token = mention.token
    if not is_verbal(token) and token.pos != "ADJ":
        _noun_modifiers(mention, reality, index)
        if mention.carrier is not None and mention.carrier is not token.head and token.dep not in ("nsubj", "conj"):
            if mention.carrier.dep in ("acl", "relcl"):
                _clause(mention.carrier, reality, index, mention.plover)
            else:
                _clause(mention.carrier, reality, index, mention.plover)
                _climb(mention.carrier, reality, index, mention.plover)
                return reality
        elif mention.carrier is not None:
            _clause(mention.carrier, reality, index, mention.plover)
            cue = index.cue("verb", mention.carrier.lemma) if token.dep != "nsubj" else None
            if cue is not None:
                reality.cue(cue)
            _climb(mention.carrier, reality, index, mention.plover)
            return reality
        _climb_noun(token, reality, index, mention.plover)
        return reality
    if _is_asked(token):
        reality.take("considered", "status.question")
    clause = token.head if token.pos == "ADJ" and is_verbal(token.head) else token
    _clause(clause, reality, index, mention.plover)
    _climb(clause, reality, index, mention.plover)
    if reality.effect == "occurred" and not reality.made and (is_infinitive(clause) or clause.dep == "csubj"):
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


def _noun_modifiers(mention: Mention, reality: Reality, index: TriggerIndex) -> None:
    _noun_phrase(mention.token, reality, index)


def _clause(verb: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """Modal verb, negation, tense and conditions of the verb's own clause."""
    modal, negated = None, False
    finite = verb
    for _ in range(REACH):
        for child in finite.children:
            if child.dep == "aux" and child.tag == "MD":
                modal = modal or child
            elif child.dep == "neg" and child.i < verb.i + 3:
                negated = True
            elif child.dep == "advmod" or child.dep == "preconj":
                cue = index.cue("adv", child.lower)
                if cue is not None:
                    reality.cue(cue)
            elif child.dep == "mark":
                cue = index.cue("mark", child.lower)
                if cue is not None:
                    reality.cue(cue)
            elif child.dep == "advcl":
                _condition(child, reality, index)
        if modal is None and finite.dep == "conj" and is_verbal(finite.head) and _shares(finite):
            finite = finite.head
            continue
        break
    if modal is not None:
        reality.modal = modal.lower
        _modal(modal, reality, index, plover)
    elif not negated:
        _tense(verb, reality, plover)
    if negated:
        reality.negated = True
        reality.take("denied", "status.negation")


def _shares(verb: Token) -> bool:
    """Does a coordinated verb share the helpers of the first: "will meet and TALK", "did not attack or SHELL"."""
    if verb.child(*SUBJECTS, "aux", "auxpass") is not None:
        return False
    return verb.tag == verb.head.tag or (verb.tag in ("VB", "VBN", "VBG") and verb.tag == verb.head.tag)


def _condition(clause: Token, reality: Reality, index: TriggerIndex) -> None:
    mark = clause.child("mark", "advmod")
    cue = index.cue("mark", mark.lower) if mark is not None else None
    if cue is not None and cue.effect == "conditional":
        reality.take("conditional", cue.name)


def _modal(modal: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    cue = index.cue("modal", modal.lower)
    if cue is None:
        return
    if cue.effect == "future":
        reality.take("scheduled", cue.name)
    elif cue.effect == "would":
        backshift = _reported_in_past(modal.head)
        reality.take("scheduled" if backshift else "conditional", cue.name)
    elif cue.effect == "possible":
        reality.take("conditional", cue.name, "possible")
    elif cue.effect == "must":
        reality.take("considered", cue.name)


def _reported_in_past(verb: Token) -> bool:
    """ "said it WOULD visit" is "will visit" told in the past."""
    for _ in range(REACH):
        if verb.dep == "conj" and is_verbal(verb.head):
            verb = verb.head
            continue
        break
    if verb.dep != "ccomp":
        return any(c.dep in ("ccomp", "parataxis") and c.tag == "VBD" for c in verb.children)
    head = verb.head
    if head.pos == "NOUN":
        return True
    return is_verbal(head) and head.tag in ("VBD", "VBN", "VBG", "VB")


def _tense(verb: Token, reality: Reality, plover: str) -> None:
    tag = verb.tag
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    if tag == "VB" and verb.dep in ("ROOT", "ccomp", "parataxis") and not helpers and verb.child(*SUBJECTS) is None:
        reality.take("considered", "status.imperative")
    elif tag == "VBG" and any(c.lemma == "be" for c in helpers):
        present = any(c.tag in ("VBP", "VBZ", "VBN") for c in helpers)
        if plover not in SPOKEN:
            reality.take("ongoing" if present else "occurred", "status.progressive")
    elif tag == "VBG" and verb.dep == "pcomp" and verb.head.lower == "with" and plover in LASTING:
        reality.take("ongoing", "status.attendant")
    elif tag in ("VBZ", "VBP") and not helpers and (plover not in SPOKEN or plover in LASTING) and not is_passive(verb):
        reality.take("ongoing", "status.present")


def _climb(token: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """The words above the clause: what they make of it."""
    for below, head in _way_up(token):
        dep = below.dep
        if dep in ("prep", "pobj", "pcomp", "agent") and (head.pos in ("ADP", "SCONJ") or head.dep == "prep"):
            cue = preposition_cue(head, index)
            if cue is not None and (cue.effect != "scheduled" or plover in DATED):
                reality.cue(cue)
            continue
        if head.pos == "NOUN":
            cue = index.cue("noun", head.lemma)
            if cue is None and is_verbal(below) and is_infinitive(below):
                reality.take("considered", "status.infinitive")
            if cue is not None and below.dep in ("prep", "acl", "compound", "appos"):
                reality.cue(cue)
        elif head.pos == "ADJ":
            cue = index.cue("adj", head.lower)
            if cue is not None:
                reality.cue(cue)
            elif is_verbal(below) and is_infinitive(below):
                reality.take("considered", "status.infinitive")
        elif is_verbal(head):
            _governing_verb(below, head, reality, index, plover)


def _climb_noun(noun: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """The words above a bare noun up to the first verb. What is named is taken for granted unless a word says not:

    "fears an invasion", "ruled out talks"; but "does not take the demand seriously" leaves the demand standing.
    """
    for below, head in _way_up(noun):
        dep = below.dep
        if is_verbal(head):
            if dep == "conj":
                return
            if dep in ("nsubj", "nsubjpass"):
                _governing_verb(below, head, reality, index, plover)
                return
            if _listed(head, reality, index):
                return
            cue = index.cue("verb", head.lemma)
            particle = head.child("prt")
            if particle is not None:
                cue = index.cue("verb", f"{head.lemma} {particle.lower}") or cue
            if cue is None:
                if not _definite(noun):
                    _modal_of(head, reality, index, plover)
                return
            negated = head.child("neg") is not None
            if cue.effect == "denied" and negated:
                reality.take("considered", cue.name)
            elif not negated:
                reality.cue(cue)
                _climb(head, reality, index, plover)
            return
        if head.pos == "ADP" or head.dep == "prep":
            cue = preposition_cue(head, index)
            if cue is not None and (cue.effect != "scheduled" or plover in DATED):
                reality.cue(cue)
        elif head.pos == "NOUN" and dep in ("prep", "acl", "compound", "appos"):
            cue = index.cue("noun", head.lemma)
            if cue is not None:
                reality.cue(cue)
            _noun_phrase(head, reality, index)
        elif head.pos == "ADJ":
            cue = index.cue("adj", head.lower)
            if cue is not None:
                reality.cue(cue)


def _definite(noun: Token) -> bool:
    """ "the invasion", "its attack", "Monday's raid": taken for granted, where "an invasion" is not."""
    return any(c.dep == "poss" or (c.dep == "det" and c.lower in DEFINITE) for c in noun.children)


def _modal_of(verb: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """The modal verb of a clause in which a bare or indefinite noun stands: "would bring SANCTIONS"."""
    for child in verb.children:
        if child.dep == "aux" and child.tag == "MD":
            cue = index.cue("modal", child.lower)
            if cue is not None:
                reality.take("conditional", cue.name)


def _listed(verb: Token, reality: Reality, index: TriggerIndex) -> bool:
    """ "measures under consideration INCLUDE sanctions": what a listing verb lists is as real as its subject."""
    if verb.lemma not in index.classes.get("@listing_verbs", ()):
        return False
    subject = verb.child(*SUBJECTS)
    if subject is not None:
        cue = index.cue("noun", subject.lemma)
        if cue is not None:
            reality.cue(cue)
        _noun_phrase(subject, reality, index)
    return True


def _noun_phrase(noun: Token, reality: Reality, index: TriggerIndex) -> None:
    """Modifiers of a noun that say whether it is real: "possible measures", "steps under discussion"."""
    for child in noun.children:
        if child.dep in ("amod", "det", "compound"):
            cue = index.cue("modifier", child.lower)
            if cue is not None:
                reality.cue(cue)
        elif child.dep == "prep":
            inner = child.child("pobj")
            cue = index.cue("phrase", f"{child.lower} {inner.lemma}") if inner is not None else None
            if cue is not None:
                reality.cue(cue)


def _way_up(token: Token) -> Iterator[tuple[Token, Token]]:
    """(word, its head) from the clause upward, until a clause begins that is told in its own right."""
    for _ in range(REACH):
        head = token.head
        if head is token:
            return
        dep = token.dep
        if dep in ("relcl", "parataxis") or (dep == "pcomp" and token.child(*SUBJECTS) is not None):
            return
        if dep == "acl" and not is_infinitive(token):
            return
        yield token, head
        if dep == "advcl" and _finite(token):
            return
        if dep == "ccomp" and token.tag != "VB" and head.lemma not in ("deny", "fear"):
            return
        token = head


def _finite(verb: Token) -> bool:
    """Does the clause tell its own tense ("after Rome violated the accord")?"""
    return verb.tag in ("VBD", "VBZ", "VBP") or any(c.dep == "aux" and c.tag in FINITE for c in verb.children)


def preposition_cue(prep: Token, index: TriggerIndex) -> Cue | None:
    """The cue of a preposition, simple ("without") or complex ("ahead of", "in the event of")."""
    phrase = prep.lower
    before = [c.lower for c in prep.children if c.dep in ("advmod", "prep", "npadvmod") and c.i < prep.i]
    if before:
        cue = index.cue("prep", f"{before[-1]} {phrase}")
        if cue is not None:
            return cue
    head = prep.head
    if phrase == "of" and head.dep == "pobj" and head.head.lower == "in":
        cue = index.cue("prep", f"in {head.lower} of")
        if cue is not None:
            return cue
    if phrase == "of" and head.lower in ("ahead", "instead"):
        return index.cue("prep", f"{head.lower} of")
    return index.cue("prep", phrase)


def _governing_verb(below: Token, head: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    dep = below.dep
    if dep == "conj":
        return
    if dep in ("nsubj", "nsubjpass"):
        adjective = head.child("acomp", "attr")
        cue = index.cue("adj", adjective.lower) if adjective is not None else None
        if cue is not None:
            reality.cue(cue)
        elif head.lemma in ("be", "remain"):
            _clause_negation(head, reality)
        elif dep == "nsubjpass":
            cue = index.cue("verb", head.lemma)
            if cue is not None:
                reality.cue(cue)
        return
    if dep == "advcl":
        if is_infinitive(below):
            reality.take("considered", "status.purpose")
        elif below.tag == "VBG" and not _listed(head, reality, index):
            _clause(head, reality, index, plover)
        return
    if dep != "xcomp" and _listed(head, reality, index):
        return
    future = index.cue("modal", head.lower) if dep == "xcomp" else None
    if future is not None:  # "is GOING to", "is ABOUT to"
        reality.take("scheduled", future.name)
        return
    cue = index.cue("verb", head.lemma)
    particle = head.child("prt")
    if particle is not None:
        cue = index.cue("verb", f"{head.lemma} {particle.lower}") or cue
    if cue is not None:
        if cue.effect == "denied" and head.child("neg") is not None:
            reality.take("considered", cue.name)
            return
        reality.cue(cue)
    elif is_infinitive(below):
        reality.take("scheduled" if head.lemma == "be" else "considered", "status.infinitive")
    if dep in ("xcomp", "dobj", "prep", "pcomp", "dative", "acomp", "attr", "oprd") or (
        dep == "ccomp" and below.tag == "VB"
    ):
        _clause(head, reality, index, plover)


def _clause_negation(verb: Token, reality: Reality) -> None:
    if verb.child("neg") is not None:
        reality.take("denied", "status.negation")
