"""The writer: whole or not at all, once however often, and never over what was there."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import AnchorError, LedgerError, Locked, NoSuchRecord
from dragoman.ledger import Ledger, Writer
from dragoman.ledger.schema import KINDS
from dragoman.records import Article, Block, Reading, Span
from dragoman.records.codec import encode
from dragoman.records.ids import text_digest
from tests.ledger.generate import readings
from tests.ledger.stories import AT, LATER, URL, article_of, harbour, named
from tests.views.sample import sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.ledger"


def keep(path: Path, *given: Reading, at: str = AT) -> list[str]:
    with Writer(path, durable=False) as writer:
        return [writer.add(reading, at=at).result for reading in given]


def rows(path: Path) -> dict[str, int]:
    """Rows in every table, those closed included."""
    db = sqlite3.connect(path)
    try:
        names = [
            r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE '%fts5%'")
        ]
        return {n: db.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for n in names if "_text_" not in n}
    finally:
        db.close()


def test_a_reading_comes_back_as_it_was_given(path: Path) -> None:
    given = [*readings(30), harbour(), sample()]
    assert keep(path, *given) == ["added"] * 5
    with Ledger(path) as ledger:
        for reading in given:
            written = replace(reading, rejects=(), notes=())
            n = ledger.version(reading.article.id).n
            assert ledger.reading(reading.article.id) == written
            assert ledger.record_line(n) == encode(reading)
            assert ledger.text(n) == reading.article.text


def test_the_same_reading_is_stored_once(path: Path) -> None:
    keep(path, harbour())
    before = rows(path)
    assert keep(path, harbour(), harbour(), at=LATER) == ["known", "known"]
    assert rows(path) == before


def test_a_changed_text_under_the_same_url_is_a_new_version(path: Path) -> None:
    assert keep(path, harbour(12), harbour(14)) == ["added", "version"]
    with Ledger(path) as ledger:
        old, new = ledger.versions(harbour(14).article.id)
        assert (old.article.version, new.article.version, old["ended"], new["reason"]) == (1, 2, "superseded", "text")
        assert [f["low"] for f in ledger.figures()] == [14.0]
        assert ledger.reading(old.n) == harbour(12)


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ({"url": URL}, {"url": URL + "#top"}, "version"),
        ({"url": "HTTPS://Courier.example/harbour"}, {"url": URL}, "version"),
        ({"url": None, "id": "a1"}, {"url": None, "id": "a1"}, "version"),
        ({"url": None, "id": "a1"}, {"url": None, "id": "a1", "source": "Harbour Wire"}, "added"),
        ({"url": None, "id": "a1", "source": None}, {"url": None, "id": "a1", "source": None}, "version"),
        ({"url": None}, {"url": None}, "added"),
        ({"url": URL}, {"url": URL + "/2"}, "added"),
    ],
)
def test_which_articles_are_the_same(path: Path, one: dict[str, str], other: dict[str, str], result: str) -> None:
    assert keep(path, harbour(12, **one), harbour(14, **other)) == ["added", result]


def test_one_id_without_an_outlet_proves_little(path: Path) -> None:
    other = "Rain is due over the hills of the north, and farmers there are glad of it."
    bare = {"id": "1", "source": None, "url": None}
    weather = Reading(article=article_of(other, **bare), blocks=(Block(kind="body", span=Span(0, len(other))),))
    assert keep(path, harbour(**bare), weather) == ["added", "added"]


def test_the_same_text_elsewhere_is_one_article_that_appeared_twice(path: Path) -> None:
    assert keep(path, harbour(), harbour(url="https://wire.example/7", source="Harbour Wire")) == [
        "added",
        "appearance",
    ]
    with Ledger(path) as ledger:
        assert ledger.totals()["articles"] == 1
        assert ledger.sql("SELECT outlet, url FROM appearances") == [("Harbour Wire", "https://wire.example/7")]


def test_a_record_that_is_read_otherwise_is_a_new_version(path: Path) -> None:
    assert keep(path, harbour(), named(harbour(), "Russian Federation")) == ["added", "version"]
    with Ledger(path) as ledger:
        assert ledger.versions(harbour().article.id)[-1]["reason"] == "reread"


def test_a_withdrawn_article_leaves_a_tombstone(path: Path) -> None:
    keep(path, harbour())
    with Writer(path) as writer:
        writer.withdraw(harbour().article.id, at=LATER, by="Ada", note="the outlet took it back")
        assert writer.add(named(harbour(), "Russians"), at=LATER).result == "withdrawn"
        with pytest.raises(NoSuchRecord):
            writer.withdraw(harbour().article.id, at=LATER, by="Ada")
    with Ledger(path) as ledger:
        assert ledger.events() == ledger.articles() == []
        assert [e.id for e in ledger.events(as_of=AT)] == [harbour().events[0].id]
        assert ledger.log(limit=1)[0]["note"] == "the outlet took it back"
        assert ledger.version(harbour().article.id)["ended"] == "withdrawn"


def test_nothing_is_stored_of_a_reading_with_a_broken_anchor(path: Path) -> None:
    broken = replace(harbour(), events=(replace(harbour().events[0], trigger=Span(5, 9999)),))
    keep(path, harbour(url="https://courier.example/other", id="o"))
    before = rows(path)
    with Writer(path) as writer, pytest.raises(AnchorError):
        writer.add_all([harbour(14), broken], at=AT)
    assert rows(path) == before


def test_a_group_is_stored_whole_or_not_at_all(path: Path) -> None:
    def failing():  # type: ignore[no-untyped-def]
        yield harbour(12)
        raise RuntimeError("the source broke")

    with Writer(path) as writer, pytest.raises(RuntimeError):
        writer.add_all(failing(), at=AT)
    with Ledger(path) as ledger:
        assert set(ledger.totals().values()) == {0}
    assert keep(path, harbour(12)) == ["added"]


def test_a_second_writer_waits_and_then_says_so(path: Path) -> None:
    with Writer(path) as first, Writer(path, patience=0.1) as second:
        first.db.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked, match="another process is writing"):
            second.add(harbour(), at=AT)
        first.db.execute("COMMIT")
        assert second.add(harbour(), at=AT).result == "added"
        assert first.add(harbour(14), at=LATER).result == "version"  # and the first one sees what the second did


def test_two_writers_in_turn_keep_one_set_of_terms(path: Path) -> None:
    with Writer(path) as first, Writer(path) as second:
        for number, reading in enumerate(readings(200)):
            (first, second)[number % 2].add(reading, at=AT)
    with Ledger(path) as ledger:
        assert ledger.totals()["events"] == 200
        assert ledger.sql("SELECT count(*) - count(DISTINCT term) FROM terms") == [(0,)]


def test_readers_see_a_whole_state_while_somebody_writes(path: Path) -> None:
    keep(path, *readings(10))
    wrong: list[object] = []

    def ask() -> None:
        try:
            with Ledger(path, patience=0) as ledger:
                for _ in range(200):
                    articles, events = ledger.totals()["articles"], ledger.count("events", status="all")
                    if events % 10 or events < 10 or articles < 1:
                        wrong.append((articles, events))
        except LedgerError as error:
            wrong.append(error)

    asking = [threading.Thread(target=ask) for _ in range(2)]
    for thread in asking:
        thread.start()
    keep(path, *readings(600))
    for thread in asking:
        thread.join()
    assert not wrong


def test_what_is_stored_is_not_changed_by_what_comes_after(path: Path) -> None:
    keep(path, harbour(12))
    db = sqlite3.connect(path)
    before = {kind: db.execute(f"SELECT * FROM {kind}").fetchall() for kind in KINDS}
    keep(path, harbour(14), at=LATER)
    for kind, old in before.items():
        names = [r[1] for r in db.execute(f"PRAGMA table_info({kind})")]
        after = {row[0]: row for row in db.execute(f"SELECT * FROM {kind}")}
        for row in old:
            changed = {n for n, a, b in zip(names, row, after[row[0]], strict=True) if a != b}
            assert changed <= {"known_to", "ended"}
    db.close()


HOSTILE = st.text(st.characters(blacklist_categories=()), max_size=60) | st.sampled_from(
    ["'; DROP TABLE events; --", "\x00", "a\x00b", "\ud800", '"', "NEAR(a b)", "\u202e", "😀" * 9]
)


@settings(max_examples=30, deadline=None)
@given(text=HOSTILE, title=HOSTILE, url=HOSTILE, outlet=HOSTILE, key=HOSTILE)
def test_whatever_a_text_holds_is_kept_and_found(
    tmp_path_factory: pytest.TempPathFactory, text: str, title: str, url: str, outlet: str, key: str
) -> None:
    path = tmp_path_factory.mktemp("hostile") / "t.ledger"
    text = text + " envoys"
    body = (Block(kind="body", span=Span(0, len(text))),)
    article = Article(id=key or "x", text=text, sha256=text_digest(text), title=title, url=url, source=outlet)
    reading = Reading(article=article, blocks=body)
    assert keep(path, reading, reading) == ["added", "known"]
    with Ledger(path) as ledger:
        (found,) = ledger.articles(text="envoys")
        assert ledger.reading(found.n) == reading
        assert ledger.record_line(found.n) == encode(reading)
        ledger.articles(source=outlet)


def test_ten_million_characters_are_kept(path: Path) -> None:
    text = "lorem ipsum " * 850_000
    article = Article(id="long", text=text, sha256=text_digest(text))
    reading = Reading(article=article, blocks=(Block(kind="body", span=Span(0, len(text))),))
    assert keep(path, reading) == ["added"]
    with Ledger(path) as ledger:
        assert ledger.reading("long") == reading
