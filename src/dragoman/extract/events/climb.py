"""Climbing: the words above the clause of an act, and what they make of it.

"Rome is considering plans to expel the envoy": `expel` hangs on "plans" (considered), which hangs on "considering".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.events.claims import judged_claim
from dragoman.extract.events.clause import SPOKEN, is_finite, is_hypothetical, read_clause, standing
from dragoman.extract.events.cues import (
    clause_negation,
    has_been_told,
    is_fact,
    is_none,
    is_past,
    is_told,
    modal_only,
    noun_phrase,
    preposition_cue,
    verb_cue,
)
from dragoman.extract.events.grammar import REACH, SUBJECTS, is_infinitive, is_verbal, trailed
from dragoman.extract.events.reality import Reality
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token

#: Types whose announcement makes them scheduled; the announcement of others is an intention.
DATED = frozenset({"CONSULT"})
#: Prepositions of a talk in which something is done: "discussed the dam AT a summit", "… IN a telephone call".
#: Prepositions behind which something else is told that is done beside it.
BESIDE = frozenset({"with", "by", "after", "before", "while", "when", "without", "besides", "through", "from"})
ABOUT = frozenset({"on", "about"})
PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})


def climb(token: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """The words above the clause: what they make of it."""
    main = trailed(token) if plover in SPOKEN else None
    if main is not None:
        read_clause(main, reality, index, plover)
        return
    judged_claim(token, reality, index)
    if token.dep == "pcomp" and token.child(*SUBJECTS) is not None and _is_aim(token.head, index):
        reality.take("considered", "status.topic")  # "opposed to ROME LIFTING the sanctions"
    far = False
    for below, head in way_up(token):
        dep = below.dep
        if (
            dep == "conj"
            and below.tag in PAST_OR_PRESENT
            and not (is_verbal(head) and (is_finite(head) or head.dep == "conj"))
        ):
            return  # "had the will to fight AND STRUCK": it tells its own tense
        if dep in ("ccomp", "acl", "pcomp") and is_finite(below) and index.cue("mark", head.lower) is not None:
            reality.take("conditional", f"status_cues:{head.lower}/mark")  # "PROVIDED that Rome withdraws"
            return
        if dep in ("prep", "pobj", "pcomp", "agent") and (head.pos in ("ADP", "SCONJ") or head.dep == "prep"):
            cue = preposition_cue(head, index)
            if cue is not None and (cue.effect != "scheduled" or plover in DATED):
                reality.cue(cue)
            if dep == "pcomp" and below.tag == "VBG" and _is_topic(head, index):
                reality.take("considered", "status.topic")
            if dep == "pcomp" and head.lower in index.classes.get("@afterwards", frozenset()):
                return
            if head.lower == "for" and head.head.lemma in index.classes.get("@charging", frozenset()):
                reality.take("alleged", "status.charge")
            continue
        if head.pos == "NOUN":
            far = far or dep == "prep"
            cue = index.cue("noun", head.lemma)
            if cue is None and is_verbal(below) and is_infinitive(below):
                reality.take("considered", "status.infinitive")
            if cue is not None and below.dep in ("prep", "acl", "compound", "appos"):
                reality.cue(cue)
                if cue.effect == "considered" and below.dep != "compound" and is_none(head):
                    reality.take("denied", cue.name)  # "has NO PLANS to attack"
        elif head.pos == "ADJ":
            cue = index.cue("adj", head.lower)
            if cue is not None and cue.effect == "achieved" and is_past(head.head):
                reality.take("plain", cue.name)  # "WERE ABLE to agree": they did
            elif cue is not None:
                reality.cue(cue)
            elif is_verbal(below) and is_infinitive(below):
                reality.take("considered", "status.infinitive")
        elif is_verbal(head):
            before = reality.effect
            governing_verb(below, head, reality, index, plover)
            if far and reality.effect == "denied" != before:
                reality.effect = (
                    "considered"  # "did not tie it to talks on lifting the siege": it denies something else
                )


def _is_aim(prep: Token, index: TriggerIndex) -> bool:
    aim = prep.head.lemma
    if prep.lower in BESIDE or (prep.lower == "in" and not aim.startswith("interest")):
        return False  # "closed the talks BY thanking Chad", "the wrong path IN imposing"
    return aim in index.classes.get("@aiming", frozenset())


def _is_topic(prep: Token, index: TriggerIndex) -> bool:
    """ "talks ON lifting", "opposed TO lifting", "spoke ABOUT lifting": what is spoken of is not done."""
    head = prep.head.lemma
    if _is_aim(prep, index):
        return True
    weighing = head in index.classes.get("@talks", ()) or head in index.classes.get("@deliberation", ())
    return weighing and prep.lower in index.classes.get("@topic_prepositions", frozenset())


def listed(verb: Token, reality: Reality, index: TriggerIndex) -> bool:
    """ "measures under consideration INCLUDE sanctions": what a listing verb lists is as real as its subject."""
    if verb.lemma not in index.classes.get("@listing_verbs", ()):
        return False
    subject = verb.child(*SUBJECTS)
    if subject is not None:
        cue = index.cue("noun", subject.lemma)
        if cue is not None:
            reality.cue(cue)
        noun_phrase(subject, reality, index)
    return True


def way_up(token: Token) -> Iterator[tuple[Token, Token]]:
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
        if dep == "advcl" and is_finite(token):
            return
        if dep == "ccomp" and is_told(token) and head.lemma not in ("deny", "fear"):
            return
        token = head


def governing_verb(below: Token, head: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    dep = below.dep
    if dep == "conj":
        return
    if dep in ("nsubj", "nsubjpass"):
        adjective = head.child("acomp", "attr")
        cue = index.cue("adj", adjective.lower) if adjective is not None else None
        if cue is not None:
            reality.cue(cue)
        elif head.lemma in ("be", "remain"):
            standing(head, reality, index)
            clause_negation(head, reality)
        elif plover not in DATED and is_hypothetical(head):
            reality.take("conditional", "status.supposed")  # "the deployment WOULD DOUBLE the force"
        elif dep == "nsubjpass":
            cue = index.cue("verb", head.lemma)
            if cue is not None:
                reality.cue(cue)
        return
    if dep == "advcl":
        if is_infinitive(below) and head.lower == "were" and head.child("nsubj") is not None:
            reality.take("conditional", "status.inverted")  # "WERE Rome to attack, …"
        elif is_infinitive(below):
            reality.take("considered", "status.purpose")
        elif below.tag == "VBG" and not listed(head, reality, index):
            read_clause(head, reality, index, plover)
        return
    if dep != "xcomp" and listed(head, reality, index):
        return
    future = index.cue("modal", head.lower) if dep == "xcomp" else None
    if future is not None:  # "is GOING to", "is ABOUT to"
        reality.take("scheduled", future.name)
        clause_negation(head, reality)
        return
    if dep in ("prep", "pcomp") and below.lower == "by":
        read_clause(head, reality, index, plover)  # "hindered the vote BY attacking": the means were used
        return
    if dep == "xcomp" and head.lemma in ("have", "be") and is_infinitive(below):
        _duty(head, reality, index, plover)
        return
    cue = verb_cue(head, index, "to" if is_infinitive(below) else below.lower if dep == "prep" else "")
    if dep == "ccomp" and cue is not None and cue.effect == "conditional" and cue.modality is None and is_fact(below):
        cue = None  # "warned: we CONDEMN the raid"
    if (
        cue is not None
        and dep == "ccomp"
        and cue.effect in ("considered", "ongoing")
        and has_been_told(below, head, index)
    ):
        cue = None  # "let us remember: Rome attacked", "the report continues: Rome attacked"
    if cue is not None and cue.effect == "achieved" and is_past(head):
        cue = None
        reality.take("plain", "status.infinitive")
    if cue is not None:
        if cue.effect == "missed" and head.child("neg") is not None:
            reality.take("plain", cue.name)  # "did not HESITATE to attack": they did
            modal_only(head, reality, index)
            return
        if cue.effect == "denied" and head.child("neg") is not None:
            reality.take("considered", cue.name)
            return
        reality.cue(cue)
    elif is_infinitive(below) and not reality.made:
        reality.take("considered", "status.infinitive")
    if dep == "xcomp" and cue is not None and any(c.dep == "aux" and c.lemma == "have" for c in below.children):
        modal_only(head, reality, index)  # "SEEMS to have attacked": the present is not the act's
        clause_negation(head, reality)
        return
    if dep in ("xcomp", "dobj", "prep", "pcomp", "dative", "acomp", "attr", "oprd") or (
        dep == "ccomp" and below.tag == "VB"
    ):
        read_clause(head, reality, index, plover)


def _duty(verb: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """What stands behind "has to", "had to", "has yet to" and "is to"."""
    name = "status.infinitive"
    if any(c.lower == "yet" for c in verb.children):
        reality.take("denied", "status.yet")
        return
    if verb.lemma == "have":
        done = is_past(verb) and verb.child("neg") is None
        reality.take("plain" if done else "considered", name)  # "HAD TO withdraw": they did
    else:
        subject = verb.child(*SUBJECTS)
        named = subject is not None and index.cue("noun", subject.lemma) is not None  # "the only WAY is to withdraw"
        reality.take("considered" if named or verb.child("acomp", "attr") is not None else "scheduled", name)
    read_clause(verb, reality, index, plover)
