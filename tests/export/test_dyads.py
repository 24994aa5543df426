"""Rows of who to whom: pairs, both ways where mutual, codes taken apart, days of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.export.contract import Tally
from dragoman.export.dyads import MOST_PAIRS, Parts, cameo_code, dyads, pairs, parts_of
from dragoman.export.scene import Scene
from dragoman.records import Actor, Reading
from tests.export.samples import codes, everything, order, talks


def reading(**changes: object) -> Reading:
    """The talks, the first event alone and changed."""
    base = talks()
    return replace(base, events=(replace(base.events[0], **changes),))


def names(found: Reading) -> list[tuple[str | None, str | None]]:
    sides = pairs(Scene(found), found.events[0])
    return [(a.name if a else None, b.name if b else None) for a, b in sides]


PAIRS = [
    (("act-rus",), ("act-nor",), True, [("Russia", "Norway"), ("Norway", "Russia")]),
    (("act-rus",), ("act-nor",), False, [("Russia", "Norway")]),
    (("act-rus", "act-blr"), ("act-nor",), False, [("Russia", "Norway"), ("Belarus", "Norway")]),
    (("act-rus",), ("act-nor", "act-blr"), True,
     [("Russia", "Norway"), ("Norway", "Russia"), ("Russia", "Belarus"), ("Belarus", "Russia")]),
    (("act-rus",), (), True, [("Russia", None)]),
    ((), ("act-nor",), False, [(None, "Norway")]),
    ((), (), False, [(None, None)]),
    (("act-gone",), ("act-nor",), False, [(None, "Norway")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "mutual", "expected"), PAIRS)
def test_each_pair_is_a_row_and_a_mutual_act_two(
    source: tuple[str, ...], target: tuple[str, ...], mutual: bool, expected: list[tuple[str | None, str | None]]
) -> None:
    assert names(reading(source=source, target=target, reciprocal=mutual)) == expected


def test_a_crowd_of_parties_is_bounded() -> None:
    many = tuple(Actor(id=f"act-{n}", name=str(n), kind="person") for n in range(200))
    ids = tuple(actor.id for actor in many)
    crowded = replace(reading(source=ids, target=ids), actors=many)
    assert len(pairs(Scene(crowded), crowded.events[0])) <= MOST_PAIRS + 1


CODES = [
    ("RUSMIL", "RUS", Parts(country="RUS", sectors=("MIL",)), "RUSMIL"),
    ("IGOWSTNAT", None, Parts(body="IGO", named="WSTNAT"), "IGOWSTNAT"),
    ("RUSJRN", "RUS", Parts(country="RUS", sectors=("JRN",)), "RUSMED"),
    ("MED", None, Parts(sectors=("MED",)), "HLH"),
    ("SYRREB", None, Parts(country="SYR", sectors=("REB",)), "SYRREB"),
    ("IRQKUR", "IRQ", Parts(country="IRQ", peoples=("KUR",)), "IRQKUR"),
    (None, "NOR", Parts(country="NOR"), "NOR"),
    (None, None, Parts(), None),
    ("XX", "XXX", Parts(), "XX"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "country", "parts", "cameo"), CODES)
def test_actor_codes_are_taken_apart(code: str | None, country: str | None, parts: Parts, cameo: str | None) -> None:
    actor = Actor(id="act-1", name="x", kind="organisation", code=code, country=country)
    assert parts_of(actor, codes()) == parts
    assert cameo_code(actor, codes()) == cameo


DAYS = [
    ("occurred", "2022-01-10", "2022-01-10", date(2022, 1, 10), date(2022, 1, 10)),
    ("occurred", None, "2022-01-09T10:00:00Z", date(2022, 1, 9), date(2022, 1, 9)),
    ("occurred", None, None, None, date(2022, 1, 11)),
    ("background", None, None, None, None),
    ("background", "2014-03-18", None, date(2014, 3, 18), date(2014, 3, 18)),
    ("scheduled", "2022-01-12", "2022-01-12", None, date(2022, 1, 11)),
]


@pytest.mark.parametrize(("status", "begin", "end", "own", "row"), DAYS)
def test_a_row_bears_the_day_of_the_act_or_of_its_report(
    status: str, begin: str | None, end: str | None, own: date | None, row: date | None
) -> None:
    """What is to come is announced on the day of the report; a past that is not dated was not on that day."""
    (dyad, *_) = dyads([reading(status=status, begin=begin, end=end)], everything(), Tally())
    assert (dyad.day, dyad.day_or_report) == (own, row)


def test_what_has_no_row_is_counted() -> None:
    tally = Tally()
    rows = list(dyads([talks()], everything(), tally))
    assert [(r.code.plover, r.source and r.source.name, r.target and r.target.name) for r in rows] == [
        ("CONSULT", "Russia", "Norway"), ("CONSULT", "Norway", "Russia"), ("AGREE", "Norway", "South Sudan"),
        ("REJECT", "Ola Nordmann", None),
    ]  # fmt: skip
    assert tally.left_out == {"denied act: the format has no word for that": 1}
    assert len(list(dyads([talks()], order(), Tally()))) == 3, "what is to come only when it is asked for"


def test_one_a_day_counts_events_not_articles() -> None:
    base = talks()
    copy = replace(base, article=replace(base.article, id="art-2", published="2022-01-12"))
    tally = Tally()
    rows = list(dyads([base, copy], order(one_a_day=True), tally))
    assert [(r.code.plover, r.scene.article.id) for r in rows] == [
        ("CONSULT", base.article.id), ("CONSULT", base.article.id), ("REJECT", base.article.id), ("REJECT", "art-2"),
    ], "what bears the day of its report is told on two days"  # fmt: skip
    assert tally.left_out == {"told again, on the same day and with the same codes": 2}
    assert len(list(dyads([base, copy], order(), Tally()))) == 6


def test_deeds_of_nobody_known_are_not_taken_for_one() -> None:
    base = reading(source=(), source_code=None, reciprocal=False)
    other = replace(base, article=replace(base.article, id="art-2"))
    assert len(list(dyads([base, other], order(one_a_day=True), Tally()))) == 2
