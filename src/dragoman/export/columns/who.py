"""The columns of actors, places and articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.export import rights
from dragoman.export.columns.column import BECAUSE, At, Column, plain_fields, sentence_column

A = "Actor"
ACTORS: tuple[Column, ...] = (
    *plain_fields(
        ("name", "text", "name"),
        ("kind", "code", "person, state, agency, organisation, armed_group …"),
        ("country", "code", "ISO 3166-1 alpha-3"),
        ("code", "code", "CAMEO actor code"),
        ("aliases", "texts", "other names in this article"),
        ("roles", "roles", "offices that the text gives"),
        ("members", "texts", "ids of the members of a group"),
        of=A,
    ),
    Column("mentions", "integer", "how often the article mentions it", "Actor.mentions",
           lambda at: len(at.record.mentions)),
    Column("mention_spans", "spans", "where", "Actor.mentions", lambda at: tuple(m.span for m in at.record.mentions)),
    BECAUSE,
)  # fmt: skip

P = "Place"
PLACES: tuple[Column, ...] = (
    *plain_fields(
        ("name", "text", "name of the place"),
        ("role", "code", "location, metonym (stands for a government) or demonym; only a location locates"),
        ("country", "code", "ISO 3166-1 alpha-3"),
        ("lat", "number", "degrees north, WGS 84"),
        ("lon", "number", "degrees east, WGS 84"),
        ("precision", "code", "point, city, region, country, line or unknown"),
        ("geonameid", "integer", "id in GeoNames"),
        ("span", "span", "where it is named"),
        of=P,
    ),
    sentence_column(lambda place: (place.span,), P),
    BECAUSE,
)  # fmt: skip


def _count(part: str) -> Callable[[At], Any]:
    return lambda at: len(getattr(at.scene.reading, part))


COUNTED = ("statements", "events", "positions", "assessments", "figures", "meetings", "actors", "places")
ARTICLES: tuple[Column, ...] = (
    *plain_fields(("language", "code", "ISO 639 code"), of="Article"),
    Column("characters", "integer", "code points of the text", "Article.text", lambda at: len(at.scene.text)),
    Column("text", "words", "the whole text; only with --text full", "Article.text",
           lambda at: rights.whole(at.scene, at.order.text)),
    *(Column(part, "integer", f"how many {part} the record has, of every status", f"Reading.{part}", _count(part))
      for part in COUNTED),
)  # fmt: skip
