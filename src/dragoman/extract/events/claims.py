"""Claims that are judged: denied, called false, or without evidence.

Example: in "reports that Chad bombed Libya are a lie" the bombing is denied.
"""

from __future__ import annotations

from dragoman.extract.events.cues import is_fact, verb_cue
from dragoman.extract.events.grammar import REACH, is_infinitive, is_verbal
from dragoman.extract.events.reality import Reality
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token


def judged_claim(verb: Token, reality: Reality, index: TriggerIndex) -> None:
    """ "reports that Rome means to attack ARE A LIE", "there is NO EVIDENCE that …", "it is NOT TRUE that …"."""
    for _ in range(REACH):
        if verb.dep not in ("xcomp", "conj") or not is_verbal(verb.head):
            break
        verb = verb.head
    claim = verb.head
    if verb.dep == "ccomp" and claim.lemma == "be":
        word, negated = claim.child("acomp", "attr"), claim.child("neg") is not None
        sure = index.cue("adj", word.lower) if word is not None and word.dep == "acomp" else None
        if sure is not None and sure.modality is not None and (sure.modality != "likely" or not is_fact(verb)):
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
