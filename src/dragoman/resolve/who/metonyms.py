"""Does a capital stand for its government here, or is it a place?

"Moscow insists", "Moscow's demand", "between Moscow and Kyiv" are the government; "in Moscow", "flew to Moscow",
"Moscow's streets" are places. Which words decide is the table `metonyms/place_words.tsv`.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import NameUse
from dragoman.records import Token
from dragoman.resolve.who.cast import head_of


def stands_for_government(tokens: tuple[Token, ...], use: NameUse, kit: Kit) -> str | None:
    """The rule by which these tokens mean the government, or None where they are a place."""
    head = head_of(tokens)
    while head.dep == "conj" and head.head is not head:
        if head.head.pos not in ("PROPN", "NOUN"):
            break
        head = head.head
    words, up = kit.actors.place_words, head.head
    reading = "actor"
    if head.dep in ("nsubj", "nsubjpass"):
        passive = head.dep == "nsubjpass"
        reading = words.get(("subject", up.lemma), "actor")
        if passive and reading == "actor":
            reading = words.get(("object", up.lemma), "actor")
        if any(c.dep == "appos" and words.get(("governor", c.lemma.lower())) == "place" for c in head.children):
            return None
        if not passive and up.lemma == "be" and reading == "actor":
            reading = _copula(up, words)
        return "metonym.subject" if reading == "actor" else None
    if head.dep == "poss":
        reading = words.get(("possessed", up.lemma.lower()), "actor")
        if use == "capital" and up.pos == "PROPN" and up.ent not in ("PERSON", "ORG"):
            return None
        if use == "state" and up.ent in ("GPE", "LOC", "FAC"):
            return None  # "Kazakhstan's Astana"
        return "metonym.possessive" if reading == "actor" else None
    if head.dep in ("dobj", "dative", "iobj"):
        return "metonym.object" if words.get(("object", up.lemma), "actor") == "actor" else None
    if head.dep in ("pobj", "agent", "pcomp"):
        return _after_preposition(head, use, words)
    if head.dep in ("compound", "nmod", "amod"):
        return None
    return "metonym.subject" if use == "seat" and head.dep not in ("appos", "npadvmod", "ROOT") else None


#: "Moscow is in the west" locates.
PARTS = frozenset({"north", "south", "east", "west", "centre", "center", "middle", "heart"})


def _copula(verb: Token, words: dict[tuple[str, str], str]) -> str:
    """ "Moscow is ready" acts; "Moscow is a city", "Moscow is in the west" is a place."""
    said = verb.child("attr", "prep", "acomp", "advmod")
    if said is None:
        return "actor"
    if said.dep == "prep":
        where = said.child("pobj")
        return "place" if where is None or where.ent in ("GPE", "LOC", "FAC") or where.lemma in PARTS else "actor"
    return words.get(("governor", said.lemma.lower()), "actor") if said.dep == "attr" else "actor"


def _after_preposition(head: Token, use: NameUse, words: dict[tuple[str, str], str]) -> str | None:
    preposition = head.head
    reading = words.get(("preposition", preposition.lower))
    if reading == "place":
        return None
    governor = preposition.head
    if preposition.lower == "as" and any(c.lower == "such" for c in preposition.children):
        return None  # "issues such as Iran", "countries such as Iran"
    if reading is None:
        reading = words.get(("governor", governor.lemma.lower()), "actor")
        if reading == "actor" and governor.pos in ("PROPN", "ADV", "ADP", "NUM"):
            reading = "place"
    elif governor.lemma.lower() in ("road", "route", "railway", "train", "flight", "line"):
        reading = "place"
    return "metonym.after-preposition" if reading == "actor" else None
