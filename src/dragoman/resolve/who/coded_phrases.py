"""Phrases of a user's own tables in the text: names of actors and agents, and the codes they make together.

In "the Veldania gunners" the actor VELDANIA [VEL] and the agent GUNNER [~MIL] give VELMIL; "priests" of nobody named
give ---REL, as PETRARCH writes it. Of several actors in one noun phrase the first gives the code (Schrodt, Beieler and
Idris, PETRARCH manual, on noun phrases), and a part that the code has already is not added again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.lexicon.coding import CodingIndex, Dated, Phrase, word_forms
from dragoman.lexicon.coding_words import Element, pieces
from dragoman.records import Parsed, Sentence, Token
from dragoman.resolve.who.cast import head_of

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
    """A noun phrase with its codes: `head` its head word, `based`: an actor is named, `role`: an agent is."""

    head: Token
    first: Token
    last: Token
    codes: tuple[str, ...]
    based: bool
    names: tuple[str, ...]
    role: bool = False


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
        for coded in (*_of_agents(actors, agents, list(sentence.tokens)), *map(_of_actor, actors)):
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


def _of_agents(actors: list[Hit], agents: list[Hit], tokens: list[Token]) -> Iterator[Coded]:
    """Noun phrases with agents: the code of the actor they belong to with the agents' parts."""
    groups: dict[int, list[Hit]] = {}
    named = {t.i for hit in actors for t in hit.tokens}
    heads = {}
    for hit in agents:
        head = _bearer(hit, tokens, named)
        heads[head.i] = head
        groups.setdefault(head.i, []).append(hit)
    owned = _owned(actors)
    for i, hits in groups.items():
        head = heads[i]
        bases = owned.get(i, []) or _shared(head, groups, owned)
        bases = [hit for hit in bases if hit is bases[0] or _joined(hit.head, bases[0].head)]
        parts = [hit.code for hit in hits]
        written = [code for base in bases for code in base.code.split("/")] or [""]
        codes = tuple(dict.fromkeys(with_parts(code, parts) for code in written))
        words = sorted((t for hit in (*bases, *hits) for t in hit.tokens), key=lambda t: t.i)
        if bases and not owned.get(i):
            words = [t for hit in hits for t in hit.tokens]  # the actor stands by the other of the two
        names = tuple(dict.fromkeys(hit.name for hit in (*bases, *hits)))
        yield Coded(head, words[0], words[-1], codes, any(base.code for base in bases), names, True)


def _owned(actors: list[Hit]) -> dict[int, list[Hit]]:
    """The actors that each noun belongs to."""
    owned: dict[int, list[Hit]] = {}
    for hit in actors:
        for owner in owners_of(hit.head):
            owned.setdefault(owner.i, []).append(hit)
    for hit in actors:  # "officials in VELDANIA", where nothing else says whose they are
        if hit.head.dep == "pobj" and hit.head.head.lower == "in" and hit.head.head.head.i not in owned:
            owned[hit.head.head.head.i] = [hit]
    return owned


def _bearer(hit: Hit, tokens: list[Token], named: set[int]) -> Token:
    """The head of the agent's noun phrase; of a title before a name the name ("minister ILSE BRANDT")."""
    last = hit.tokens[-1]
    at = last.i - tokens[0].i + 1
    after = tokens[at] if at < len(tokens) and hit.head.tag in ("NN", "NNP") else None
    if after is not None and after.pos == "PROPN" and after.i not in named and hit.head.dep == "conj":
        return top_of(after)
    return top_of(hit.head)


def _shared(head: Token, groups: dict[int, list[Hit]], owned: dict[int, list[Hit]]) -> list[Hit]:
    """ "VELDANIA's soldiers and clerics": the second of two roles is of the actor of the first."""
    if head.dep != "conj" or head.head.i not in groups or any(c.dep in ("det", "poss", "prep") for c in head.children):
        return []
    return [hit for hit in owned.get(head.head.i, []) if hit.head.i < head.head.i]


def owners_of(token: Token) -> Iterator[Token]:
    """The nouns that this name belongs to: "VELDANIA's army", "VELDANIAN gunners", "gunners of VELDANIA"; itself."""
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
    """Are two names of one phrase joined: "VELDANIA and SARN soldiers"?"""
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
