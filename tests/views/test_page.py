"""A reading as HTML: all words of the article are there, none of them as markup, and every mark can be reached."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Article, Event, Figure, Quantity, Reading, Span, Statement, TimeRef
from dragoman.records.ids import text_digest
from dragoman.views.page import FOOT, HEAD, days, escaped, fragment, marked_text, quantity
from tests.factory import reading_of

VOID = {"meta", "br"}


class Tags(HTMLParser):
    """All tags and ids, and whether what is opened is closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.wrong = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.names.add(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        self.wrong |= any(name.startswith("on") or name == "src" for name in given)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.wrong |= not self.open or self.open.pop() != tag


def parsed(text: str) -> Tags:
    tags = Tags()
    tags.feed(text)
    tags.close()
    return tags


def reading(text: str, **parts: object) -> Reading:
    article = Article(id="art-1", text=text, sha256=text_digest(text), title="<script>alert(1)</script>")
    return Reading(article=article, **parts)  # type: ignore[arg-type]


def test_the_article_never_becomes_markup() -> None:
    text = 'Kenya said: "<img src=x onerror=alert(1)> & more" <b>today</b>.\n\nNorway "left".'
    tags = parsed(HEAD + fragment(reading(text)) + fragment(reading_of(text)) + FOOT)
    assert not tags.open
    assert not tags.wrong
    assert not {"img", "b", "script"} & tags.names


def test_the_words_are_all_there_and_in_order() -> None:
    text = "Kenya said on Monday it would meet Norway in Oslo.\n\nAbout 300 people came."
    shown = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", marked_text(reading_of(text)))
    assert html.unescape(shown) == text


def test_every_link_leads_to_a_mark() -> None:
    tags = parsed(fragment(reading_of("Norway demanded that Kenya withdraw 300 soldiers, a minister said.")))
    assert tags.links
    assert {link.removeprefix("#") for link in tags.links} <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab <>&\"'\n\ud800\u202e"), min_size=1, max_size=60), st.data())
def test_overlapping_marks_nest_and_lose_no_character(text: str, data: st.DataObject) -> None:
    def span() -> Span:
        start = data.draw(st.integers(0, len(text) - 1))
        return Span(start, data.draw(st.integers(start + 1, len(text))))

    made = reading(
        text,
        statements=(Statement(id="sta-1", kind="direct", content=(span(), span())),),
        events=(Event(id="evt-1", plover="CONSULT", status="occurred", trigger=span()),),
        figures=(Figure(id="fig-1", span=span(), quantity=Quantity(low=1, high=2)),),
        times=(TimeRef(span=span(), type="DATE"),),
    )
    tags = parsed(fragment(made))
    assert not tags.open
    assert not tags.wrong
    bare = html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", marked_text(made)))
    assert "".join(bare.split()) == "".join(html.unescape(escaped(c)) for c in text if not c.isspace()).replace(" ", "")


def test_a_page_asks_for_nothing_from_outside() -> None:
    shown = HEAD + fragment(reading_of("Kenya left.")) + FOOT
    assert "default-src 'none'" in shown
    assert not re.search(r"https?://|url\(|@import", shown)


def test_a_notebook_shows_the_same() -> None:
    made = reading_of("Kenya said it would leave.")
    assert made._repr_html_() == fragment(made)


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(13000, None, "13,000 or more"), (None, 5, "5 or less"), (2.5, 2.5, "2.5"), (20, 40, "20 to 40")],
)
def test_a_quantity_is_shown_with_its_bounds(low: float | None, high: float | None, shown: str) -> None:
    assert quantity(low, high) == shown


def test_days_are_shown_as_far_as_they_are_known() -> None:
    assert [days(None, None), days("2024-01-01", "2024-01-01"), days(None, "2024-01-02")] == [
        "–", "2024-01-01", "… to 2024-01-02",
    ]  # fmt: skip
