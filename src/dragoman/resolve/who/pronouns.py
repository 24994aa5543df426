"""Pronouns of the third person: whom "he", "its", "they" mean, or nobody where the text leaves it open.

Precision first. A pronoun looks up the clauses above it (the subject of "X said he ..."), then back to the subject of
the sentence before, with gender and number; two equal candidates give none. After Hobbs (1978) and the salience
order of Lappin and Leass (1994), reduced to the factors that decide most cases in news.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import Pronoun
from dragoman.records import Token
from dragoman.resolve.who.cast import Cast, Draft, Sighting
from dragoman.resolve.who.discourse import SUBJECTS, Discourse

COLLECTIVE = frozenset({"group", "population"})
OBJECTS = frozenset({"dobj", "pobj", "dative", "iobj"})
THINGS = frozenset({"state", "organisation", "agency", "armed_group", "military", "media", "group"})


class Pronouns:
    """Resolves one pronoun at a time, in order of the text."""

    def __init__(self, cast: Cast, discourse: Discourse, kit: Kit) -> None:
        self.cast, self.discourse, self.kit = cast, discourse, kit

    def resolve(self, token: Token, pronoun: Pronoun) -> None:
        """Sight the antecedent, if there is one."""
        if pronoun.gender == "n" and pronoun.number == "s" and self._empty(token):
            return
        if len(token.text) > 1 and token.text.isupper():
            return
        found = self._antecedent(token, pronoun)
        if found is not None:
            draft, rule = found
            if draft.gender is None and draft.kind == "person":
                draft.gender = pronoun.gender
            self.discourse.note(self.cast.sight(token, token, draft, "pronoun", rule, pronoun.row))

    def _empty(self, token: Token) -> bool:
        """ "It is clear that", "it seems": no antecedent."""
        verb = token.head
        if token.dep == "expl" or (token.lower == "it" and token.dep not in (*SUBJECTS, "dobj", "pobj", "poss")):
            return True
        if token.dep in SUBJECTS and verb.lemma in ("be", "seem", "appear", "remain", "become", "take", "rain"):
            return any(c.dep in ("acomp", "attr", "ccomp", "xcomp", "advcl", "oprd", "csubj") for c in verb.children)
        if token.dep == "nsubjpass":
            return any(c.dep in ("ccomp", "csubj", "csubjpass") for c in verb.children)
        return False

    def _antecedent(self, token: Token, pronoun: Pronoun) -> tuple[Draft, str] | None:
        role = pronoun.role
        if pronoun.word == "her" and token.dep in OBJECTS:
            role = "object"
        barred = self.discourse.speaker_of(token) if self.discourse.inside[token.i] else None
        own = role in ("possessive", "reflexive")
        if role == "possessive":
            joined = self._coordinated(token, pronoun)
            if joined:
                return joined, "pronoun.same-phrase"
        for subject, sighting in self.discourse.subjects_above(token, own=own):
            meant = self._fits(subject, sighting, pronoun, barred)
            if meant is not None:
                return meant, "pronoun.subject-above"
            if sighting is None and subject.tag in ("NN", "NNS", "NNP") and self._could_be(subject, pronoun):
                return None
        return self._same_sentence(token, pronoun, barred) or self._sentences_before(token, pronoun, barred)

    def _coordinated(self, token: Token, pronoun: Pronoun) -> Draft | None:
        """ "Washington and its allies": the first member of the same phrase."""
        noun = token.head
        if noun.dep == "conj":
            sighting = self.cast.at.get(noun.head.i)
            if sighting and self._agrees(sighting.draft, pronoun):
                return sighting.draft
        return None

    def _fits(self, subject: Token, sighting: Sighting | None, pronoun: Pronoun, barred: Draft | None) -> Draft | None:
        if subject.tag in ("WP", "WDT") and sighting is None:
            return None
        if sighting is None or sighting.draft is barred:
            return None
        if pronoun.number == "p":
            group = self.together(subject)
            if group is not None:
                return group
        elif any(c.dep == "conj" for c in subject.children):
            return None
        return sighting.draft if self._agrees(sighting.draft, pronoun, sighting.head) else None

    def together(self, first: Token) -> Draft | None:
        """The group of coordinated actors ("Sherman and Ryabkov opened their meeting")."""
        members, token = [], first
        while True:
            sighting = self.cast.at.get(token.i)
            if sighting is None:
                return None
            members.append(sighting.draft)
            after = token.child("conj")
            if after is None:
                break
            token = after
        distinct = list({id(m): m for m in members}.values())
        return group_of(self.cast, distinct, "group.coordinated") if len(distinct) > 1 else None

    def _agrees(self, draft: Draft, pronoun: Pronoun, head: Token | None = None) -> bool:
        if pronoun.number == "p":
            if head is not None and head.tag in ("NNS", "NNPS") and draft.kind != "person":
                return True
            return draft.plural or (draft.kind in COLLECTIVE and bool(draft.members))
        if pronoun.gender == "n":
            return draft.kind in THINGS and not draft.plural
        return draft.kind == "person" and draft.gender in (None, pronoun.gender)

    def _could_be(self, noun: Token, pronoun: Pronoun) -> bool:
        """Could this noun, which is no actor we know, be what the pronoun means?"""
        if pronoun.number == "p":
            return noun.tag == "NNS"
        return noun.tag != "NNS" and (pronoun.gender == "n" or noun.ent == "PERSON")

    def _same_sentence(self, token: Token, pronoun: Pronoun, barred: Draft | None) -> tuple[Draft, str] | None:
        """The one actor of the same sentence before the pronoun that agrees."""
        if pronoun.gender == "n" and pronoun.number == "s" and token.dep in OBJECTS:
            return None
        own_subject = {c.i for c in token.head.children if c.dep in SUBJECTS}
        found: dict[int, Draft] = {}
        for sighting in self.discourse.before(token):
            draft = sighting.draft
            if draft is barred or (sighting.head.i in own_subject and pronoun.role == "object"):
                continue
            if self._agrees(draft, pronoun, sighting.head):
                found[id(draft)] = draft
        if len(found) == 1:
            return next(iter(found.values())), "pronoun.only-one-before"
        if len(found) > 1 and pronoun.gender == "n" and token.head.dep == "advcl":
            return next(iter(found.values())), "pronoun.nearest-before"
        return None

    def _sentences_before(self, token: Token, pronoun: Pronoun, barred: Draft | None) -> tuple[Draft, str] | None:
        """The subject of the sentence before, else its one actor that agrees."""
        if pronoun.gender == "n" and (pronoun.role != "subject" or token.dep in OBJECTS):
            return None
        reach = 1 if pronoun.gender == "n" else 3
        for row in self.discourse.back(token, reach):
            fitting = [s for s in row if self._agrees(s.draft, pronoun, s.head) and s.draft is not barred]
            outside = [s for s in fitting if not self.discourse.inside[s.head.i]] or fitting
            subjects = [
                s for s in outside if s.head.dep in SUBJECTS and s.head.head.dep in ("ROOT", "ccomp", "parataxis")
            ]
            if pronoun.number == "s" and any(s.head.child("conj") for s in subjects):
                return None
            choice = {id(s.draft): s.draft for s in subjects}
            if not choice and not (pronoun.gender == "n" and pronoun.number == "s"):
                choice = {id(s.draft): s.draft for s in outside}
            known = {k: d for k, d in choice.items() if pronoun.gender == "n" or d.gender == pronoun.gender} or choice
            if len(known) == 1:
                return next(iter(known.values())), "pronoun.sentence-before"
            if known:
                return None
        return None


def group_of(cast: Cast, members: list[Draft], rule: str) -> Draft:
    """The group of these actors, one draft for the same members."""
    flat = {m.serial: m for member in members for m in (member.members or [member])}
    members = list(flat.values())
    key = ("group", *(str(serial) for serial in flat))
    names = [m.name for m in members]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    return cast.draft(key, name, "group", members=members, plural=True, named=False, because=(rule,))
