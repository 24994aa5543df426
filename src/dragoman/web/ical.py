"""Meetings as iCalendar (RFC 5545): stable UID, DTSTAMP from the source, not a clock; whole days as VALUE=DATE."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from dragoman.ledger import Found
from dragoman.views.plain import plain, shortened

STATUS = {"scheduled": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}


def ical(meetings: Iterable[Found], address: str, *, name: str) -> str:
    """The calendar; meetings whose day is not known are left out."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dragoman//Page//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text('Meetings: ' + name)}",
    ]
    for f in meetings:
        lines += _event(f, address)
    return "\r\n".join(part for line in [*lines, "END:VCALENDAR"] for part in _folded(line)) + "\r\n"


def _event(f: Found, address: str) -> list[str]:
    begin = f["begin"] or f["end"]
    times = _times(begin, f["end"] or begin)
    if not times:
        return []
    who = f["participants"] or f["body"] or "participants not named"
    where = ", ".join(p for p in (f["place"], f["country"]) if p)
    title = f"{f['body']}: {f['participants']}" if f["body"] and f["participants"] else who
    stamp = _stamp(f.article.published or begin)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(f.id)}@dragoman",
        f"DTSTAMP:{stamp}",
        *times,
        f"SUMMARY:{_text(shortened(plain(title), 120))}",
        f"STATUS:{STATUS.get(f['status'], 'CONFIRMED')}",
        f"DESCRIPTION:{_text(plain(f.words)[:600])}",
        f"URL:{address}/records/{f.id}",
        f"SEQUENCE:{f.article.version - 1}",
    ]
    if where:
        lines.append(f"LOCATION:{_text(plain(where))}")
    return [*lines, "END:VEVENT"]


def _times(begin: str, end: str) -> list[str]:
    """DTSTART and DTEND: moments where an hour is known, else days (the end of which is not included)."""
    try:
        if "T" in begin and len(begin) > 11:
            return [f"DTSTART:{_moment(begin)}", *([f"DTEND:{_moment(end)}"] if "T" in end and end > begin else [])]
        first, last = date.fromisoformat(begin[:10]), date.fromisoformat(end[:10])
        last = max(first, last) + timedelta(days=1)
    except (ValueError, OverflowError, TypeError):
        return []
    return [f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last:%Y%m%d}"]


def _moment(iso: str) -> str:
    """In UTC where the offset is known, else a floating time."""
    at = datetime.fromisoformat(iso)
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}" if at.tzinfo else f"{at:%Y%m%dT%H%M%S}"


def _stamp(published: str) -> str:
    try:
        at = datetime.fromisoformat(published)
    except ValueError:
        return "19700101T000000Z"
    return f"{at.astimezone(UTC) if at.tzinfo else at:%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, "\\" + sign)
    return "".join(" " if c in "\r\n" else c for c in words)


def _folded(line: str) -> Iterable[str]:
    """Lines of at most 75 octets, the following ones begun with a space; no character is cut."""
    out, size = "", 0
    for c in line:
        width = len(c.encode("utf-8", "replace"))
        if size + width > 74:
            yield out
            out, size = " ", 1
        out += c
        size += width
    yield out
