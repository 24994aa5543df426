"""Frames: the slots of a trigger row filled with the actors of the text.

"subj>obj" of "Norway expelled two Libyan diplomats" gives source Norway, target the diplomats (LBYGOV).
"""

from __future__ import annotations

from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.compose import OUTER
from dragoman.extract.events.doers import before_dashes, lend_source, trailing_speaker
from dragoman.extract.events.grammar import NOMINAL, doers, is_verbal, prepositional
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import actors_of, class_words, inside, members_first, same_side, slot_nouns
from dragoman.lexicon.triggers import TriggerIndex, Words
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Codes whose other party is named by the head of its phrase alone: concern over the fate of a people is no charge
#: against it, and who welcomes the visit of an envoy does not host him.
SHALLOW = frozenset({"110", "043"})
#: Modifiers that may name the owner of a thing.
OWNERS = frozenset({"poss", "amod", "compound", "nmod"})
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
    _between_whom(mention, setting)
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
            slot,
            deep=slot != "in" and (not mention.trigger.mutual or slot == "subj") and mention.cameo not in SHALLOW,
        )
        if but:
            found = tuple(a for a in found if a not in but)
        if found:
            return found
    return ()


def _is_deep(slot: str, mention: Mention) -> bool:
    """May the actor stand deep in the noun phrase ("attacked positions OF the army")?"""
    if slot == "in" or mention.cameo in SHALLOW:
        return False
    return slot == "subj" or not mention.trigger.mutual


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
