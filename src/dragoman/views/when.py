"""Days and moments as a reader writes them: `2022-01-10`, `2022-01-10 08:55`, `2014`, `from 2014`."""

from __future__ import annotations

import re

MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::00(?:\.0+)?)?(.*)")


def when(begin: str | None, end: str | None = None, value: str | None = None) -> str:
    """The time between two ISO 8601 ends, both included; empty where nothing is known."""
    if begin and end:
        return _whole(begin, end) or (moment(begin) if begin == end else f"{moment(begin)} – {moment(end)}")
    if begin:
        return f"from {moment(begin)}"
    if end:
        return f"until {moment(end)}"
    return value or ""


def moment(iso: str) -> str:
    """`2022-01-10T08:55:00Z` as `2022-01-10 08:55Z`."""
    match = MOMENT.fullmatch(iso)
    return f"{match[1]} {match[2]}{match[3].replace('+00:00', 'Z')}" if match else iso


def _whole(begin: str, end: str) -> str | None:
    """A whole year or month under its short name."""
    if begin[5:] == "01-01" and end[5:] == "12-31":
        return begin[:4] if begin[:4] == end[:4] else f"{begin[:4]} – {end[:4]}"
    if begin[:8] == end[:8] and begin[8:] == "01" and end[8:] in {"28", "29", "30", "31"} and len(end) == 10:
        return begin[:7]
    return None
