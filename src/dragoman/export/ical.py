"""iCalendar (RFC 5545): meetings to come, each once, however many reports tell of it.

Reports tell of one meeting where they name the same day and the same body or the same parties. The latest report by
day of publication says how it stands; `SEQUENCE` counts how often that changed. `DTSTAMP` is the publication of that
report, never the clock. A meeting without a day cannot stand in a calendar and is counted as left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import BinaryIO

from dragoman.export import rights
from dragoman.export.cells import digest_number
from dragoman.export.contract import TO_COME, Field, Format, Kind, Order, Tally
from dragoman.export.days import after, day_of, moment_of, stamp_of
from dragoman.export.scene import Scene
from dragoman.export.shelf import shelf
from dragoman.records import Meeting, Reading
from dragoman.records.codec import dump, load
from dragoman.views.plain import plain

#: Octets of a line before it is folded (RFC 5545, 3.1).
WIDTH = 75
STATUSES = {
    "held": "CONFIRMED", "ongoing": "CONFIRMED", "scheduled": "CONFIRMED", "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}  # fmt: skip
#: DTSTAMP is required; where nothing is known of the publication it is the beginning of Unix time.
UNDATED = "19700101T000000Z"
FIELDS: tuple[tuple[str, str, str, str], ...] = (
    ("UID", "text", "the same for every report of the meeting", "day, body or parties"),
    ("DTSTAMP", "moment", "publication of the latest report, UTC", "Article.published"),
    ("DTSTART", "day or moment", "first day (VALUE=DATE), or the hour where it is told", "Meeting.begin"),
    ("DTEND", "day or moment", "day after the last, or the last moment", "Meeting.end"),
    ("SUMMARY", "text", "body, or parties; what became of it in brackets", "Meeting.body, participants, status"),
    ("LOCATION", "text", "where, if told", "Meeting.place"),
    ("GEO", "two numbers", "latitude;longitude, only of a town or site", "Place.lat, lon"),
    ("STATUS", "text", "CONFIRMED, TENTATIVE (postponed) or CANCELLED", "Meeting.status"),
    ("SEQUENCE", "integer", "how often what the reports say of it changed", "all reports of it"),
    ("DESCRIPTION", "text", "parties, the sentence that tells of it, outlet; by --text", "Meeting.evidence"),
    ("URL", "text", "the latest report", "Article.url"),
    ("X-DRAGOMAN-ID", "text", "id of the meeting record in the latest report", "Meeting.id"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of a meeting, ready to be written; `facts` are what may change between reports."""

    key: str
    order: str
    facts: str
    lines: tuple[str, ...]


def write(readings: Iterable[Reading], stream: BinaryIO, order: Order) -> Tally:
    """One VCALENDAR with a VEVENT for each meeting, in order of days."""
    tally = Tally()
    version = dict(order.edition).get("version", "")
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//dragoman//{plain(version)}//EN", "CALSCALE:GREGORIAN")
    stream.write(b"".join(folded(text) for text in head))
    with shelf("begin, key, told, facts, lines") as rows:
        for begin, report in _reports(readings, order, tally):
            rows.put(begin, report.key, report.order, report.facts, dump(report.lines))
        told = rows.take("SELECT begin, key, facts, lines FROM rows ORDER BY begin, key, told, rowid")
        for _, reports in groupby(told, key=lambda row: row[:2]):
            changes, facts, last = 0, None, b""
            for _, _, said, shown in reports:
                changes += facts not in (None, said)
                facts, last = said, shown
            lines = ("BEGIN:VEVENT", *load(last), f"SEQUENCE:{changes}", "END:VEVENT")
            stream.write(b"".join(folded(text) for text in lines))
            tally.written += 1
    stream.write(folded("END:VCALENDAR"))
    return tally


def _reports(readings: Iterable[Reading], order: Order, tally: Tally) -> Iterator[tuple[str, Report]]:
    statuses = order.meeting_statuses if order.meeting_statuses is not None else TO_COME
    for reading in readings:
        scene = Scene(reading)
        for meeting in reading.meetings:
            if meeting.status not in statuses:
                continue
            times = times_of(meeting.begin, meeting.end)
            if times is None:
                tally.leave("a meeting without a day")
                continue
            yield (meeting.begin or "")[:10], _report(scene, meeting, times, order)


def _report(scene: Scene, meeting: Meeting, times: tuple[str, ...], order: Order) -> Report:
    names = [plain(actor.name) for actor in scene.parties(meeting.participants)]
    what = plain(meeting.body or "")
    key = uid_of(scene, meeting)
    stamp = stamp_of(scene.article.published)
    place = scene.place(meeting)
    where = [text_line("LOCATION", place.name)] if place is not None else []
    if place is not None and place.precision in ("city", "point") and place.lat is not None:
        where.append(f"GEO:{place.lat};{place.lon}")
    facts = (meeting.status, *times, *where)
    summary = what or " – ".join(names) or "Meeting"
    noted = "" if meeting.status in ("scheduled", "held", "ongoing") else f" ({meeting.status})"
    url = plain(scene.article.url or "")
    lines = (
        f"UID:{key}@dragoman",
        stamp_line(scene.article.published),
        *times,
        text_line("SUMMARY", summary + noted),
        *where,
        f"STATUS:{STATUSES[meeting.status]}",
        text_line("DESCRIPTION", "\n".join(_description(scene, meeting, names, order))),
        *((f"URL:{url}",) if url else ()),
        text_line("X-DRAGOMAN-ID", meeting.id),
    )
    return Report(key=key, order=_utc(stamp) if stamp else "", facts=repr(facts), lines=lines)


def uid_of(scene: Scene, meeting: Meeting) -> str:
    """A number that other reports of the meeting share: day and body, or day and the states or bodies that meet.

    Parties without a country and without a code ("two presidents") may be anybody: such a meeting stands alone.
    """
    parties = scene.parties(meeting.participants)
    codes = sorted({actor.country or actor.code or "" for actor in parties})
    known = bool(meeting.body) or (len(codes) > 1 and all(codes))
    shared = ((meeting.begin or "")[:10], plain(meeting.body or "").casefold() or ";".join(codes))
    return f"{digest_number(*shared) if known else digest_number(meeting.id):014x}"


def _description(scene: Scene, meeting: Meeting, names: list[str], order: Order) -> Iterator[str]:
    if names:
        yield ", ".join(names)
    words = rights.sentence(scene, meeting.evidence, order.text) or rights.quoted(scene, meeting.evidence, order.text)
    if words:
        yield plain(words)
    source = ", ".join(plain(part) for part in (scene.article.source, scene.article.published) if part)
    if source:
        yield source


def times_of(begin: str | None, end: str | None) -> tuple[str, ...] | None:
    """DTSTART and, where it is later, DTEND; None where no day is told."""
    moment, last = moment_of(begin), moment_of(end)
    if moment is not None:
        start = (f"DTSTART:{_moment(moment)}",)
        same_kind = last is not None and (last.tzinfo is None) == (moment.tzinfo is None)
        return (*start, f"DTEND:{_moment(last)}") if last is not None and same_kind and last > moment else start
    day = day_of(begin)
    if day is None:
        return None
    final = day_of(end) or day
    behind = after(final)
    start = (f"DTSTART;VALUE=DATE:{_day(day.isoformat())}",)
    return (*start, f"DTEND;VALUE=DATE:{_day(behind.isoformat())}") if behind is not None and final >= day else start


def stamp_line(published: str | None) -> str:
    """DTSTAMP: the publication, never the clock."""
    stamp = stamp_of(published)
    return f"DTSTAMP:{_utc(stamp) if stamp else UNDATED}"


def _day(iso: str) -> str:
    return iso.replace("-", "")


def _utc(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")[:19].replace("-", "").replace(":", "") + "Z"


def _moment(moment: datetime) -> str:
    """In UTC with Z; a moment without offset floats, as RFC 5545 calls it."""
    text = _utc(moment)
    return text if moment.tzinfo is not None else text[:-1]


def text_line(name: str, text: str) -> str:
    """A property whose value is text: backslash, semicolon, comma and line end are escaped (RFC 5545, 3.3.11)."""
    parts = (plain(part).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for part in text.split("\n"))
    return f"{name}:" + "\\n".join(parts)


def folded(text: str) -> bytes:
    """The line in octets, folded before the 76th and never inside a character."""
    out, line = [], b""
    for c in text:
        octets = c.encode("utf-8", "replace")
        if len(line) + len(octets) > WIDTH:
            out.append(line)
            line = b" "
        line += octets
    return b"\r\n".join((*out, line)) + b"\r\n"


def fields(kind: Kind) -> tuple[Field, ...]:
    """The properties of a VEVENT."""
    return tuple(
        Field(name=name, type=type, meaning=meaning, source=source, null="left out")
        for name, type, meaning, source in FIELDS
    )


FORMAT = Format(
    name="ical",
    title="iCalendar of meetings to come",
    suffix=".ics",
    write=write,
    fields=fields,
    aliases=("icalendar", "ics"),
    kinds=("meetings",),
    text="sentence",
    meetings=True,
    note="`--status` means the statuses of meetings; without it all but those that were held.",
)
