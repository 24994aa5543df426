"""Place: a place name where it stands, with what it names."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.spans import Span
from dragoman.records.vocab import PlacePrecision, PlaceRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`country` is ISO 3166-1 alpha-3; `lat`, `lon` WGS 84 degrees, rounded to 4 places; `geonameid` of GeoNames.

    Role `location` locates; `metonym` (Moscow insists) and `demonym` (Turkish) name a place but put nothing there.
    """

    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: PlacePrecision = "unknown"
    role: PlaceRole = "location"
    because: tuple[str, ...] = ()
