"""Mention: one place in the text that names an act, while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.lexicon.triggers import Trigger
from dragoman.records import Span, Token
from dragoman.records.vocab import EventStatus, Modality, PloverType

NOWHERE = Span(0, 0)


@dataclass(slots=True, eq=False)
class Mention:
    """`words` are the trigger's tokens, head word first; `carrier` the verb that carries an event noun, or None.

    `named`: a party stands there by name, though it is no known actor.
    `power`: a body of power stands as doer, though the text does not say of which state ("the junta").
    `turned`: what a side says it will do, read as a promise, refusal or threat; `speaker`: who says so.
    `judged`: a verdict on a deed or measure, or a call that something end: an act even where nobody's name stands by.
    """

    token: Token
    words: list[Token]
    trigger: Trigger
    carrier: Token | None
    plover: PloverType
    cameo: str
    mode: str | None
    mutual: bool = False
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    status: EventStatus = "occurred"
    modality: Modality | None = None
    begin: str | None = None
    end: str | None = None
    place: int | None = None
    object: Span | None = None
    condition: Span | None = None
    evidence: Span = NOWHERE
    said_in: str | None = None
    governor: Mention | None = None
    inner: Mention | None = None
    named: bool = False
    power: bool = False
    judged: bool = False
    turned: bool = False
    speaker: tuple[str, ...] = ()
    dropped: str | None = None
    because: list[str] = field(default_factory=list)

    @property
    def duty(self) -> bool:
        """Is it a modal verb that lays a duty on somebody ("must withdraw")?"""
        return self.trigger.sources == ("said",) and self.plover == "REQUEST"

    @property
    def needs_doer(self) -> bool:
        """Does its row hold only where somebody is known to do it?"""
        return any(all(kind == "source" for kind, _ in need) for need in self.trigger.needs)

    @property
    def verb(self) -> Token:
        """The word whose clause this is: the verb itself, the carrier, or the noun."""
        return self.carrier if self.carrier is not None else self.token
