"""On whom the sanctions lie, where the clause leaves it to what is told beside or elsewhere.

"Rome left the accord and IMPOSED SANCTIONS ON CHAD": the step out of the accord is aimed at Chad, too. "Chad cannot pay
because of ROMAN SANCTIONS": they are those of which the article tells that they lie on Chad.
"""

from __future__ import annotations

from dragoman.extract.events.grammar import NOMINAL, is_verbal
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import class_words, same_side, slot_nouns
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.resolve.attach import Setting

#: CAMEO codes of sanctions imposed and lifted.
IMPOSED, LIFTED = "163", "085"
#: Prepositions behind which those who suffer them stand.
BORNE = ("on", "against", "to", "for")


def share_sanctions(mentions: list[Mention], setting: Setting, index: TriggerIndex) -> None:
    """Give sanctions without a target the one that the clause beside them, or the whole article, tells of."""
    known = [m for m in mentions if m.plover == "SANCTION" and m.targets]
    if not known:
        return
    sole = _sole_target([m for m in known if m.cameo[:3] == IMPOSED], setting)
    for mention in mentions:
        if mention.targets or mention.plover not in ("SANCTION", "RETREAT"):
            continue
        found = _beside(mention, known) if mention.plover == "SANCTION" else ()
        if not found and mention.cameo[:3] in (IMPOSED, LIFTED) and _bare(mention, index):
            found = sole
        if found and not any(same_side(t, s, setting) for t in found for s in mention.sources):
            mention.targets = found
            mention.because.append("events.same-sanctions")


def _beside(mention: Mention, known: list[Mention]) -> tuple[str, ...]:
    """The target of a sanction told in a coordinated clause of the same doer."""
    verb = mention.verb
    for other in known:
        if mention.sources != other.sources or not (is_verbal(verb) and is_verbal(other.verb)):
            continue
        link = other.verb if other.verb.head is verb else verb
        if link.dep in ("conj", "advcl") and link.head in (verb, other.verb):
            return other.targets
    return ()


def _sole_target(known: list[Mention], setting: Setting) -> tuple[str, ...]:
    """The state on which all sanctions of the article lie; nobody, where they lie on several lands."""
    lands: dict[str, str] = {}
    for mention in known:
        for target in mention.targets:
            actor = setting.who.actor(target)
            if actor is None or actor.country is None:
                return ()
            if actor.kind == "state":
                lands[actor.country] = target
            else:
                lands.setdefault(actor.country, "")
    if len(lands) != 1:
        return ()
    state = next(iter(lands.values()))
    return (state,) if state else ()


def _bare(mention: Mention, index: TriggerIndex) -> bool:
    """Are the sanctions named without those on whom they lie?"""
    words = class_words(index, "@sanctions")
    nouns = [w for w in mention.words if w.pos in NOMINAL and w.lemma in words]
    return bool(nouns) and not any(True for slot in BORNE for _ in slot_nouns(slot, nouns, mention.carrier))
