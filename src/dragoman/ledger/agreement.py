"""How far analysts agree with each other and with the machine: Cohen's kappa (1960), and shares with their interval.

Between analysts: over the records both judged, the verdict (accepted, rejected, recoded), and of events their type and
status as each would have them (a rejected record counts as the label `rejected`).
With the machine: the share of judged records that were accepted as they stand, with the 95 % interval of Wilson (1927),
and kappa of type and status over the records that were not rejected.
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dragoman.ledger.judging import Judgement
from dragoman.ledger.schema import STATE, WHAT, columns_of

MACHINE = "machine"
REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Of two raters over `records` records of one kind: the share on which they agree, and kappa.

    Kappa is null where both use one and the same label throughout: there is nothing to agree on beyond chance.
    `low` and `high` bound the share.
    """

    one: str
    other: str
    kind: str
    about: str
    records: int
    share: float
    low: float
    high: float
    kappa: float | None


def agreements(judged: Iterable[Judgement], machine: Mapping[str, Mapping[str, Any]]) -> list[Agreement]:
    """All pairs of raters, kind by kind; `machine` gives the columns of each judged record as it was read."""
    labels: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for j in judged:
        columns = machine.get(j.record, {})
        for about, label in _labels(j, columns):
            labels[j.kind, about][j.by][j.record] = label
    out = []
    for (kind, about), by in sorted(labels.items()):
        for one, other in combinations(sorted(by), 2):
            common = sorted(set(by[one]) & set(by[other]))
            out += _agreement(one, other, kind, about, [(by[one][r], by[other][r]) for r in common])
        for one in sorted(by):
            out += _agreement(one, MACHINE, kind, about, _with_machine(about, by[one], machine))
    return out


def _labels(j: Judgement, columns: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    yield "verdict", j.verdict
    for about in _fields(j.kind):
        value = (j.changes or {}).get(about, columns.get(about))
        yield about, REJECTED if j.verdict == REJECTED else str(value)


def _fields(kind: str) -> tuple[str, ...]:
    return tuple(name for name in (WHAT.get(kind), STATE.get(kind)) if name)


def _with_machine(
    about: str, given: Mapping[str, str], machine: Mapping[str, Mapping[str, Any]]
) -> list[tuple[str, str]]:
    if about == "verdict":
        return [(label, "accepted") for label in given.values()]
    return [(label, str(machine.get(r, {}).get(about))) for r, label in given.items() if label != REJECTED]


def _agreement(one: str, other: str, kind: str, about: str, pairs: Sequence[tuple[str, str]]) -> list[Agreement]:
    if not pairs:
        return []
    agreed = sum(a == b for a, b in pairs)
    low, high = wilson(agreed, len(pairs))
    return [
        Agreement(
            one=one, other=other, kind=kind, about=about, records=len(pairs), share=agreed / len(pairs), low=low,
            high=high, kappa=kappa(pairs),
        )
    ]  # fmt: skip


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of labels; None where chance alone would agree always.

    >>> kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")])
    0.5
    """
    size = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(count * second[label] for label, count in first.items()) / size**2
    return None if chance == 1 else (sum(a == b for a, b in pairs) / size - chance) / (1 - chance)


def wilson(hits: int, size: int, z: float = 1.959964) -> tuple[float, float]:
    """The 95 % interval of a share.

    >>> tuple(round(x, 2) for x in wilson(72, 105))
    (0.59, 0.77)
    """
    share = hits / size
    middle = share + z * z / (2 * size)
    spread = z * math.sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    scale = 1 + z * z / size
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def of_ledger(db: sqlite3.Connection, judged: Sequence[Judgement]) -> list[Agreement]:
    """The agreements of these judgements, with the machine's records looked up beside them."""
    machine: dict[str, dict[str, Any]] = {}
    for j in judged:
        columns = columns_of(j.kind)
        names = ", ".join(f'"{name}"' for name in columns)
        sql = f"SELECT {names} FROM {j.kind} WHERE id = ? AND judgement IS NULL ORDER BY known_from DESC LIMIT 1"
        row = db.execute(sql, (j.record,)).fetchone()
        if row:
            machine[j.record] = dict(zip(columns, row, strict=True))
    return agreements(judged, machine)
