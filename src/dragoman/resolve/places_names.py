"""Which words may name a place: every name of the gazetteer that stands in the text, the longest at each word.

In: the tokens of an article. Out: `Name`s in order of the text, with all that each may mean; nothing is decided here.
Example: "talks in Springfield, Ill." gives Springfield (34 places) and Ill. (Illinois, an abbreviation).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.lexicon.gazetteer import ADM1, ADM2, COUNTRY, FEATURE, REGION, SITE, Candidate, Gazetteer, fold, keys_of
from dragoman.records import Parsed, Token

#: The longest names in tokens ("Port-au-Prince" has five; longer ones of states are found by their short forms).
LONGEST = 8


#: What a site means that no gazetteer knows: its point is that of the town it stands in, where the text says so.
NOWHERE = Candidate(kind=SITE, country=None, lat=None, lon=None, geonameid=None, precision="unknown")

#: What a name means that only its use tells for a place.
UNHEARD = Candidate(kind=SITE, country=None, lat=None, lon=None, geonameid=None, precision="unknown", side=True)
SPATIAL = frozenset({"GPE", "LOC", "FAC"})
#: Where "Kentucky State" begins the name of a body (Kentucky State Police), and a department is an office.
STATE_BODIES = frozenset({"USA", "CAN", "GBR", "AUS"})
#: "Donetsk region" is the division, whatever Donetsk alone is in the same article.
FITTING = {"division": (ADM1,), "district": (ADM2, ADM1)}
#: No name of a site begins with these ("From Heartbreak Ridge").
UNNAMED = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "ADV", "AUX", "VERB"})
LARGE = 100_000
#: Small words inside the name of a site ("Bridge of the Republic").
SMALL = frozenset({"of", "the", "de", "del", "al", "el", "la", "-", "'s"})
#: What may stand between a place and the place that contains it.
JOINTS = frozenset({",", "(", "in", "of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name where it stands: tokens `first` to `last`, the characters of the article, its key and meanings.

    `adjective`: the word is a demonym ("Turkish"). `short`: an abbreviation read after a comma ("Ill.").
    `joint`: the word or comma after it by which a name that follows contains it; `possessive`: "'s" follows.
    `generic`: the kind that a word beside it tells ("the province of Idlib": division, "Idlib city": city).
    """

    first: Token
    last: Token
    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]
    adjective: bool = False
    short: bool = False
    joint: Token | None = None
    possessive: bool = False
    generic: str | None = None


class NameFinder:
    """The names of one article; what was looked up once is remembered."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer) -> None:
        self.parsed, self.gazetteer = parsed, gazetteer
        self.text = parsed.article.text
        self._seen: dict[str, tuple[str, tuple[Candidate, ...], bool] | None] = {}
        self._entities = {e.first.i: e for s in parsed.sentences for e in s.entities if e.label in SPATIAL}

    def options(self) -> Iterator[list[Name]]:
        """For each word that begins a name: every name that begins there, the longest first."""
        for sentence in self.parsed.sentences:
            tokens = sentence.tokens
            for at, token in enumerate(tokens):
                if token.text[:1].isupper():
                    found = list(self.at(tokens, at))
                    if found:
                        yield found

    def at(self, tokens: tuple[Token, ...], at: int) -> Iterator[Name]:
        """Every name that begins at this word, the longest first."""
        short = self._abbreviation(tokens, at)
        if short is not None:
            yield short
            return
        reach = _reach(tokens, at)
        yield from self._sites(tokens, at, reach)
        known = False
        for end in range(reach, at, -1):
            last = tokens[end - 1]
            if end - at > 1 and not (last.text[:1].isupper() or last.text[:1].isdigit()):
                continue
            start = tokens[at].start
            found = self._look_up(self.text[start : last.end])
            if found:
                known = True
                yield self._name(tokens[at], last, last.end, found)
            elif end - at > 1:
                yield from self._with_generic(tokens, at, end)
        if not known:
            yield from self._compound(tokens[at])
            yield from self._unknown(tokens, at)

    def beside(self, name: Name) -> Name:
        """The name with what the words beside it tell."""
        tokens = self.parsed.sentence_of(name.first).tokens
        after, before = name.last.i + 1 - tokens[0].i, name.first.i - 1 - tokens[0].i
        following = tokens[after] if after < len(tokens) else None
        joint: Token | None = None
        generic = None
        possessive = False
        if following is not None:
            if following.text in JOINTS:
                joint = following
            possessive = following.text == "'s"
            generic = self._generic(following.lower)
            if generic and after + 1 < len(tokens) and tokens[after + 1].text in JOINTS:
                joint = tokens[after + 1]
        if before >= 1 and tokens[before].lower == "of":
            generic = generic or self._generic(tokens[before - 1].lower)
        generic = name.generic or generic
        key, candidates = name.key, name.candidates
        own = any(c.kind in (COUNTRY, REGION, FEATURE) for c in candidates)
        fitting = () if own else tuple(c for c in candidates if c.kind in FITTING.get(generic or "", ()))
        if fitting and not name.generic:
            key, candidates = f"{key} {generic}", fitting
        return replace(name, joint=joint, possessive=possessive, generic=generic, key=key, candidates=candidates)

    def _generic(self, word: str) -> str | None:
        words = self.gazetteer.words
        if word in words["division"]:
            return "division"
        if word in words["district"]:
            return "district"
        return "city" if word in words["town"] else None

    def _with_generic(self, tokens: tuple[Token, ...], at: int, end: int) -> Iterator[Name]:
        """ "Benue State", where the gazetteer knows only Benue."""
        word = tokens[end - 1].lower
        generic = self._generic(word)
        if not generic or generic == "city":
            return
        goes_on = end < len(tokens) and tokens[end].text[:1].isupper()
        body = word == "department" or (goes_on and word == "state")
        found = self._look_up(self.text[tokens[at].start : tokens[end - 2].end])
        if found and not found[2]:
            kind = ADM1 if generic == "division" else ADM2
            fitting = tuple(c for c in found[1] if c.kind == kind and not (body and c.country in STATE_BODIES))
            if fitting:
                yield replace(self._name(tokens[at], tokens[end - 1], tokens[end - 1].end, (found[0], fitting, False)),
                              key=f"{found[0]} {generic}", generic=generic)  # fmt: skip

    def _name(self, first: Token, last: Token, end: int, found: tuple[str, tuple[Candidate, ...], bool]) -> Name:
        key, candidates, adjective = found
        while self.text[end - 1] in "-–—":
            end -= 1
        return Name(
            first=first, last=last, start=first.start, end=end, key=key, candidates=candidates, adjective=adjective
        )

    def _sites(self, tokens: tuple[Token, ...], at: int, reach: int) -> Iterator[Name]:
        """A site with a name of its own, known to no gazetteer: "Tahrir Square", "Fort Ticonderoga"."""
        words = self.gazetteer.words
        first, last = tokens[at], None
        if first.text in words["site-first"] and reach - at > 1:
            last = tokens[at + 1]
        for end in range(reach, at + 1, -1):
            if tokens[end - 1].text in words["site"]:
                last = tokens[end - 1]
                break
        if last is None or last is first or first.pos in UNNAMED or not last.text[:1].isupper():
            return
        if all(t.text[:1].isupper() or t.lower in SMALL for t in tokens[at : last.i - tokens[0].i]):
            key = fold(self.text[first.start : last.end])
            if not self._look_up(self.text[first.start : last.end]):
                yield Name(first=first, last=last, start=first.start, end=last.end, key=key, candidates=(NOWHERE,))

    def _unknown(self, tokens: tuple[Token, ...], at: int) -> Iterator[Name]:
        """A place that no gazetteer knows, by the parser or by a word beside it: "the village of Nagrig"."""
        first, last = tokens[at], tokens[at]
        entity = self._entities.get(first.i)
        if entity is not None:
            last = tokens[entity.last.i - tokens[0].i]
            if last.text == "'s" and last is not first:
                last = tokens[last.i - 1 - tokens[0].i]
        else:
            before = tokens[at - 2].lower if at >= 2 and tokens[at - 1].lower == "of" else ""
            after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
            if not (self._generic(before) or self._generic(after)) or first.pos != "PROPN":
                return
        if last.text[:1].isupper() and not first.text.isupper() and first.pos not in UNNAMED:
            text = self.text[first.start : last.end]
            if not (first is not last and self._is_known(last)) and not self._look_up(text):
                yield Name(
                    first=first, last=last, start=first.start, end=last.end, key=fold(text), candidates=(UNHEARD,)
                )

    def _is_known(self, token: Token) -> bool:
        """Whether the word alone is a large town or of our tables ("Occupied Jerusalem"; not "Bolton City")."""
        found = self._look_up(self.text[token.start : token.end])
        if not found or found[0] in self.gazetteer.ordinary:
            return False
        return any(c.row or (c.people >= LARGE and not c.side) for c in found[1])

    def _compound(self, token: Token) -> Iterator[Name]:
        """The place in "U.S.-led", which is one token."""
        cut = token.text.find("-")
        if cut >= 2 and token.text[cut + 1 : cut + 2].islower():
            found = self._look_up(self.text[token.start : token.start + cut])
            if found:
                yield self._name(token, token, token.start + cut, found)

    def _abbreviation(self, tokens: tuple[Token, ...], at: int) -> Name | None:
        token = tokens[at]
        if at < 2 or tokens[at - 1].text != "," or token.text not in self.gazetteer.short:
            return None
        return Name(first=token, last=token, start=token.start, end=token.end, key=token.text,
                    candidates=self.gazetteer.short[token.text], short=True)  # fmt: skip

    def _look_up(self, written: str) -> tuple[str, tuple[Candidate, ...], bool] | None:
        if written not in self._seen:
            self._seen[written] = self._fresh(written)
        return self._seen[written]

    def _fresh(self, written: str) -> tuple[str, tuple[Candidate, ...], bool] | None:
        gazetteer, key = self.gazetteer, ""
        for key in keys_of(written):
            if key in gazetteer.words["never"]:
                return None
            own = gazetteer.named.get(key)
            if own:
                return key, own + _others(own, gazetteer.candidates(key) if key.islower() else ()), False
            people = gazetteer.demonyms.get(key)
            if people:
                return key, (people,), True
        candidates = gazetteer.candidates(key) if key.islower() else ()
        return (key, candidates, False) if candidates else None


def _others(own: tuple[Candidate, ...], found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Places of a name that our tables also have: Mexico is the state, never Mexico City."""
    states = {c.country for c in own if c.kind == COUNTRY}
    ids = {c.geonameid for c in own if c.geonameid}
    return tuple(c for c in found if c.country not in states and c.geonameid not in ids)


def _reach(tokens: tuple[Token, ...], at: int) -> int:
    """The index after the last token that may belong to a name beginning at `at`."""
    end, last = at + 1, at + 1
    while end < len(tokens) and end - at < LONGEST:
        token = tokens[end]
        head = token.text[:1]
        if head.isupper() or head.isdigit():
            end += 1
            last = end
        elif (
            (token.text.isalpha() and len(token.text) <= 4)
            or token.text in ("-", "'", "'s")
            or (token.text == "," and end + 1 < len(tokens) and tokens[end + 1].text in ("D.C.", "DC"))
        ):
            end += 1
        else:
            break
    return last
