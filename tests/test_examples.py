"""The example report gives its golden record, and the example programs run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.lexicon.load import load_lexicon
from dragoman.records.codec import decode
from dragoman.views.why import PARTS, reason
from tools.golden import EXAMPLES, PUBLISHED, expected

ROOT = Path(__file__).resolve().parents[1]
WEEK = EXAMPLES / "geneva-week"
DAY = PUBLISHED["geneva-week"]


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_each_example_gives_its_golden_record(name: str) -> None:
    assert expected(name).decode() == (EXAMPLES / name / "expected.jsonl").read_text(encoding="utf-8"), (
        f"the reading of {name} has changed: python -m tools.golden --write, and look at the difference"
    )


def test_no_example_is_forgotten() -> None:
    assert sorted(PUBLISHED) == sorted(p.parent.name for p in EXAMPLES.glob("*/source.txt"))


SAID = [
    ("juba-ceasefire", "Peter Garang", "We signed because"),
    ("juba-ceasefire", "Simon Wani", "I have seen three"),
    ("export-curbs", "Miriam Solberg", "Both capitals"),
]


@pytest.mark.parametrize(("name", "speaker", "words"), SAID)
def test_the_words_are_those_of_their_speaker(name: str, speaker: str, words: str) -> None:
    reading = decode((EXAMPLES / name / "expected.jsonl").read_bytes())
    names = {a.id: a.name for a in reading.actors}
    said = [s for s in reading.statements if words in " ".join(c.of(reading.article.text) for c in s.content)]
    assert [names.get(s.speaker or "") for s in said] == [speaker]


DONE = [
    ("juba-ceasefire", "RETREAT", "occurred"),
    ("juba-ceasefire", "THREATEN", "occurred"),
    ("export-curbs", "SANCTION", "occurred"),
    ("export-curbs", "CONSULT", "considered"),
]


@pytest.mark.parametrize(("name", "plover", "status"), DONE)
def test_what_was_done_is_told_from_what_is_weighed(name: str, plover: str, status: str) -> None:
    reading = decode((EXAMPLES / name / "expected.jsonl").read_bytes())
    assert any(e.plover == plover and e.status == status for e in reading.events)


def test_the_golden_record_holds_what_the_report_tells() -> None:
    """Not every record, but one of each kind that a reader would miss at once."""
    reading = decode((WEEK / "expected.jsonl").read_bytes())
    text = reading.article.text
    names = {a.id: a.name for a in reading.actors}
    said = {(names.get(s.speaker or ""), s.kind) for s in reading.statements}
    assert {("Sergei Ryabkov", "indirect"), ("Margrit Favre", "direct"), ("Jens Stoltenberg", "mixed")} <= said
    assert any(e.plover == "ASSAULT" and e.status == "denied" for e in reading.events)
    assert {"appeal", "title", "byline", "caption", "subhead", "body", "navigation"} <= {b.kind for b in reading.blocks}
    furniture = [b.span for b in reading.blocks if b.kind != "body"]
    assert not [e for e in reading.events for f in furniture if f.overlaps(e.trigger)]
    assert not [s for s in reading.statements for f in furniture for c in s.content if f.overlaps(c)]
    assert text[slice(*reading.blocks[0].span)].startswith("Support the Courier")


def test_every_id_leads_to_a_record_and_every_reason_to_a_rule_or_row() -> None:
    reading = decode((WEEK / "expected.jsonl").read_bytes())
    record = json.loads((WEEK / "expected.jsonl").read_bytes())
    parts = [record[part] for part in PARTS]
    ids = {row["id"] for rows in parts for row in rows if "id" in row}
    named = set(re.findall(r"\b(?:act|sta|evt|pos|ass|fig|mtg|rel)-[0-9a-f]{16}\b", json.dumps(parts)))
    assert sorted(named - ids) == []
    lexicon = load_lexicon()
    reasons = {name for part in PARTS for row in getattr(reading, part) for name in row.because}
    assert sorted(name for name in reasons if reason(name, lexicon).where is None) == []


@pytest.mark.parametrize(
    ("program", "arguments", "printed"),
    [
        ("who_said_what.py", [str(WEEK / "source.txt"), DAY], 'Margrit Favre (direct): "They came'),
        ("what_is_to_come.py", [str(WEEK / "expected.jsonl")], "2022-01-12"),
    ],
)
def test_the_example_programs_run(program: str, arguments: list[str], printed: str, tmp_path: Path) -> None:
    if program == "what_is_to_come.py":
        record = tmp_path / "week.jsonl"
        article = decode((WEEK / "expected.jsonl").read_bytes()).article
        record.write_text(json.dumps({"text": article.text, "published": DAY}), encoding="utf-8")
        arguments = [str(record)]
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / program), *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    assert printed in done.stdout
