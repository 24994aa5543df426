"""Statements: who said what (propose - decide - explain)."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Reject, Statement
from dragoman.resolve.attach import Setting


def find_statements(setting: Setting, kit: Kit) -> tuple[tuple[Statement, ...], tuple[Reject, ...]]:
    """The statements of the article, in order of the text, and what was dropped and why."""
    return (), ()
