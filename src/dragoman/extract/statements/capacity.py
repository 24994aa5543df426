"""In which capacity somebody speaks: from the actor's offices, code and kind, and from the noun the text uses."""

from __future__ import annotations

from typing import cast, get_args

from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Actor, Token
from dragoman.records.vocab import Capacity
from dragoman.resolve.attach import Setting

KNOWN = frozenset(get_args(Capacity))
#: CAMEO sectors whose bearers speak for a state.
STATE = ("GOV", "MIL", "COP", "JUD", "SPY", "LEG", "IGO", "ELI")
KINDS: dict[str, Capacity] = {"state": "official", "agency": "official", "military": "official", "media": "media",
                              "armed_group": "armed_group"}  # fmt: skip


def capacity_of(speaker: str | None, subject: Token | None, setting: Setting, speech: SpeechIndex) -> Capacity | None:
    """The capacity of a statement's speaker, or None where neither an office nor a common noun tells it."""
    actor = setting.who.actor(speaker)
    if actor is None:
        return _of_noun(subject, speech) if subject is not None and subject.pos == "NOUN" else None
    found = _of_roles(actor, speech)
    named = _named(actor, setting)
    if found is None and subject is not None and subject.pos == "NOUN":
        found = _of_noun(subject, speech)
    if found is None:
        found = KINDS.get(actor.kind) or _of_code(actor)
    if found == "official" and not named:
        return "anonymous_official"
    return found


def _of_roles(actor: Actor, speech: SpeechIndex) -> Capacity | None:
    for role in actor.roles:
        words = role.title.lower().split()
        for start in range(len(words)):  # "deputy foreign minister" speaks as a foreign minister
            known = speech.capacities.get(" ".join(words[start:]))
            if known:
                return cast(Capacity, known[0])
    return None


def _of_noun(noun: Token, speech: SpeechIndex) -> Capacity | None:
    known = speech.capacities.get(noun.lower) or speech.capacities.get(noun.lemma.lower())
    if known is None or known[0] not in KNOWN:
        return None
    return "anonymous_official" if known[0] == "official" else cast(Capacity, known[0])


def _of_code(actor: Actor) -> Capacity | None:
    code = actor.code or ""
    if code.startswith("IGO"):
        return "official"
    for start in range(0, len(code), 3):
        if code[start : start + 3] in STATE:
            return "official"
    return None


def _named(actor: Actor, setting: Setting) -> bool:
    """Whether the text ever calls the actor by a name (or it is a state or body, which needs none)."""
    if actor.kind not in ("person", "group", "population"):
        return True
    return (
        any(m.form in ("name", "title") for m in actor.mentions) and actor.name[:1].isupper() and actor.kind == "person"
    )
