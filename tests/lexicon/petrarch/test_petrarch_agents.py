"""Agents: codes on either side of the actor's, plurals, and words that stand in for marks."""

from __future__ import annotations

import pytest

from dragoman.lexicon.petrarch.agents import read_agents
from dragoman.lexicon.petrarch.lines import source_of

WRITTEN = [
    ("MARINE [~MIL]", ["MARINE||~MIL"]),
    ("RELIEF_GUILD [NGO~]", ["RELIEF_GUILD||NGO~"]),
    ("WATCH {} [ ~WTC]", ["WATCH|-|~WTC"]),
    ("SEA_CHIEF {CHIEFS_OF_SEA} [~MIL]", ["SEA_CHIEF|CHIEFS_OF_SEA|~MIL"]),
    ("!P! = MAN, WIFE\nFISHER!P! [~LAB]", ["FISHERMAN||~LAB", "FISHERWIFE||~LAB"]),
    ("!M! = WARDEN, WARDS\n!M!_OF_TIDES [~GOV]", ["WARDEN_OF_TIDES||~GOV", "WARDS_OF_TIDES||~GOV"]),
]


@pytest.mark.parametrize(("text", "rows"), WRITTEN)
def test_an_agent_has_its_plural_and_its_part_of_the_code(text: str, rows: list[str]) -> None:
    source = source_of(text, "f")
    assert [f"{c['phrase']}|{c['plural']}|{c['code']}" for _, c in read_agents(source)] == rows
    assert source.warnings == []


STRANGE = [
    ("MARINE", "f:1: no code: the agent is left out"),
    ("MARINE [MIL]", "f:1: [MIL] has no ~: taken as ~MIL"),
    ("FISHER!P! [~LAB]", "f:1: there is no set !P!: the agent is left out"),
    (f"!P! = {','.join(f'A{n}' for n in range(30))}\n!P!_!P! [~LAB]",
     "f:2: stands for more than 400 phrases: the rest is left out"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "warning"), STRANGE)
def test_what_cannot_be_read_is_named_with_its_line(text: str, warning: str) -> None:
    source = source_of(text, "f")
    list(read_agents(source))
    assert [str(w) for w in source.warnings] == [warning]
