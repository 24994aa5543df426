"""Needs: the conditions of a trigger row, on its object, its parties, its complement.

`source|target` needs both; `people/obj=@people` needs one of the two.
"""

from __future__ import annotations

from dragoman.extract.events.compose import HARSH
from dragoman.extract.events.frames import names_somebody
from dragoman.extract.events.grammar import below, complement, is_passive, is_verbal, prepositional, undergoers
from dragoman.extract.events.match import counted
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import same_side, slot_nouns
from dragoman.lexicon.triggers import Need, Words
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Words that make a complement a question ("asked whether").
ASKING = frozenset({"if", "whether"})


def fits(mention: Mention, setting: Setting, *, act: bool) -> bool:
    """Do all needs of the row hold now that parties are known? With `act` an act as content is still hoped for."""
    return all(any((act and n[0] in ("act", "harsh")) or holds(n, mention, setting, early=False) for n in need)
               for need in mention.trigger.needs)  # fmt: skip


def holds(need: Need, mention: Mention, setting: Setting, *, early: bool) -> bool:
    """Does one condition hold? Early, before parties are known, those on parties pass."""
    kind, words = need
    if kind in ("source", "target", "party"):
        if early:
            return True
        if kind == "source" and not mention.sources:
            return names_somebody(("subj",), mention)
        if kind == "target" and not mention.targets:
            return names_somebody(mention.trigger.targets, mention)
        return bool((kind != "target" and mention.sources) or (kind != "source" and mention.targets))
    if kind == "act":
        inner = mention.inner
        return early or (inner is not None and (not words or inner.plover in words))
    token = mention.token
    if kind == "obj":
        nouns = undergoers(token) if is_verbal(token) else list(prepositional(token, "of"))
        return any(not words or _in(n, words) for n in nouns)
    if kind == "below":
        return any(t.lemma in words for t in below(token))
    if kind == "harsh":
        return early or _harsh(mention, setting)
    if kind == "refused":
        return token.child("neg") is not None and (not words or token.lemma in words or _has_modal(token))
    if kind == "noprep":
        return not any(c.dep in ("prep", "agent") and c.lower in words for w in mention.words for c in w.children)
    if kind == "from_land":
        return any(_is_land(n, setting) for w in mention.words for n in prepositional(w, "from"))
    if kind == "xcomp":
        return token.child("xcomp") is not None
    if kind == "intransitive":
        return token.child("dobj", "ccomp") is None
    if kind == "whom":
        whom = token.child("dobj")
        return whom is None or whom.pos in ("PROPN", "PRON") or setting.who.of(whom) is not None
    if kind == "active":
        return not is_passive(token)
    if kind == "pobj":
        return any(n.lemma in words for c in token.children if c.dep == "prep" for n in c.children if n.dep == "pobj")
    if kind == "envoy" and early:
        return True
    if kind == "envoy":
        named = not mention.sources and names_somebody(("subj",), mention)
        return named or any(_may_visit(a, setting) for a in mention.sources)
    if kind == "people":
        return any(_is_people(n, setting) for n in undergoers(token))
    if kind == "land":
        return any(_is_land(n, setting) for n in undergoers(token))
    if kind == "folk":
        doing = (setting.who.actor(setting.who.of(n)) for n in slot_nouns("subj", mention.words, mention.carrier))
        return any(actor is not None and actor.kind == "population" for actor in doing)
    if kind == "subj":
        nouns = list(slot_nouns("subj", mention.words, mention.carrier))
        return any(_in(n, words) for n in nouns)
    if kind == "prep":
        places = mention.words if mention.carrier is None else [*mention.words, mention.carrier]
        return any(c.dep in ("prep", "agent") and c.lower in words for w in places for c in w.children)
    clause = complement(token)
    if kind == "ccomp":
        return clause is not None and clause.dep == "ccomp"
    if clause is not None and any(c.dep == "mark" and c.lower in ASKING for c in clause.children):
        return False
    return clause is not None or any(c.dep == "prep" and c.child("pcomp") is not None for c in token.children)


def _has_modal(verb: Token) -> bool:
    return any(c.dep == "aux" and c.tag == "MD" for c in verb.children)


def _may_visit(ident: str, setting: Setting) -> bool:
    """Those whose travel is diplomacy: persons of office, delegations, bodies; no refugees, tourists or troops."""
    actor = setting.who.actor(ident)
    if actor is None or actor.kind in ("population", "armed_group", "military", "media"):
        return False
    return actor.code is None or not actor.code.endswith(("CVL", "REF"))


def _harsh(mention: Mention, setting: Setting) -> bool:
    """Is the content a harsh act of the speaker's own side, or of nobody named?"""
    inner = mention.inner
    if inner is None or inner.plover not in HARSH:
        return False
    return not inner.sources or any(same_side(a, b, setting) for a in inner.sources for b in mention.sources)


def _is_land(noun: Token, setting: Setting) -> bool:
    actor = setting.who.actor(setting.who.of(noun))
    return setting.place_at(noun) is not None or (actor is not None and actor.kind == "state")


def _is_people(noun: Token, setting: Setting) -> bool:
    actor = setting.who.actor(setting.who.of(noun))
    if actor is not None:
        return actor.kind not in ("state", "organisation", "agency", "media")
    return noun.ent in ("PERSON", "NORP") or noun.pos == "NUM"


def _in(noun: Token, words: Words) -> bool:
    if noun.lemma in words or noun.lower in words:
        return True
    if any(c.dep == "conj" and c.lemma in words for c in noun.children):
        return True
    return any(n.lemma in words for n in counted(noun))
