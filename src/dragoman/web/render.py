"""Templates: Jinja2, everything escaped, one set of filters."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request

from dragoman import __version__
from dragoman.lexicon.load import DATA, read_rows
from dragoman.lexicon.tables import SPECS
from dragoman.views.desk.pick import parties
from dragoman.views.page import quantity
from dragoman.views.plain import shortened
from dragoman.views.when import moment, when
from dragoman.web.draw import legend_of, sign
from dragoman.web.words import bare, passage, shown

HOME = Path(__file__).parent
#: What ids of records look like (records/ids.py); a fact that is one leads to its record.
RECORD_ID = re.compile(r"[a-z]{3}-[0-9a-f]{16}")
STATIC = HOME / "static"


@lru_cache(maxsize=1)
def manifest() -> dict[str, Any]:
    """Which file of the folder `static` is current, by its plain name."""
    found: dict[str, Any] = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def meanings() -> dict[str, str]:
    """What each PLOVER type means, of our own table alone (the whole lexicon is loaded only for reasons)."""
    spec = next(spec for spec in SPECS if spec.name == "plover")
    return {row["type"]: row["meaning"] for row in read_rows(spec, DATA / spec.path, spec.path)}


def means(name: str | None) -> str:
    return meanings().get(name or "", "")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of the page."""
    env = Environment(
        loader=FileSystemLoader(HOME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=100,
    )
    env.filters.update(
        shown=shown,
        bare=bare,
        passage=passage,
        n=thousands,
        when=whole,
        moment=moment,
        short=shortened,
        q=quoted,
        many=many,
        listed=lambda names: str(names or "").replace("; ", ", "),
        words=lambda name: str(name or "").replace("_", " "),
    )
    env.tests["record_id"] = lambda value: bool(RECORD_ID.fullmatch(str(value)))
    env.globals.update(
        version=__version__,
        asset=lambda name: f"/static/{manifest()[name]}",
        fonts=manifest()["fonts"],
        sign=sign,
        legend_of=legend_of,
        url=url,
        heads=parties,
        means=means,
        quantity=quantity,
    )
    return env


def render(template: str, request: Request, **context: Any) -> str:
    """The page as text."""
    desk = getattr(request.app.state, "desk", None) if "app" in request.scope else None
    return environment().get_template(template).render(request=request, desk=desk, **context)


def url(path: str, **question: Any) -> str:
    """A path with its question; what is empty is left out."""
    held = [(k.removesuffix("_"), v) for k, v in question.items() if v not in (None, "", ())]
    return f"{path}?{urlencode(held, doseq=True)}" if held else path


def quoted(part: object) -> str:
    """One part of a path."""
    return quote(str(part), safe="")


def whole(begin: str | None, end: str | None = None) -> Markup:
    """The days from begin to end, no day parted at its hyphens."""
    return Markup(" ").join(Markup('<span class="nb">{}</span>').format(word) for word in when(begin, end).split(" "))


def thousands(value: float | int | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def many(count: int, one: str, several: str = "") -> str:
    """`3 events`, `1 event`."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"
