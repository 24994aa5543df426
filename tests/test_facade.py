"""The promised names, and what they promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman import records
from dragoman.engines.facade import path_of
from dragoman.settings import Settings

PLAIN = Settings(language_check=False)
TEXT = "Moscow will not give ground, Sergei Ryabkov told reporters in Geneva on Monday."


def test_every_promised_name_is_there_and_listed() -> None:
    assert sorted(dragoman.__all__) == dragoman.__all__ == sorted(set(dragoman.__all__))
    assert all(getattr(dragoman, name) is not None for name in dragoman.__all__)
    assert set(dragoman.__all__) <= set(dir(dragoman))
    with pytest.raises(AttributeError, match="no attribute 'analyse'"):
        dragoman.analyse  # noqa: B018


def test_every_noun_is_promised() -> None:
    assert all(getattr(records, name).__doc__ for name in records.__all__)
    assert list(records.__all__) == sorted(records.__all__)


def test_the_room_of_the_same_name_does_not_hide_the_function() -> None:
    from dragoman.read import read_sources

    assert callable(read_sources)
    assert dragoman.read.__doc__.startswith("The reading of one article")


def test_importing_is_cheap() -> None:
    heavy = "{'spacy', 'msgspec', 'rich', 'trafilatura', 'numpy', 'typer'}"
    code = f"import sys, dragoman; print({heavy} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"


def test_a_text_and_its_file_give_the_same_reading(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    of_text = dragoman.read(TEXT, published="2022-01-11", settings=PLAIN)
    assert isinstance(of_text, dragoman.Reading)
    assert of_text.article.published == "2022-01-11"
    assert of_text.article.text == TEXT
    assert dragoman.read(path, published="2022-01-11", settings=PLAIN) == of_text
    assert dragoman.read(str(path), published="2022-01-11", settings=PLAIN) == of_text


@pytest.mark.parametrize("text", ["", "one line\nand another.txt", "x" * 100_000, "a\0b.txt", "Talks.", "Talks failed"])
def test_a_string_that_names_no_file_is_a_text(text: str) -> None:
    assert path_of(text) is None


def test_a_mistyped_path_is_no_article() -> None:
    with pytest.raises(dragoman.SourceError, match=r"taks\.txt: no such file"):
        dragoman.read("taks.txt")
    with pytest.raises(dragoman.SourceError, match="no-suffix"):
        dragoman.read(Path("no-suffix"))


def test_a_file_of_several_articles_is_for_read_many(tmp_path: Path) -> None:
    path = tmp_path / "week.jsonl"
    path.write_text(f'{{"id": "a", "text": "{TEXT}"}}\n{{"id": "b", "text": "{TEXT}"}}\n', encoding="utf-8")
    with pytest.raises(dragoman.DragomanError, match="read_many"):
        dragoman.read(path, settings=PLAIN)
    readings = list(dragoman.read_many([path, tmp_path / "gone.txt", str(path)], settings=PLAIN))
    assert [getattr(r, "where", None) or r.article.id for r in readings] == [
        "a", "b", str(tmp_path / "gone.txt"), "a", "b",
    ]  # fmt: skip
