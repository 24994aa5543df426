"""How far two places are from each other, and which square degrees a circle touches."""

from __future__ import annotations

import math
from collections.abc import Iterator

#: Mean radius of the Earth in kilometres (IUGG).
RADIUS = 6371.0088
DEGREE = math.pi * RADIUS / 180


def distance(lat: float | None, lon: float | None, to_lat: float, to_lon: float) -> float | None:
    """Kilometres along the great circle (haversine); None where a place has no coordinates."""
    if lat is None or lon is None:
        return None
    a, b = math.radians(lat), math.radians(to_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(to_lon - lon) / 2) ** 2
    return 2 * RADIUS * math.asin(min(1.0, math.sqrt(half)))


def squares(lat: float, lon: float, km: float) -> Iterator[tuple[int, int]]:
    """The south-western corners of all square degrees that may hold a place within `km`."""
    reach = km / DEGREE
    low, high = max(-90, math.floor(lat - reach)), min(90, math.floor(lat + reach))
    far = max(abs(lat - reach), abs(lat + reach))
    # Near a pole the circle may go round the globe.
    wide = (
        180.0
        if far >= 89
        else min(
            180.0,
            math.degrees(math.asin(min(1.0, math.sin(math.radians(min(reach, 90))) / math.cos(math.radians(lat))))),
        )
    )
    lons = range(math.floor(lon - wide), math.floor(lon + wide) + 1) if wide < 180 else range(-180, 180)
    for south in range(low, high + 1):
        for west in lons:
            yield south, (west + 180) % 360 - 180
