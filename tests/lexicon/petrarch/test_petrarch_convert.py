"""The importer writes a folder that loads and checks, and says what it made of the files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import LexiconError
from dragoman.lexicon import coding
from dragoman.lexicon.check import every_problem
from dragoman.lexicon.load import Lexicon, load_lexicon, read_rows
from dragoman.lexicon.tables import SPECS
from tests.dictionaries import ACTORS, AGENTS, DISCARDS, VERBS, imported


def test_the_folder_loads_and_has_no_problem(tmp_path: Path) -> None:
    folder, report = imported(tmp_path, actors=ACTORS, agents=AGENTS, verbs=VERBS, discards=DISCARDS)
    assert report.warnings == ()
    assert report.rows == {
        "coded_actors": 10, "coded_agents": 9, "coded_verbs": 12, "coded_patterns": 15, "coded_synonyms": 8,
        "coded_discards": 2,
    }  # fmt: skip
    assert [str(p) for p in every_problem([folder])] == []
    line = VERBS.splitlines().index("- * CUTTER [C1]") + 1
    row = load_lexicon([folder]).find(f"coded_patterns:* CUTTER/verbs.txt:{line}")
    assert row is not None
    assert row["code"] == "C1"


def test_codes_tell_their_scheme_and_a_user_may_say_it(tmp_path: Path) -> None:
    verbs = "--- TOW [171] ---\nTOW\n--- PARLEY [040:040] ---\nPARLEY\n- * ENVOY [042]"
    assert imported(tmp_path / "a", verbs=verbs)[1].scheme == "cameo"
    assert imported(tmp_path / "b", verbs=verbs, scheme="")[1].scheme == ""
    assert imported(tmp_path / "c", verbs=verbs.replace("171", "T3"))[1].scheme == ""
    weis = (
        "--- POUND [223] ---\nPOUND\n--- PARLEY [031:031] ---\nPARLEY\n- * TWICE [032]\n- * SOON [054]\n- NOT * [221]"
    )
    assert imported(tmp_path / "d", verbs=weis)[1].scheme == "weis"


def test_an_entry_that_stands_twice_is_told_once(tmp_path: Path) -> None:
    _, report = imported(tmp_path, discards="LOTTERY\nREGATTA\nLOTTERY")
    assert [str(w) for w in report.warnings] == ["discards.txt:3: stands in discards.txt:1 already"]
    assert report.rows == {"coded_discards": 2}


def test_a_folder_with_coding_tables_is_not_overwritten_unawares(tmp_path: Path) -> None:
    imported(tmp_path, actors=ACTORS)
    with pytest.raises(LexiconError, match="has coding/coded_actors"):
        imported(tmp_path, actors=ACTORS)


def test_files_of_which_nothing_can_be_read_write_nothing(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="nothing in these files"):
        imported(tmp_path, verbs="# all is comment")
    assert not (tmp_path / "tables").exists()


PIECES = st.sampled_from(
    ["--- ", "- ", "&", "+", "*", "$", "%", "^", "~", "_", " ", "{", "}", "[", "]", ":", "\n", "\n--- A [1] ---\n",
     "\n- * B [2]\n", "\n&S\n+C\n", "&S", "AB", "-", "'S", "N'T", "|", "\t", "É"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_is_imported_can_be_loaded(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    try:
        tables, _ = imported(folder, actors=text, agents=text, verbs=text, discards=text)
    except LexiconError:
        assert not (folder / "tables").exists()
        return
    own = [s for s in SPECS if s.path.startswith("coding/") and (tables / s.path).is_file()]
    rows = {spec.name: tuple(read_rows(spec, tables / spec.path, spec.path)) for spec in own}
    built = coding.build(Lexicon(rows, ""))
    assert (built is None) == (set(rows) <= {"coded_patterns", "coded_synonyms"})
