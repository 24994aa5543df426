"""A network laid out on the server: Fruchterman and Reingold (1991), from fixed places, so always the same."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from dragoman.web.draw import chart, el, link
from dragoman.web.words import bare

WIDTH, HEIGHT = 1120.0, 700.0
#: Pairs times rounds of the layout that are computed (a bound on the time of the largest network).
WORK = 260_000


@dataclass(frozen=True, slots=True)
class Node:
    name: str
    weight: int
    href: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Between two nodes by their number; `title` says what lies behind it."""

    a: int
    b: int
    weight: int
    conflict: bool
    title: str
    href: str


def network(nodes: Sequence[Node], edges: Sequence[Edge], *, label: str) -> Markup:
    if not nodes:
        return Markup("")
    places = layout(len(nodes), [(e.a, e.b, e.weight) for e in edges])
    heaviest = max((e.weight for e in edges), default=1)
    lines = [_edge(e, places, heaviest) for e in sorted(edges, key=lambda e: e.weight)]
    most = max(n.weight for n in nodes)
    discs = [_node(n, *places[i], most) for i, n in enumerate(nodes)]
    return chart("".join((*lines, *discs)), WIDTH, HEIGHT, label=label, kind="net")


def _edge(e: Edge, places: list[tuple[float, float]], heaviest: int) -> str:
    (x1, y1), (x2, y2) = places[e.a], places[e.b]
    bend = 0.12 if e.conflict else -0.12
    mx, my = (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend
    width = 1 + 6 * math.sqrt(e.weight / heaviest)
    d = f"M{x1:.1f} {y1:.1f}Q{mx:.1f} {my:.1f} {x2:.1f} {y2:.1f}"
    kind = "conf" if e.conflict else "coop"
    return link(e.href, e.title, el("path", d=d, class_=f"link {kind}", stroke_width=width, opacity="0.75"))


def _node(n: Node, x: float, y: float, most: int) -> str:
    r = 4 + 14 * math.sqrt(n.weight / max(most, 8))
    right = x < WIDTH * 0.82
    words = el("text", escape(bare(n.name)), x=x + r + 4 if right else x - r - 4, y=y + 4,
               text_anchor=None if right else "end", class_="halo")  # fmt: skip
    return link(n.href, f"{n.name}: {n.weight:,} events", el("circle", cx=x, cy=y, r=r, class_="node") + words)


def layout(count: int, edges: Sequence[tuple[int, int, int]]) -> list[tuple[float, float]]:
    """Places of the nodes within the drawing; the same input gives the same places."""
    golden = math.pi * (3 - math.sqrt(5))
    xs = [math.sqrt((i + 0.5) / count) * math.cos(i * golden) for i in range(count)]
    ys = [math.sqrt((i + 0.5) / count) * math.sin(i * golden) for i in range(count)]
    if count == 1:
        return [(WIDTH / 2, HEIGHT / 2)]
    k = 1.6 / math.sqrt(count)
    heaviest = max((w for _, _, w in edges), default=1)
    rounds = max(12, min(100, WORK // (count * count)))
    for step in range(rounds):
        _round(xs, ys, edges, k, heaviest, 0.14 * (1 - step / rounds) + 0.004)
    return _fitted(xs, ys)


def _round(
    xs: list[float], ys: list[float], edges: Sequence[tuple[int, int, int]], k: float, heaviest: int, heat: float
) -> None:
    """One round of pushing all apart and pulling the linked together; a weak pull to the middle keeps the unlinked."""
    count = len(xs)
    dx = [-0.9 * x for x in xs]
    dy = [-0.9 * y for y in ys]
    kk = k * k
    for i in range(count):
        xi, yi = xs[i], ys[i]
        sx = sy = 0.0
        for j in range(i):
            ex, ey = xi - xs[j], yi - ys[j]
            push = kk / (ex * ex + ey * ey + 1e-4)
            ex *= push
            ey *= push
            sx += ex
            sy += ey
            dx[j] -= ex
            dy[j] -= ey
        dx[i] += sx
        dy[i] += sy
    for a, b, weight in edges:
        ex, ey = xs[a] - xs[b], ys[a] - ys[b]
        pull = math.sqrt(ex * ex + ey * ey) / k * (0.25 + 0.75 * math.sqrt(weight / heaviest))
        dx[a] -= ex * pull
        dy[a] -= ey * pull
        dx[b] += ex * pull
        dy[b] += ey * pull
    for i in range(count):
        length = math.sqrt(dx[i] ** 2 + dy[i] ** 2) or 1.0
        reach = min(length, heat) / length
        xs[i] += dx[i] * reach
        ys[i] += dy[i] * reach


def _fitted(xs: list[float], ys: list[float]) -> list[tuple[float, float]]:
    """Stretched over the drawing, with room for names."""
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    across, down = (right - left) or 1.0, (bottom - top) or 1.0
    return [
        (60 + (x - left) / across * (WIDTH - 220), 30 + (y - top) / down * (HEIGHT - 60))
        for x, y in zip(xs, ys, strict=True)
    ]
