"""`dragoman ingest`: what is stored stays, whatever ends the process; what is known is passed over."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.cli.ingest import expected
from dragoman.engines import edition, local
from dragoman.ledger import Ledger
from dragoman.records.codec import encode
from tests.factory import kit
from tests.ledger.generate import reading
from tests.ledger.stories import harbour

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Moscow will not give ground, Sergei Ryabkov told reporters in Geneva on Monday. Kyiv denied the report."


@pytest.fixture(autouse=True)
def _one_kit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "open_kit", lambda settings: kit())
    monkeypatch.setattr(edition, "code_digest", lambda: "of this code")
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)


def run(*words: object, given: str | bytes | None = None) -> Any:
    return CliRunner().invoke(app, [*map(str, words)], given)


def ingest(ledger: Path, *words: object, given: str | bytes | None = None) -> Any:
    return run("ingest", *words, "--ledger", ledger, "--no-language-check", given=given)


def records(path: Path, count: int) -> Path:
    path.write_bytes(b"".join(encode(reading(n)) + b"\n" for n in range(count)))
    return path


def test_articles_are_read_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = ingest(tmp_path / "t.ledger", tmp_path / "a.txt", "--published", "2022-01-10")
    assert (done.exit_code, done.output) == (0, "1 added\n")
    with Ledger(tmp_path / "t.ledger") as ledger:
        (said,) = ledger.statements(actor="Ryabkov")
        assert said.words.startswith("Moscow will not give ground")
        assert ledger.sql("SELECT json FROM editions")[0][0].startswith('{"version":')


def test_a_second_run_reads_nothing_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    ledger = tmp_path / "t.ledger"
    ingest(ledger, tmp_path / "a.txt")
    before = ledger.read_bytes()
    monkeypatch.setattr(local, "open_kit", lambda settings: pytest.fail("it was read again"))
    assert ingest(ledger, tmp_path / "a.txt").output == "1 known already\n"
    assert ledger.read_bytes() == before


def test_another_edition_reads_again_and_keeps_what_is_read_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    ledger = tmp_path / "t.ledger"
    ingest(ledger, tmp_path / "a.txt")
    monkeypatch.setattr(edition, "code_digest", lambda: "of later code")
    read: list[object] = []
    monkeypatch.setattr(local, "open_kit", lambda settings: read.append(settings) or kit())
    for _ in range(2):
        assert ingest(ledger, tmp_path / "a.txt").output == "1 known already\n"
    assert len(read) == 1
    with Ledger(ledger) as asked:
        assert [v["reason"] for v in asked.versions(asked.articles()[0].id)] == ["first"]


def test_another_date_of_publication_is_another_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    ledger = tmp_path / "t.ledger"
    ingest(ledger, tmp_path / "a.txt", "--published", "2022-01-10")
    assert ingest(ledger, tmp_path / "a.txt", "--published", "2022-01-17").output == "1 new versions\n"
    with Ledger(ledger) as asked:
        assert [a.article.published for a in asked.articles()] == ["2022-01-17"]


@pytest.mark.parametrize("shape", ["jsonl", "json", "stdin"])
def test_ready_records_are_stored_as_they_are(tmp_path: Path, shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "open_kit", lambda settings: pytest.fail("nothing is to be read"))
    lines = [encode(reading(n)) for n in range(3)]
    file = tmp_path / f"r.{shape}"
    file.write_bytes(b"[\n" + b",\n".join(lines) + b"\n]\n" if shape == "json" else b"\n".join(lines))
    given = file.read_bytes() if shape == "stdin" else None
    done = ingest(tmp_path / "t.ledger", "-" if given else file, given=given)
    assert (done.exit_code, done.output) == (0, "3 added\n")
    with Ledger(tmp_path / "t.ledger") as ledger:
        assert [ledger.record_line(ledger.version(f"gen-000000{n}").n) for n in range(3)] == lines


def test_what_fails_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    good, broken = encode(reading(1)), encode(harbour()).replace(b'"trigger":[7,14]', b'"trigger":[7,9999]')
    swapped = encode(reading(2)).replace(b"Russia", b"Prussi")
    (tmp_path / "r.jsonl").write_bytes(b"\n".join([good, b'{"article": 3}', broken, swapped, encode(reading(3))]))
    (tmp_path / "empty.txt").write_text("")
    done = ingest(tmp_path / "t.ledger", tmp_path / "none.txt", tmp_path / "empty.txt", tmp_path / "r.jsonl")
    assert done.exit_code == 1
    assert done.stdout == "2 added, 5 failed\n"
    for name in ("none.txt", "empty.txt", "r.jsonl:2", "r.jsonl:3", "r.jsonl:4"):
        assert f"{name}: " in done.stderr


def test_no_ledger_or_no_input_is_wrong_usage(tmp_path: Path) -> None:
    done = run("ingest", tmp_path)
    assert (done.exit_code, "DRAGOMAN_LEDGER" in done.stderr) == (2, True)
    assert ingest(tmp_path / "no" / "t.ledger", tmp_path).exit_code == 2


def test_while_another_writes_for_too_long_it_says_so(tmp_path: Path) -> None:
    ledger = tmp_path / "t.ledger"
    ingest(ledger, records(tmp_path / "r.jsonl", 1))
    db = sqlite3.connect(ledger, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    done = ingest(ledger, records(tmp_path / "r.jsonl", 2), "--wait", "0.1")
    assert (done.exit_code, "another process is writing it" in done.stderr) == (2, True)
    db.close()


@pytest.mark.parametrize("acknowledged", [1, 7, 23])
def test_killed_at_any_moment_it_loses_and_doubles_nothing(tmp_path: Path, acknowledged: int) -> None:
    file, ledger, count = records(tmp_path / "r.jsonl", 40), tmp_path / "t.ledger", 40
    command = [sys.executable, "-m", "dragoman", "ingest", str(file), "--ledger", str(ledger), "--verbose"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        told = [process.stdout.readline().split()[1] for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        told += [line.split()[1] for line in process.stdout if line.endswith("\n")]
    with Ledger(ledger) as asked:
        kept = {a.id for a in asked.each("articles")}
        assert set(told) <= kept
        for key in kept:
            assert asked.reading(key) == reading(int(key[4:]))  # none is there by half
    again = ingest(ledger, file)
    assert again.output == f"{count - len(kept)} added, {len(kept)} known already\n"
    with Ledger(ledger) as asked:
        assert asked.totals() | {"actors": 0} == {
            "articles": count, "events": count * 10, "statements": count * 2, "positions": count * 2,
            "assessments": count, "meetings": count, "figures": count, "actors": 0,
        }  # fmt: skip
        assert asked.sql("PRAGMA integrity_check") == [("ok",)]


def test_documents_are_counted_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    records(tmp_path / "r.jsonl", 5)
    assert expected((str(tmp_path), str(tmp_path / "a.txt"))) == 7
    assert expected(("-",)) is None
    assert expected((str(tmp_path / "none.jsonl"),)) is None


def test_a_withdrawn_article_is_in_no_view(tmp_path: Path) -> None:
    ledger = tmp_path / "t.ledger"
    ingest(ledger, records(tmp_path / "r.jsonl", 1))
    assert run("withdraw", "gen-0000000", "--by", "Ada", "--ledger", ledger).exit_code == 0
    assert ingest(ledger, tmp_path / "r.jsonl").output == "1 known already\n"
    with Ledger(ledger) as asked:
        assert asked.articles() == []
    assert run("withdraw", "gen-0000000", "--by", "Ada", "--ledger", ledger).exit_code == 2
