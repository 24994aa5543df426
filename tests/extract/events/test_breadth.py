"""The trigger rows name the acts of the world: hundreds of plain sentences, and what share of each type is found."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from dragoman.interpret import interpret_all
from dragoman.records import Reading, Source
from tests.factory import PLAIN, kit

ROWS = Path(__file__).with_name("acts.tsv")
#: Shares measured when the rows were written, less what one sentence in ten may lose when a neighbour is mended.
FOUND, QUIET = 0.80, 0.90
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


@cache
def outcomes() -> dict[str, list[tuple[bool, str]]]:
    """For each type its sentences, and whether an act of that type was found (for NONE: whether nothing was)."""
    lines = [line for line in ROWS.read_text(encoding="utf-8").splitlines()[2:] if line]
    rows = [line.split("\t") for line in lines]
    sources = [
        Source(name=str(number), text=sentence, published="2022-01-10", published_basis="given")
        for number, (_, sentence) in enumerate(rows)
    ]
    found: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for (kind, sentence), reading in zip(rows, interpret_all(sources, kit(), PLAIN), strict=True):
        assert isinstance(reading, Reading)
        types = {event.plover for event in reading.events}
        first, *others = kind.split("|")
        found[first].append((not types if first == "NONE" else not types.isdisjoint((first, *others)), sentence))
    return found


@pytest.mark.parametrize("kind", TYPES)
def test_acts_of_every_type_are_found_in_plain_sentences(kind: str) -> None:
    results = outcomes()[kind]
    missed = [sentence for right, sentence in results if not right]
    assert len(results) >= 18
    assert 1 - len(missed) / len(results) >= FOUND, missed


def test_sentences_without_an_act_stay_quiet() -> None:
    results = outcomes()["NONE"]
    loud = [sentence for right, sentence in results if not right]
    assert 1 - len(loud) / len(results) >= QUIET, loud
