"""Sides: the parties of a user's verb, by the slots of its pattern or by the grammar of its clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.extract.events.coded.clause import Clause
from dragoman.extract.events.coded.model import Matched, Pair, Party
from dragoman.extract.events.grammar import NOMINAL, agents, coordinated, doers, is_passive, is_verbal, surface_subject
from dragoman.records import Token
from dragoman.resolve.attach import Setting
from dragoman.resolve.who.coded_phrases import Coded, owners_of

#: So many parties of one side.
MOST = 8
#: How deep an actor may stand in a noun phrase ("the efforts of the army of VELDANIA").
DEPTH = 4
MODIFIERS = frozenset({"poss", "amod", "compound", "nmod", "appos"})


@dataclass(slots=True)
class Sides:
    """The parties of one article; `coded` are its coded noun phrases by head word, `sectors` our codes of roles."""

    setting: Setting
    coded: dict[int, Coded]
    sectors: frozenset[str]
    _memo: dict[int, tuple[Party, ...]] = field(default_factory=dict)

    def at(self, token: Token) -> tuple[Party, ...]:
        """The parties that the noun phrase with this head word names: by its code, or by the actor it refers to."""
        if token.i not in self._memo:
            self._memo[token.i] = tuple(self._at(token))
        return self._memo[token.i]

    def _at(self, token: Token) -> Iterator[Party]:
        coded = self.coded.get(token.i)
        actor = self.setting.who.actor(self.setting.who.of(token))
        if coded is not None and (coded.based or not coded.codes):
            yield from (Party(code, actor.id if actor is not None else None) for code in coded.codes)
            return
        if actor is None:
            return
        known = actor.code or actor.country
        told = (
            known[:3] not in self.sectors if coded is None and known else coded is not None and known not in coded.codes
        )
        if known and (actor.country or told):
            yield from (Party(code, actor.id) for code in known.split("/"))
        elif coded is not None:
            yield from (Party(code, actor.id, False) for code in coded.codes)

    def group_at(self, token: Token) -> tuple[Party, ...]:
        """The parties of the phrase with this head word and of those joined to it; () where it is but a modifier."""
        if token.pos not in NOMINAL and token.i not in self.coded:
            return ()
        if not self.at(token) or self._outer(token) is not token:
            return ()
        first = token
        while first.dep == "conj" and first.head.pos in NOMINAL and self.at(first.head):
            first = first.head
        return _distinct([party for head in coordinated(first) for party in self.at(head)])

    def _outer(self, token: Token) -> Token:
        """The largest coded phrase that the word belongs to: "VELDANIA" of "Veldania soldiers" is soldiers."""
        out = token
        for owner in owners_of(token):
            coded = self.coded.get(owner.i)
            if owner is not token and coded is not None and coded.based and owner.dep != "conj":
                out = owner
        return out

    def of(self, noun: Token, depth: int = DEPTH) -> tuple[Party, ...]:
        """The parties of a noun phrase: its head and what is joined to it, else the nearest that it names inside."""
        found: list[Party] = []
        for head in coordinated(noun):
            own = self.at(head)
            if not any(party.known for party in own):  # "officials in ROME": Rome's
                inner = self._inside(head, depth)
                own = inner if not own or any(party.known for party in inner) else own
            found.extend(own)
        return _distinct(found)

    def _inside(self, head: Token, depth: int) -> tuple[Party, ...]:
        if depth == 0 or (head.i in self.coded and not self.coded[head.i].codes):
            return ()
        for child in head.children:
            if child.dep in MODIFIERS:
                found = self.of(child, depth - 1)
                if found:
                    return found
        for child in head.children:
            if child.dep in ("prep", "agent"):
                for noun in child.children:
                    if noun.dep == "pobj":
                        found = self.of(noun, depth - 1)
                        if found:
                            return found
        return ()

    def pairs(self, clause: Clause, matched: Matched, *, both: bool) -> list[Pair]:
        """Source and target of each event; none where a side is missing."""
        slots, where = matched.slots, matched.where
        sources, targets = slots.get("$", ()), slots.get("+", ())
        joined = slots.get("%", ())
        if joined and where == "before" and not sources and not targets:
            return _among(joined)
        targets = targets or joined
        if clause.helper and not sources:  # "Rome said Bern SHOULD leave": Rome, of Bern
            sources = self._speakers(clause)
            targets = targets or self._doers(clause, {s.code for s in sources})
        sources = sources or self._sources(clause, targets)
        if joined and not sources:
            return _among(joined)
        targets = targets or self._targets(clause, sources)
        if not targets and both and len(sources) > 1:
            return _among(sources)
        codes = {s.code for s in sources}
        return [Pair(s, t) for s in sources for t in targets if t.code not in codes]

    def _sources(self, clause: Clause, targets: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who acts; where the doer is the target of the pattern ("+ was *"), who is named first behind the verb."""
        taken = {t.code for t in targets}
        found = self._doers(clause, taken)
        if found or not targets:
            return found
        return self._first(clause, taken)

    def _doers(self, clause: Clause, taken: set[str]) -> tuple[Party, ...]:
        """The parties of the subject in the active sense; Rome, of "Rome's refusal to *" and "Rome has plans to *"."""
        nouns = doers(clause.verb)
        if not nouns and clause.verb.dep == "acl":
            noun = clause.verb.head
            nouns = [noun, *(doers(noun.head) if noun.dep == "dobj" and is_verbal(noun.head) else ())]
        for noun in nouns:
            found = tuple(p for p in self.of(noun) if p.code not in taken)
            if found:
                return found
        return ()

    def _speakers(self, clause: Clause) -> tuple[Party, ...]:
        """Who says so, where the clause is what somebody says."""
        head = clause.verb.head
        if clause.verb.dep != "ccomp" or not is_verbal(head):
            return ()
        return tuple(p for noun in doers(head) for p in self.of(noun))

    def _targets(self, clause: Clause, sources: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who is acted upon: in the passive the subject, else the first party behind the verb."""
        verb, taken = clause.verb, {s.code for s in sources}
        if is_passive(verb):
            subject = surface_subject(verb) if agents(verb) else None
            return () if subject is None else tuple(p for p in self.of(subject) if p.code not in taken)
        found = self._first(clause, taken)
        if found or verb.child("dobj") is not None:
            return found
        shared = next((c for c in verb.children if c.dep == "conj" and c.child("dobj") is not None), None)
        if shared is None or shared.child("nsubj", "nsubjpass") is not None:
            return ()
        objects = (c for c in shared.children if c.dep == "dobj")  # "shot and wounded a SOLDIER"
        return tuple(p for noun in objects for p in self.of(noun) if p.code not in taken)

    def _first(self, clause: Clause, taken: set[str]) -> tuple[Party, ...]:
        """The first party behind the verb that is not of these, nor something of its own ("recalled ITS envoy")."""
        vague: tuple[Party, ...] = ()
        for position in clause.behind:
            token = clause.tokens[position]
            if any(c.dep == "poss" and c.pos == "PRON" for c in token.children):
                continue
            group = tuple(p for p in self.group_at(token) if p.code not in taken)
            if any(party.known for party in group):
                return group
            vague = vague or group
        return vague


def _among(parties: tuple[Party, ...]) -> list[Pair]:
    """Each two of the parties, in the order of the text."""
    return [Pair(one, other) for n, one in enumerate(parties) for other in parties[n + 1 :] if one.code != other.code]


def _distinct(parties: list[Party]) -> tuple[Party, ...]:
    return tuple({party.code: party for party in reversed(parties)}.values())[::-1][:MOST]
