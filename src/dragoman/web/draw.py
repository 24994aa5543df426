"""Drawing: SVG elements as text, and the signs of statuses, which differ by form, not by colour alone.

Colours are classes of the style sheet (`coop`, `conf`), so that a chart follows light, dark and print.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from markupsafe import Markup

from dragoman.web.words import bare

#: Form of a status: what happened is filled, what is open is hollow, what is not so is crossed.
FORMS = {
    "occurred": "disc",
    "held": "disc",
    "ongoing": "target",
    "scheduled": "ring",
    "considered": "dash",
    "conditional": "diamond",
    "postponed": "dash",
    "denied": "cross",
    "cancelled": "cross",
    "background": "dot",
    "direct": "square",
    "mixed": "square",
    "indirect": "frame",
    "attitude": "frame",
}
ROW = {
    "disc": "",
    "target": "ring",
    "ring": "ring",
    "dash": "dash",
    "diamond": "ring",
    "cross": "cross",
    "dot": "",
    "square": "",
    "frame": "ring",
}


def el(name: str, content: str = "", /, **attributes: object) -> str:
    """An element; `class_` is class, `stroke_width` stroke-width; numbers are rounded to a tenth."""
    held = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{held}>{content}</{name}>" if content else f"<{name}{held}/>"


def number(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def side(quad: int | None) -> str:
    """The class of a quad: cooperation 1 and 2, conflict 3 and 4."""
    return "conf" if quad in (3, 4) else "coop"


def form(status: str, x: float, y: float, r: float, kind: str) -> str:
    """The sign of a status about a point; `kind` are classes of colour."""
    what = FORMS.get(status, "dot")
    classes = f"{kind} {ROW[what]}".strip()
    match what:
        case "cross":
            d = f"M{x - r:.1f} {y - r:.1f}l{2 * r:.1f} {2 * r:.1f}m0 {-2 * r:.1f}l{-2 * r:.1f} {2 * r:.1f}"
            return el("path", d=d, class_=classes)
        case "diamond":
            d = f"M{x:.1f} {y - r * 1.25:.1f}l{r * 1.25:.1f} {r * 1.25:.1f}l{-r * 1.25:.1f} {r * 1.25:.1f}"
            return el("path", d=d + f"l{-r * 1.25:.1f} {-r * 1.25:.1f}z", class_=classes)
        case "target":
            return el("circle", cx=x, cy=y, r=r, class_=classes) + el("circle", cx=x, cy=y, r=r * 0.45, class_=kind)
        case "square" | "frame":
            return el("rect", x=x - r * 0.85, y=y - r * 0.85, width=r * 1.7, height=r * 1.7, rx=1, class_=classes)
        case "dot":
            return el("circle", cx=x, cy=y, r=r * 0.5, class_=kind)
        case _:
            return el("circle", cx=x, cy=y, r=r, class_=classes)


@lru_cache(maxsize=64)
def sign(status: str | None) -> Markup:
    """The sign before a status in a line of text."""
    inner = form((status or "").partition(",")[0], 0, 0, 4, "shape")
    return Markup(el("svg", inner, viewBox="-5 -5 10 10", aria_hidden="true", focusable="false"))


def legend_of(
    statuses: tuple[str, ...] = (
        "occurred",
        "ongoing",
        "scheduled",
        "considered",
        "conditional",
        "denied",
        "background",
    ),
) -> Markup:
    """The signs with their words."""
    return Markup("".join(f'<li class="status">{sign(s)} {escape(s)}</li>' for s in statuses))


def chart(content: str, width: float, height: float, *, label: str, kind: str = "") -> Markup:
    """A drawing as a group that is named; its parts may be links, so it is no single picture."""
    return Markup(
        el(
            "svg",
            content,
            viewBox=f"0 0 {width:.0f} {height:.0f}",
            class_=f"chart {kind}".strip(),
            role="group",
            aria_label=bare(label),
        )
    )


def link(href: str, title: str, content: str) -> str:
    """A part of a drawing that leads somewhere; the title is what a pointer shows and a reader hears."""
    shown = bare(title)
    return el("a", el("title", escape(shown)) + content, href=href, aria_label=shown)
