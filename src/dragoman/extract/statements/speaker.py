"""Who speaks: the actor of the noun phrase that the grammar makes the source."""

from __future__ import annotations

from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Heads that only count or select: "one of the officials" speaks as the official.
PARTITIVE = frozenset(
    {"one", "some", "many", "most", "several", "all", "both", "two", "three", "few", "none", "member"}
)


def actor_of(head: Token | None, setting: Setting) -> tuple[str | None, str]:
    """(actor id, rule) of the noun phrase with this head; (None, rule) where the text does not say who."""
    if head is None:
        return None, "speaker.unnamed"
    actor = setting.who.of(head)
    if actor is not None:
        return actor, "speaker.subject-of-cue"
    for child in head.children:
        if child.dep == "appos" and (actor := setting.who.of(child)) is not None:
            return actor, "speaker.apposition"
    if head.lower in PARTITIVE:
        of = head.child("prep")
        inner = of.child("pobj") if of is not None and of.lower == "of" else None
        if inner is not None and (actor := setting.who.of(inner)) is not None:
            return actor, "speaker.one-of"
    for child in head.children:
        if child.dep in ("compound", "nmod", "flat") and child.ent == "PERSON":
            actor = setting.who.of(child)
            if actor is not None:
                return actor, "speaker.name-before"
    return None, "speaker.unresolved"
