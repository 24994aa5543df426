"""From act and status to one type: each rule of the conversion, and what has no row."""

from __future__ import annotations

from typing import get_args

import pytest

from dragoman.export.plover import Coded, coded
from dragoman.records import Event, Span
from dragoman.records.vocab import EventStatus, PloverType
from tests.export.samples import codes


def event(plover: str, status: str, cameo: str | None = None, mode: str | None = None) -> Event:
    return Event(id="evt-1", plover=plover, status=status, cameo=cameo, mode=mode, trigger=Span(0, 1))  # type: ignore[arg-type]


TO_COME = [
    ("CONSULT", "046", "AGREE", "036"), ("CONSULT", "042", "AGREE", "036"), ("CONSULT", "045", "AGREE", "039"),
    ("SUPPORT", "057", "AGREE", "030"), ("SUPPORT", "051", "AGREE", "032"),
    ("COOPERATE", "062", "AGREE", "0312"), ("COOPERATE", "060", "AGREE", "031"),
    ("AID", "073", "AGREE", "0333"), ("AID", "07", "AGREE", "033"),
    ("RETREAT", "0873", "CONCEDE", "0356"), ("RETREAT", "0841", "CONCEDE", "0353"),
    ("CONCEDE", "081", "CONCEDE", "0351"), ("CONCEDE", "083", "CONCEDE", "034"),
    ("AGREE", "036", "AGREE", "036"),
]  # fmt: skip


@pytest.mark.parametrize(("plover", "cameo", "becomes", "intent"), TO_COME)
def test_what_is_to_come_is_the_intent_of_it(plover: str, cameo: str, becomes: str, intent: str) -> None:
    assert coded(event(plover, "scheduled", cameo), codes()) == Coded(
        plover=becomes, mode=None, cameo=intent, own_day=False
    )


def test_an_act_to_come_without_a_code_gets_none() -> None:
    assert coded(event("AID", "scheduled"), codes()) == Coded(plover="AGREE", mode=None, cameo=None, own_day=False)


@pytest.mark.parametrize(
    "plover", ["REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
)
def test_hostile_acts_to_come_are_no_acts(plover: str) -> None:
    assert coded(event(plover, "scheduled", "190"), codes()) is None


@pytest.mark.parametrize("plover", get_args(PloverType))
@pytest.mark.parametrize("status", ["conditional", "denied", "considered"])
def test_what_is_conditional_denied_or_considered_has_no_row(plover: str, status: str) -> None:
    assert coded(event(plover, status, "040"), codes()) is None


@pytest.mark.parametrize("plover", get_args(PloverType))
@pytest.mark.parametrize("status", ["occurred", "ongoing", "background"])
def test_what_happened_keeps_type_mode_and_code(plover: str, status: str) -> None:
    assert coded(event(plover, status, "0871", "ceasefire"), codes()) == Coded(
        plover=plover, mode="ceasefire", cameo="0871", own_day=True
    )


def test_the_table_names_only_types_and_statuses_that_exist() -> None:
    types, statuses = get_args(PloverType), get_args(EventStatus)
    for (status, plover), (becomes, dated) in codes().becomes.items():
        assert status in statuses
        assert plover in (*types, "*")
        assert becomes in (*types, "same")
        assert dated in ("act", "report")


def test_every_intent_is_a_code_of_the_table() -> None:
    assert set(codes().composed.values()) <= set(codes().acts)


INTENSITIES = [("CONSULT", None, 2.5), ("CONSULT", "visit", 4.0), ("AGREE", None, 2.5), ("ASSAULT", "aerial", -9.5),
               ("PROTEST", "vandalize", -5.0), ("ACCUSE", None, -3.0), ("REQUEST", None, 0.0)]  # fmt: skip


@pytest.mark.parametrize(("plover", "mode", "expected"), INTENSITIES)
def test_intensity_is_the_manuals(plover: str, mode: str | None, expected: float) -> None:
    assert codes().intensity(plover, mode) == expected
