"""The other side, where it stands outside the slots of the frame; and sides that are none.

"Chad refused to withdraw despite pressure FROM SUDAN" is a refusal to Sudan; "condemned raids carried out BY SETTLERS"
is aimed at the settlers; "condemned the killing OF A SOLDIER" is not aimed at the soldier.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dragoman.extract.events.compose import HARSH
from dragoman.extract.events.grammar import (
    NOMINAL,
    agents,
    coordinated,
    doers,
    is_passive,
    is_verbal,
    prepositional,
    undergoers,
)
from dragoman.extract.events.implied import imposers
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import Ids, actors_of, class_words, same_side, slot_nouns
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Types that pass judgement on a deed or a thing of somebody's making.
OF_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "PROTEST"})
#: Types whose object may be a pact or talks with somebody.
OF_PACTS = frozenset({"SUPPORT", "REJECT", "AGREE", "REQUEST"})
#: Types by which a state addresses others.
AT_OTHERS = frozenset({"THREATEN", "AGREE", "MOBILIZE", "AID", "RETREAT", "SANCTION"})
#: Types of an act that one side does to another.
AT_ONE = frozenset({"COERCE", "ASSAULT", "SANCTION", "ACCUSE"})
#: What is said of parties that do the same to one another: an object and the word on it.
EACH_OTHER = frozenset({("other", "each"), ("another", "one"), ("one", "another")})
#: Behind these the demander stands on a noun of pressure ("calls BY Rome", "pressure FROM Rome", "Rome's warning").
DEMANDER = ("from", "by", "of", "poss", "mod")
#: Prepositions of what is defied; "in the face of" and "in spite of" end in "of".
DESPITE = frozenset({"despite", "notwithstanding"})
SPITE = frozenset({"face", "spite", "defiance"})


def look_elsewhere(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """Fill a side that the frame left empty from what the clause says beside it."""
    if _is_heading(mention.token, setting):
        mention.dropped = mention.dropped or "a heading"
    _turn_round(mention, setting, index)
    _each_other(mention, setting)
    _between(mention, setting)
    if not mention.targets:
        found: Ids = ()
        if mention.plover in OF_DEEDS:
            found = _of_deeds(mention, setting, index)
        if not found and mention.plover == "REJECT":
            found = _defied(mention, setting, index)
        if not found and mention.plover in OF_PACTS:
            found = _other_party(mention, setting, index)
        mention.targets = tuple(a for a in found if a not in mention.sources)
    if mention.plover == "ACCUSE" and mention.targets:
        victims = _victims(mention, setting, index)
        mention.targets = tuple(t for t in mention.targets if t not in victims)
    if mention.plover == "PROTEST" and mention.token.lemma == "protest" and _by_office(mention, setting):
        mention.plover, mention.mode, mention.cameo = "ACCUSE", "disapprove", "114"  # states protest in words
        mention.because.append("events.protest-in-words")
    if mention.plover in AT_OTHERS and mention.targets and mention.sources:
        mention.targets = tuple(t for t in mention.targets if not _own_state(mention.sources[0], t, setting))
    if mention.plover == "RETREAT" and mention.sources and mention.targets:
        _not_by_the_struck(mention, setting, index)
    if mention.plover == "MOBILIZE" and not is_verbal(mention.token):
        known = tuple(a for a in mention.sources if not _are_bare_forces(a, setting))
        mention.named = mention.named or known != mention.sources
        mention.sources = known
    _agree_together(mention, setting, index)


def _is_heading(verb: Token, setting: Setting) -> bool:
    """ "Supporting the press: Italy seeks …": a title before a colon, and no act of whom the sentence tells."""
    head = verb.head
    if verb.tag != "VBG" or verb.dep not in ("advcl", "csubj", "dep", "nsubj", "ccomp") or head.i < verb.i:
        return False
    before = setting.parsed.tokens[verb.i - 1] if verb.i else None
    if before is not None and before.sent == verb.sent and before.pos != "PUNCT":
        return False
    return any(c.text == ":" and verb.i < c.i < head.i for c in (*verb.children, *head.children))


def _turn_round(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """ "QATAR's blockade by its neighbours", "the envoy's expulsion BY ROME": the owner undergoes it."""
    noun = mention.token
    if is_verbal(noun) or mention.mutual or mention.plover not in AT_ONE:
        return
    by, owners = list(agents(noun)), [c for c in noun.children if c.dep == "poss"]
    if not by or not owners:
        return
    found = actors_of(by, setting, "by")
    if not found and not any(n.lemma in class_words(index, "@powers") or n.lemma in ("group", "bloc") for n in by):
        return
    mention.sources = found
    struck = tuple(a for a in actors_of(owners, setting, "poss") if a not in found)
    mention.targets = mention.targets or struck
    mention.because.append("events.owner-undergoes")


def _between(mention: Mention, setting: Setting) -> None:
    """ "the pact was signed BETWEEN CHAD AND MALI": each with the other."""
    if mention.sources or not is_verbal(mention.token):
        return
    parties = actors_of(slot_nouns("between", mention.words, None), setting, "between")
    if len(parties) == 1:
        actor = setting.who.actor(parties[0])
        parties = actor.members if actor is not None and len(actor.members) > 1 else parties
    if len(parties) > 1:
        mention.sources, mention.targets, mention.mutual = parties[:1], parties[1:], True
    elif parties and parties == mention.targets:
        mention.sources, mention.targets = parties, ()


def _each_other(mention: Mention, setting: Setting) -> None:
    """ "Chad and Mali accused EACH OTHER": the first is the source, the others are its targets."""
    if mention.targets or mention.mutual or not is_verbal(mention.token):
        return
    objects = [c for c in mention.token.children if c.dep in ("dobj", "dative")]
    objects += [n for c in mention.token.children if c.dep in ("prep", "dative") for n in c.children if n.dep == "pobj"]
    if not any((o.lower, c.lower) in EACH_OTHER for o in objects for c in o.children):
        return
    parties = mention.sources
    if len(parties) == 1:
        actor = setting.who.actor(parties[0])
        parties = actor.members if actor is not None and actor.kind == "group" else ()
    if len(parties) > 1:
        mention.sources, mention.targets, mention.mutual = parties[:1], parties[1:], True
        mention.because.append("events.each-other")


def _not_by_the_struck(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """ "Chad seeks to lift the sanctions on Chad": whom they strike cannot lift them."""
    if not any(w.lemma in class_words(index, "@sanctions") for w in mention.words):
        return
    if any(same_side(s, t, setting) for s in mention.sources for t in mention.targets):
        mention.sources = imposers(mention, setting, index)
        mention.because.append("events.not-by-the-struck")


def _are_bare_forces(ident: str, setting: Setting) -> bool:
    """ "the deployment of TROOPS": whose they are is not told, and they do not send themselves."""
    actor = setting.who.actor(ident)
    return actor is not None and actor.code == "MIL" and actor.country is None and not actor.members


def _victims(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "condemned the killing OF A SOLDIER": who was hit is not blamed."""
    blows = (n for n in slot_nouns("obj", mention.words, mention.carrier)
             if any(r.plover in HARSH and "of" in r.targets for r in index.nouns.get(n.lemma, ())))  # fmt: skip
    return actors_of((v for blow in blows for v in prepositional(blow, "of")), setting, "of")


def _by_office(mention: Mention, setting: Setting) -> bool:
    actors = [setting.who.actor(a) for a in mention.sources]
    return bool(actors) and all(a is not None and (a.kind == "state" or (a.code or "").endswith("GOV")) for a in actors)


def _own_state(speaker: str, target: str, setting: Setting) -> bool:
    """ "Tehran warned that IRAN would strike back": a state does not threaten or promise itself."""
    actor = setting.who.actor(target)
    return actor is not None and actor.kind == "state" and same_side(speaker, target, setting)


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


def _other_party(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "ratified a treaty WITH Chad", "rejected talks WITH the rebels": the other side of what is (dis)approved."""
    pacts = class_words(index, "@agreement") | class_words(index, "@talks") | class_words(index, "@joint")
    clauses = (c for w in mention.words for c in w.children if c.dep in ("acl", "xcomp") and c.tag == "VB")
    slots = (n for slot in ("obj", "to", "on", "for", "in") for n in slot_nouns(slot, mention.words, mention.carrier))
    for noun in chain(mention.words[1:], slots, (n for c in clauses for n in undergoers(c))):
        if noun.lemma in pacts or mention.plover == "REQUEST":
            found = actors_of(prepositional(noun, "with"), setting, "with")
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
            for verb in (mention.verb, mention.verb.child("xcomp")):  # the parser may hang "by Rome" on the verb
                found = () if verb is None or is_passive(verb) else actors_of(agents(verb), setting, "by")
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
