"""`dragoman export`: from ready records or a ledger, to a file or standard output; what it refuses and tells."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.export import FORMATS
from dragoman.ledger import Writer
from dragoman.lexicon.load import load_lexicon
from dragoman.records.codec import encode
from tests.export.samples import talks

ROOT = Path(__file__).resolve().parents[2]
_lexicon = cache(load_lexicon)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = _lexicon()
    monkeypatch.setattr("dragoman.engines.edition.code_digest", lambda: "c0de")
    monkeypatch.setattr("dragoman.lexicon.load.load_lexicon", lambda: lexicon)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(encode(talks()) + b"\n")
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "x.ledger"
    with Writer(path) as writer:
        writer.add(talks(), at="2026-01-01T00:00:00Z")
    return path


def run(*arguments: object, given: bytes | None = None, env: dict[str, str] | None = None) -> Any:
    return CliRunner().invoke(app, ["export", *map(str, arguments)], given, env=env)


@pytest.mark.parametrize("name", [format.name for format in FORMATS])
def test_every_format_is_in_the_help_and_writes_a_file(name: str, records: Path, ledger: Path, tmp_path: Path) -> None:
    assert name in run("--help").output.replace("\n", " ")
    for at, source in (("a", ("--input", records)), ("b", ("--ledger", ledger))):
        done = run(name, *source, "--output", tmp_path / at)
        assert done.exit_code == 0, done.output
        assert done.stdout == ""
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() != b""
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == [], "no half file is left"


def test_standard_input_and_output_are_dashes(records: Path) -> None:
    piped = run("geojson", "--input", "-", "--output", "-", given=records.read_bytes())
    assert json.loads(piped.stdout)["features"][0]["geometry"]["coordinates"] == [6.1457, 46.2022]
    assert piped.stdout == run("geojson", "--input", records).stdout


def test_the_ledger_may_be_named_in_the_environment(ledger: Path) -> None:
    done = run("icews", "--actor", "RUS", env={"DRAGOMAN_LEDGER": str(ledger)})
    assert done.stdout.count("\n") == 3


def test_ready_records_go_before_the_ledger_of_the_environment(records: Path) -> None:
    assert run("icews", "--input", records, env={"DRAGOMAN_LEDGER": "/nowhere"}).exit_code == 0


def test_statuses_widen_and_what_has_no_row_is_told(records: Path) -> None:
    narrow, wide = run("icews", "--input", records), run("icews", "--input", records, "--status", "all")
    assert (narrow.stdout.count("\n"), wide.stdout.count("\n")) == (4, 5)
    assert "left out: 1 × denied act: the format has no word for that" in wide.stderr
    assert run("icews", "--input", records, "--status", "all", "--quiet").stderr == ""
    assert "UID:" not in run("ical", "--input", records, "--status", "held").stdout


def test_text_is_given_as_far_as_it_may(records: Path) -> None:
    assert "held talks in Geneva" in run("csv", "--input", records).stdout
    assert "held talks" not in run("csv", "--input", records, "--text", "none").stdout


def test_filters_of_the_ledger(ledger: Path) -> None:
    found = run("csv", "--ledger", ledger, "--from", "2022-01-15", "--to", "2022-01", "--status", "all")
    assert [line.split(",")[-1] for line in found.stdout.split("\n")[1:]] == ["event.made-up", ""]
    assert "AID" in found.stdout
    assert run("csv", "--ledger", ledger, "--words", "doctors", "--status", "all").stdout.count("\n") == 2
    near = run("csv", "--ledger", ledger, "--near", "46.2,6.1,20", "--by", "RUS", "--cameo", "04")
    assert near.stdout.count("\n") == 2
    assert run("csv", "--ledger", ledger, "--kind", "positions", "--issue", "withdrawal").stdout.count("\n") == 2
    assert run("csv", "--ledger", ledger, "--as-of", "2025").stdout.count("\n") == 1


REFUSED = [
    (("xlsx", "--input", "FILE"), "unknown format 'xlsx'; known: jsonl, csv"),
    (("csv",), "no records are named"),
    (("csv", "--input", "/no/such/file"), "/no/such/file: No such file"),
    (("csv", "--ledger", "/no/such/ledger"), "/no/such/ledger"),
    (("csv", "--input", "FILE", "--actor", "RUS"), "--input has no filters (actor)"),
    (("csv", "--input", "FILE", "--status", "denyed"), "did you mean 'denied'"),
    (("csv", "--input", "FILE", "--kind", "event"), "did you mean 'events'"),
    (("icews", "--input", "FILE", "--kind", "meetings"), "known: events"),
    (("icews", "--input", "FILE", "--excel"), "--excel: goes with csv"),
    (("ical", "--input", "FILE", "--status", "occurred"), "known: held"),
    (("csv", "--ledger", "LEDGER", "--near", "here"), "is no place and distance"),
    (("csv", "--ledger", "LEDGER", "--issue", "x"), "events have no issue"),
    (("csv", "--input", "FILE", "--one-a-day"), "--one-a-day: goes with icews and polecat"),
    (("csv", "--input", "FILE", "--output", "/no/such/folder/x.csv"), "cannot be written"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED, ids=lambda x: " ".join(x) if isinstance(x, tuple) else "")
def test_what_cannot_be_is_refused_in_one_line(
    arguments: tuple[str, ...], told: str, records: Path, ledger: Path
) -> None:
    files = {"FILE": records, "LEDGER": ledger}
    done = run(*(files.get(a, a) for a in arguments))
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_bad_record_is_named_and_the_rest_is_written(records: Path) -> None:
    records.write_bytes(b"{\n" + records.read_bytes())
    done = run("icews", "--input", records)
    assert done.exit_code == 1
    assert f"{records}:1" in done.stderr
    assert done.stdout.count("\n") == 4


def test_an_export_that_breaks_off_leaves_the_old_file(ledger: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.csv"
    old.write_text("old")
    assert run("csv", "--ledger", ledger, "--type", "DANCE", "--output", old).exit_code == 2
    assert old.read_text() == "old"


def test_help_and_text_formats_load_no_model_and_no_arrow(records: Path) -> None:
    for arguments in (["--help"], ["icews", "--input", str(records)]):
        code = (
            f"import sys; sys.argv = ['dragoman', 'export', *{arguments!r}]\n"
            "from dragoman.cli import main\n"
            "try: main()\n"
            "except SystemExit: pass\n"
            "print(sorted({'spacy', 'pyarrow', 'pandas'} & set(sys.modules)), file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert done.stderr.splitlines()[-1] == "[]", done.stderr
        assert done.stdout


def test_the_two_examples_of_the_help_run(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["export", "--help"], env={"COLUMNS": "200", "TERM": "dumb"}).output
    lines = [line.strip().removeprefix("$ ") for line in shown.partition("Examples:")[2].splitlines() if line.strip()]
    assert len(lines) == 2
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    shell = f'dragoman() {{ "{sys.executable}" -m dragoman "$@"; }}\n' + "\n".join(lines)
    done = subprocess.run(
        ["bash", "-c", shell], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"\xef\xbb\xbfid,article,")
    assert (tmp_path / "week.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
