"""Where: place names with state and coordinates, and whether each locates, acts or only describes.

In: the grammar of an article and its actors. Out: places in order of the text.
Example: "Kyiv's envoys met Turkish officials in Geneva" gives Kyiv (metonym), Turkish (demonym), Geneva (location).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.kit import Kit
from dragoman.lexicon.gazetteer import CAPITAL, COUNTRY, Candidate
from dragoman.records import Parsed, Place, Span
from dragoman.records.vocab import PlaceRole
from dragoman.resolve.places_choice import Meaning, container, settle
from dragoman.resolve.places_names import Name, NameFinder
from dragoman.resolve.places_sense import Sense, places_among
from dragoman.resolve.who import Who


def find_places(parsed: Parsed, who: Who, kit: Kit) -> tuple[Place, ...]:
    """The places of the article, in order of the text."""
    gazetteer = kit.gazetteer
    finder = NameFinder(parsed, gazetteer)
    names = [finder.beside(n) for n in places_among(finder.options(), Sense(parsed, who, kit))]
    if not names:
        return ()
    meanings = settle(names, gazetteer)
    text = parsed.article.text
    return tuple(_place(name, _meant(names, i, meanings), who, text) for i, name in enumerate(names))


def _meant(names: Sequence[Name], position: int, meanings: Mapping[str, Meaning]) -> Candidate:
    """What the name means; a site that no gazetteer knows lies where the text says it does."""
    name = names[position]
    meaning = meanings.get(name.key)
    if meaning is not None:
        return meaning.candidates[meaning.best]
    outer = container(names, position)
    around = meanings.get(outer.key) if outer is not None else None
    if around is None:
        return name.candidates[0]
    town = around.candidates[around.best]
    return replace(name.candidates[0], country=town.country, lat=town.lat, lon=town.lon, precision=town.precision)


def _place(name: Name, candidate: Candidate, who: Who, text: str) -> Place:
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
