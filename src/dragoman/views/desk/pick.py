"""Columns of many rows at once, for what is counted; and who the parties of a row are."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.ledger import Ledger

#: Names of several actors stand in one column so.
BETWEEN = "; "


class Party(NamedTuple):
    """An actor as a row names it, and what it is asked for by: the code of a state, else the name."""

    name: str
    key: str


def parties(names: str | None, code: str | None) -> tuple[Party, ...]:
    """The actors of a column, e.g. `sources` with `source_code`.

    >>> parties("Russia", "RUS")
    (Party(name='Russia', key='RUS'),)
    """
    if not names:
        return ()
    each = names.split(BETWEEN)
    if len(each) == 1 and code and len(code) == 3:
        return (Party(names, code),)
    return tuple(Party(name, name) for name in each)


def last_day(ledger: Ledger) -> str | None:
    """The day of the newest article: the ledger's today (there is no clock here: an archive is read as of its end)."""
    rows = ledger.find("articles", limit=1)
    return rows[0].day if rows else None


def is_drawn(day: str | None) -> bool:
    """Is it a day that a series or a timeline is drawn over? Years beyond these are errors of a text or a reading."""
    return "1000" <= (day or "")[:4] <= "2999"
