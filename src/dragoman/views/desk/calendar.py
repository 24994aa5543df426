"""Meetings: what is to come from a day on, what was before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dragoman.ledger import Found, Ledger
from dragoman.views.desk.pick import last_day

SHOWN = 60
TO_COME = ("scheduled", "postponed", "cancelled", "ongoing")
OVER = ("held",)
FIRST, LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Calendar:
    """`on` is the first day of what is to come; without another it is that of the newest article."""

    on: str
    to_come: tuple[Found, ...]
    past: tuple[Found, ...]


def calendar(ledger: Ledger, *, on: str = "", rows: int = SHOWN, **filters: Any) -> Calendar:
    """Meetings by day: those to come the next first, those past the last first.

    A meeting to come whose day is not known stands under the day its article was published.
    """
    on = on or last_day(ledger) or "0001-01-01"
    wanted = filters.pop("status", ()) or (*TO_COME, *OVER)
    since, until = filters.pop("since", None) or "", filters.pop("until", None) or LAST
    open_, over = ([s for s in group if s in wanted] for group in (TO_COME, OVER))
    before = (date.fromisoformat(on) - timedelta(days=1)).isoformat() if on > "0001-01-01" else on

    def found(status: list[str], order: str = "newest", **more: Any) -> list[Found]:
        return ledger.find("meetings", order=order, status=status, limit=rows, **more, **filters) if status else []

    coming = found(open_, order="oldest", since=max(on, since), until=until)
    past = found(over, since=since or FIRST, until=until) + found(open_, since=since or FIRST, until=min(before, until))
    return Calendar(on, tuple(coming), tuple(sorted(past, key=lambda f: -f.n)[:rows]))
