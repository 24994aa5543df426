"""The documentation is true: its code runs, its generated pages are fresh, and nothing a user can name is missing."""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import dragoman
from dragoman import records
from dragoman.cli.app import app
from dragoman.records.codec import json_schema
from dragoman.settings import Settings
from tools import pages
from tools.reference import every_command

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
TEXTS = {p: p.read_text(encoding="utf-8") for p in sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])}


def fences(path: Path, language: str) -> list[str]:
    return [code for name, code in FENCE.findall(TEXTS[path]) if name == language]


@pytest.mark.parametrize(("name", "write"), pages.PAGES, ids=[name for name, _ in pages.PAGES])
def test_generated_pages_are_fresh(name: str, write: Any) -> None:
    path = ROOT / name
    assert path.is_file(), f"{name} is missing: python -m tools.pages"
    assert path.read_text(encoding="utf-8") == write(), f"{name} is stale: python -m tools.pages"


def test_every_command_and_option_is_documented() -> None:
    page = TEXTS[DOCS / "reference" / "commands.md"]
    for name, command in every_command():
        _, _, section = page.partition(f"## `{name}`\n")
        section = section.partition("\n## ")[0]
        assert section, f"{name} is not in the docs"
        assert command.help
        for parameter in command.params:
            for option in parameter.opts if parameter.param_type_name == "option" else [parameter.metavar]:
                assert f"`{option}`" in section or option in ("--help", "-h"), f"{name} {option}"
            assert parameter.help, f"{name} {parameter.name} says nothing in --help"


def test_every_record_and_field_is_documented() -> None:
    page = TEXTS[DOCS / "reference" / "record.md"]
    for name, schema in json_schema()["$defs"].items():
        if "properties" in schema:
            section = page.partition(f"## {name}\n")[2].partition("\n## ")[0]
            missing = [field for field in schema["properties"] if f"| `{field}` |" not in section]
            assert not missing, f"{name}: {missing}"
            assert getattr(records, name).__doc__
            silent = [f for f, what in schema["properties"].items() if not what.get("description") and f != "because"]
            assert not silent, f"{name}: records/fields.tsv says nothing of {silent}"


def test_every_setting_and_promised_name_is_documented() -> None:
    page = TEXTS[DOCS / "reference" / "python.md"]
    assert [f.name for f in fields(Settings) if f"\n{f.name} " not in page] == []
    assert [name for name in dragoman.__all__ if name != "__version__" and f"dragoman.{name}" not in page] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    prose = FENCE.sub("", TEXTS[path])
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", prose)
    gone = [t for t in targets if "://" not in t and not (path.parent / t).exists()]
    assert not gone


def test_every_page_is_reached_from_the_index() -> None:
    linked = {(DOCS / t).resolve() for t in re.findall(r"\]\(([^)#\s]+)\)", TEXTS[DOCS / "index.md"])}
    assert [str(p) for p in TEXTS if DOCS in p.parents and p != DOCS / "index.md"
            and p not in linked and not linked & set(p.parents)] == []  # fmt: skip


def test_the_python_of_the_tutorial_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code = "\n".join(fences(DOCS / "tutorial.md", "python"))
    test = doctest.DocTestParser().get_doctest(code, {}, "tutorial", "docs/tutorial.md", 0)
    report: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert result.attempted > 5
    assert result.failed == 0, "".join(report)


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = fences(ROOT / "README.md", "python")
    exec(compile(code, "README.md", "exec"), {})
    assert 'Dmytro Kuleba: "Waiting is also a decision,"' in capsys.readouterr().out


def test_the_commands_of_the_tutorial_run(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    shell = f'dragoman() {{ "{sys.executable}" -m dragoman "$@"; }}\nset -e -o pipefail\n'
    lines = "".join(fences(DOCS / "tutorial.md", "console"))
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(["bash", "-c", shell + lines], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "week.jsonl").read_bytes().count(b"\n") == 1
    assert (tmp_path / "week.json").read_bytes().startswith(b"[\n{")
    assert "because" in done.stdout


def test_the_commands_of_the_ledger_page_run_and_find_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over the ready records of the examples; `ID` is what the first query of events gives."""
    monkeypatch.chdir(tmp_path)
    ready = [str(path) for path in sorted((ROOT / "examples").glob("*/expected.jsonl"))]
    page = (DOCS / "ledger.md").read_text(encoding="utf-8")
    commands = [shlex.split(line) for line in re.findall(r"^    dragoman (.*)$", page, flags=re.MULTILINE)]
    assert {words[0] for words in commands} == {"ingest", "query", "why", "series", "judge"}
    record = ""
    for written in commands:
        words = [part for word in written for part in {"examples/": ready, "ID": [record]}.get(word, [word])]
        done = CliRunner().invoke(app, words)
        assert done.exit_code == 0, (words, done.stderr)
        if words[0] == "query":
            answer = done.stdout.splitlines()
            assert len(answer) > ("csv" in words), words
            record = record or json.loads(answer[0])["id"]


def test_the_readme_names_two_commands_of_the_set_up_script() -> None:
    (block,) = fences(ROOT / "README.md", "console")
    assert block.splitlines() == ["python3 go.py read", "python3 go.py test"]
    told = subprocess.run([sys.executable, str(ROOT / "go.py"), "--help"], capture_output=True, text=True)
    assert told.returncode == 0
    assert "python3 go.py test" in told.stdout
