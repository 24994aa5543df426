"""Deeds in a manner of speaking: help at home, business, blows at ideas, harm that is only imagined.

PLOVER's material types tell what one party did to another. "FEMA helps families", "an assault on abortion rights",
"to prevent future attacks" and "the firm took over a publisher" have their words, and tell no such deed. Which classes
there are was read by eye from draws of events over news, orders and briefings.
"""

from __future__ import annotations

from dragoman.extract.events.grammar import (
    agents,
    below,
    is_passive,
    is_verbal,
    prepositional,
    surface_subject,
    undergoers,
)
from dragoman.extract.events.match import counted
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import class_words
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Actor
from dragoman.resolve.attach import Setting

#: Types of help and work done together.
HELP = frozenset({"AID", "COOPERATE"})
#: Types of harm done.
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
#: What somebody fears or reckons with is told though it is not done.
WEIGHED = frozenset({"feared", "likely", "unlikely"})
UNREAL = frozenset({"considered", "conditional", "denied"})
#: Bodies of home politics: who works with them is of their land.
HOME_BODIES = ("LEG", "PTY")
#: Roles (PLOVER actor codes) of people and offices that, with no land named, are the doer's own.
AT_HOME = ("CVL", "LAB", "BUS", "EDU", "HLH", "MED", "AGR", "COP", "JUD", *HOME_BODIES)
#: Prepositions behind which the object of a blow stands: "an assault ON rights".
BEHIND_BLOW = ("on", "against", "of", "at")


def no_deed(mention: Mention, setting: Setting, index: TriggerIndex) -> str | None:
    """Why the mention is no deed of one party toward another, or None."""
    if _is_by_the_way(mention, index):
        return "told by the way, of nobody named"
    if mention.plover in HELP:
        return _no_help(mention, setting, index)
    if mention.plover == "PROTEST" and mention.sources and _is_campaign(mention, setting):
        return "a rally of a campaign"
    if mention.plover == "SANCTION" and mention.token.pos == "NOUN" and not (mention.sources or mention.targets):
        return "sanctions as a topic"
    if mention.plover not in HARM:
        return None
    if _on_an_idea(mention, index) or _is_by_an_idea(mention, setting, index):
        return "a blow in a manner of speaking"
    if mention.plover != "ASSAULT" and _on_home_matter(mention, setting, index):
        return "a rule of home politics"
    if mention.plover == "COERCE" and not mention.sources and _is_by_doings(mention, index):
        return "what a thing does"
    if mention.plover == "COERCE" and _is_business(mention, setting):
        return "business between firms"
    if mention.plover == "ASSAULT" and _is_gear(mention, setting, index):
        return "gear described"
    if mention.plover == "ASSAULT" and mention.token.pos == "PROPN" and mention.mutual and not mention.targets:
        return "the name of an occasion"  # "the Battle of Lepanto"
    if mention.plover == "ASSAULT" and _is_imagined(mention, setting):
        return "a danger, and no deed"
    return None


def _no_help(mention: Mention, setting: Setting, index: TriggerIndex) -> str | None:
    """Help to nobody, of nobody, or of a land's own offices for its own people, is no help between parties."""
    sources = [actor for actor in map(setting.who.actor, mention.sources) if actor is not None]
    targets = [actor for actor in map(setting.who.actor, mention.targets) if actor is not None]
    if mention.plover == "AID" and not targets:
        bare = len(mention.words) == 1 and is_verbal(mention.token)
        if not sources or (not mention.named and (bare or mention.status in UNREAL)):
            return "help to nobody known"
    if mention.plover == "AID" and not sources and mention.token.tag in ("VB", "VBG"):
        return "help by nobody named"
    if any(t.lemma in class_words(index, "@peril") for t in below(mention.verb)):
        return None  # "soldiers rescued two HOSTAGES"
    if not sources and targets and all(_is_anybodys(actor) for actor in targets):
        return None if _names_a_land(mention, setting, set()) else "work of nobody named"
    if targets and all(_is_at_home(actor, sources, mention, setting) for actor in targets):
        return "the work of a government at home"
    return None


def _is_anybodys(actor: Actor) -> bool:
    """People and offices of no land named."""
    return actor.country is None and (actor.code is None or actor.code.endswith(AT_HOME))


def _is_at_home(target: Actor, sources: list[Actor], mention: Mention, setting: Setting) -> bool:
    """Is the target of the doer's own land, or people and offices of no land in a clause that names none?"""
    if not sources:
        return False
    lands = {actor.country for actor in sources}
    bodies = any((actor.code or "").endswith(HOME_BODIES) for actor in (target, *sources))
    if None in lands:  # "the President works with the SENATE", "the MAYORS help families"
        official = all(actor.country is not None or _is_of_office(actor) for actor in sources)
        return official and (
            bodies or target.kind == "agency" or (_is_anybodys(target) and not _names_a_land(mention, setting, lands))
        )
    if target.country is not None:
        return lands == {target.country} and target.kind != "armed_group"
    if bodies and target.kind == "person":
        return True  # "the deputies work with the President"
    return _is_anybodys(target) and not _names_a_land(mention, setting, lands)


def _is_of_office(actor: Actor) -> bool:
    """An office or body of home politics of which no land is told."""
    return (actor.code or "").endswith(("GOV", "ELI", "MED", *HOME_BODIES))


def _names_a_land(mention: Mention, setting: Setting, own: set[str | None]) -> bool:
    for token in below(mention.verb):
        if token.pos != "PROPN" and token.pos != "ADJ":
            continue
        if setting.place_at(token) is not None:
            return True
        actor = setting.who.actor(setting.who.of(token))
        if actor is not None and actor.country is not None and actor.country not in own:
            return True
    return False


def _on_an_idea(mention: Mention, index: TriggerIndex) -> bool:
    """ "an assault on the RIGHTS of women", "attacked the CONSTITUTION": no party is struck."""
    if mention.plover != "ASSAULT":
        return False
    ideas = class_words(index, "@ideas")
    token = mention.token
    nouns = undergoers(token) if is_verbal(token) else [n for by in BEHIND_BLOW for n in prepositional(token, by)]
    nouns = [m for n in nouns for m in (prepositional(n, "of") if n.pos == "ADJ" else (n,))]  # "so many OF our rights"
    return bool(nouns) and all(any(c.lemma in ideas and c.pos == "NOUN" for c in counted(n)) for n in nouns)


def _is_by_an_idea(mention: Mention, setting: Setting, index: TriggerIndex) -> bool:
    """ "people were struck by the CHANGES", "hit by a rise in PRICES": what strikes them is no deed."""
    verb = mention.token
    if mention.plover != "ASSAULT" or mention.sources or not is_verbal(verb) or not is_passive(verb):
        return False
    doers = [n for d in agents(verb) for n in (d, *prepositional(d, "of"))]
    ideas = class_words(index, "@ideas") | class_words(index, "@abstract")
    return any(n.lemma in ideas and setting.who.of(n) is None for n in doers)


def _on_home_matter(mention: Mention, setting: Setting, index: TriggerIndex) -> bool:
    """ "ban ABORTION", "restrict access to BIRTH CONTROL": of law at home, where no other land is meant."""
    matters = class_words(index, "@home_matters")
    if not any(t.lemma in matters for t in below(mention.token)):
        return False
    return all(
        (actor := setting.who.actor(t)) is None or actor.country is None or actor.kind != "state"
        for t in mention.targets
    )


def _is_business(mention: Mention, setting: Setting) -> bool:
    """ "the group tried to take over PUBLISHER PRESS INC", "BANKS pressured the dollar": no side of politics."""
    targets = [actor for actor in map(setting.who.actor, mention.targets) if actor is not None]
    sources = [actor for actor in map(setting.who.actor, mention.sources) if actor is not None]
    if not (targets or sources) or not all((actor.code or "").endswith("BUS") for actor in targets):
        return False
    return all(actor.code is None or actor.code.endswith("BUS") for actor in sources)


def _is_imagined(mention: Mention, setting: Setting) -> bool:
    """ "to prevent future attacks", "when hospitals are attacked": harm by nobody that is not done or feared."""
    if mention.sources or mention.named or mention.status not in UNREAL or mention.modality in WEIGHED:
        return False
    if mention.status == "denied" and mention.token.tag in ("VBD", "VBN", "VBZ", "VBP"):
        return False  # "no state attacked Chad" says so
    struck = (setting.who.actor(target) for target in mention.targets)
    return mention.status != "conditional" or not any(a is not None and a.kind == "state" for a in struck)


def _is_by_the_way(mention: Mention, index: TriggerIndex) -> bool:
    """ "sanctions REMOVED by the deal", "OCCUPIED lands": a participle that only marks a thing, with no party to it."""
    token = mention.token
    if mention.plover == "ASSAULT" or token.tag not in ("VBN", "VBD"):
        return False
    if token.lower in class_words(index, "@marks") and token.child("nsubj", "nsubjpass", "agent", "aux") is None:
        thing = token.child("dobj")
        if thing is not None and all(c.dep not in ("det", "poss") for c in thing.children):
            return True
    order = token.tag == "VBN" and token.dep == "acl" and not (mention.sources or mention.targets or mention.named)
    if order and mention.plover == "COERCE" and mention.cameo.startswith("172"):
        return True  # "the emergency DECLARED in an order of 2015"
    bare = token.tag == "VBN" and token.child("nsubj", "nsubjpass", "aux", "auxpass", "dobj") is None
    return bare and mention.status == "background" and not (mention.sources or mention.targets or mention.named)


def _is_by_doings(mention: Mention, index: TriggerIndex) -> bool:
    """ "the MEASURES will freeze their assets" """
    verb = mention.verb
    subject = surface_subject(verb) if is_verbal(verb) and not is_passive(verb) else None
    return subject is not None and subject.pos == "NOUN" and subject.lemma in class_words(index, "@doings")


def _is_gear(mention: Mention, setting: Setting, index: TriggerIndex) -> bool:
    """ "the tank can hit moving targets": a weapon is described, and nobody struck."""
    if mention.targets or len(mention.sources) != 1 or not is_verbal(mention.verb):
        return False
    actor = setting.who.actor(mention.sources[0])
    gear = class_words(index, "@arms")
    return actor is not None and actor.country is None and actor.name.lower().split(" ")[-1] in gear


def _is_campaign(mention: Mention, setting: Setting) -> bool:
    """ "the PRESIDENT's rally": men of office gather voters, and protest against nobody."""
    sources = [actor for actor in map(setting.who.actor, mention.sources) if actor is not None]
    return not mention.targets and all(a.kind == "person" and (a.code or "").endswith(("GOV", "ELI")) for a in sources)
