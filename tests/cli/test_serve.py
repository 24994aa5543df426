"""`dragoman serve`: whom it lets in, what it shows, and that nobody else pays for it."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from importlib import util
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.engines import local
from dragoman.errors import NotAnArticle, SourceError, Unreadable
from dragoman.ledger import Ledger, Writer
from dragoman.settings import Settings
from dragoman.web import gather
from dragoman.web.guard import ANY_NUMBER, hosts_of, is_loopback
from tests.factory import kit
from tests.ledger.generate import reading

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Moscow will not give ground, Sergei Ryabkov told reporters in Geneva on Monday. Kyiv denied the report."


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["serve", *map(str, arguments)])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--host", "0.0.0.0"), "it needs a token"),
        (("--host", "192.168.1.5"), "it needs a token"),
        (("--host", "::"), "it needs a token"),
        (("--host", "0.0.0.0", "--token", "short"), "at least 16"),
        (("--token", "snowman\u2603snowman\u2603"), "at least 16"),
        ((), "no such file or folder"),
    ],
)
def test_others_are_let_in_by_token_alone(arguments: tuple[str, ...], says: str, tmp_path: Path) -> None:
    done = run(tmp_path / "none.ledger", *arguments)
    assert done.exit_code == 2
    assert says in done.stderr


def test_nothing_to_show_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    done = run()
    assert done.exit_code == 2
    assert "nothing to show" in done.stderr


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    import socket

    with Writer(tmp_path / "a.ledger") as writer:
        writer.add(reading(1), at="2026-01-01T00:00:00Z")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = run(tmp_path / "a.ledger", "--port", other.getsockname()[1])
    assert done.exit_code == 2
    assert "--port 0" in done.stderr


def test_without_its_extra_the_command_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = util.find_spec
    monkeypatch.setattr(util, "find_spec", lambda name, *a: None if name == "starlette" else real(name, *a))
    done = run(ROOT / "examples")
    assert done.exit_code == 2
    assert "dragoman[web]" in done.stderr


@pytest.mark.parametrize("arguments", ["--help", "serve --help", "--version"])
def test_other_commands_load_nothing_of_the_page(arguments: str) -> None:
    code = (
        f"import sys; sys.argv = ['dragoman', *{arguments.split()!r}]\n"
        "from dragoman.cli import main\n"
        "try: main()\n"
        "except SystemExit: print(sorted({'starlette', 'jinja2', 'uvicorn'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("example.org", False),
        ("127.0.0.1.example.org", False),
    ],
)
def test_which_addresses_are_this_machine_alone(host: str, own: bool) -> None:
    assert is_loopback(host) is own
    assert (ANY_NUMBER in hosts_of(host)) is (host == "0.0.0.0")


# ---------------------------------------------------------------- what is shown


@pytest.fixture
def _one_kit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "open_kit", lambda settings: kit())


@pytest.mark.usefixtures("_one_kit")
def test_articles_are_read_into_a_ledger_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
    told: list[tuple[str, SourceError | None]] = []
    settings = Settings(language_check=False, published="2022-01-11")
    with gather.gathered(
        (str(tmp_path),), settings, at="2026-01-01T00:00:00Z", told=lambda *t: told.append(t)
    ) as found:
        assert (found.read, found.failed, found.name) == (1, 1, tmp_path.name)
        with Ledger(found.path) as ledger:
            assert ledger.totals()["articles"] == 1
            assert "Sergei Ryabkov" in {f["speaker"] for f in ledger.find("statements")}
        kept = Path(found.path)
    assert not kept.exists()
    assert [error is None for _, error in told] == [True, False]


@pytest.mark.usefixtures("_one_kit")
@pytest.mark.parametrize(("name", "error"), [("empty", NotAnArticle), ("nowhere", Unreadable)])
def test_where_there_is_no_article_it_says_so(tmp_path: Path, name: str, error: type[SourceError]) -> None:
    (tmp_path / "empty").mkdir()
    with (
        pytest.raises(error),
        gather.gathered((str(tmp_path / name),), Settings(), at="2026-01-01T00:00:00Z", told=lambda *_: None),
    ):
        pass


@pytest.mark.usefixtures("_one_kit")
def test_why_nothing_is_an_article_is_told(tmp_path: Path) -> None:
    for name in ("one.jsonl", "two.jsonl"):
        (tmp_path / name).write_text('{"id": "x"}\n', encoding="utf-8")
    for path, said in ((tmp_path / "one.jsonl", "there is no text in it"), (tmp_path, "2 inputs were passed over")):
        done = run(path)
        assert done.exit_code == 2
        assert said in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_ledger_is_opened_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with Writer(path) as writer:
        writer.add(reading(1), at="2026-01-01T00:00:00Z")
    with gather.gathered((str(path),), Settings(), at="2026-01-01T00:00:00Z", told=lambda *_: None) as found:
        assert (found.path, found.name, found.read) == (str(path), "a.ledger", 0)


def test_it_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with Writer(path) as writer:
        writer.add(reading(1), at="2026-01-01T00:00:00Z")
    command = [sys.executable, "-m", "dragoman", "serve", "--port", "0"]
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "DRAGOMAN_LEDGER": str(path),
        "DRAGOMAN_TOKEN": "0123456789abcdef",
    }
    process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stderr
    line = process.stderr.readline()
    port = int(line.partition("127.0.0.1:")[2].split("/")[0])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    answers = []
    for token in ("wrong", "0123456789abcdef"):
        connection.request("GET", "/events.json", headers={"Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        answers.append((answer.status, json.loads(answer.read())))
    connection.close()
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=20)
    assert [status for status, _ in answers] == [401, 200]
    assert answers[1][1]["rows"]
    assert out == ""
    assert process.returncode in (0, 130)
