"""Sentences without an event: where they stand is kept, their words are not; an event read in one is a false alarm."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from bench import no_events
from tests.factory import kit

LOUD, QUIET = "Norway expelled two Libyan diplomats.", "The museum shows carpets of the last century."


def corpora(folder: Path, *texts: str) -> Path:
    lines = [json.dumps({"id": f"a{number}", "text": text}) for number, text in enumerate(texts)]
    (folder / "own.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_the_list_holds_200_places_and_no_words() -> None:
    rows = no_events.places()
    assert len(rows) == 200
    assert len({(key, start) for key, start, _, _ in rows}) == 200
    assert all(0 <= start < end and re.fullmatch("[0-9a-f]{16}", digest) for _, start, end, digest in rows)
    assert all(line.count("\t") == 3 for line in no_events.FILE.read_text().splitlines() if not line.startswith("#"))


def test_an_article_that_is_not_as_it_was_gives_no_sentence(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    digest = hashlib.sha256(QUIET.encode()).hexdigest()[:16]
    rows = [("a0", 0, len(QUIET), digest), ("a1", 0, 5, digest), ("a2", 0, 5, digest)]
    monkeypatch.setattr(no_events, "places", lambda: rows)
    folder = corpora(tmp_path, QUIET, "Something else.")
    assert no_events.sentences(folder) == [("a0:0", QUIET)]
    line, found = no_events.score(kit(), folder)
    assert "skipped, 1 of 3" in line
    assert found == []


def test_an_event_in_a_sentence_is_counted(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    texts = (LOUD, QUIET)
    rows = [(f"a{n}", 0, len(text), hashlib.sha256(text.encode()).hexdigest()[:16]) for n, text in enumerate(texts)]
    monkeypatch.setattr(no_events, "places", lambda: rows)
    line, found = no_events.score(kit(), corpora(tmp_path, *texts))
    assert found == [{"set": "no-events", "figure": no_events.FIGURE, "value": 1}]
    assert "1  of 2" in line
