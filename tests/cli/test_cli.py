"""The command line: what it writes, what it says, how it ends."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli import output, reading
from dragoman.cli.app import app
from dragoman.cli.picture import Picture
from dragoman.engines import local
from dragoman.engines.local import Outcome
from dragoman.records.codec import decode, encode
from dragoman.views.situation import situation
from tests.factory import kit
from tests.views.sample import sample
from tools.reference import every_command

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Moscow will not give ground, Sergei Ryabkov told reporters in Geneva on Monday. Kyiv denied the report."
COMMANDS = ([], ["read"], ["why"], ["schema"], ["export"])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _one_kit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "open_kit", lambda settings: kit())


def run(*arguments: object, given: str | None = None) -> Any:
    words = [*map(str, arguments), *(["--no-language-check"] if "read" in arguments else [])]
    return CliRunner().invoke(app, words, given)


def examples_of(arguments: list[str]) -> list[str]:
    """The commands at the end of a help page."""
    shown = CliRunner().invoke(app, [*arguments, "--help"], env={"COLUMNS": "200", "TERM": "dumb"}).output
    _, _, tail = shown.partition("Examples:")
    return [line.strip().removeprefix("$ ") for line in tail.splitlines() if line.strip()]


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda a: " ".join(a) or "dragoman")
def test_every_help_ends_with_two_examples(arguments: list[str]) -> None:
    assert len(examples_of(arguments)) == 2
    assert all("dragoman " in line for line in examples_of(arguments))


def test_nothing_of_a_help_is_taken_for_markup() -> None:
    """Square brackets in a help vanish; `dragoman[plot]` was read as `dragoman`."""
    for name, command in every_command():
        told = [command.help or "", *(getattr(parameter, "help", None) or "" for parameter in command.params)]
        lost = re.findall(r"\S*\[\w+\]", " ".join(told))
        assert not lost, f"{name}: {lost}"


def test_the_examples_of_every_help_run(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    program = bin_folder / "dragoman"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dragoman "$@"\n')
    program.chmod(0o755)
    env = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src")}
    lines = [line for arguments in COMMANDS for line in examples_of(arguments)]
    for line in lines:
        done = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=tmp_path, env=env, capture_output=True)
        assert done.returncode == 0, (line, done.stderr.decode())
        assert done.stdout or ">" in line, line
    assert decode((tmp_path / "records.jsonl").read_bytes()).article.text
    assert json.loads((tmp_path / "record.schema.json").read_text())["title"] == "Dragoman record"


@pytest.mark.parametrize(
    "arguments", ["--help", "read --help", "why --help", "--version", "schema", "--version --json"]
)
def test_what_reads_nothing_loads_no_model(arguments: str) -> None:
    code = (
        f"import sys; sys.argv = ['dragoman', *{arguments.split()!r}]\n"
        "from dragoman.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, sorted({'spacy', 'numpy'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == "0 []"
    assert done.stdout


def test_the_version_names_what_decides_the_output() -> None:
    assert re.fullmatch(r"dragoman \d+\.\d+\.\d+\n", run("--version").output)
    told = json.loads(run("--version", "--json").output)
    assert re.fullmatch(r"[0-9a-f]{64}", told["code"])
    assert told["lexicon"] == kit().lexicon.digest
    assert told["model"] == kit().parser.name


def test_json_lines_are_one_record_a_line(article: Path) -> None:
    done = run("read", article, article, "--format", "jsonl")
    lines = done.stdout_bytes.splitlines()
    assert done.exit_code == 0
    assert len(lines) == 2
    assert decode(lines[0]).article.text == TEXT


@pytest.mark.parametrize("count", [0, 1, 2])
def test_json_is_always_one_array(article: Path, count: int) -> None:
    paths = [article] * count or [article.parent / "empty"]
    (article.parent / "empty").mkdir(exist_ok=True)
    records = json.loads(run("read", *paths, "--json").stdout)
    assert [r["article"]["text"] for r in records] == [TEXT] * count


def test_records_in_a_pipe_are_json_lines_and_standard_input_is_read(article: Path) -> None:
    for arguments in (["read", "-"], ["read"]):
        done = run(*arguments, "--published", "2022-01-11", given=TEXT)
        assert decode(done.stdout_bytes).article.published == "2022-01-11"


def test_rejects_are_written_only_when_asked_for(article: Path) -> None:
    assert "rejects" not in json.loads(run("read", article).stdout)
    assert "rejects" in json.loads(run("read", article, "--rejects").stdout)


def test_what_cannot_be_read_is_one_line_and_the_rest_is_read(article: Path) -> None:
    gone = article.parent / "gone\x1b[31m.txt"
    done = run("read", gone, article)
    assert done.exit_code == 1
    assert decode(done.stdout_bytes).article.text == TEXT
    first, *rest = done.stderr.splitlines()
    assert first.startswith("dragoman: ")
    assert "gone" in first
    assert "\x1b" not in first
    assert rest == ["dragoman: 1 read, 1 failed"]


def test_each_input_that_is_no_article_is_one_clear_line(tmp_path: Path) -> None:
    """An empty file, a binary, another language, a JSON line without text: named with the reason, the rest is read."""
    german = "Die Außenministerin sagte am Montag, die Gespräche seien schwierig gewesen. Moskau wies das zurück. " * 5
    good = "The foreign minister said on Monday that the talks had been difficult. Moscow rejected this. " * 5
    given = {
        "a.txt": b"",
        "b.bin": bytes(range(256)) * 40,
        "c.txt": german.encode(),
        "d.jsonl": json.dumps({"id": "one"}).encode() + b"\n" + json.dumps({"id": "two", "text": good}).encode(),
        "e.txt": good.encode(),
    }
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
    done = CliRunner().invoke(app, ["read", *(str(tmp_path / name) for name in given)])
    assert done.exit_code == 1
    assert [decode(line).article.text for line in done.stdout_bytes.splitlines()] == [good, good]
    *lines, last = done.stderr.splitlines()
    assert [re.sub(r":.*", "", line.removeprefix(f"dragoman: {tmp_path}/")) for line in lines] == [
        "a.txt", "b.bin", "c.txt", "d.jsonl",
    ]  # fmt: skip
    assert all(re.fullmatch(r".*/\w\.\w+(:\d+)?: .{8,}", line) for line in lines)
    assert "d.jsonl:1:" in lines[3]
    assert last == "dragoman: 2 read, 4 failed"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "x.txt", "--published", "Monday"], "published: 'Monday' is no date"),
        (["read", "x.txt", "--format", "xml"], "xml"),
        (["read", "x.txt", "--workers", "0"], "greater than or equal to 1"),
        (["read", "x.txt", "--json", "--format", "table"], "contradicts"),
        (["read", "x.txt", "--lexicon", "/no/such"], "no such folder"),
        (["read", "--output", "/no/such/folder/x", "x.txt"], "cannot be written"),
        (["why", "evt-1"], "--in"),
        (["why", "evt-1", "--in", "/no/such/file"], "/no/such/file: No such file"),
        (["--json"], "--version"),
        (["reed"], "reed"),
    ],
)
def test_wrong_usage_is_told_and_is_status_2(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in re.sub(r"\s*│?\n│?\s*", " ", done.stderr)


def test_nothing_to_read_on_a_terminal_is_wrong_usage_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "at_terminal", lambda stream: True)
    done = run("read")
    assert done.exit_code == 2
    assert done.stderr.startswith("dragoman: nothing to read (name a file or folder")


@pytest.mark.parametrize(("name", "first"), [("out.json", b"["), ("out.jsonl", b"{"), ("out", b"{")])
def test_a_file_takes_its_format_from_its_name(article: Path, name: str, first: bytes) -> None:
    target = article.parent / name
    done = run("read", article, "--output", target)
    assert (done.exit_code, done.stdout) == (0, "")
    assert target.read_bytes()[:1] == first
    assert sorted(p.name for p in article.parent.iterdir()) == sorted(["article.txt", name])


def test_an_interrupted_run_leaves_the_old_file_alone(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> Iterator[Outcome]:
        yield Outcome("one", sample())
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "read_all", interrupted)
    target = article.parent / "out.jsonl"
    target.write_text("old")
    done = run("read", article, "--output", target)
    assert done.exit_code == 130
    assert done.stderr == "dragoman: one: note: read as windows-1252\ndragoman: interrupted\n"
    assert target.read_text() == "old"
    assert len(list(article.parent.iterdir())) == 2


def test_quiet_says_errors_only(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_all", lambda *_, **__: (Outcome(n, sample()) for n in "ab"))
    assert run("read", article, "--quiet").stderr == ""
    assert run("read", article).stderr.splitlines()[0] == "dragoman: a: note: read as windows-1252"
    assert run("read", article, "-v").stderr.splitlines()[-1] == "dragoman: 2 read, 0 failed"


@pytest.mark.parametrize("command", ["schema", "lexicon list triggers"])
def test_a_closed_pipe_ends_quietly(command: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "dragoman", *command.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", ["schema", "lexicon list triggers", "export csv --input {ready}"])
def test_a_full_disk_is_one_line(command: str) -> None:
    ready = Path(__file__).resolve().parents[2] / "examples" / "geneva-week" / "expected.jsonl"
    with open("/dev/full", "wb") as full:
        words = [word.format(ready=ready) for word in command.split()]
        done = subprocess.run(
            [sys.executable, "-m", "dragoman", *words], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 2
    assert done.stderr == "dragoman: No space left on device\n"


def test_closed_standard_streams_are_no_fault() -> None:
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        done = subprocess.run(["bash", "-c", f'"{sys.executable}" -m dragoman schema {closed}'], capture_output=True)
        assert done.returncode == 0
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("width", [40, 80, 100, 160])
def test_the_picture_fits_its_width_and_cannot_act_on_the_terminal(width: int) -> None:
    text = drawn(width, color=None)
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text
    assert "[bold]open" in text
    flat = " ".join(re.sub(r"[│╭╮╰╯─]", " ", text).split())
    for part in (
        "Who said what (2)",
        "What happened (3)",
        "What is to come (3)",
        "Where they stand (2)",
        "Who they are (5)",
    ):
        assert part in flat
    for status in ("ongoing", "occurred", "denied", "conditional", "scheduled"):
        assert status in flat


def test_a_status_is_told_by_colour_and_word_together() -> None:
    text = drawn(100, color="standard")
    assert "\x1b[31m✕ denied\x1b[0m" in text
    assert "\x1b[33m◇ conditional, feared\x1b[0m" in text
    assert "\x1b[31m a hard week" not in text


def test_what_was_left_out_is_shown_when_asked_for() -> None:
    assert "nobody acts" not in drawn(100, color=None)
    assert "nobody acts" in drawn(100, color=None, rejects=True)


def test_the_table_goes_to_a_file_too(article: Path) -> None:
    target = article.parent / "picture.txt"
    assert run("read", article, "--format", "table", "--output", target).exit_code == 0
    assert "publication date unknown" in target.read_text(encoding="utf-8")


def test_why_tells_of_a_record_in_either_format(tmp_path: Path) -> None:
    lines, array = tmp_path / "r.jsonl", tmp_path / "r.json"
    lines.write_bytes(encode(sample()) + b"\n")
    array.write_bytes(b"[\n" + encode(sample()) + b"\n]\n")
    for path in (lines, array):
        told = run("why", "evt-12", "--in", path).output
        assert "events.1" in told
        assert "NATO would answer with severe costs if Russia invades" in " ".join(told.split())
    assert "events.1" in run("why", "evt-12", "--in", "-", given=lines.read_text(encoding="utf-8")).output


def test_why_names_the_line_that_is_no_record(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes(encode(sample()) + b'\n{"article": 3}\n')
    done = run("why", "evt-99", "--in", path)
    assert done.exit_code == 2
    assert f"{path}:2: no record" in done.stderr


def drawn(width: int, *, color: str | None, rejects: bool = False) -> str:
    from rich.console import Console

    console = Console(width=width, file=io.StringIO(), color_system=color, force_terminal=color is not None,  # type: ignore[arg-type]
                      markup=False, highlight=False)  # fmt: skip
    console.print(Picture(situation(sample()), rejects=rejects))
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_the_widths_of_a_pipe_are_plain_and_of_columns_given(monkeypatch: pytest.MonkeyPatch, article: Path) -> None:
    widest = lambda: max(map(len, run("read", article, "--format", "table").stdout.splitlines()))  # noqa: E731
    monkeypatch.delenv("COLUMNS", raising=False)
    assert widest() == output.PLAIN_WIDTH
    monkeypatch.setenv("COLUMNS", "60")
    assert widest() <= 60
    assert shutil.get_terminal_size().columns == 60
