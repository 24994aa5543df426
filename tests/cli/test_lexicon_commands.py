"""`dragoman lexicon`: what is shown, what is checked, what is added and what is refused."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.lexicon.load import load_lexicon
from dragoman.lexicon.tables import SPECS
from dragoman.records.codec import decode
from tests.dictionaries import ACTORS, AGENTS, VERBS

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (["lexicon"], ["lexicon", "list"], ["lexicon", "check"], ["lexicon", "add"], ["lexicon", "import"])
GUIDE = ROOT / "docs" / "bring-your-own.md"


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["lexicon", *map(str, arguments)])


def examples_of(arguments: list[str]) -> list[str]:
    shown = CliRunner().invoke(app, [*arguments, "--help"], env={"COLUMNS": "240", "TERM": "dumb"}).output
    _, _, tail = shown.partition("Examples:")
    return [line.strip().removeprefix("$ ") for line in tail.splitlines() if line.strip()]


def run_line(line: str) -> str:
    """What a line of a shell prints: `dragoman …`, with `> FILE` or `&& echo WORDS` behind it."""
    words = shlex.split(line)
    end = next((n for n, word in enumerate(words) if word in (">", "&&")), len(words))
    program, *arguments = words[:end]
    done = CliRunner().invoke(app, arguments)
    assert (program, done.exit_code) == ("dragoman", 0), (line, done.stderr)
    if words[end : end + 1] == [">"]:
        Path(words[end + 1]).write_bytes(done.stdout_bytes)
        return ""
    shown: str = done.stdout
    return shown + " ".join(words[end + 2 :])


@pytest.fixture
def at_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new working folder in which the examples lie at hand."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("at_examples")
def test_the_examples_of_every_help_run() -> None:
    lines = [line for arguments in COMMANDS for line in examples_of(arguments)]
    assert len(lines) == 2 * len(COMMANDS)
    shown = [run_line(line) for line in lines]
    assert all(shown)
    assert decode(shown[-1]).events


def test_the_commands_of_the_guide_run_and_do_what_it_says(at_examples: Path) -> None:
    fences = re.findall(r"^```console\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.M | re.S)
    shown = "\n".join(run_line(line) for line in "".join(fences).splitlines())
    assert "in order" in shown
    assert "coded_verbs:BLOCKADE/verbs.txt:" in shown
    own = [line for line in shown.splitlines() if line.startswith('{"article"')]
    assert [e.plover for e in decode(own[0]).events] == ["ASSAULT", "REJECT"]
    coded = decode((at_examples / "records.jsonl").read_bytes())
    told = [(e.source_code, e.target_code, e.cameo, e.reciprocal) for e in coded.events]
    assert told == [
        ("MRWMIL", "SRN", "T31", False), ("VEL", "SRN", "T05", True), ("VELOPP", "MRWGOV", "T12", False),
        ("VELOPP", "IGOHRB", "T15", False), ("VEL", "MRW", "T14", False), ("NGOVEL", "MRWMIL", "T12", False),
    ]  # fmt: skip


def test_every_table_is_listed_with_its_rows() -> None:
    told = json.loads(run("list", "--format", "json").stdout)
    assert [row["table"] for row in told] == [spec.name for spec in SPECS]
    states = next(row for row in told if row["table"] == "states")
    assert states["rows"] == "250"
    assert states["columns"].startswith("iso3* name ")


def test_the_rows_of_a_table_are_shown_with_file_and_line() -> None:
    (row,) = json.loads(run("list", "states", "--grep", "PERSIA", "--format", "json").stdout)
    assert row["iso3"] == "IRN"
    assert re.fullmatch(r"lexicon/actors/states\.tsv:\d+", row["where"])
    lines = list(csv.reader(io.StringIO(run("list", "states", "--format", "csv").stdout)))
    assert lines[0] == [*next(s for s in SPECS if s.name == "states").columns, "where"]
    assert len(lines) == 251


def test_a_word_is_looked_for_in_all_tables() -> None:
    told = json.loads(run("list", "--grep", "kremlin", "--format", "json").stdout)
    assert {"states", "offices"} <= {row["table"] for row in told}
    assert all("kremlin" in row["cells"].lower() for row in told)
    assert "no such word anywhere" not in run("list", "--grep", "no such word anywhere").stdout
    assert "0 rows" in run("list", "--grep", "no such word anywhere").stdout


def test_rows_of_a_folder_are_listed_over_ours(tmp_path: Path) -> None:
    assert run("add", "media", "name=The Harbour Post", "kind=paper", "--folder", tmp_path).exit_code == 0
    told = json.loads(run("list", "media", "--grep", "harbour post", "--format", "json", "--lexicon", tmp_path).stdout)
    assert [row["where"] for row in told] == [f"{tmp_path}/actors/media.tsv:2"]


def test_our_own_tables_are_in_order() -> None:
    done = run("check")
    assert (done.exit_code, done.stdout) == (0, "0 problems\n")


def write(folder: Path, path: str, *lines: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text("\n".join(lines) + "\n", encoding="utf-8")


WRONG = [
    ("actors/media.tsv", ["name\tkind\tcolour", "X\tpaper\tred"], "actors/media.tsv:1: colour: no such column"),
    ("actors/media.tsv", ["kind\tcountry", "paper\tGBR"], "actors/media.tsv:1: name: this column must be there"),
    ("actors/media.tsv", ["name\tkind", "X"], "actors/media.tsv:2: 1 cells where 2 belong"),
    ("actors/media.tsv", ["name\tkind", "X\tpamphlet"], "actors/media.tsv:2: kind: 'pamphlet' is none of"),
    ("actors/media.tsv", ["name\tkind", "X\tpaper", "X\tpaper"], "actors/media.tsv:3: media:X stands in line 2 too"),
    ("actors/medium.tsv", ["name\tkind", "X\tpaper"], "it is never read; did you mean actors/media.tsv?"),
    ("coding/coded_actors.tsv", ["phrase\tcode\tfrom", "X\tVEL\tMay"], "coded_actors.tsv:2: from: 'May' is no day"),
    ("coding/coded_agents.tsv", ["phrase\tcode", "X\tMIL"], "coded_agents.tsv:2: code: MIL has no ~"),
    ("coding/coded_patterns.tsv", ["pattern\tcode\tblock", "* A\t1\tB"], ":2: block: no verb is of block 'B'"),
    ("coding/coded_verbs.tsv", ["verb\tcode\tscheme", "A\t999\tcameo"], ":2: code: CAMEO has no code 999"),
    ("coding/coded_verbs.tsv", ["verb\tcode\tscheme", "A\t1\tcow"], ":2: scheme: 'cow' is none of cameo, weis"),
    ("coding/coded_discards.tsv", ["phrase\tscope", "A\tpage"], "coded_discards.tsv:2: scope: 'page' is neither"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "lines", "told"), WRONG)
def test_what_is_wrong_in_a_folder_is_told_with_file_row_and_column(
    tmp_path: Path, path: str, lines: list[str], told: str
) -> None:
    write(tmp_path, path, *lines)
    done = run("check", tmp_path)
    assert done.exit_code == 1
    assert any(told in line for line in done.stdout.splitlines()), done.stdout
    assert re.search(r"^\d+ problems?", done.stdout, re.M)


def test_notes_tell_what_lies_over_ours_and_are_no_fault(tmp_path: Path) -> None:
    write(tmp_path, "actors/media.tsv", "kind\tname", "paper\tLe Monde")
    write(tmp_path, "coding/coded_actors.tsv", "phrase\tcode\torigin", "SARN\tSRN\ta", "SARN\tXXX\tb")
    done = run("check", tmp_path)
    assert done.exit_code == 0, done.stdout
    assert f"{tmp_path}/actors/media.tsv:2: note: media:Le Monde is laid over ours" in done.stdout
    assert "note: phrase: SARN stands in line 2 too with the code SRN: this row is dead" in done.stdout
    assert "0 problems, 2 notes" in done.stdout
    assert run("check", tmp_path, "--quiet").stdout == ""


def test_a_row_is_added_under_the_header_that_is_there(tmp_path: Path) -> None:
    write(tmp_path, "actors/media.tsv", "# mine", "kind\tname", "paper\tThe Harbour Post")
    done = run("add", "media", "name=The  Strait\tTimes", "kind=paper", "--folder", tmp_path)
    assert done.stdout == f"{tmp_path}/actors/media.tsv:4: media:The Strait Times\n"
    assert (tmp_path / "actors/media.tsv").read_text().splitlines()[-1] == "paper\tThe Strait Times"
    assert load_lexicon([tmp_path]).find("media:The Strait Times") is not None


REFUSED = [
    (["media", "name=X", "kind=paper"], "stands already"),
    (["media", "name=Y", "kind=pamphlet"], "not written: kind: 'pamphlet'"),
    (["media", "kind=paper"], "a row of media needs name"),
    (["media", "name=Le Monde", "kind=paper"], "ours has media:Le Monde"),
    (["newspapers", "name=Y"], "unknown table 'newspapers'"),
    (["media", "nam=Y"], "did you mean 'name'"),
    (["media", "name"], "is no COLUMN=VALUE"),
    (["media", "country=GBR", "name=Y", "kind=paper"], "the file has no column country"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED)
def test_a_row_that_cannot_stand_is_refused_and_nothing_is_written(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    write(tmp_path, "actors/media.tsv", "name\tkind", "X\tpaper")
    before = (tmp_path / "actors/media.tsv").read_bytes()
    done = run("add", *arguments, "--folder", tmp_path)
    assert done.exit_code == 2
    assert told in re.sub(r"\s*│?\n│?\s*", " ", done.stderr)
    assert (tmp_path / "actors/media.tsv").read_bytes() == before


def test_a_row_of_ours_is_replaced_only_when_asked_for(tmp_path: Path) -> None:
    done = run("add", "media", "name=Le Monde", "kind=broadcaster", "country=FRA", "--folder", tmp_path, "--over")
    assert done.exit_code == 0
    assert "over ours, lexicon/actors/media.tsv:" in done.stderr
    row = load_lexicon([tmp_path]).find("media:Le Monde")
    assert row is not None
    assert row["kind"] == "broadcaster"


def test_dictionaries_are_imported_with_a_warning_for_each_line_not_read(tmp_path: Path) -> None:
    for name, text in (("a", ACTORS + "\nGHOST\n"), ("g", AGENTS), ("v", VERBS + "\n- * &NONE [9]\n~ rule\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [
        "--actors",
        tmp_path / "a",
        "--agents",
        tmp_path / "g",
        "--verbs",
        tmp_path / "v",
        "--to",
        tmp_path / "out",
    ]
    done = run("import", "petrarch", *files)
    assert done.exit_code == 0, done.stderr
    assert "coded_actors: 11 rows" in done.stdout
    assert "codes: of their own" in done.stdout
    assert f"3 warnings; read with --lexicon {tmp_path}/out" in done.stdout
    lines = done.stderr.splitlines()
    assert [re.sub(r".*: (\w):\d+: ", r"\1 ", line) for line in lines] == [
        "a GHOST has no code: known, and codes nothing", "v a rewriting rule: left out",
        "v there is no set &NONE: the pattern is void",
    ]  # fmt: skip
    again = run("import", "petrarch", *files)
    assert again.exit_code == 2
    assert "has coding/coded_actors.tsv" in again.stderr
    assert run("import", "petrarch", *files, "--replace", "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["petrarch"], "no dictionary is named"),
        (["petrarch", "--actors", "/no/such/file"], "No such file"),
        (["tabari", "--actors", "x"], "petrarch"),
    ],
)
def test_an_import_of_nothing_is_wrong_usage(tmp_path: Path, arguments: list[str], told: str) -> None:
    done = run("import", *arguments, "--to", tmp_path / "out")
    assert done.exit_code == 2
    assert told in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_folder_of_the_environment_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "actors/media.tsv", "name\tkind", "The Harbour Post\tpaper")
    monkeypatch.setenv("DRAGOMAN_LEXICON", str(tmp_path))
    told = json.loads(run("list", "media", "--grep", "harbour post", "--format", "json").stdout)
    assert [row["name"] for row in told] == ["The Harbour Post"]
