"""Unnamed persons by office or calling: "Ukraine's deputy prime minister", "a senior official", and appositions.

An office beside a name tells of that person; an office whose one holder the article names is that person.
"""

from __future__ import annotations

from typing import TypeGuard

from dragoman.records import Token
from dragoman.records.vocab import ActorKind
from dragoman.resolve.who.cast import Draft, Sighting
from dragoman.resolve.who.codes import Standing, code_of, standing_of
from dragoman.resolve.who.marks import TermMark
from dragoman.resolve.who.people import learn
from dragoman.resolve.who.phrases import JOINERS, Context
from dragoman.resolve.who.scribe import Scribe

#: Kinds that a noun in the singular keeps; other agents in the singular are persons ("an official").
STANDING = frozenset({"agency", "military", "media", "organisation"})
#: Determiners after which an office is not that of somebody known.
OTHERS = frozenset({"a", "an", "another", "some", "any", "no"})
#: Words for the head of an organisation, whatever his title is (the column `chief` of the organisations).
CHIEFS = frozenset({"chief", "head", "boss"})
#: What closes an apposition.
CLOSING = frozenset({",", ".", ";", ":", ")"})
#: What a remit begins with, and its greatest length in words.
REMITS = frozenset({"for", "of", "on"})
REMIT = 10
#: Verbs that say what somebody is, and how many joined nouns are looked through ("a poet, envoy and minister").
COPULAS = frozenset({"be", "become", "remain"})
JOINED = 5
#: The rest of the name of a body after its state, in words, at most.
BODY_REST = 6


class Holders:
    """Sights holders of offices and single agents."""

    def __init__(self, scribe: Scribe) -> None:
        self.scribe, self.cast, self.kit, self.tokens = scribe, scribe.cast, scribe.kit, scribe.tokens

    def one(self, mark: TermMark, context: Context) -> None:
        """An unnamed holder of an office, or an apposition to the name before it."""
        standing = standing_of(mark, context, self.tokens, self.kit)
        person = self.apposed_to(mark, context)
        because = ("person.office", mark.term.row)
        if person is not None:
            learn(person, standing)
            self.cast.note_holder(person, standing.organisation or standing.country, standing.title)
            self.scribe.sight(mark, context, person, "title", ("person.apposition", mark.term.row))
            return
        if context.owner is not None and mark.term.use == "agent" and not standing.country:
            return
        known = self._holder(standing, context)
        if known is not None:
            self.scribe.sight(mark, context, known, "title", ("person.office-named-before", mark.term.row))
            return
        definite = context.determiner in ("the", "")
        key = ("office", mark.term.head, standing.title.lower(), standing.country or "", standing.organisation or "",
               "" if definite else str(mark.first))  # fmt: skip
        kind: ActorKind = mark.term.kind if mark.term.kind in STANDING else "person"  # type: ignore[assignment]
        office = mark.term.use == "office" and definite and standing.country is not None
        draft = self.cast.draft(
            key, self.scribe.words(context.core, self.scribe.last(mark, context)), kind, country=standing.country,
            code=standing.code, because=because, named=office, noun=mark.term.head, sector=mark.term.sector,
        )  # fmt: skip
        if kind == "person" and mark.term.use == "office":
            learn(draft, standing)
        if context.owner is not None and mark.term.head == "counterpart":
            self.cast.owners[context.owner.i] = draft
        self.scribe.sight(mark, context, draft, "title" if office else "nominal", because)

    def several(self, mark: TermMark, context: Context) -> None:
        """ "The Chilean and Peruvian ministers, Ana Rojas and Luis Mamani": each of his state, or all of one."""
        people = self._named_after(max(context.end, mark.last) + 1)
        countries = list(context.countries) if context.of_name else list(reversed(context.countries))
        countries += [joined.name.country for joined in context.joined if joined.name.country]
        if len(people) < 2 or len(countries) not in (1, len(people)):
            return
        for i, person in enumerate(people):
            country = countries[i] if len(countries) > 1 else countries[0]
            if person.country in (None, country):
                code = code_of(country, mark.term.sector)
                learn(person, Standing(mark.term.key, mark.term.head, country, None, code))

    def _named_after(self, at: int) -> list[Draft]:
        """The named persons joined from this token on, after a comma or right there."""
        found: list[Draft] = []
        tokens = self.tokens
        at += at < len(tokens) and tokens[at].text == ","
        while (sighting := self.cast.at.get(at)) is not None and named_person(sighting) and sighting.first.i == at:
            found.append(sighting.draft)
            at = sighting.last.i + 1
            while at < len(tokens) and tokens[at].lower in JOINERS:
                at += 1
        return found

    def apposed_to(self, mark: TermMark, context: Context) -> Draft | None:
        """ "Dmytro Kuleba, the foreign minister of Ukraine" and "Ukraine's foreign minister, Dmytro Kuleba"."""
        after = max(context.end, mark.last) + 1
        return (
            self._name_before(mark, context, after) or self._name_after(mark, context, after) or self._by_grammar(mark)
        )

    def _by_grammar(self, mark: TermMark) -> Draft | None:
        """The person of whom the office is said: "Kari Lund, a poet and envoy", "who was the envoy", "named envoy"."""
        noun = self.scribe.head(mark)
        for _ in range(JOINED):
            if noun.dep != "conj" or noun.head.pos not in ("NOUN", "PROPN"):
                break
            noun = noun.head
        verb = noun.head
        if noun.dep == "appos":
            return self._person_at(noun.head, mark)
        if noun.dep == "attr" and verb.lemma in COPULAS:
            return self._subject(verb, ("nsubj",), mark)
        appointed = self.kit.actors.appointing
        if noun.dep in ("oprd", "attr", "dobj") and verb.lemma in appointed and verb.child("nsubjpass") is not None:
            return self._subject(verb, ("nsubjpass",), mark)
        if noun.dep == "pobj" and verb.lower == "as":
            if verb.head.lemma in appointed:
                return self._subject(verb.head, ("nsubjpass",), mark)
            if verb.head.lemma in self.kit.actors.serving:
                return self._subject(verb.head, ("nsubj",), mark)
        return None

    def _subject(self, verb: Token, roles: tuple[str, ...], mark: TermMark) -> Draft | None:
        """The named person who is the subject of the verb, itself or through "who"."""
        if verb.child("neg") is not None:
            return None
        subject = verb.child(*roles)
        if subject is None and verb.dep == "conj":
            subject = verb.head.child(*roles, "nsubj")
        if subject is not None and subject.tag == "WP" and verb.dep == "relcl":
            subject = verb.head
        return self._person_at(subject, mark) if subject is not None else None

    def _person_at(self, token: Token, mark: TermMark) -> Draft | None:
        sighting = self.cast.at.get(token.i)
        if not named_person(sighting) or sighting.last.i >= mark.first or token.sent != self.tokens[mark.first].sent:
            return None
        return sighting.draft

    def _name_before(self, mark: TermMark, context: Context, after: int) -> Draft | None:
        before = context.start - 1
        if before < 1 or self.tokens[before].text != ",":
            return None
        sighting = self.cast.at.get(before - 1)
        if not named_person(sighting) or sighting.last.sent != self.tokens[mark.last].sent:
            return None
        apposed = any(self.tokens[i].dep == "appos" for i in range(mark.first, mark.last + 1))
        return sighting.draft if apposed or self._closed(after) else None

    def _closed(self, after: int) -> bool:
        """Does the apposition end here, or after its remit ("vice president for family affairs,")?"""
        if after < len(self.tokens) and self.tokens[after].lower in REMITS:
            for token in self.tokens[after + 1 : after + REMIT]:
                if token.text in CLOSING:
                    return True
                if token.pos in ("VERB", "AUX"):
                    return False
        return after < len(self.tokens) and self.tokens[after].text in CLOSING

    def _name_after(self, mark: TermMark, context: Context, after: int) -> Draft | None:
        comma = after < len(self.tokens) and self.tokens[after].text == ","
        fields = not comma and self._more_fields(after)
        if not comma and after == mark.last + 1 and not fields:
            return None
        if not comma and mark.term.use == "office":
            comma_at = self._after_body(after)
            after, comma = (comma_at, True) if comma_at else (after, comma)
        first = after + 1 if comma else after
        sighting = self.cast.at.get(first)
        if not named_person(sighting) or sighting.first.i != first or sighting.draft.roles:
            return None
        last = sighting.last.i + 1
        if comma and last < len(self.tokens) and self.tokens[last].text not in (",", ".", ")"):
            verb = self.tokens[last].tag in ("VBD", "VBZ")
            return sighting.draft if verb and (context.marks or context.boss) else None
        return sighting.draft

    def _more_fields(self, after: int) -> bool:
        """Does the office go on in capitals ("Minister of Roads | and Urban Affairs, Ana Holt")?"""
        if after + 1 >= len(self.tokens) or self.tokens[after].lower != "and":
            return False
        return self.tokens[after - 1].text[0].isupper() and self.tokens[after + 1].text[0].isupper()

    def _after_body(self, after: int) -> int | None:
        """The comma after the rest of the body's name ("of Peru's labour federation CTP, Ana Rojas, led")."""
        for token in self.tokens[after : after + BODY_REST]:
            if token.text == ",":
                return token.i
            first = token.i == after and token.pos == "CCONJ"  # "and Urban Affairs"
            if not (first or token.pos in ("NOUN", "PROPN", "ADJ", "PART")) or token.sent != self.tokens[after].sent:
                return None
        return None

    def _holder(self, standing: Standing, context: Context) -> Draft | None:
        """The one named person of the article who holds this office ("the Iranian president" after Hassan Rouhani)."""
        home = standing.organisation or standing.country
        if home is None or context.determiner in OTHERS or "former" in context.modifiers:
            return None
        titles = {standing.title.lower()}
        if standing.noun in CHIEFS:
            titles |= self.kit.actors.chiefs.get(home, frozenset()) | CHIEFS
        found = {d.serial: d for title in sorted(titles) for d in self.cast.holders.get((home, title), ())}
        return next(iter(found.values())) if len(found) == 1 else None


def named_person(sighting: Sighting | None) -> TypeGuard[Sighting]:
    """Does the sighting mean a person with a name?"""
    return sighting is not None and sighting.draft.kind == "person" and sighting.draft.named
