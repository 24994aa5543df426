"""Judging: views follow, the machine's record stays, everything can be taken back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.errors import NoSuchRecord, UsageError
from dragoman.ledger import Ledger, Writer
from dragoman.ledger.agreement import Agreement, kappa, wilson
from dragoman.ledger.doubts import SIGNS, points
from dragoman.ledger.judging import judge, undo
from tests.ledger.generate import readings
from tests.ledger.stories import AT, LATER, harbour, named

EVENT = harbour().events[0].id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Writer(tmp_path / "t.ledger") as writer:
        writer.add(harbour(), at=AT)
    return tmp_path / "t.ledger"


def say(path: Path, verdict: str, by: str = "Ada", **changes: str) -> None:
    with Writer(path) as writer:
        judge(writer, EVENT, verdict, by=by, at=LATER, changes=changes)


def types(path: Path, **filters: str) -> list[tuple[str, str | None]]:
    with Ledger(path) as ledger:
        return [(e["plover"], e.verdict) for e in ledger.events(status="all", **filters)]


def test_a_rejected_record_is_in_no_view_until_it_is_asked_for(path: Path) -> None:
    say(path, "reject")
    assert types(path) == []
    assert types(path, verdict="any") == types(path, verdict="rejected") == [("ASSAULT", "rejected")]
    assert types(path, as_of=AT) == [("ASSAULT", None)]


def test_a_recoded_record_is_found_by_what_it_is_now(path: Path) -> None:
    say(path, "recode", plover="COERCE", status="denied", target="Hanna Lyu")
    assert types(path, type="ASSAULT") == []
    assert types(path, type="COERCE", target="UKR") == [("COERCE", "recoded")]
    with Ledger(path) as ledger:
        (event,) = ledger.events(status="denied")
        assert (event["cameo"], event["quad"], event["targets"]) == (None, None, "Hanna Lyu")
        assert event.record == harbour().events[0]  # what the machine read
        assert ledger.reading(harbour().article.id) == harbour()


def test_an_undone_judgement_leaves_what_was_there(path: Path) -> None:
    say(path, "accept", by="Ada")
    say(path, "reject", by="Bo")
    for expected in ([("ASSAULT", "accepted")], [("ASSAULT", None)]):
        with Writer(path) as writer:
            undo(writer, EVENT, by="Cy", at=LATER)
        assert types(path) == expected
    with Writer(path) as writer, pytest.raises(NoSuchRecord, match="not been judged"):
        undo(writer, EVENT, by="Cy", at=LATER)
    with Ledger(path) as ledger:
        assert ledger.judgements() == []
        assert [(j.by, j.verdict, j.undone) for j in ledger.judgements(undone=True)] == [
            ("Ada", "accepted", True), ("Bo", "rejected", True),
        ]  # fmt: skip
        assert ledger.reading(harbour().article.id) == harbour()
        assert [line["action"] for line in ledger.log(limit=2)] == ["undone", "undone"]


def test_an_analyst_has_one_judgement_of_a_record(path: Path) -> None:
    say(path, "accept")
    say(path, "reject")
    with Ledger(path) as ledger:
        assert [j.verdict for j in ledger.judgements()] == ["rejected"]


def test_a_new_version_keeps_the_judgements_of_records_that_are_still_in_it(path: Path) -> None:
    say(path, "reject")
    with Writer(path) as writer:
        assert writer.add(named(harbour(), "Russian forces"), at=LATER).result == "version"
    assert types(path) == []
    with Writer(path) as writer:
        writer.add(harbour(14), at=LATER)
    assert types(path) == [("ASSAULT", None)]


@pytest.mark.parametrize(
    ("verdict", "changes"),
    [
        ("recode", {}), ("accept", {"plover": "AID"}), ("doubt", {}), ("recode", {"plover": "AIDE"}),
        ("recode", {"colour": "red"}), ("recode", {"source": "Nobody There"}), ("recode", {"quad": "many"}),
        ("recode", {"begin": "2022-99-01"}), ("recode", {"end": "soon"}),
        ("recode", {"begin": "2022-02-02", "end": "2022-02-01"}), ("recode", {"end": "1999-01-01"}),
    ],
)  # fmt: skip
def test_a_judgement_that_cannot_be_is_said_and_not_kept(path: Path, verdict: str, changes: dict[str, str]) -> None:
    with Writer(path) as writer, pytest.raises(UsageError):
        judge(writer, EVENT, verdict, by="Ada", at=LATER, changes=changes)
    with Writer(path) as writer, pytest.raises(UsageError):
        judge(writer, EVENT, "accept", by=" ", at=LATER)
    with Ledger(path) as ledger:
        assert ledger.judgements(undone=True) == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("plover", "ASSALT", "did you mean 'ASSAULT'"), ("status", "over", "known: occurred, ongoing"),
     ("begin", "soon", "write 2022-01-10")],
)  # fmt: skip
def test_what_a_field_may_be_is_told(path: Path, field: str, value: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        say(path, "recode", **{field: value})


def test_the_queue_has_the_most_doubtful_first_and_not_what_was_judged(tmp_path: Path) -> None:
    with Writer(tmp_path / "t.ledger") as writer:
        writer.add_all(readings(100), at=AT)
        with Ledger(tmp_path / "t.ledger") as ledger:
            first = ledger.queue(limit=100)
            assert len(first) == 100
            assert [row.points for row in first] == sorted((row.points for row in first), reverse=True)
            assert all(row.points == points(row.signs) for row in first)
            assert len({row.points for row in first}) > 1
            judge(writer, first[0].found.id, "accept", by="Ada", at=LATER)
            assert first[0].found.id not in {row.found.id for row in ledger.queue(limit=100)}
            assert ledger.queue("statements", limit=3)
            assert {s for row in first for s in row.signs} <= {sign.name for sign in SIGNS}


def test_analysts_are_compared_with_each_other_and_with_the_machine(tmp_path: Path) -> None:
    path = tmp_path / "t.ledger"
    with Writer(path) as writer:
        writer.add_all(readings(40), at=AT)
        with Ledger(path) as ledger:
            found = ledger.events(status="all", limit=10)
        for number, event in enumerate(found):
            judge(writer, event.id, "reject" if number < 2 else "accept", by="Ada", at=LATER)
            judge(writer, event.id, "reject" if number < 3 else "accept", by="Bo", at=LATER)
    with Ledger(path) as ledger:
        told = {(a.one, a.other, a.about): a for a in ledger.agreement()}
    both = told["Ada", "Bo", "verdict"]
    assert (both.records, both.share) == (10, 0.9)
    assert both.kappa == pytest.approx(0.7368, abs=1e-4)
    assert told["Bo", "machine", "verdict"].share == 0.7
    assert told["Bo", "machine", "plover"] == Agreement(
        one="Bo", other="machine", kind="events", about="plover", records=7, share=1.0, low=wilson(7, 7)[0], high=1.0,
        kappa=1.0,
    )  # fmt: skip


def test_kappa_is_that_of_cohen() -> None:
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("y", "y")] * 3) is None


def test_the_page_on_the_ledger_tells_every_sign_of_doubt() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if re.match(r"\| [a-z-]+ \| \d \|", line)]
    assert rows == [f"| {sign.name} | {sign.points} | {sign.meaning} |" for sign in SIGNS]
