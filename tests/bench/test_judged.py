"""Events judged by eye: verdicts are held against what is read now; no text is kept."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from bench import judged
from bench.judged import Verdict
from tests.factory import kit

TEXT = "Norway expelled two Libyan diplomats."
ROW = Verdict("a0", 7, hashlib.sha256(TEXT.encode()).hexdigest()[:16], "unseen", "SANCTION", "occurred", "NOR", "LBY",
              "ok", "ok", "ok", "ok", "ok")  # fmt: skip


def test_the_list_holds_places_codes_and_verdicts_and_no_words() -> None:
    rows = judged.verdicts()
    assert len(rows) > 1000
    assert len({(v.id, v.start, v.plover) for v in rows}) == len(rows)
    acts = {v.act.split(":")[0] for v in rows}
    assert acts <= {"ok", "fig", "gen", "biz", "not", "type"}
    assert {v.part for v in rows} <= {"train", "unseen"}
    assert {v.by for v in rows} | {v.to for v in rows} <= {"ok", "wrong", "miss", "-"}
    assert all(
        re.fullmatch(r"[A-Z0-9|]*", v.source + v.target) and re.fullmatch("[0-9a-f]{16}", v.sha256) for v in rows
    )


def test_no_article_has_both_taught_and_tested() -> None:
    rows = judged.verdicts()
    assert not {v.id for v in rows if v.part == "train"} & {v.id for v in rows if v.part == "unseen"}


@pytest.mark.parametrize(
    ("verdict", "now", "holds"),
    [
        (ROW, ("occurred", "NOR", "LBY"), True),
        (ROW, ("considered", "NOR", "LBY"), None),
        (replace(ROW, act="fig"), ("occurred", "NOR", "LBY"), False),
        (replace(ROW, state="considered"), ("occurred", "NOR", "LBY"), False),
        (replace(ROW, state="considered"), ("considered", "NOR", "LBY"), True),
        (replace(ROW, by="wrong"), ("occurred", "NOR", "LBY"), False),
        (replace(ROW, by="wrong"), ("occurred", "", "LBY"), True),
        (replace(ROW, to="miss"), ("occurred", "NOR", "LBY"), True),
    ],
)
def test_a_verdict_judges_what_is_read_now(verdict: Verdict, now: tuple[str, str, str], holds: bool | None) -> None:
    assert verdict.holds(*now) is holds


def test_an_unknown_party_is_no_fault_but_not_complete() -> None:
    assert ROW.defensible
    assert ROW.complete
    missed = replace(ROW, to="miss")
    assert missed.defensible
    assert not missed.complete
    assert not replace(ROW, when="wrong").defensible


def test_what_is_still_read_is_counted(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "own.jsonl").write_text(json.dumps({"id": "a0", "text": TEXT}) + "\n", encoding="utf-8")
    gone = replace(ROW, start=0, plover="ASSAULT", act="not")
    monkeypatch.setattr(judged, "verdicts", lambda: [ROW, gone])
    lines, found = judged.score(kit(), tmp_path)
    assert {row["figure"]: row["value"] for row in found} == {
        judged.RIGHT: 1.0,
        judged.WRONG: 0,
    }
    assert "1  of 1" in lines
    assert "0  of 1" in lines


def test_an_article_that_is_not_as_it_was_is_left_out(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "own.jsonl").write_text(json.dumps({"id": "a0", "text": TEXT + " "}) + "\n", encoding="utf-8")
    monkeypatch.setattr(judged, "verdicts", lambda: [ROW])
    lines, found = judged.score(kit(), tmp_path)
    assert "skipped, 0 of 1" in lines
    assert found == []
