"""The importer of PETRARCH dictionaries: their files in, a folder of tables out that lies over ours.

In: actor, agent, verb and discard files in the format of TABARI, PETRARCH and PETRARCH-2 (described in the manuals of
TABARI and PETRARCH). Out: `coding/*.tsv` (see `lexicon/tables.py`), and a `Report` of what was and was not read.
Codes are kept as their authors wrote them.

    convert(Given(actors=(Path("my.actors.txt"),)), Path("mine"), schemes=codes_of_schemes(lexicon))
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import LexiconError
from dragoman.lexicon.coding import SCHEMES
from dragoman.lexicon.load import Lexicon
from dragoman.lexicon.petrarch.actors import read_actors
from dragoman.lexicon.petrarch.agents import read_agents
from dragoman.lexicon.petrarch.discards import read_discards
from dragoman.lexicon.petrarch.lines import Source, Warned, open_source
from dragoman.lexicon.petrarch.verbs import read_verbs
from dragoman.lexicon.petrarch.write import Cells, Table, write_folder
from dragoman.lexicon.tables import SPECS

__all__ = ["Given", "Report", "codes_of_schemes", "convert"]

Reader = Callable[[Source], Iterator[tuple[str, Cells]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The files of a user, by kind; `scheme` is that of the codes of the verbs: cameo, weis, or "" for their own.

    None leaves it to the codes themselves: a scheme's where nine of ten different ones are codes of it.
    """

    actors: tuple[Path, ...] = ()
    agents: tuple[Path, ...] = ()
    verbs: tuple[Path, ...] = ()
    discards: tuple[Path, ...] = ()
    scheme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was read: rows by table, the codes' scheme, and a warning for every line that was not read as it stands."""

    rows: dict[str, int]
    scheme: str
    warnings: tuple[Warned, ...]


def convert(given: Given, folder: Path, *, schemes: Mapping[str, frozenset[str]], replace: bool = False) -> Report:
    """Read the files and write the folder's coding tables; `schemes` are the codes of each scheme that is known.

    LexiconError where a file cannot be opened, or where the folder has coding tables and `replace` is false.
    """
    tables: dict[str, Table] = {s.name: Table(s) for s in SPECS if s.path.startswith("coding/")}
    warnings: list[Warned] = []
    kinds: tuple[tuple[tuple[Path, ...], Reader], ...] = (
        (given.actors, read_actors),
        (given.agents, read_agents),
        (given.verbs, read_verbs),
        (given.discards, read_discards),
    )
    for paths, reader in kinds:
        for path in paths:
            source = open_source(path)
            for table, cells in reader(source):
                first = tables[table].add(cells)
                if first is not None:
                    source.warn(int(cells["origin"].rpartition(":")[2].partition("+")[0]), f"stands in {first} already")
            warnings.extend(source.warnings)
    scheme = given.scheme if given.scheme is not None else _scheme(tables, schemes)
    for name in ("coded_verbs", "coded_patterns"):
        for row in tables[name].rows:
            row["scheme"] = scheme
    if not any(table.rows for table in tables.values()):
        raise LexiconError("nothing in these files could be read", hint="is each file given to its own option?")
    write_folder(folder, tables.values(), replace=replace)
    rows = {name: len(table.rows) for name, table in tables.items() if table.rows}
    return Report(rows=rows, scheme=scheme, warnings=tuple(warnings))


def codes_of_schemes(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The codes of each scheme that has a table."""
    return {scheme: frozenset(row["code"] for row in lexicon.rows(scheme)) for scheme in SCHEMES}


def _scheme(tables: dict[str, Table], schemes: Mapping[str, frozenset[str]]) -> str:
    """The first scheme of which at least nine of ten different codes are; "" where there is none."""
    codes = {
        part
        for name in ("coded_verbs", "coded_patterns")
        for row in tables[name].rows
        for part in row["code"].split(":")
        if part
    }
    for name, known in schemes.items():
        if codes and sum(code in known for code in codes) * 10 >= len(codes) * 9:
            return name
    return ""
