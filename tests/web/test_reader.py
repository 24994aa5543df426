"""`POST /read`: off unless allowed, bounded, and it gives the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.engines import facade
from dragoman.kit import Kit
from dragoman.web.app import application
from dragoman.web.desk import Desk
from tests.factory import kit
from tests.web.conftest import BASE, TestClient

TEXT = "Moscow will not give ground, Sergei Ryabkov told reporters in Geneva on Monday. Kyiv denied the report."


@pytest.fixture
def reads(examples: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(facade, "kept_kit", lambda *_: kit())
    desk = Desk(str(examples))
    yield TestClient(application(desk, allow_read=True), base_url=BASE)
    desk.close()


def test_it_is_off_unless_it_is_allowed(client: TestClient) -> None:
    answer = client.post("/read", content=TEXT, headers={"Content-Type": "text/plain"})
    assert answer.status_code == 403
    assert "--allow-read" in answer.json()["detail"]


def test_an_article_in_its_record_out(reads: TestClient) -> None:
    body = {"text": TEXT, "published": "2022-01-11", "source": "The Courier"}
    record = reads.post("/read", json=body).json()
    assert record["article"]["text"] == TEXT
    assert record["article"]["source"] == "The Courier"
    assert record["article"]["published"] == "2022-01-11"
    assert record["statements"]
    assert reads.post("/read", content=TEXT, headers={"Content-Type": "text/plain"}).json()["article"]["text"] == TEXT


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("text/html", b"<p>x", 415),
        ("application/json", b"{", 422),
        ("application/json", b"[]", 422),
        ("application/json", b'{"text": 5}', 422),
        ("text/plain", b"\xff\xfe\xfa", 422),
        ("text/plain", b"x" * 600_000, 413),
        ("text/plain", b"x" * 3_000_000, 413),
        ("text/plain", b"", 422),
        ("application/json", b'{"text": "Kyiv denied the report.", "published": "Monday"}', 422),
        ("application/json", b'{"text": "Kyiv denied the report.", "published": "2022-13-01"}', 422),
        ("application/json", b'{"text": "Kyiv denied the report.", "title": 5}', 422),
    ],
)
def test_what_cannot_be_read_is_a_problem(reads: TestClient, kind: str, body: bytes, status: int) -> None:
    answer: Any = reads.post("/read", content=body, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_it_reads_with_the_tables_that_the_page_was_opened_with(
    examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, ...]] = []

    def opened(_: str, lexicon: tuple[Path, ...]) -> Kit:
        asked.append(lexicon)
        return kit()

    monkeypatch.setattr(facade, "kept_kit", opened)
    desk = Desk(str(examples), lexicon=(tmp_path,))
    client = TestClient(application(desk, allow_read=True), base_url=BASE)
    assert client.post("/read", json={"text": TEXT, "title": None}).status_code == 200
    assert asked == [(tmp_path,)]
    desk.close()


def test_the_page_of_another_site_may_not_ask(reads: TestClient) -> None:
    headers = {"Content-Type": "text/plain", "Origin": "http://evil.example"}
    assert reads.post("/read", content=TEXT, headers=headers).status_code == 403
