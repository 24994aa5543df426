"""Ledgers for the tests of the page: our examples, and one of made-up articles; and a client for each."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.ledger import Writer
from dragoman.records.codec import read_records
from dragoman.web.app import application
from dragoman.web.desk import Desk
from tests.ledger.generate import fill

with warnings.catch_warnings():  # starlette tells of a package that is not ours to choose
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ("export-curbs", "geneva-week", "juba-ceasefire")
BASE = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of three of our examples."""
    path = tmp_path_factory.mktemp("ledger") / "examples.ledger"
    with Writer(path) as writer:
        for name in EXAMPLES:
            file = ROOT / "examples" / name / "expected.jsonl"
            for reading in read_records(file.read_bytes(), name=name):
                writer.add(reading, at="2026-01-01T00:00:00Z")
    return path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of 1,000 made-up events."""
    path = tmp_path_factory.mktemp("ledger") / "made.ledger"
    fill(path, 1000)
    return path


@pytest.fixture(scope="session")
def client(examples: Path) -> Iterator[TestClient]:
    desk = Desk(str(examples))
    with TestClient(application(desk), base_url=BASE) as client:
        yield client
    desk.close()


@pytest.fixture(scope="session")
def crowd(made: Path) -> Iterator[TestClient]:
    desk = Desk(str(made))
    with TestClient(application(desk), base_url=BASE) as client:
        yield client
    desk.close()
