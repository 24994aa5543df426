"""Which words may name a place: every name of the gazetteer that stands in the text, the longest at each word.

In: the tokens of an article. Out: `Name`s in order of the text, with all that each may mean; nothing is decided here.
Example: "talks in Springfield, Ill." gives Springfield (34 places) and Ill. (Illinois, an abbreviation).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.lexicon.gazetteer import Candidate, Gazetteer, keys_of
from dragoman.records import Parsed, Sentence, Token

#: The longest names in tokens ("Port-au-Prince" has five; the longest states have more and are cut by their short forms).
LONGEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name where it stands: tokens `first` to `last`, the characters of the article, its key and meanings.

    `adjective`: the word is a demonym ("Turkish"). `short`: an abbreviation read after a comma ("Ill.").
    """

    first: Token
    last: Token
    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]
    adjective: bool = False
    short: bool = False


class NameFinder:
    """The names of one article; what was looked up once is remembered."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer) -> None:
        self.parsed, self.gazetteer = parsed, gazetteer
        self.text = parsed.article.text
        self._seen: dict[str, tuple[str, tuple[Candidate, ...], bool] | None] = {}

    def names(self) -> Iterator[Name]:
        for sentence in self.parsed.sentences:
            yield from self._in_sentence(sentence)

    def _in_sentence(self, sentence: Sentence) -> Iterator[Name]:
        tokens, at = sentence.tokens, 0
        while at < len(tokens):
            token = tokens[at]
            if not token.text[:1].isupper():
                at += 1
                continue
            name = self._longest(tokens, at) or self._compound(token) or self._abbreviation(tokens, at)
            if name is None:
                at += 1
                continue
            yield name
            at = name.last.i - tokens[0].i + 1

    def _longest(self, tokens: tuple[Token, ...], at: int) -> Name | None:
        for end in range(_reach(tokens, at), at, -1):
            last = tokens[end - 1]
            if not (last.text[:1].isupper() or last.text[:1].isdigit()):
                continue
            start = tokens[at].start
            found = self._look_up(self.text[start : last.end])
            if found:
                key, candidates, adjective = found
                return Name(first=tokens[at], last=last, start=start, end=last.end, key=key,
                            candidates=candidates, adjective=adjective)  # fmt: skip
        return None

    def _compound(self, token: Token) -> Name | None:
        """The place in "U.S.-led", which is one token."""
        cut = token.text.find("-")
        if cut < 2 or not token.text[cut + 1 : cut + 2].islower():
            return None
        end = token.start + cut
        found = self._look_up(self.text[token.start : end])
        if not found:
            return None
        key, candidates, adjective = found
        return Name(
            first=token, last=token, start=token.start, end=end, key=key, candidates=candidates, adjective=adjective
        )

    def _abbreviation(self, tokens: tuple[Token, ...], at: int) -> Name | None:
        if at < 2 or tokens[at - 1].text != ",":
            return None
        candidates = self.gazetteer.short.get(tokens[at].text)
        if not candidates:
            return None
        token = tokens[at]
        return Name(first=token, last=token, start=token.start, end=token.end, key=token.text,
                    candidates=candidates, short=True)  # fmt: skip

    def _look_up(self, written: str) -> tuple[str, tuple[Candidate, ...], bool] | None:
        if written not in self._seen:
            self._seen[written] = self._fresh(written)
        return self._seen[written]

    def _fresh(self, written: str) -> tuple[str, tuple[Candidate, ...], bool] | None:
        gazetteer, key = self.gazetteer, ""
        for key in keys_of(written):
            state = gazetteer.named.get(key)
            if state:
                return key, state + (gazetteer.candidates(key) if key.islower() else ()), False
            people = gazetteer.demonyms.get(key)
            if people:
                return key, (people,), True
        candidates = gazetteer.candidates(key) if key.islower() else ()
        return (key, candidates, False) if candidates else None


def _reach(tokens: tuple[Token, ...], at: int) -> int:
    """The index after the last token that may belong to a name beginning at `at`."""
    end, last = at + 1, at + 1
    while end < len(tokens) and end - at < LONGEST:
        token = tokens[end]
        head = token.text[:1]
        if head.isupper() or head.isdigit():
            end += 1
            last = end
        elif token.text.isalpha() and len(token.text) <= 4 or token.text in ("-", "'"):
            end += 1
        elif token.text == "," and end + 1 < len(tokens) and tokens[end + 1].text in ("D.C.", "DC"):
            end += 1
        else:
            break
    return last
