"""The meetings of a question as iCalendar, to be subscribed to; lines, times and statuses are those of the export."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.export.ical import STATUSES, folded, stamp_line, text_line, times_of
from dragoman.ledger import Found
from dragoman.views.plain import plain, shortened

HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dragoman//page//EN", "CALSCALE:GREGORIAN")
#: Characters of the words that a description holds.
LONGEST = 600


def ical(meetings: Iterable[Found], address: str, *, name: str) -> bytes:
    """The calendar, each record an entry of its own that leads to its page; those without a day are left out.

    (`dragoman export --format ical` puts the reports of one meeting together; a page shows each, and so does this.)
    """
    lines = [*HEAD, text_line("X-WR-CALNAME", f"Meetings: {name}")]
    for f in meetings:
        lines += _event(f, address)
    return b"".join(folded(line) for line in (*lines, "END:VCALENDAR"))


def _event(f: Found, address: str) -> list[str]:
    times = times_of(f["begin"] or f["end"], f["end"])
    if times is None:
        return []
    who = f["participants"] or f["body"] or "participants not named"
    where = ", ".join(p for p in (f["place"], f["country"]) if p)
    title = f"{f['body']}: {f['participants']}" if f["body"] and f["participants"] else who
    return [
        "BEGIN:VEVENT",
        f"UID:{f.id}@dragoman",
        stamp_line(f.article.published or f["begin"]),
        *times,
        text_line("SUMMARY", shortened(plain(title), 120)),
        f"STATUS:{STATUSES.get(f['status'], 'CONFIRMED')}",
        text_line("DESCRIPTION", " ".join(f.words.split())[:LONGEST]),
        f"URL:{address}/records/{f.id}",
        f"SEQUENCE:{f.article.version - 1}",
        *([text_line("LOCATION", where)] if where else []),
        "END:VEVENT",
    ]
