"""In which capacity somebody speaks: from the actor's offices, code and kind, and from the noun the text uses.

The holder of an office speaks as an official whether named or not ("the Finnish foreign minister"); a common noun
without a name ("a senior official", "diplomats") is an anonymous official.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast, get_args

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.hollow import keeps_name
from dragoman.extract.statements.speaker import actor_of
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Actor, Statement, Token
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
    noun = subject.lower if subject is not None and subject.pos == "NOUN" else ""
    found, office = (_of_roles(actor, speech) if actor is not None else None) or (None, False)
    if found is None and noun:
        found, office = _known(noun, speech) or (None, False)
    if found is None and actor is not None:
        found = KINDS.get(actor.kind) or _of_code(actor)
    if found == "official" and not _named(actor) and not (office and not _indefinite(subject)):
        return "anonymous_official"
    return found


def unname(
    statements: list[Statement], dropped: list[tuple[Candidate, str]], setting: Setting, speech: SpeechIndex
) -> list[Statement]:
    """The statements, those of a source that "declined to be named" by an anonymous official."""
    hidden = {actor_of(c.subject, setting, speech)[0] for c, _ in dropped if keeps_name(c, speech)}
    hidden = {i for i in hidden if i is not None and not _named(setting.who.actor(i))}
    if not hidden:
        return statements
    return [
        replace(s, capacity="anonymous_official", because=(*s.because, "statement.name-withheld"))
        if s.speaker in hidden and s.capacity == "official"
        else s
        for s in statements
    ]


def _of_roles(actor: Actor, speech: SpeechIndex) -> tuple[Capacity, bool] | None:
    for role in actor.roles:
        words = role.title.lower().split()
        for start in range(len(words)):  # "deputy foreign minister" speaks as a foreign minister
            known = _known(" ".join(words[start:]), speech)
            if known:
                return known
    return None


def _known(words: str, speech: SpeechIndex) -> tuple[Capacity, bool] | None:
    """(capacity, whether it is an office that few hold)."""
    known = speech.capacities.get(words)
    return (cast(Capacity, known[0]), known[1]) if known is not None and known[0] in KNOWN else None


def noun_capacity(noun: str, speech: SpeechIndex) -> Capacity | None:
    """The capacity that a common noun for somebody tells ("envoy": official), or None."""
    known = _known(noun, speech)
    return known[0] if known is not None else None


def _of_code(actor: Actor) -> Capacity | None:
    code = actor.code or ""
    for start in range(0, len(code), 3):
        if code[start : start + 3] in STATE:
            return "official"
    return None


def _indefinite(subject: Token | None) -> bool:
    """ "a minister", "one minister": one of several, and the text does not say which."""
    return subject is not None and any(c.lower in ("a", "an", "one", "some", "another") for c in subject.children)


def _named(actor: Actor | None) -> bool:
    """Whether the actor is called by a name; a state or body needs none."""
    if actor is None:
        return False
    if actor.kind not in ("person", "group", "population"):
        return True
    return actor.kind == "person" and any(m.form == "name" for m in actor.mentions)
