"""Place names with coordinates, and whether each locates."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Parsed, Place
from dragoman.resolve.who import Who


def find_places(parsed: Parsed, who: Who, kit: Kit) -> tuple[Place, ...]:
    """The places of the article, in order of the text."""
    return ()
