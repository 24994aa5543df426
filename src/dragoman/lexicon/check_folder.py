"""Checks of a user's folder against our tables: strange files, rows that stand twice, rows that replace ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from dragoman.lexicon.check_coding import dead_rows
from dragoman.lexicon.load import DATA, Lexicon, Row, read_rows
from dragoman.lexicon.tables import SPECS

#: (file, line, what is wrong, is it but a note)
Found = tuple[str, int, str, bool]


def strange(folders: Sequence[Path]) -> Iterator[Found]:
    """Tables in a folder that have no such name with us, and so are never read."""
    known = {spec.path for spec in SPECS}
    for folder in folders:
        for path in sorted(folder.rglob("*.tsv")):
            name = path.relative_to(folder).as_posix()
            if name not in known:
                near = get_close_matches(name, sorted(known), n=1, cutoff=0.5)
                hint = f"; did you mean {near[0]}?" if near else ""
                yield str(path), 0, f"no table of this name: it is never read{hint}", False


def overlaid(folders: Sequence[Path], lexicon: Lexicon) -> Iterator[Found]:
    """Rows that stand twice in a file, rows laid over ours, and rows that never get their turn."""
    for folder in folders:
        for spec in SPECS:
            path = folder / spec.path
            if not path.is_file():
                continue
            ours = {row.key: row for row in read_rows(spec, DATA / spec.path, f"lexicon/{spec.path}")}
            first: dict[str, Row] = {}
            for row in read_rows(spec, path, str(path), whole=False):
                other = first.setdefault(row.key, row)
                if other is not row:
                    yield row.file, row.line, f"{row.name} stands in line {other.line} too", False
                elif row.key in ours:
                    old = ours[row.key]
                    same = old.values == row.values
                    what = "is the same as ours" if same else "is laid over ours"
                    yield row.file, row.line, f"{row.name} {what} ({old.file}:{old.line})", True
    for row, what in dead_rows(lexicon):
        yield row.file, row.line, what, True
