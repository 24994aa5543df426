"""What holds for every format: the same bytes, only what happened, only the text that may be given."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dragoman.errors import UnknownName, UsageError
from dragoman.export import FORMATS, format_named
from dragoman.export.contract import EVENT_STATUSES, KINDS, Format, statuses_of
from tests.export.samples import (
    IN_GOLDEN,
    TEXT,
    everything,
    golden_of,
    hostile,
    order,
    talks,
    told,
    written,
)

ALL = pytest.mark.parametrize("format", FORMATS, ids=lambda f: f.name)


@pytest.mark.parametrize("format", IN_GOLDEN, ids=lambda f: f.name)
def test_the_bytes_are_the_golden_ones(format: Format) -> None:
    assert written(format, [talks()]) == golden_of(format).read_bytes(), "python -m tests.export.samples"


@ALL
def test_the_same_readings_give_the_same_bytes(format: Format) -> None:
    assert written(format, [talks(), hostile()]) == written(format, [talks(), hostile()])


@ALL
def test_no_readings_give_a_whole_file(format: Format) -> None:
    data = written(format, [])
    assert data == b"" or format.binary or data.endswith(b"\n"), "headers and closings are there"


@ALL
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_and_described(format: Format, kind: str) -> None:
    if kind in format.kinds:
        asked = everything(kind=kind, text=format.text or "none")
        assert len(written(format, [talks()], asked)) > len(written(format, [], asked))
        assert all(field.meaning and field.source and field.null for field in format.fields(kind))


@ALL
def test_only_what_happened_is_exported_unless_more_is_asked_for(format: Format) -> None:
    data = written(format, [talks()])
    for event in talks().events:
        if event.status in ("denied", "scheduled"):
            assert event.id.encode() not in data
    assert b"heavy-weapons" not in data, "the mode of a denied attack"


@ALL
@pytest.mark.parametrize("level", ["quote", "none"])
def test_words_of_others_stay_out_where_they_may_not_be_given(format: Format, level: str) -> None:
    """At `none` no five words in a row of the text, at `quote` no words outside the evidence."""
    for kind in format.kinds:
        data = written(format, [talks()], everything(text=level, kind=kind))
        words = re.findall(r"\w+", TEXT)
        runs = {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}
        shown = " ".join(re.findall(r"\w+", data.decode("utf-8", "replace")))
        found = {run for run in runs if run in shown}
        if level == "none":
            assert not found
        assert "Monday Oslo will" not in shown
        assert "moved Ola Nordmann" not in shown


def test_a_format_is_found_by_its_name_and_aliases() -> None:
    assert format_named("gdelt") is format_named("gdelt-events")
    assert format_named("GDELT_mentions").name == "gdelt-mentions"
    assert format_named("icalendar") is format_named("ical")
    with pytest.raises(UnknownName, match="known: jsonl, csv, parquet"):
        format_named("xlsx")
    names = [name for format in FORMATS for name in (format.name, *format.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["occurred,ongoing"], {"occurred", "ongoing"}),
        (["denied", " scheduled "], {"denied", "scheduled"}),
        (["all"], set(EVENT_STATUSES)),
        (["denied,all"], set(EVENT_STATUSES)),
    ],
)
def test_statuses_come_with_commas_or_one_by_one(asked: list[str], expected: set[str]) -> None:
    assert statuses_of(asked, EVENT_STATUSES) == expected


def test_a_status_that_is_none_is_told() -> None:
    with pytest.raises(UnknownName, match="did you mean 'denied'"):
        statuses_of(["denyed"], EVENT_STATUSES)
    with pytest.raises(UsageError):
        statuses_of([","], EVENT_STATUSES)


@ALL
def test_records_with_dates_beyond_the_calendar_are_written_or_counted(format: Format) -> None:
    odd = ("0000-00-00", "9999-12-31", "2022-02-30", "-4000-01-01", "2022-01", "XXXX", "2022-01-10T25:61", "0001-01-01",
           "9999-12-31T23:59:59-23:59", "2022-01-10T10:00+01:00", "")  # fmt: skip
    for begin in odd:
        base = talks()
        reading = replace(
            base,
            article=replace(base.article, published=begin),
            events=tuple(replace(e, begin=begin, end=begin) for e in base.events),
            meetings=tuple(replace(m, begin=begin, end=begin) for m in base.meetings),
        )
        _, tally = told(format, [reading], everything(text="sentence", kind=format.kinds[0]))
        assert tally.written + tally.left_out.total() > 0


@ALL
def test_records_that_refer_to_nothing_are_written_or_counted(format: Format) -> None:
    base = talks()
    reading = replace(
        base,
        events=tuple(replace(e, source=("act-gone",), place=99, said_in="sta-gone") for e in base.events),
        meetings=tuple(replace(m, participants=("act-gone",), place=-1) for m in base.meetings),
        blocks=(),
    )
    data, tally = told(format, [reading], order(text="sentence", kind=format.kinds[0]))
    assert tally.written + tally.left_out.total() > 0
    assert data == b"" or format.binary or data.endswith(b"\n")
