"""Where: place names with state and coordinates, and whether each locates, acts or only describes.

In: the grammar of an article and its actors. Out: places in order of the text.
Example: "Kyiv's envoys met Turkish officials in Geneva" gives Kyiv (metonym), Turkish (demonym), Geneva (location).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.kit import Kit
from dragoman.lexicon.gazetteer import Candidate
from dragoman.records import Parsed, Place, Span
from dragoman.records.vocab import PlacePrecision, PlaceRole
from dragoman.resolve.places_choice import Meaning, container, settle
from dragoman.resolve.places_names import Name, NameFinder
from dragoman.resolve.places_roles import role_of
from dragoman.resolve.places_sense import Sense, places_among
from dragoman.resolve.who import Who


def find_places(parsed: Parsed, who: Who, kit: Kit) -> tuple[Place, ...]:
    """The places of the article, in order of the text."""
    finder = NameFinder(parsed, kit.gazetteer)
    names = [finder.beside(n) for n in places_among(finder.options(), Sense(parsed, who, kit))]
    if not names:
        return ()
    meanings = settle(names, kit.gazetteer)
    out: list[Place] = []
    for position, name in enumerate(names):
        candidate, where = _meant(names, position, meanings)
        role, rule = role_of(name, candidate, parsed, who, kit)
        place = _place(name.start, name.end, candidate, role, (rule, where), parsed)
        larger = part_of(name, place, parsed, kit) or border_of(name, place, parsed, kit)
        out += [place] if larger is None else [larger, place]
    return tuple(sorted(out, key=lambda place: place.span))


def _meant(names: Sequence[Name], position: int, meanings: Mapping[str, Meaning]) -> tuple[Candidate, str]:
    """What the name means and by which row or rule; a site that no gazetteer knows lies where the text says it does."""
    name = names[position]
    meaning = meanings.get(name.key)
    if meaning is not None:
        found = meaning.candidates[meaning.best]
        return found, found.row or ("place.only-one" if len(name.candidates) == 1 else "place.likeliest")
    outer = container(names, position)
    around = meanings.get(outer.key) if outer is not None else None
    if around is None:
        return name.candidates[0], "place.not-in-gazetteer"
    town = around.candidates[around.best]
    inside = replace(name.candidates[0], country=town.country, lat=town.lat, lon=town.lon, precision=town.precision)
    return inside, "place.inside-another"


def _place(
    start: int, end: int, candidate: Candidate, role: PlaceRole, because: tuple[str, ...], parsed: Parsed
) -> Place:
    return Place(
        span=Span(start, end),
        name=" ".join(parsed.article.text[start:end].split()),
        country=candidate.country,
        lat=candidate.lat,
        lon=candidate.lon,
        geonameid=candidate.geonameid,
        precision=candidate.precision,
        role=role,
        because=because,
    )


def part_of(name: Name, place: Place, parsed: Parsed, kit: Kit) -> Place | None:
    """The part of a state in "eastern Ukraine": a third of the way from its edge, as far as a direction can tell."""
    if place.precision != "country" or place.role != "location" or name.first.i == 0:
        return None
    before = parsed.tokens[name.first.i - 1]
    box = kit.gazetteer.boxes.get(place.country or "")
    if box is None or before.sent != name.first.sent or before.lower not in kit.gazetteer.words["part"]:
        return None
    point = _towards(before.lower, box)
    span, rule = Span(before.start, name.end), "place.part-of-a-state"
    return _grown(place, span, rule, parsed, lat=point[0], lon=point[1], precision="region")


def _grown(
    place: Place,
    span: Span,
    rule: str,
    parsed: Parsed,
    *,
    lat: float | None,
    lon: float | None,
    precision: PlacePrecision,
) -> Place:
    """A larger phrase around a state's name, as a place of its own that locates."""
    return Place(
        span=span,
        name=" ".join(span.of(parsed.article.text).split()),
        country=place.country,
        lat=lat,
        lon=lon,
        precision=precision,
        because=(rule, *place.because[1:]),
    )


def _towards(direction: str, box: tuple[float, ...]) -> tuple[float, float]:
    """A point one sixth inside the edge of the box (south, west, north, east) that the direction names."""
    south, west, north, east = box
    up = ("north" in direction or direction.startswith("upper")) - (
        "south" in direction or direction.startswith("lower")
    )
    right = ("east" in direction) - ("west" in direction)
    lat = (south + north) / 2 + up * (north - south) / 3
    lon = (west + east) / 2 + right * (east - west) / 3
    return round(lat, 4), round(lon, 4)


def border_of(name: Name, place: Place, parsed: Parsed, kit: Kit) -> Place | None:
    """The line in "the Ukrainian border", "Russia's borders": a place of that state, without a point."""
    after = name.last.i + 1
    tokens, words = parsed.tokens, kit.gazetteer.words["border"]
    if after < len(tokens) and tokens[after].text == "'s":
        after += 1
    if place.precision != "country" or after >= len(tokens) or tokens[after].sent != name.last.sent:
        return None
    if tokens[after].lower not in words or tokens[after].tag not in ("NN", "NNS"):
        return None
    last = tokens[after]
    if after + 1 < len(tokens) and last.dep == "compound" and last.head is tokens[after + 1]:
        return None
    span = Span(name.start, last.end)
    return _grown(place, span, "place.border", parsed, lat=None, lon=None, precision="line")
