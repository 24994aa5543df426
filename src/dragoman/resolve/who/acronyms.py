"""Acronyms that the text defines beside a name: "the Ceasefire Violations Committee (CFVC) ... the CFVC said".

What the text says goes before what the lexicon says: a body's initials in this article are that body's, whoever else
bears them in the world.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Token
from dragoman.resolve.who.cast import Cast, Draft
from dragoman.resolve.who.marks import Marks, NameMark
from dragoman.resolve.who.names import listed_under, name_draft

#: A name that an acronym stands for has at most so many words.
LONGEST_NAME = 12
NAMED = frozenset({"organisation", "agency", "armed_group", "military", "media"})
BODIES = frozenset({"organisation", "media", "armed_group"})
#: Brackets and commas that a definition stands between ("the Trade Board, TB, said").
OPENING, CLOSING = frozenset({"(", ","}), frozenset({")", ","})


class Acronyms:
    """Finds the definitions of an article."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens
        self.definitions = self._definitions()

    def claim(self) -> None:
        """Sight the bodies that the text alone spells out, and give their acronyms to them, not to the lexicon."""
        known: dict[str, Draft | NameMark] = {}
        for opening, acronym in self.definitions:
            meant = self._meant(opening, acronym)
            if meant is not None:
                known.setdefault(acronym.text, meant)
        for token in self.tokens if known else ():
            meant = known.get(token.text)
            if meant is None or token.i in self.cast.at:
                continue
            if isinstance(meant, NameMark):
                mark = NameMark(token.i, token.i, meant.name, token.span)
                self.marks.names[token.i] = mark
            else:
                self.marks.names.pop(token.i, None)
                self.cast.sight(token, token, meant, "name", "name.acronym-defined")

    def settle(self) -> None:
        """Sight acronyms of bodies that were found later, as the parser's."""
        known: dict[str, Draft] = {}
        for opening, acronym in self.definitions:
            before = self.cast.at.get(opening.i - 1)
            if before is not None and before.draft.kind in NAMED and acronym.i not in self.cast.at:
                known.setdefault(acronym.text, before.draft)
        for token in self.tokens if known else ():
            draft = known.get(token.text)
            if draft is not None and token.i not in self.cast.at:
                draft.named = True
                self.cast.sight(token, token, draft, "name", "name.acronym-defined")

    def _definitions(self) -> list[tuple[Token, Token]]:
        """(what opens it, the acronym) of every "(ACR)" and ", ACR," of the article."""
        return [
            (self.tokens[i - 1], token)
            for i, token in enumerate(self.tokens[:-1])
            if i > 1 and is_acronym(token) and self._stands_between(i)
        ]

    def _stands_between(self, i: int) -> bool:
        opening, closing = self.tokens[i - 1].text, self.tokens[i + 1].text
        return opening in OPENING and closing in CLOSING and (opening == "(") == (closing == ")")

    def _meant(self, opening: Token, acronym: Token) -> Draft | NameMark | None:
        """The body before the bracket: one just found, one of the lexicon, or the words whose initials these are."""
        before = self.cast.at.get(opening.i - 1)
        if before is not None:
            initial = before.draft.kind in NAMED and before.first.text[0] == acronym.text[0]
            return before.draft if initial and (opening.text == "(" or self._initials(before.first, opening, acronym)) \
                else None  # fmt: skip
        mark = self.marks.names.get(opening.i - 1)
        if mark is not None and mark.name.use in BODIES:
            here = self.marks.names.get(acronym.i)
            same = here is not None and here.name.key == mark.name.key
            first = next((t for t in self.tokens[mark.first + 1 : mark.last] if t.tag == "POS"), None)
            begin = self.tokens[first.i + 1 if first is not None else mark.first]  # "Chile's Trade Board (TB)"
            fits = mark.last > mark.first and self._initials(begin, opening, acronym)
            return mark if fits and not same else None
        return self._spelled_out(opening.i - 1, acronym.text)

    def _initials(self, first: Token, end: Token, acronym: Token) -> bool:
        words = self.tokens[first.i : end.i]
        return "".join(t.text[0] for t in words if t.text[0].isupper()) == acronym.text.replace(".", "")

    def _spelled_out(self, last: int, acronym: str) -> Draft | None:
        """The capitalised words before "(CFVC)" whose initials it is (after Schwartz and Hearst 2003)."""
        letters = [c for c in acronym if c.isalpha()]
        i, words = last, 0
        while letters and i >= 0 and words < LONGEST_NAME and self.tokens[i].sent == self.tokens[last].sent:
            token = self.tokens[i]
            if i in self.cast.at:
                return None
            if token.text[0].isupper():
                if token.text[0] != letters.pop():
                    return None
            elif token.pos not in ("ADP", "CCONJ", "DET", "PART", "PUNCT"):
                return None
            i, words = i - 1, words + 1
        if letters or last - i < 2:
            return None
        first, end = self.tokens[i + 1], self.tokens[last]
        person = self.marks.entities.get(first.i)
        if (person is not None and person.label == "PERSON") or first.lower in self.kit.actors.genders:
            return None
        term = self.marks.term_ends.get(last)
        if term is not None and all(k in self.marks.names for k in range(first.i, term.first)):
            return None  # "Peruvian Air Force (PAF)" is read with the bodies of states
        if first.tag == "DT" or end.lower in self.kit.actors.no_bodies:
            return None
        text = " ".join(self.cast.parsed.article.text[first.start : end.end].split())
        inside = [self.marks.names[k] for k in range(first.i, end.i + 1) if k in self.marks.names]
        if any((mark.first, mark.last) == (first.i, end.i) and mark.name.use not in BODIES for mark in inside):
            return None  # "United Arab Emirates (UAE)"
        if any(mark.name.use in BODIES for mark in inside):
            mark = next(m for m in inside if m.name.use in BODIES)
            return name_draft(self.cast, self.kit, mark.name) if (mark.first, mark.last) == (first.i, end.i) else None
        listed = listed_under(self.marks, self.tokens, last, text)
        if listed is not None:
            return name_draft(self.cast, self.kit, listed)
        lands = (mark.name.country for mark in inside)
        draft = self.cast.draft(
            ("unlisted", text.lower()), text, "organisation", country=next(lands, None),
            because=("name.acronym-defined",),
        )  # fmt: skip
        self.cast.sight(first, end, draft, "name", "name.acronym-defined")
        return draft


def is_acronym(token: Token) -> bool:
    """Two to eight capitals, perhaps with points or digits."""
    return 2 <= len(token.text) <= 8 and token.text.replace(".", "").isalnum() and token.text.isupper()
