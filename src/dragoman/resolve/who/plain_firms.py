"""Firms whose bare name no word closes: told by the plain noun beside it, which also tells their land.

"French publisher Marelle", "Marelle, a Lyon-based publisher": a firm of France by the name of Marelle.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import BodyNoun
from dragoman.records import Token
from dragoman.resolve.who.marks import Marks
from dragoman.resolve.who.towns import land_of_place

#: Words of such a name, at most.
LONGEST = 5
#: How far before the noun its land may stand ("Dutch government-owned chemicals group Delta").
BEFORE = 5
#: How far behind the name an apposition may have its noun.
BEHIND = 14
#: Uses of names that tell the land.
LANDS = frozenset({"state", "demonym", "region", "capital"})
#: Parts of speech between a land and the noun.
INNER = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "ADV"})
OPENERS = frozenset({"a", "an", "the"})
PROPER = frozenset({"NNP", "NNPS"})


class PlainName(NamedTuple):
    """A bare name from token to token, the noun that tells what it is, and the land beside that."""

    first: int
    last: int
    noun: BodyNoun
    country: str | None


class PlainFirms:
    """Finds such names; `land_before` also serves names that a word closes."""

    def __init__(self, tokens: tuple[Token, ...], marks: Marks, kit: Kit) -> None:
        self.tokens, self.marks, self.kit, self.nouns = tokens, marks, kit, kit.actors.plain_bodies

    def find(self, taken: dict[int, object]) -> list[PlainName]:
        """Every bare name behind such a noun, or before one that stands in apposition to it."""
        found = []
        for token in self.tokens:
            noun = self.nouns.get(token.lower)
            if noun is None or token.tag != "NN" or token.i in taken:
                continue
            name = self._behind(token, noun, taken) or self._before(token, noun, taken)
            if name is not None:
                found.append(name)
        return found

    def land_before(self, first: int) -> str | None:
        """The land told before a name ("Spanish property firm | Renta SA", "Spain's | Renta SA")."""
        at = first - 1
        if at >= 0 and self.tokens[at].text in ("<", '"'):
            at -= 1
        if at < 1 or self.tokens[at].sent != self.tokens[first].sent:
            return None
        if self.tokens[at].tag == "POS":
            mark = self.marks.names.get(at - 1)
            return mark.name.country if mark is not None and mark.name.use in ("state", "region") else None
        if self.tokens[at].lower not in self.nouns or self.tokens[at].tag != "NN":
            return None
        return self._land(at)

    def _land(self, noun: int) -> str | None:
        """The land of an adjective or owner before the noun, or of the town before "-based"."""
        for i in range(noun - 1, max(-1, noun - BEFORE - 1), -1):
            token, mark = self.tokens[i], self.marks.names.get(i)
            if token.sent != self.tokens[noun].sent:
                return None
            if mark is not None:
                return mark.name.country if mark.name.use in LANDS else None
            if token.lower == "based" and i > 1 and self.tokens[i - 1].text == "-":
                town = self.tokens[i - 2]
                two = f"{self.tokens[i - 3].text} {town.text}" if i > 2 and self.tokens[i - 3].tag in PROPER else ""
                named = self.marks.names.get(i - 2)
                if named is not None:
                    return named.name.country
                return (land_of_place(two, self.kit) if two else None) or land_of_place(town.text, self.kit)
            if token.pos not in INNER or token.text == ",":
                return None
        return None

    def _run(self, first: int, step: int, taken: dict[int, object]) -> int:
        """The other end of the capitalised words from `first`; what no such word is ends them."""
        last, k = first - step, first
        while 0 <= k < len(self.tokens) and abs(k - first) < LONGEST:
            token = self.tokens[k]
            name = token.text[0].isupper() and token.tag in PROPER and token.sent == self.tokens[first].sent
            if not name or k in taken or k in self.marks.names or k in self.marks.terms:
                break
            last, k = k, k + step
        return last

    def _behind(self, noun: Token, body: BodyNoun, taken: dict[int, object]) -> PlainName | None:
        called = noun.i + 1 < len(self.tokens) and self.tokens[noun.i + 1].lower in ("called", "named")
        first = noun.i + 1 + called
        if first >= len(self.tokens) or (last := self._run(first, 1, taken)) < first:
            return None
        after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        cut = after is not None and (after.text == "-" or (after.tag in PROPER and after.sent == noun.sent))
        joined = first <= noun.head.i <= last or any(first <= c.i <= last for c in noun.children)
        if cut or self._person(first) or not (joined or called):
            return None
        return PlainName(first, last, body, self._land(noun.i))

    def _before(self, noun: Token, body: BodyNoun, taken: dict[int, object]) -> PlainName | None:
        """The name to which the noun stands in apposition with an article ("Marelle, a publisher of ...")."""
        name = noun.head
        if noun.dep != "appos" or not 1 < noun.i - name.i < BEHIND or name.tag not in PROPER:
            return None
        comma = name.i + 1
        if self.tokens[comma].text != "," or self.tokens[comma + 1].lower not in OPENERS:
            return None
        first = self._run(name.i, -1, taken)
        before = self.tokens[first - 1] if 0 < first <= name.i else None
        if first > name.i or (before is not None and before.tag in PROPER and before.sent == name.sent):
            return None
        return None if self._person(first) else PlainName(first, name.i, body, self._land(noun.i))

    def _person(self, first: int) -> bool:
        return self.tokens[first].lower in self.kit.actors.genders
