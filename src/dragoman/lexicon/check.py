"""What is wrong in the tables: `python -m dragoman.lexicon.check` prints `file:line: problem`, exit status 1 if any.

In: the lexicon (ours, and the folders a user lays over it). Out: problems, in order of file and line. A broken file
(wrong columns, a doubled key) is one problem too; the rest is still checked.

Example: `lexicon/actors/organisations.tsv:41: SPA names Saudi Press Agency (media) and Supreme People's Assembly`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from dragoman.errors import LexiconError
from dragoman.lexicon import triggers
from dragoman.lexicon.check_coding import coding_faults
from dragoman.lexicon.check_folder import overlaid, strange
from dragoman.lexicon.load import DATA, Lexicon, Row, load_lexicon, read_rows
from dragoman.lexicon.tables import SPECS
from dragoman.records.vocab import ActorKind, Capacity, PloverType

#: Columns with words of a text; an empty part between two bars there is a slip of the pen.
LISTS = (
    "aliases",
    "short",
    "former",
    "demonyms",
    "capital",
    "seats",
    "members",
    "nominal",
    "forms",
    "modes",
    "contexts",
)
ISO3 = re.compile(r"[A-Z]{3}")
#: A CAMEO actor code: blocks of three letters (USAGOV, IGOWSTNAT).
ACTOR_CODE = re.compile(r"(?:[A-Z]{3})+")
LEVELS = frozenset(
    ("head of state", "head of government", "minister", "deputy minister", "senior", "official", "local", "private")
)
#: A body of one state in the land of another (an occupation authority) keeps the code of its own.
ABROAD = frozenset(("organisation", "military"))
EFFECTS = frozenset(("deputy", "acting", "former", "elect", "rank"))
MEDIA = frozenset(("agency", "broadcaster", "paper", "platform"))
#: States without a town of their own to govern from, or whose capital bears the state's name or another state's
#: (Singapore; Brussels, which stands for the European Union; Georgetown and Kingston, which name two capitals).
NO_CAPITAL = frozenset(
    ("ATA", "ATG", "BEL", "BMU", "BVT", "CCK", "GIB", "GRD", "HKG", "HMD", "IOT", "MAC", "MNP", "NFK", "REU", "SGP",
     "SHN", "SMR", "STP", "SYC", "TKL", "UMI", "VAT")
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong, and where; a `note` is worth knowing and no fault."""

    file: str
    line: int
    what: str
    note: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'note: ' if self.note else ''}{self.what}"


def find_problems(lexicon: Lexicon) -> tuple[Problem, ...]:
    """Every problem of the loaded tables."""
    found: set[Problem] = set()
    for check in CHECKS:
        try:
            found.update(Problem(row.file, row.line, what) for row, what in check(lexicon))
        except LexiconError as error:
            found.add(Problem(*located(error, "lexicon"), error.message))
    return tuple(sorted(found))


def broken_files(folders: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Files that do not load: their columns, cells or keys are not what tables.py says."""
    found: list[Problem] = []
    for root in (DATA, *folders):
        for spec in SPECS:
            path = root / spec.path
            if not path.is_file():
                continue
            shown = f"lexicon/{spec.path}" if root is DATA else str(path)
            try:
                for _ in read_rows(spec, path, shown, whole=root is DATA):
                    pass
            except LexiconError as error:
                file, line = located(error, shown)
                found.append(Problem(file, line, error.message))
    return tuple(found)


def located(error: LexiconError, otherwise: str) -> tuple[str, int]:
    """File and line of an error."""
    file, _, line = (error.where or "").rpartition(":")
    return (file, int(line)) if file and line.isdigit() else (error.where or otherwise, 0)


def _lists(lexicon: Lexicon) -> Iterator[tuple[Row, str]]:
    """Empty or repeated values in cells that hold several."""
    for rows in lexicon.tables.values():
        for row in rows:
            for column in LISTS:
                cell = row.values.get(column, "")
                parts = [part.strip() for part in cell.split("|")] if cell else []
                if "" in parts:
                    yield row, f"{column}: an empty value between bars"
                for value in sorted({part for part in parts if part and parts.count(part) > 1}):
                    yield row, f"{column}: {value} stands twice"


def _countries(lexicon: Lexicon) -> Iterator[tuple[Row, str]]:
    """Codes of countries that no state bears."""
    known = {row["iso3"] for row in lexicon.rows("states")}
    for row in lexicon.rows("states"):
        if not ISO3.fullmatch(row["iso3"]):
            yield row, f"iso3: {row['iso3']} is not three capital letters"
        if not row["capital"] and row["iso3"] not in NO_CAPITAL:
            yield row, f"capital: {row['name']} has none"
        yield from _coordinates(row)
    for table in ("organisations", "media", "armed_groups", "groups"):
        for row in lexicon.rows(table):
            country = row["country"]
            if country and country not in known:
                yield row, f"country: {country} is no state of states.tsv"


def _coordinates(row: Row) -> Iterator[tuple[Row, str]]:
    for column, limit in (("lat", 90.0), ("lon", 180.0)):
        try:
            inside = abs(float(row[column])) <= limit
        except ValueError:
            inside = False
        if not inside:
            yield row, f"{column}: {row[column]!r} is not between -{limit:g} and {limit:g}"


def _vocabularies(lexicon: Lexicon) -> Iterator[tuple[Row, str]]:
    """Values outside the closed vocabularies."""
    kinds, capacities, types = frozenset(get_args(ActorKind)), frozenset(get_args(Capacity)), get_args(PloverType)
    sectors = frozenset(row["sector"] for row in lexicon.rows("sectors"))
    allowed: tuple[tuple[str, str, frozenset[str]], ...] = (
        ("organisations", "kind", kinds), ("bodies", "kind", kinds), ("agents", "kind", kinds),
        ("collectives", "kind", kinds), ("armed_groups", "kind", kinds), ("media", "kind", MEDIA),
        ("groups", "kind", frozenset(("ethnic", "religious", "political"))),
        ("bodies", "sector", sectors), ("offices", "sector", sectors), ("agents", "sector", sectors),
        ("collectives", "sector", sectors | {""}), ("offices", "level", LEVELS), ("title_words", "effect", EFFECTS),
        ("bodies", "capacity", capacities), ("offices", "capacity", capacities), ("agents", "capacity", capacities),
        ("cameo", "plover", frozenset((*types, ""))), ("weis", "plover", frozenset((*types, ""))),
        ("triggers", "plover", frozenset(types)),
    )  # fmt: skip
    for table, column, values in allowed:
        for row in lexicon.rows(table):
            if row[column] not in values:
                yield row, f"{column}: {row[column]!r} is none of {', '.join(sorted(values))}"


def _actor_codes(lexicon: Lexicon) -> Iterator[tuple[Row, str]]:
    """CAMEO actor codes that are no blocks of three, or name another country than the row does."""
    states = {row["iso3"] for row in lexicon.rows("states")}
    for table in ("organisations", "armed_groups"):
        for row in lexicon.rows(table):
            code, country = row["code"], row["country"]
            if not ACTOR_CODE.fullmatch(code):
                yield row, f"code: {code!r} is not made of blocks of three capitals"
            elif country and code[:3] in states - {country} and row["kind"] not in ABROAD:
                yield row, f"code: {code} begins with another state than {country}"


def _members(lexicon: Lexicon) -> Iterator[tuple[Row, str]]:
    """Members that are neither a state nor an organisation of the tables."""
    known = {row["iso3"] for row in lexicon.rows("states")} | {row["name"] for row in lexicon.rows("organisations")}
    for table in ("organisations", "collectives"):
        for row in lexicon.rows(table):
            for member in row.many("members"):
                if member not in known:
                    yield row, f"members: {member} is neither a state nor an organisation"


def _names(lexicon: Lexicon) -> Iterator[tuple[Row, str]]:
    """One spelling for two actors: whichever table is asked first would decide what the paper meant."""
    columns = {
        "states": ("name", "official", "short", "former", "demonyms", "capital", "seats"),
        "organisations": ("name", "aliases", "seats"),
        "media": ("name", "aliases"),
        "armed_groups": ("name", "aliases"),
    }
    first: dict[str, Row] = {}
    for table, cells in columns.items():
        for row in lexicon.rows(table):
            for surface in dict.fromkeys(value for cell in cells for value in row.many(cell)):
                other = first.setdefault(surface, row)
                if other is not row:
                    yield row, f"{surface} names {row.key} here and {other.key} in {other.file}:{other.line}"


def _nouns(lexicon: Lexicon) -> Iterator[tuple[Row, str]]:
    """A common noun twice in a table: the later row is dead."""
    columns = {
        "offices": ("title", "aliases"), "bodies": ("body", "aliases"), "agents": ("noun", "plural"),
        "groups": ("word", "forms"),
    }  # fmt: skip
    for table, cells in columns.items():
        first: dict[str, Row] = {}
        for row in lexicon.rows(table):
            for surface in dict.fromkeys(value for cell in cells for value in row.many(cell)):
                other = first.setdefault(surface, row)
                if other is not row:
                    yield row, f"{surface} stands in line {other.line} too: this one is dead"


def _codes(lexicon: Lexicon) -> Iterator[tuple[Row, str]]:
    """CAMEO codes, PLOVER modes and contexts that the ontology does not have."""
    cameo = {row["code"]: row["plover"] for row in lexicon.rows("cameo")}
    modes = {(row["type"], row["mode"]) for row in lexicon.rows("modes")}
    contexts = {row["context"] for row in lexicon.rows("contexts")}
    for table in ("cameo", "triggers"):
        for row in lexicon.rows(table):
            if row["mode"] and (row["plover"], row["mode"]) not in modes:
                yield row, f"mode: {row['plover']} has no mode {row['mode']}"
    for row in lexicon.rows("triggers"):
        if row["cameo"] not in cameo:
            yield row, f"cameo: there is no code {row['cameo']!r}"
    for row in lexicon.rows("cameo"):
        for context in row.many("contexts"):
            if context not in contexts:
                yield row, f"contexts: there is no {context}"
    for row in lexicon.rows("details"):
        for column in ("code", "detail"):
            if row[column] not in cameo:
                yield row, f"{column}: there is no code {row[column]!r}"
        if row["detail"] == row["code"] or cameo.get(row["detail"]) != cameo.get(row["code"]):
            yield row, f"detail: {row['detail']} is no detail of {row['code']}"
    for row in lexicon.rows("context_words"):
        if row["context"] not in contexts:
            yield row, f"context: there is no {row['context']}"
    for row in lexicon.rows("plover"):
        if set(row.many("modes")) != {mode for kind, mode in modes if kind == row["type"]}:
            yield row, "modes: not the same as in modes.tsv"


def _triggers(lexicon: Lexicon) -> Iterator[tuple[Row, str]]:
    """Trigger rows that never get their turn, since a row tried before them fits wherever they do."""
    index = triggers.build(lexicon)
    turns: dict[str, list[str | None]] = {}
    for table in (index.verbs, index.nouns, index.adjectives):
        for rows in table.values():
            for at, row in enumerate(rows):
                turns.setdefault(row.name, []).append(next((r.name for r in rows[:at] if _covers(r, row)), None))
    for name, covered in turns.items():
        found = lexicon.find(name)
        if found is not None and all(covered):
            yield found, f"never tried: {covered[0]} fits wherever it does"


def _covers(wide: triggers.Trigger, narrow: triggers.Trigger) -> bool:
    """Does the first row fit wherever the second does?"""
    return (
        len(wide.extra) == len(narrow.extra)
        and all(a >= b for a, b in zip(wide.extra, narrow.extra, strict=True))
        and set(wide.needs) <= set(narrow.needs)
        and wide.blocks <= narrow.blocks
    )


#: Every check, in the order of the tables they look at.
CHECKS: tuple[Callable[[Lexicon], Iterator[tuple[Row, str]]], ...] = (
    _lists, _countries, _vocabularies, _actor_codes, _members, _names, _nouns, _codes, _triggers, coding_faults,
)  # fmt: skip


def every_problem(folders: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Every problem and note of our tables, or of ours with the folders laid over them; LexiconError: no folder."""
    for folder in folders:
        if not folder.is_dir():
            raise LexiconError("no such folder", where=str(folder))
    broken = broken_files(folders)
    if broken:
        return tuple(sorted((*broken, *(Problem(*found) for found in strange(folders)))))
    lexicon = load_lexicon(folders)
    more = (Problem(*found) for found in (*strange(folders), *overlaid(folders, lexicon)))
    return tuple(sorted({*find_problems(lexicon), *more}))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the problems of our tables, or of ours with the folders given laid over them."""
    folders = [Path(argument) for argument in (sys.argv[1:] if arguments is None else arguments)]
    problems = every_problem(folders)
    for problem in problems:
        print(problem)
    return 1 if any(not problem.note for problem in problems) else 0


if __name__ == "__main__":
    sys.exit(main())
