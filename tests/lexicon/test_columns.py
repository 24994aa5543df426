"""No column of a table is there for nothing: the reader or an export looks at it, or it is a note for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from dragoman import interpret
from dragoman.clean.blocks import clean_source
from dragoman.lexicon import formats
from dragoman.lexicon.load import Lexicon, load_lexicon
from dragoman.lexicon.tables import SPECS, TableSpec
from dragoman.records import Source
from tests.factory import PLAIN, kit

#: Columns that tell people where a row is from or what it means, and change no reading.
NOTES = {
    "armed_groups": {"community"}, "attachment": {"note"}, "bodies": {"capacity"}, "contexts": {"meaning"},
    "countries": {"continent"}, "country_codes": {"source"}, "holidays": {"meaning"},
    "office_holders": {"precision", "source"}, "organisations": {"source"}, "plover": {"meaning", "modes", "recipient"},
    "sectors": {"meaning"}, "separators": {"from"}, "states": {"source"}, "time_grammar": {"example"},
    "zones": {"meaning"},
}  # fmt: skip
#: Tables that reading does not look into: `dragoman why` shows the rules, `python -m bench breadth` counts without the
#: verbs of no act, and WEIS is asked where a user's own codes are of it. (The tables under coding/ are empty with us.)
ELSEWHERE = frozenset({"rules", "no_acts", "weis"})
REPORT = """\
Ministers wait in Geneva

Published 11 January 2022 09:15 GMT

GENEVA, Jan 11 (Reuters) - A third round of talks is likely to fail, the minister told a television channel in Geneva.

Thousands of troops had left by dawn, she said in a tweet. "We will almost certainly not accept it," she said.

"We will wait," she said at a meeting with the Norwegian foreign minister.
"""


class Recording(Mapping[str, str]):
    """The cells of a row, which note the columns that are looked at."""

    def __init__(self, cells: Mapping[str, str], seen: set[str]) -> None:
        self._cells, self._seen = cells, seen

    def __getitem__(self, column: str) -> str:
        self._seen.add(column)
        return self._cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)


@pytest.fixture(scope="module")
def looked_at() -> dict[str, set[str]]:
    """Table -> the columns that are looked at while the indexes are built and a report is read."""
    seen: dict[str, set[str]] = {spec.name: set() for spec in SPECS}
    loaded = load_lexicon()
    tables = {
        name: tuple(replace(row, values=Recording(row.values, seen[name])) for row in rows)
        for name, rows in loaded.tables.items()
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(interpret, "load_lexicon", lambda folders: Lexicon(tables, loaded.digest))
        watched = interpret.open_kit(PLAIN, parser=kit().parser)
    formats.build(watched.lexicon)
    source = Source(name="test", text=REPORT, published=None, published_basis="unknown")
    article = clean_source(source, watched, PLAIN)
    interpret.interpret(next(watched.parser.parse([article], batch_size=64)), watched)
    return seen


@pytest.mark.parametrize(
    "spec", [s for s in SPECS if s.name not in ELSEWHERE and "coding/" not in s.path], ids=lambda s: s.name
)
def test_every_column_is_looked_at_or_a_note(spec: TableSpec, looked_at: dict[str, set[str]]) -> None:
    unused = set(spec.columns) - set(spec.key) - looked_at[spec.name]
    assert unused == NOTES.get(spec.name, set())
