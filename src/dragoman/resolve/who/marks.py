"""Marks: which tokens carry a name of the lexicon, and where an office, a body or an agent noun stands.

Example: "U.S. Deputy Secretary of State": a name mark on "U.S.", a term mark on "Deputy Secretary of State".
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import Name, Term
from dragoman.records import Entity, Parsed, Span, Token

#: Entities of the parser in which a country's name is only a part (the Bank of England, the Sea of Japan).
WHOLES = frozenset({"ORG", "FAC", "LOC", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True, eq=False)
class NameMark:
    """A name of the lexicon on tokens `first` to `last` (article indexes, both included)."""

    first: int
    last: int
    name: Name
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class TermMark:
    """A term of the lexicon on tokens `first` to `last`."""

    first: int
    last: int
    term: Term


@dataclass(slots=True, eq=False)
class Marks:
    """Marks by token index: `names` on every token of a name, `terms` at the first token, `entities` on every token.

    `parts` are the further names inside one token ("U.S.-Russia").
    """

    names: dict[int, NameMark]
    terms: dict[int, TermMark]
    term_ends: dict[int, TermMark]
    entities: dict[int, Entity]
    parts: list[NameMark]


def find_marks(parsed: Parsed, kit: Kit) -> Marks:
    """All marks of the article."""
    entities: dict[int, Entity] = {}
    for sentence in parsed.sentences:
        for entity in sentence.entities:
            for i in range(entity.first.i, entity.last.i + 1):
                entities[i] = entity
    parts: list[NameMark] = []
    names = _names(parsed, kit, entities, parts)
    terms = _terms(parsed, kit, names)
    marks = Marks(names, terms, {m.last: m for m in terms.values()}, entities, parts)
    for i, mark in list(terms.items()):
        if i in names and names[i].last >= mark.last and mark.first >= names[i].first:
            del terms[i]
            marks.term_ends.pop(mark.last, None)
    return marks


def _names(parsed: Parsed, kit: Kit, entities: dict[int, Entity], parts: list[NameMark]) -> dict[int, NameMark]:
    text, tokens = parsed.article.text, parsed.tokens
    starts = [t.start for t in tokens]
    out: dict[int, NameMark] = {}
    ends: set[int] = set()
    for start, end, name in kit.actors.names_in(text):
        at = bisect_left(starts, start)
        if at == len(tokens) or tokens[at].start != start:
            at -= 1
            if at < 0 or tokens[at].end < end:
                continue
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < end:
            last += 1
        rest = text[end : end + 2]
        inside = (rest[:1] == "-" and rest[1:].islower()) or (
            start and text[start - 1] in "-@#_" and name.use != "demonym"
        )
        if inside and start - 1 not in ends:
            continue
        ends.add(end)
        if name.use == "media" and last > at and tokens[at].lower == "the" and tokens[last].dep in ("amod", "compound"):
            plain = kit.actors.names.get(text[tokens[at + 1].start : end])  # "The Australian prime minister"
            if plain is not None and plain.use == "demonym":
                at, start, name = at + 1, tokens[at + 1].start, plain
        mark = NameMark(at, last, name, Span(start, end))
        if at == last and end - start < len(tokens[at].text) and at in out:
            parts.append(mark)
        elif _stands_alone(mark, tokens, entities, kit):
            for i in range(at, last + 1):
                out[i] = mark
    return out


def _stands_alone(mark: NameMark, tokens: tuple[Token, ...], entities: dict[int, Entity], kit: Kit) -> bool:
    """False where the name is only a part of another one (the Jordan River, Chad Smith, the Moscow Times)."""
    first, last, use = tokens[mark.first], tokens[mark.last], mark.name.use
    behind = tokens[mark.last + 1] if mark.last + 1 < len(tokens) else None
    if use == "media" and behind is not None and behind.text[0].isupper() and behind.lower in kit.actors.body_nouns:
        return False  # "the Foreign Policy Committee"
    if use == "state" and first.text in kit.actors.need_the:
        return mark.first > 0 and tokens[mark.first - 1].lower == "the"
    entity = entities.get(mark.first)
    if entity is None or (entity.first.i >= mark.first and entity.last.i <= mark.last):
        return True
    inside = tokens[entity.first.i : entity.last.i + 1]
    if any(t.lower in ("and", ",", "'s", "of", "'") for t in inside) and use != "organisation":
        after = tokens[mark.last + 1].lower if mark.last + 1 < len(tokens) else ""
        before = tokens[mark.first - 1].lower if mark.first else ""
        if entity.label != "PERSON" and (after in ("and", ",", "'s", "'") or before in ("and", ",")):
            return True
    if entity.label == "PERSON":
        before_it = mark.first > entity.first.i and tokens[mark.first - 1].lower in kit.actors.genders
        longer = mark.last < entity.last.i and tokens[mark.last + 1].text[:1].isupper()
        if use in ("organisation", "media", "armed_group"):
            return entity.first.i == mark.first
        return use not in ("state", "capital") or not (before_it or longer or first.lower in kit.actors.genders)
    if entity.label in ("LOC", "FAC"):
        return use in ("seat", "organisation")
    if entity.label in WHOLES and use in ("capital", "demonym"):
        return use == "demonym" or last.i == entity.last.i
    return True


def _terms(parsed: Parsed, kit: Kit, names: dict[int, NameMark]) -> dict[int, TermMark]:
    tokens, heads = parsed.tokens, kit.actors.terms
    out: dict[int, TermMark] = {}
    size, i = len(tokens), 0
    while i < size:
        token = tokens[i]
        for term in heads.get(token.lower, ()):
            end = i + len(term.words)
            if end > size or tokens[end - 1].sent != token.sent:
                continue
            if i in names and names[i].last < end - 1:
                continue
            if all(tokens[i + k].lower == w for k, w in enumerate(term.words)) and _fits(term, tokens[i:end]):
                if _hyphened(tokens, i, end, heads):
                    break
                out[i] = TermMark(i, end - 1, term)
                i = end - 1
                break
        i += 1
    return out


def _hyphened(tokens: tuple[Token, ...], first: int, end: int, heads: dict[str, tuple[Term, ...]]) -> bool:
    """Is the term a part of a double name ("Salman Amir-Ahmadi", "Abdol-Amir Rabi")?"""
    if not tokens[first].text[0].isupper():
        return False
    after = end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end
    if after and tokens[end + 1].text[0].isupper() and tokens[end + 1].start == tokens[end].end:
        return tokens[end + 1].lower not in heads  # "President-General"
    before = first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start
    return before and tokens[first - 2].text[0].isupper() and tokens[first - 2].end == tokens[first - 1].start


def _fits(term: Term, tokens: tuple[Token, ...]) -> bool:
    """A term is a noun phrase: "the general said", not "in general"; a form of address is capitalised."""
    if term.use == "honorific":
        return tokens[0].text[0].isupper()
    if term.use == "collective":
        words = term.key.split()
        return all(not w[0].isupper() or t.text[0].isupper() for w, t in zip(words, tokens, strict=False))
    last = tokens[-1]
    return (
        len(tokens) > 1
        or last.tag in NOUN_TAGS
        or (last.text[0].isupper() and last.tag == "JJ" and last.dep == "compound")
    )
