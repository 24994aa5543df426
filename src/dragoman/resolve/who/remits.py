"""Where the name after a title begins when a remit stands between, and whose office the remit says it is.

"Deputy Minister for Legal Affairs Hans Olsen", "Governor of the Bank of Norway Hans Olsen", "Senior Adviser to the
President Hans Olsen", "Norwegian poet and novelist Hans Olsen".
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Token
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.marks import Marks, TermMark
from dragoman.resolve.who.phrases import Context

#: What a remit begins with, and its words at most.
REMITS = frozenset({"for", "of", "to"})
REMIT = 10
#: Joined callings before a name ("poet and children's novelist"), in words.
CALLINGS = 5
LANDS = frozenset({"state", "capital", "region"})
BODIES = frozenset({"organisation", "media", "armed_group"})


class Remits:
    """Looks behind titles."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens

    def name_after(self, mark: TermMark) -> tuple[int, Context]:
        """(index where the name may begin, what stands before it says): right behind the title if there is no remit."""
        begin, said = mark.last + 1, Context(mark.first, mark.first)
        if begin + 1 >= len(self.tokens) or mark.term.use != "office":
            return begin, said
        opening = self.tokens[begin].lower
        if opening == "-" and self.kit.actors.title_words.get(self.tokens[begin + 1].lower) is not None:
            return begin + 2, said  # "chairman-designate Kari Lund"
        if opening == "and":
            return self._callings(begin) or self._fields(begin) or begin, said
        if opening not in REMITS:
            return begin, said
        at = begin + 1 + (self.tokens[begin + 1].tag == "DT")
        after = self._of_body(at, said) if opening != "to" else None
        if after is None and opening == "to":
            boss = self.marks.terms.get(at) if at > begin + 1 else None
            after = boss.last + 1 if boss is not None and boss.term.use == "office" else None
        if after is None:
            after = self._of_land(at, said, owns=opening == "of")
        return after or self._of_subject(begin, said, opening) or begin, said

    def _of_land(self, at: int, said: Context, *, owns: bool) -> int | None:
        """ "Deputy Foreign Minister of Norway Kari Lund", "Ambassador to Lima Kari Lund" (not Peru's)."""
        state = self.marks.names.get(at)
        if state is None or state.name.use not in LANDS:
            return None
        if owns:
            said.add(state)
            said.of_name = True
        return state.last + 1

    def _of_body(self, at: int, said: Context) -> int | None:
        """ "Governor of Central Bank of Norway (CBN) Kari Lund": a body of the lexicon or of the text.

        Its state may own it ("Director of Norway's Harbour Board Kari Lund").
        """
        state = self.marks.names.get(at)
        if state is not None and state.name.use in LANDS and state.last + 2 < len(self.tokens):
            at = state.last + 2 if self.tokens[state.last + 1].tag == "POS" else at
        mark, held = self.marks.names.get(at), self.cast.at.get(at)
        if held is not None and held.draft.is_body:
            said.firm, last = held, held.last.i
        elif mark is not None and mark.name.use in BODIES:
            said.add(mark)
            last = mark.last
        else:
            return None
        said.of_name = True
        if last + 3 < len(self.tokens) and self.tokens[last + 1].text == "(" and self.tokens[last + 3].text == ")":
            last += 3
        return last + 1

    def _of_subject(self, begin: int, said: Context, opening: str) -> int | None:
        """The first word of a person's name behind capitalised words, or behind plain ones after "for"."""
        for token in self.tokens[begin + 1 : begin + REMIT]:
            term = self.marks.terms.get(token.i)
            if token.sent != self.tokens[begin].sent or (term is not None and term.term.use in ("office", "honorific")):
                return None
            if token.i > begin + 1 and self._begins_name(token):
                return token.i
            if token.lower == "of" and token.i > begin + 1:
                return self._of_land(token.i + 1, said, owns=True)
            if token.lower == "for" and opening == "of" and token.i > begin + 1:
                opening = "for"  # "Assistant Secretary of Defence for security policy"
                continue
            plain = opening == "for" and token.pos in ("NOUN", "ADJ", "CCONJ")
            if not (token.text[0].isupper() or plain or token.lower in ("and", "&") or token.tag in ("DT", "HYPH")):
                return None
            if token.text == "Affairs":
                return token.i + 1
        return None

    def _callings(self, joiner: int) -> int | None:
        """The name behind "and" and further callings in small letters."""
        for token in self.tokens[joiner + 1 : joiner + CALLINGS]:
            if token.sent != self.tokens[joiner].sent:
                return None
            if token.i > joiner + 1 and self._begins_name(token):
                return token.i
            if not token.text[0].islower() or token.pos not in ("NOUN", "ADJ", "PART", "PUNCT") or token.text == ",":
                return None
        return None

    def _fields(self, joiner: int) -> int | None:
        """The name behind further fields of an office in capitals ("Minister of Roads and Towns | Ana Holt")."""
        if not self.tokens[joiner - 1].text[0].isupper():
            return None
        for token in self.tokens[joiner + 1 : joiner + CALLINGS]:
            term = self.marks.terms.get(token.i)
            if token.sent != self.tokens[joiner].sent or (term is not None and term.term.use == "office"):
                return None
            given = token.lower in self.kit.actors.genders and token.tag == "NNP"
            if token.i > joiner + 1 and (given or self._begins_name(token)):
                return token.i
            if not token.text[0].isupper() or token.pos not in ("PROPN", "NOUN", "ADJ"):
                return None
        return None

    def _begins_name(self, token: Token) -> bool:
        entity = self.marks.entities.get(token.i)
        if entity is None or entity.label != "PERSON":
            return False
        return entity.first is token or token.lower in self.kit.actors.genders
