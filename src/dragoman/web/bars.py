"""A series as bars about a line: cooperation above, conflict below, words light and deeds dark; each bar leads on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.web.draw import chart, el, link

WIDTH, HEIGHT, LEFT, BOTTOM = 1120.0, 240.0, 34.0, 22.0
#: Both sides are at least so high, in events: a single one does not fill the drawing.
LEAST = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A period: its name, the counts of quads 1 to 4, where it leads."""

    name: str
    quads: tuple[int, int, int, int]
    href: str


def series(bars: Sequence[Bar], *, label: str) -> Markup:
    """The drawing, or nothing where every count is 0."""
    if not any(any(b.quads) for b in bars):
        return Markup("")
    up = max(LEAST, *(b.quads[0] + b.quads[1] for b in bars))
    down = max(LEAST, *(b.quads[2] + b.quads[3] for b in bars))
    unit = (HEIGHT - BOTTOM - 12) / (up + down)
    zero = 8 + up * unit
    step = (WIDTH - LEFT - 4) / max(len(bars), 12)
    width = min(step * 0.78, 34.0)
    out = [_grid(up, down, zero, unit)]
    for number, bar in enumerate(bars):
        x = LEFT + number * step + (step - width) / 2
        out.append(_bar(bar, x, width, zero, unit))
    every = max(1, round(len(bars) / 14))
    names = [
        el("text", bar.name, x=LEFT + number * step + step / 2, y=HEIGHT - 5, text_anchor="middle")
        for number, bar in enumerate(bars)
        if number % every == 0
    ]
    axis = el("line", x1=LEFT, x2=WIDTH, y1=zero, y2=zero, class_="axis")
    return chart("".join((*out, axis, *names)), WIDTH, HEIGHT, label=label, kind="series")


def _bar(bar: Bar, x: float, width: float, zero: float, unit: float) -> str:
    talk, help_, words, deeds = bar.quads
    if not any(bar.quads):
        return ""
    parts, y = [], zero
    for count, kind in ((help_, "coop"), (talk, "coop2")):
        y -= count * unit
        if count:
            parts.append(el("rect", x=x, y=y, width=width, height=count * unit, class_=kind))
    y = zero
    for count, kind in ((deeds, "conf"), (words, "conf2")):
        if count:
            parts.append(el("rect", x=x, y=y, width=width, height=count * unit, class_=kind))
        y += count * unit
    title = (
        f"{bar.name}: {talk + help_} of cooperation ({help_} in deed), {words + deeds} of conflict ({deeds} in deed)"
    )
    return link(bar.href, title, "".join(parts))


def _grid(up: int, down: int, zero: float, unit: float) -> str:
    step = _step(max(up, down))
    out = []
    for value in range(-(down // step) * step, up + 1, step):
        y = zero - value * unit
        out.append(el("line", x1=LEFT, x2=WIDTH, y1=y, y2=y, class_="grid"))
        out.append(el("text", f"{abs(value):,}", x=LEFT - 6, y=y + 4, text_anchor="end"))
    return "".join(out)


def _step(most: int) -> int:
    """A round step that gives about three lines a side."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if most / (size * factor) <= 3.5:
                return size * factor
        size *= 10
