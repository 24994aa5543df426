"""Where: place names with state and coordinates, and whether each locates, acts or only describes.

In: the grammar of an article and its actors. Out: places in order of the text.
Example: "Kyiv's envoys met Turkish officials in Geneva" gives Kyiv (metonym), Turkish (demonym), Geneva (location).
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.kit import Kit
from dragoman.lexicon.gazetteer import CAPITAL, COUNTRY, Candidate
from dragoman.records import Parsed, Place, Span
from dragoman.records.vocab import PlaceRole
from dragoman.resolve.places_choice import choose, context_of
from dragoman.resolve.places_names import Name, NameFinder
from dragoman.resolve.places_sense import Sense
from dragoman.resolve.who import Who


def find_places(parsed: Parsed, who: Who, kit: Kit) -> tuple[Place, ...]:
    """The places of the article, in order of the text."""
    gazetteer = kit.gazetteer
    sense = Sense(parsed, who, kit)
    names = list(NameFinder(parsed, gazetteer).names(lambda name: sense.score(name) > 0.0))
    if not names:
        return ()
    context = context_of(names, gazetteer, {})
    chosen = choose(names, context, WEIGHTS)
    text = parsed.article.text
    return tuple(_place(name, *chosen[name.key], who, text) for name in names)


WEIGHTS: Mapping[str, float] = {
    "people": 1.0, "kind.capital": 1.5, "kind.state": 6.0, "kind.district": -2.0, "kind.division": -0.3, "kind.region": 5.0,
    "side-name": -0.5, "state-share": 2.0, "state-named": 1.0, "division-named": 1.0, "inside": 5.0,
    "generic-fits": 3.0,
}  # fmt: skip


def _place(name: Name, candidate: Candidate, why: tuple[str, ...], who: Who, text: str) -> Place:
    return Place(
        span=Span(name.start, name.end),
        name=text[name.start : name.end],
        country=candidate.country,
        lat=candidate.lat,
        lon=candidate.lon,
        geonameid=candidate.geonameid,
        precision=candidate.precision,
        role=role_of(name, candidate, who),
        because=("place.name", *([candidate.row] if candidate.row else ["place.gazetteer"])),
    )


SAYS = frozenset({"nsubj", "nsubjpass", "agent"})


def role_of(name: Name, candidate: Candidate, who: Who) -> PlaceRole:
    if name.adjective:
        return "demonym"
    link = who.link_of(name.last)
    if link is not None and link.form == "metonym":
        return "metonym"
    if candidate.kind in (CAPITAL, COUNTRY) and name.last.dep in SAYS and name.last.head.pos == "VERB":
        return "metonym"
    return "location"
