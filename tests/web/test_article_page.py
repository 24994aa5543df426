"""The article as published, its marks, and why a record is there; nothing of a text acts."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dragoman.ledger import Writer
from dragoman.records import Actor, Article, Block, Mention, Reading, Span, Statement
from dragoman.records.ids import content_id, text_digest
from dragoman.web.app import application
from dragoman.web.desk import Desk
from tests.web.conftest import BASE, TestClient

ARTICLE = "art-5777a388af49558a"
RECORD = "evt-f92e32ff96f7ea9a"


class Seen(HTMLParser):
    """The words inside the article, without labels; and whether elements close in the order they opened."""

    VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.crossed = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        self.crossed += not self.open or self.open.pop()[0] != tag

    def handle_data(self, data: str) -> None:
        inside = [kind for tag, kind in self.open]
        if "text" in inside and not any(k.startswith(("label ", "layers", "of", "pager", "hide")) for k in inside):
            self.words.append(data)


def seen(page: str) -> Seen:
    found = Seen()
    found.feed(page)
    return found


def plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("article", ["art-8e26ed2acd56cf6a", ARTICLE, "art-c784484184b18a42"])
def test_the_text_is_shown_whole_and_in_order(client: TestClient, article: str) -> None:
    text = client.get(f"/articles/{article}.json").json()["article"]["text"]
    page = seen(client.get(f"/articles/{article}").text)
    assert plain("".join(page.words)) == plain(text)
    assert page.crossed == 0


def test_every_record_of_the_article_has_its_anchor_and_its_label(client: TestClient) -> None:
    record = client.get(f"/articles/{ARTICLE}.json").json()
    page = client.get(f"/articles/{ARTICLE}").text
    for kind in ("statements", "events", "figures", "positions", "actors"):
        for one in record[kind]:
            assert page.count(f' id="{one["id"]}"') == 1
            assert f"record={one['id']}" in page


def test_a_record_is_explained_beside_the_text(client: TestClient) -> None:
    page = client.get(f"/articles/{ARTICLE}?record={RECORD}").text
    why = page.partition('id="why"')[2].partition("</section>")[0]
    assert "almost eight hours of talks" in why
    assert "<code>triggers:end @talks/verb/</code>" in why
    assert "lexicon/en/triggers.tsv:" in why
    assert "chosen" in page


@pytest.mark.parametrize(
    "record", ["times.0", "places.1", "sta-none", "events.99999", "blocks.0", "x" * 200, "<script>"]
)
def test_any_name_of_a_record_is_answered(client: TestClient, record: str) -> None:
    answer = client.get(f"/articles/{ARTICLE}", params={"record": record})
    assert answer.status_code == 200
    assert "<script>" not in answer.text


def test_layers_follow_the_address(client: TestClient) -> None:
    page = client.get(f"/articles/{ARTICLE}?marks=times,places").text
    assert re.findall(r'id="show-(\w+)" value="\w+" checked', page) == ["times", "places"]
    first = client.get(f"/articles/{ARTICLE}").text
    assert re.findall(r'id="show-(\w+)" value="\w+" checked', first) == ["statements", "events", "figures"]


def test_furniture_is_dimmed_and_named(client: TestClient) -> None:
    page = client.get(f"/articles/{ARTICLE}").text
    assert re.search(r'<p class="b furniture appeal"[^>]*><span class="of">appeal</span>', page)
    assert re.search(r'<h1 class="b title"', page)
    assert page.count("<h1") == 1


# ---------------------------------------------------------------- hostile articles


HOSTILE = (
    '<script>alert(1)</script> <img src=x onerror=alert(2)> said "</article><h1>Owned</h1>" &amp; &#60;b&#62; '
    '<mark class="events" id="evt-f92e32ff96f7ea9a">E1</mark> javascript:alert(3) {{ 7*7 }} {% raw %} '
    "\u202egnihton\u202c and pay\u200bload of Mosсow, \x00\x1b[2J\x07 done " + "a" + "\u0300" * 40 + " end \ud800."
)


def hostile(text: str, *, name: str = "<b onclick=x>Anna</b>\u202e", title: str | None = None) -> Reading:
    """A reading of one actor, who says all of the text."""
    whole = Span(0, len(text))
    key = content_id("actor", name, len(text))
    actor = Actor(
        id=key,
        name=name,
        kind="person",
        aliases=(name + "2",),
        code='USA"><i>',
        because=("<i>rule</i>",),
        mentions=(Mention(span=Span(0, min(5, len(text))), form="name"),),
    )
    statement = Statement(
        id=content_id("statement", len(text), name),
        kind="direct",
        speaker=key,
        content=(whole,),
        channel="<u>radio</u>",
        because=("speaker.subject-of-cue",),
    )
    article = Article(
        id="x/../<svg onload=1>\"'?#",
        source="<i>Outlet</i>",
        url="javascript:alert(9)",
        title=title or "<title>\u202e",
        published="2024-05-05",
        published_basis="given",
        language='"><b>',
        text=text,
        sha256=text_digest(text),
    )
    return Reading(article=article, blocks=(Block(kind="body", span=whole),), actors=(actor,), statements=(statement,))


@pytest.fixture
def attacked(tmp_path: Path) -> TestClient:
    path = tmp_path / "hostile.ledger"
    with Writer(path) as writer:
        writer.add(hostile(HOSTILE), at="2026-01-01T00:00:00Z")
    return TestClient(application(Desk(str(path))), base_url=BASE)


ADDRESS = "/articles/x%2F..%2F%3Csvg%20onload%3D1%3E%22%27%3F%23"
OURS = {
    "html",
    "head",
    "meta",
    "title",
    "link",
    "script",
    "body",
    "a",
    "header",
    "svg",
    "path",
    "nav",
    "ul",
    "li",
    "form",
    "label",
    "input",
    "main",
    "p",
    "span",
    "time",
    "div",
    "article",
    "fieldset",
    "legend",
    "h1",
    "h2",
    "h3",
    "mark",
    "b",
    "aside",
    "section",
    "ol",
    "details",
    "summary",
    "footer",
    "kbd",
    "dialog",
    "dl",
    "dt",
    "dd",
    "button",
    "code",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "select",
    "option",
    "br",
    "circle",
    "rect",
    "line",
    "text",
    "g",
    "blockquote",
    "caption",
    "use",
    "defs",
    "pattern",
}


@pytest.mark.parametrize(
    "path",
    [
        ADDRESS,
        f"{ADDRESS}?record=statements.0",
        f"{ADDRESS}/versions",
        "/",
        "/statements",
        "/actors",
        "/sources",
        "/articles",
        "/search?text=payload",
        "/network",
        "/map",
    ],
)
def test_nothing_of_an_article_becomes_markup(attacked: TestClient, path: str) -> None:
    answer = attacked.get(path)
    assert answer.status_code == 200
    page = seen(answer.text)
    assert page.tags <= OURS, page.tags - OURS
    assert page.crossed == 0
    assert answer.text.count("<script") == 1
    assert "onerror=alert" not in re.sub(r"&lt;.*?&gt;", "", answer.text)
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', answer.text))
    assert "\u202e" not in answer.text
    assert "\x1b" not in answer.text
    assert "49" not in re.findall(r"\{\{.*?\}\}", html.unescape(answer.text))


def test_what_deceives_is_told_above_the_text_and_in_it(attacked: TestClient) -> None:
    page = attacked.get(ADDRESS).text
    assert "that cannot be seen or that turn the order of a line" in page
    assert "that mixes letters of two alphabets" in page
    assert "<b>RLO</b>" in page
    assert "odd mixed" in page


def test_text_that_imitates_our_marks_gets_no_anchor(attacked: TestClient) -> None:
    page = attacked.get(ADDRESS).text
    assert 'id="evt-f92e32ff96f7ea9a"' not in page
    assert "&lt;mark class=" in page


def test_a_paragraph_of_megabytes_is_shown_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "long.ledger"
    text = "Nobody moved. " * 40_000 + "w" * 200_000
    with Writer(path) as writer:
        writer.add(hostile(text, name="Anna"), at="2026-01-01T00:00:00Z")
    client = TestClient(application(Desk(str(path))), base_url=BASE)
    first = client.get(ADDRESS)
    assert first.status_code == 200
    assert len(first.content) < 300_000
    parts = re.search(r"part 1 of (\d+)", first.text)
    assert parts
    words = "".join("".join(seen(client.get(ADDRESS, params={"part": n + 1}).text).words) for n in range(int(parts[1])))
    assert plain(words) == plain(text)
    assert len(client.get("/statements").content) < 100_000


def test_versions_stand_side_by_side_with_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "two.ledger"
    old, new = (
        hostile("Guards killed 12 people, Anna said.", name="Anna"),
        hostile("Guards killed 14 people, Anna said.", name="Anna"),
    )
    old, new = (replace(r, article=replace(r.article, url="https://a.example/1", id="a1")) for r in (old, new))
    with Writer(path) as writer:
        writer.add(old, at="2026-01-01T00:00:00Z")
        writer.add(new, at="2026-01-02T00:00:00Z")
    client = TestClient(application(Desk(str(path))), base_url=BASE)
    page = client.get("/articles/a1/versions").text
    assert "<del>12</del>" in page
    assert "<ins>14</ins>" in page
    assert "2 versions, side by side" in client.get("/articles/a1").text
    told = client.get("/articles/a1/versions.json").json()
    assert (told["old"], told["new"]) == (1, 2)
    assert [k["kind"] for k in told["records"]] == ["statements"]
    home = client.get("/?since=2026-01-01").text
    assert "1 new version" in home


def test_a_judgement_by_hand_is_told_beside_the_machines_reason(tmp_path: Path) -> None:
    from dragoman.ledger.judging import judge
    from tests.ledger.generate import reading

    path = tmp_path / "judged.ledger"
    with Writer(path) as writer:
        writer.add(reading(1), at="2026-01-01T00:00:00Z")
        first = reading(1).events[0].id
        judge(writer, first, "reject", by="Anna <b>", at="2026-01-02T00:00:00Z", note="<i>no deed</i>")
    client = TestClient(application(Desk(str(path))), base_url=BASE)
    for where in (f"/articles/{reading(1).article.id}?record={first}", f"/records/{first}"):
        page = client.get(where).text
        assert "Judged by hand" in page
        assert "Anna &lt;b&gt;" in page
    shown = [row["id"] for row in client.get("/events.json?status=all").json()["rows"]]
    assert first not in shown
    assert first in [row["id"] for row in client.get("/events.json?status=all&verdict=rejected").json()["rows"]]


def test_days_that_are_none_break_no_drawing(tmp_path: Path) -> None:
    from tests.ledger.generate import reading

    path = tmp_path / "days.ledger"
    made = reading(1)
    odd = tuple(
        replace(e, begin=b, end=None)
        for e, b in zip(made.events, ("abcdefghij", "0000-00-00", "2022-02-30", "9999-12-31"), strict=False)
    )
    with Writer(path) as writer:
        writer.add(replace(made, events=odd), at="2026-01-01T00:00:00Z")
    client = TestClient(application(Desk(str(path))), base_url=BASE)
    for where in ("/", "/events?status=all", "/actors/USA", "/network?status=all", "/calendar.ics"):
        assert client.get(where).status_code == 200, where
