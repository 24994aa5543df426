"""Parties that stand outside the slots of the frame, looked for when the frame left a side empty.

"Chad refused to withdraw despite pressure FROM SUDAN" is a refusal to Sudan; "condemned raids carried out BY SETTLERS"
is aimed at the settlers; "PEASANTS rioted during a protest against Rome" tells who protested.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dragoman.extract.events.grammar import NOMINAL, coordinated, doers, is_verbal, prepositional
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import Ids, actors_of, class_words, same_side, slot_nouns
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Types that pass judgement on a deed or a thing of somebody's making.
OF_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "PROTEST"})
#: Behind these the demander stands on a noun of pressure ("calls BY Rome", "pressure FROM Rome", "Rome's warning").
DEMANDER = ("from", "by", "of", "poss", "mod")
#: Prepositions of what is defied; "in the face of" and "in spite of" end in "of".
DESPITE = frozenset({"despite", "notwithstanding"})
SPITE = frozenset({"face", "spite", "defiance"})


def look_elsewhere(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """Fill a side that the frame left empty from what the clause says beside it."""
    if not mention.targets:
        found: Ids = ()
        if mention.plover in OF_DEEDS:
            found = _of_deeds(mention, setting, index)
        if not found and mention.plover == "REJECT":
            found = _defied(mention, setting, index)
        mention.targets = tuple(a for a in found if a not in mention.sources)
    _agree_together(mention, setting, index)


def _of_deeds(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "raids CARRIED OUT by settlers", "a plan that Rome PROPOSED": who did or made what is judged."""
    making = class_words(index, "@making")
    slots = (n for slot in mention.trigger.targets for n in slot_nouns(slot, mention.words, mention.carrier))
    for noun in chain((w for w in mention.words[1:] if w.pos in NOMINAL), slots):
        for head in coordinated(noun):
            for clause in head.children:
                if clause.dep in ("acl", "relcl") and clause.lemma in making:
                    found = actors_of(doers(clause), setting, "subj")
                    if found:
                        return found
    return ()


def _defied(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "refused to withdraw DESPITE calls by Rome": whose demand is turned down."""
    pressure = class_words(index, "@urging")
    for noun in _in_spite_of(mention.verb):
        for head in coordinated(noun):
            if head.lemma not in pressure:
                continue
            for slot in DEMANDER:
                found = actors_of(slot_nouns(slot, [head], None), setting, slot)
                if found:
                    return found
    return ()


def _in_spite_of(verb: Token) -> Iterator[Token]:
    """The nouns after "despite" and "in the face of" on the verb, or on the infinitive that completes it."""
    for word in (verb, verb.child("xcomp")):
        if word is None:
            continue
        for child in word.children:
            if child.dep == "prep" and child.lower in DESPITE:
                yield from (n for n in child.children if n.dep == "pobj")
            elif child.dep == "prep" and child.lower == "in":
                for noun in child.children:
                    if noun.lower in SPITE:
                        yield from prepositional(noun, "of")


def lend_crowd(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """Who protested, where only the clause around it tells: "PEASANTS rioted DURING a protest against Rome"."""
    prep = mention.token.head
    if mention.token.dep != "pobj" or prep.lower not in class_words(index, "@occasions"):
        return ()
    verb = prep.head
    if not is_verbal(verb):
        return ()
    found = actors_of(doers(verb), setting, "subj")
    return tuple(a for a in found if (actor := setting.who.actor(a)) is not None and actor.kind == "population")


def _agree_together(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """ "Chad and Sudan agreed to open the border": each with the other."""
    if mention.plover != "AGREE" or mention.mutual or mention.turned:
        return
    agreeing = mention.token.lemma in class_words(index, "@agreeing")
    if mention.targets:
        mention.mutual = agreeing and next(prepositional(mention.token, "with"), None) is not None
        return
    if not agreeing and (mention.inner is None or not mention.inner.mutual):
        return
    parties = mention.sources
    if len(parties) == 1:
        actor = setting.who.actor(parties[0])
        parties = actor.members if actor is not None and actor.kind == "group" else ()
    if len(parties) > 1 and not any(same_side(parties[0], other, setting) for other in parties[1:]):
        mention.sources, mention.targets, mention.mutual = parties[:1], parties[1:], True
        mention.because.append("events.agree-together")
