"""Actors by a user's own codes: phrases of actors and agents in the text, and the codes they make together.

In "the Gondor soldiers" the actor GONDOR [GON] and the agent SOLDIER [~MIL] give GONMIL; "clerics" of nobody named give
---REL, as PETRARCH writes it. Of several actors in one noun phrase the first gives the code (Schrodt, Beieler and
Idris, PETRARCH manual, on noun phrases), and a part that the code has already is not added again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.lexicon.coding import CodingIndex, Dated, Phrase, word_forms
from dragoman.lexicon.coding_words import Element, pieces
from dragoman.records import Parsed, Sentence, Token
from dragoman.records.vocab import ActorKind, MentionForm
from dragoman.resolve.who.cast import Cast, Draft, Sighting, head_of

#: So many words may come between two words of a phrase that a blank parts.
GAP = 3
#: What no phrase of several words reaches over.
BARRIERS = frozenset({"VERB", "AUX", "PUNCT", "PRON"})
#: What a phrase of one word is not, of actors and of agents.
NO_NAME = frozenset({"PRON", "AUX", "DET", "ADP", "CCONJ", "SCONJ", "PART"})
NO_AGENT = NO_NAME | {"VERB", "ADV"}
NOMINAL = frozenset({"NOUN", "PROPN"})
INNER = frozenset({"compound", "amod", "nmod"})
#: How far a search runs up the tree.
REACH = 8
#: The code of nobody known.
NOBODY = "---"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its tokens in order, their head, and its code on the day."""

    tokens: tuple[Token, ...]
    head: Token
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Coded:
    """A noun phrase with its codes: `head` its head word, `based`: an actor is named, not an agent alone."""

    head: Token
    first: Token
    last: Token
    codes: tuple[str, ...]
    based: bool
    names: tuple[str, ...]


def find_coded(parsed: Parsed, index: CodingIndex) -> dict[int, Coded]:
    """The coded noun phrases of an article by the index of their head word; a name inside one stands by itself too."""
    day = (parsed.article.published or "")[:10] or None
    found: dict[int, Coded] = {}
    for sentence in parsed.sentences:
        words, tokens = stream(sentence)
        actors = list(_hits(words, tokens, index.actors, NO_NAME, day))
        taken = {t.i for hit in actors for t in hit.tokens}
        agents = [
            hit
            for hit in _hits(words, tokens, index.agents, NO_AGENT, day)
            if not any(t.i in taken for t in hit.tokens)
        ]
        for coded in (*_of_agents(actors, agents), *map(_of_actor, actors)):
            found.setdefault(coded.head.i, coded)
    return found


def stream(sentence: Sentence) -> tuple[list[str], list[Token]]:
    """The words of a sentence as phrases spell them, and the token each is from; hyphens are left out."""
    words: list[str] = []
    tokens: list[Token] = []
    for token in sentence.tokens:
        for piece in pieces(token.lower):
            words.append(piece)
            tokens.append(token)
    return words, tokens


def phrases_at(
    words: list[str], tokens: list[Token], start: int, table: dict[str, tuple[Phrase, ...]]
) -> Iterator[tuple[Phrase, list[int]]]:
    """The phrases that begin at this word, longest first, with the positions of their words."""
    for phrase in table.get(words[start], ()):
        places = _rest(words, tokens, start, phrase.words, plural=phrase.plural)
        if places is not None:
            yield phrase, places


def _rest(
    words: list[str], tokens: list[Token], start: int, phrase: tuple[Element, ...], *, plural: bool
) -> list[int] | None:
    places = [start]
    for number, element in enumerate(phrase[1:], 2):
        forms = word_forms(element, plural=plural and number == len(phrase))
        last = places[-1]
        for at in range(last + 1, min(len(words), last + 2 + (0 if element.joined else GAP))):
            if words[at] in forms:
                places.append(at)
                break
            if tokens[at].pos in BARRIERS:
                return None
        else:
            return None
        if places[-1] == last:
            return None
    return places


def _hits(
    words: list[str],
    tokens: list[Token],
    table: dict[str, tuple[Phrase, ...]],
    barred: frozenset[str],
    day: str | None,
) -> Iterator[Hit]:
    """Phrases from left to right, the longest at each place; none lies in another."""
    free = 0
    for start in range(len(words)):
        if start < free:
            continue
        for phrase, places in phrases_at(words, tokens, start, table):
            token = tokens[start]
            if len(places) == 1 and (token.pos in barred or (token.pos == "VERB" and token.text.islower())):
                continue
            free = places[-1] + 1
            dated = phrase.code_on(day)
            if dated is not None:
                yield _hit(tuple(tokens[p] for p in places), dated)
            break


def _hit(tokens: tuple[Token, ...], dated: Dated) -> Hit:
    own = tuple(dict.fromkeys(tokens))
    return Hit(own, head_of(own), dated.code, dated.name)


def top_of(token: Token) -> Token:
    """The head of the noun phrase in which the word is but a modifier or a part of the name."""
    for _ in range(REACH):
        if token.dep not in INNER or token.head is token or token.head.pos not in NOMINAL:
            return token
        token = token.head
    return token


def _of_agents(actors: list[Hit], agents: list[Hit]) -> Iterator[Coded]:
    """Noun phrases with agents: the code of the actor they belong to with the agents' parts."""
    groups: dict[int, list[Hit]] = {}
    for hit in agents:
        groups.setdefault(top_of(hit.head).i, []).append(hit)
    owned: dict[int, list[Hit]] = {}
    for hit in actors:
        for owner in owners_of(hit.head):
            owned.setdefault(owner.i, []).append(hit)
    for hit in actors:  # "officials in GONDOR", where nothing else says whose they are
        if hit.head.dep == "pobj" and hit.head.head.lower == "in" and hit.head.head.head.i not in owned:
            owned[hit.head.head.head.i] = [hit]
    for hits in groups.values():
        head = top_of(hits[0].head)
        bases = owned.get(head.i, [])
        bases = [hit for hit in bases if hit is bases[0] or _joined(hit.head, bases[0].head)]
        parts = [hit.code for hit in hits]
        written = [code for base in bases for code in base.code.split("/")] or [""]
        codes = tuple(dict.fromkeys(with_parts(code, parts) for code in written))
        tokens = sorted((t for hit in (*bases, *hits) for t in hit.tokens), key=lambda t: t.i)
        names = tuple(dict.fromkeys(hit.name for hit in (*bases, *hits)))
        yield Coded(head, tokens[0], tokens[-1], codes, any(base.code for base in bases), names)


def owners_of(token: Token) -> Iterator[Token]:
    """The nouns that this name belongs to: "GONDOR's army", "GONDORIAN soldiers", "soldiers of GONDOR"; and itself."""
    for _ in range(REACH):
        yield token
        head = token.head
        if head is token:
            return
        if token.dep in INNER or token.dep == "poss" or (token.dep == "conj" and head.dep in (*INNER, "poss", "pobj")):
            token = head
        elif token.dep == "pobj" and head.lower in ("of", "from") and head.dep == "prep":
            token = head.head
        else:
            return


def _joined(one: Token, other: Token) -> bool:
    """Are two names of one phrase joined: "GONDOR and ARNOR soldiers"?"""
    return one.dep == "conj" and one.head is other


def with_parts(code: str, parts: Iterable[str]) -> str:
    """The actor's code with the parts of agents: `~GOV` goes behind, `NGO~` before; what is there is not added."""
    out = code or NOBODY
    for part in parts:
        before, _, behind = part.partition("~")
        known = {out[at : at + 3] for at in range(0, len(out), 3)}
        added = "".join(c for at in range(0, len(behind), 3) if (c := behind[at : at + 3]) not in known)
        out += added
        if before and not out.startswith(before):
            out = before + ("" if out == NOBODY else out)
    return out


def _of_actor(hit: Hit) -> Coded:
    codes = tuple(code for code in hit.code.split("/") if code)
    return Coded(hit.head, hit.tokens[0], hit.tokens[-1], codes, bool(codes), (hit.name,))


class CodedActors:
    """Gives the actors of the cast their codes, and makes actors of names and agents that nobody else has seen.

    `name_actors` goes before pronouns look back; `name_agents` after, so that "the soldiers" may be soldiers named.
    """

    def __init__(self, cast: Cast, index: CodingIndex) -> None:
        self.cast, self.index = cast, index
        self.found = find_coded(cast.parsed, index)
        self.coded: dict[int, tuple[str, ...]] = {}
        self.kept: dict[int, Sighting] = {}
        self.dropped: dict[int, tuple[Sighting, Sighting | None]] = {}

    def name_actors(self) -> None:
        """Codes for the names, before anything looks back on them."""
        for coded in self.found.values():
            if coded.based:
                self._give(coded)
        for coded in self.found.values():
            if coded.based:
                self._lend(coded)
        self._sweep()
        self.kept = {i: self.cast.at[i] for i, coded in self.found.items() if coded.based and i in self.cast.at}

    def name_agents(self) -> None:
        """Codes for roles of nobody named, and for names that something has looked back from."""
        for coded in self.found.values():
            sighting = self.cast.at.get(coded.head.i)
            if not coded.codes:
                if sighting is not None:
                    self._uncode(sighting.draft, coded)
                continue
            if coded.based:
                self._restore(coded, sighting)
                continue
            coded = self._of_owner(coded)
            if sighting is None:
                self._make(coded)
            elif id(sighting.draft) not in self.coded and sighting.draft.country is None:
                self._code(sighting.draft, coded)
        self._sweep()

    def _sweep(self) -> None:
        """Take out what was dropped: once, whatever its number."""
        if not self.dropped:
            return
        self.cast.sightings = [s for s in self.cast.sightings if id(s) not in self.dropped]
        for i, sighting in list(self.cast.at.items()):
            if id(sighting) in self.dropped:
                instead = self.dropped[id(sighting)][1]
                if instead is None:
                    del self.cast.at[i]
                else:
                    self.cast.at[i] = instead
        self.dropped = {}

    def _drop(self, sighting: Sighting, instead: Sighting | None) -> None:
        if id(sighting) not in self.dropped:
            self.dropped[id(sighting)] = (sighting, instead)
            sighting.draft.sightings -= 1

    def _restore(self, coded: Coded, sighting: Sighting | None) -> None:
        """What looks back may have taken "the coast guard of Gondor" for somebody: it is whom its name says."""
        kept = self.kept.get(coded.head.i)
        if kept is None or sighting in (None, kept) or self.coded.get(id(sighting.draft)) == coded.codes:
            return
        self._drop(sighting, kept)

    def _of_owner(self, coded: Coded) -> Coded:
        """ "ITS foreign minister": the agent is of the actor that the pronoun means, where that has a code."""
        owner = next((self.cast.at.get(c.i) for c in coded.head.children if c.dep == "poss"), None)
        codes = self.coded.get(id(owner.draft)) if owner is not None else None
        if codes is None:
            return coded
        parts = [code.removeprefix(NOBODY) for code in coded.codes]
        return replace(coded, codes=tuple(with_parts(code, ["~" + part for part in parts]) for code in codes))

    def _give(self, coded: Coded) -> None:
        """The code to the actor that stands there; to one of its own where that actor goes by another code."""
        sighting = self.cast.at.get(coded.head.i)
        if sighting is None or self._joins(sighting) or self.coded.get(id(sighting.draft), coded.codes) != coded.codes:
            self._make(coded, over=sighting)
        else:
            self._code(sighting.draft, coded)

    def _joins(self, sighting: Sighting) -> bool:
        """ "Gondor and Rohan", taken for one name: each of the two is an actor of its own."""
        inside = (self.found.get(i) for i in range(sighting.first.i, sighting.last.i + 1))
        return any(c is not None and c.based and c.head.dep == "conj" for c in inside)

    def _lend(self, coded: Coded) -> None:
        """ "the GONDOR spokesman Ioreth": a person or group whom we know by no code of the user's is of Gondor."""
        for owner in owners_of(coded.head):
            sighting = self.cast.at.get(owner.i)
            if sighting is not None and id(sighting.draft) not in self.coded and owner.i not in self.found:
                own = sighting.draft.code or ""
                if not own.startswith(coded.codes[0]):
                    self._code(sighting.draft, coded)

    def _code(self, draft: Draft, coded: Coded) -> None:
        if id(draft) in self.coded:
            return
        self.coded[id(draft)] = coded.codes
        draft.code = "/".join(coded.codes)
        country = coded.codes[0][:3]
        draft.country = country if country in self.index.states else draft.country
        draft.because = (*draft.because, "who.coded", *coded.names)

    def _uncode(self, draft: Draft, coded: Coded) -> None:
        """The user knows the name and gives it no code: it has none."""
        if id(draft) not in self.coded:
            self.coded[id(draft)] = ()
            draft.code, draft.country = None, None
            draft.because = (*draft.because, "who.coded", *coded.names)

    def _make(self, coded: Coded, *, over: Sighting | None = None) -> None:
        code = "/".join(coded.codes)
        text = self.cast.parsed.article.text
        name = " ".join(text[coded.first.start : coded.last.end].split())
        country = code[:3] if code[:3] in self.index.states else None
        kind = over.draft.kind if over is not None else self._kind(coded)
        draft = self.cast.draft(
            ("coded", code, name.lower()), name, kind, country=country, code=code, named=False,
            because=("who.coded", *coded.names), noun=coded.head.lemma, plural=coded.head.tag in ("NNS", "NNPS"),
        )  # fmt: skip
        self.coded[id(draft)] = coded.codes
        form: MentionForm = "name" if coded.head.pos == "PROPN" else "nominal"
        for token in self.cast.parsed.tokens[coded.first.i : coded.last.i + 1]:
            if over is not None and self.cast.at.get(token.i) is over:
                del self.cast.at[token.i]
        whole = over is not None and coded.first.start <= over.first.start and over.last.end <= coded.last.end
        if over is not None and (whole or self._joins(over)):
            self._drop(over, None)
        self.cast.sight(coded.first, coded.last, draft, form, "who.coded", *coded.names, head=coded.head)

    def _kind(self, coded: Coded) -> ActorKind:
        """What the code and the parser make of a name: PERSON a person, three letters a state, else by its sector."""
        code = coded.codes[0]
        if coded.head.ent == "PERSON":
            return "person"
        if not coded.based:
            return "group"
        if "MIL" in code[3:]:
            return "military"
        if "REB" in code[3:]:
            return "armed_group"
        return "state" if len(code) == 3 and coded.head.ent in ("GPE", "NORP", "LOC", "") else "organisation"
