"""Doers that no subject names: the words of a passive or a noun imply them.

"the CHADIAN army was put on alert", "expelled from CHAD", "the U.S. sanctions were lifted", "a raid on Chad BY LIBYA".
"""

from __future__ import annotations

from dragoman.extract.events.grammar import (
    NOMINAL,
    agents,
    doers,
    is_passive,
    is_verbal,
    prepositional,
    undergoers,
)
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import Ids, actors_of, class_words, same_side, slot_nouns
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.resolve.attach import Setting

#: Codes (CAMEO) of sending somebody out of a land or body.
EXPULSION = frozenset({"161", "166", "174"})


def implied(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """Who acts, by the words of a passive or a noun; nobody where they tell nothing."""
    return (
        _mobilised(mention, setting)
        or _expeller(mention, setting)
        or imposers(mention, setting, index)
        or _giver(mention, setting, index)
        or _leader(mention, setting, index)
        or _shooter(mention, setting)
        or _behind_struck(mention, setting)
        or _layer(mention, setting, index)
    )


def _mobilised(mention: Mention, setting: Setting) -> Ids:
    """ "the CHADIAN army was put on alert": whose forces they are, where nobody is told to order it."""
    if mention.plover != "MOBILIZE" or not is_verbal(mention.token) or not is_passive(mention.token):
        return ()
    found = actors_of(undergoers(mention.token), setting, "subj")
    return tuple(a for a in found if (actor := setting.who.actor(a)) is not None and actor.country is not None)


def _expeller(mention: Mention, setting: Setting) -> Ids:
    """ "the envoy was expelled FROM CHAD": the land does it, unless the expelled is of that land."""
    verb = mention.token
    if mention.cameo not in EXPULSION or not is_verbal(verb) or not is_passive(verb):
        return ()
    found = actors_of(prepositional(verb, "from"), setting, "from", deep=False)
    struck = actors_of(undergoers(verb), setting, "obj")
    return tuple(a for a in found if not any(same_side(a, s, setting) for s in struck))


def imposers(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "the U.S. sanctions were lifted", "… were imposed": who imposes them lifts them."""
    if mention.plover not in ("RETREAT", "SANCTION"):
        return ()
    measures, words = class_words(index, "@sanctions"), class_words(index, "@imposers")
    owners = (
        c
        for w in mention.words
        if w.lemma in measures
        for c in w.children
        if c.dep in ("poss", "amod", "compound", "nmod") and c.lower in words
    )
    return actors_of(owners, setting, "mod")


def _giver(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "ITALIAN aid was delivered", "ITALY's aid was sent": whose it is, where nobody is told to bring it."""
    if mention.plover != "AID" or not is_verbal(mention.token) or not is_passive(mention.token):
        return ()
    gifts = [w for w in mention.words[1:] if w.lemma in class_words(index, "@aid")]
    found = actors_of((c for w in gifts for c in w.children if c.dep in ("poss", "amod")), setting, "mod")
    return found or actors_of((n for w in gifts for n in prepositional(w, "from")), setting, "from", deep=False)


def _leader(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "the SAUDI-led war on Yemen", "SAUDI-imposed sanctions": who leads or lays it on."""
    led = class_words(index, "@led")
    doing = (c for c in mention.token.children if c.dep == "amod" and is_verbal(c) and c.lemma in led)
    return actors_of((n for c in doing for n in c.children if n.pos in NOMINAL), setting, "of", deep=False)


def _shooter(mention: Mention, setting: Setting) -> Ids:
    """ "a missile launched BY LIBYA struck Chad": who fired what struck."""
    if mention.plover != "ASSAULT" or not is_verbal(mention.token) or is_passive(mention.token):
        return ()
    fired = (c for n in doers(mention.token) for c in n.children if c.dep == "acl" and is_passive(c))
    return actors_of((n for c in fired for n in agents(c)), setting, "by")


def _behind_struck(mention: Mention, setting: Setting) -> Ids:
    """ "a raid on Chad BY LIBYA": the parser hangs the doer on whom it strikes."""
    noun = mention.token
    if mention.plover not in ("ASSAULT", "COERCE", "SANCTION") or is_verbal(noun):
        return ()
    struck = (n for slot in ("on", "of", "against") for n in prepositional(noun, slot))
    return actors_of((by for n in struck for by in prepositional(n, "by")), setting, "by", deep=False)


def _layer(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "the SENATE's approval of sanctions", "the imposition of sanctions BY ROME": who lays them on."""
    noun = mention.token
    laying = noun.head.head
    if noun.dep != "pobj" or noun.head.lower != "of" or laying.lemma not in class_words(index, "@laying"):
        return ()
    for slot in ("poss", "by", "mod"):
        found = actors_of(slot_nouns(slot, [laying], None), setting, slot)
        if found:
            return found
    return ()
