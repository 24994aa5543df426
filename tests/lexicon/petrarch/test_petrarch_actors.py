"""Actors: every way in which their files write codes, synonyms and days."""

from __future__ import annotations

import pytest

from dragoman.lexicon.petrarch.actors import read_actors
from dragoman.lexicon.petrarch.lines import source_of

WRITTEN = [
    ("VELDANIA [VEL]", ["VELDANIA VEL  "]),
    ("veldania  [VEL]", ["VELDANIA VEL  "]),
    ("VELDANIA\n\t[VEL]", ["VELDANIA VEL  "]),
    ("VELDANIA [VEL]\n+PORT_ELDRIDGE\n", ["VELDANIA VEL  ", "PORT_ELDRIDGE VEL  "]),
    ("COUNCIL\n+THE_COUNCIL\n\t[IGOHRB]", ["COUNCIL IGOHRB  ", "THE_COUNCIL IGOHRB  "]),
    ("ORR [VEL]\n\t[VELGOV < 20310430]", ["ORR VELGOV  2031-04-30", "ORR VEL  "]),
    ("ORR\n\t[VELGOV <310430]\n\t[VELOPP>310501]", ["ORR VELGOV  2031-04-30", "ORR VELOPP 2031-05-01 "]),
    ("ORR\n\t[VELGOV 310101 - 310430]", ["ORR VELGOV 2031-01-01 2031-04-30"]),
    ("ORR\n\t[VELGOV 20310101-20310430]", ["ORR VELGOV 2031-01-01 2031-04-30"]),
    ("ORR [VELGOV <310430] [VELOPP >310501]", ["ORR VELGOV  2031-04-30", "ORR VELOPP 2031-05-01 "]),
    ("PARTY [---]", ["PARTY   "]),
    ("PARTY\n\t[--- <310430]\n\t[VEL]", ["PARTY   2031-04-30", "PARTY VEL  "]),
    ("THREE_CROWNS [VEL/MRW]", ["THREE_CROWNS VEL/MRW  "]),
]


@pytest.mark.parametrize(("text", "rows"), WRITTEN)
def test_an_actor_has_the_codes_of_its_lines(text: str, rows: list[str]) -> None:
    source = source_of(text, "f")
    found = [f"{c['phrase']} {c['code']} {c['from']} {c['to']}" for _, c in read_actors(source)]
    assert found == rows
    assert source.warnings == []


def test_a_row_tells_the_line_of_its_name_and_that_of_its_code() -> None:
    rows = [cells["origin"] for _, cells in read_actors(source_of("ORR [VEL]\n+T_ORR\n\t[VELGOV <310430]", "a.txt"))]
    assert rows == ["a.txt:1+3", "a.txt:1", "a.txt:2+3", "a.txt:2+1"]


STRANGE = [
    ("VELDANIA", "f:1: VELDANIA has no code: known, and codes nothing"),
    ("\t[VEL]", "f:1: a code without an actor above it"),
    ("+PORT_ELDRIDGE [VEL]", "f:1: another name without an actor above it"),
    ("ORR [VEL]\n\t[VELGOV <318930]", "f:2: [VELGOV <318930] cannot be read: the code is left out"),
    ("ORR [VEL]\n\t[VELGOV 310430-310101]", "f:2: [VELGOV 310430-310101] cannot be read: the code is left out"),
    ("ORR [VEL]\n\t[310101-310430]", "f:2: [310101-310430] cannot be read: the code is left out"),
    ("ORR [VEL", "f:1: a bracket is not closed: the code is left out"),
]


@pytest.mark.parametrize(("text", "warning"), STRANGE)
def test_what_cannot_be_read_is_named_with_its_line(text: str, warning: str) -> None:
    source = source_of(text, "f")
    list(read_actors(source))
    assert warning in [str(w) for w in source.warnings]
