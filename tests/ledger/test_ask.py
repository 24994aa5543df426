"""Asking: each filter gives what a look through all records would give, in order, page by page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import LedgerError, UnknownName, UsageError
from dragoman.ledger import Found, Ledger, Writer, ask
from dragoman.ledger.filters import Filters, full_text, parse_near
from dragoman.ledger.places import distance
from dragoman.ledger.schema import KINDS
from dragoman.records import Actor
from tests.ledger.generate import fill
from tests.ledger.stories import AT, LATER, harbour


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    path = tmp_path_factory.mktemp("ask") / "t.ledger"
    fill(path, 900)
    return Ledger(path)


@pytest.fixture(scope="module")
def every(ledger: Ledger) -> list[Found]:
    return ledger.events(status="all")


def ids(found: list[Found]) -> list[str]:
    return [f.id for f in found]


RUS = {"RUS", "RUSGOV"}


@cache
def cast(ledger: Ledger, n: int) -> dict[str, Actor]:
    return {a.id: a for a in ledger.reading(n).actors}


def parties(ledger: Ledger, f: Found) -> tuple[list[Any], list[Any]]:
    record, actors = f.record, cast(ledger, f.article.n)
    return [actors[i] for i in record.source], [actors[i] for i in record.target]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({"actor": "RUS"}, lambda f, s, t: "RUS" in {a.country for a in s + t}),
        ({"actor": "RUSGOV"}, lambda f, s, t: "RUSGOV" in {a.code for a in s + t}),
        ({"actor": "russia"}, lambda f, s, t: "Russia" in {a.name for a in s + t}),
        ({"actor": "Minister"}, lambda f, s, t: any(a.name.startswith("Minister") for a in s + t)),
        ({"actor": ("FJI", "VNM")}, lambda f, s, t: {"FJI", "VNM"} & {a.country for a in s + t}),
        ({"by": "USA"}, lambda f, s, t: "USA" in {a.country for a in (s + t if f["reciprocal"] else s)}),
        ({"target": "USA"}, lambda f, s, t: "USA" in {a.country for a in (s + t if f["reciprocal"] else t)}),
        ({"by": "USA", "target": "RUS"},
            lambda f, s, t: ("USA", "RUS") in {(a.country, b.country) for a in s for b in t}
            or (f["reciprocal"] and {"USA", "RUS"} <= {a.country for a in s + t})),
        ({"type": "ASSAULT"}, lambda f, s, t: f.record.plover == "ASSAULT"),
        ({"type": ("ASSAULT", "AID")}, lambda f, s, t: f.record.plover in ("ASSAULT", "AID")),
        ({"cameo": "19"}, lambda f, s, t: f.record.cameo.startswith("19")),
        ({"since": "2000-01-02", "until": "2000-01-04"},
            lambda f, s, t: "2000-01-02" <= f.record.begin <= "2000-01-04"),
        ({"until": "1999"}, lambda f, s, t: f.record.begin < "2000"),
        ({"place": "bogota"}, lambda f, s, t: f["place"] == "Bogotá"),
        ({"place": "KEN"}, lambda f, s, t: f["country"] == "KEN"),
        ({"near": (47.0, 8.0, 300)}, lambda f, s, t: distance(f["lat"], f["lon"], 47.0, 8.0) <= 300),
        ({"near": (-18, -179.9, 400)}, lambda f, s, t: f["place"] == "Suva"),
        ({"near": (0, 0, 15000)}, lambda f, s, t: distance(f["lat"], f["lon"], 0, 0) <= 15000),
        ({"source": "Harbour Wire"}, lambda f, s, t: f.article.outlet == "Harbour Wire"),
        ({"source": "wire"}, lambda f, s, t: f.article.outlet == "Harbour Wire"),
        ({"text": "threatens"}, lambda f, s, t: "threaten" in f.words),
        ({"text": '"in Geneva over"'}, lambda f, s, t: "in Geneva over" in f.words),
        ({"text": "geneva OR doha -iran"},
            lambda f, s, t: ("Geneva" in f.words or "Doha" in f.words) and "Iran" not in f.words),
        ({"article": "gen-0000003"}, lambda f, s, t: f.article.id == "gen-0000003"),
        ({"actor": "USA", "target": "RUS", "type": "CONSULT", "text": "oslo", "since": "2000-01-01"},
            lambda f, s, t: {"USA", "RUS"} <= {a.country for a in s + t}
            and f.record.plover == "CONSULT" and "Oslo" in f.words and f.day >= "2000"),
    ],
    ids=lambda value: repr(value) if isinstance(value, dict) else "",
)  # fmt: skip
@pytest.mark.parametrize("status", ["all", "denied"])
def test_a_filter_finds_what_a_look_through_all_finds(
    ledger: Ledger, every: list[Found], asked: dict[str, Any], wanted: Any, status: str
) -> None:
    expected = [f.id for f in every if wanted(f, *parties(ledger, f)) and status in ("all", f.record.status)]
    assert ids(ledger.events(status=status, **asked)) == expected
    assert ledger.count("events", status=status, **asked) == len(expected)
    if status == "all":
        assert expected


def test_events_are_those_that_happened_unless_others_are_asked_for(ledger: Ledger) -> None:
    assert {f["status"] for f in ledger.events()} == {"occurred", "ongoing"}
    assert len({f["status"] for f in ledger.events(status="all")}) == 7
    assert {f["status"] for f in ledger.events(actor="RUS", status=("denied", "scheduled"))} == {"denied", "scheduled"}


@pytest.mark.parametrize("asked", [{}, {"actor": "USA"}, {"text": "geneva"}, {"actor": "minister"}], ids=repr)
def test_pages_put_together_are_the_whole_in_order(ledger: Ledger, asked: dict[str, Any]) -> None:
    whole = ledger.events(**asked)
    assert [f.n for f in whole] == sorted((f.n for f in whole), reverse=True)
    assert [f.day for f in whole] == sorted((f.day for f in whole), reverse=True)
    for order, expected in (("newest", whole), ("oldest", whole[::-1])):
        by_offset, by_key, after = [], [], None
        for page in range(4):
            by_offset += ledger.events(limit=17, offset=17 * page, order=order, **asked)
            by_key += ledger.events(limit=17, after=after, order=order, **asked)
            after = by_key[-1].n
        assert ids(by_offset) == ids(by_key) == ids(expected)[:68]
        assert ids([*ledger.each("events", order=order, **asked)]) == ids(expected)


def test_postings_of_several_terms_are_merged_not_sorted(ledger: Ledger) -> None:
    sql, values = ask.page_of(
        ledger._db, "events", Filters.of("events", {"actor": "minister"}), oldest=False, limit=5, offset=0, after=None
    )
    plan = [row[3] for row in ledger.sql(f"EXPLAIN QUERY PLAN {sql}", tuple(values))]
    assert any("MERGE" in step for step in plan)
    assert not any("TEMP B-TREE" in step for step in plan)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_answers_by_actor_outlet_and_words(ledger: Ledger, kind: str) -> None:
    every = {} if kind != "events" else {"status": "all"}
    assert 0 < ledger.count(kind, source="Plains Gazette", **every) < ledger.count(kind, **every)
    word = ledger.find(kind, limit=1, **every)[0].words.split()[:1] or ["Russia"]
    assert ledger.find(kind, text=word[0], limit=3, **every)
    if kind not in ("articles", "figures"):
        assert 0 < ledger.count(kind, actor="RUS", **every) < ledger.count(kind, **every)


def test_actors_are_found_by_words_of_any_of_their_names(tmp_path: Path) -> None:
    with Writer(tmp_path / "t.ledger") as writer:
        writer.add(harbour(), at=AT)
    with Ledger(tmp_path / "t.ledger") as ledger:
        assert [a["name"] for a in ledger.actors(actor="Lyu")] == ["Hanna Lyu"]
        assert [e["sources"] for e in ledger.events(by="MOSCOW")] == ["Russia"]
        assert ledger.statements(actor="UKRGOV")[0]["speaker"] == "Hanna Lyu"
        assert ledger.events()[0]["voice"] == "Hanna Lyu"


def test_nothing_of_the_kind_is_an_empty_answer(ledger: Ledger) -> None:
    assert ledger.events(actor="Atlantis") == ledger.events(place="Lilliput") == ledger.events(as_of="1999") == []


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("events", {"type": "ASSALT"}), ("events", {"status": "done"}), ("events", {"colour": "red"}),
        ("events", {"issue": "gas"}), ("meetings", {"type": "CONSULT"}), ("events", {"since": "yesterday"}),
        ("events", {"until": "2022-13"}), ("events", {"as_of": "soon"}), ("events", {"near": (91, 0, 5)}),
        ("events", {"text": "!? -"}), ("events", {"text": ""}), ("events", {"order": "random"}),
        ("events", {"limit": -1}), ("events", {"verdict": "maybe"}), ("rumours", {}),
    ],
    ids=repr,
)  # fmt: skip
def test_what_cannot_be_asked_is_said(ledger: Ledger, kind: str, asked: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        ledger.find(kind, **asked)


def test_a_mistyped_name_is_answered_with_the_nearest(ledger: Ledger) -> None:
    with pytest.raises(UnknownName, match="did you mean 'ASSAULT'"):
        ledger.events(type="ASSALT")


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(blacklist_categories=()), max_size=40) | st.sampled_from(
    ['"', '""', 'a"b', "NEAR(a, b)", "a AND", "OR OR", "x OR", "-a", "words:a", 
    "*", "a*b*", "(", "{a}:b", "^a", "+", "\x00",
]
))  # fmt: skip
def test_no_text_is_a_wrong_query(ledger: Ledger, text: str) -> None:
    for kind in ("events", "articles"):
        try:
            found = ledger.find(kind, text=text, limit=2)
        except UsageError as error:
            found = None
            said = str(error)
        assert len(found) <= 2 if found is not None else "no word to look for" in said


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("troops border", '"troops" AND "border"'),
        ('"near the border" -drill', '("near the border") NOT ("drill")'),
        ("sanction* OR embargo", '("sanction"* OR "embargo")'),
        ("U.S.-led", '"U S led"'),
        ('say "open', '"say" AND "open"'),
    ],
)
def test_words_of_a_user_become_a_query(text: str, query: str) -> None:
    assert full_text(text) == query


def test_a_place_and_distance_are_written_with_commas() -> None:
    assert parse_near("50.45,30.52,100") == (50.45, 30.52, 100.0)
    with pytest.raises(UsageError):
        parse_near("Kyiv,100")


def test_a_ledger_as_it_was_known_then(tmp_path: Path) -> None:
    with Writer(tmp_path / "t.ledger") as writer:
        writer.add(harbour(12), at=AT)
        writer.add(harbour(14), at=LATER)
    with Ledger(tmp_path / "t.ledger") as ledger:
        for as_of, expected in (
            (None, [14]),
            ("2022-01-10", [12]),
            (AT, [12]),
            ("2022-01-11T13:00+01:00", [14]),
            ("2021", []),
        ):
            assert [f["low"] for f in ledger.figures(as_of=as_of)] == expected, as_of
            if expected:
                assert ledger.reading(harbour(14).article.id, as_of=as_of).figures[0].quantity.low == expected[0]


def test_an_id_or_its_beginning_names_a_record(ledger: Ledger, every: list[Found]) -> None:
    assert ledger.record(every[0].id) == every[0]
    assert ledger.record(every[0].id[:14]).id == every[0].id
    with pytest.raises(LedgerError, match="may be"):
        ledger.record("evt-")
    with pytest.raises(LedgerError, match="no record"):
        ledger.record("nothing")
    assert ledger.record("gen-0000001").part == "articles"


@pytest.mark.parametrize("library", ["to_arrow", "to_pandas", "to_polars"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_is_a_table_for_others(ledger: Ledger, library: str, kind: str) -> None:
    table = ledger.table(kind, limit=7)
    frame = getattr(table, library)()
    names = frame.column_names if library == "to_arrow" else list(frame.columns)
    assert names == list(table.columns)
    assert len(table) == frame.shape[0] == len(ledger.find(kind, limit=7))


def test_a_table_crosses_to_any_library_by_the_arrow_stream(ledger: Ledger) -> None:
    import polars

    frame = polars.DataFrame(ledger.table("events", actor="RUS", limit=5))
    assert frame["id"].to_list() == ids(ledger.events(actor="RUS", limit=5))


def test_a_missing_library_is_named_with_its_extra(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from dragoman.errors import MissingPart

    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingPart, match=r"dragoman\[tables\]"):
        ledger.table("events", limit=1).to_polars()
