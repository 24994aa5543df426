"""Comments go, codes and days are read as they are meant, and nothing in a file can stop the importer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import LexiconError
from dragoman.lexicon.petrarch.actors import read_actors
from dragoman.lexicon.petrarch.agents import read_agents
from dragoman.lexicon.petrarch.discards import read_discards
from dragoman.lexicon.petrarch.lines import code_of, iso_day, open_source, source_of
from dragoman.lexicon.petrarch.verbs import read_verbs

COMMENTS = [
    ("VELDANIA [VEL] # since 1991", ["VELDANIA [VEL]"]),
    ("# nothing but a comment", []),
    ("VELDANIA [VEL] ; an older hand", ["VELDANIA [VEL]"]),
    ("SEA_WITCH [###] # a code of signs", ["SEA_WITCH [###]"]),
    ("<!-- one line --> VELDANIA [VEL]", [" VELDANIA [VEL]"]),
    ("A [X]\n<!-- two\nlines --> B [Y]\nC [Z]", ["A [X]", " B [Y]", "C [Z]"]),
    ("<! -- a slip of the pen -->\nA [X]", ["A [X]"]),
    ("A [X] <!-- here --> <!-- and here -->", ["A [X]"]),
    ("A [X]\r\nB [Y]\rC [Z]", ["A [X]", "B [Y]", "C [Z]"]),
]


@pytest.mark.parametrize(("text", "lines"), COMMENTS)
def test_comments_are_no_entries(text: str, lines: list[str]) -> None:
    assert [line for _, line in source_of(text, "f").lines] == lines


def test_a_comment_that_is_never_closed_is_told() -> None:
    source = source_of("A [X]\n<!-- open\nB [Y]", "f")
    assert [line for _, line in source.lines] == ["A [X]"]
    assert [str(w) for w in source.warnings] == ["f:2: this comment is not closed: all behind it is left out"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("990816", "1999-08-16"), ("190816", "2019-08-16"), ("400101", "1940-01-01"), ("19990816", "1999-08-16"),
        ("20100109", "2010-01-09"), ("19990000", "1999-01-01"), ("991301", None), ("9908", None), ("x", None),
        ("²²²²²²", None),
    ],
)  # fmt: skip
def test_a_day_has_two_or_four_digits_of_year(written: str, day: str | None) -> None:
    assert iso_day(written) == day


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("VEL", "VEL"), (" ~WTC", "~WTC"), ("---", ""), ("+++", ""), ("###", ""), ("031:032", "031:032"),
        ("031:---", "031:"), ("---:---", ""), ("025?", "025?"),
    ],
)  # fmt: skip
def test_a_code_stays_as_it_is_written_and_the_marks_of_none_are_none(written: str, code: str) -> None:
    assert code_of(written) == code


def test_a_file_in_latin_1_is_read(tmp_path: Path) -> None:
    path = tmp_path / "actors.txt"
    path.write_bytes("JOSÉ_PEÑA [VEL]".encode("latin-1"))
    assert open_source(path).lines == [(1, "JOSÉ_PEÑA [VEL]")]


def test_a_file_that_is_not_there_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="No such file"):
        open_source(tmp_path / "none.txt")


@given(st.text(alphabet="AB_ \t\n+-*&!~[]{}()<>#;:/=%$^|0129\x00", max_size=120))
def test_no_text_stops_a_reader(text: str) -> None:
    for reader in (read_actors, read_agents, read_verbs, read_discards):
        source = source_of(text, "f")
        lines = text.count("\n") + text.count("\r") + 1
        rows = list(reader(source))
        assert all(cells["origin"].startswith("f:") for _, cells in rows)
        assert all(0 < warning.line <= lines for warning in source.warnings)
