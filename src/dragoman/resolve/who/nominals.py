"""Definite phrases that take up an actor named before: "the alliance", "the minister", "the two diplomats"."""

from __future__ import annotations

from collections import Counter

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import ActorIndex
from dragoman.records import Role, Token
from dragoman.resolve.who.cast import Cast, Draft
from dragoman.resolve.who.discourse import Discourse
from dragoman.resolve.who.marks import TermMark
from dragoman.resolve.who.names import state_draft
from dragoman.resolve.who.phrases import Context
from dragoman.resolve.who.pronouns import group_of

#: A larger number is no set of actors that the text has named one by one.
MANY = 6
POINTING = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "our", "his", "her"})


def points_back(mark: TermMark, context: Context) -> bool:
    """Is this a phrase that may mean somebody named before?"""
    if context.names or context.bodies or context.boss or context.joined:
        return False
    if len(context.countries) == 1 and context.determiner == "the" and not mark.term.plural and not context.of_name:
        return mark.term.use in ("office", "agent")
    return context.determiner in POINTING and not context.countries


def holds(role: Role, mark: TermMark, actors: ActorIndex) -> bool:
    """Does "the minister" fit a deputy foreign minister, "the foreign minister" only a foreign minister?"""
    title = role.title.lower()
    words = " ".join(mark.term.words).replace(" - ", "-")
    if title == words:
        return True
    parts = title.split()
    if len(mark.term.words) > 1 or mark.term.head not in parts:
        return False
    return mark.term.head in actors.nominal_kinds or not any(actors.title_words.get(w) == "deputy" for w in parts)


class Nominals:
    """Finds the actor that a definite phrase takes up."""

    def __init__(self, cast: Cast, discourse: Discourse, kit: Kit) -> None:
        self.cast, self.discourse, self.kit = cast, discourse, kit

    def antecedent(self, mark: TermMark, context: Context, head: Token) -> tuple[Draft, str] | None:
        """The actor and the rule, or None."""
        term = mark.term
        if term.use == "collective" and (named := self._organisation(mark, context, head)) is not None:
            return named
        if term.plural:
            return self._several(mark, context, head)
        if context.determiner in ("its", "their", "both"):
            return None
        if context.countries:
            return self._person(mark, context, head)
        return (
            self._organisation(mark, context, head)
            or self._state(mark, head)
            or self._person(mark, context, head)
            or self._same_noun(mark, context, head)
        )

    def _organisation(self, mark: TermMark, context: Context, head: Token) -> tuple[Draft, str] | None:
        words = " ".join(mark.term.words)
        longer = " ".join([*reversed(context.modifiers[:1]), words])
        known = self.kit.actors.takes_up.get(longer) or self.kit.actors.takes_up.get(words) or frozenset()
        for sighting in self.discourse.recent(head):
            if sighting.draft.key[-1] in known and sighting.draft.key[0] == "organisation":
                return sighting.draft, "nominal.organisation"
        return None

    def _state(self, mark: TermMark, head: Token) -> tuple[Draft, str] | None:
        if mark.term.kind != "state" or mark.term.use != "nominal":
            return None
        acting = {id(s.draft) for s in self.discourse.before(head) if s.head.dep in ("nsubj", "poss", "conj")}
        for sighting in self.discourse.recent(head, 1):
            if sighting.draft.kind == "state" and (id(sighting.draft) not in acting or head.dep in ("nsubj", "poss")):
                return sighting.draft, "nominal.state"
        return None

    def _person(self, mark: TermMark, context: Context, head: Token) -> tuple[Draft, str] | None:
        """ "the minister" after Foreign Minister Dmytro Kuleba; "the diplomat" after any official."""
        if mark.term.kind != "person":
            return None
        noun = mark.term.head
        country = context.countries[0] if context.countries else None
        found: dict[int, Draft] = {}
        for sighting in self.discourse.recent(head, 6):
            draft = sighting.draft
            if country and draft.country != country:
                continue
            if (
                draft.kind == "person"
                and draft.named
                and any(holds(role, mark, self.kit.actors) for role in draft.roles)
            ):
                found.setdefault(id(draft), draft)
        if found:
            return next(iter(found.values())), "nominal.office"
        if self.kit.actors.nominal_kinds.get(noun) == "person" and len(mark.term.words) == 1:
            for sighting in self.discourse.recent(head, 3):
                draft = sighting.draft
                if country and draft.country != country:
                    continue
                if draft.kind == "person" and draft.named and (draft.code or "").endswith(mark.term.sector or "GOV"):
                    return draft, "nominal.official"
        return None

    def _same_noun(self, mark: TermMark, context: Context, head: Token) -> tuple[Draft, str] | None:
        """ "the militia" after "a Syrian militia", "the group" after any armed group or organisation near it."""
        noun = mark.term.head
        whole = len(mark.term.words) > 1 and mark.term.use == "body"
        for sighting in self.discourse.recent(head, 5):
            if whole and sighting.draft.key[:2] != ("body", mark.term.key):
                continue  # "the trade ministry" is not the ministry of agriculture
            if (
                sighting.draft.noun == noun
                and not sighting.draft.plural
                and sighting.draft.kind not in ("person", "state")
            ):
                return sighting.draft, "nominal.same-noun"
        if mark.term.use == "nominal" and mark.term.kind == "armed_group" and not context.modifiers:
            for sighting in self.discourse.recent(head, 2):
                if sighting.draft.kind in ("armed_group", "organisation"):
                    return sighting.draft, "nominal.group"
        return None

    def _several(self, mark: TermMark, context: Context, head: Token) -> tuple[Draft, str] | None:
        """ "the two diplomats", "both sides", "the three countries"; and "the rebels" after "Syrian rebels"."""
        number = self._number(mark, context)
        term = mark.term
        if number is None and context.determiner in POINTING:
            for sighting in self.discourse.recent(head, 8):
                if sighting.draft.noun == term.head and sighting.draft.plural and sighting.draft.kind != "person":
                    return sighting.draft, "nominal.same-noun"
        kind = self.kit.actors.nominal_kinds.get(term.words[-1])
        if kind == "party":
            return self._parties(number or 2, head)
        if kind == "state" and term.use in ("nominal", "collective"):
            return self._states(number or 2, head)
        if kind == "person" or (term.use in ("office", "agent", "collective") and term.sector in ("GOV", None)):
            return self._persons(number, mark, head) if number else None
        return None

    def _persons(self, number: int, mark: TermMark, head: Token) -> tuple[Draft, str] | None:
        """The last so many persons of whom the noun may be said, in order of the text."""
        noun = mark.term.head
        general = noun in self.kit.actors.nominal_kinds
        single = noun.removesuffix("s")
        ruling = mark.term.use in ("office", "collective")
        found: dict[int, Draft] = {}
        for sighting in self.discourse.recent(head, 4):
            draft = sighting.draft
            if draft.kind != "person" or not draft.named or len(found) == number:
                continue
            if ruling and any(d is not draft and draft.country and d.country == draft.country for d in found.values()):
                continue  # "the two leaders" are of two states
            official = mark.term.sector is None or (draft.code or "").endswith(mark.term.sector)
            if (general and official) or any(single in role.title.lower().split() for role in draft.roles):
                found.setdefault(id(draft), draft)
        if len(found) != number:
            return None
        return group_of(self.cast, list(reversed(found.values())), "group.parties"), "nominal.several"

    def _parties(self, number: int, head: Token) -> tuple[Draft, str] | None:
        """The sides of talks or a fight: states, or a state and those who fight it, of this or the last sentence."""
        rows = [*self.discourse.back(head, 1), self.discourse.by_sentence.get(head.sent, [])]
        near = {id(s.draft): s.draft for row in rows for s in row if s.draft.kind in ("state", "armed_group")}
        if any(draft.kind == "armed_group" for draft in near.values()):
            sides = list(near.values())
            return (group_of(self.cast, sides, "group.parties"), "nominal.several") if len(sides) == number else None
        return self._states(number, head)

    def _number(self, mark: TermMark, context: Context) -> int | None:
        tokens = self.cast.parsed.tokens
        words = [context.determiner, *(tokens[i].lower for i in range(context.start, mark.first))]
        found = (self.kit.actors.numbers.get(word) for word in words)
        return next((n for n in found if n is not None and 1 < n <= MANY), None)

    def _states_near(self, number: int, head: Token) -> list[Draft] | None:
        """The states of this and the two sentences before, where so many stand out: a person counts for his state."""
        weight: Counter[str] = Counter()
        for sighting in self.discourse.recent(head, 2):
            draft = sighting.draft
            if draft.country and draft.kind in ("state", "person", "agency"):
                weight[draft.country] += 1 if draft.kind == "state" else 2
        top = weight.most_common(number + 1)
        if len(top) < number or (len(top) > number and top[number][1] == top[number - 1][1]):
            return None
        order = list(dict.fromkeys(s.draft.country for s in self.discourse.recent(head, 2)))
        chosen = sorted((country for country, _ in top[:number]), key=order.index, reverse=True)
        return [state_draft(self.cast, self.kit, country) for country in chosen]

    def _states(self, number: int, head: Token) -> tuple[Draft, str] | None:
        """So many states: the subjects of the same sentence, those that stand out near it, or the most named before."""
        row = self.discourse.by_sentence.get(head.sent, [])
        here = {s.draft.serial: s.draft for s in row if s.draft.kind == "state" and s.head.dep == "nsubj"}
        found = list(here.values()) if len(here) == number else self._states_near(number, head)
        if found is None:
            count = Counter(s.draft.serial for s in self.discourse.recent(head, 6) if s.draft.kind == "state")
            drafts = {s.draft.serial: s.draft for s in self.discourse.recent(head, 6)}
            found = [drafts[serial] for serial, _ in count.most_common(number)]
        if len(found) != number:
            return None
        return group_of(self.cast, found, "group.parties"), "nominal.several"
