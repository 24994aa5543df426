"""Ready records line by line: a bad one is named and the rest comes."""

from __future__ import annotations

import io

import pytest

from dragoman.errors import DragomanError
from dragoman.export.stream import readings_in
from dragoman.records import Reading
from dragoman.records.codec import encode
from tests.export.samples import talks


def read(data: bytes) -> tuple[list[Reading], list[DragomanError]]:
    failed: list[DragomanError] = []
    return list(readings_in(io.BytesIO(data), name="x.jsonl", failed=failed.append)), failed


LINE = encode(talks())


@pytest.mark.parametrize(
    "data", [LINE, LINE + b"\n", b"\n\n" + LINE + b"\r\n\n", b"[" + LINE + b"]", b"[\n" + LINE + b"\n]"]
)
def test_lines_and_arrays_are_read(data: bytes) -> None:
    assert read(data) == ([talks()], [])


def test_nothing_is_nothing() -> None:
    assert read(b"") == read(b"\n \n") == read(b"[]") == ([], [])


BAD = [b"{", b"{}", b"null", b"\xff\xfe", b'{"article": 1}', LINE.replace(b'"trigger":[', b'"trigger":[9', 1)]


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_line_is_named_and_the_rest_comes(bad: bytes) -> None:
    found, (error,) = read(LINE + b"\n" + bad + b"\n" + LINE)
    assert found == [talks(), talks()]
    assert (error.where or "").startswith("x.jsonl:2")


def test_a_span_that_is_not_in_the_text_is_no_evidence() -> None:
    assert b'"trigger":[' in LINE
    broken = LINE.replace(b'"trigger":[', b'"trigger":[9', 1)
    found, (error,) = read(broken)
    assert found == []
    assert error.code == "anchor"


def test_lines_are_read_one_by_one() -> None:
    class Counted(io.BytesIO):
        taken = 0

        def __next__(self) -> bytes:
            Counted.taken += 1
            return super().__next__()

    stream = Counted((LINE + b"\n") * 5)
    first = readings_in(stream, name="x", failed=lambda error: None)
    next(first)
    assert Counted.taken == 1
