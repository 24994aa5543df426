"""Trigger rows: what a row may say, and that broken rows are told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.extract.events.needs import CHECKS
from dragoman.lexicon.load import load_lexicon
from dragoman.lexicon.triggers import NEEDS, build

HEAD = "trigger\tpos\tframe\tplover\tmode\tcameo\tneeds\tblocks\tstatus\n"


def overlay(folder: Path, row: str) -> Path:
    target = folder / "en"
    target.mkdir()
    (target / "triggers.tsv").write_text(HEAD + row + "\n", encoding="utf-8")
    return folder


def test_every_code_of_a_row_is_a_code_of_the_table_and_of_its_type() -> None:
    lexicon = load_lexicon()
    index = build(lexicon)
    codes = {row["code"] for row in lexicon.rows("cameo")}
    unknown = [row.name for row in lexicon.rows("triggers") if row["cameo"] not in codes]
    assert unknown == []
    assert all(cameo in codes for cameo, _ in index.composed.values())


def test_every_mode_of_a_row_is_a_mode_of_its_type() -> None:
    lexicon = load_lexicon()
    modes = {(row["type"], row["mode"]) for row in lexicon.rows("modes")}
    wrong = [r.name for r in lexicon.rows("triggers") if r["mode"] and (r["plover"], r["mode"]) not in modes]
    assert wrong == []


@pytest.mark.parametrize(
    "row",
    [
        "frobnicate\tverb\tsubj\tASSAULT\t\t190\t\t\t",
        "frobnicate\tadverb\tsubj>obj\tASSAULT\t\t190\t\t\t",
        "frobnicate @nonsense\tverb\tsubj>obj\tASSAULT\t\t190\t\t\t",
        "frobnicate\tverb\tsubj>obj\tHUG\t\t190\t\t\t",
        "frobnicate\tverb\tsubj>obj\tASSAULT\t\t190\tsomehow\t\t",
    ],
)
def test_a_broken_row_stops_before_work_and_says_where(row: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as error:
        build(load_lexicon([overlay(tmp_path, row)]))
    assert "triggers.tsv:2" in str(error.value.where)


def test_a_row_of_the_user_is_read_beside_ours(tmp_path: Path) -> None:
    index = build(load_lexicon([overlay(tmp_path, "frobnicate\tverb\tsubj>obj\tASSAULT\t\t190\t\t\t")]))
    assert "frobnicate" in index.verbs
    assert "attack" in index.verbs


def test_every_condition_a_row_may_name_has_its_check() -> None:
    assert set(CHECKS) == NEEDS
