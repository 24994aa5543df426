"""Time expressions: what the grammar finds, and what an expression means beside its publication date."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon.load import Row, load_lexicon
from dragoman.records import TimeRef
from dragoman.resolve.times import READINGS, find_times
from dragoman.resolve.times.lex import lex
from dragoman.resolve.times.tag import hits_of
from tests.factory import kit, parsed_of

GRAMMAR = [row for row in load_lexicon().rows("time_grammar") if not row.key.startswith("@")]


def times_of(text: str, published: str | None = "2022-01-10") -> tuple[TimeRef, ...]:
    return find_times(parsed_of(text, published=published), kit())


def values(text: str, published: str | None = "2022-01-10") -> list[tuple[str, str | None]]:
    return [(ref.span.of(text), ref.value) for ref in times_of(text, published)]


@pytest.mark.parametrize("row", GRAMMAR, ids=[row.key for row in GRAMMAR])
def test_every_pattern_finds_its_example(row: Row) -> None:
    text = re.sub(r"[\[\]]", "", row["example"])
    found = times_of(text)
    assert [ref.span.of(text) for ref in found] == re.findall(r"\[(.*?)\]", row["example"])
    assert any(row.name in ref.because for ref in found)


def test_every_reading_of_the_grammar_exists_and_is_used() -> None:
    assert {row["reading"] for row in GRAMMAR} == set(READINGS)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The delegation left on Wednesday.", "2022-01-05"),
        ("The delegation will leave on Wednesday.", "2022-01-12"),
        ("The two ministers are due to meet in Oslo on Friday.", "2022-01-14"),
        ("A second round is scheduled for Thursday.", "2022-01-13"),
        ("The envoy said Tuesday it will take months to agree.", "2022-01-04"),
        ("They met on Monday in Vienna.", "2022-01-10"),
        ("Monday's talks in Oslo were long.", "2022-01-10"),
        ("She praised Friday's vote.", "2022-01-07"),
        ("They met last Monday.", "2022-01-03"),
        ("They meet next Monday.", "2022-01-17"),
        ("It ends on Tuesday of next week.", "2022-01-18"),
        ("They left on Monday the 3rd and came home.", "2022-01-03"),
    ],
)
def test_weekday_follows_the_tense_of_its_clause(text: str, day: str) -> None:
    assert [ref.value for ref in times_of(text)][:1] == [day]


def test_weekday_that_ends_a_range_comes_after_its_beginning() -> None:
    found = values("The visit lasted from Monday to Wednesday.")
    assert found == [("Monday", "2022-01-10"), ("Wednesday", "2022-01-12")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact was signed on 3 March 2021.", [("3 March 2021", "2021-03-03")]),
        ("It expires on March 3rd.", [("March 3rd", "2022-03-03")]),
        ("The raid of Dec. 28 failed.", [("Dec. 28", "2021-12-28")]),
        ("It was dated 24/12/2021 and 2022-01-05.", [("24/12/2021", "2021-12-24"), ("2022-01-05", "2022-01-05")]),
        ("He met them on December 30 last year.", [("December 30 last year", "2021-12-30")]),
        ("The court sat on April 24 and 25.", [("April 24", "2021-04-24"), ("25", "2021-04-25")]),
        ("From 3 to 5 March 2020 it rained.", [("3", "2020-03-03"), ("5 March 2020", "2020-03-05")]),
        ("He resigned in November.", [("November", "2021-11")]),
        ("The vote will be held in May.", [("May", "2022-05")]),
        ("Between 1998 and 2001 they fought.", [("1998", "1998"), ("2001", "2001")]),
        ("Borders of the late 1980s and of the '50s.", [("the late 1980s", "198"), ("the '50s", "195")]),
        ("A fort of the 16th century.", [("the 16th century", "15")]),
        ("Output fell in the second quarter of 2021.", [("the second quarter of 2021", "2021-Q2")]),
        ("They met on Christmas Eve.", [("Christmas Eve", "2021-12-24")]),
        ("They met on Good Friday 2019.", [("Good Friday 2019", "2019-04-19")]),
        ("After 9/11 the law changed.", [("9/11", "2001-09-11")]),
        ("In 1990/91 they fought.", [("1990", "1990")]),
    ],
)
def test_calendar_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was agreed last week.", ("last week", "2022-W01")),
        ("It was agreed two years ago.", ("two years ago", "2020")),
        ("It was agreed three days ago.", ("three days ago", "2022-01-07")),
        ("It was agreed earlier this month.", ("earlier this month", "2022-01")),
        ("It was agreed the day before yesterday.", ("the day before yesterday", "2022-01-08")),
        ("They spoke this morning.", ("this morning", "2022-01-10TMO")),
        ("They spoke on Sunday evening.", ("Sunday evening", "2022-01-09TEV")),
        ("They spoke last night.", ("last night", "2022-01-09TNI")),
        ("They will rest next weekend.", ("next weekend", "2022-W03-WE")),
        ("He is now in Rome.", ("now", "PRESENT_REF")),
    ],
)
def test_relative_times_count_from_publication(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


def test_later_and_following_count_from_the_time_named_before() -> None:
    found = values("On 3 March 2021 they met. Two days later they signed. The following week they left.")
    assert [value for _, value in found] == ["2021-03-03", "2021-03-05", "2021-W10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted nearly two months.", ("nearly two months", "P2M")),
        ("It lasted two and a half years.", ("two and a half years", "P2Y6M")),
        ("A three-year truce held.", ("three-year", "P3Y")),
        ("It took half an hour.", ("half an hour", "PT30M")),
        ("It lasted several years.", ("several years", "PXY")),
        ("It will last five or six years.", ("five or six years", "P5Y")),
        ("They quarrelled for decades.", ("decades", "PXE")),
        ("It fell over the past two weeks.", ("the past two weeks", "P2W")),
    ],
)
def test_lengths_of_time(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]
    assert times_of(text)[0].type == "DURATION"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet every month.", ("every month", "P1M")),
        ("They meet each Tuesday.", ("each Tuesday", "XXXX-WXX-2")),
        ("They meet twice a year.", ("twice a year", "P1Y")),
        ("The weekly meeting is short.", ("weekly", "P1W")),
        ("It costs $5 billion a year.", ("a year", "P1Y")),
    ],
)
def test_repeated_times(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]
    assert times_of(text)[0].type == "SET"


def test_a_second_clock_gives_the_first_its_offset() -> None:
    local, zoned = times_of("The bus left at 8:55 a.m. (07:55 GMT) for the mission.")
    assert (local.value, local.begin) == ("2022-01-10T08:55", "2022-01-10T08:55+01:00")
    assert (zoned.value, zoned.precision) == ("2022-01-10T07:55Z", "minute")


def test_clock_takes_the_day_of_its_sentence() -> None:
    found = values("At 10 a.m. the gates opened, and on Friday they closed at noon.")
    assert [value for _, value in found] == ["2022-01-07T10:00", "2022-01-07", "2022-01-07T12:00"]


@pytest.mark.parametrize(
    "text",
    [
        "They may march in the square.",
        "Theresa May resigned, and Mr. May laughed.",
        "The Sunday Times praised Resolution 1929 and version 2.0 of the plan.",
        "A Cold War-style quarrel, for the second time, in the first place.",
        "Some 1,998 people won 3-2 after paying $1998 each.",
        "He fell in a second of doubt; one quarter of them left.",
        "About 2500 soldiers and 1500 guns were counted.",
        "The future of Europe and the past of Rome.",
    ],
)
def test_names_counts_and_scores_are_no_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Monday.", None),
        ("They met last week.", None),
        ("He left on March 3.", None),
        ("He left in 2014.", "2014"),
        ("He left on 3 March 2014.", "2014-03-03"),
        ("It lasted two days.", "P2D"),
    ],
)
def test_without_a_publication_date_only_absolute_times_have_values(text: str, value: str | None) -> None:
    (ref,) = times_of(text, published=None)
    assert ref.value == value
    assert (ref.begin is None) == (value in (None, "P2D"))


@pytest.mark.parametrize(
    ("text", "begin", "end", "precision"),
    [
        ("It began in 2014.", "2014-01-01", "2014-12-31", "year"),
        ("It began in early 2014.", "2014-01-01", "2014-07-02", "year"),
        ("It began last week.", "2022-01-03", "2022-01-09", "week"),
        ("It began earlier this month.", "2022-01-01", "2022-01-10", "month"),
        ("It began last winter.", "2020-12-01", "2021-02-28", "season"),
        ("It fell over the past two weeks.", "2021-12-27", "2022-01-10", "week"),
        ("It began on Sunday evening.", "2022-01-09T17:00", "2022-01-09T21:00", "part_of_day"),
        ("It began in the 1990s.", "1990-01-01", "1999-12-31", "decade"),
        ("It began on Friday.", "2022-01-07", "2022-01-07", "day"),
    ],
)
def test_begin_and_end_are_the_days_covered(text: str, begin: str, end: str, precision: str) -> None:
    (ref,) = times_of(text)
    assert (ref.begin, ref.end, ref.precision) == (begin, end, precision)


def test_furniture_is_read_too() -> None:
    assert ("every month", "P1M") in values(
        "They met.\n\nSupport our newspaper! Give a little every month. Donate now."
    )


PIECES = """last next this the a of in on at Monday May March 12 1998 2022-13-45 99/99/9999 T 24:99 8:55 a.m. GMT two
hundred and half years year ago later before quarter second 'the 90s every - , . ’ 31st February 30 9999 0000 week-end
morning Christmas Day from to until million decade centuries 1000000 years"""
WORDS = st.sampled_from(re.split(r"\s+", PIECES))


@given(st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=60)))
def test_any_text_gives_ordered_spans_inside_it(words: str) -> None:
    text = f"They said so. {words}"
    refs = times_of(text)
    ends = [0]
    for ref in refs:
        assert ends[-1] <= ref.span.start < ref.span.end <= len(text)
        assert not text[ref.span.start].isspace()
        assert ref.begin is None or ref.end is None or ref.begin <= ref.end
        ends.append(ref.span.end)
    assert refs == times_of(text)


@pytest.mark.parametrize("piece", ["last ", "the ", "next the early ", "1 ", "half ", "two hundred ", "1-"])
def test_matches_are_short_however_long_the_text(piece: str) -> None:
    """A run of 3,000 words of the grammar: what a pattern can take stays bounded, so the time is linear."""
    line = lex(piece * 3000 + "week", 0, len(piece) * 3000 + 4, kit().times)
    longest = 0
    candidates = hits_of(line, kit().times)
    hits = next(candidates, None)
    while hits is not None:
        longest = max(longest, *(hit.last - hit.first for hit in hits))
        try:
            hits = candidates.send(None)
        except StopIteration:
            break
    assert longest <= 20


@given(st.sampled_from(["0001-01-01", "9998-12-31", "2022-02-29", "yesterday", "", "2022-01-10T23:59:59+14:00"]))
def test_edges_of_the_calendar_do_not_raise(published: str) -> None:
    text = "Last week, two centuries ago, next decade, 900 years later, tomorrow night, next weekend, last winter."
    assert len(times_of(text, published)) >= 6
