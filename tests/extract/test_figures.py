"""A figure says how many of what, with the bounds that the words give; names, dates and labels are no figures."""

from __future__ import annotations

import pytest

from tests.factory import reading_of

FIGURES = [
    ("More than 12,000 people have fled the valley.", 12000, None, "people"),
    ("At least 40 soldiers were killed near the river.", 40, None, "soldiers"),
    ("Tens of thousands of protesters marched to the palace.", 20000, 99999, "protesters"),
    ("The bank lent Kenya $2.5 billion last year.", 2.5e9, 2.5e9, "USD"),
    ("The loan is worth 300 million euros.", 300e6, 300e6, "EUR"),
    ("Exports fell by nearly 20 percent.", 20, 20, "percent"),
    ("Between 150 and 200 million dollars were spent.", 150e6, 200e6, "USD"),
    ("Up to 60 trucks waited at the crossing.", None, 60, "trucks"),
    ("Twenty-five hostages were freed on Friday.", 25, 25, "hostages"),
    ("A 36-year-old teacher spoke to the crowd.", 36, 36, "years of age"),
    ("The 15-member council voted on Friday.", 15, 15, "members"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), FIGURES)
def test_a_figure_has_the_bounds_and_the_unit_of_its_words(
    text: str, low: float | None, high: float | None, unit: str
) -> None:
    (figure,) = reading_of(text).figures
    assert (figure.quantity.low, figure.quantity.high, figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The council adopted Resolution 1701 after the war.",
        "The treaty was signed in 1998 and revised on 3 May 2004.",
        "The two ministers met again.",
        "One of them left early.",
        "They held a four-way call.",
        "The train left at 8:45.",
        "Nobody came.",
        "Kenya has broken paragraphs 26 and 36 of the accord.",
        "One in three farmers has left.",
    ],
)
def test_names_dates_and_references_are_no_figures(text: str) -> None:
    assert reading_of(text).figures == ()


def test_a_figure_inside_a_statement_says_who_says_it() -> None:
    reading = reading_of("The minister said that 300 soldiers had crossed the border.")
    (figure,) = reading.figures
    assert figure.said_in == reading.statements[0].id
