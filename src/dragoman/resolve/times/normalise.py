"""From a sense to a `TimeRef`: span, days covered, precision, reasons; and two clocks that show one moment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.records import Parsed, Span, TimeRef
from dragoman.resolve.times.calendar import extent
from dragoman.resolve.times.clock import share_zone
from dragoman.resolve.times.hit import Hit, Sense

#: Characters between a local time and its twin: "8:55 a.m. (07:55 GMT)", "8:55 a.m., or 07:55 GMT".
TWIN_GAP = 8
#: The value is the clock as written (TimeBank: "5 p.m. EST" is T17:00); the offset is in `begin` and `end`.
_FIXED_OFFSET = re.compile(r"(?<=T\d\d:\d\d)[+-]\d\d:\d\d$")


def time_ref(hit: Hit, sense: Sense) -> TimeRef:
    """The record of one expression."""
    first = sense.first if sense.first >= 0 else hit.first
    last = sense.last if sense.last >= 0 else hit.last
    inside = [a for a in hit.line.atoms[first:last] if a is not None]
    begin, end, precision = extent(sense.value)
    value = _FIXED_OFFSET.sub("", sense.value) if sense.value else None
    if sense.begin or sense.end:
        begin, end = sense.begin, sense.end
    elif sense.mod in ("START", "MID", "END") and begin and end and precision not in ("day", "minute", "part_of_day"):
        begin, end = narrowed(begin, end, sense.mod)
    rows = dict.fromkeys(a.name for a in inside if a.name)
    return TimeRef(
        span=Span(inside[0].start, inside[-1].end),
        type=sense.type,
        value=value,
        begin=begin,
        end=end,
        precision=precision,
        because=(f"time.{hit.reading.replace('_', '-')}", hit.rule, *rows),
    )


def narrowed(begin: str, end: str, mod: str) -> tuple[str, str]:
    """The first half, middle half or second half of a stretch of days: "early 2003" ends on 2 July."""
    first, last = date.fromisoformat(begin), date.fromisoformat(end)
    length = last - first
    if mod == "START":
        return begin, (first + length / 2).isoformat()
    if mod == "END":
        return (last - length / 2).isoformat(), end
    return (first + length / 4).isoformat(), (last - length / 4).isoformat()


def settle_clocks(refs: list[TimeRef], dayless: set[int], parsed: Parsed) -> list[TimeRef]:
    """Clock times without a day take the one that follows in their sentence: "at 9 a.m. the envoys met on Friday"."""
    out = list(refs)
    for place, ref in enumerate(refs):
        token = parsed.token_at(ref.span.start) if ref.span.start in dayless and ref.begin and ref.end else None
        if token is None:
            continue
        limit = parsed.sentence_of(token).span.end
        for other in refs[place + 1 : place + 4]:
            if other.span.start >= limit:
                break
            if other.begin and other.precision in ("day", "part_of_day"):
                out[place] = _on_day(ref, other.begin[:10])
                break
    return out


def _on_day(ref: TimeRef, day: str) -> TimeRef:
    value, begin = f"{day}{(ref.value or '')[10:]}", f"{day}{(ref.begin or '')[10:]}"
    return replace(ref, value=value, begin=begin, end=begin)


def pair_clocks(refs: Sequence[TimeRef], parsed: Parsed) -> tuple[TimeRef, ...]:
    """Local clock times followed by the same moment with a zone get that zone's offset."""
    out = list(refs)
    for place, ref in enumerate(refs[:-1]):
        other = refs[place + 1]
        if ref.type != "TIME" or other.type != "TIME" or not ref.value or not other.value:
            continue
        between = parsed.article.text[ref.span.end : other.span.start]
        if len(between) > TWIN_GAP or not ("(" in between or "," in between or "/" in between or "or" in between):
            continue
        value = share_zone(ref.value, other.value)
        if value:
            begin, end, precision = extent(value)
            out[place] = replace(ref, begin=begin, end=end, precision=precision)
    return tuple(out)
