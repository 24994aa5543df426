"""A timeline by lanes: points where a day is known, bars as wide as the days are uncertain, signs for the status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from markupsafe import Markup

from dragoman.web.draw import chart, el, form, link, side
from dragoman.web.words import bare

WIDTH, LEFT, ROW, TOP = 1120.0, 168.0, 14.0, 26.0
#: The width of a sign with its margin.
STEP = 12.0
#: Rows of one lane; what does not fit is counted at its end.
DEEPEST = 4
NAME = 24


@dataclass(frozen=True, slots=True)
class Point:
    """Something on a lane: first and last day (ISO, both included; one of them may be ""), where it leads."""

    begin: str
    end: str
    status: str
    quad: int | None
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    name: str
    href: str
    points: tuple[Point, ...]


def timeline(lanes: Sequence[Lane], *, label: str, today: str = "") -> Markup:
    """The drawing, or nothing where no point has a day."""
    dated = [(lane, [p for p in lane.points if p.begin or p.end]) for lane in lanes]
    ends = [day for _, points in dated for p in points for day in (p.begin, p.end) if day]
    if not ends:
        return Markup("")
    scale = Scale(*_range(ends))
    y, out = TOP, []
    for lane, points in dated:
        if points:
            drawn, rows = _lane(lane, points, scale, y)
            out.append(drawn)
            y += rows * ROW + 9
    height = y + 6
    return chart(_axis(scale, height) + "".join(out), WIDTH, height, label=label, kind="lanes")


class Scale:
    """Days to units; the last day is drawn with its whole width."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.unit = (WIDTH - LEFT - 14) / ((last - first).days + 1)

    def x(self, day: date) -> float:
        return LEFT + (day - self.first).days * self.unit


def _range(ends: list[str]) -> tuple[date, date]:
    """The days shown: all but stragglers, so that one date of 1965 does not press a week into a line."""
    days = sorted(date.fromisoformat(e[:10]) for e in ends)
    middle = days[len(days) // 2]
    spread = max(days[int(len(days) * 0.9)] - days[int(len(days) * 0.15)], timedelta(days=6))
    near = [d for d in days if abs((d - middle).days) <= spread.days * 2]
    first, last = near[0], near[-1]
    pad = max(1, (last - first).days // 30)
    return first - timedelta(days=pad), last + timedelta(days=pad)


def _lane(lane: Lane, points: list[Point], scale: Scale, y: float) -> tuple[str, int]:
    """The points of a lane in as few rows as keep them apart."""
    free = [LEFT] * DEEPEST
    out, used, hidden = [], 1, 0
    for p in sorted(points, key=lambda p: (p.begin or p.end, p.end, p.title)):
        left, right = _ends(p, scale)
        if right < LEFT or left > WIDTH - 8:
            hidden += 1
            continue
        left, right = max(left, LEFT), min(right, WIDTH - 8)
        place = _place(p, left, right, free)
        if place is None:
            hidden += 1
            continue
        row, x = place
        free[row] = max(x + STEP, right if not _exact(p) else 0.0)
        used = max(used, row + 1)
        out.append(link(p.href, p.title, _point(p, left, right, x, y + row * ROW + ROW / 2)))
    name = lane.name if len(lane.name) <= NAME else lane.name[: NAME - 1].rstrip() + "…"
    head = el("text", escape(bare(name)), x=LEFT - 12, y=y + ROW / 2 + 4, text_anchor="end", class_="name")
    head = link(lane.href, f"{lane.name}: {len(points)}", head) if lane.href else head
    more = el("text", f"and {hidden} more", x=LEFT - 12, y=y + ROW * 1.5 + 4, text_anchor="end") if hidden else ""
    rows = max(used, 2 if hidden else 1)
    rule = el("line", x1=0, x2=WIDTH, y1=y - 4.5, y2=y - 4.5, class_="grid")
    return rule + head + more + "".join(out), rows


def _exact(p: Point) -> bool:
    """Is it of one day? Then it may stand anywhere in the width of that day."""
    return bool(p.begin) and p.begin[:10] == p.end[:10]


def _place(p: Point, left: float, right: float, free: list[float]) -> tuple[int, float] | None:
    """The row and the middle of the sign: beside others of the day as long as the day is wide, then below them."""
    middle = (left + right) / 2
    for row, edge in enumerate(free):
        if _exact(p):
            x = middle if right - left < 3 * STEP else max(left + STEP / 2, edge + STEP / 2)
            if x - STEP / 2 >= edge and (x == middle or x <= right - STEP / 2):
                return row, x
        elif edge <= min(left, middle - STEP / 2):
            return row, middle
    return None


def _ends(p: Point, scale: Scale) -> tuple[float, float]:
    """Where it begins and ends; open ends reach to the edge."""
    left = scale.x(date.fromisoformat(p.begin[:10])) if p.begin else LEFT
    right = scale.x(date.fromisoformat(p.end[:10])) + scale.unit if p.end else WIDTH - 8
    return left, max(right, left + 1)


def _point(p: Point, left: float, right: float, x: float, y: float) -> str:
    kind = side(p.quad)
    bar = (
        "" if _exact(p) else el("rect", x=left, y=y - 4, width=right - left, height=8.0, rx=3, class_=f"{kind} spread")
    )
    hit = el("rect", x=x - 8, y=y - 8, width=16, height=16, fill="transparent")
    return bar + hit + form(p.status, x, y, 4.6, kind)


def _axis(scale: Scale, height: float) -> str:
    """Days, months or years, whichever stand apart."""
    out, free = [], 0.0
    for day, words, strong in ticks(scale.first, scale.last):
        x = scale.x(day)
        out.append(el("line", x1=x, x2=x, y1=16, y2=height, class_="axis" if strong else "grid"))
        if free <= x < WIDTH - 56:
            out.append(el("text", words, x=x + 3, y=11))
            free = x + 6.4 * len(words)
    return "".join(out)


def ticks(first: date, last: date) -> list[tuple[date, str, bool]]:
    """(day, words, is it a month's or year's beginning) for an axis, about a dozen at most."""
    length = (last - first).days
    step = next((s for s in (1, 2, 7, 14) if length / s <= 14), 0)
    if step:
        days = [first + timedelta(days=n) for n in range(0, length + 1, step)]
        return [(d, _day(d, n == 0), d.day == 1) for n, d in enumerate(days)]
    for months in (1, 3, 6, 12, 24, 60, 120, 240):
        if length / (months * 30.4) <= 14:
            break
    start = first.year * 12 + first.month - 1
    found = []
    for number in range(start - start % months, last.year * 12 + last.month, months):
        day = date(max(1, number // 12), number % 12 + 1, 1)
        if first <= day <= last:
            found.append((day, str(day.year) if months >= 12 else f"{day:%b %Y}", day.month == 1))
    return found


def _day(day: date, first: bool) -> str:
    return f"{day.day} {day:%b %Y}" if first else f"{day.day} {day:%b}" if day.day <= 14 else str(day.day)
