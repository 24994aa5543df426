"""The text under its marks is the text, whatever the marks; each mark covers its own characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Reading, Span
from dragoman.records.codec import read_records
from dragoman.views.marks import DEEPEST, KINDS, Mark, marks_of, stretches

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [
    next(read_records((ROOT / "examples" / name / "expected.jsonl").read_bytes(), name=name))
    for name in ("export-curbs", "geneva-week", "juba-ceasefire")
]


def mark(start: int, end: int, kind: str = "events", key: str = "") -> Mark:
    return Mark(Span(start, end), kind, key or f"{kind}.{start}-{end}", "E1", "trigger", True, "")


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=20)


@given(st.text(min_size=1, max_size=60), SPANS, st.integers(0, 30), st.integers(0, 60))
def test_together_the_stretches_are_the_text(text: str, spans: list[tuple[int, int]], low: int, high: int) -> None:
    start, end = min(low, len(text)), max(min(low, len(text)), min(high, len(text)))
    marks = [mark(a, min(a + n, len(text))) for a, n in spans if a < len(text)]
    found = list(stretches(text, marks, start, end))
    assert "".join(s.text for s in found) == text[start:end]
    for m in marks[:DEEPEST]:
        covered = "".join(s.text for s in found if m in s.marks)
        if len(marks) <= DEEPEST:
            assert covered == text[max(m.span.start, start) : max(min(m.span.end, end), max(m.span.start, start))]


def test_overlapping_marks_nest_outermost_first() -> None:
    found = list(stretches("abcdef", [mark(2, 6), mark(0, 4), mark(3, 4)], 0, 6))
    assert [(s.text, [m.span.start for m in s.marks]) for s in found] == [
        ("ab", [0]), ("c", [0, 2]), ("d", [0, 2, 3]), ("ef", [2]),
    ]  # fmt: skip
    assert [m.span for m in found[2].ends] == [Span(3, 4), Span(0, 4)]


@pytest.mark.parametrize("reading", EXAMPLES, ids=lambda r: r.article.id)
def test_every_record_has_one_mark_to_land_on(reading: Reading) -> None:
    landing = [m.key for m in marks_of(reading) if m.first]
    assert len(landing) == len(set(landing))
    keys = {getattr(r, "id", None) or f"{kind}.{n}" for kind, *_ in KINDS for n, r in enumerate(getattr(reading, kind))}
    assert set(landing) == keys


def test_thousands_of_marks_over_one_another_are_cut_at_a_depth() -> None:
    found = list(stretches("x" * 3000, [mark(n, 3000) for n in range(2000)], 0, 3000))
    assert max(len(s.marks) for s in found) == DEEPEST
