"""Tables of words that cannot be read cost the views that need them, and no others; the page says which table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.web.app import application
from dragoman.web.desk import Desk
from tests.web.conftest import BASE, TestClient

ARTICLE = "art-5777a388af49558a"


@pytest.fixture(scope="module")
def broken(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A page whose own table of rules lacks a column."""
    folder = tmp_path_factory.mktemp("tables")
    (folder / "rules.tsv").write_text("rule\tmodule\tmeaning\nspeaker.only\n", encoding="utf-8")
    desk = Desk(str(examples), lexicon=(folder,))
    with TestClient(application(desk), base_url=BASE, raise_server_exceptions=False) as client:
        yield client
    desk.close()


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_an_article_with_broken_tables_is_a_problem_that_names_the_table(broken: TestClient, accept: str) -> None:
    answer = broken.get(f"/articles/{ARTICLE}", headers={"Accept": accept})
    assert answer.status_code == 503
    assert "rules.tsv" in answer.text
    assert "lexicon check" in answer.text
    assert answer.headers["content-type"].startswith("text/html" if "html" in accept else "application/problem+json")


@pytest.mark.parametrize("path", ["/", "/events", "/statements", "/calendar", f"/articles/{ARTICLE}.json"])
def test_views_that_need_no_table_still_answer(broken: TestClient, path: str) -> None:
    assert broken.get(path, headers={"Accept": "text/html"}).status_code == 200
