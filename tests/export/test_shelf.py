"""A shelf holds rows on disk in their order and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.export.shelf import BATCH, shelf


def test_rows_come_back_as_they_were_put() -> None:
    with shelf("a, b") as rows:
        for n in range(BATCH + 7):
            rows.put(n, b"x" if n % 2 else None)
        assert list(rows.take("SELECT COUNT(*), SUM(a) FROM rows")) == [(BATCH + 7, sum(range(BATCH + 7)))]
        rows.put(-1, "late")
        assert list(rows.take("SELECT a, b FROM rows ORDER BY rowid DESC LIMIT ?", (2,))) == [
            (-1, "late"), (BATCH + 6, None),
        ]  # fmt: skip


def test_nothing_is_left_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    with shelf("a") as rows:
        for n in range(50_000):
            rows.put(f"{n:0300d}")
        assert next(iter(rows.take("SELECT COUNT(*) FROM rows"))) == (50_000,)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_in_one_line() -> None:
    def fill() -> None:
        with shelf("a") as rows:
            rows.run("PRAGMA max_page_count = 3")
            for n in range(BATCH * 3):
                rows.put(f"{n:0900d}")

    with pytest.raises(UsageError, match="TMPDIR"):
        fill()
