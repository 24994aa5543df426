"""Climbing: the words above the clause of an act, and what they make of it.

"Rome is considering plans to expel the envoy": `expel` hangs on "plans" (considered), which hangs on "considering".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.events.clause import SPOKEN, is_finite, is_hypothetical, read_clause, standing
from dragoman.extract.events.grammar import REACH, SUBJECTS, is_infinitive, is_verbal, trailed
from dragoman.extract.events.reality import Reality
from dragoman.lexicon.triggers import Cue, TriggerIndex
from dragoman.records import Token

#: Types whose announcement makes them scheduled; the announcement of others is an intention.
DATED = frozenset({"CONSULT"})
#: Prepositions of a talk in which something is done: "discussed the dam AT a summit", "… IN a telephone call".
#: Prepositions behind which something else is told that is done beside it.
BESIDE = frozenset({"with", "by", "after", "before", "while", "when", "without", "besides", "through", "from"})
WHERE = frozenset({"at", "in"})
ABOUT = frozenset({"on", "about"})
#: Types of acts that are wished for though a definite noun names them: "the importance of the withdrawal".
WISHED = frozenset({"RETREAT", "AID", "CONCEDE", "COOPERATE"})
PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def climb(token: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """The words above the clause: what they make of it."""
    main = trailed(token) if plover in SPOKEN else None
    if main is not None:
        read_clause(main, reality, index, plover)
        return
    _judged_claim(token, reality, index)
    if token.dep == "pcomp" and token.child(*SUBJECTS) is not None and _is_aim(token.head, index):
        reality.take("considered", "status.topic")  # "opposed to ROME LIFTING the sanctions"
    far = False
    for below, head in _way_up(token):
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
                if cue.effect == "considered" and below.dep != "compound" and _is_none(head):
                    reality.take("denied", cue.name)  # "has NO PLANS to attack"
        elif head.pos == "ADJ":
            cue = index.cue("adj", head.lower)
            if cue is not None and cue.effect == "achieved" and _is_past(head.head):
                reality.take("plain", cue.name)  # "WERE ABLE to agree": they did
            elif cue is not None:
                reality.cue(cue)
            elif is_verbal(below) and is_infinitive(below):
                reality.take("considered", "status.infinitive")
        elif is_verbal(head):
            before = reality.effect
            _governing_verb(below, head, reality, index, plover)
            if far and reality.effect == "denied" != before:
                reality.effect = (
                    "considered"  # "did not tie it to talks on lifting the siege": it denies something else
                )


def _is_none(noun: Token) -> bool:
    return any(c.dep == "det" and c.lower == "no" for c in noun.children)


def _is_past(verb: Token) -> bool:
    """Told of what was, and not of what may or will be: "were able", "has been able"."""
    if any(c.dep == "aux" and c.tag == "MD" for c in verb.children):
        return False
    return verb.tag == "VBD" or any(c.dep == "aux" and c.lemma == "have" and c.tag != "VB" for c in verb.children)


def _judged_claim(verb: Token, reality: Reality, index: TriggerIndex) -> None:
    """ "reports that Rome means to attack ARE A LIE", "there is NO EVIDENCE that …", "it is NOT TRUE that …"."""
    for _ in range(REACH):
        if verb.dep not in ("xcomp", "conj") or not is_verbal(verb.head):
            break
        verb = verb.head
    claim = verb.head
    if verb.dep == "ccomp" and claim.lemma == "be":
        word, negated = claim.child("acomp", "attr"), claim.child("neg") is not None
        sure = index.cue("adj", word.lower) if word is not None and word.dep == "acomp" else None
        if sure is not None and sure.modality is not None and (sure.modality != "likely" or not _is_fact(verb)):
            reality.cue(sure)  # "it is POSSIBLE that Rome attacked"
    elif verb.dep == "acl" and claim.pos == "NOUN" and not is_infinitive(verb) and verb.tag != "VBN":
        _denied_claim(verb, reality, index)
        above = claim.head
        negated = any(c.dep == "det" and c.lower == "no" for c in claim.children)
        if negated:
            word = claim
        elif claim.dep == "nsubj" and is_verbal(above):
            word, negated = above.child("acomp", "attr", "oprd"), above.child("neg") is not None
        else:
            return
    else:
        return
    cue = index.cue("verdict", word.lemma) if word is not None else None
    if cue is not None and (cue.effect == "affirmed") == negated:
        reality.take("denied", cue.name)


def _denied_claim(verb: Token, reality: Reality, index: TriggerIndex) -> None:
    """ "refuted CLAIMS that Rome arms the rebels": what a denied claim says is denied."""
    claim = verb.head
    if verb.dep not in ("acl", "ccomp") or claim.pos != "NOUN" or is_infinitive(verb):
        return
    above = claim.head
    if claim.dep in ("dobj", "nsubjpass") and is_verbal(above) and above.child("neg") is None:
        cue = verb_cue(above, index)
        if cue is not None and cue.effect == "denied":
            reality.cue(cue)


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


def climb_noun(noun: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """The words above a bare noun up to the first verb. What is named is taken for granted unless a word says not:

    "fears an invasion", "ruled out talks"; but "does not take the demand seriously" leaves the demand standing.
    """
    behind = deep = False
    behind_which = ""
    causes = index.classes.get("@causes", frozenset())
    for below, head in _way_up(noun):
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


def _verb_above(
    noun: Token, below: Token, head: Token, reality: Reality, index: TriggerIndex, plover: str, *, deep: bool, prep: str
) -> None:
    """What the first verb above a bare noun makes of it; `deep`: the noun stands inside another noun's phrase."""
    dep = below.dep
    if dep == "conj":
        return
    if dep in ("nsubj", "nsubjpass"):
        _governing_verb(below, head, reality, index, plover)
        return
    if _listed(head, reality, index):
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
    if cue.effect == "achieved" and _is_past(head):
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


def _is_missed(verb: Token, index: TriggerIndex) -> bool:
    """ "FAILED to prevent", "was UNABLE to stop" """
    above = verb.head
    if verb.dep not in ("xcomp", "acl"):
        return False
    part = {"VERB": "verb", "ADJ": "adj", "NOUN": "noun"}.get(above.pos, "")
    cue = index.cue(part, above.lemma if part != "adj" else above.lower)
    return cue is not None and cue.effect in ("missed", "denied") and above.child("neg") is None


def _taken_for_granted(noun: Token, cue: Cue, plover: str) -> bool:
    """ "fears over Rome's raids", "the importance of the summit": the words speak of what is there."""
    if not _definite(noun):
        return False
    return cue.modality == "feared" or (cue.effect == "valued" and plover not in WISHED)


def _grown(verb: Token, reality: Reality, index: TriggerIndex, plover: str) -> None:
    """ "the need to EXPAND cooperation": what is to grow is wished for, where the growing is."""
    if is_infinitive(verb) or verb.tag == "VBG":
        read_clause(verb, reality, index, plover)
        climb(verb, reality, index, plover)
        if reality.effect == "occurred" and not reality.made:
            reality.take("considered", "status.infinitive")


def _is_owned(noun: Token) -> bool:
    """ "American sanctions", "U.S. sanctions", "the sanctions": those of somebody, and no sanctions at large."""
    return _definite(noun) or any(c.dep in ("amod", "compound") and c.text[:1].isupper() for c in noun.children)


def _is_one(noun: Token) -> bool:
    """ "worried about AN attack", and not "about the drills" """
    return any(c.dep == "det" and c.lower in ("a", "an", "any", "another") for c in noun.children)


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
        noun_phrase(subject, reality, index)
    return True


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
        if dep == "advcl" and is_finite(token):
            return
        if dep == "ccomp" and is_told(token) and head.lemma not in ("deny", "fear"):
            return
        token = head


def is_told(clause: Token) -> bool:
    """ "announced that Rome WOULD HALT": a clause with its own tense, no bare infinitive or subjunctive."""
    return clause.tag != "VB" or any(c.dep == "aux" and c.tag == "MD" for c in clause.children)


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
            standing(head, reality, index)
            _clause_negation(head, reality)
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
        elif below.tag == "VBG" and not _listed(head, reality, index):
            read_clause(head, reality, index, plover)
        return
    if dep != "xcomp" and _listed(head, reality, index):
        return
    future = index.cue("modal", head.lower) if dep == "xcomp" else None
    if future is not None:  # "is GOING to", "is ABOUT to"
        reality.take("scheduled", future.name)
        _clause_negation(head, reality)
        return
    if dep in ("prep", "pcomp") and below.lower == "by":
        read_clause(head, reality, index, plover)  # "hindered the vote BY attacking": the means were used
        return
    if dep == "xcomp" and head.lemma in ("have", "be") and is_infinitive(below):
        _duty(head, reality, index, plover)
        return
    cue = verb_cue(head, index, "to" if is_infinitive(below) else below.lower if dep == "prep" else "")
    if dep == "ccomp" and cue is not None and cue.effect == "conditional" and cue.modality is None and _is_fact(below):
        cue = None  # "warned: we CONDEMN the raid"
    if (
        cue is not None
        and dep == "ccomp"
        and cue.effect in ("considered", "ongoing")
        and _has_been_told(below, head, index)
    ):
        cue = None  # "let us remember: Rome attacked", "the report continues: Rome attacked"
    if cue is not None and cue.effect == "achieved" and _is_past(head):
        cue = None
        reality.take("plain", "status.infinitive")
    if cue is not None:
        if cue.effect == "missed" and head.child("neg") is not None:
            reality.take("plain", cue.name)  # "did not HESITATE to attack": they did
            _modal_only(head, reality, index)
            return
        if cue.effect == "denied" and head.child("neg") is not None:
            reality.take("considered", cue.name)
            return
        reality.cue(cue)
    elif is_infinitive(below) and not reality.made:
        reality.take("considered", "status.infinitive")
    if dep == "xcomp" and cue is not None and any(c.dep == "aux" and c.lemma == "have" for c in below.children):
        _modal_only(head, reality, index)  # "SEEMS to have attacked": the present is not the act's
        _clause_negation(head, reality)
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
        done = _is_past(verb) and verb.child("neg") is None
        reality.take("plain" if done else "considered", name)  # "HAD TO withdraw": they did
    else:
        subject = verb.child(*SUBJECTS)
        named = subject is not None and index.cue("noun", subject.lemma) is not None  # "the only WAY is to withdraw"
        reality.take("considered" if named or verb.child("acomp", "attr") is not None else "scheduled", name)
    read_clause(verb, reality, index, plover)


def _modal_only(verb: Token, reality: Reality, index: TriggerIndex) -> None:
    """The modal verb of a clause whose negation has been read: "WILL not hesitate to strike"."""
    modal = next((c for c in verb.children if c.dep == "aux" and c.tag == "MD"), None)
    cue = index.cue("modal", modal.lower) if modal is not None else None
    if cue is not None and modal is not None:
        reality.modal = modal.lower
        reality.take("scheduled" if cue.effect == "future" else "conditional", cue.name)


def _is_fact(clause: Token) -> bool:
    """A finite clause without a modal verb."""
    return is_finite(clause) and not any(c.dep == "aux" and c.tag == "MD" for c in clause.children)


def _has_been_told(clause: Token, verb: Token, index: TriggerIndex) -> bool:
    """ "suggested that Rome HAS SPOKEN", "told the press that they WILL MEET": told, and not weighed."""
    if clause.tag == "VBD" or any(c.dep == "aux" and c.lemma == "have" and c.tag != "VB" for c in clause.children):
        return True
    return verb.lemma in index.classes.get("@telling", frozenset()) and is_finite(clause)


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


def _clause_negation(verb: Token, reality: Reality) -> None:
    if verb.child("neg") is not None:
        reality.take("denied", "status.negation")
