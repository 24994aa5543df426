"""One module a view: it reads the question, asks the desk, renders. `PAGES` is what there is, in order."""

from __future__ import annotations

from dragoman.web.page import Page
from dragoman.web.pages import about, actors, article, calendar, dyad, listings, maps, situation, sources

PAGES: tuple[Page, ...] = (
    *situation.PAGES, *article.PAGES, *listings.PAGES, *calendar.PAGES, *maps.PAGES, *actors.PAGES, *dyad.PAGES,
    *sources.PAGES, *about.PAGES,
)  # fmt: skip
