"""The checker finds what is wrong, says where, and finds nothing wrong in our own tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.lexicon import check
from dragoman.lexicon.load import load_lexicon
from dragoman.lexicon.tables import SPECS

COLUMNS = {spec.path: spec.columns for spec in SPECS}


def folder_with(root: Path, path: str, **cells: str) -> Path:
    """A user's folder with one table of one row; columns not named are empty."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    columns = COLUMNS[path]
    row = "\t".join(cells.get(column, "") for column in columns)
    file.write_text("\t".join(columns) + "\n" + row + "\n", encoding="utf-8")
    return root


def test_our_tables_have_no_problems() -> None:
    assert [str(problem) for problem in check.find_problems(load_lexicon())] == []
    assert check.broken_files() == ()
    assert check.main([]) == 0


PARTY = {"kind": "organisation", "code": "NORPTY", "country": "NOR", "name": "Party of the Fjords"}

WRONG = [
    ("actors/states.tsv", {"iso3": "XAA", "name": "Laputa", "lat": "0", "lon": "0"}, "capital: Laputa has none"),
    ("actors/states.tsv", {"iso3": "XAB", "name": "Lilliput", "capital": "Mildendo", "lat": "95", "lon": "0"}, "lat:"),
    ("actors/states.tsv", {"iso3": "XAC", "name": "Blefuscu", "capital": "B", "lat": "0", "lon": "east"}, "lon:"),
    ("actors/organisations.tsv", PARTY | {"country": "NRW"}, "country: NRW"),
    ("actors/organisations.tsv", PARTY | {"code": "NORPT"}, "blocks of three capitals"),
    ("actors/organisations.tsv", PARTY | {"kind": "agency", "country": "SWE"}, "begins with another state than SWE"),
    ("actors/organisations.tsv", PARTY | {"kind": "club"}, "kind: 'club'"),
    ("actors/organisations.tsv", PARTY | {"members": "Nobody"}, "members: Nobody"),
    ("actors/organisations.tsv", PARTY | {"aliases": "PF|PF"}, "aliases: PF stands twice"),
    ("actors/organisations.tsv", PARTY | {"aliases": "PF||PFF"}, "an empty value between bars"),
    ("actors/armed_groups.tsv", PARTY | {"name": "UN", "code": "NORREB"}, "names UN here and United Nations"),
    ("actors/agents.tsv", {"noun": "troll", "kind": "person", "sector": "XYZ", "capacity": "private"}, "sector: 'XYZ'"),
    ("actors/offices.tsv", {"title": "archmage", "sector": "GOV", "level": "high"}, "level: 'high'"),
    ("actors/offices.tsv", {"title": "high king", "aliases": "king", "sector": "GOV", "level": "senior",
                            "capacity": "official"}, "this one is dead"),
    ("ontology/cameo.tsv", {"code": "999", "plover": "CONSULT", "mode": "riot"}, "CONSULT has no mode riot"),
    ("ontology/cameo.tsv", {"code": "998", "plover": "AID", "contexts": "weather"}, "there is no weather"),
    ("en/triggers.tsv", {"trigger": "frobnicate", "pos": "verb", "frame": "subj>obj", "plover": "AID", "cameo": "777"},
     "there is no code '777'"),
    ("en/triggers.tsv", {"trigger": "hold talk,negotiation", "pos": "verb", "frame": "subj<>with", "plover": "CONSULT",
                         "cameo": "046"}, "never tried"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "cells", "expected"), WRONG)
def test_a_wrong_row_is_named_with_its_file_and_line(
    tmp_path: Path, path: str, cells: dict[str, str], expected: str
) -> None:
    folder = folder_with(tmp_path, path, **cells)
    shown = [str(problem) for problem in check.find_problems(load_lexicon([folder]))]
    assert any(expected in line and line.startswith(f"{folder / path}:2: ") for line in shown), shown


def test_an_unknown_class_of_words_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    cells = {"trigger": "sign @nowhere", "pos": "verb", "frame": "subj>obj", "plover": "AID", "cameo": "070"}
    folder = folder_with(tmp_path, "en/triggers.tsv", **cells)
    shown = [str(problem) for problem in check.find_problems(load_lexicon([folder]))]
    assert any("no word class @nowhere" in line for line in shown), shown


def test_a_file_with_other_columns_is_a_problem_and_not_a_crash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors/states.tsv").write_text("iso3\tname\nXAA\tLaputa\n", encoding="utf-8")
    assert check.main([str(tmp_path)]) == 1
    assert "actors/states.tsv" in capsys.readouterr().out


def test_problems_are_printed_and_give_exit_status_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder_with(tmp_path, "actors/media.tsv", name="The Balnibarbi Times", kind="pamphlet")
    assert check.main([str(tmp_path)]) == 1
    assert "kind: 'pamphlet'" in capsys.readouterr().out
