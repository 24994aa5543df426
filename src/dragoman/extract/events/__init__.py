"""Events: who did what to whom (propose - decide - explain)."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Event, Reject, Statement
from dragoman.resolve.attach import Setting


def find_events(
    setting: Setting, statements: tuple[Statement, ...], kit: Kit
) -> tuple[tuple[Event, ...], tuple[Reject, ...]]:
    """The events of the article, in order of the text, and what was dropped and why."""
    return (), ()
