"""Scores: the reader over the gold inputs, the table of `scoreboard.py`, and the floors it must not fall below."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import judged, no_events, own_codes
from dragoman.interpret import interpret_all, open_kit
from dragoman.kit import Kit
from dragoman.read import read_sources
from dragoman.records import Reading
from dragoman.records.codec import encode
from dragoman.settings import DEFAULTS


def gold_folder() -> Path:
    """The folder with `data/` and `tools/`: DRAGOMAN_GOLD, by default `../shared` beside the checkout."""
    given = os.environ.get("DRAGOMAN_GOLD")
    return Path(given) if given else Path(__file__).resolve().parents[1].parent / "shared"


def scoreboard(*arguments: str) -> subprocess.CompletedProcess[str]:
    tool = gold_folder() / "tools" / "scoreboard.py"
    return subprocess.run([sys.executable, "-B", str(tool), *arguments], capture_output=True, text=True, check=False)


def read_file(path: Path, kit: Kit, failed: list[str]) -> Iterator[bytes]:
    """The record lines of one input file; what could not be read is added to `failed`."""
    for reading in interpret_all(read_sources([str(path)], DEFAULTS), kit, DEFAULTS):
        if isinstance(reading, Reading):
            yield encode(reading) + b"\n"
        else:
            failed.append(f"{path.stem}: {reading}")


def kit_of(cache: Path | None) -> Kit:
    """The kit of the default settings; with a parser that remembers where `cache` names its file."""
    if cache is None:
        return open_kit(DEFAULTS)
    from bench.cache import CachedParser

    return open_kit(DEFAULTS, parser=CachedParser(DEFAULTS.model, cache))


def run(only: str, out: Path | None, cache: Path | None) -> tuple[str, list[dict[str, Any]], list[str]]:
    """(the printed table, its rows, articles that failed); `out` keeps inputs and records, `cache` the parses."""
    kit = kit_of(cache)
    if only and only in no_events.SET:
        line, quiet = no_events.score(kit, gold_folder() / "data" / "corpora")
        return line, quiet, []
    if only and only in judged.SET:
        line, read = judged.score(kit, gold_folder() / "data" / "corpora")
        return line, read, []
    with tempfile.TemporaryDirectory() as temporary:
        folder = out or Path(temporary)
        inputs, records, table = folder / "inputs", folder / "records", folder / "scores.json"
        records.mkdir(parents=True, exist_ok=True)
        data = str(gold_folder() / "data")
        made = scoreboard("inputs", "--data", data, "--out", str(inputs), "--only", only)
        if made.returncode:
            raise SystemExit(f"no inputs: {made.stderr.strip()}")
        failed: list[str] = []
        more: list[dict[str, Any]] = []
        for line in made.stdout.splitlines():
            name = line.split()[0]
            own = name == f"{own_codes.SET}.jsonl" and (gold_folder() / "data" / "petrarch").is_dir()
            more += read_own(inputs / name, records, kit, failed) if own else []
            if not own:
                (records / name).write_bytes(b"".join(read_file(inputs / name, kit, failed)))
        scored = scoreboard("score", "--data", data, "--records", str(records), "--only", only, "--json", str(table))
        if not table.exists():
            raise SystemExit(f"no scores: {scored.stderr.strip()}")
        found = json.loads(table.read_text())
        if more:
            more = own_codes.rows_of(own_codes.SET, found["sets"][own_codes.SET])[:1] + more
        by_eye, rows = _by_eye(kit) if not only else ("", [])
        return scored.stdout + own_codes.shown(more) + by_eye, found["table"] + more + rows, failed


def _by_eye(kit: Kit) -> tuple[str, list[dict[str, Any]]]:
    """The lines and rows of what readers judged by eye in the corpora."""
    corpora = gold_folder() / "data" / "corpora"
    lines, quiet = no_events.score(kit, corpora)
    more, read = judged.score(kit, corpora)
    return lines + more, quiet + read


def read_own(path: Path, records: Path, kit: Kit, failed: list[str]) -> list[dict[str, Any]]:
    """Write the records of the set with dictionaries, by our verbs; the figures of those by the dictionaries' verbs."""
    data = gold_folder() / "data"
    with own_codes.kit_with(data / "petrarch", kit, "actors", "agents", "discards") as theirs:
        (records / path.name).write_bytes(b"".join(read_file(path, theirs, failed)))
    with own_codes.kit_with(data / "petrarch", kit, "actors", "agents", "discards", "verbs") as theirs:
        own = records / f"{own_codes.OWN}.jsonl"
        own.write_bytes(b"".join(read_file(path, theirs, failed)))
    return own_codes.score(gold_folder() / "tools", data, own)
