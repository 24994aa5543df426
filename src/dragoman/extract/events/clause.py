"""The clause of an act: its modal verb, negation, tense and conditions.

"would have attacked unless" is conditional; "said it would visit" is "will visit" told in the past.
"""

from __future__ import annotations

from dragoman.extract.events.grammar import REACH, SUBJECTS, is_infinitive, is_passive, is_verbal
from dragoman.extract.events.reality import Reality
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token

#: Types that are acts of speech: their present tense is the news ("rejects", "accuses").
SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
#: Types that, spoken or not, last while the present tense tells of them: "demands", "backs".
LASTING = frozenset({"REQUEST", "SUPPORT"})
#: Acts of speech whose content may hang on a condition.
HANGING = frozenset({"THREATEN", "AGREE", "REQUEST"})
PRESENT = frozenset({"VBZ", "VBP"})
#: Marks of a clause that is told beside another.
BESIDE = frozenset({"while", "whereas", "as"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def read_clause(verb: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """Modal verb, negation, tense and conditions of the verb's own clause."""
    modal, negated = None, False
    _frame(verb, reality, index)
    finite = verb
    for _ in range(REACH):
        for child in finite.children:
            if child.dep == "aux" and child.tag == "MD":
                modal = modal or child
            elif child.dep == "aux" and child.tag == "VBD" and _opens(child, finite):
                reality.take("conditional", "status.inverted")  # "HAD Rome attacked, …"
            elif child.dep == "neg" and child.i < verb.i + 3:
                negated = True
            elif child.dep in SUBJECTS or (child.dep == "dobj" and finite is verb):
                negated = negated or _is_nobody(child, index)
            elif child.dep == "advmod" or child.dep == "preconj":
                negated = negated or child.child("neg") is not None
                cue = index.cue("adv", child.lower)
                if cue is not None:
                    reality.cue(cue)
                elif child.tag == "WRB" and is_infinitive(finite):
                    reality.take("considered", "status.infinitive")  # "how to lift the sanctions"
                elif child.tag == "WRB":
                    _mark(child, finite, reality, index, plover)
            elif child.dep == "mark":
                _mark(child, finite, reality, index, plover)
            elif child.dep == "advcl" and not (plover in HANGING and finite.tag in ("VBD", "VBN")):
                _condition(child, reality, index)  # "threatened to strike if": the threat was made
        if modal is None and finite.dep == "conj" and is_verbal(finite.head) and _shares(finite):
            finite = finite.head
            continue
        break
    if modal is not None:
        reality.modal = modal.lower
        _modal(modal, reality, index, plover)
    elif not negated:
        _tense(verb, reality, plover, index.classes.get("@timing", frozenset()))
    if negated:
        reality.negated = True
        if reality.effect != "conditional" or modal is not None:  # "if Rome does not withdraw" denies nothing
            reality.take("denied", "status.negation")


def _frame(verb: Token, reality: Reality, index: TriggerIndex) -> None:
    """ "UNDER A PROPOSED swap Chad will import": what frames the clause is no more than proposed."""
    if verb.lemma in ("be", "remain"):
        standing(verb, reality, index)
    for child in verb.children:
        if child.dep == "prep" and child.lower == "under":
            frame = child.child("pobj")
            if frame is None:
                continue
            words = [index.cue("modifier", c.lower) for c in frame.children if c.dep == "amod"]
            for cue in (index.cue("phrase", f"under {frame.lemma}"), *words):
                if cue is not None and cue.effect == "considered":
                    reality.cue(cue)


def standing(verb: Token, reality: Reality, index: TriggerIndex) -> None:
    """ "the visit is ON THE AGENDA", "the embargo remains IN FORCE": a phrase says how it stands."""
    for child in verb.children:
        if child.dep == "prep":
            inner = child.child("pobj")
            cue = index.cue("phrase", f"{child.lower} {inner.lemma}") if inner is not None else None
            if cue is not None:
                reality.cue(cue)


def _mark(mark: Token, verb: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """The word that opens the clause: "if", or "once" and "until" with a present tense, which is yet to come."""
    cue = index.cue("mark", mark.lower)
    if mark.lower == "as" and verb.dep == "advcl" and verb.head.pos == "ADV":
        cue = index.cue("mark", f"as {verb.head.lower} as")  # "as soon as the sanctions are lifted"
    if cue is None or mark.i > verb.i:  # "threats, WHETHER from states or bands": it opens no clause of the verb's
        return
    if cue.effect == "conditional" and mark.lower == "whether" and is_infinitive(verb):
        reality.take("considered", cue.name)  # "must decide whether to lift the sanctions"
    elif cue.effect != "pending":
        reality.cue(cue)
    elif mark.lower == "when" and any(c.dep == "aux" and c.lemma == "have" for c in verb.children):
        return  # "when Rome has attacked": what happened again and again
    elif verb.tag == "VBD" and _is_ahead(verb, told=mark.lower == "after"):
        reality.take("conditional", cue.name)  # "no talks could be held until Rome withdrew"
    elif verb.tag in ("VBZ", "VBP") or any(c.dep in ("aux", "auxpass") and c.tag in PRESENT for c in verb.children):
        reality.take("scheduled" if plover == "CONSULT" else "conditional", cue.name)


def _opens(helper: Token, verb: Token) -> bool:
    """Does the helper stand before all else in a clause that hangs on another: "HAD Rome attacked, …"?"""
    return (
        helper.lower == "had"
        and verb.dep in ("advcl", "ccomp")
        and verb.i < verb.head.i
        and all(c.i >= helper.i for c in verb.children)
    )


def _is_ahead(clause: Token, *, told: bool) -> bool:
    """Does the clause hang on one that speaks of what may or will be? `told`: past only ("would do AFTER it")."""
    main = clause.head
    modals = [c.lower for c in main.children if c.dep == "aux" and c.tag == "MD"]
    return clause.dep == "advcl" and bool(modals) and not (told and modals[0] in ("will", "'ll", "can", "may"))


def _shares(verb: Token) -> bool:
    """Does a coordinated verb share the helpers of the first: "will meet and TALK", "did not attack or SHELL"."""
    if verb.child(*SUBJECTS, "aux", "auxpass") is not None:
        return False
    if verb.tag == "VBD" and verb.head.tag == "VBN" and verb.head.child("auxpass") is None:
        return True  # "once Rome has rejoined the deal and LIFTED the sanctions": taken for a past tense by the tagger
    return verb.tag == verb.head.tag


def _condition(clause: Token, reality: Reality, index: TriggerIndex) -> None:
    mark = clause.child("mark", "advmod")
    cue = index.cue("mark", mark.lower) if mark is not None and mark.lower != "whether" else None  # "whether it rains"
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
        reality.take("conditional" if is_inverted(modal) else "considered", cue.name)


def _is_nobody(subject: Token, index: TriggerIndex) -> bool:
    """ "NO state attacked", "NONE of them agreed", "they arrested NOBODY" """
    nobody = index.classes.get("@nobody", ())
    return subject.lower in nobody or any(
        c.dep in ("det", "neg", "preconj", "cc") and (c.lower == "no" or c.lower in nobody) for c in subject.children
    )


def is_inverted(modal: Token) -> bool:
    """ "SHOULD Rome attack, …": a modal verb before its subject opens a condition."""
    verb = modal.head
    subject = verb.child(*SUBJECTS)
    asked = any(c.lower == "?" for c in verb.children)
    return modal.lower == "should" and subject is not None and modal.i < subject.i and not asked


def _reported_in_past(verb: Token) -> bool:
    """ "said it WOULD visit" is "will visit" told in the past."""
    for _ in range(REACH):
        beside = verb.dep == "advcl" and any(c.dep == "mark" and c.lower in BESIDE for c in verb.children)
        if (verb.dep in ("conj", "xcomp") or beside) and is_verbal(verb.head):
            verb = verb.head
            continue
        break
    if any(c.dep == "prep" and c.lower == "according" for c in verb.children):
        return True
    if verb.dep != "ccomp":
        return any(c.dep in ("ccomp", "parataxis") and c.tag == "VBD" for c in verb.children)
    head = verb.head
    if head.pos == "NOUN":
        return True
    return is_verbal(head) and head.tag in ("VBD", "VBN", "VBG", "VB")


def is_hypothetical(verb: Token) -> bool:
    """ "would double": neither told of a past future nor an unreal past."""
    modal = next((c for c in verb.children if c.dep == "aux" and c.tag == "MD"), None)
    if modal is None or modal.lower not in ("would", "'d") or any(c.lemma == "have" for c in verb.children):
        return False
    return not _reported_in_past(verb)


def _tense(verb: Token, reality: Reality, plover: str, timing: frozenset[str]) -> None:
    tag = verb.tag
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    if tag == "VB" and verb.dep in ("ROOT", "ccomp", "parataxis") and not helpers and verb.child(*SUBJECTS) is None:
        reality.take("considered", "status.imperative")
    elif any(c.dep == "auxpass" and c.tag == "VB" for c in helpers) and not is_infinitive(verb):
        reality.take("considered", "status.subjunctive")  # "the order that the envoy BE EXPELLED"
    elif tag == "VBG" and any(c.lemma == "be" for c in helpers):
        present = any(c.tag in ("VBP", "VBZ", "VBN") for c in helpers)
        if plover not in SPOKEN:
            reality.take("ongoing" if present else "occurred", "status.progressive")
    elif tag == "VBG" and verb.dep == "pcomp" and verb.head.lower == "with" and plover in LASTING:
        reality.take("ongoing", "status.attendant")
    elif tag in ("VBZ", "VBP") and not helpers and (plover not in SPOKEN or plover in LASTING) and not is_passive(verb):
        reality.take("ongoing" if verb.lemma not in timing else "occurred", "status.present")


def is_finite(verb: Token) -> bool:
    """Does the clause tell its own tense ("after Rome violated the accord")?"""
    return verb.tag in ("VBD", "VBZ", "VBP") or any(
        c.dep in ("aux", "auxpass") and c.tag in FINITE for c in verb.children
    )
