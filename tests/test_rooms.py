"""Imports run one way: each room may use itself and those above it (the order is the journey of the data)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[1] / "src" / "dragoman"
ORDER = (
    "errors", "records", "settings", "lexicon", "kit", "read", "clean", "parse", "resolve", "extract", "interpret",
    "ledger", "engines", "views", "export", "web", "cli",
)  # fmt: skip
MODULES = sorted(p for p in SRC.rglob("*.py") if p != SRC / "__init__.py" and p.name != "__main__.py")


def room(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    out = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports name the room they go to"
            names = [f"{node.module}.{a.name}" for a in node.names] if node.module == "dragoman" else [node.module]
        out |= {n.split(".")[1] for n in names if n.startswith("dragoman.")}
    return out


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_run_one_way(path: Path) -> None:
    own = ORDER.index(room(path))
    upward = {r for r in imported_rooms(path) if r in ORDER and ORDER.index(r) > own}
    assert not upward, f"{path.relative_to(SRC)} is in room {room(path)} and imports {', '.join(sorted(upward))}"
    unknown = {r for r in imported_rooms(path) if r not in ORDER} - {"__version__"}
    assert not unknown, f"no such room: {', '.join(sorted(unknown))}"


def test_only_the_parser_room_knows_spacy() -> None:
    users = {room(p) for p in MODULES if "spacy" in imported_packages(p)}
    assert users <= {"parse"}


def test_only_the_codec_knows_msgspec() -> None:
    users = {p.name for p in MODULES if "msgspec" in imported_packages(p)}
    assert users <= {"codec.py"}


def imported_packages(path: Path) -> set[str]:
    out = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            out |= {a.name.split(".")[0] for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            out.add(node.module.split(".")[0])
    return out


PAGE = (SRC.parents[1] / "docs" / "rooms.md").read_text(encoding="utf-8")


def test_the_page_of_rooms_has_every_room_in_the_order_of_imports() -> None:
    told = [name.strip("/").removesuffix(".py") for name in re.findall(r"^\| `([\w.]+/?)` \|", PAGE, re.MULTILINE)]
    assert told == list(ORDER)
    there = {p.name.removesuffix(".py") for p in SRC.iterdir() if p.suffix == ".py" or (p / "__init__.py").is_file()}
    assert there - {"__init__", "__main__"} == set(ORDER)


@pytest.mark.parametrize("path", re.findall(r"`([a-z_]+/[\w/.]*)`", PAGE))
def test_a_path_on_the_page_of_rooms_is_there(path: str) -> None:
    assert (SRC / path).exists() or (SRC.parents[1] / path).exists(), path
