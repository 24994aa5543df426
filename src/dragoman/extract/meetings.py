"""Meetings held, under way and due, from the CONSULT events of an article."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Event, Meeting
from dragoman.resolve.attach import Setting


def find_meetings(setting: Setting, events: tuple[Event, ...], kit: Kit) -> tuple[Meeting, ...]:
    """The meetings of the article, in order of the text."""
    return ()
