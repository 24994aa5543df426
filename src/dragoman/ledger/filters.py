"""Filters: what can be asked of a ledger, checked at the door."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, get_args

from dragoman.errors import UnknownName, UsageError
from dragoman.ledger.schema import KINDS
from dragoman.records import vocab

Several = tuple[str, ...]
VERDICTS = ("any", "accepted", "rejected", "recoded", "unjudged")
ORDERS = ("newest", "oldest")

#: What `type` and `status` may say of each kind, where the list is closed.
TYPES: dict[str, tuple[str, ...]] = {
    "events": get_args(vocab.PloverType), "statements": get_args(vocab.StatementKind),
    "positions": get_args(vocab.Stance), "assessments": get_args(vocab.AssessmentKind),
    "actors": get_args(vocab.ActorKind), "figures": (),
}  # fmt: skip
STATUSES: dict[str, tuple[str, ...]] = {
    "events": get_args(vocab.EventStatus), "meetings": get_args(vocab.MeetingStatus),
    "statements": get_args(vocab.Capacity), "assessments": get_args(vocab.Strength),
}  # fmt: skip
#: Events that are told as happened; the others have to be asked for.
HAPPENED: tuple[str, ...] = vocab.HAPPENED
ALL = "all"

#: Filters that only some kinds have.
ONLY = {
    "type": tuple(TYPES),
    "status": tuple(STATUSES),
    "issue": ("positions", "assessments"),
    "place": ("events", "meetings"),
    "near": ("events", "meetings"),
    "by": ("events", "statements", "positions", "assessments", "meetings"),
    "target": ("events", "statements", "positions", "meetings"),
    "cameo": ("events",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """All that hold at once; a filter with several values wants one of them.

    actor     country (RUS), CAMEO code (RUSGOV) or name, in any role;  by, target: that acts, that is acted upon
    type      PLOVER type, kind of statement, stance, kind of assessment or actor, unit of a figure
    status    of events and meetings; capacity of statements; strength of assessments; "all" for every one.
              Left out, events are those that occurred or are ongoing
    cameo     beginning of a CAMEO event code (19, 190)
    issue     the issue of a position or assessment, or words of it
    since, until   first and last day, month or year, both included, of the day the record is ordered by
    source    outlet (or agency);  article: its id
    text      words that all occur, "a phrase", -without, begin*, one OR other
    place     a place's name or country;  near: (latitude, longitude, kilometres)
    as_of     what was known at that moment (or at the end of that day)
    verdict   accepted, rejected, recoded, unjudged, any; left out: all but the rejected
    """

    actor: Several = ()
    by: Several = ()
    target: Several = ()
    type: Several = ()
    status: Several = ()
    cameo: Several = ()
    issue: Several = ()
    since: str | None = None
    until: str | None = None
    source: Several = ()
    article: Several = ()
    text: str | None = None
    place: Several = ()
    near: tuple[float, float, float] | None = None
    as_of: str | None = None
    verdict: str | None = None

    @classmethod
    def of(cls, kind: str, given: dict[str, Any]) -> Filters:
        """The filters of keyword arguments; UnknownName or UsageError says which one cannot be."""
        if kind not in KINDS:
            raise UnknownName("kind of record", kind, KINDS)
        known = {f.name: f for f in fields(cls)}
        values: dict[str, Any] = {}
        for name, value in given.items():
            if name not in known:
                raise UnknownName("filter", name, known)
            if value is None or value == ():
                continue
            if name in ONLY and kind not in ONLY[name]:
                raise UsageError(f"{kind} have no {name}", hint=f"it is a filter of {', '.join(ONLY[name])}")
            values[name] = several(value) if known[name].type == "Several" else value
        return cls(**values).checked(kind)

    def checked(self, kind: str) -> Filters:
        """The filters themselves; UnknownName or UsageError where a value cannot be one of this kind."""
        _closed(self.type, TYPES.get(kind, ()), f"type of {kind}")
        _closed(tuple(s for s in self.status if s != ALL), STATUSES.get(kind, ()), f"status of {kind}")
        if self.verdict is not None and self.verdict not in VERDICTS:
            raise UnknownName("verdict", self.verdict, VERDICTS)
        if self.near is not None:
            check_near(self.near)
        return self


def several(value: str | Iterable[str]) -> Several:
    """One value or several, as several."""
    return (value,) if isinstance(value, str) else tuple(value)


def _closed(values: Several, known: tuple[str, ...], what: str) -> None:
    for value in values:
        if known and value not in known:
            raise UnknownName(what, value, known)


def check_near(near: tuple[float, float, float]) -> None:
    """UsageError unless it is a place on Earth and at most half a turn round it, in kilometres."""
    lat, lon, km = near
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0 <= km <= 20_038):
        raise UsageError(
            f"{near} is no place and distance", where="near", hint="latitude, longitude in degrees, kilometres"
        )


def parse_near(text: str) -> tuple[float, float, float]:
    """`parse_near("50.45,30.52,100") == (50.45, 30.52, 100.0)`."""
    try:
        lat, lon, km = (float(part) for part in text.split(","))
    except ValueError:
        raise UsageError(f"{text!r} is no place and distance", where="near", hint="write 50.45,30.52,100") from None
    check_near((lat, lon, km))
    return lat, lon, km


_PIECE = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+")


def full_text(text: str) -> str:
    """The words of a user as a query of FTS5 that cannot be wrong; UsageError where there is nothing to look for.

    >>> full_text('troops "near the border" -drill sanction*')
    '("troops" AND "near the border" AND "sanction"*) NOT ("drill")'
    """
    wanted: list[str] = []
    without: list[str] = []
    either = False
    for minus, phrase, word in _PIECE.findall(text[:LONGEST_QUERY]):
        if word == "OR":
            either = bool(wanted)
            continue
        bare = word.lstrip("-") if word else phrase
        term = " ".join(_WORD.findall(bare))
        if not term or not any(c.isalnum() for c in term):
            continue
        quoted = f'"{term}"' + ("*" if word.endswith("*") else "")
        if minus or word.startswith("-"):
            without.append(quoted)
        elif either:
            wanted[-1] = f"({wanted[-1]} OR {quoted})"
        else:
            wanted.append(quoted)
        either = False
    if not wanted:
        raise UsageError(
            f"there is no word to look for in {text[:80]!r}", where="text",
            hint='words that all occur, "a phrase", -without, begin*, one OR other',
        )  # fmt: skip
    found = " AND ".join(wanted[:MOST_WORDS])
    return f"({found}) NOT ({' OR '.join(without[:MOST_WORDS])})" if without else found


#: Characters of a query that are looked at, and words of it.
LONGEST_QUERY = 2000
MOST_WORDS = 64
