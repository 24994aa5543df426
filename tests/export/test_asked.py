"""What comes out of a ledger: what was asked for, as known now or then, as judged by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UnknownName
from dragoman.export import FORMATS, icews
from dragoman.export.asked import as_judged, readings_asked
from dragoman.export.contract import Format
from dragoman.ledger import Ledger, Writer, judging
from dragoman.records import Reading
from tests.export.samples import TEXT, article, everything, order, talks, written


def second() -> Reading:
    """Another article, a week later, of one event of Belarus."""
    base = talks()
    text = TEXT.replace("Monday", "Friday")
    event = replace(base.events[0], id="evt-00000000000000b2", source=("act-blr",), target=(), reciprocal=False,
                    source_code="BLR", target_code=None, begin="2022-01-18", end="2022-01-18")  # fmt: skip
    return replace(
        base,
        article=article(text, id="art-0000000000000002", source="Harbour Wire", url="https://news.example/2",
                        published="2022-01-19"),
        actors=tuple(replace(a, id=a.id + "2") if a.id == "act-blr" else a for a in base.actors),
        events=(replace(event, source=("act-blr2",)),), statements=(), positions=(), assessments=(), figures=(),
        meetings=(),
    )  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("ledger") / "x.ledger"
    with Writer(path) as writer:
        writer.add(second(), at="2026-01-02T00:00:00Z")
        writer.add(talks(), at="2026-01-01T00:00:00Z")
    with Ledger(path) as opened:
        yield opened


def asked(ledger: Ledger, kind: str = "events", **filters: Any) -> list[Reading]:
    return list(readings_asked(ledger, everything(kind=kind), filters))


@pytest.mark.parametrize("format", FORMATS, ids=lambda f: f.name)
def test_everything_comes_oldest_first_and_unchanged(ledger: Ledger, format: Format) -> None:
    kind = format.kinds[0]
    assert asked(ledger, kind) == [talks(), second()]
    wanted = order(kind=kind, text=format.text or "none")
    assert written(format, readings_asked(ledger, wanted, {}), wanted) == written(format, [talks(), second()], wanted)


EVENTS = [
    ({"actor": "RUS"}, ["CONSULT"]),
    ({"actor": ("RUS", "BLR")}, ["CONSULT", "ASSAULT", "CONSULT"]),
    ({"target": "SSD"}, ["AID"]),
    ({"since": "2022-01-15"}, ["AID", "CONSULT"]),
    ({"since": "2022-01-15", "until": "2022-01-17"}, ["AID"]),
    ({"type": "REJECT"}, ["REJECT"]),
    ({"source": "Harbour Wire"}, ["CONSULT"]),
    ({"place": "Geneva", "until": "2022-01-12"}, ["CONSULT"]),
    ({"actor": "FJI"}, []),
]


@pytest.mark.parametrize(("filters", "types"), EVENTS)
def test_filters_choose_events(ledger: Ledger, filters: dict[str, Any], types: list[str]) -> None:
    assert [event.plover for reading in asked(ledger, **filters) for event in reading.events] == types


def test_statuses_hold_beside_filters(ledger: Ledger) -> None:
    found = readings_asked(ledger, order(), {"actor": ("BLR",)})
    assert [(e.plover, e.status) for r in found for e in r.events] == [("CONSULT", "occurred")]


def test_other_kinds_are_chosen_likewise(ledger: Ledger) -> None:
    (found,) = asked(ledger, "statements", actor="NOR")
    assert len(found.statements) == 1
    assert asked(ledger, "meetings", until="2021") == []
    assert len(asked(ledger, "meetings", actor="RUS")[0].meetings) == 1


def test_whole_articles_are_met_by_any_record(ledger: Ledger) -> None:
    assert asked(ledger, "articles", actor="SSD") == [talks()]
    assert asked(ledger, "articles", type="REJECT") == [talks()]
    assert asked(ledger, "articles", since="2022-01-15") == [second()]
    assert asked(ledger, "places", actor="BLR", source="Harbour Wire") == [second()]
    with pytest.raises(UnknownName):
        asked(ledger, "articles", type="DANCE")


def test_the_ledger_is_asked_as_it_was_known(ledger: Ledger) -> None:
    assert asked(ledger, as_of="2026-01-02T00:00:00Z") != []
    assert asked(ledger, as_of="2025-12-31") == []


def test_empty_filters_are_none(ledger: Ledger) -> None:
    assert asked(ledger, actor=(), since=None) == [talks(), second()]


def test_what_was_rejected_is_gone_and_nothing_points_to_it() -> None:
    found = as_judged(talks(), {talks().events[1].id: None, "sta-0000000000000001": None})
    assert [e.plover for e in found.events] == ["CONSULT", "ASSAULT", "REJECT"]
    assert found.statements == ()
    assert [e.said_in for e in found.events] == [None] * 3
    assert found.positions[0].said_in is None
    assert found.assessments[0].about is None
    assert found.meetings == talks().meetings


def test_what_was_recoded_bears_the_analysts_codes() -> None:
    changes = {
        "plover": "ACCUSE",
        "mode": "disapprove",
        "cameo": "111",
        "quad": 3,
        "goldstein": -2.0,
        "status": "occurred",
    }
    found = as_judged(talks(), {talks().events[2].id: changes})
    assert (found.events[2].plover, found.events[2].status) == ("ACCUSE", "occurred")
    assert found.events[2].trigger == talks().events[2].trigger, "the words stay"
    assert b"\tCriticize or denounce\t111\t-2.0\t" in written(icews.FORMAT, [found])


def test_another_party_brings_its_own_code() -> None:
    found = as_judged(talks(), {talks().events[0].id: {"target": ["act-ola"], "source": []}})
    assert (found.events[0].source_code, found.events[0].target_code) == (None, "NORGOV")
    rows = loaded(written(icews.FORMAT, [found]))
    assert (rows[1][2], rows[1][8]) == ("", "Ola Nordmann")


def test_an_actor_is_recoded_but_never_gone() -> None:
    found = as_judged(talks(), {"act-ola": {"name": "Kari Nordmann", "country": "SWE"}, "act-rus": None})
    assert [a.name for a in found.actors][:3] == ["Russia", "Norway", "Kari Nordmann"]


def loaded(data: bytes) -> list[list[str]]:
    return [line.split("\t") for line in data.decode().splitlines()]


def test_judgements_by_hand_change_what_is_exported_and_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "x.ledger"
    met, shelled = talks().events[0].id, talks().events[2].id
    with Writer(path) as writer:
        writer.add(talks(), at="2026-01-01T00:00:00Z")
        judging.judge(writer, met, "reject", by="ada", at="2026-01-02T00:00:00Z")
        judging.judge(writer, shelled, "recode", by="ada", at="2026-01-03T00:00:00Z", changes={"status": "occurred"})
    with Ledger(path) as ledger:
        found = {e.id: e.status for r in readings_asked(ledger, order(), {}) for e in r.events}
        assert (met in found, found[shelled]) == (False, "occurred")
        chosen = [e.id for r in readings_asked(ledger, order(), {"type": ("ASSAULT", "CONSULT")}) for e in r.events]
        assert chosen == [shelled]
        assert asked(ledger, as_of="2026-01-01T12:00Z") == [talks()], "as it was known before"
        between = [e.status for r in asked(ledger, as_of="2026-01-02T12:00Z") for e in r.events]
        assert between == ["scheduled", "denied", "occurred"]
    with Writer(path) as writer:
        judging.undo(writer, met, by="ada", at="2026-01-04T00:00:00Z")
        judging.undo(writer, shelled, by="ada", at="2026-01-05T00:00:00Z")
    with Ledger(path) as ledger:
        assert asked(ledger) == [talks()]


def test_verdicts_on_other_articles_change_nothing() -> None:
    assert as_judged(talks(), {"evt-gone": None}) is talks()
