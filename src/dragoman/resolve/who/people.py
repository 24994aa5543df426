"""Persons: which names mean one person, and what their titles say of him.

In: namings, with and without titles. Out: sightings of persons in the cast.
"U.S. Deputy Secretary of State Wendy Sherman ... Sherman said": one person, with role, country and code.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import fold
from dragoman.records import Role, Token
from dragoman.resolve.who.cast import Cast, Draft, head_of
from dragoman.resolve.who.codes import Standing
from dragoman.resolve.who.homes import Homes
from dragoman.resolve.who.marks import Marks
from dragoman.resolve.who.namesakes import same_forename, titled, untitled
from dragoman.resolve.who.spelling import Naming
from dragoman.resolve.who.titled import Titled
from dragoman.resolve.who.untitled import Untitled

#: How many persons of one surname are told apart; further ones are compared with the last of them.
NAMESAKES = 40


class People:
    """All persons of the article by their names."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens
        self.surnames: dict[str, list[Draft]] = {}
        self.forenames: dict[str, list[Draft]] = {}
        self.words: dict[int, tuple[str, ...]] = {}
        self.homes = Homes(cast, marks, kit)
        self.titled = Titled(cast, marks, kit)
        self.untitled = Untitled(cast, marks, kit, self.homes)

    def find(self) -> None:
        """Sight every named person of the article."""
        namings = self.titled.find()
        taken = {i for n in namings for i in range(n.first, n.last + 1)}
        namings += self.untitled.entities(taken)
        namings += self.untitled.given(taken | {i for n in namings for i in range(n.first, n.last + 1)})
        namings.sort(key=lambda n: n.first)
        for naming in sorted(namings, key=lambda n: (len(n.words) < 2, n.first)):
            self._sight(naming)
        self._surnames_alone()
        for drafts in self.surnames.values():
            for draft in drafts[-NAMESAKES:]:
                self.cast.people.setdefault(self.words[id(draft)][-1].lower(), []).append(draft)
        for draft in self.cast.drafts.values():
            for role in draft.roles:
                self.cast.note_holder(draft, role.organisation or draft.country, role.title)
            if draft.kind == "person" and draft.country is None and (draft.code or "")[:2] not in ("IG", "NG"):
                self.homes.place(draft, self.words[id(draft)])

    def _sight(self, naming: Naming) -> None:
        draft = self._known(naming) or self._new(naming)
        words = self.words[id(draft)]
        text = " ".join(
            self.cast.parsed.article.text[self.tokens[naming.first].start : self.tokens[naming.last].end].split()
        )
        if len(naming.words) > len(words):
            draft.name, self.words[id(draft)] = text, naming.words
            self._index(draft, naming.words)
        self._learn(draft, naming)
        if naming.owner is not None:
            self.cast.owners[naming.owner] = draft
        first, last = self.tokens[naming.start], self.tokens[naming.last]
        inner = self.tokens[naming.first : naming.last + 1]
        sighting = self.cast.sight(
            first, last, draft, "name", *naming.because,
            head=head_of(self.tokens[naming.start : naming.last + 1]), cover=False,
        )  # fmt: skip
        tokens = list(inner) + [self.tokens[i] for m in naming.terms for i in range(m.first, m.last + 1)]
        for token in tokens:
            self.cast.at[token.i] = sighting
        sighting.tokens = (*inner, sighting.head)

    def _known(self, naming: Naming) -> Draft | None:
        words = naming.words
        if len(words) > 1:
            for draft in self.surnames.get(fold(words[-1]), [])[-NAMESAKES:]:
                known = self.words[id(draft)]
                if len(known) == 1 or same_forename(known[0], words[0]) or fold(words[0]) in map(fold, known[:-1]):
                    return draft
            return None
        candidates = self.surnames.get(fold(words[0]), []) or self.forenames.get(fold(words[0]), [])
        if naming.gender:
            candidates = [d for d in candidates if d.gender in (None, naming.gender)]
        return self._in_office(naming, candidates)

    def _in_office(self, naming: Naming, candidates: list[Draft]) -> Draft | None:
        """Of persons with this surname the one who holds the office that the title says, or any office."""
        if not candidates:
            return None
        if naming.standing is None or not naming.standing.title:
            return candidates[-1] if naming.gender else untitled(candidates)
        leaders = self.kit.actors.leaders
        leader = leaders.surnamed(fold(naming.words[0]), self.homes.year)
        named = [(draft, self.words[id(draft)]) for draft in candidates[-NAMESAKES:]]
        return titled(naming.standing.title.lower(), named, leader, leaders)

    def _new(self, naming: Naming) -> Draft:
        text = self.cast.parsed.article.text
        name = " ".join(text[self.tokens[naming.first].start : self.tokens[naming.last].end].split())
        draft = self.cast.draft(("person", name, str(naming.first)), name, "person", because=naming.because)
        self.words[id(draft)] = naming.words
        self._index(draft, naming.words)
        return draft

    def _index(self, draft: Draft, words: tuple[str, ...]) -> None:
        for table, word in ((self.surnames, words[-1]), (self.forenames, words[0])):
            drafts = table.setdefault(fold(word), [])
            if not drafts or drafts[-1] is not draft:
                drafts.append(draft)

    def _learn(self, draft: Draft, naming: Naming) -> None:
        gender = naming.gender or (
            self.kit.actors.genders.get(naming.words[0].lower()) if len(naming.words) > 1 else None
        )
        if draft.gender is None and gender in ("m", "f"):
            draft.gender = gender
        if naming.standing:
            learn(draft, naming.standing)

    def _surnames_alone(self) -> None:
        """Later surnames that the parser took for something else ("Kuleba" as an organisation)."""
        at, names = self.cast.at, self.marks.names
        for token in self.tokens:
            if token.text[0].isupper() and token.tag in ("NNP", "NN", "JJ", "NNPS", "FW") and token.i not in at:
                drafts = self.surnames.get(fold(token.text))
                if not drafts and self.titled.acts(token) and self._known_in_office(token):
                    self._sight(Naming(token.i, token.i, token.i, (token.text,), ("person.name",)))
                    continue
                if drafts and token.i not in names and self._whole(token):
                    self.cast.sight(token, token, untitled(drafts), "name", "person.surname")

    def _known_in_office(self, token: Token) -> bool:
        """Is this subject the surname of a person of office whose state the text names, and nothing else?"""
        if token.tag != "NNP" or token.i in self.marks.names or token.i in self.marks.terms:
            return False
        return len(token.text) > 3 and self._whole(token) and self.homes.in_office(token.text) is not None

    def _whole(self, token: Token) -> bool:
        """False inside a longer capitalised name (the Clinton Foundation)."""
        after = token.i + 1
        if after < len(self.tokens) and self.tokens[after].tag in ("NNP", "NNPS") and token.dep == "compound":
            return False
        return not (token.i and self.tokens[token.i - 1].tag == "NNP" and self.tokens[token.i - 1].dep == "compound"
                    and self.tokens[token.i - 1].i not in self.cast.at)  # fmt: skip


def learn(draft: Draft, standing: Standing) -> None:
    """Take over what a title says of a person: role, country, code; what is known stays."""
    if standing.title:
        _take_role(draft, standing)
    if draft.country is None:
        draft.country = standing.country
    if draft.code is None or (len(draft.code) <= 3 and standing.code and len(standing.code) > 3):
        draft.code = standing.code
    draft.noun = draft.noun or standing.noun


def _take_role(draft: Draft, standing: Standing) -> None:
    role = Role(title=standing.title, organisation=standing.organisation, country=standing.country)
    draft.roles = [
        r for r in draft.roles if not (r.title == role.title and r.country is None and r.organisation is None)
    ]
    if not any(
        r.title == role.title and r.country in (role.country, *([] if role.country else [r.country]))
        for r in draft.roles
    ):
        draft.roles.append(role)


def share_office(known: Draft, counterpart: Draft) -> None:
    """ "his Russian counterpart": the office of the one, in the state of the other."""
    if known.roles and known is not counterpart:
        role = Role(title=known.roles[0].title, country=counterpart.country)
        counterpart.roles = [r for r in counterpart.roles if r.title != "counterpart"] + [role]
