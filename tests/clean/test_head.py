"""The publication date: given, from the container, inferred from a full date at the head of the text, else unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.clean.blocks import clean_source
from dragoman.clean.dates import full_date, is_stamp
from dragoman.records import Source
from tests.clean.pages import cleaned
from tests.factory import PLAIN, kit

INDEX = kit().furniture
REPORT = "The envoys met at the old harbour on Tuesday, and they will meet again in the spring."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published 4 March 2021", "2021-03-04"),
        ("Jan. 10, 2022, 10:05 a.m. ET", "2022-01-10"),
        ("Mon 10 Jan 2022 08.00 GMT", "2022-01-10"),
        ("10th Jan, 2022", "2022-01-10"),
        ("2022-01-10 21:14:30", "2022-01-10"),
        ("10.01.2022", "2022-01-10"),
        ("Sunday, January 18, 2009", "2009-01-18"),
        ("GENEVA, Jan 10 (Reuters) -", None),
        ("10/01/2022", None),
        ("10/24/2022", "2022-10-24"),
        ("24/10/2022 05:30 PM", "2022-10-24"),
        ("24/24/2022", None),
        ("February 30, 2022", None),
        ("2 hours ago", None),
    ],
)
def test_only_a_full_and_certain_date_counts(text: str, day: str | None) -> None:
    assert full_date(text, INDEX) == day


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Published 10 January 2022", True),
        ("1:31 P.M. EST", True),
        ("2 hours ago", True),
        ("Jul 01, 2024 - 12:42 pm GMT+3", True),
        ("Updated Mon 10 Jan 2022 08.00 GMT", True),
        ("In May 2022 the envoys met", False),
        ("12 soldiers", False),
        ("1.", False),
        ("1986/87  1985/86", False),
        ("May", True),
        ("", False),
    ],
)
def test_a_stamp_says_nothing_but_when(text: str, stamp: bool) -> None:
    assert is_stamp(text, INDEX) is stamp


@pytest.mark.parametrize(
    ("head", "published", "basis"),
    [
        ("Envoys Meet\n\nPublished 4 March 2021", "2021-03-04", "inferred"),
        ("Envoys Meet\n\nUpdated 5 March 2021\n\nPublished 4 March 2021", "2021-03-04", "inferred"),
        ("6 March 2021\n\nEnvoys Meet\n\n4 March 2021 09:00 CET", "2021-03-04", "inferred"),
        ("Envoys Meet\n\nBy Ana Ruiz March 4, 2021", "2021-03-04", "inferred"),
        ("Envoys Meet\n\n2 hours ago", None, "unknown"),
        ("Envoys Meet", None, "unknown"),
    ],
)
def test_the_date_is_read_off_the_head(head: str, published: str | None, basis: str) -> None:
    article, _ = cleaned(f"{head}\n\n{REPORT}\n\nIt was signed on May 1, 2019.\n\n{REPORT}")
    assert (article.published, article.published_basis) == (published, basis)


def test_the_users_date_wins_over_the_containers_and_that_over_the_texts() -> None:
    source = Source(name="t", text=f"Envoys Meet\n\nPublished 4 March 2021\n\n{REPORT}", published="2021-03-05",
                    published_basis="metadata")  # fmt: skip
    assert clean_source(source, kit(), PLAIN)[0].published == "2021-03-05"
    given, _ = clean_source(source, kit(), replace(PLAIN, published="2021-03-06"))
    assert (given.published, given.published_basis) == ("2021-03-06", "given")
