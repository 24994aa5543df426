"""Needs: the conditions of a trigger row, on its object, its parties, its complement.

`source|target` needs both; `people/obj=@people` needs one of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.extract.events.compose import HARSH
from dragoman.extract.events.frames import names_somebody
from dragoman.extract.events.grammar import (
    below,
    complement,
    is_infinitive,
    is_passive,
    is_verbal,
    prepositional,
    undergoers,
)
from dragoman.extract.events.match import counted
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import same_side, slot_nouns
from dragoman.lexicon.triggers import Need, Words
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Conditions on parties and contents, which are known only after the words are matched.
LATE = frozenset({"source", "target", "party", "envoy", "act", "harsh"})
#: Words that make a complement a question ("asked whether", "asked what").
ASKING = frozenset({"if", "whether"})
WH = frozenset({"WP", "WP$", "WRB", "WDT"})


def fits(mention: Mention, setting: Setting, *, act: bool) -> bool:
    """Do all needs of the row hold now that parties are known? With `act` an act as content is still hoped for."""
    return all(any((act and n[0] in ("act", "harsh")) or holds(n, mention, setting, early=False) for n in need)
               for need in mention.trigger.needs)  # fmt: skip


def holds(need: Need, mention: Mention, setting: Setting, *, early: bool) -> bool:
    """Does one condition hold? Early, before parties and contents are known, those on them pass."""
    kind, words = need
    if early and kind in LATE:
        return True
    return CHECKS[kind](mention, words, setting)


def _source(mention: Mention, words: Words, setting: Setting) -> bool:
    if mention.sources or mention.power or names_somebody(("subj",), mention):
        return True
    return _is_lent(mention, words)


def _is_lent(mention: Mention, words: Words) -> bool:
    """Is the doer "we" or "I", who stands for the speaker once statements are looked at?"""
    return any(n.lower in words for n in slot_nouns("subj", mention.words, mention.carrier))


def _target(mention: Mention, words: Words, setting: Setting) -> bool:
    return bool(mention.targets) or names_somebody(mention.trigger.targets, mention)


def _party(mention: Mention, words: Words, setting: Setting) -> bool:
    return bool(mention.sources or mention.targets) or _is_lent(mention, words)


def _people(mention: Mention, words: Words, setting: Setting) -> bool:
    return any(_is_people(n, setting) for n in undergoers(mention.token))


def _folk(mention: Mention, words: Words, setting: Setting) -> bool:
    doing = (setting.who.actor(setting.who.of(n)) for n in slot_nouns("subj", mention.words, mention.carrier))
    return any(actor is not None and actor.kind == "population" for actor in doing)


def _envoy(mention: Mention, words: Words, setting: Setting) -> bool:
    named = not mention.sources and names_somebody(("subj",), mention)
    return named or any(_may_visit(a, setting) for a in mention.sources)


def _act(mention: Mention, words: Words, setting: Setting) -> bool:
    inner = mention.inner
    if inner is None or (words and inner.plover not in words):
        return False
    clause = mention.token.child("xcomp")
    if not words or clause is None or inner.verb is clause:
        return True
    return inner.verb.head is clause and inner.verb.dep in ("conj", "dobj")  # not "wants to deter Rome from attacking"


def _object(mention: Mention, words: Words, setting: Setting) -> bool:
    token = mention.token
    nouns = undergoers(token) if is_verbal(token) else list(prepositional(token, "of"))
    return any(not words or _in(n, words) for n in nouns)


def _subject(mention: Mention, words: Words, setting: Setting) -> bool:
    return any(_in(n, words) for n in slot_nouns("subj", mention.words, mention.carrier))


def _preposition(mention: Mention, words: Words, setting: Setting) -> bool:
    places = mention.words if mention.carrier is None else [*mention.words, mention.carrier]
    found = (c for w in places for c in w.children if c.dep in ("prep", "agent") and c.lower in words)
    return any(all(setting.time_at(n) is None for n in c.children) for c in found)  # "fired a rocket ON Tuesday"


def _no_preposition(mention: Mention, words: Words, setting: Setting) -> bool:
    return not any(c.dep in ("prep", "agent") and c.lower in words for w in mention.words for c in w.children)


def _after_preposition(mention: Mention, words: Words, setting: Setting) -> bool:
    preps = [c for c in mention.token.children if c.dep == "prep"]
    return any(n.lemma in words for c in preps for n in c.children if n.dep == "pobj")


def _below(mention: Mention, words: Words, setting: Setting) -> bool:
    return any(t.lemma in words for t in below(mention.token))


def _land(mention: Mention, words: Words, setting: Setting) -> bool:
    return any(_is_land(n, setting) for n in undergoers(mention.token))


def _from_land(mention: Mention, words: Words, setting: Setting) -> bool:
    return any(_is_land(n, setting) for w in mention.words for n in prepositional(w, "from"))


def _refused(mention: Mention, words: Words, setting: Setting) -> bool:
    token = mention.token
    return token.child("neg") is not None and (not words or token.lemma in words or _has_modal(token))


def _completed(mention: Mention, words: Words, setting: Setting) -> bool:
    clause = complement(mention.token) or _aim(mention.token)
    if clause is not None:
        return not any((c.dep == "mark" and c.lower in ASKING) or c.tag in WH for c in clause.children)
    return any(c.dep == "prep" and c.child("pcomp") is not None for c in mention.token.children)


def _aim(verb: Token) -> Token | None:
    """ "asked the council on Friday TO SEND observers": behind a time the parser takes the content for a purpose."""
    if verb.child("dobj") is None:
        return None
    return next((c for c in verb.children if c.dep == "advcl" and is_infinitive(c) and c.i > verb.i), None)


def _told_clause(mention: Mention, words: Words, setting: Setting) -> bool:
    clause = complement(mention.token)
    return clause is not None and clause.dep == "ccomp"


def _infinitive(mention: Mention, words: Words, setting: Setting) -> bool:
    return mention.token.child("xcomp") is not None


def _active(mention: Mention, words: Words, setting: Setting) -> bool:
    return not is_passive(mention.token)


def _intransitive(mention: Mention, words: Words, setting: Setting) -> bool:
    verb = mention.token
    if verb.tag == "VBN" and verb.dep == "acl":  # "the skill DEMONSTRATED by the envoy"
        return False
    return verb.child("dobj", "ccomp") is None and not is_passive(verb)


def _whom(mention: Mention, words: Words, setting: Setting) -> bool:
    whom = mention.token.child("dobj")
    return whom is None or whom.pos in ("PROPN", "PRON") or setting.who.of(whom) is not None


def _menace(mention: Mention, words: Words, setting: Setting) -> bool:
    """Who warns of consequences threatens somebody: "Rome would face", "there would be"; not "delay would have"."""
    clause = complement(mention.token)
    subject = clause.child("nsubj", "nsubjpass") if clause is not None else None
    if subject is None or subject.pos in ("PRON", "PROPN"):
        return True
    return setting.who.of(subject) is not None


def _has_modal(verb: Token) -> bool:
    return any(c.dep == "aux" and c.tag == "MD" for c in verb.children)


def _may_visit(ident: str, setting: Setting) -> bool:
    """Those whose travel is diplomacy: persons of office, delegations, bodies; no refugees, tourists or troops."""
    actor = setting.who.actor(ident)
    if actor is None or actor.kind in ("population", "armed_group", "military", "media"):
        return False
    return actor.code is None or not actor.code.endswith(("CVL", "REF"))


def _harsh(mention: Mention, words: Words, setting: Setting) -> bool:
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


#: The condition of every name that a row may use (`lexicon.triggers.NEEDS`); `CHECKS[name](mention, words, setting)`.
CHECKS: Mapping[str, Callable[[Mention, Words, Setting], bool]] = {
    "source": _source, "target": _target, "party": _party, "people": _people, "folk": _folk, "envoy": _envoy,
    "act": _act, "harsh": _harsh, "obj": _object, "subj": _subject, "prep": _preposition, "noprep": _no_preposition,
    "pobj": _after_preposition, "below": _below, "land": _land, "from_land": _from_land, "refused": _refused,
    "comp": _completed, "ccomp": _told_clause, "xcomp": _infinitive, "active": _active,
    "intransitive": _intransitive, "whom": _whom, "menace": _menace,
}  # fmt: skip
