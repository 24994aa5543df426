"""What a page says of its article beats what is guessed from it; broken JSON-LD says nothing."""

from __future__ import annotations

import json

import pytest

from dragoman.read.json_ld import Said, said_of_itself

ARTICLE = {
    "@type": "NewsArticle",
    "datePublished": "2024-03-05T09:30:00+01:00",
    "headline": "Envoys meet",
    "publisher": {"@type": "Organization", "name": "Harbour News"},
}
FOUND = Said("2024-03-05T09:30:00+01:00", "Envoys meet", "Harbour News")


def page(*values: object) -> str:
    scripts = "".join(f'<script type="application/ld+json">{v}</script>' for v in values)
    return f"<html><head>{scripts}</head></html>"


@pytest.mark.parametrize(
    "value",
    [ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebSite"}, ARTICLE]}, {**ARTICLE, "@type": ["Article", "NewsArticle"]}],
)
def test_an_article_is_found_wherever_the_page_puts_it(value: object) -> None:
    assert said_of_itself(page(json.dumps(value))) == FOUND


@pytest.mark.parametrize(
    "text",
    [
        "{broken",
        "[" * 100_000,
        json.dumps({"@type": "WebSite", "datePublished": "2024-01-01"}),
        json.dumps({"@type": "NewsArticle", "datePublished": 7}),
        "",
    ],
)
def test_broken_or_other_json_ld_says_nothing(text: str) -> None:
    assert said_of_itself(page(text)) == Said()


def test_the_first_sound_script_counts() -> None:
    assert said_of_itself(page("{broken", json.dumps(ARTICLE))) == FOUND
    assert said_of_itself('<script type="application/ld+json">' + json.dumps(ARTICLE)) == Said()
