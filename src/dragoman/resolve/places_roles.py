"""What a place does in its sentence: it locates, it stands for those who act there, or it only describes.

"in Moscow" locates; "Moscow's demand", "Ukraine said" act; "Turkish officials", "US troops" describe.
Capitals and states are read by the grammar of `resolve.who.metonyms`, and as `who` linked them.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.gazetteer import CAPITAL, COUNTRY, REGION, SITE, Candidate
from dragoman.records import Parsed
from dragoman.records.vocab import PlaceRole
from dragoman.resolve.places_names import Name
from dragoman.resolve.who import Who
from dragoman.resolve.who.metonyms import stands_for_government

#: What follows the town of a dateline.
DATELINE = frozenset({"-", "--", "–", "—", "(", ",", ":"})
#: Links by which a noun stands before the noun it describes.
BEFORE = frozenset({"compound", "nmod", "amod", "npadvmod"})


def role_of(name: Name, candidate: Candidate, parsed: Parsed, who: Who, kit: Kit) -> tuple[PlaceRole, str]:
    """The role of the place and the rule that told it."""
    if name.adjective:
        return "demonym", "place.demonym"
    if _dateline(name, parsed):
        return "location", "place.dateline"
    link = who.link_of(name.last)
    if link is not None and link.form == "metonym" and link.span.end <= name.end:
        return "metonym", "place.linked-as-government"
    head, words = name.last, kit.gazetteer.words
    before = head.dep in BEFORE and head.head is not head and head.head.i > head.i
    if before and head.head.text in words["site"]:
        return "location", "place.locates"
    if before and head.head.pos == "PROPN" and candidate.kind != SITE and not name.first.text.isupper():
        return "demonym", "place.in-a-name"
    if candidate.kind not in (CAPITAL, COUNTRY, REGION):
        return "location", "place.locates"
    if before:
        describes = candidate.kind != CAPITAL and head.head.lemma.lower() not in words["land"]
        return ("demonym", "place.describes") if describes else ("location", "place.locates")
    if head.dep == "poss" and head.head.lemma.lower() in words["land"]:
        return "location", "place.locates"
    if candidate.kind == REGION and head.dep not in ("nsubj", "nsubjpass", "poss"):
        return "location", "place.locates"
    tokens = parsed.tokens[name.first.i : name.last.i + 1]
    rule = stands_for_government(tokens, "capital" if candidate.kind == CAPITAL else "state", kit)
    return ("metonym", f"place.{rule}") if rule else ("location", "place.locates")


def _dateline(name: Name, parsed: Parsed) -> bool:
    """ "TUNIS (Reuters) - ", "MINSK, May 3 - ": the name in capitals that begins a paragraph."""
    sentence = parsed.sentence_of(name.first)
    if name.first is not sentence.tokens[0] or name.last.i + 1 >= len(parsed.tokens):
        return False
    if name.first.i and parsed.sentences[sentence.index - 1].block == sentence.block:
        return False
    return name.first.text.isupper() and parsed.tokens[name.last.i + 1].text in DATELINE
