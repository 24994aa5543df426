"""Persons: names with their titles, and which names mean one person.

In: marks and the parser's PERSON entities. Out: sightings of persons in the cast.
"U.S. Deputy Secretary of State Wendy Sherman ... Sherman said": one person, with role, country and code.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import fold
from dragoman.records import Entity, Role, Token
from dragoman.resolve.who.cast import Cast, Draft, head_of
from dragoman.resolve.who.codes import Standing, standing_of
from dragoman.resolve.who.homes import Homes
from dragoman.resolve.who.marks import Marks, TermMark
from dragoman.resolve.who.namesakes import same_forename, titled, untitled
from dragoman.resolve.who.phrases import JOINERS, Context, left_of, right_of
from dragoman.resolve.who.remits import Remits

DATES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})
NAME_POS = frozenset({"PROPN", "NOUN", "ADJ", "X"})
LONGEST = 7
#: Entities of the parser that no title makes a person.
THINGS = frozenset({"ORG", "FAC", "LOC", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW"})
#: How many persons of one surname are told apart; further ones are compared with the last of them.
NAMESAKES = 40


@dataclass(slots=True, eq=False)
class Naming:
    """A person's name on tokens `first` to `last`, the phrase with its title from `start`, and what the title says."""

    first: int
    last: int
    start: int
    words: tuple[str, ...]
    because: tuple[str, ...]
    gender: str | None = None
    standing: Standing | None = None
    titled: bool = False
    terms: list[TermMark] = field(default_factory=list)
    owner: int | None = None


class People:
    """All persons of the article by their names."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens
        self.surnames: dict[str, list[Draft]] = {}
        self.forenames: dict[str, list[Draft]] = {}
        self.words: dict[int, tuple[str, ...]] = {}
        self.homes = Homes(cast, marks, kit)
        self.remits = Remits(cast, marks, kit)

    # -- finding names
    def find(self) -> None:
        """Sight every named person of the article."""
        namings = self._titled()
        taken = {i for n in namings for i in range(n.first, n.last + 1)}
        namings += self._entities(taken)
        namings += self._given(taken | {i for n in namings for i in range(n.first, n.last + 1)})
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

    def _titled(self) -> list[Naming]:
        """Names after a title: "NATO chief Jens Stoltenberg", "soldier Mykhailo"."""
        out, done = [], -1
        for i in sorted(self.marks.terms):
            mark = self.marks.terms[i]
            term = mark.term
            if i > done and term.plural and term.sector and self.tokens[i].text[0].isupper():
                out += (listed := self._listed(mark))
                done = max([done, *(n.last for n in listed)])
                continue
            if i <= done or term.plural or term.use not in ("office", "honorific", "agent"):
                continue
            if (term.use == "honorific" or len(term.words) == 1) and self._inside_name(mark):
                continue
            begin, said = self.remits.name_after(mark)
            last = self.run(begin)
            if last < begin or not self._goes_with(mark, last) or self.tokens[last].lower in self.kit.actors.body_nouns:
                continue
            naming = self._naming(mark, last, first=begin, said=said)
            out.append(naming)
            done = last
        return out

    def _listed(self, mark: TermMark) -> list[Naming]:
        """Names joined after a title in the plural: "Senators Hale, Brandt and Okoye" are three senators."""
        out: list[Naming] = []
        at = mark.last + 1
        while len(out) < LONGEST and (last := self.run(at)) >= at:
            out.append(self._naming(mark, last, first=at))
            at = last + 1
            while at < len(self.tokens) and self.tokens[at].lower in JOINERS:
                at += 1
            if at == last + 1:
                break
        if len(out) < 2:
            return []
        for naming in out:
            naming.start, naming.terms = naming.first, []
        return out

    def _inside_name(self, mark: TermMark) -> bool:
        """Is a form of address here the middle of a name ("Bismullah Khan Muhammadi")?"""
        after = self.tokens[mark.last + 1] if mark.last + 1 < len(self.tokens) else None
        if after is not None and after.text == "-" and after.start == self.tokens[mark.last].end:
            return self.tokens[min(mark.last + 2, len(self.tokens) - 1)].text[0].isupper()  # "Amir-Karimi"
        entity = self.marks.entities.get(mark.first)
        if entity is None or entity.label != "PERSON" or entity.first.i >= mark.first:
            return False
        if mark.term.use != "honorific" and entity.first.lower not in self.kit.actors.genders:
            return False
        return mark.first - 1 not in self.marks.term_ends

    def _is_title(self, mark: TermMark) -> bool:
        """An office or calling by itself ("opposition leader Maulana ..."), not the "deputy" of another."""
        term = mark.term
        return term.use in ("office", "agent") and not term.plural and term.words[-1] not in self.kit.actors.title_words

    def _goes_with(self, mark: TermMark, last: int) -> bool:
        """False where the capitals after the title are the name of a thing or a firm."""
        entity = self.marks.entities.get(mark.last + 1)
        if entity is not None and entity.label in THINGS and not self._looks_like_person(entity):
            firm = entity.label != "ORG" or last - mark.last > 2
            if firm or mark.term.use == "agent":
                return False
        first = self.tokens[mark.first]
        calling = mark.term.use == "agent" or mark.term.level == "private"
        inside = first.i and self.tokens[first.i - 1].sent == first.sent
        return not (calling and inside and first.text[0].isupper())

    def _naming(self, mark: TermMark, last: int, *, first: int, said: Context | None = None) -> Naming:
        term = mark.term
        context = left_of(mark.first, self.cast, self.marks, self.kit)
        previous = self.marks.term_ends.get(mark.first - 1)
        standing = None
        if term.use != "honorific":
            context.end = mark.last
            standing = standing_of(mark, context, self.tokens, self.kit)
        if previous is not None and self._is_title(previous):
            context = left_of(previous.first, self.cast, self.marks, self.kit)
            standing = standing_of(previous, context, self.tokens, self.kit)
        because = ("person.title-and-name", term.row)
        words = self._words(first, last)
        if standing is not None and standing.country is None and standing.organisation is None:
            after = said or Context(mark.first, mark.first)
            joined = first > mark.last + 1
            if not joined:
                right_of(after, last, self.cast, self.marks, places=False)
            owned = bool(after.countries or after.firm or (joined and after.names)) and after.of_name
            if owned and (joined or self.tokens[last + 1].lower in ("of", "from")):
                standing = standing_of(mark, after, self.tokens, self.kit)
        owner = context.owner.i if context.owner is not None and term.head == "counterpart" else None
        for name in context.marks:
            self.cast.within.update(range(name.first, name.last + 1))
        return Naming(first, last, context.core, words, because, term.gender, standing, True, [mark], owner)

    def _entities(self, taken: set[int]) -> list[Naming]:
        """PERSON entities without a title before them."""
        out = []
        for sentence in self.cast.parsed.sentences:
            for entity in sentence.entities:
                if entity.label != "PERSON" and not self._looks_like_person(entity):
                    continue
                first, last = entity.first.i, entity.last.i
                slash = next((i for i in range(first, last) if self.tokens[i].text == "/"), None)
                last = last if slash is None else slash - 1
                while first <= last and (first in taken or not self._is_name(self.tokens[first])):
                    first += 1
                title = self.marks.terms.get(first)
                if title is not None and title.term.use == "office" and first < title.last:
                    first = title.last + 1
                if self._is_thing(first, last):
                    continue
                while last >= first and not self._is_name(self.tokens[last]):
                    last -= 1
                while last + 2 < len(self.tokens) and self._hyphened(last + 1):
                    last += 2
                if first > last or any(i in taken for i in range(first, last + 1)):
                    continue
                words = self._words(first, last)
                if any(w.lower() in self.kit.actors.no_bodies for w in words):
                    continue
                if (
                    len(words) == 1
                    and not self._acts(self.tokens[last])
                    and words[0].lower() not in self.kit.actors.genders
                    and not self.homes.in_office(words[0])
                ):
                    continue
                out.append(Naming(first, last, first, words, ("person.name",), standing=self._by_body(first - 1)))
        return out

    def _by_body(self, before: int) -> Standing | None:
        """What a body of the lexicon says that is named for its head ("U.S. Trade Representative Ana Holt")."""
        if before < 1:
            return None
        if self.tokens[before].tag == "POS":
            return self._by_owner(before - 1)
        mark = self.marks.names.get(before)
        if mark is None or mark.name.use != "organisation":
            return None
        last = self.tokens[before].lower
        if not any(t.use == "office" and t.words == (last,) for t in self.kit.actors.terms.get(last, ())):
            return None
        self.cast.within.update(range(mark.first, mark.last + 1))
        name = mark.name
        return Standing(self.cast.parsed.article.text[mark.span.start : mark.span.end], last, name.country, name.title,
                        name.code)  # fmt: skip

    def _by_owner(self, owner: int) -> Standing | None:
        """ "Kestrel Bank's Ana Holt" is of that bank."""
        held, mark = self.cast.at.get(owner), self.marks.names.get(owner)
        if held is not None and held.draft.is_body:
            body = held.draft
            return Standing("", "", body.country, body.name, body.code)
        if mark is not None and mark.name.use in ("organisation", "media", "armed_group"):
            return Standing("", "", mark.name.country, mark.name.title, mark.name.code)
        return None

    def _is_thing(self, first: int, last: int) -> bool:
        """Does the name end in a kind of place or thing ("Kestrel Canal"), and begin with no given name?"""
        if last < first:
            return False
        if last == first:
            token = self.tokens[last]
            if self._is_some_thing(token):
                return True
            return (
                token.dep == "compound" and token.head.i == last + 1 and token.head.lower in self.kit.actors.no_bodies
            )
        if self.tokens[first].text == self.tokens[last].text:
            return True  # a town and its address
        if self.tokens[first].lower in self.kit.actors.genders:
            return False
        return self.tokens[last].text in self.kit.actors.sites or self.tokens[last].lower in self.kit.actors.no_bodies

    def _is_some_thing(self, token: Token) -> bool:
        """ "Kestrel is a class of tanks": the sentence says of the subject what no person is."""
        if token.dep != "nsubj" or token.head.lemma != "be" or token.lower in self.kit.actors.genders:
            return False
        said = token.head.child("attr")
        if said is None or said.tag != "NN" or said.child("det") is None:
            return False
        spoken = any(mark.last >= said.i for i in (said.i, said.i - 1) if (mark := self.marks.terms.get(i)) is not None)
        return not spoken and said.lower not in self.kit.actors.nominal_kinds

    def _given(self, taken: set[int]) -> list[Naming]:
        """A given name and a surname where the parser finds no name at all, as in lists of the appointed."""
        out: list[Naming] = []
        for token in self.tokens:
            i = token.i
            if token.lower not in self.kit.actors.genders or i in taken or not self._plain(token):
                continue
            last = i
            while last + 1 < len(self.tokens) and last - i < 3 and self._plain(self.tokens[last + 1], of=token):
                last += 1
            if last > i and last + 1 not in taken and not (out and out[-1].last >= i):
                out.append(Naming(i, last, i, self._words(i, last), ("person.given-name",)))
        return out

    def _plain(self, token: Token, of: Token | None = None) -> bool:
        """A capitalised proper noun that is a part of no other name, in the sentence of `of`."""
        known = token.i in self.marks.entities or token.i in self.marks.terms or not self._is_name(token)
        proper = token.tag == "NNP" and not token.text.isupper() and token.lower not in self.kit.actors.no_bodies
        return proper and not known and (of is None or token.sent == of.sent)

    def _hyphened(self, i: int) -> bool:
        """Does a hyphen at `i` join a further part of a name ("Jae-in")?"""
        hyphen, after = self.tokens[i], self.tokens[i + 1]
        joined = hyphen.text == "-" and hyphen.start == self.tokens[i - 1].end and after.start == hyphen.end
        return joined and after.text.isalpha() and after.tag not in ("VBN", "VBG", "VBD")

    def _looks_like_person(self, entity: Entity) -> bool:
        """Two or three capitalised words that begin with a given name, whatever the parser takes them for."""
        if entity.label not in ("ORG", "GPE", "WORK_OF_ART", "PRODUCT", "FAC", "LOC", "NORP"):
            return False
        tokens = self.tokens[entity.first.i : entity.last.i + 1]
        return (
            2 <= len(tokens) <= 3
            and tokens[0].lower in self.kit.actors.genders
            and all(t.tag == "NNP" and t.text[0].isupper() and t.i not in self.marks.names for t in tokens)
            and not any(t.lower in self.kit.actors.no_bodies or t.i in self.marks.terms for t in tokens)
        )

    def _is_name(self, token: Token) -> bool:
        held = token.i in self.marks.names or token.i in self.cast.at
        return token.text[:1].isupper() and not held and token.tag != "POS"

    def _acts(self, token: Token) -> bool:
        return token.dep in ("nsubj", "nsubjpass") and token.head.pos in ("VERB", "AUX")

    def run(self, first: int) -> int:
        """The last token of the name that begins at `first`, or `first - 1` where none does."""
        tokens, marks, end, k = self.tokens, self.marks, first - 1, first
        if k >= len(tokens) or first < 1 or tokens[k].sent != tokens[first - 1].sent:
            return end
        while k < len(tokens) and k - first < LONGEST and tokens[k].sent == tokens[first - 1].sent:
            token = tokens[k]
            if k in self.cast.at:
                break
            entity = marks.entities.get(k)
            person = entity is not None and entity.label == "PERSON"
            if k in marks.terms and marks.terms[k].term.plural and marks.terms[k].term.use == "office":
                break
            if token.text[0].isupper() and token.text[0].isalpha():
                if (token.pos not in NAME_POS and not person) or token.ent in DATES:
                    break
                if not person and (
                    k in marks.names or (k in marks.terms and marks.terms[k].term.use in ("office", "body"))
                ):
                    break
                end = k
            elif (
                not (token.lower in self.kit.actors.particles or token.text in ("-", "'"))
                or (k == first and not person)
                or (token.text in ("-", "'") and (token.start != tokens[k - 1].end or token.tag == "POS"))
            ):
                break
            elif token.text == "-" and k + 1 < len(tokens) and tokens[k + 1].start == token.end:
                end = k + 1 if tokens[k + 1].text.isalpha() else end
                k += 1
            k += 1
        return end

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        """The words of a name without particles: "Bashar al-Assad" gives (Bashar, Assad)."""
        out: list[str] = []
        for token in self.tokens[first : last + 1]:
            if out and token.text.rstrip(".") in self.kit.actors.generations:
                continue
            if token.text[0].isalpha() and not (token.lower in self.kit.actors.particles and token.text[0].islower()):
                out.append(token.text)
        return tuple(out) or (self.tokens[last].text,)

    # -- one person or two
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
                if not drafts and self._acts(token) and self._known_in_office(token):
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
