"""Who stands on whose side of a position: the speaker's own, the one spoken to, the other one that is named."""

from __future__ import annotations

from dragoman.records import Span, Statement, Token
from dragoman.resolve.attach import Setting

OWN = frozenset({"we", "i"})
BACK = frozenset({"it", "he", "she", "they"})
PARTIES = frozenset({"state", "organisation", "person", "armed_group", "agency", "group", "military"})
SIDES = frozenset({"state", "organisation", "person", "armed_group"})


def is_own(subject: Token, statement: Statement, setting: Setting) -> bool:
    """The speaker's own side: "we", himself, or his state; "it was ready" behind "Kenya said"."""
    who = setting.who
    bare = subject.pos == "PRON" and who.of(subject) is None
    if subject.lower in OWN or (bare and subject.lower in BACK and statement.kind == "indirect"):
        return True
    return one_side(who.of(subject), statement.speaker, setting)


def one_side(one_id: str | None, other_id: str | None, setting: Setting) -> bool:
    """Two actors that are the same, or of the same country."""
    one, other = setting.who.actor(one_id), setting.who.actor(other_id)
    return bool(one and other and (one.id == other.id or (one.country and one.country == other.country)))


def party(actor_id: str | None, setting: Setting) -> str | None:
    """The actor itself if it can be a side of a quarrel."""
    actor = setting.who.actor(actor_id)
    return actor.id if actor is not None and actor.kind in PARTIES else None


def addressed(statement: Statement, setting: Setting) -> str | None:
    """The one spoken to, unless it is a medium or a crowd that only hears it."""
    cues = [t for span in statement.cue for t in setting.parsed.tokens_in(span)]
    objects = [setting.who.of(o) for t in cues if (o := t.child("dobj", "dative"))]
    return next((a for actor_id in (statement.addressee, *objects) if (a := party(actor_id, setting))), None)


def other_side(evidence: Span, speaker: str, setting: Setting) -> str | None:
    """The first state, body or person of another country that the words name."""
    for link in setting.who.links_in(evidence):
        actor = setting.who.actor(link.actor)
        if actor is None or actor.kind not in SIDES or one_side(link.actor, speaker, setting):
            continue
        return link.actor
    return None
