"""Readings by hand for the ledger's tests: one article in two versions, and what a stranger may put into one."""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Actor, Article, Block, Event, Figure, Mention, Place, Quantity, Reading, Span, Statement
from dragoman.records.ids import content_id, text_digest

AT = "2022-01-10T12:00:00Z"
LATER = "2022-01-11T12:00:00Z"
URL = "https://courier.example/harbour"


def article_of(text: str, *, id: str | None = None, **fields: str | None) -> Article:
    values = {"source": "The Lakeside Courier", "url": URL, "published": "2022-01-10", "title": "Harbour"} | fields
    return Article(
        id=id or content_id("article", text), text=text, sha256=text_digest(text), published_basis="given", **values
    )  # type: ignore[arg-type]


def harbour(dead: int = 12, *, status: str = "occurred", **fields: str | None) -> Reading:
    """Russia shelled a harbour, and so many died; Odesa's mayor says so."""
    text = f"Russia shelled the harbour of Odesa on Monday, killing {dead} people, Mayor Hanna Lyu said."
    article = article_of(text, **fields)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    russia = Actor(
        id=content_id("actor", article.id, "RUS"), name="Russia", kind="state", country="RUS", code="RUS",
        aliases=("Moscow",), mentions=(Mention(span=span("Russia"), form="name"),), because=("states:RUS",),
    )  # fmt: skip
    mayor = Actor(
        id=content_id("actor", article.id, "lyu"), name="Hanna Lyu", kind="person", country="UKR", code="UKRGOV",
        mentions=(Mention(span=span("Hanna Lyu"), form="name"),),
    )  # fmt: skip
    said = Statement(
        id=content_id("statement", article.id, "said"), kind="indirect", form="statement", speaker=mayor.id,
        capacity="official", cue=(span("said"),), content=(span(text[: text.index(", Mayor")]),),
    )  # fmt: skip
    event = Event(
        id=content_id("event", article.id, 7, "ASSAULT", status), source=(russia.id,), plover="ASSAULT", mode="heavy",
        cameo="194", quad=4, goldstein=-10.0, status=status, begin="2022-01-10", end="2022-01-10", place=0,
        source_code="RUS", trigger=span("shelled"), evidence=(span(text[: text.index(", killing")]),), said_in=said.id,
        because=("triggers:shell/verb",),
    )  # type: ignore[arg-type]  # fmt: skip
    figure = Figure(
        id=content_id("figure", article.id, text.index(str(dead))), span=span(f"{dead} people"),
        quantity=Quantity(low=float(dead), high=float(dead)), unit="people", what="killed", said_in=said.id,
    )  # fmt: skip
    place = Place(span=span("Odesa"), name="Odesa", country="UKR", lat=46.4775, lon=30.7326, precision="city")
    return Reading(
        article=article, blocks=(Block(kind="body", span=Span(0, len(text))),), actors=(russia, mayor), places=(place,),
        statements=(said,), events=(event,), figures=(figure,),
    )  # fmt: skip


def named(reading: Reading, name: str) -> Reading:
    """The same reading, its first actor called otherwise."""
    return replace(reading, actors=(replace(reading.actors[0], name=name), *reading.actors[1:]))
