"""What a ledger has, as readings to export: as known now or then, as judged by hand, only what was asked for.

The machine's record is never changed: a rejected record is left out of the reading that is handed on, a recoded one
has the codes of the analyst in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dragoman.errors import UsageError
from dragoman.export.contract import Kind, Order
from dragoman.ledger import Found, Ledger
from dragoman.records import Actor, Event, Reading

#: Kinds that analysts judge, and the fields whose judged columns say the same thing in the same words. Columns that
#: show what a record refers to (names of parties, of places, of who says so) are no fields of it.
JUDGED: Mapping[str, tuple[str, ...]] = {
    "events": ("plover", "mode", "contexts", "cameo", "quad", "goldstein", "status", "modality", "reciprocal", "begin",
               "end", "source_code", "target_code"),
    "statements": ("kind", "form", "capacity", "channel", "venue"),
    "positions": ("stance", "issue"),
    "assessments": ("kind", "strength"),
    "figures": ("low", "high", "approximate", "unit", "what"),
    "meetings": ("status", "body", "begin", "end"),
}  # fmt: skip
#: Fields of a figure that stand in its quantity.
QUANTITY = frozenset({"low", "high", "approximate"})
#: Filters that choose among articles without looking into them.
OF_ARTICLES = frozenset({"source", "article", "as_of"})
#: Those that an article answers itself where it is exported whole.
OF_WHOLE = OF_ARTICLES | {"since", "until", "text"}
#: Kinds of which a ledger keeps no rows of their own: their articles are chosen.
WHOLE: frozenset[Kind] = frozenset({"articles", "places"})

#: Beginning of the id of a party whom only an analyst's code names.
BY_HAND = "act-by-hand-"

Verdicts = Mapping[str, Mapping[str, Mapping[str, Any] | None]]
"""kind -> id -> None where it is rejected, else the judged values"""


def readings_asked(ledger: Ledger, order: Order, filters: Mapping[str, Any]) -> Iterator[Reading]:
    """The readings that hold what was asked for, oldest first, with nothing else of that kind in them."""
    asked = {name: value for name, value in filters.items() if value not in (None, (), [])}
    verdicts = _verdicts(ledger, asked.get("as_of"))
    if order.kind in WHOLE:
        numbers = _whole(ledger, asked)
    elif not set(asked) - OF_ARTICLES:
        numbers = (article.n for article in ledger.each("articles", order="oldest", **asked))
    else:
        chosen = _chosen(ledger, order, asked)
        for n in sorted(chosen):
            reading = as_judged(ledger.reading(n), verdicts)
            kept = tuple(record for record in getattr(reading, order.kind) if record.id in chosen[n])
            yield replace(reading, **{order.kind: kept})  # type: ignore[arg-type]
        return
    for n in numbers:
        yield as_judged(ledger.reading(n), verdicts)


def _whole(ledger: Ledger, asked: Mapping[str, Any]) -> Iterator[int]:
    """The articles under the filters; one about records is met by any record of the article, whatever its status."""
    own = {name: value for name, value in asked.items() if name in OF_WHOLE}
    rest = {name: value for name, value in asked.items() if name not in OF_WHOLE}
    holding = _holding(ledger, rest, asked.get("as_of")) if rest else None
    for article in ledger.each("articles", order="oldest", **own):
        if holding is None or article.n in holding:
            yield article.n


def _holding(ledger: Ledger, filters: Mapping[str, Any], as_of: str | None) -> set[int]:
    """The articles that have a record under the filters, of a kind that knows them; UsageError where none does."""
    found: set[int] = set()
    refusal: UsageError | None = None
    known = False
    for kind in (k for k in JUDGED if not (k == "figures" and "type" in filters)):  # its types are units, any word
        status = {"status": "all"} if kind == "events" else {}
        try:
            found.update(row.article.n for row in ledger.each(kind, order="oldest", as_of=as_of, **status, **filters))
            known = True
        except UsageError as error:
            refusal = refusal or error
    if not known and refusal is not None:
        raise refusal
    return found


def _chosen(ledger: Ledger, order: Order, asked: Mapping[str, Any]) -> dict[int, set[str]]:
    """The ids of the records under the filters, by the number of their article's version."""
    kind = order.kind
    status: Iterable[str] = ()
    if kind == "events":
        status = sorted(order.statuses)
    elif kind == "meetings" and order.meeting_statuses is not None:
        status = sorted(order.meeting_statuses)
    chosen: dict[int, set[str]] = {}
    for found in ledger.each(kind, order="oldest", status=tuple(status), **asked):
        chosen.setdefault(found.article.n, set()).add(found.id)
    return chosen


def _verdicts(ledger: Ledger, as_of: str | None) -> Verdicts:
    out: dict[str, dict[str, Mapping[str, Any] | None]] = {}
    for kind in JUDGED:
        status = {"status": "all"} if kind == "events" else {}
        known: dict[str, Mapping[str, Any] | None] = {}
        for verdict in ("rejected", "recoded"):
            for found in ledger.each(kind, order="oldest", verdict=verdict, as_of=as_of, **status):
                known[found.id] = judged_values(found) if verdict == "recoded" else None
        out[kind] = known
    return out


def judged_values(found: Found) -> dict[str, Any]:
    """The fields of the record that the judged columns say otherwise than the machine did."""
    record, judged = found.record, {}
    for name in JUDGED[found.part]:
        value = found.columns[name]
        machine = getattr(record.quantity if name in QUANTITY and found.part == "figures" else record, name)
        if isinstance(machine, bool):
            value = bool(value)
        elif isinstance(machine, tuple):
            value = tuple(part.strip() for part in (value or "").split(";") if part.strip())
        if value != machine:
            judged[name] = value
    return judged


def as_judged(reading: Reading, verdicts: Verdicts) -> Reading:
    """The reading without what was rejected, and with what was recoded. References to it go with it."""
    changed: dict[str, tuple[Any, ...]] = {}
    gone: set[str] = set()
    for kind, known in verdicts.items():
        records = getattr(reading, kind)
        if not known or not any(record.id in known for record in records):
            continue
        kept = []
        for record in records:
            values = known.get(record.id, {})
            if values is None:
                gone.add(record.id)
            else:
                kept.append(recoded(record, values) if values else record)
        changed[kind] = tuple(kept)
    if not changed:
        return reading
    added = [actor for event in changed.get("events", ()) for actor in _named_by_hand(event, reading)]
    changed["actors"] = reading.actors + tuple(dict.fromkeys(added))
    judged = replace(reading, **changed)  # type: ignore[arg-type]
    return _without(judged, gone) if gone else judged


def recoded(record: Any, values: Mapping[str, Any]) -> Any:
    """The record with the analyst's values. Another code of a side is another party, of whom only the code is known."""
    values = dict(values)
    quantity = {name: values.pop(name) for name in QUANTITY & values.keys()}
    if quantity:
        values["quantity"] = replace(record.quantity, **quantity)
    for side in ("source", "target"):
        if f"{side}_code" in values:
            code = values[f"{side}_code"]
            values[side] = (BY_HAND + code,) if code else ()
    return replace(record, **values)


def _named_by_hand(event: Event, reading: Reading) -> Iterator[Actor]:
    """The parties of the event that only an analyst named."""
    known = {actor.id for actor in reading.actors}
    for party in (*event.source, *event.target):
        if party.startswith(BY_HAND) and party not in known:
            code = party.removeprefix(BY_HAND)
            yield Actor(id=party, name=code, kind="state" if len(code) == 3 else "organisation", code=code)


def _without(reading: Reading, gone: set[str]) -> Reading:
    """Nothing points to what is gone any more."""
    parts: dict[str, tuple[Any, ...]] = {
        part: tuple(replace(r, said_in=None) if r.said_in in gone else r for r in getattr(reading, part))
        for part in ("events", "positions", "assessments", "figures")
    }
    parts["assessments"] = tuple(replace(a, about=None) if a.about in gone else a for a in parts["assessments"])
    parts["statements"] = tuple(replace(s, relayed_by=None) if s.relayed_by in gone else s for s in reading.statements)
    parts["relations"] = tuple(r for r in reading.relations if r.source not in gone and r.target not in gone)
    return replace(reading, **parts)  # type: ignore[arg-type]
