"""What the desk counts is what the ledger holds; what it calls past, to come and of weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dragoman.ledger import Ledger, Writer
from dragoman.records import Reading
from dragoman.records.codec import read_records
from dragoman.records.ids import text_digest
from dragoman.views.desk import dyad as dyads
from dragoman.views.desk import ties as tied
from dragoman.views.desk.actors import called, portrait, roll
from dragoman.views.desk.calendar import calendar
from dragoman.views.desk.pick import last_day, parties
from dragoman.views.desk.situation import situation, weight
from dragoman.views.desk.sources import outlets, totals
from dragoman.views.desk.versions import versions
from tests.ledger.generate import fill, reading

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("desk") / "made.ledger"
    fill(path, 1000)
    with Ledger(path) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The example of the Geneva week."""
    path = tmp_path_factory.mktemp("desk") / "week.ledger"
    with Writer(path) as writer:
        for reading in read_records((ROOT / "examples/geneva-week/expected.jsonl").read_bytes(), name="week"):
            writer.add(reading, at="2026-01-01T00:00:00Z")
    with Ledger(path) as ledger:
        yield ledger


@pytest.mark.parametrize(("names", "code", "wanted"), [
    ("Russia", "RUS", [("Russia", "RUS")]), ("Sergei Ryabkov", "RUSGOV", [("Sergei Ryabkov", "Sergei Ryabkov")]),
    ("NATO; Russia", "IGO", [("NATO", "NATO"), ("Russia", "Russia")]), (None, None, []),
])  # fmt: skip
def test_a_state_is_asked_for_by_its_code_others_by_name(
    names: str | None, code: str | None, wanted: list[tuple[str, str]]
) -> None:
    assert [tuple(p) for p in parties(names, code)] == wanted


@pytest.mark.parametrize("step", ["", "day", "week", "month", "year"])
def test_a_series_counts_every_event_of_the_two_once(made: Ledger, step: str) -> None:
    view = dyads.dyad(made, "USA", "RUS", step=step)
    both = {f.n: f for one, other in (("USA", "RUS"), ("RUS", "USA")) for f in made.events(by=one, target=other)}
    assert view.counted == len(both) > 10
    assert sum(sum(p.quads) for p in view.periods) == len(both)
    assert Counter({q: sum(p.quads[q - 1] for p in view.periods) for q in (1, 2, 3, 4)}) == Counter(
        f["quad"] for f in both.values()
    )
    assert sum(p.goldstein for p in view.periods) == pytest.approx(sum(f["goldstein"] for f in both.values()), abs=0.2)
    assert all(a.last < b.first for a, b in pairwise(view.periods))
    assert all(p.first <= p.last for p in view.periods)


def test_pairs_are_counted_as_the_events_say(made: Ledger) -> None:
    view = tied.ties(made, most=10_000)
    total = 0
    for f in made.events():
        left, right = (f["sources"] or "").split("; "), (f["targets"] or "").split("; ")
        total += sum(1 for a in left for b in right if a and b and a != b)
    assert sum(t.count for t in view.ties) == total
    assert not view.cut
    assert len(tied.ties(made, most=5).actors) == 5


def test_places_are_those_of_events(made: Ledger) -> None:
    view = tied.places(made, frozenset({"Oslo"}))
    here = Counter(f["place"] for f in made.events() if f["lat"] is not None)
    assert {p.name: p.events for p in view.places} == dict(here)
    assert {p.name for p in view.places if p.vague} == {"Oslo"} & set(here)


def test_who_acts_and_speaks_is_counted(made: Ledger) -> None:
    view = roll(made, most=10_000)
    usa = next(a for a in view.actors if a.key == "USA")
    events = made.events(status="all")
    alone = [f for f in events if f["sources"] == "United States"]
    reciprocal = [f for f in events if f["targets"] == "United States" and f["reciprocal"]]
    assert usa.acts == len(alone) + len(reciprocal)
    assert usa.says == sum(f["speaker"] == "United States" for f in made.statements())


def test_an_actor_is_found_by_any_word_of_its_name(week: Ledger) -> None:
    assert [name for name, _ in called(week, "ryabkov")] == ["Sergei Ryabkov"]
    assert called(week, "nobody at all") == []
    assert called(week, "--") == []


def test_a_portrait_tells_roles_names_and_others(week: Ledger) -> None:
    ryabkov = portrait(week, "Sergei Ryabkov")
    assert any("Deputy Foreign Minister" in r.role for r in ryabkov.roles)
    assert ryabkov.statements
    russia = portrait(week, "RUS")
    assert russia.name == "Russia"
    assert {"Moscow", "Kremlin"} <= {name for name, _ in russia.names}
    assert "United States" in {p.name for p, _, _ in russia.others}
    assert "Sergei Ryabkov" not in {name for name, _ in russia.names}


def test_the_calendar_divides_at_its_day(week: Ledger) -> None:
    view = calendar(week)
    assert view.on == last_day(week) == "2022-01-11"
    assert [f["begin"] for f in view.to_come] == ["2022-01-12"]
    assert [f["status"] for f in view.past] == ["held"]
    later = calendar(week, on="2022-02-01")
    assert later.to_come == ()
    assert [f["begin"] for f in later.past] == ["2022-01-12", "2022-01-10"]


def test_the_situation_tells_deeds_from_plans(week: Ledger) -> None:
    view = situation(week)
    assert {f["status"] for f in view.happened} <= {"occurred", "ongoing"}
    assert {f["status"] for f in view.coming.due} <= {"scheduled", "considered", "conditional"}
    assert view.said[0]["capacity"] == "official"
    assert weight(view.said[0]) >= weight(view.said[-1])
    listed = {(m.article.n, m.words) for m in view.coming.meetings}
    assert listed
    assert not any(f["plover"] == "CONSULT" and (f.article.n, f.words) in listed for f in view.coming.due)


def test_what_changed_is_told_from_the_log(week: Ledger) -> None:
    assert situation(week, changed_since="2025-12-31").change is not None
    assert situation(week, changed_since="2025-12-31").change.added == 1  # type: ignore[union-attr]
    assert situation(week, changed_since="2026-06-01").change.added == 0  # type: ignore[union-attr]


def test_totals_and_outlets_count_current_rows(made: Ledger) -> None:
    counted = totals(made)
    assert counted == {kind: made.totals()[kind] for kind in counted}
    assert sum(o.articles for o in outlets(made)) == counted["articles"]


def test_two_versions_tell_what_a_record_says_otherwise_now(tmp_path: Path) -> None:
    first = reading(1)
    told = replace(first.events[0], status="denied" if first.events[0].status != "denied" else "occurred")
    with Writer(tmp_path / "two.ledger") as writer:
        writer.add(first, at="2026-01-01T00:00:00Z")
        writer.add(replace(first, events=(told, *first.events[1:])), at="2026-01-02T00:00:00Z")
    with Ledger(tmp_path / "two.ledger") as ledger:
        view = versions(ledger, first.article.id)
        same = versions(ledger, first.article.id, old=2, new=2)
    assert (view.old, view.new) == (1, 2)
    assert any(f"status now {told.status}, was {first.events[0].status}" in line for line in view.changed)
    assert all(row.same for row in view.rows)
    assert same.changed == same.records == ()


def announced(number: int, published: str, *meetings: tuple[str, Any]) -> Reading:
    """An article of that day with meetings, each a day and a status, of the same two parties."""
    made = reading(number, events=4)
    first = made.meetings[0]
    each = tuple(
        replace(first, id=f"mtg-{number:08d}{index:08d}", begin=day or None, end=day or None, status=status)
        for index, (day, status) in enumerate(meetings)
    )
    return replace(made, article=replace(made.article, published=published), meetings=each, events=())


@pytest.mark.parametrize(
    ("on", "meetings", "untold"),
    [
        ("", ["2031-03-05"], ["2022-01-12", "2022-01-08"]),  # the newest article is years from the rest
        ("2022-01-09", ["2022-01-12", "2031-03-05"], []),  # the reader's day: what is to come from there
        ("2032-01-01", [], []),
    ],
)
def test_one_late_article_does_not_empty_what_is_to_come(
    tmp_path: Path, on: str, meetings: list[str], untold: list[str]
) -> None:
    with Writer(tmp_path / "few.ledger") as writer:
        ahead = announced(1, "2022-01-05", ("2022-01-08", "scheduled"), ("2022-01-12", "scheduled"))
        past = announced(2, "2022-01-06", ("2022-01-02", "scheduled"))  # was over when it was written of
        late = announced(3, "2031-03-01", ("2031-03-05", "scheduled"))
        writer.add_all([ahead, past, late], at="2032-01-01T00:00:00Z")
    with Ledger(tmp_path / "few.ledger") as ledger:
        found = situation(ledger, on=on).coming
    assert [f["begin"] for f in found.meetings] == meetings
    assert [f["begin"] for f in found.untold] == untold
    assert found.chosen is bool(on)


@pytest.mark.parametrize(("outcome", "left"), [("held", []), ("cancelled", []), ("postponed", ["2022-01-08"] * 2)])
def test_a_meeting_told_as_held_is_no_longer_without_an_outcome(tmp_path: Path, outcome: str, left: list[str]) -> None:
    with Writer(tmp_path / "few.ledger") as writer:
        before = announced(1, "2022-01-05", ("2022-01-08", "scheduled"))
        text = before.article.text + " "
        told = announced(1, "2022-01-08", ("2022-01-08", outcome))
        other = replace(reading(2).article, published="2022-01-08", text=text, sha256=text_digest(text))
        after = replace(told, article=other)
        writer.add_all([before, after, announced(3, "2031-03-01")], at="2032-01-01T00:00:00Z")
    with Ledger(tmp_path / "few.ledger") as ledger:
        assert [f["begin"] for f in situation(ledger).coming.untold] == left
