"""Many documents: the same bytes whatever the number of workers, the batch size or the seed of the hashes."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dragoman.engines import local
from dragoman.engines.local import CHUNK_CHARS, CHUNK_DOCUMENTS, chunked, read_all, read_chunk
from dragoman.errors import DragomanError, ReadingFailed, SettingsError, SourceError, Unreadable
from dragoman.records import Reading, Source
from dragoman.settings import Settings
from tests.factory import PLAIN, kit

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "geneva-week" / "source.txt"
TEXTS = (
    "Ankara recalled its ambassador from Stockholm on Friday. The Swedish government said it regretted the step.",
    "Rebels shelled the market of Goma, killing six people, a doctor told Radio Okapi. Kigali denied any part in it.",
    "“We will vote,” the Kenyan president said. His rival called for protests in Nairobi next week.",
)


def sources(count: int = 3) -> list[Source]:
    return [Source(name=f"week:{n}", text=TEXTS[n % len(TEXTS)]) for n in range(count)]


def test_outcomes_stand_in_the_order_of_the_sources_with_errors_in_their_places() -> None:
    mixed = [*sources(), Unreadable("no such file", where="gone.txt"), *sources()]
    outcomes = list(read_all(mixed, PLAIN, kit=kit()))
    assert [o.name for o in outcomes] == ["week:0", "week:1", "week:2", "gone.txt", "week:0", "week:1", "week:2"]
    assert [isinstance(o.result, Reading) for o in outcomes] == [True] * 3 + [False] + [True] * 3


def test_chunks_are_bounded_by_number_and_by_size() -> None:
    many = [Source(name=str(n), text="x") for n in range(CHUNK_DOCUMENTS + 1)]
    assert [len(c) for c in chunked(many)] == [CHUNK_DOCUMENTS, 1]
    long = [Source(name=str(n), text="x" * CHUNK_CHARS) for n in range(3)]
    assert [len(c) for c in chunked(long)] == [1, 1, 1]
    assert list(chunked([])) == []


def test_a_fault_outside_the_interpreter_costs_only_its_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(chunk: Any, *_: Any) -> Any:
        if any(source.name == "week:1" for source in chunk):
            raise KeyError("no such block")
        return [Unreadable("stand-in", where=source.name) for source in chunk]

    monkeypatch.setattr(local, "interpret_all", failing)
    outcomes = read_chunk(tuple(sources()), kit(), PLAIN)
    assert [type(o.result) for o in outcomes] == [Unreadable, ReadingFailed, Unreadable]
    assert str(outcomes[1].result) == "week:1: could not be read: KeyError: 'no such block'"


@dataclass
class Deadly:
    """A document that ends the process which unpacks it."""

    where: str = "deadly.txt"

    def __reduce__(self) -> Any:
        return os._exit, (9,)


def test_two_workers_read_as_one_and_a_killed_worker_costs_only_its_document() -> None:
    deadly: Any = Deadly()
    given = [*sources(5), deadly, *sources(CHUNK_DOCUMENTS + 3)]
    outcomes = list(read_all(given, PLAIN, workers=2))
    assert outcomes[:5] + outcomes[6:] == list(read_all([*sources(5), *sources(CHUNK_DOCUMENTS + 3)], PLAIN, kit=kit()))
    assert outcomes[5].name == "deadly.txt"
    assert isinstance(outcomes[5].result, SourceError)
    assert "the worker that read it was ended (exit 9)" in str(outcomes[5].result)


def test_workers_that_cannot_begin_say_why() -> None:
    with pytest.raises(DragomanError, match="no_such_model is not installed"):
        list(read_all(sources(), Settings(model="no_such_model"), workers=2))


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"published": "10 January"}, "published: '10 January' is no date"),
        ({"published": "2022-13-01"}, "is no date"),
        ({"published": datetime.date(2022, 1, 10)}, "write it as 2022-01-10"),
        ({"batch_size": 0}, "batch_size: must be at least 1"),
        ({"lexicon": (Path("no/such/folder"),)}, "lexicon: no such folder"),
    ],
)
def test_settings_that_cannot_be_are_refused(choice: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Settings(**choice)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """One and two workers, batches of 1 and 64, three seeds of Python's hashes."""
    own = []
    for n, text in enumerate(TEXTS):
        own.append(tmp_path / f"{n}.txt")
        own[-1].write_text(text, encoding="utf-8")
    runs = [("0", "1", "64"), ("1", "2", "1"), ("2", "1", "1"), ("3", "2", "64")]
    command = [sys.executable, "-m", "dragoman", "read", str(EXAMPLE), *map(str, own), "--published", "2022-01-11"]
    command += ["--no-language-check", "--rejects", "--format", "jsonl"]
    running = [
        subprocess.Popen(
            [*command, "--workers", workers, "--batch-size", batch],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
        )
        for seed, workers, batch in runs
    ]
    written = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0] * len(runs)
    assert written[0].count(b"\n") == 1 + len(TEXTS)
    assert written.count(written[0]) == len(runs)
