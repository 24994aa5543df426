"""Outlets with the number and dates of their articles; and what the ledger holds in all."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, None where articles name none; `articles` counts current versions."""

    name: str | None
    articles: int
    first: str | None
    last: str | None


def outlets(ledger: Ledger) -> tuple[Outlet, ...]:
    """All outlets, those with most articles first."""
    rows = ledger.sql(
        "SELECT outlet, count(*), min(day), max(day) FROM articles WHERE known_to IS NULL GROUP BY outlet "
        "ORDER BY 2 DESC, outlet"
    )
    return tuple(Outlet(*row) for row in rows)


def totals(ledger: Ledger) -> dict[str, int]:
    """How many articles, events, statements and meetings are current.

    Where no version, withdrawal or judgement ever closed a row, all rows are; counting them is then quick.
    """
    closed = ledger.sql("SELECT 1 FROM log WHERE action NOT IN ('added', 'appearance') LIMIT 1")
    if closed:
        return ledger.totals()
    kinds = ("articles", "events", "statements", "meetings")
    return {kind: int(ledger.sql(f"SELECT count(*) FROM {kind}")[0][0]) for kind in kinds}
