"""A map: places of events over the land, in the Equal Earth projection (Šavrič, Patterson and Jenny 2018).

The land comes from a file that `web/map.mjs` writes; it is the browser that loads it, and on this view alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.web.draw import el, link

WIDTH = 1000.0
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2
#: Shown at least, in units (a thousand round the earth): a single city is not shown as an empty sheet.
CLOSEST = 120.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Events at one place; `vague` where the place is a land or region and the point only its middle."""

    name: str
    lat: float
    lon: float
    count: int
    conflict: bool
    vague: bool
    href: str


def _raw(lon: float, lat: float) -> tuple[float, float]:
    turn = math.radians(lon)
    t = math.asin(_M * math.sin(math.radians(lat)))
    t2 = t * t
    t6 = t2**3
    x = turn * math.cos(t) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    return x, t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


_X, _Y = _raw(180, 0)[0], _raw(0, 90)[1]
_SCALE = WIDTH / (2 * _X)
HEIGHT = 2 * _Y * _SCALE


def project(lon: float, lat: float) -> tuple[float, float]:
    """Degrees to units of the drawing, from its upper left corner."""
    x, y = _raw(max(-180.0, min(180.0, lon)), max(-90.0, min(90.0, lat)))
    return (x + _X) * _SCALE, (_Y - y) * _SCALE


#: Areas whose standing is disputed and that are no whole shape of the source: rough corners (lon, lat), only to hatch.
AREAS: tuple[tuple[str, tuple[tuple[float, float], ...]], ...] = (
    ("Crimea", ((32.5, 45.4), (33.6, 46.1), (34.4, 46.0), (35.0, 45.6), (36.5, 45.45), (36.4, 45.05), (35.3, 45.0),
                (33.9, 44.4), (33.4, 44.6), (33.5, 45.1))),
    ("Abkhazia", ((40.0, 43.4), (40.6, 43.55), (42.1, 43.15), (41.7, 42.65), (41.5, 42.45), (40.9, 43.05))),
    ("South Ossetia", ((43.5, 42.6), (44.2, 42.65), (44.7, 42.3), (44.0, 42.0), (43.6, 42.3))),
    ("Transnistria", ((28.4, 48.1), (29.0, 48.0), (29.9, 46.8), (29.6, 46.5), (29.2, 47.2), (28.6, 47.8))),
    ("Golan", ((35.63, 33.3), (35.85, 33.35), (35.9, 32.95), (35.75, 32.72), (35.63, 32.8))),
    ("Kashmir", ((73.8, 33.0), (73.4, 34.6), (72.6, 35.9), (73.9, 36.9), (75.9, 36.7), (77.8, 35.5), (80.3, 35.4),
                 (79.5, 32.6), (78.4, 32.5), (76.0, 32.6), (75.0, 32.5))),
)  # fmt: skip


def world(spots: Sequence[Spot], land: str, *, label: str, whole: bool) -> Markup:
    """The drawing; `land` is the address of the file with the land; `whole`: all the earth, not where the spots are."""
    box = (0.0, 0.0, WIDTH, HEIGHT) if whole or not spots else frame([project(s.lon, s.lat) for s in spots])
    scale = box[2] / WIDTH
    pattern = _hatch("hatch", scale) + _hatch("hatch-land", scale * 10)
    ground = "".join(
        el("use", href=f"{land}#{part}", class_=part, transform="scale(.1)", fill=fill)
        for part, fill in (("land", None), ("borders", None), ("disputed", "url(#hatch-land)"))
    )
    areas = "".join(
        el("path", d="M" + "L".join("{:.1f} {:.1f}".format(*project(*c)) for c in corners) + "z", fill="url(#hatch)")
        for _, corners in AREAS
    )
    most = max((s.count for s in spots), default=1)
    dots = "".join(_spot(s, most, scale) for s in sorted(spots, key=lambda s: -s.count))
    view = " ".join(f"{v:.1f}" for v in box)
    return Markup(
        el("svg", el("defs", pattern) + ground + areas + dots, viewBox=view, class_="chart map", role="group",
           aria_label=label)
    )  # fmt: skip


def _hatch(name: str, scale: float) -> str:
    """Slanting lines; the land is drawn at a tenth, so that its pattern is ten times as large."""
    return el(
        "pattern", el("path", d="M0 0v5", class_="hatch", stroke_width=1.7), id=name, width=4, height=4,
        patternUnits="userSpaceOnUse", patternTransform=f"scale({scale:.4f}) rotate(45)",
    )  # fmt: skip


def _spot(s: Spot, most: int, scale: float) -> str:
    x, y = project(s.lon, s.lat)
    r = (3.2 + 13 * math.sqrt(s.count / most)) * scale
    kind = f"spot{'' if s.conflict else ' calm'}{' vague' if s.vague else ''}"
    dot = el("circle", cx=f"{x:.2f}", cy=f"{y:.2f}", r=f"{r:.2f}", class_=kind, stroke_width=f"{scale:.2f}")
    return link(s.href, f"{s.name}: {s.count:,} event{'s' * (s.count != 1)}", dot)


def frame(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The part of the earth (x, y, width, height) that holds the points, in the shape of the drawing."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    width = max((max(xs) - min(xs)) * 1.25, (max(ys) - min(ys)) * 1.25 * WIDTH / HEIGHT, CLOSEST)
    width = min(width, WIDTH)
    height = width * HEIGHT / WIDTH
    left = min(max((max(xs) + min(xs) - width) / 2, 0.0), WIDTH - width)
    top = min(max((max(ys) + min(ys) - height) / 2, 0.0), HEIGHT - height)
    return left, top, width, height
