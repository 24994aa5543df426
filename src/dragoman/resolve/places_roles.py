"""What a place does in its sentence: it locates, it stands for those who act there, or it only describes.

"in Moscow" locates; "Moscow's demand", "Ukraine said" act; "Turkish officials", "US troops" describe.
Capitals and states are read by the grammar of `resolve.who.metonyms`, and as `who` linked them.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.gazetteer import CAPITAL, COUNTRY, REGION, Candidate
from dragoman.records import Parsed
from dragoman.records.vocab import PlaceRole
from dragoman.resolve.places_names import Name
from dragoman.resolve.who import Who
from dragoman.resolve.who.metonyms import stands_for_government

#: Links by which a noun stands before the noun it describes.
BEFORE = frozenset({"compound", "nmod", "amod", "npadvmod"})


def role_of(name: Name, candidate: Candidate, parsed: Parsed, who: Who, kit: Kit) -> tuple[PlaceRole, str]:
    """The role of the place and the rule that told it."""
    if name.adjective:
        return "demonym", "place.demonym"
    link = who.link_of(name.last)
    if link is not None and link.form == "metonym" and link.span.end <= name.end:
        return "metonym", "place.linked-as-government"
    if candidate.kind not in (CAPITAL, COUNTRY, REGION):
        return "location", "place.locates"
    head, land = name.last, kit.gazetteer.words["land"]
    if head.dep in BEFORE and head.head is not head:
        up = head.head
        describes = candidate.kind != CAPITAL and up.i > head.i and up.lemma.lower() not in land
        if describes and up.text not in kit.gazetteer.words["site"]:
            return "demonym", "place.describes"
        return "location", "place.locates"
    if head.dep == "poss" and head.head.lemma.lower() in land:
        return "location", "place.locates"
    tokens = parsed.tokens[name.first.i : name.last.i + 1]
    rule = stands_for_government(tokens, "capital" if candidate.kind == CAPITAL else "state", kit)
    return ("metonym", f"place.{rule}") if rule else ("location", "place.locates")
