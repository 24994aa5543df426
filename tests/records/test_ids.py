"""Ids come from the content alone; the pinned ones must never change (a ledger holds them)."""

from __future__ import annotations

import pytest

from dragoman.records.ids import content_id, text_digest

PINNED = [
    (("article", "A short text."), "art-b6b5dd3760227330"),
    (("event", "art-1", "CONSULT", (3, 9)), "evt-3ec8cbceb4c8786e"),
    (("actor", "art-1", None), "act-deeb96a5c3cad6f9"),
]


@pytest.mark.parametrize(("fields", "expected"), PINNED)
def test_pinned_ids_never_change(fields: tuple[object, ...], expected: str) -> None:
    assert content_id(str(fields[0]), *fields[1:]) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [(("1",), (1,)), (("a", "b"), ("ab",)), ((None,), ("None",)), (("a", ("b",)), ("a", "b"))],
)
def test_different_fields_never_share_an_id(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert content_id("event", *one) != content_id("event", *other)


def test_lone_surrogates_have_a_digest() -> None:
    assert text_digest("\ud800") != text_digest("\ud801")
    assert content_id("article", "\ud800").startswith("art-")
