"""Events as rows of who to whom: one row for each pair of parties, both ways where the act is mutual.

ICEWS, POLECAT and GDELT have one source and one target a row. A record with two sources and a target is two rows; a
mutual act of A with B is A to B and B to A. The other parties of a mutual act may stand on one side, so no row is
made between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.export.cells import digest_number
from dragoman.export.contract import Order, Tally
from dragoman.export.days import day_of
from dragoman.export.plover import Coded, coded
from dragoman.export.scene import Scene, events_asked
from dragoman.lexicon.formats import BODIES, FormatIndex
from dragoman.records import Actor, Event, Reading

Pair = tuple[Actor | None, Actor | None]
#: Pairs of one event at most: more come only of hostile records.
MOST_PAIRS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """One row to be: the event in its scene, its code in the terms of the file, the two sides, and its number."""

    scene: Scene
    event: Event
    code: Coded
    source: Actor | None
    target: Actor | None
    row: int

    @property
    def day(self) -> date | None:
        """The day of the act as the text gives it; None for an act to come and where the text does not say."""
        return day_of(self.event.begin or self.event.end) if self.code.own_day else None

    @property
    def day_or_report(self) -> date | None:
        """The day of the act, else that of the report, for formats that cannot be without a day.

        An act of the past that the text does not date keeps none: it was not done on the day of the report.
        """
        day = self.day
        if day is None and self.event.status != "background":
            day = day_of(self.scene.article.published)
        return day


def dyads(readings: Iterable[Reading], order: Order, tally: Tally) -> Iterator[Dyad]:
    """Every row of the events asked for, in order of the readings; what has none is counted in the tally."""
    seen: set[int] = set()
    for scene, event in events_asked(readings, order):
        code = coded(event, order.codes)
        if code is None:
            tally.leave(f"{event.status} act: the format has no word for that")
            continue
        for row, (source, target) in enumerate(pairs(scene, event)):
            dyad = Dyad(scene=scene, event=event, code=code, source=source, target=target, row=row)
            if order.one_a_day and _is_told_again(dyad, order.codes, seen):
                tally.leave("told again, on the same day and with the same codes")
            else:
                yield dyad


def _is_told_again(dyad: Dyad, codes: FormatIndex, seen: set[int]) -> bool:
    """One a day (Phoenix): a row of which day, source, target and act all agree with an earlier one.

    Where the acting side has no code, two rows may be two deeds, and both stay.
    """
    source, day = cameo_code(dyad.source, codes), dyad.day_or_report
    if source is None or day is None:
        return False
    target, act = cameo_code(dyad.target, codes) or "", dyad.code.cameo or dyad.code.plover
    key = digest_number(day.isoformat(), source, target, act)
    told = key in seen
    seen.add(key)
    return told


def pairs(scene: Scene, event: Event) -> list[Pair]:
    """(source, target) of each row; None is a side that the text does not name."""
    sources: list[Actor | None] = [*scene.parties(event.source)] or [None]
    targets: list[Actor | None] = [*scene.parties(event.target)] or [None]
    out: list[Pair] = []
    for source in sources:
        for target in targets:
            if len(out) >= MOST_PAIRS:
                return out
            out.append((source, target))
            if event.reciprocal and target is not None:
                out.append((target, source))
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """An actor code taken apart: state, kind of body, named body, peoples, faiths, and PLOVER sectors."""

    country: str | None = None
    body: str | None = None
    named: str | None = None
    peoples: tuple[str, ...] = ()
    faiths: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()


def parts_of(actor: Actor | None, codes: FormatIndex) -> Parts:
    """The blocks of the actor's CAMEO code by what they are (codebook, chapter 3).

    RUSMIL is country RUS, sector MIL; IGOWSTNAT is body IGO, named WSTNAT.
    """
    if actor is None:
        return Parts()
    code = actor.code or ""
    blocks = [code[i : i + 3] for i in range(0, len(code) - len(code) % 3, 3)]
    country, body = actor.country, None
    named, peoples, faiths, sectors = [], [], [], []
    for at, block in enumerate(blocks):
        if at == 0 and block in codes.countries:
            country = block
        elif at == 0 and block in BODIES:
            body = block
        elif block in codes.sectors:
            sectors.append(block)
        elif block in codes.faiths:
            faiths.append(block)
        elif block in codes.peoples:
            peoples.append(block)
        else:
            named.append(block)
    return Parts(
        country=country if country in codes.countries else None,
        body=body,
        named="".join(named) or None,
        peoples=tuple(peoples),
        faiths=tuple(faiths),
        sectors=tuple(sectors),
    )


def cameo_code(actor: Actor | None, codes: FormatIndex) -> str | None:
    """The actor's code in CAMEO's own sectors (the press is MED there, health HLH); the country where it has none."""
    if actor is None:
        return None
    code = actor.code
    if not code:
        return actor.country
    blocks = [code[i : i + 3] for i in range(0, len(code), 3)]
    return (
        "".join([blocks[0], *(codes.cameo_sectors.get(b, b) for b in blocks[1:])])
        if len(blocks) > 1
        else (codes.cameo_sectors.get(code, code))
    )
