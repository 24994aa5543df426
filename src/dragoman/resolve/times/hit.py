"""Hit: where a row of the grammar matched. Sense: what the expression means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.records.vocab import TimexType
from dragoman.resolve.times.lex import Atom, Line


class Sense(NamedTuple):
    """`value` is None while unresolved; `mod` a TIMEX3 modifier; `begin`/`end` where they say more than the value.

    `first`/`last` are positions in the line where the expression is shorter than the match.
    """

    type: TimexType
    value: str | None
    mod: str = ""
    begin: str | None = None
    end: str | None = None
    first: int = -1
    last: int = -1


@dataclass(frozen=True, slots=True)
class Hit:
    """A match: atoms `first` to `last` (excluded) of a line, the row's name and reading."""

    line: Line
    first: int
    last: int
    rule: str
    reading: str

    def atoms(self) -> Iterator[tuple[int, Atom]]:
        for place in range(self.first, self.last):
            atom = self.line.atoms[place]
            if atom is not None:
                yield place, atom

    def all(self, *kinds: str) -> list[Atom]:
        return [atom for _, atom in self.atoms() if atom.kind in kinds]

    def get(self, *kinds: str) -> Atom | None:
        return next((atom for _, atom in self.atoms() if atom.kind in kinds), None)

    def has(self, *kinds: str) -> bool:
        return self.get(*kinds) is not None

    def place(self, *kinds: str) -> int:
        """The position of the first atom of these classes, or -1."""
        return next((place for place, atom in self.atoms() if atom.kind in kinds), -1)

    def list(self) -> list[Atom]:
        return [atom for _, atom in self.atoms()]

    def begins_with(self, *kinds: str) -> bool:
        atom = self.line.atoms[self.first]
        return atom is not None and atom.kind in kinds

    @property
    def start(self) -> int:
        atom = self.line.atoms[self.first]
        return atom.start if atom else 0

    @property
    def end(self) -> int:
        atom = self.line.atoms[self.last - 1]
        return atom.end if atom else 0

    def neighbour(self, step: int) -> Atom | None:
        """The atom just before (-1) or after (1) the match, None for a word of no interest or the edge."""
        place = self.first - 1 if step < 0 else self.last
        return self.line.atoms[place] if 0 <= place < len(self.line.atoms) else None

    @property
    def mod(self) -> str:
        """START, MID or END of "early", "mid", "late"; APPROX and its kin of "about", "more than"."""
        edge = self.get("early", "begin", "approx")
        return edge.value if edge else ""
