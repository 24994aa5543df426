"""The set with dictionaries of its own is held against the codes as they write them."""

from __future__ import annotations

import json
from pathlib import Path

from bench.own_codes import OWN, kit_with, own_gold, rows_of, shown
from tests.dictionaries import ACTORS, AGENTS, VERBS, reading_with
from tests.factory import kit


def test_gold_is_taken_in_the_codes_of_the_dictionaries(tmp_path: Path) -> None:
    event = {"source": "VEL", "target": "MRW"}
    record = {"id": "a", "events": [{**event, "cameo": "111"}], "events_petrarch1": [{**event, "code": "N1"}]}
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "petrarch_unit.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert [r["events"] for r in own_gold(tmp_path)] == [[{**event, "code": "N1", "cameo": "N1"}]]


def test_figures_without_a_value_are_no_rows() -> None:
    rows = rows_of(OWN, {"cameo_dyad_root": 0.5, "cameo_root": None, "false_alarm": 0.0})
    assert [(row["figure"], row["value"]) for row in rows] == [
        ("dyad + root", 0.5), ("no-event sentences with an event", 0.0),
    ]  # fmt: skip
    assert shown(rows).splitlines()[0] == f"{OWN}  dyad + root  50.0"


def test_only_the_dictionaries_asked_for_are_imported(tmp_path: Path) -> None:
    for kind, text in (("actors", ACTORS), ("agents", AGENTS), ("verbs", VERBS)):
        (tmp_path / f"own.{kind}.txt").write_text(text, encoding="utf-8")
    text = "The Veldania navy berated Morrowmark."
    with kit_with(tmp_path, kit(), "actors", "agents") as own:
        assert [(e.source_code, e.cameo) for e in reading_with(own, text).events] == [("VELMIL", "111")]
    with kit_with(tmp_path, kit(), "actors", "agents", "verbs") as own:
        assert [(e.source_code, e.cameo) for e in reading_with(own, text).events] == [("VELMIL", "N1")]
