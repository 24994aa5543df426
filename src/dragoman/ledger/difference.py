"""What two readings of an article say differently: records that are gone, new, or say something else now.

Records are matched by what they say, not by their ids (an id changes with the text): first those alike in every field,
then those alike in their core (events: type and source; figures: what is counted) whose evidence shares most words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.ledger.rows import Row, rows_of
from dragoman.ledger.schema import RECORDS, columns_of
from dragoman.records import Reading

#: Fields of the article that are compared.
ARTICLE = ("title", "source", "agency", "url", "published", "language")
#: What two records must share to be taken for the same one that changed; all fields of a tuple, any of the tuples.
CORES: dict[str, tuple[tuple[str, ...], ...]] = {
    "events": (("plover", "sources"), ("sources", "targets"), ("plover", "targets"), ("plover",)),
    "statements": (("speaker",), ("quote",)),
    "positions": (("actor", "issue"), ("actor", "stance")),
    "assessments": (("holder",),),
    "meetings": (("participants",), ("body",), ("begin",)),
    "figures": (("unit", "what"), ("unit",)),
    "actors": (("name",), ("code", "kind")),
}
#: Share of words that the evidence of both must have in common.
ALIKE = 0.4
#: Records with one core that are compared with each other; beyond it only the nearest in order are.
MOST = 50
#: Columns that follow from others, and are not told twice.
FOLLOWS = frozenset({"quote", "proposition", "content", "mentions", "lat", "lon"})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One record: `how` is gone, new or changed; `fields` are (name, then, now) of a changed one."""

    kind: str
    how: str
    old: str | None
    new: str | None
    words: str
    fields: tuple[tuple[str, Any, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Of one article: fields of its own that changed, whether its text did, and the changes of its records."""

    old: str
    new: str
    text: bool
    fields: tuple[tuple[str, Any, Any], ...]
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.text or self.fields or self.changes)


def difference(old: Reading, new: Reading) -> Difference:
    """What `new` says otherwise than `old`."""
    fields = tuple(
        (name, a, b) for name in ARTICLE if (a := getattr(old.article, name)) != (b := getattr(new.article, name))
    )
    was, now = _by_kind(old), _by_kind(new)
    changes = tuple(change for kind in RECORDS for change in _compare(kind, was[kind], now[kind]))
    return Difference(
        old=old.article.id,
        new=new.article.id,
        text=old.article.text != new.article.text,
        fields=fields,
        changes=changes,
    )


@dataclass(slots=True, eq=False)
class Told:
    """A record as it is told: its columns, and its words as a set."""

    row: Row
    columns: dict[str, Any]
    words: set[str]


def _by_kind(reading: Reading) -> dict[str, list[Told]]:
    out: dict[str, list[Told]] = defaultdict(list)
    for row in rows_of(reading):
        columns = dict(zip(columns_of(row.kind), row.values, strict=True))
        out[row.kind].append(Told(row, columns, set(_WORD.findall(row.words.casefold()))))
    return out


def _compare(kind: str, old: list[Told], new: list[Told]) -> Iterator[Change]:
    pairs = _alike(kind, old, new)
    paired_old, paired_new = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    for a, b in pairs:
        changed = tuple(
            (name, value, b.columns[name])
            for name, value in a.columns.items()
            if value != b.columns[name] and name not in FOLLOWS
        )
        if changed:
            yield Change(kind=kind, how="changed", old=a.row.id, new=b.row.id, words=b.row.words, fields=changed)
    for a in old:
        if id(a) not in paired_old:
            yield Change(kind=kind, how="gone", old=a.row.id, new=None, words=a.row.words, fields=_says(a, now=False))
    for b in new:
        if id(b) not in paired_new:
            yield Change(kind=kind, how="new", old=None, new=b.row.id, words=b.row.words, fields=_says(b, now=True))


def _says(told: Told, *, now: bool) -> tuple[tuple[str, Any, Any], ...]:
    said = ((n, v) for n, v in told.columns.items() if v not in (None, 0) and n not in FOLLOWS)
    return tuple((n, None, v) if now else (n, v, None) for n, v in said)


def _alike(kind: str, old: list[Told], new: list[Told]) -> list[tuple[Told, Told]]:
    """The pairs: same in all, then same core and most words in common; each record once, in order of old."""
    pairs: list[tuple[Told, Told]] = []
    left_old, left_new = _same(pairs, old, new, lambda t: (tuple(t.columns.items()), t.row.words))
    left_old, left_new = _same(pairs, left_old, left_new, lambda t: tuple(t.columns.items()))
    for core in CORES[kind]:
        groups: dict[tuple[Any, ...], list[Told]] = defaultdict(list)
        for b in left_new:
            groups[_core(b, core)].append(b)
        still, taken = [], set()
        for a in left_old:
            group = groups.get(_core(a, core), [])
            best = max(group[:MOST], key=lambda b: _share(a.words, b.words), default=None)
            if best is not None and _share(a.words, best.words) >= ALIKE:
                pairs.append((a, best))
                group.remove(best)
                taken.add(id(best))
            else:
                still.append(a)
        left_old, left_new = still, [b for b in left_new if id(b) not in taken]
    order = {id(a): i for i, a in enumerate(old)}
    return sorted(pairs, key=lambda pair: order[id(pair[0])])


def _same(pairs: list[tuple[Told, Told]], old: list[Told], new: list[Told], key: Any) -> tuple[list[Told], list[Told]]:
    """Pair those with the same key, in order; what is left of both."""
    waiting: dict[Any, list[Told]] = defaultdict(list)
    for b in reversed(new):
        waiting[key(b)].append(b)
    left, used = [], set()
    for a in old:
        group = waiting.get(key(a))
        if group:
            b = group.pop()
            used.add(id(b))
            pairs.append((a, b))
        else:
            left.append(a)
    return left, [b for b in new if id(b) not in used]


def _core(told: Told, core: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(told.columns[name] for name in core)


def _share(a: set[str], b: set[str]) -> float:
    """Words in common among the words of both (Jaccard); two records without words are alike."""
    return len(a & b) / len(a | b) if a or b else 1.0


def sentences(told: Difference) -> Iterator[str]:
    """The difference in words, a line each: `figures: now 14, was 12 (low, high) — killing 14 people`."""
    for name, was, now in told.fields:
        yield f"article: {name} is now {_value(now)}, was {_value(was)}"
    if told.text:
        yield "article: the text changed"
    for c in told.changes:
        if c.how == "changed":
            merged: dict[tuple[Any, Any], list[str]] = defaultdict(list)
            for name, was, now in c.fields:
                merged[_value(was), _value(now)].append(name)
            said = "; ".join(f"{', '.join(names)} now {now}, was {was}" for (was, now), names in merged.items())
        else:
            said = f"{'no longer there' if c.how == 'gone' else 'new'}: " + ", ".join(
                f"{name} {_value(was if c.how == 'gone' else now)}" for name, was, now in c.fields[:SHOWN]
            )
        yield f"{c.kind}: {said}" + (f" — {c.words}" if c.words else "")


#: Fields shown of a record that is new or gone.
SHOWN = 6


def _value(value: Any) -> str:
    if value is None:
        return "unknown"
    return f"{value:g}" if isinstance(value, float) else str(value)
