"""Public life: which acts are news of politics, and which are private, figurative or of nobody.

Kept are acts with a state, body, office, party or armed side; violence, coercion and protest whoever the parties are
(PLOVER codebook: actors are political; its material conflict counts civilians too).
"""

from __future__ import annotations

from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.deeds import no_deed
from dragoman.extract.events.grammar import REACH, agents, is_passive, is_verbal, prepositional, surface_subject
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import class_words, same_side
from dragoman.extract.events.usual import usual
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Actor, Token
from dragoman.resolve.attach import Setting

#: Types that count whoever the parties are.
ANYBODY = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONCEDE"})
#: What is no news where nobody is to do it.
UNREAL = frozenset({"considered", "conditional", "denied"})
#: Types that somebody must will: things help, threaten and support only in a manner of speaking.
WILLED = frozenset({"AID", "SUPPORT", "COOPERATE", "CONSULT", "AGREE", "THREATEN", "CONCEDE", "PROTEST", "REJECT"})
#: Classes of words for those who may will something.
AGENTS = ("@people", "@crowd", "@forces", "@leaders", "@spoken_things", "@police")
#: Types of talk and help between people that are no news where neither is of public life.
FRIENDLY = frozenset({"CONSULT", "AID", "COOPERATE", "SUPPORT", "AGREE"})
#: Types that between offices of no state are but the work of an office.
HOMELY = frozenset({"AID", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE"})
#: Types that are nothing without their doer.
PERSONAL = SPOKEN | {"CONSULT", "COOPERATE"}
#: Types of deeds done, not said.
DEEDS = frozenset({"AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
#: Nouns of blows that are also dealt in words.
VERBAL_BLOWS = frozenset({"attack", "assault", "broadside", "offensive"})
#: Roles (PLOVER actor codes) of private life.
PRIVATE = ("CVL", "BUS", "LAB", "AGR", "EDU", "HLH")


def excused(mention: Mention, setting: Setting, index: TriggerIndex) -> str | None:
    """Why the mention is no event of public life, or None."""
    parties = (*mention.sources, *mention.targets)
    if (reason := usual(mention, setting, index)) is not None:
        return reason
    if mention.verb.dep == "relcl" and _is_anybody(mention.verb, index):
        return "what anybody may do"
    if _is_rule(mention.verb):
        return "what a rule lays down"
    if (mention.plover in WILLED or mention.plover == "COERCE") and _is_by_a_thing(mention, setting, index):
        return "what a thing does"
    if not mention.sources and mention.plover in PERSONAL | DEEDS and _is_first_person(mention, index):
        return "an act of a first person without a name"
    if not mention.sources and mention.plover in DEEDS and _is_of_anybody(mention, index):
        return "what anybody may do"
    if mention.plover == "ASSAULT" and not mention.sources and _is_calamity(mention, index):
        return "a calamity"
    if mention.plover == "ASSAULT" and mention.token.pos == "NOUN" and _is_verbal_attack(mention, setting):
        return "an attack in words"
    if mention.status == "considered" and mention.modality is None and _is_purpose(mention):
        return "a purpose, not done"
    unreal = mention.status in UNREAL and mention.modality is None
    if not mention.sources and unreal and mention.plover in SPOKEN and mention.token.tag in ("VB", "VBG"):
        return "words of nobody, not said"
    if not parties:
        if not (mention.named or _told(mention)):
            return "no party named"
        if mention.token.pos == "PROPN":
            return "the name of an occasion"
        if mention.modality is None and _is_not_told(mention):
            return "an act of nobody, not done"
        return no_deed(mention, setting, index)
    hollow = no_deed(mention, setting, index)
    if hollow is not None or mention.plover in ANYBODY:
        return hollow
    if mention.plover == "AGREE" and mention.inner is None and _of_others(mention, setting):
        return "a promise of what others will do"
    actors = [actor for actor in map(setting.who.actor, parties) if actor is not None]
    private = [_is_private(actor, mention.plover) for actor in actors]
    if any(private) and all(known or _is_unknown(actor) for known, actor in zip(private, actors, strict=True)):
        return "private parties"
    at_home = (_is_of_no_land(actor, private=known) for known, actor in zip(private, actors, strict=True))
    if _is_service(mention, setting):
        return "a service to private parties, or by them"
    if mention.plover in HOMELY and all(at_home):
        return "an office of no state, at home"
    if mention.plover == "CONSULT" and mention.targets and _only_the_crowd(mention, setting):
        return "a talk with people of no office"
    return None


def _is_purpose(mention: Mention) -> bool:
    """ "met TO DISCUSS it", "in order for Rome TO WITHDRAW": no word says that anybody weighs it."""
    cues = [name for name in mention.because if name.startswith("status")]
    if cues == ["status.infinitive"] and mention.verb.dep in ("acl", "relcl") and mention.verb.tag == "VB":
        return True  # "the use of force TO LIFT the siege"
    if "status.purpose" in cues:
        return all(name == "status.purpose" or name == "status.infinitive" for name in cues)
    verb = mention.verb
    meant = any(c.dep == "mark" and c.lower == "for" for c in verb.children)
    return meant and cues == ["status.infinitive"] and verb.dep in ("advcl", "acl", "relcl", "pcomp")


def _is_rule(verb: Token) -> bool:
    """ "The Secretary SHALL …", "in any period in which he has resigned": law, and no news."""
    for _ in range(REACH):
        if any(c.dep == "aux" and c.lower == "shall" for c in verb.children):
            subject = verb.child("nsubj", "nsubjpass")
            return subject is None or subject.pos != "PRON" or subject.tag in ("WDT", "WP")
        if verb.head is verb:
            return False
        verb = verb.head
    return False


def _is_first_person(mention: Mention, index: TriggerIndex) -> bool:
    verb = mention.verb
    if any(c.dep == "poss" and c.lower in ("my", "our") for c in mention.token.children):  # "MY visit"
        return True
    subject = surface_subject(verb) if is_verbal(verb) and not is_passive(verb) else None
    return subject is not None and subject.lower in class_words(index, "@first_person")


def _is_of_anybody(mention: Mention, index: TriggerIndex) -> bool:
    """ "YOU can bomb a town", "if ONE sends troops": whom these words mean, nobody can tell."""
    verb = mention.verb
    subject = surface_subject(verb) if is_verbal(verb) and not is_passive(verb) else None
    return subject is not None and subject.pos == "PRON" and subject.lower in class_words(index, "@generic")


def _is_calamity(mention: Mention, index: TriggerIndex) -> bool:
    """ "the VIRUS has killed thousands", "an EARTHQUAKE wounded ten"."""
    if not is_verbal(mention.verb):
        return False
    calamities = class_words(index, "@calamities")
    subject = surface_subject(mention.verb) if not is_passive(mention.verb) else None
    doers = [subject] if subject is not None else agents(mention.verb)
    nouns = (n for d in doers for n in (d, *prepositional(d, "of")))
    return any(n.lemma.lower() in calamities for n in nouns)


def _is_verbal_attack(mention: Mention, setting: Setting) -> bool:
    """ "the premier's ATTACK on the press": men of office attack with words."""
    if mention.token.lemma not in VERBAL_BLOWS or not mention.sources:
        return False
    actor = setting.who.actor(mention.sources[0])
    return (
        actor is not None
        and actor.kind in ("person", "media")
        and not (actor.code or "").endswith(("MIL", "REB", "UAF", "CRM"))
    )


def _is_by_a_thing(mention: Mention, setting: Setting, index: TriggerIndex) -> bool:
    """ "the FUNDS provide training", "the PANDEMIC threatens growth": no party wills it."""
    verb = mention.verb
    if not is_verbal(verb) or is_passive(verb):
        return mention.plover == "COERCE" and _is_by_things(verb, setting, index)
    if mention.plover == "COERCE":
        return False
    subject = surface_subject(verb)
    if subject is None or subject is mention.token or subject.pos != "NOUN" or subject.ent:
        return False
    if setting.who.of(subject) is not None:
        return False
    if mention.sources:  # "the terror NETWORK of the North" may act, "Iran's BEHAVIOUR" does not
        return subject.lemma in class_words(index, "@doings")
    return not any(subject.lemma in class_words(index, name) for name in AGENTS)


def _is_by_things(verb: Token, setting: Setting, index: TriggerIndex) -> bool:
    """ "the river is occupied BY BRIDGES" """
    nouns = agents(verb)
    return bool(nouns) and all(
        n.pos == "NOUN" and not n.ent and setting.who.of(n) is None
        and not any(n.lemma in class_words(index, name) for name in AGENTS)
        for n in nouns
    )  # fmt: skip


def _told(mention: Mention) -> bool:
    """Does a finite verb, or a verb that carries the noun, tell of a deed by nobody named?"""
    return mention.plover not in SPOKEN and (mention.token.pos == "VERB" or mention.carrier is not None)


def _of_others(mention: Mention, setting: Setting) -> bool:
    """ "promised that the REBELS would fail": he foretells, and binds nobody."""
    clause = mention.token.child("ccomp")
    subject = clause.child("nsubj", "nsubjpass") if clause is not None else None
    doer = setting.who.actor(setting.who.of(subject)) if subject is not None and subject.pos != "PRON" else None
    if doer is None or not mention.sources or doer.kind not in ("armed_group", "state", "population"):
        return False  # "the alliance", "the ministry" may be his own
    return not any(same_side(doer.id, source, setting) for source in mention.sources)


def _is_anybody(verb: Token, index: TriggerIndex) -> bool:
    """ "anyone who", "any person that", "states that": a rule or a kind, and no deed."""
    noun = verb.head
    if noun.pos == "PRON":
        return noun.lower in class_words(index, "@anybody")
    if noun.tag == "NNS" and verb.tag in ("VBP", "VBZ") and not verb.child("aux"):  # "states that trade with Rome"
        return not any(c.dep in ("det", "poss", "nummod", "amod", "compound") for c in noun.children)
    return noun.lemma in class_words(index, "@anybody") and any(
        c.dep == "det" and c.lower != "the" for c in noun.children
    )


def _is_not_told(mention: Mention) -> bool:
    """ "to lift sanctions", "spoke of LIFTING sanctions": no clause tells that it was done."""
    verb = mention.token
    unreal = mention.status in UNREAL and verb.tag in ("VB", "VBG")
    return unreal or (verb.tag == "VBG" and verb.dep == "pcomp")


def _is_private(actor: Actor, plover: str) -> bool:
    """People of no office, and firms; a people named ("Arabs") and a foreigner charged are matters of state."""
    if actor.kind not in ("population", "person", "group", "organisation"):
        return False
    if actor.kind == "population" and (actor.country is not None or actor.name[:1].isupper()):
        return False
    if plover not in FRIENDLY and (actor.country is not None or (actor.code or "").endswith("LAB")):
        return False  # what unions demand or threaten is political
    return actor.code is not None and actor.code.endswith(PRIVATE)


def _is_of_no_land(actor: Actor, *, private: bool) -> bool:
    """ "the mayor", "the treasurer", families and firms: nobody of another land, body or armed band."""
    return private or (actor.kind == "person" and actor.country is None and len(actor.code or "") <= 3)


def _is_service(mention: Mention, setting: Setting) -> bool:
    """ "traders travelled to Rome", "an engineer supported the agency", "the ministry worked with growers"."""
    sources = [actor for actor in map(setting.who.actor, mention.sources) if actor is not None]
    if mention.plover in FRIENDLY and sources and all(_is_private(actor, mention.plover) for actor in sources):
        return True
    targets = [actor for actor in map(setting.who.actor, mention.targets) if actor is not None]
    return mention.plover in ("COOPERATE", "AID", "CONSULT") and bool(targets) and all(
        actor.country is None and _is_private(actor, mention.plover) and not (actor.code or "").endswith("CVL")
        for actor in targets
    )  # fmt: skip


def _is_unknown(actor: Actor) -> bool:
    """A body or person of whom nothing is known: beside a firm it is a firm."""
    return actor.code is None and actor.country is None and actor.kind in ("organisation", "person")


def _only_the_crowd(mention: Mention, setting: Setting) -> bool:
    """Is the other side but people, of no country or of the speaker's own?"""
    own = {actor.country for actor in map(setting.who.actor, mention.sources) if actor is not None}
    others = [actor for actor in map(setting.who.actor, mention.targets) if actor is not None]
    return all(
        a.kind == "population" and (_is_private(a, "CONSULT") or ((a.code or "").endswith("CVL") and a.country in own))
        for a in others
    )
