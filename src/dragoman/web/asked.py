"""What an address asks: its question as filters of the ledger, checked; and as links that change one part of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from dragoman.ledger.filters import ONLY, parse_near
from dragoman.web.problems import Problem

#: Names in an address and the filters they are.
FILTERS = {
    "actor": "actor", "by": "by", "target": "target", "type": "type", "status": "status", "cameo": "cameo",
    "issue": "issue", "from": "since", "to": "until", "source": "source", "article": "article", "text": "text",
    "place": "place", "near": "near", "as_of": "as_of", "verdict": "verdict",
}  # fmt: skip
SINGLE = frozenset({"since", "until", "text", "as_of", "verdict"})
#: Rows of a page at first and at most; characters of one value.
ROWS, MOST_ROWS, LONGEST = 50, 1000, 300


@dataclass(frozen=True, slots=True)
class Asked:
    """`pairs` is the question as written (known names alone), `filters` what the ledger is given."""

    path: str
    pairs: tuple[tuple[str, str], ...]
    filters: dict[str, Any] = field(default_factory=dict)
    order: str = "newest"
    rows: int = ROWS
    after: int | None = None

    def get(self, name: str, default: str = "") -> str:
        """The first value under a name."""
        return next((value for key, value in self.pairs if key == name), default)

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(value for key, value in self.pairs if key == name)

    def link(self, path: str = "", **changed: object) -> str:
        """The same question with other values under these names ("" takes a name away); paging begins again."""
        new = {k.rstrip("_"): v for k, v in changed.items()}
        pairs = [(k, v) for k, v in self.pairs if k not in new and k != "after"]
        pairs += [(k, str(v)) for k, v in new.items() if v not in ("", None)]
        question = urlencode(pairs)
        return (path or self.path) + (f"?{question}" if question else "")

    def day(self, name: str) -> str:
        """A day under a name, "" where there is none; Problem where it is no day."""
        value = self.get(name)
        if not value:
            return ""
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise Problem(400, "day", f"{name} is a day, written 2022-01-10.") from None

    def without(self, name: str, value: str) -> str:
        """The same question less one value."""
        pairs = [(k, v) for k, v in self.pairs if (k, v) != (name, value) and k != "after"]
        return self.path + (f"?{urlencode(pairs)}" if pairs else "")

    def under(self, **filters: Any) -> Asked:
        """With other filters (the address stays)."""
        return replace(self, filters={**self.filters, **filters})


def asked_of(request: Request, kind: str | None, *, also: tuple[str, ...] = (), path: str = "") -> Asked:
    """The question of a request for a kind of record; Problem where a value cannot be.

    Filters that the kind does not have are not passed on; `also` are names that a view keeps for itself.
    """
    pairs: list[tuple[str, str]] = []
    filters: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        if len(value) > LONGEST:
            raise Problem(400, "too-long", f"The value of {name[:20]} is longer than {LONGEST} characters.")
        value = value.strip()
        if not value or not (name in FILTERS or name in also or name in ("order", "rows", "after")):
            continue
        pairs.append((name, value))
        key = FILTERS.get(name)
        if key is None or (kind and key in ONLY and kind not in ONLY[key]):
            continue
        if key in SINGLE:
            filters[key] = value
        elif key == "near":
            filters[key] = parse_near(value)
        else:
            filters[key] = (*filters.get(key, ()), *(v.strip() for v in value.split(",") if v.strip()))
    asked = Asked(path or request.url.path, tuple(pairs), filters)
    order = asked.get("order", "newest")
    if order not in ("newest", "oldest"):
        raise Problem(400, "order", "Order is newest or oldest.")
    return replace(
        asked, order=order, rows=_number(asked.get("rows"), ROWS, 1, MOST_ROWS), after=_number(asked.get("after"), None)
    )


def _number(text: str, default: Any, low: int = 0, high: int = 1 << 53) -> Any:
    if not text:
        return default
    if not text.isascii() or not text.isdecimal() or not low <= int(text[:17]) <= high:
        raise Problem(400, "number", f"Rows are 1 to {MOST_ROWS}, and after is the number of a row.")
    return int(text)
