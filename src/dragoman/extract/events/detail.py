"""Detail: the most detailed CAMEO code and the contexts that the words around an act bear.

"Students marched to demand the resignation of the president" is PROTEST 1411, not only 141; "a loan for a flooded
province" brings the contexts economic and disasters (CAMEO 1.1b3, PLOVER manual; the rows are ours).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from dragoman.extract.events.grammar import agents, doers, is_verbal, undergoers
from dragoman.extract.events.mention import Mention
from dragoman.lexicon.triggers import Detail, TriggerIndex
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: So many words of a phrase are looked at (a bound on hostile sentences).
LIMIT = 60
#: Links to what an act is about.
ABOUT = frozenset({"dobj", "nsubjpass", "xcomp", "ccomp", "attr", "oprd", "acl", "pcomp", "acomp", "dative"})
#: Prepositions that lead to what an act is about ("aid FOR refugees", "marched AGAINST the tax").
TOPICS = frozenset({"of", "for", "to", "on", "about", "over", "against", "into", "with", "from", "by"})
#: Those that lead from a protest to another of its kind, which tells its aim ("stones thrown DURING a march for …").
OCCASIONS = TOPICS | {"in", "during", "after", "following", "at"}
#: Prepositions that lead to what an act is done with.
TOOLS = frozenset({"with", "by", "from", "in", "using", "of"})
#: Clauses beside the act.
BESIDE = frozenset({"advcl", "parataxis", "conj"})
#: A code of four digits is as detailed as CAMEO gets; two steps lead there from three.
STEPS = 2
#: Two sides meet; more are many.
FEW = 2

Lemmas = frozenset[str]


def refine(mention: Mention, index: TriggerIndex) -> None:
    """Give the mention the most detailed code its words bear, and the PLOVER mode that code has."""
    zones: dict[str, Lemmas] = {}
    for _ in range(STEPS):
        row = next((r for r in index.details.get(mention.cameo, ()) if _met(r, mention, zones)), None)
        if row is None:
            break
        mention.cameo = row.code
        mention.because.append(row.name)
    if mention.mode is None:
        kind, mode = index.plain_modes.get(mention.cameo, ("", ""))
        if kind == mention.plover and mode:
            mention.mode = mode


def contexts_of(mentions: Iterable[Mention], code: tuple[str, ...], index: TriggerIndex) -> tuple[str, ...]:
    """The contexts of the code, then those that words of the clause bring, in the order of the words."""
    found = dict.fromkeys(code)
    for mention in mentions:
        tokens = [mention.token, *_tree([*mention.words, mention.verb], skip=BESIDE), *_means(mention)]
        tokens.sort(key=lambda t: t.i)
        for token in tokens:
            themes = index.themes.get(token.lemma) or index.themes.get(token.lower)
            if themes:
                found.update(dict.fromkeys(themes))
    return tuple(found)


def mode_of_meeting(code: str, parties: Iterable[str], land: str | None, setting: Setting) -> tuple[str | None, str]:
    """Mode and code of a meeting by who meets where: three sides or more are multilateral; two states that meet in a
    third one's land are CAMEO 044."""
    lands = [actor.country for actor in map(setting.who.actor, dict.fromkeys(parties)) if actor is not None]
    if len(lands) > FEW:
        return "multilateral", code
    apart = len(set(lands)) == FEW and None not in lands and land is not None and land not in lands
    return ("third-party", "044") if apart and code == "040" else (None, code)


def _met(row: Detail, mention: Mention, zones: dict[str, Lemmas]) -> bool:
    found = zones.get(row.at)
    if found is None:
        found = frozenset(w for t in ZONES[row.at](mention) for w in (t.lemma, t.lower))
        zones[row.at] = found
    return all(not words.isdisjoint(found) for words in row.words)


def _starts(mention: Mention) -> list[Token]:
    """The words of the trigger and the verb that carries it."""
    words = list(mention.words)
    if mention.carrier is not None and mention.carrier not in words:
        words.append(mention.carrier)
    return words


def _content(mention: Mention) -> Iterator[Token]:
    """What is asked, promised, threatened, given or protested: objects, complements and topics."""
    own = {t.i for t in mention.words}
    nominal = not is_verbal(mention.token)
    topics = OCCASIONS if mention.plover == "PROTEST" else TOPICS
    for word in _starts(mention):
        if word.i in own and word is not mention.token:
            yield word
        for child in word.children:
            if child.i in own:
                continue
            modifies = child.dep in ("amod", "compound", "nmod") and not is_verbal(word)
            about = child.dep in ABOUT or (child.dep in ("prep", "agent") and child.lower in topics)
            about = about or (child.dep in ("relcl", "advcl") and _is_open(child))
            about = about or (child.dep == "pobj" and word.i in own)
            if modifies or (about and not (child.dep == "acl" and not nominal and word is mention.carrier)):
                yield from _tree([child], skip=frozenset({"parataxis"}))


def _is_open(clause: Token) -> bool:
    """A clause without a word that opens it: "marched DEMANDING", "rallied TO DEMAND", not "AFTER it fell"."""
    return clause.child("mark") is None and clause.tag in ("VBG", "VB")


def _doer(mention: Mention) -> Iterator[Token]:
    for word in _starts(mention):
        if is_verbal(word):
            yield from _tree(doers(word), skip=frozenset({"relcl", "parataxis"}))
        else:
            yield from _tree([c for c in word.children if c.dep in ("poss", "compound", "amod", "nmod")])
            yield from _tree(agents(word))


def _object(mention: Mention) -> Iterator[Token]:
    for word in mention.words:
        if is_verbal(word):
            yield from _tree(undergoers(word))
        elif word is not mention.token:
            yield from _tree([word])
        for child in word.children:
            if child.dep == "prep" and child.lower in ("of", "from"):
                yield from _tree([child])


def _means(mention: Mention) -> Iterator[Token]:
    """Who does it, and with what: "gunmen", "with mortars", "in an air raid"."""
    yield mention.token
    yield from _doer(mention)
    for word in _starts(mention):
        for child in word.children:
            if (
                child.dep in ("prep", "agent")
                and child.lower in TOOLS
                and not (word.pos == "NOUN" and child.lower == "of")
            ):
                yield from _tree([child], skip=frozenset({"relcl", "acl"}))
            elif child.dep == "advcl" and child.lower in TOOLS:
                yield from _tree([child])


def _any(mention: Mention) -> Iterator[Token]:
    yield from _tree(_starts(mention), skip=BESIDE)


def _tree(tops: Iterable[Token], skip: frozenset[str] = frozenset()) -> Iterator[Token]:
    """The words and what hangs below them, at most LIMIT, clauses of the skipped kinds left out."""
    stack, seen, left = list(tops), set[int](), LIMIT
    while stack and left:
        token = stack.pop()
        if token.i in seen:
            continue
        seen.add(token.i)
        left -= 1
        yield token
        stack.extend(c for c in token.children if c.dep not in skip)


#: Where the words of a detail row may stand (`lexicon.triggers.PLACES`).
ZONES: Mapping[str, Callable[[Mention], Iterator[Token]]] = {
    "content": _content, "doer": _doer, "object": _object, "means": _means, "any": _any,
}  # fmt: skip
