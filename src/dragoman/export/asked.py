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
from dragoman.ledger import Ledger
from dragoman.ledger.terms import storable
from dragoman.records import Event, Reading
from dragoman.records.codec import decode, load, with_values

#: Kinds of records that analysts judge, by the part of the reading they stand in.
JUDGED = ("statements", "events", "positions", "assessments", "figures", "meetings", "actors")
#: Filters that choose among articles without looking into them.
OF_ARTICLES = frozenset({"source", "article", "as_of"})
#: Those that an article answers itself where it is exported whole.
OF_WHOLE = OF_ARTICLES | {"since", "until", "text"}
#: Kinds of which a ledger keeps no rows of their own: their articles are chosen.
WHOLE: frozenset[Kind] = frozenset({"articles", "places"})

Verdicts = Mapping[str, Mapping[str, Any] | None]
"""of one article: id of a record -> None where it is rejected, else the fields that were recoded (accepted: none)"""
#: The judgements that held at a number of the log, the latest of a record last.
HELD = (
    "SELECT article, record, verdict, changes FROM judgements "
    "WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?) ORDER BY id"
)
#: A number of the log behind all others.
NOW = (1 << 62) - 1


def readings_asked(ledger: Ledger, order: Order, filters: Mapping[str, Any]) -> Iterator[Reading]:
    """The readings that hold what was asked for, oldest first, with nothing else of that kind in them."""
    asked = {name: value for name, value in filters.items() if value not in (None, (), [])}
    verdicts = _verdicts(ledger, asked.get("as_of"))

    def judged(n: int) -> Reading:
        reading = decode(ledger.record_line(n))
        return as_judged(reading, verdicts.get(storable(reading.article.id), {}))

    if order.kind in WHOLE:
        numbers = _whole(ledger, asked)
    elif not set(asked) - OF_ARTICLES:
        numbers = (article.n for article in ledger.each("articles", order="oldest", **asked))
    else:
        chosen = _chosen(ledger, order, asked)
        for n in sorted(chosen):
            reading = judged(n)
            kept = tuple(record for record in getattr(reading, order.kind) if storable(record.id) in chosen[n])
            yield replace(reading, **{order.kind: kept})  # type: ignore[arg-type]
        return
    for n in numbers:
        yield judged(n)


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
    for kind in JUDGED:
        if kind == "actors" or (kind == "figures" and "type" in filters):  # mentioned is not met; units are any word
            continue
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


def _verdicts(ledger: Ledger, as_of: str | None) -> dict[str, Verdicts]:
    """The latest judgement of each record at that moment or now, by article."""
    at = ledger.known_at(as_of) if as_of is not None else NOW
    out: dict[str, dict[str, Mapping[str, Any] | None]] = {}
    for article, record, verdict, changes in ledger.sql(HELD, (at, at)):
        judged = None if verdict == "rejected" else load(changes) if changes else {}
        out.setdefault(article, {})[record] = judged
    return {**out}


def as_judged(reading: Reading, verdicts: Verdicts) -> Reading:
    """The reading without what was rejected, and with what was recoded. References to what is gone go with it."""
    changed: dict[str, tuple[Any, ...]] = {}
    gone: set[str] = set()
    for part in JUDGED if verdicts else ():
        records = getattr(reading, part)
        if not any(record.id in verdicts for record in records):
            continue
        if part != "actors":  # others point to an actor; who it is may be recoded, but not that it is there
            gone |= {record.id for record in records if verdicts.get(record.id, {}) is None}
        kept = (record for record in records if record.id not in gone)
        changed[part] = tuple(recoded(record, verdicts.get(record.id) or {}) for record in kept)
    if not changed:
        return reading
    judged = replace(reading, **changed)  # type: ignore[arg-type]
    if "events" in changed:
        judged = replace(judged, events=tuple(_coded_anew(event, judged, verdicts) for event in judged.events))
    return _without(judged, gone) if gone else judged


def recoded(record: Any, changes: Mapping[str, Any]) -> Any:
    """The record with the analyst's values in its fields."""
    return with_values(record, changes) if changes else record


def _coded_anew(event: Event, reading: Reading, verdicts: Verdicts) -> Event:
    """The event with the codes of the parties that an analyst put in place of others."""
    changes = verdicts.get(event.id) or {}
    actors = {actor.id: actor for actor in reading.actors}
    codes: dict[str, str | None] = {}
    for side in ("source", "target"):
        if side in changes:
            parties = [actors[key] for key in getattr(event, side) if key in actors]
            codes[f"{side}_code"] = next((p.code or p.country for p in parties if p.code or p.country), None)
    return replace(event, **codes) if codes else event  # type: ignore[arg-type]


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
