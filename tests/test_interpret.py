"""The flow: order is kept, and one bad source costs that source only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman import interpret as flow
from dragoman.errors import ReadingFailed, SourceError, Unreadable
from dragoman.records import Parsed, Reading, Source
from tests.factory import PLAIN, kit


def sources(*texts: str) -> list[Source | SourceError]:
    return [Source(name=f"text {n}", text=text) for n, text in enumerate(texts)]


def test_readings_come_in_the_order_of_their_sources_with_errors_in_their_place() -> None:
    given = sources("The envoys met in Oslo on Friday.", "The minister left for Cairo.")
    given.insert(1, Unreadable("no such file", where="gone.txt"))
    readings = list(flow.interpret_all(given, kit(), PLAIN))
    assert [type(r) for r in readings] == [Reading, Unreadable, Reading]
    assert isinstance(readings[2], Reading)
    assert readings[2].article.text.startswith("The minister")


def test_a_fault_in_one_document_costs_that_document_and_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = flow.interpret

    def faulty(parsed: Parsed, *args: object, **kwargs: object) -> Reading:
        if "Cairo" in parsed.article.text:
            raise KeyError("no such row")
        return whole(parsed, kit())

    monkeypatch.setattr(flow, "interpret", faulty)
    given = sources("The envoys met in Oslo.", "The minister left for Cairo.", "Talks go on in Rome.")
    one, failed, three = flow.interpret_all(given, kit(), PLAIN)
    assert isinstance(one, Reading)
    assert isinstance(three, Reading)
    assert isinstance(failed, ReadingFailed)
    assert failed.where == "text 1"
    assert "KeyError" in str(failed)


def test_the_batch_size_changes_nothing() -> None:
    given = sources(*(f"The envoys met in Oslo on {day}. “We go on,” one said." for day in ("Monday", "Friday")), " ")
    one, many = (
        [
            r if isinstance(r, Reading) else str(r)
            for r in flow.interpret_all(given, kit(), replace(PLAIN, batch_size=n))
        ]
        for n in (1, 64)
    )
    assert one == many


def test_a_crowd_that_only_listens_is_no_actor() -> None:
    (reading,) = flow.interpret_all(sources("The Kenyan minister told reporters that talks would go on."), kit(), PLAIN)
    assert isinstance(reading, Reading)
    assert [s.addressee for s in reading.statements] == [None]
    assert not [a for a in reading.actors if "reporter" in a.name.lower()]
