"""The page in a browser: nothing is asked of the network outside, nothing fails, all of it is reached by the keyboard.

One browser serves all tests of the module; each view is opened once in light and dark, on a desk and on a phone.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.ledger import Writer
from dragoman.web.app import application
from dragoman.web.desk import Desk
from tests.conftest import requires
from tests.web.conftest import ROOT

pytestmark = pytest.mark.chromium

ARTICLE, RECORD = "art-5777a388af49558a", "evt-f92e32ff96f7ea9a"
VIEWS = {
    "situation": "/",
    "article": f"/articles/{ARTICLE}",
    "why": f"/articles/{ARTICLE}?record={RECORD}",
    "events": "/events?status=all",
    "statements": "/statements",
    "calendar": "/calendar",
    "network": "/network",
    "map": "/map",
    "actors": "/actors",
    "actor": "/actors/RUS",
    "dyad": "/dyad?a=RUS&b=USA",
    "positions": "/positions",
    "assessments": "/assessments",
    "figures": "/figures",
    "articles": "/articles",
    "sources": "/sources",
    "search": "/search?text=sanctions",
    "record": f"/records/{RECORD}",
    "about": "/about",
    "api": "/api",
    "problem": "/nothing-here",
}
#: Views that are opened in the dark as well: between them they have every colour.
IN_DARK = ("why", "events")
#: Of axe: what passes is not listed.
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


def served(path: Path) -> Iterator[str]:
    """A server in a thread; the address of the page."""
    import uvicorn

    desk = Desk(str(path))
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application(desk), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    door.close()
    desk.close()


@pytest.fixture(scope="module")
def page_of_examples(examples: Path) -> Iterator[str]:
    requires("chromium")
    yield from served(examples)


@pytest.fixture(scope="module", autouse=True)
def great(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Path]]:
    """A ledger of 100,000 made-up events: a process of its own makes it while the other tests run."""
    requires("chromium")
    path = tmp_path_factory.mktemp("ledger") / "great.ledger"
    making = "from tests.ledger.generate import *; fill(Path(sys.argv[1]), 100_000, each=100, words=4)"
    process = subprocess.Popen([sys.executable, "-c", making, str(path)], cwd=ROOT)

    def made() -> Path:
        assert process.wait(300) == 0
        return path

    yield made
    if process.poll() is None:
        process.kill()
        process.wait()


@pytest.fixture(scope="module", params=[1_000, 100_000], ids="{:,} events".format)
def page_of_many(request: pytest.FixtureRequest, made: Path, great: Callable[[], Path]) -> Iterator[str]:
    """The page on a ledger of so many made-up events."""
    yield from served(made if request.param == 1_000 else great())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    requires("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """A tab that notes what it asks for, what fails and what is complained of."""

    def __init__(self, browser: Any, base: str, **options: Any) -> None:
        self.base = base
        self.context = browser.new_context(base_url=base, **{"viewport": DESK, **options})
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda r: self.asked.append(r.url))
        self.page.on("pageerror", lambda e: self.wrong.append(str(e)))
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None)

    def outside(self) -> list[str]:
        return [u for u in self.asked if not u.startswith((self.base + "/", "data:"))]

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_errs_or_asks_outside_or_is_wider_than_its_window(
    browser: Any, page_of_examples: str, scheme: str
) -> None:
    with Visit(browser, page_of_examples, color_scheme=scheme) as visit:
        for size in (DESK, PHONE):
            visit.page.set_viewport_size(size)
            for name, path in VIEWS.items():
                if scheme == "dark" and name not in IN_DARK:
                    continue
                visit.page.goto(path)
                wide = visit.page.evaluate("document.documentElement.scrollWidth")
                assert wide <= size["width"], f"{name} is {wide} wide on {size['width']}"
        assert [w for w in visit.wrong if "404" not in w] == []
        assert visit.outside() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_has_a_barrier(browser: Any, page_of_examples: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with Visit(browser, page_of_examples, color_scheme=scheme, bypass_csp=True) as visit:
        for name, path in VIEWS.items():
            if name == "article" or (scheme == "dark" and name not in IN_DARK):  # `why` is the article with more
                continue
            visit.page.goto(path)
            found = axe.run(visit.page, options=ONLY_VIOLATIONS).response["violations"]
            told = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found]
            assert told == [], name


@pytest.mark.parametrize("width", [1200, 1280, 1440, 1920])
def test_the_navigation_and_the_filters_stand_in_one_row(browser: Any, page_of_examples: str, width: int) -> None:
    """Nothing is left alone on a second line on a desk; narrower windows give the navigation a row of its own."""
    rows = "[...new Set([...document.querySelectorAll('%s')].map(e => e.getBoundingClientRect().bottom))].length"
    with Visit(browser, page_of_examples, viewport={"width": width, "height": 800}) as visit:
        visit.page.goto("/events?status=all")
        assert visit.page.evaluate(rows % ".top nav li") == 1
        assert visit.page.evaluate(rows % ".filters input:not([type=hidden]), .filters select, .filters button") == 1
        visit.page.set_viewport_size({"width": 1024, "height": 800})
        assert visit.page.evaluate(rows % ".top nav li") == 1


def test_without_scripts_a_reader_comes_from_the_situation_to_the_reason(browser: Any, page_of_examples: str) -> None:
    with Visit(browser, page_of_examples, java_script_enabled=False) as visit:
        page = visit.page
        page.goto("/?actor=RUS")
        page.locator(".rows .words a").first.click()
        assert page.locator("#why h3").first.inner_text() == "Because"
        page.locator(".label.statements:visible").first.click()
        assert "record=sta-" in page.url
        assert page.locator("#why ol li").count() > 0
        assert page.locator("mark.chosen").count() > 0
        page.goto(f"/articles/{ARTICLE}")
        assert not page.locator(".label.times").first.is_visible()
        page.locator("label.times").click()
        assert page.locator(".label.times").first.is_visible()
        page.goto("/events?status=all")
        page.locator("select[name=type]").select_option("ASSAULT")
        page.get_by_role("button", name="Show").click()
        assert "type=ASSAULT" in page.url
        assert {t.split()[0] for t in page.locator("tbody .act").all_inner_texts()} == {"ASSAULT"}


def test_a_click_on_a_mark_opens_its_reason_without_leaving_the_text(browser: Any, page_of_examples: str) -> None:
    with Visit(browser, page_of_examples) as visit:
        page = visit.page
        page.goto(f"/articles/{ARTICLE}")
        page.evaluate("window.stays = true")
        page.locator("mark.events.trigger").first.click()
        page.wait_for_selector("#why.chosen")
        assert page.evaluate("window.stays") is True
        assert f"record={RECORD}" in page.url
        assert page.locator("mark.chosen").count() > 0
        page.go_back()
        page.wait_for_selector("#why:not(.chosen)")
        page.locator("label.places").click()
        assert "places" in page.url
        assert visit.wrong == []
        assert visit.outside() == []


def test_the_keyboard_alone_leads_to_a_reason(browser: Any, page_of_examples: str) -> None:
    with Visit(browser, page_of_examples) as visit:
        page, keys = visit.page, visit.page.keyboard
        page.goto("/")
        keys.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        keys.press("/")
        assert page.evaluate("document.activeElement.id") == "find"
        keys.type("sanctions")
        keys.press("Enter")
        page.wait_for_url("**/search?**")
        page.goto("/")
        keys.press("j")
        keys.press("j")
        keys.press("k")
        row = page.evaluate(
            "[...document.querySelectorAll('.rows > li')].findIndex(r => r.contains(document.activeElement))"
        )
        assert row == 0
        for _ in range(6):
            if page.evaluate("document.activeElement.closest('.words') !== null"):
                break
            keys.press("Tab")
        keys.press("Enter")
        page.wait_for_url("**/articles/**")
        assert page.locator("#why h3").first.inner_text() == "Because"
        page.locator(".side .records a").first.focus()
        keys.press("Enter")
        page.wait_for_selector("#why.statements")
        keys.press("?")
        assert page.locator("dialog#keys").is_visible()
        page.locator("[data-keys-off]").check()
        keys.press("Escape")
        keys.press("?")
        assert not page.locator("dialog#keys").is_visible()
        assert visit.wrong == []


def test_a_hostile_article_runs_nothing(browser: Any, tmp_path: Path) -> None:
    from tests.web.test_article_page import ADDRESS, HOSTILE, hostile

    path = tmp_path / "hostile.ledger"
    with Writer(path) as writer:
        writer.add(hostile(HOSTILE + " " + "W" * 5000), at="2026-01-01T00:00:00Z")
    base = next(server := served(path))
    with Visit(browser, base) as visit:
        dialogs: list[str] = []
        visit.page.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
        for where in (ADDRESS, f"{ADDRESS}?record=statements.0", "/", "/statements", "/actors"):
            visit.page.goto(where)
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= DESK["width"]
            assert visit.page.locator("article svg[onload], img, h1:has-text('Owned')").count() == 0
        assert dialogs == []
        assert visit.wrong == []
        assert visit.outside() == []
    next(server, None)


#: The views of a large ledger, with how many links each leads on by at least: rows, marks, bars, places.
LARGE = {
    "/": 30, "/events": 100, "/events?status=all&actor=RUS": 100, "/events?text=border": 0, "/statements": 100,
    "/calendar": 40, "/network": 20, "/map": 8, "/actors": 30, "/actors/RUS": 30, "/dyad?a=USA&b=RUS": 30,
    "/positions": 50, "/assessments": 50, "/figures": 50, "/articles": 20, "/sources": 5, "/search?text=minister": 0,
    "/articles/gen-0000003": 50, "/about": 1, "/api": 1,
}  # fmt: skip


def test_every_view_of_a_large_ledger_is_whole_in_both_sizes(browser: Any, page_of_many: str) -> None:
    with Visit(browser, page_of_many) as visit:
        page = visit.page
        for path, links in LARGE.items():
            for size in (DESK, PHONE):
                page.set_viewport_size(size)
                answer = page.goto(path)
                assert answer.status == 200, path
                assert page.locator("main a").count() >= links, path
                assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path
        page.set_viewport_size(DESK)
        page.goto("/events")
        first = page.locator("tbody .words a").first.get_attribute("href")
        page.locator("a[rel=next]").click()
        page.wait_for_url("**after=**")
        assert page.locator("tbody .words a").first.get_attribute("href") != first
        page.goto("/")
        page.locator(".rows .words a").first.click()
        page.wait_for_selector("#why.chosen")
        assert page.locator("#why h3").first.inner_text() == "Because"
        assert visit.wrong == []
        assert visit.outside() == []


def test_no_view_of_a_large_ledger_has_a_barrier(browser: Any, page_of_many: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with Visit(browser, page_of_many, bypass_csp=True) as visit:
        for path in ("/network", "/map", "/dyad?a=USA&b=RUS"):  # what is drawn of many rows
            visit.page.goto(path)
            found = axe.run(visit.page, options=ONLY_VIOLATIONS).response["violations"]
            assert [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found] == [], path
