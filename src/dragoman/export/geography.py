"""Places in the terms of others: what of a place may stand in a column for cities, and what in one for countries."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.formats import FormatIndex
from dragoman.records import Place

#: GDELT's Geo_Type (codebook of GDELT 2.0): of the United States, elsewhere.
US_TYPES = {"region": 2, "city": 3, "point": 3}
WORLD_TYPES = {"region": 5, "city": 4, "point": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place by the columns of ICEWS and POLECAT. A region is a province only inside one state."""

    city: str | None = None
    province: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    kind: str | None = None
    name: str | None = None


NOWHERE = Where()


def where_of(place: Place | None, codes: FormatIndex) -> Where:
    """The columns of the place. The middle of a country is no point on a map and stays out."""
    if place is None:
        return NOWHERE
    located = place.precision in ("city", "point", "region", "line")
    return Where(
        city=place.name if place.precision in ("city", "point") else None,
        province=place.name if place.precision == "region" and place.country else None,
        country=codes.countries.get(place.country or ""),
        lat=place.lat if located else None,
        lon=place.lon if located else None,
        geonameid=place.geonameid,
        kind=place.precision,
        name=place.name,
    )


def gdelt_type(place: Place) -> int:
    """GDELT's Geo_Type: 1 country, 2 US state, 3 US city, 4 world city, 5 world state; 0 where it is none of these."""
    if place.precision == "country":
        return 1
    types = US_TYPES if place.country == "USA" else WORLD_TYPES
    return types.get(place.precision, 0) if place.country else 0
