"""Frames: the slots of a trigger row filled with the actors of the text.

"subj>obj" of "Norway expelled two Libyan diplomats" gives source Norway, target the diplomats (LBYGOV).
"""

from __future__ import annotations

from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.compose import OUTER
from dragoman.extract.events.doers import before_dashes, by_role, lend_source, trailing_speaker
from dragoman.extract.events.grammar import NOMINAL, REACH, doers, is_verbal, prepositional, undergoers
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import (
    actors_of,
    class_words,
    inside,
    members_first,
    same_side,
    slot_nouns,
    state_of,
)
from dragoman.lexicon.triggers import TriggerIndex, Words
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Codes whose other party is named by the head of its phrase alone: concern over the fate of a people is no charge
#: against it, and who welcomes the visit of an envoy does not host him.
SHALLOW = frozenset({"110", "043"})
#: Codes whose other party stands there by name: who recognises a province recognises not its land.
NAMED = frozenset({"054"})
#: Modifiers that may name the owner of a thing.
OWNERS = frozenset({"poss", "amod", "compound", "nmod"})
#: Words that stand for more of those told of before.
PRONOUNS = frozenset({"others", "more", "another", "dozens", "scores", "hundreds", "several", "many"})
#: Entity labels of capitalised subjects that are nobody.
UNNAMED = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LAW", "WORK_OF_ART", "EVENT"}
)


def fill_parties(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """Source and target by the frame's slots; the first slot that holds an actor fills a side."""
    row, words = mention.trigger, mention.words
    others = class_words(index, "@others")
    own_noun = not is_verbal(words[0]) and words[0].pos != "ADJ"
    borne = mention.carrier is not None and mention.carrier.lemma in class_words(index, "@bearing")
    if own_noun and borne:  # "Chad FACED an attack by Libya": the subject bears it
        mention.sources = _first(row.sources, mention, setting, others)
    elif own_noun and row.sources:
        mention.sources = _first(("subj", *row.sources), mention, setting, others)
        if not mention.sources and mention.plover == "CONSULT":
            mention.sources = _guest(mention, setting, index)
    else:
        mention.sources = trailing_speaker(mention, setting) or before_dashes(mention, setting)
        mention.sources = mention.sources or by_role(mention, setting, index)
        mention.sources = mention.sources or _first(row.sources, mention, setting, others)
    if not mention.sources and row.sources:
        mention.sources = lend_source(mention, setting, index) or _expresser(mention, setting)
    mention.targets = _first(row.targets, mention, setting, others, but=mention.sources)
    if mention.plover == "CONSULT" and not own_noun and not mention.targets and "with" in row.targets:
        mention.targets = _with_person(mention, setting)
    if borne and not mention.targets:
        mention.targets = _first(("subj",), mention, setting, others, but=mention.sources)
    if not mention.targets and row.targets and not own_noun and "obj" not in row.targets and len(words) > 1:
        but = class_words(index, "@imposers") if mention.plover == "RETREAT" else frozenset()
        owners = _in_words(words[1:], setting, but, spoken=mention.plover in SPOKEN)
        mention.targets = tuple(t for t in owners if not any(same_side(t, s, setting) for s in mention.sources))
    tried = any(w.dep == "xcomp" for w in words[1:])  # "tried to KILL the judge"
    if not mention.targets and (mention.plover in OUTER or (tried and is_verbal(words[0]))):
        found = actors_of(inside(words[0]), setting, "in")
        mention.targets = tuple(a for a in found if a not in mention.sources)
    _recalled(mention, setting)
    _like_before(mention, setting)
    _between_whom(mention, setting)
    mention.targets = _others_than(mention.sources, mention.targets, setting)
    _apart(mention, setting, others)
    if row.mutual:
        _settle_mutual(mention, setting)
    mention.power = not mention.sources and _is_power(mention, index)
    mention.named = (
        mention.power
        or (not mention.sources and names_somebody(row.sources, mention))
        or (not mention.targets and names_somebody(row.targets, mention))
    )


def _apart(mention: Mention, setting: Setting, others: Words) -> None:
    """No party stands on both sides: "THESE STATES blamed Chad" are others than Chad, an army is not sent at itself."""
    row = mention.trigger
    if row.mutual or not mention.sources:
        return
    if mention.plover == "MOBILIZE":
        mention.targets = tuple(
            t for t in mention.targets if not any(same_side(t, s, setting) for s in mention.sources)
        )
    struck = mention.targets or _first(row.targets, mention, setting, others)
    groups = [a for a in map(setting.who.actor, mention.sources) if a is not None and len(a.members) > 1]
    if struck and any(t in group.members for group in groups for t in struck):
        mention.sources, mention.targets = (), struck


def _others_than(sources: tuple[str, ...], targets: tuple[str, ...], setting: Setting) -> tuple[str, ...]:
    """The targets without a group that the source is one of: "Chad received envoys of both lands" is to others."""
    actors = [a for a in map(setting.who.actor, targets) if a is not None]
    mixed = {
        a.id
        for a in actors
        if a.kind == "group" and a.country is None and any(same_side(s, m, setting) for s in sources for m in a.members)
    }
    return tuple(t for t in targets if t not in mixed)


def _recalled(mention: Mention, setting: Setting) -> None:
    """ "recalled its ambassador FROM ISRAEL": the land is part of the envoy's title."""
    if mention.targets or not mention.sources or "from" not in mention.trigger.targets:
        return
    for word in mention.words[1:]:
        envoy = setting.who.actor(setting.who.of(word)) if word.pos == "NOUN" else None
        if envoy is None or envoy.country is None or next(prepositional(word, "from"), None) is None:
            continue
        state = state_of(envoy.country, setting)
        if state is not None and not any(same_side(state, s, setting) for s in mention.sources):
            mention.targets = (state,)
            return


def _like_before(mention: Mention, setting: Setting) -> None:
    """ "two soldiers were killed and FOUR WOUNDED": of the four the clause before tells who they are."""
    verb, row = mention.token, mention.trigger
    if mention.targets or row.targets[:1] != ("obj",) or not is_verbal(verb) or verb.tag != "VBN":
        return
    counted = verb.head if verb.dep == "acl" else verb.child("nsubjpass", "nsubj")
    if counted is None or not (counted.pos == "NUM" or counted.lower in PRONOUNS) or counted.child("prep") is not None:
        return
    clause = counted.head if verb.dep == "acl" else verb
    for _ in range(REACH):
        if clause.dep not in ("conj", "advcl", "dobj", "parataxis", "ccomp") or clause.head is clause:
            return
        clause = clause.head
        found = actors_of(undergoers(clause), setting, "obj", deep=False) if is_verbal(clause) else ()
        if found:
            mention.targets = found
            return


def _between_whom(mention: Mention, setting: Setting) -> None:
    """ "a truce BETWEEN Chad and Sudan was announced", "hosted talks BETWEEN Chad and Sudan": each with the other."""
    own_noun = mention.token.pos == "NOUN"
    if (own_noun and not mention.mutual) or (not own_noun and (mention.sources or mention.targets)):
        return
    words = mention.words if own_noun else mention.words[1:]
    parties = actors_of(slot_nouns("between", words, None), setting, "between") if words else ()
    if mention.plover == "MOBILIZE":
        mention.sources = parties  # "an exercise BETWEEN the two armies will be held"
    elif len(parties) > 1:
        mention.sources, mention.targets, mention.mutual = parties[:1], parties[1:], True


def _is_power(mention: Mention, index: TriggerIndex) -> bool:
    """ "THE JUNTA refused": a body of power acts, though nothing tells whose it is."""
    if "subj" not in mention.trigger.sources:
        return False
    powers = class_words(index, "@powers")
    doing = slot_nouns("subj", mention.words, mention.carrier)
    return any(n.lemma in powers and n.dep in ("nsubj", "pobj") for n in doing)


def names_somebody(slots: tuple[str, ...], mention: Mention) -> bool:
    """Does a capitalised name stand in a slot, though it is no actor we know?"""
    nouns = (n for slot in slots for n in slot_nouns(slot, mention.words, mention.carrier))
    return any(n.pos == "PROPN" and n.ent not in UNNAMED for n in nouns)


def _first(
    slots: tuple[str, ...], mention: Mention, setting: Setting, others: Words, *, but: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The actors of the first slot that holds any; the friends, foes and critics of somebody (`others`) are not he."""
    for slot in slots:
        nouns = (
            n for n in slot_nouns(slot, mention.words, mention.carrier) if n.lemma not in others or setting.who.of(n)
        )
        found = actors_of(
            nouns,
            setting,
            "" if slot == "obj" and mention.cameo in NAMED else slot,
            deep=slot != "in" and (not mention.trigger.mutual or slot == "subj") and mention.cameo not in SHALLOW,
            verb=mention.verb if slot == "subj" else None,
        )
        if slot == "mod" and mention.trigger.mutual:  # "MILITARY and INTELLIGENCE cooperation" is a kind of it
            found = tuple(a for a in found if not _is_sector(a, setting))
        if but:
            found = tuple(a for a in found if a not in but)
        if found:
            return found
    return ()


def _is_sector(ident: str, setting: Setting) -> bool:
    actor = setting.who.actor(ident)
    return actor is not None and actor.country is None and actor.kind in ("agency", "military")


def _guest(mention: Mention, setting: Setting, index: TriggerIndex) -> tuple[str, ...]:
    """The person of whom something is told before, at or after a meeting: "Blinken said BEFORE talks with Lavrov"."""
    noun = mention.token
    prep = noun.head
    if any(c.dep == "poss" for c in noun.children):
        return ()  # "during MY visit, he said"
    if noun.dep != "pobj" or prep.lower not in class_words(index, "@occasions"):
        return ()
    verb = prep.head
    if not is_verbal(verb):
        return ()
    found = actors_of(doers(verb), setting, "subj")
    return tuple(a for a in found if (actor := setting.who.actor(a)) is not None and actor.kind in ("person", "group"))


def _in_words(words: list[Token], setting: Setting, but: Words, *, spoken: bool) -> tuple[str, ...]:
    """The actor that modifies the object of a fixed phrase: "lifted the IRANIAN embargo".

    Of what is `spoken` the owner is who speaks: "declared PERU's readiness"; `but` are the words for those who impose
    ("lifted the UN sanctions").
    """
    for word in words:
        if word.pos in NOMINAL:
            owners = [
                c for c in word.children if c.dep in OWNERS and not (spoken and c.dep == "poss") and c.lower not in but
            ]
            found = actors_of(owners, setting, "poss", deep=False)
            if found:
                return found
    return ()


def _with_person(mention: Mention, setting: Setting) -> tuple[str, ...]:
    """ "discussed the issue WITH MR. BERG": the parser hangs him on the issue; a land there may be the topic."""
    objects = [c for c in mention.token.children if c.dep == "dobj"]
    found = actors_of((n for o in objects for n in prepositional(o, "with")), setting, "with", deep=False)
    people = (a for a in found if (actor := setting.who.actor(a)) is not None and actor.kind == "person")
    return tuple(a for a in people if a not in mention.sources)


def _expresser(mention: Mention, setting: Setting) -> tuple[str, ...]:
    """ "the letter expressed CHAD's support for Sudan": of an act of speech the owner is the doer, if no subject is."""
    if mention.plover not in SPOKEN or mention.trigger.sources != ("subj",):
        return ()
    owners = [c for w in mention.words[1:] if w.pos == "NOUN" for c in w.children if c.dep == "poss"]
    return actors_of(owners, setting, "poss", deep=False)


def _settle_mutual(mention: Mention, setting: Setting) -> None:
    """One record of a mutual act: the first party is its source, all others are its targets."""
    sources = members_first(mention.sources, setting) if not mention.targets else mention.sources
    parties = tuple(dict.fromkeys([*sources, *mention.targets]))
    if not mention.targets or len(sources) > 1:
        mention.sources, mention.targets = parties[:1], parties[1:]
    else:
        mention.targets = tuple(t for t in mention.targets if t not in sources)
