"""Firms and schools that no table knows, told by the word that closes their name, and their short names.

"Bell Harbour Oil Co said ... Bell Harbour rose": one organisation of CAMEO sector BUS, its country unknown.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Token
from dragoman.resolve.who.cast import Cast, Draft
from dragoman.resolve.who.marks import Marks, NameMark
from dragoman.resolve.who.plain_firms import PlainFirms, PlainName
from dragoman.resolve.who.towns import land_of

#: A name of a firm has at most so many words before the one that closes it.
LONGEST = 7
#: How many tokens behind a closing word the noun of a body is looked for.
FURTHER = 6
#: Parts of speech of the words of such a name.
NAME_POS = frozenset({"PROPN", "NOUN", "ADJ", "X"})
#: Names of the lexicon that may be a part of the name of a firm (American Express Co).
PARTS = frozenset({"state", "demonym", "capital", "region", "seat"})


class Firms:
    """Sights firms before persons are read: what is a firm's name is no person's."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.closing, self.nouns = cast, marks, kit.actors.firms, kit.actors.body_nouns
        self.kit = kit
        self.legal = kit.actors.legal_forms
        self.tokens = cast.parsed.tokens
        self.short: dict[str, dict[tuple[str, ...], Draft]] = {}
        self.plain = PlainFirms(self.tokens, marks, kit)

    def find(self) -> None:
        """Sight the full names, then their short forms after and before them."""
        done = -1
        for token in self.tokens:
            if token.i > done and self._closes(token) and token.pos in NAME_POS and not self._goes_on(token):
                first = self._first(token)
                if done < first < token.i:
                    done = self._sight(first, token)
        for name in self.plain.find(dict(self.cast.at)):
            self._sight_plain(name)
        if self.short:
            self._shortened()

    def _sight_plain(self, name: PlainName) -> None:
        """A bare name that the noun beside it tells; of a firm named before, its land."""
        words = tuple(t.text for t in self.tokens[name.first : name.last + 1])
        draft = self.short.get(words[0], {}).get(words)
        sector = name.noun.sector or ""
        if draft is None:
            text = self.cast.parsed.article.text
            shown = " ".join(text[self.tokens[name.first].start : self.tokens[name.last].end].split())
            draft = self.cast.draft(
                ("firm", *words), shown, name.noun.kind, country=name.country,  # type: ignore[arg-type]
                code=((name.country or "") + sector) or None, because=("name.plain-noun", name.noun.row),
            )  # fmt: skip
            self.short.setdefault(words[0], {})[words] = draft
        elif draft.country is None and name.country:
            draft.country, draft.code = name.country, name.country + (draft.code or "")
        first, last = self.tokens[name.first], self.tokens[name.last]
        self.cast.sight(first, last, draft, "name", "name.plain-noun")

    def _goes_on(self, closing: Token) -> bool:
        """Does the name end in the noun of a body further on ("Northern Railway Operation Company")?"""
        land = self.marks.names.get(closing.i + 2)
        if closing.lower in self.nouns and land is not None and self.tokens[closing.i + 1].lower == "of":
            return land.name.use in PARTS  # "Food Corporation of Chile"
        inside = self.marks.entities.get(closing.i)
        for token in self.tokens[closing.i + 1 : closing.i + FURTHER]:
            joined = token.lower in ("and", "&") and inside is not None and self.marks.entities.get(token.i) is inside
            if token.sent != closing.sent or not (joined or (token.text[0].isupper() and token.pos in NAME_POS)):
                return False
            if token.lower in self.nouns:
                return True
        return False

    def _first(self, closing: Token) -> int:
        """Where the name that this word closes begins; the word itself where it closes none."""
        first = k = closing.i
        while k > 0 and closing.i - k < LONGEST and self.tokens[k - 1].sent == closing.sent:
            k -= 1
            token = self.tokens[k]
            if token.text == "&" or (token.text == "-" and token.end == self.tokens[k + 1].start):
                continue
            if token.text == "<":
                return k + 1 if k + 1 < closing.i else closing.i  # "<Hudson's Harbour Co>", as wires set a firm off
            owns = token.tag == "POS" and k + 1 == closing.i and closing.text.removesuffix(".") in self.legal
            if owns or (token.tag == "POS" and self._set_off(k, closing)):
                continue  # "Crosby-Lund's Inc"
            partners = token.text == "," and first < closing.i and self._and_co(first, closing)
            if partners and self._names(self.tokens[k - 1]):
                continue  # "Hale, Brandt and Co"
            legal = token.text == "," and k + 1 == closing.i and closing.text.removesuffix(".") in self.legal
            if (token.lower == "and" and k + 2 >= closing.i) or legal:
                continue  # "Hudson Mining and Smelting Co", "Hale and Co", "Grover Foods, Inc"
            if not self._names(token):
                parent = self._parent(k)
                first = parent.first if parent is not None and parent.last == k and first == k + 1 else first
                break
            first = k
        return first

    def _and_co(self, first: int, closing: Token) -> bool:
        """Is the name from `first` the last partner of a house ("Brandt and Co")?"""
        joiner = self.tokens[closing.i - 1]
        return first == closing.i - 2 and joiner.lower in ("and", "&") and closing.text.removesuffix(".") == "Co"

    def _parent(self, at: int) -> NameMark | None:
        """The firm of the lexicon that stands here, whose name may begin that of another ("Citicorp Mortgage Inc")."""
        mark = self.marks.names.get(at)
        firm = mark is not None and mark.name.use == "organisation" and (mark.name.code or "").endswith("BUS")
        return mark if firm else None

    def _set_off(self, at: int, closing: Token) -> bool:
        """Is the name from before `at` to its closing word set off by angle brackets?"""
        after = self.tokens[closing.i + 1].text if closing.i + 1 < len(self.tokens) else ""
        return after == ">" and any(t.text == "<" for t in self.tokens[max(0, at - LONGEST) : at])

    def _names(self, token: Token) -> bool:
        mark, term = self.marks.names.get(token.i), self.marks.terms.get(token.i)
        if mark is not None and mark.name.use not in PARTS:
            return False
        if term is not None and term.term.use == "honorific":
            return False
        return token.text[0].isupper() and token.pos in NAME_POS and token.text.removesuffix(".") not in self.legal

    def _closes(self, token: Token) -> bool:
        return token.text.removesuffix(".") in self.closing

    def _sight(self, first: int, closing: Token) -> int:
        last = closing.i
        while last + 1 < len(self.tokens) and (more := self._more(last)):
            last += more
        parent = self._parent(first)
        if parent is not None and parent.last == closing.i - 1 and closing.text.removesuffix(".") in self.legal:
            return last  # "Boeing Co" is read as the name that the lexicon has
        sector, row = self.closing[closing.text.removesuffix(".")]
        words = tuple(t.text for t in self.tokens[first : closing.i])
        text = self.cast.parsed.article.text
        name = " ".join(text[self.tokens[first].start : self.tokens[last].end].split())
        country = self.plain.land_before(first) or self._land(first, closing.i) or self._told_after(last)
        country = country or (parent.name.country if parent is not None else None)
        draft = self.cast.draft(
            ("firm", *words), name, "organisation", country=country, code=(country or "") + sector,
            because=("name.firm", row),
        )  # fmt: skip
        self.cast.sight(self.tokens[first], self.tokens[last], draft, "name", "name.firm")
        for end in range(1, len(words) + 1):
            self.short.setdefault(words[0], {}).setdefault(words[:end], draft)
        return last

    def _more(self, last: int) -> int:
        """How many words the name goes on: another closing word, or one more word and then a legal form."""
        following = self.tokens[last + 1]
        if self._closes(following):
            return 1
        name = following.text[0].isupper() and following.tag in ("NNP", "NNPS") and last + 2 < len(self.tokens)
        return 2 if name and self.tokens[last + 2].text.removesuffix(".") in self.legal else 0

    def _land(self, first: int, closing: int) -> str | None:
        """The land that the name begins or ends with ("Peru Copper Corp", "Northern Bank of Chile Ltd")."""
        for at in (first, closing - 1):
            mark = self.marks.names.get(at)
            if mark is not None and mark.name.use in ("state", "demonym", "capital", "region"):
                return mark.name.country
        return land_of(tuple(t.text for t in self.tokens[first : closing + 1]), self.kit)

    def _told_after(self, last: int) -> str | None:
        """The land after the legal form ("Harbour Foods Ltd of Chile")."""
        mark = self.marks.names.get(last + 2)
        if mark is None or self.tokens[last + 1].lower != "of" or mark.name.use not in ("state", "region"):
            return None
        after = self.tokens[mark.last + 1] if mark.last + 1 < len(self.tokens) else None
        return mark.name.country if after is None or after.tag not in ("POS", "NN", "NNS", "NNP", "NNPS") else None

    def _shortened(self) -> None:
        """ "Bell Harbour" and "Bell" after "Bell Harbour Oil Co"."""
        for token in self.tokens:
            forms = self.short.get(token.text)
            if forms is None or token.i in self.cast.at or token.i in self.marks.names or token.pos != "PROPN":
                continue
            before = self.tokens[token.i - 1] if token.i else None
            if before is not None and before.tag == "NNP" and before.sent == token.sent and before.head is token:
                continue
            size = 1
            while size < LONGEST and tuple(t.text for t in self.tokens[token.i : token.i + size + 1]) in forms:
                size += 1
            after = self.tokens[token.i + size] if token.i + size < len(self.tokens) else None
            joined = after is not None and after.tag in ("NNP", "NNPS") and after.sent == token.sent
            if joined and after is not None and after.i not in self.marks.terms:
                continue
            words = tuple(t.text for t in self.tokens[token.i : token.i + size])
            if words in forms:
                self.cast.sight(token, self.tokens[token.i + size - 1], forms[words], "name", "name.firm-short")
