"""Mention: one place in the text that names an act, while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.lexicon.triggers import Trigger
from dragoman.records import Span, Token
from dragoman.records.vocab import EventStatus, Modality


@dataclass(slots=True, eq=False)
class Mention:
    """`words` are the trigger's tokens, head word first; `carrier` the verb that carries an event noun, or None."""

    token: Token
    words: list[Token]
    trigger: Trigger
    carrier: Token | None
    plover: str
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
    evidence: Span = Span(0, 0)
    said_in: str | None = None
    governor: Mention | None = None
    inner: Mention | None = None
    dropped: str | None = None
    because: list[str] = field(default_factory=list)

    @property
    def verb(self) -> Token:
        """The word whose clause this is: the verb itself, the carrier, or the noun."""
        return self.carrier if self.carrier is not None else self.token
