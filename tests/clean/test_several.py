"""A file that holds several articles is refused with advice; sections of one article are not several."""

from __future__ import annotations

import pytest

from dragoman.clean.several import check_is_one
from dragoman.errors import NotAnArticle
from tests.factory import kit

LONG = "The envoys met at the harbour and agreed to talk again. " * 10


@pytest.mark.parametrize(
    "line", ["Document {} of 7", "End of Document", "=" * 30, "  ARTICLE {} OF 12  "],
)  # fmt: skip
def test_lines_that_part_articles_are_told(line: str) -> None:
    text = "\n".join(f"{line.format(n)}\n{LONG}" for n in (1, 2, 3))
    with pytest.raises(NotAnArticle, match="several articles"):
        check_is_one(text, "file.txt", kit().lexicon)


@pytest.mark.parametrize(
    "text",
    [
        f"Document 1 of 1\n{LONG}",
        f"{LONG}\n* * *\n{LONG}\n* * *\n{LONG}",
        f"{LONG}\n{'-' * 30}\n{LONG}\n{'-' * 30}\n{LONG}",
        "Document 1 of 3\nDocument 2 of 3\nDocument 3 of 3\n",
        LONG * 3,
    ],
)
def test_one_article_with_sections_is_one(text: str) -> None:
    check_is_one(text, "file.txt", kit().lexicon)
