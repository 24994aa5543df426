"""Bodies that no table knows, told by the noun in their name: councils, banks, organisations, committees, unions.

"Norway's Harbour Safety Board", "the Council for Fair Fishing (CFF)", "the Senate Budget Committee": the noun tells the
kind, the state inside or before the name the country, a word beside the noun the sector.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import BodyNoun
from dragoman.records import Token
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.marks import Marks, NameMark, TermMark
from dragoman.resolve.who.names import listed_under, name_draft
from dragoman.resolve.who.towns import land_of, land_of_place

#: A name has at most so many words before its noun, and after it.
BEFORE, AFTER = 8, 12
#: Parts of speech of the words of such a name.
NAME_POS = frozenset({"PROPN", "NOUN", "ADJ", "X", "VERB"})
PROPER = frozenset({"NNP", "NNPS"})
#: Names of the lexicon that may be a part of the name of a body, and tell whose it is.
LANDS = frozenset({"state", "demonym", "capital", "region", "seat"})
#: What a complement begins with ("Center for Strategic Studies").
OPENERS = frozenset({"of", "for", "on"})
#: Bodies that bear the name of a town alone ("the Bank of Leeds").
TOWNS = frozenset({"bank", "chamber"})
#: How far before a word a term that holds it may begin.
TERM = 4
#: A definition in brackets ("Trade Board (TB) of Chile") has three tokens.
BRACKETS = 3


@dataclass(frozen=True, slots=True)
class _Name:
    """A name from token to token, with the noun that tells what it is."""

    first: int
    last: int
    noun: Token


class NamedBodies:
    """Sights such bodies before persons are read: what is in the name of a body is no person."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit, self.actors = cast, marks, kit, kit.actors
        self.tokens = cast.parsed.tokens

    def find(self) -> None:
        """Sight every such name, from left to right."""
        done = -1
        for token in self.tokens:
            if token.i <= done or not token.text[0].isupper() or token.lower not in self.actors.body_nouns:
                continue
            if token.pos in NAME_POS and token.i not in self.cast.at:
                name = self._name(token)
                if name is not None:
                    self._sight(name)
                    done = name.last

    # -- how far the name goes
    def _name(self, noun: Token) -> _Name | None:
        name = _Name(self._left(noun), self._right(noun), noun)
        following = self.tokens[name.last + 1] if name.last + 1 < len(self.tokens) else None
        inner = name.last == noun.i and following is not None and following.tag in PROPER and noun.dep == "compound"
        if inner and following is not None and following.i not in self.marks.terms:
            entity = self.marks.entities.get(following.i)
            if entity is None or entity.label != "PERSON":
                return None  # "the Trade Board Council", "the Trade Board Act": the noun is not the last one
        return name if self._tells(name) else None

    def _left(self, noun: Token) -> int:
        """Where the capitalised words before the noun begin."""
        first = k = noun.i
        inside = self.marks.entities.get(noun.i)
        while k > 0 and noun.i - k < BEFORE and self.tokens[k - 1].sent == noun.sent and k - 1 not in self.cast.at:
            token = self.tokens[k - 1]
            mark = self.marks.names.get(token.i)
            whole = inside is not None and self.marks.entities.get(token.i) is inside and inside.label == "ORG"
            if mark is not None:
                owner = mark.name.use == "organisation" and mark.name.kind in ("agency", "organisation")
                if mark.last != token.i or not (mark.name.use in LANDS or owner):
                    break
                first = k = mark.first
                if owner:
                    break
                continue
            joins = whole or token.text == "&" or (token.lower == "and" and self._modifies(k - 2))
            joiner = token.lower in ("and", ",", "&") and joins and k - 1 > 0
            hyphen = token.text == "-" and token.end == self.tokens[k].start
            if joiner or hyphen:
                k -= 1
                continue
            if not self._capital(token) or (self._title(token) and not whole):
                break
            first = k = k - 1
        return first

    def _modifies(self, i: int) -> bool:
        """Is the word before "and" a part of the name ("Urban and Suburban Railway Company"), no phrase of its own?"""
        if i < 0 or i in self.marks.names or i in self.cast.at:
            return False
        token, entity = self.tokens[i], self.marks.entities.get(i)
        person = entity is not None and entity.label == "PERSON"
        return self._capital(token) and not person and token.dep in ("amod", "nmod", "compound", "conj")

    def _capital(self, token: Token) -> bool:
        opens = token.i == 0 or self.tokens[token.i - 1].sent != token.sent
        return token.text[0].isupper() and (token.tag in PROPER or (token.pos in NAME_POS and not opens))

    def _title(self, token: Token) -> bool:
        """Does an office or a form of address end here ("President")?"""
        term = self.marks.term_ends.get(token.i)
        return term is not None and term.term.use in ("office", "honorific", "agent")

    def _right(self, noun: Token) -> int:
        """The last token of the complements after the noun ("of Chile", "for Roads and Urban Development")."""
        tokens, last = self.tokens, noun.i
        while last - noun.i < AFTER:
            at = last + 1
            if at + BRACKETS < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
                at += BRACKETS
            if at + 1 >= len(tokens) or tokens[at].lower not in OPENERS or tokens[at].sent != noun.sent:
                break
            begin = at + 1 if tokens[at + 1].lower != "the" else at + 2
            if self._above(begin) is not None:
                break
            end = self._complement(begin, noun)
            if end < begin:
                break
            last = end
        return last

    def _complement(self, begin: int, noun: Token) -> int:
        """The last of the capitalised words from `begin`, joined ones too; `begin - 1` where there are none."""
        end, k, tokens = begin - 1, begin, self.tokens
        while k < len(tokens) and k - begin < AFTER and tokens[k].sent == noun.sent and k not in self.cast.at:
            token, mark = tokens[k], self.marks.names.get(k)
            entity = self.marks.entities.get(k)
            if mark is not None and (mark.name.use not in LANDS or self._anew(k, begin)):
                break
            term = self.marks.terms.get(k)
            if term is not None and not term.term.plural and term.term.use in ("office", "honorific"):
                break
            if token.text[0].isupper() and (token.pos in NAME_POS or mark is not None):
                if entity is not None and entity.label in ("PERSON", "DATE") and mark is None:
                    break
                end = k
            elif token.lower in ("and", ",", "&", "-") and end >= begin and k + 1 < len(tokens):
                if not self._goes_on(k):
                    break
            else:
                break
            k += 1
        return end

    def _anew(self, i: int, begin: int) -> bool:
        """Does another name begin here without a joiner ("of Labour | Lima, Peru"), the parser seeing no whole?"""
        if i == begin or self.tokens[i - 1].lower in ("and", "-") or self.marks.names.get(i - 1) is not None:
            return False
        return self.marks.entities.get(i) is not self.marks.entities.get(i - 1) or i not in self.marks.entities

    def _goes_on(self, joiner: int) -> bool:
        """Does the name go on behind "and"? Within one entity, or with a capital that is no name by itself."""
        after = self.tokens[joiner + 1]
        before, behind = self.marks.entities.get(joiner - 1), self.marks.entities.get(joiner + 1)
        if before is not None and before is behind:
            return True
        if self.tokens[joiner].text == ",":
            return self._enumerates(joiner)
        if self.tokens[joiner].lower != "and" or not after.text[0].isupper() or after.i in self.marks.names:
            return False
        return behind is None and joiner - 1 not in self.marks.names and after.lower not in self.actors.body_nouns

    def _enumerates(self, comma: int) -> bool:
        """Do capitals and commas go on to an "and" ("Chamber of Commerce, Industries and Mines")?"""
        for token in self.tokens[comma + 1 : comma + AFTER]:
            entity = self.marks.entities.get(token.i)
            named = token.i in self.marks.names or (entity is not None and entity.label in ("PERSON", "GPE"))
            if token.lower == "and":
                return token.i > comma + 1 and self.tokens[token.i + 1].text[0].isupper()
            if named or not (token.text == "," or (token.text[0].isupper() and token.pos in NAME_POS)):
                return False
        return False

    # -- what the name says
    def _tells(self, name: _Name) -> bool:
        """Is it more than a noun and its state, which other rooms read, and no name that the lexicon has?"""
        own, owner = 0, self._owner(name)
        if owner is not None and (owner.last + 1 == name.noun.i or name.noun.i == owner.last):
            return False  # "Senate Committee", "Red Crescent Society"
        term = self.marks.terms.get(name.first)
        for i in range(name.first, name.last + 1):
            mark, token = self.marks.names.get(i), self.tokens[i]
            if mark is not None and mark.name.use not in LANDS and mark is not owner:
                return False
            if mark is None and token.text[0].isupper() and i != name.noun.i and not self._in_term(i, name.noun):
                own += 1
            if token.lower in self.actors.no_bodies and i > name.noun.i:
                return False
        of_town = any(
            (mark := self.marks.names.get(i)) is not None and mark.name.use in ("capital", "region", "state")
            for i in range(name.noun.i + 1, name.last + 1)
        )
        if term is not None and term.last >= name.last:
            return False
        if self.actors.body_nouns[name.noun.lower].kind == "venue":
            words = (self.tokens[i].lower for i in range(name.first, name.last + 1))
            return (
                name.last > name.noun.i
                or self._superior(name) is not None
                or any(w in self.actors.body_topics for w in words)
            )
        return own > 0 or (of_town and name.noun.lower in TOWNS)

    def _owner(self, name: _Name) -> NameMark | None:
        """The body of the lexicon that the name begins with ("Senate Banking Committee")."""
        mark = self.marks.names.get(name.first)
        return mark if mark is not None and mark.name.use == "organisation" else None

    def _in_term(self, i: int, noun: Token) -> bool:
        """Is the word a part of a common noun that holds the noun too ("Foreign Ministry officials")?"""
        for first in range(max(0, min(i, noun.i) - TERM), min(i, noun.i) + 1):
            mark = self.marks.terms.get(first)
            if mark is not None and mark.last >= max(i, noun.i):
                return True
        return False

    def _sight(self, name: _Name) -> None:
        noun = self.actors.body_nouns[name.noun.lower]
        first, last = self.tokens[name.first], self.tokens[name.last]
        words = self._words(name)
        listed = listed_under(self.marks, self.tokens, name.last, words)
        if listed is not None:
            self.cast.sight(
                first, last, name_draft(self.cast, self.kit, listed), "name", "name.organisation", listed.row
            )
            return
        country = self._country(name)
        key = ("named-body", *words.lower().removeprefix("the ").split())
        draft = self.cast.draft(
            key, words, "organisation" if noun.kind == "venue" else noun.kind, country=country,
            code=self._code(name, noun, country), because=("name.body-noun", noun.row), noun=name.noun.lower,
        )  # fmt: skip
        self.cast.sight(first, last, draft, "name", "name.body-noun", head=name.noun)

    def _words(self, name: _Name) -> str:
        """The name without an acronym in brackets ("Trade Board of Chile")."""
        text, tokens = self.cast.parsed.article.text, self.tokens
        opening = next((i for i in range(name.noun.i, name.last) if tokens[i].text == "("), None)
        if opening is None:
            return " ".join(text[tokens[name.first].start : tokens[name.last].end].split())
        head = text[tokens[name.first].start : tokens[opening - 1].end]
        return " ".join((head + " " + text[tokens[opening + 2].end : tokens[name.last].end]).split())

    def _country(self, name: _Name) -> str | None:
        """The land inside the name, else the owner before it ("Norway's Harbour Safety Board")."""
        marks = (self.marks.names.get(i) for i in range(name.first, name.last + 1))
        inside = next((m.name.country for m in marks if m is not None and m.name.country), None) or self._town(name)
        above = self._superior(name)
        if inside is None and above is not None:
            marks = (self.marks.names.get(i) for i in (above.first - 1, above.last + 2, above.last + 3))
            inside = next((m.name.country for m in marks if m is not None and m.name.use in LANDS), None)
        inside = inside or self._of_owner(name.last)
        owner = name.first - 1
        if inside is not None or owner < 1 or self.tokens[owner].tag != "POS":
            return inside
        mark: NameMark | None = self.marks.names.get(owner - 1)
        return mark.name.country if mark is not None else None

    def _of_owner(self, last: int) -> str | None:
        """The land of the body of which this one is a part ("the Export Office of Peru's Trade Board")."""
        at = last + 1
        if at + 3 >= len(self.tokens) or self.tokens[at].lower != "of":
            return None
        mark = self.marks.names.get(at + 1 + (self.tokens[at + 1].lower == "the"))
        if mark is None or mark.last + 1 >= len(self.tokens):
            return None
        owns = mark.name.use in LANDS and self.tokens[mark.last + 1].tag == "POS"
        return mark.name.country if owns or mark.name.use == "organisation" else None

    def _town(self, name: _Name) -> str | None:
        """The land of the town that the name begins with, which the parser has hidden in it ("Lima Chamber")."""
        if self.tokens[name.first + 1].text == "-":
            return None
        words = tuple(t.text for t in self.tokens[name.first : name.last + 1])
        after = words[-1] if len(words) > 1 and name.noun.i == name.last - 2 and words[-2] == "of" else ""
        return land_of(words, self.kit) or (land_of_place(after, self.kit) if after else None)

    def _code(self, name: _Name, noun: BodyNoun, country: str | None) -> str | None:
        words = [self.tokens[i].lower for i in range(name.first, name.last + 1)]
        owner = self._owner(name)
        if owner is not None:
            return owner.name.code
        if country is None and words[0] in self.actors.world_words:
            return noun.world
        topic = next((self.actors.body_topics[w] for w in words if w in self.actors.body_topics), None)
        above = self._superior(name)
        sector = noun.sector or (above.term.sector if above else None) or topic or (noun.state if country else None)
        return (country or "") + sector if sector else None

    def _above(self, begin: int) -> TermMark | None:
        """The body, with its state, that stands here and of which this one is a part ("of the | Peruvian Embassy")."""
        while (mark := self.marks.names.get(begin)) is not None and mark.name.use in LANDS:
            begin = mark.last + 1
        term = self.marks.terms.get(begin)
        return term if term is not None and term.term.use == "body" and term.term.kind == "agency" else None

    def _superior(self, name: _Name) -> TermMark | None:
        """The ministry or parliament that this body is a part of ("Press Centre of the Foreign Ministry")."""
        owner = self.marks.term_ends.get(name.first - 2) if name.first > 1 else None
        owns = owner is not None and owner.term.use == "body" and owner.term.kind == "agency"
        if owns and self.tokens[name.first - 1].tag == "POS":
            return owner  # "the Parliament's Foreign Policy Committee"
        at = name.last + 1
        if at + 2 >= len(self.tokens) or self.tokens[at].lower != "of":
            return None
        return self._above(at + 2 if self.tokens[at + 1].lower == "the" else at + 1)
