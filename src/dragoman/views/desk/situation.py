"""The situation a ledger describes: what happened last, who said what of weight, what is to come, what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.ledger import Found, Ledger
from dragoman.ledger.filters import HAPPENED
from dragoman.views.desk.coming import Coming, coming

#: Rows shown of each kind; and the newest statements of which those of weight are taken.
SHOWN = 8
LOOKED_AT = 60
#: What gives a statement weight: the capacity of its speaker, and its own words.
WEIGHTS = {"official": 3, "armed_group": 3, "anonymous_official": 2, "expert": 1}
#: Stances that bind, press or break, shown before those that merely hold an opinion.
PRESSING = frozenset(
    {"demands", "refuses", "threatens", "warns", "offers", "promises", "accepts", "accuses", "condemns"}
)


@dataclass(frozen=True, slots=True)
class Change:
    """Since when, the numbers of articles by what became of them, and the last versions and withdrawals."""

    since: str
    added: int
    versions: int
    withdrawn: int
    judged: int
    last: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """What the first page shows."""

    happened: tuple[Found, ...]
    said: tuple[Found, ...]
    coming: Coming
    stands: tuple[Found, ...]
    figures: tuple[Found, ...]
    change: Change | None


def situation(ledger: Ledger, *, on: str = "", changed_since: str = "", **filters: Any) -> Situation:
    """The rows of the page; `filters` are actor, since, until, source, text, issue of `Ledger.find`."""
    issue = filters.pop("issue", None)
    happened = ledger.find("events", status=HAPPENED, limit=SHOWN, **filters)
    statements = ledger.find("statements", limit=LOOKED_AT, **filters)
    positions = ledger.find("positions", limit=LOOKED_AT, **filters, **({"issue": issue} if issue else {}))
    return Situation(
        happened=tuple(happened),
        said=tuple(weighty(statements)[:SHOWN]),
        coming=coming(ledger, on=on, most=SHOWN, **filters),
        stands=tuple(sorted(positions, key=lambda p: p["stance"] not in PRESSING)[:SHOWN]),
        figures=tuple(ledger.find("figures", limit=LOOKED_AT, **filters))[:5],
        change=changes(ledger, changed_since) if changed_since else None,
    )


def weighty(statements: list[Found]) -> list[Found]:
    """Those of weight first, each speaker's weightiest before anybody's second; among equals the newest first."""
    seen: dict[str, int] = {}
    ranked = []
    for f in sorted(statements, key=lambda f: -weight(f)):
        speaker = f["speaker"] or ""
        seen[speaker] = seen.get(speaker, 0) + 1
        ranked.append((seen[speaker] if speaker else 9, -weight(f), f))
    return [f for _, _, f in sorted(ranked, key=lambda r: r[:2])]


def weight(f: Found) -> int:
    """0 to 7: who speaks, whether the very words are given, and whether they are more than a phrase."""
    exact = f["kind"] in ("direct", "mixed")
    return WEIGHTS.get(f["capacity"] or "", 0) + 2 * exact + (len(f["quote"] or "") > 40) + bool(f["speaker"])


def changes(ledger: Ledger, since: str) -> Change:
    """What the log tells since the end of a day."""
    begin = ledger.known_at(since)
    rows = ledger.sql("SELECT action, count(*) FROM log WHERE seq > ? GROUP BY action", (begin,))
    counts = dict(rows)
    last = ledger.sql(
        "SELECT l.at, l.action, a.id, coalesce(a.title, a.id) FROM log l JOIN articles a ON a.n = l.article "
        "WHERE l.seq > ? AND l.action IN ('version', 'withdrawn') ORDER BY l.seq DESC LIMIT 8",
        (begin,),
    )
    return Change(
        since=since,
        added=counts.get("added", 0),
        versions=counts.get("version", 0),
        withdrawn=counts.get("withdrawn", 0),
        judged=sum(v for k, v in counts.items() if k not in ("added", "version", "withdrawn", "appearance")),
        last=tuple((at, action, key, title) for at, action, key, title in last),
    )
