"""Who: the actors of an article and which words mean them. What `find_who` gives to all extractors.

Example: in "Moscow insists", `who.of(token of Moscow)` is the id of the Russian government.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.kit import Kit
from dragoman.records import Actor, Parsed, Span, Token
from dragoman.records.vocab import MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A mention and whom we take it for; `head` is the head token of its noun phrase; `because` the rule and row."""

    span: Span
    head: Token
    actor: str
    form: MentionForm
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Who:
    """All actors and links of an article.

    `of(token)`: the actor meant by the noun phrase whose head is this token (by any token of a name: "Wendy" too).
    """

    actors: tuple[Actor, ...] = ()
    links: tuple[Link, ...] = ()
    _by_token: dict[int, Link] = field(default_factory=dict)
    _by_id: dict[str, Actor] = field(default_factory=dict)

    def link_of(self, token: Token) -> Link | None:
        return self._by_token.get(token.i)

    def of(self, token: Token) -> str | None:
        link = self._by_token.get(token.i)
        return link.actor if link else None

    def actor(self, actor_id: str | None) -> Actor | None:
        return self._by_id.get(actor_id) if actor_id else None

    def links_in(self, span: Span) -> tuple[Link, ...]:
        return tuple(link for link in self.links if span.contains(link.span))


def find_who(parsed: Parsed, kit: Kit) -> Who:
    """The actors of the article."""
    return Who()
