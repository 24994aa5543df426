"""Actor and Mention: who is spoken of, and every place where."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.vocab import ActorKind, MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or function the text gives a person: title, the organisation's name, ISO 3166-1 alpha-3 country."""

    title: str
    organisation: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What the paper wrote, and in which form."""

    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor of the article; `country` is ISO 3166-1 alpha-3, `code` a CAMEO actor code (USAGOV), `members` ids."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    roles: tuple[Role, ...] = ()
    code: str | None = None
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    because: tuple[str, ...] = ()
