"""`dragoman query`, `why`, `diff`, `series` and `judge` over a ledger: what they print, and how they end."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.cli.ledger_commands import COMMANDS
from dragoman.engines import local
from dragoman.ledger import Ledger, Writer
from dragoman.ledger.tables import column_types
from dragoman.records.codec import encode
from tests.factory import kit
from tests.ledger.generate import readings
from tests.ledger.stories import AT, LATER, harbour
from tests.views.sample import sample

ROOT = Path(__file__).resolve().parents[2]
EVENT = harbour().events[0].id
KINDS = ("events", "statements", "positions", "assessments", "meetings", "figures", "actors", "articles")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "t.ledger"
    with Writer(path) as writer:
        writer.add_all([*readings(300), sample(), harbour(12, id="h")], at=AT)
        writer.add(harbour(14, id="h"), at=LATER)
    return path


def run(ledger: Path, *words: object, wide: bool = False) -> Any:
    env = {"COLUMNS": "200"} if wide else {}
    return CliRunner().invoke(app, [*map(str, words), "--ledger", str(ledger)], env=env)


def lines(ledger: Path, *words: object) -> list[dict[str, Any]]:
    done = run(ledger, *words)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv"])
def test_every_kind_in_every_format(ledger: Path, kind: str, format: str) -> None:
    done = run(ledger, "query", kind, "--format", format, "--limit", 4, wide=True)
    assert done.exit_code == 0, done.stderr
    if format == "csv":
        rows = list(csv.DictReader(io.StringIO(done.stdout)))
        assert list(rows[0]) == list(column_types(kind))
        found = [row["id"] for row in rows]
    elif format == "table":
        found = re.findall(r"\b(?:evt|sta|pos|ass|mtg|fig|act|art|gen)-\w+", done.stdout)
    else:
        rows = json.loads(done.stdout) if format == "json" else [json.loads(x) for x in done.stdout.splitlines()]
        found = [row["id"] for row in rows]
    with Ledger(ledger) as asked:
        expected = [f.id for f in asked.find(kind, limit=4)]
    assert found[:4] == expected or (format == "table" and set(found) & set(expected))


def test_the_filters_of_the_command_are_those_of_the_ledger(ledger: Path) -> None:
    found = lines(ledger, "query", "events", "--actor", "USA", "--type", "CONSULT,AID", "--status", "all",
                  "--from", "2000-01-02", "--to", "2000", "--text", "geneva OR doha", "--limit", 0)  # fmt: skip
    with Ledger(ledger) as asked:
        expected = asked.events(actor="USA", type=("CONSULT", "AID"), status="all", since="2000-01-02", until="2000",
                                text="geneva OR doha")  # fmt: skip
    assert [row["id"] for row in found] == [e.id for e in expected] != []
    assert {row["plover"] for row in found} <= {"CONSULT", "AID"}
    assert found[0]["words"] == expected[0].words


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--by", "RUS", "--place", "Odesa"), 1),
        (("--near", "46.5,30.7,50"), 1),
        (("--source", "Lakeside", "--text", '"the harbour"'), 1),
        (("--as-of", "2021-12-31"), 0),
        (("--article", "h", "--cameo", "19"), 1),
        (("--verdict", "rejected"), 0),
        (("--target", "UKR", "--order", "oldest", "--from", "2022-01-10", "--to", "2022-01-10", "--by", "RUS"), 0),
    ],
)
def test_one_filter_after_the_other(ledger: Path, words: tuple[str, ...], count: int) -> None:
    assert len(lines(ledger, "query", "events", *words)) == count


def test_pages_follow_each_other_and_the_last_says_nothing(ledger: Path) -> None:
    first = run(ledger, "query", "events", "--format", "table", "--limit", 5)
    assert "--page 2" in first.stderr
    assert "--page" not in run(ledger, "query", "events", "--format", "table", "--limit", 0).stderr
    pages = [lines(ledger, "query", "events", "--limit", 5, "--page", n) for n in (1, 2)]
    assert [row["id"] for page in pages for row in page] == [
        row["id"] for row in lines(ledger, "query", "events", "--limit", 10)
    ]


@pytest.mark.parametrize("format", ["json", "jsonl", "csv"])
def test_a_page_that_is_not_the_whole_says_so_in_every_format(ledger: Path, format: str) -> None:
    assert "--limit 0 for all" in run(ledger, "query", "events", "--format", format).stderr
    assert run(ledger, "query", "events", "--format", format, "--limit", 0).stderr == ""


def test_pages_beyond_all_numbers_are_empty_and_limits_beyond_them_give_all(ledger: Path) -> None:
    beyond = 10**30
    assert lines(ledger, "query", "events", "--page", beyond) == []
    every = lines(ledger, "query", "events", "--limit", 0)
    assert lines(ledger, "query", "events", "--limit", beyond) == every
    assert run(ledger, "judge", "queue", "--limit", beyond).exit_code == 0


def test_a_folder_and_another_file_are_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("The harbour is open.")
    for path, said in ((tmp_path, "it is a folder"), (tmp_path / "notes.txt", "it is no ledger")):
        done = run(path, "query", "events")
        assert done.exit_code == 2
        assert said in done.stderr
        assert "ingest" in done.stderr


def test_a_ledger_in_place_of_records_is_named_as_such(ledger: Path) -> None:
    asked = CliRunner().invoke(app, ["why", "events.0", "--in", str(ledger)])
    exported = CliRunner().invoke(app, ["export", "csv", "--input", str(ledger)])
    assert (asked.exit_code, exported.exit_code) == (2, 1)
    for done in (asked, exported):
        assert done.stderr == f"dragoman: {ledger}: it is a ledger, not records (name it with --ledger)\n"


def test_no_text_of_an_article_reaches_the_terminal_as_a_command(ledger: Path) -> None:
    for kind in KINDS:
        assert "\x1b" not in run(ledger, "query", kind, "--format", "table", "--limit", 0).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("query", "rumours"), "known: articles"),
        (("query", "events", "--type", "ASSALT"), "did you mean 'ASSAULT'"),
        (("query", "events", "--text", '"!'), "no word to look for"),
        (("query", "events", "--near", "50,30"), "write 50.45"),
        (("query", "events", "--format", "xml"), "unknown format"),
        (("query", "events", "--issue", "gas"), "have no issue"),
        (("why", "evt-nothing"), "no record"),
        (("why", "h"), "is an article"),
        (("diff", "nothing"), "no article"),
        (("series", "--dyad", "USA", "RUS", "--step", "year"), "unknown step"),
        (("series", "--dyad", "USA", "RUS", "--plot", "x.pdf"), "cannot be drawn"),
        (("judge", EVENT, "accept"), "--by NAME"),
        (("judge", EVENT, "doubt", "--by", "Ada"), "unknown verdict"),
        (("judge", "history"), "or judge queue, list, agreement"),
        (("query", "events", "--article", "art-nothing"), "no article"),
        (("export", "csv", "--article", "art-nothing"), "no article"),
        (("judge", EVENT, "recode", "red", "--by", "Ada"), "FIELD=VALUE"),
        (("judge", "undo", EVENT, "--by", "Ada"), "no current record"),
        (("diff", "h@1", "h@9"), "versions 1 to 2"),
        (("diff", "evt-nothing"), "dragoman query articles"),
        (("diff", str(ROOT / "examples/geneva-week/expected.jsonl"), "not-there.jsonl"), "no such file"),
        (("query", "events", "--from", "2022-13"), "--from"),
        (("series", "--dyad", "USA", "RUS", "--to", "soon"), "--to"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_asked_ends_with_2_and_a_line(ledger: Path, words: tuple[str, ...], said: str) -> None:
    done = run(ledger, *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_ledger_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = run(tmp_path / "none", "query", "events")
    assert (done.exit_code, "there is no ledger" in done.stderr) == (2, True)


def test_why_explains_a_stored_record_and_tells_its_version(ledger: Path) -> None:
    with Ledger(ledger) as asked:
        key = asked.events(article="h")[0].id
    done = run(ledger, "why", key)
    assert done.exit_code == 0, done.stderr
    assert "⟦shelled⟧" in done.stdout
    assert "triggers:shell/verb" in done.stdout
    assert "version 2 of h" in done.stdout


def test_diff_tells_versions_apart(ledger: Path) -> None:
    for words in (("h",), ("h@1",), ("h@1", "h@2")):
        assert "figures: low, high now 14, was 12" in run(ledger, "diff", *words).stdout
    assert run(ledger, "diff", "h@1", "h@1").stdout == "no difference\n"
    (told,) = json.loads(run(ledger, "diff", "h", "--format", "json").stdout)
    assert told["changes"][0]["fields"] == [["low", 12.0, 14.0], ["high", 12.0, 14.0]]


def test_diff_of_files_and_ledgers_goes_article_by_article(ledger: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    other = harbour(3, url="https://courier.example/other")
    old.write_bytes(encode(harbour(12)) + b"\n" + encode(other) + b"\n")
    new.write_bytes(encode(harbour(14)) + b"\n")
    told = run(ledger, "diff", old, new).stdout
    assert "figures: low, high now 14, was 12" in told
    assert "article is now unknown, was Harbour" in told
    assert "no difference" in run(ledger, "diff", ledger, ledger).stdout


def test_a_series_is_a_table_a_file_and_a_picture(ledger: Path, tmp_path: Path) -> None:
    done = run(ledger, "series", "--dyad", "USA", "RUS", "--step", "month", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    with Ledger(ledger) as asked:
        assert [int(row["events"]) for row in rows] == [p.events for p in asked.series("USA", "RUS", step="month")]
    assert (
        json.loads(run(ledger, "series", "--dyad", "USA", "RUS", "--format", "json").stdout)[0]["begin"] == "1999-12-27"
    )
    assert "conflict" in run(ledger, "series", "--dyad", "USA", "RUS", "--format", "table").stdout


@pytest.mark.parametrize("name", ["a.svg", "a.png"])
def test_the_same_series_is_drawn_with_the_same_bytes(ledger: Path, tmp_path: Path, name: str) -> None:
    words = ("series", "--dyad", "USA", "RUS", "--step", "day", "--plot", tmp_path / name)
    assert run(ledger, *words).exit_code == 0
    first = (tmp_path / name).read_bytes()
    assert run(ledger, *words).exit_code == 0
    assert (tmp_path / name).read_bytes() == first
    assert len(first) > 5000


def test_a_plot_without_its_library_names_the_extra(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    done = run(ledger, "series", "--dyad", "USA", "RUS", "--plot", "x.svg")
    assert (done.exit_code, "dragoman[plot]" in done.stderr) == (2, True)


def test_judging_from_queue_to_agreement(tmp_path: Path) -> None:
    path = tmp_path / "t.ledger"
    with Writer(path) as writer:
        writer.add(harbour(), at=AT)
    assert EVENT in run(path, "judge", "queue").stdout
    assert json.loads(run(path, "judge", "queue", "--format", "json").stdout)[0]["signs"] == [
        "nobody-acted-upon",
        "hearsay",
    ]
    assert "accepted by Ada" in run(path, "judge", EVENT, "accept", "--by", "Ada").stdout
    done = run(
        path, "judge", EVENT, "recode", "plover=COERCE", "status=denied", "--by", "Bo", "--note", "never happened"
    )
    assert "recoded" in done.stdout
    assert "nothing to judge" in run(path, "judge", "queue").stdout
    assert "never happened" in run(path, "why", EVENT).stdout
    assert "Ada, Bo" in run(path, "judge", "agreement").stdout
    assert lines(path, "query", "events", "--type", "COERCE", "--status", "denied")[0]["plover"] == "ASSAULT"
    assert lines(path, "query", "events", "--type", "COERCE", "--status", "denied")[0]["verdict"] == "recoded"
    assert "undone: recoded" in run(path, "judge", "undo", EVENT, "--by", "Bo").stdout
    assert len(lines(path, "query", "events", "--type", "ASSAULT", "--verdict", "accepted")) == 1
    assert len(json.loads(run(path, "judge", "list", "--format", "json").stdout)) == 2


def test_every_help_has_two_examples_and_they_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "open_kit", lambda settings: kit())
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for _, shown in COMMANDS:
        assert len(shown) == 2
        for line in shown:
            given = None
            for command in line.split(" | "):
                program, *words = shlex.split(command)
                done = CliRunner().invoke(app, words, given)
                assert (program, done.exit_code) == ("dragoman", 0), (line, done.stderr)
                given = done.stdout
