"""Names of persons without a title: what the parser takes for one, and given names with a surname."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Token
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.codes import Standing
from dragoman.resolve.who.homes import Homes
from dragoman.resolve.who.marks import Marks
from dragoman.resolve.who.spelling import Naming, Spelling

#: Uses of names that tell whose somebody is after "of": bodies, and lands.
ORGANISED = frozenset({"organisation", "armed_group"})
LANDS = frozenset({"state", "region", "capital"})


class Untitled(Spelling):
    """Finds such names where no titled one stands; `homes` knows persons of office by their surname."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit, homes: Homes) -> None:
        super().__init__(cast, marks, kit)
        self.homes = homes

    def entities(self, taken: set[int]) -> list[Naming]:
        """PERSON entities without a title before them."""
        out = []
        for sentence in self.cast.parsed.sentences:
            for entity in sentence.entities:
                if entity.label != "PERSON" and not self.looks_like_person(entity):
                    continue
                first, last = entity.first.i, entity.last.i
                slash = next((i for i in range(first, last) if self.tokens[i].text == "/"), None)
                last = last if slash is None else slash - 1
                while first <= last and (first in taken or not self.is_name(self.tokens[first])):
                    first += 1
                title = self.marks.terms.get(first)
                if title is not None and title.term.use == "office" and first < title.last:
                    first = title.last + 1
                saint = first == last and first > 0 and self.tokens[first - 1].text in ("St.", "Saint")
                if saint or self._is_thing(first, last):
                    continue  # "St. Petersburg"
                while last >= first and not self.is_name(self.tokens[last]):
                    last -= 1
                while last + 2 < len(self.tokens) and self._hyphened(last + 1):
                    last += 2
                if first > last or any(i in taken for i in range(first, last + 1)):
                    continue
                words = self.words_of(first, last)
                if any(w.lower() in self.kit.actors.no_bodies for w in words):
                    continue
                if (
                    len(words) == 1
                    and not self.acts(self.tokens[last])
                    and words[0].lower() not in self.kit.actors.genders
                    and not self.homes.in_office(words[0])
                ):
                    continue
                said = self._by_body(first - 1) or (self._by_complement(last + 1) if len(words) > 1 else None)
                out.append(Naming(first, last, first, words, ("person.name",), standing=said))
        return out

    def _by_complement(self, at: int) -> Standing | None:
        """What "of" after the name says: "Ana Holt of Kestrel Bank", "Ana Holt of Peru"."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at].lower not in ("of", "from") or tokens[at + 1].sent != tokens[at].sent:
            return None
        begin = at + 1 + (tokens[at + 1].tag == "DT")
        held, mark = self.cast.at.get(begin), self.marks.names.get(begin)
        if (held is not None and held.draft.is_body) or (mark is not None and mark.name.use in ORGANISED):
            return self._by_owner(begin)
        home = tokens[at].lower == "of" or (
            mark is not None and mark.name.use == "state" and tokens[at].head.i == at - 1
        )
        if home and mark is not None and mark.name.use in LANDS and mark.name.country:
            after = tokens[mark.last + 1] if mark.last + 1 < len(tokens) else None
            if after is None or after.tag not in ("POS", "NN", "NNS", "NNP", "NNPS"):
                return Standing("", "", mark.name.country, None, mark.name.country)
        return None

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

    def given(self, taken: set[int]) -> list[Naming]:
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
                said = self._by_complement(last + 1)
                out.append(Naming(i, last, i, self.words_of(i, last), ("person.given-name",), standing=said))
        return out

    def _plain(self, token: Token, of: Token | None = None) -> bool:
        """A capitalised proper noun that is a part of no other name, in the sentence of `of`."""
        known = token.i in self.marks.entities or token.i in self.marks.terms or not self.is_name(token)
        proper = token.tag == "NNP" and not token.text.isupper() and token.lower not in self.kit.actors.no_bodies
        return proper and not known and (of is None or token.sent == of.sent)

    def _hyphened(self, i: int) -> bool:
        """Does a hyphen at `i` join a further part of a name ("Jae-in")?"""
        hyphen, after = self.tokens[i], self.tokens[i + 1]
        joined = hyphen.text == "-" and hyphen.start == self.tokens[i - 1].end and after.start == hyphen.end
        return joined and after.text.isalpha() and after.tag not in ("VBN", "VBG", "VBD")
