"""What is to come, and as seen from which day.

A ledger has no clock, and its newest article may be years from the rest. So there are two lists: meetings from a day on
(the reader's, else that of the newest article), and meetings that lay ahead when their own article appeared, whose day
is before that one, while nothing in the ledger tells that they were held.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dragoman.ledger import Found, Ledger
from dragoman.views.desk.pick import BETWEEN, last_day

OPEN = ("scheduled", "considered", "conditional")
AHEAD = ("scheduled", "postponed")
TOLD = ("held", "ongoing", "cancelled")
#: The newest rows that are looked at for those without an outcome.
LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Coming:
    """`on` is the day from which `meetings` are; `chosen`, whether the reader set it; `untold` have no outcome."""

    on: str
    chosen: bool
    meetings: tuple[Found, ...]
    untold: tuple[Found, ...]
    due: tuple[Found, ...]


def coming(ledger: Ledger, *, on: str = "", most: int, **filters: Any) -> Coming:
    """The next first of the meetings, the newest first of the others; at most so many of each."""
    chosen = bool(on)
    until = filters.pop("until", None)
    since = filters.pop("since", None)
    on = on or until or last_day(ledger) or "0001-01-01"
    meetings = ledger.find("meetings", status=AHEAD, since=on, order="oldest", limit=most, **filters)
    untold = [] if chosen else _untold(ledger, on, {**filters, "since": since} if since else filters)
    within = {**filters, **({"since": since} if since else {}), **({"until": until} if until else {})}
    due = ledger.find("events", status=OPEN, limit=LOOKED_AT, **within)
    left = _due(due, [*meetings, *untold], on if chosen else "")
    return Coming(on, chosen, tuple(meetings), tuple(untold[:most]), tuple(left[:most]))


def lay_ahead(f: Found) -> bool:
    """Was it to come when its article appeared? Without a day of its own, or of the article's, it was."""
    last = (f["end"] or f["begin"] or "")[:10]
    return not last or last >= (f.article.published or "")[:10]


def _untold(ledger: Ledger, on: str, filters: dict[str, Any]) -> list[Found]:
    if on <= "0001-01-01":
        return []
    try:
        before = (date.fromisoformat(on) - timedelta(days=1)).isoformat()
    except ValueError:  # a month or a year as the last day of the question: all before it is looked at
        before = on
    if filters.get("since", "") > before:
        return []
    rows = ledger.find("meetings", status=AHEAD, until=before, limit=LOOKED_AT, **filters)
    told = ledger.find("meetings", status=TOLD, limit=LOOKED_AT, **filters)
    return [f for f in rows if lay_ahead(f) and not any(is_of(outcome, f) for outcome in told)]


def is_of(outcome: Found, f: Found) -> bool:
    """Does the one tell what became of the other? The same day, and a body or a party in common."""
    day = (f["begin"] or "")[:10]
    return bool(day) and day == (outcome["begin"] or "")[:10] and bool(_parties(outcome) & _parties(f))


def _parties(f: Found) -> set[str]:
    return {name.casefold() for name in (f["body"] or "", *(f["participants"] or "").split(BETWEEN)) if name}


def _due(events: list[Found], meetings: list[Found], on: str) -> list[Found]:
    """What is open still: no appointment whose day is past, and no meeting that is listed as one already."""
    told = [(m.article.n, m.words) for m in meetings]
    return [
        f
        for f in events
        if not (f["status"] == "scheduled" and not _is_ahead(f, on))
        and not (f["plover"] == "CONSULT" and any(n == f.article.n and _same(words, f.words) for n, words in told))
    ]


def _is_ahead(f: Found, on: str) -> bool:
    return (f["end"] or f["begin"] or on)[:10] >= on if on else lay_ahead(f)


def _same(one: str, other: str) -> bool:
    return one in other or other in one
