"""Link and Who: what `find_who` gives to all extractors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.records import Actor, Span, Token
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
    _unnamed: frozenset[str] = frozenset()

    def link_of(self, token: Token) -> Link | None:
        return self._by_token.get(token.i)

    def of(self, token: Token) -> str | None:
        link = self._by_token.get(token.i)
        return link.actor if link else None

    def actor(self, actor_id: str | None) -> Actor | None:
        return self._by_id.get(actor_id) if actor_id else None

    def links_in(self, span: Span) -> tuple[Link, ...]:
        return tuple(link for link in self.links if span.contains(link.span))

    def kept(self, used: Iterable[str | None]) -> tuple[Actor, ...]:
        """The actors of the record: all that have a name, and of the unnamed those in `used` and their members.

        "Residents" or "a senior official" is an actor of the article only if some record points to it; so is a state
        that is only a place in the article. A group of named actors ("both sides") is kept.
        """
        wanted = {i for i in used if i}
        named = {a.id for a in self.actors} - self._unnamed
        wanted.update(a.id for a in self.actors if a.members and named.issuperset(a.members))
        for actor in self.actors:
            if actor.members and (actor.id in wanted or actor.id not in self._unnamed):
                wanted.update(actor.members)
        return tuple(a for a in self.actors if a.id not in self._unnamed or a.id in wanted)
