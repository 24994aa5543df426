"""Publication stamps: lines that only say when, and the full date in one.

`full_date("Updated Mon 10 Jan 2022 08.00 GMT", index)` is "2022-01-10". A date without its year, or one whose order of
day and month is open (10/01/2022), gives nothing: a publication date is never guessed.
"""

from __future__ import annotations

import re
from datetime import date

from dragoman.lexicon.furniture import FurnitureIndex

WORD = re.compile(r"[^\s,()|·•/\[\]–—]+|[/]")
NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th|am|pm|h|m|d|w)?$|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:am|pm)?$|[+-]\d\d:?\d\d$")
WRITTEN = re.compile(r"(?<!\d)(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?!\d)|(?<!\d)(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")
OFFSET = re.compile(r"(?<=[a-z])[+-]\d{1,2}(?::\d\d)?$")
SLASHED = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(\d{4})(?![\d/])")
DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?$")
YEAR = re.compile(r"((?:1[89]|20)\d\d)(?!\d{2})")
#: A stamp is no longer than this.
LONGEST = 120


def is_stamp(text: str, index: FurnitureIndex) -> bool:
    """Whether the line says nothing but when: "Published 10 January 2022", "1:31 P.M. EST", "2 hours ago"."""
    if len(text) > LONGEST:
        return False
    when = False
    for word in WORD.findall(text.lower()):
        word = word.rstrip(".:")
        row = index.stamps.get(word) or index.stamps.get(OFFSET.sub("", word))
        if row is not None:
            when = when or row["use"] in ("month", "weekday", "clock")
        elif NUMBER.match(word) or WRITTEN.fullmatch(word):
            when = when or not word.isdigit()
        elif word not in ("", "/", "-", "|"):
            return False
    return when


def full_date(text: str, index: FurnitureIndex) -> str | None:
    """The first full date of a short text as ISO 8601, or None."""
    head = text[:LONGEST].lower()
    written = WRITTEN.search(head)
    if written:
        year, month, day = written.group(1, 2, 3) if written.group(1) else written.group(6, 5, 4)
        return iso(int(year), int(month), int(day))
    slashed = SLASHED.search(head)
    if slashed:
        first, second, year = map(int, slashed.groups())
        if first > 12 or second > 12:  # which one is the day is certain
            return iso(year, min(first, second), max(first, second))
    words = [word.rstrip(".,") for word in WORD.findall(head)]
    for at, word in enumerate(words):
        row = index.stamps.get(word)
        if row is not None and row["use"] == "month":
            found = around_month(words, at, int(row["value"]))
            if found:
                return found
    return None


def around_month(words: list[str], at: int, month: int) -> str | None:
    """The date whose month stands at `words[at]`: "January 10 2022" or "10 January 2022"."""
    after = words[at + 1 : at + 3]
    before = words[at - 1] if at else ""
    if len(after) == 2 and (day := DAY.match(after[0])) and (year := YEAR.match(after[1])):
        return iso(int(year[1]), month, int(day[1]))
    if after and (day := DAY.match(before)) and (year := YEAR.match(after[0])):
        return iso(int(year[1]), month, int(day[1]))
    return None


def iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
