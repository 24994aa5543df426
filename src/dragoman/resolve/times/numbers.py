"""Amounts in figures and words: "two and a half", "1,998", "five or six", "several"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.resolve.times.lex import Atom

NUMBERS = frozenset(
    {"day", "num", "dec", "year", "numword", "teen", "tens", "scale", "frac", "vague", "a", "another", "halfa"}
)
BREAKS = frozenset({"or", "to"})
#: Decades, centuries and millennia are written in years, as ISO 8601 has it (TIMEX2 wrote P1E for ten years).
MANY_YEARS = {"E": 10, "C": 100, "L": 1000}
#: The first of the two words of an ordinal above twenty.
TENS = "tens"


def amounts(atoms: Sequence[Atom]) -> tuple[float | None, ...]:
    """The amounts named, one or two (a range); None in place of a vague one ("several").

    "five or six years" gives (5.0, 6.0), "two and a half years" (2.5,), "a few days" (None,).
    """
    out: list[float | None] = []
    group: list[Atom] = []
    for place, atom in enumerate(atoms):
        if atom.kind == "hyphen" and group and place + 1 < len(atoms):
            splits = group[-1].kind != TENS and atoms[place + 1].kind in NUMBERS and atoms[place + 1].kind != "a"
        else:
            splits = atom.kind in BREAKS and bool(group)
        if splits:
            out.append(_amount(group))
            group = []
        elif atom.kind in NUMBERS or (atom.kind == "half" and group):
            group.append(atom)
    if group:
        out.append(_amount(group))
    return tuple(out[:2])


def _amount(atoms: Sequence[Atom]) -> float | None:
    """One amount; "a" counts one only where it stands alone."""
    total, current, counted = 0.0, 0.0, False
    for place, atom in enumerate(atoms):
        kind = atom.kind
        if kind == "vague":
            if atom.value == "X":
                return None
            current, counted = float(atom.value), True
        elif kind in ("a", "another"):
            following = atoms[place + 1].kind if place + 1 < len(atoms) else ""
            if not counted and (following not in NUMBERS or following == "halfa"):
                current, counted = 1.0, True
        elif kind == "halfa" or kind == "half":
            current, counted = current + 0.5, True
        elif kind == "frac":
            over, under = atom.value.split("/")
            current, counted = current + int(over) / int(under), True
        elif kind == "scale":
            current, counted = (current or 1.0) * float(atom.value), True
            if float(atom.value) >= 1000:
                total, current = total + current, 0.0
        else:
            current, counted = current + float(atom.value.replace(",", "")), True
    return total + current if counted else None


def ordinal(atoms: Sequence[Atom]) -> int | None:
    """The number of an ordinal in figures or words: 20th, twenty-first, second."""
    total, found = 0, False
    for atom in atoms:
        if atom.kind == "tens":
            total += int(atom.value)
        elif atom.kind in ("ord", "ordword"):
            total, found = total + int(atom.value), True
        elif atom.kind == "second":
            total, found = total + 2, True
    return total if found else None


def written(amount: float | None, unit: str) -> str:
    """A TIMEX3 duration: (2.5, "Y") is P2Y6M, (None, "W") is PXW, (0.5, "TH") is PT30M, (1, "F") is P2W."""
    if unit == "F":
        amount, unit = (None if amount is None else amount * 2), "W"
    elif unit == "Q":
        amount, unit = (None if amount is None else amount * 3), "M"
    elif unit in MANY_YEARS and amount is not None:
        amount, unit = amount * MANY_YEARS[unit], "Y"
    prefix, letter = ("PT", unit[1]) if len(unit) == 2 else ("P", unit)
    if amount is None:
        return f"{prefix}X{letter}"
    whole = int(amount)
    rest = amount - whole
    head = f"{prefix}{whole}{letter}" if whole or not rest else prefix
    if not rest:
        return head
    finer = {("P", "Y"): (12, "M"), ("P", "D"): (24, "TH"), ("PT", "H"): (60, "M"), ("PT", "M"): (60, "S")}
    if (prefix, letter) not in finer:
        return f"{prefix}{amount:g}{letter}"
    factor, small = finer[prefix, letter]
    return f"{head}{small[:-1]}{round(rest * factor)}{small[-1]}"
