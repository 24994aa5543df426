"""Time expressions under TIMEX3, resolved against the publication date."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Parsed, TimeRef


def find_times(parsed: Parsed, kit: Kit) -> tuple[TimeRef, ...]:
    """The time expressions of the article, in order of the text."""
    return ()
