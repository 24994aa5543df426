"""Scribe: how a phrase of common nouns is noted in the cast: its words, its head, the names that tell whose it is."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Token
from dragoman.records.vocab import MentionForm
from dragoman.resolve.who.cast import Cast, Draft, Sighting
from dragoman.resolve.who.marks import Marks, TermMark
from dragoman.resolve.who.phrases import Context


class Scribe:
    """Writes sightings of phrases; what bodies, holders of offices and agents have in common."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens
        self.text = cast.parsed.article.text

    def sight(
        self, mark: TermMark, context: Context, draft: Draft, form: MentionForm, because: tuple[str, ...]
    ) -> Sighting:
        """Note that the phrase around the mark means the actor."""
        first = self.tokens[context.core]
        last = self.tokens[self.last(mark, context)]
        head = self.head(mark)
        sighting = self.cast.sight(first, last, draft, form, *because, head=head, cover=False)
        for i in range(mark.first, mark.last + 1):
            self.cast.at[i] = sighting
        for name in context.marks:
            for i in range(name.first, name.last + 1):
                self.cast.within.add(i)
        return sighting

    def last(self, mark: TermMark, context: Context) -> int:
        """The last token of the phrase with its complement, where that says whose it is."""
        return max(mark.last, context.end) if context.of_name or context.bodies else mark.last

    def head(self, mark: TermMark) -> Token:
        """The token of the term's head word."""
        words = self.tokens[mark.first : mark.last + 1]
        return next((t for t in words if t.lemma.lower() == mark.term.head or t.lower == mark.term.head), words[-1])

    def words(self, first: int, last: int) -> str:
        """The words of the article from token to token, white space made one."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last].end].split())

    def opens(self, token: Token) -> bool:
        """Is this the first word of its sentence?"""
        return token.i == 0 or self.tokens[token.i - 1].sent != token.sent

    def locates(self, token: Token) -> bool:
        """Does the phrase stand after a preposition of place ("in Europe", "at the foreign ministry")?"""
        return token.dep == "pobj" and self.kit.actors.place_words.get(("preposition", token.head.lower)) == "place"
