"""Floors: the scores reached, kept in `floors.json`; a score below its floor fails the gate.

Shares have a floor; counts of errors (figures named "(count …)") have a ceiling. A floor is raised by
`python -m bench --keep`; it goes down only by `--lower SET/FIGURE`, in a commit that says why.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "floors.json"
#: Scores are written with four digits; a difference below half of the last one is none.
EPSILON = 0.00005

Scores = dict[str, dict[str, float]]


def as_scores(rows: Iterable[Mapping[str, Any]]) -> Scores:
    """{set: {figure: value}} of the scoreboard's rows, figures without a value left out."""
    out: Scores = {}
    for row in rows:
        if row["value"] is not None:
            out.setdefault(row["set"], {})[row["figure"]] = round(float(row["value"]), 4)
    return out


def is_count(figure: str) -> bool:
    return "count" in figure


def better(figure: str, new: float, old: float) -> bool:
    return new < old - EPSILON if is_count(figure) else new > old + EPSILON


def falls(scores: Scores, floors: Scores) -> list[str]:
    """A line for every figure that is worse than its floor, or that a set which was run no longer has."""
    out = []
    for name, figures in floors.items():
        for figure, floor in figures.items() if name in scores else ():
            value = scores[name].get(figure)
            if value is None:
                out.append(f"{name}: {figure} is no longer measured (floor {floor})")
            elif better(figure, floor, value):
                out.append(f"{name}: {figure} is {value}, floor {floor}")
    return out


def raised(scores: Scores, floors: Scores, lower: Iterable[str] = ()) -> Scores:
    """The floors after a run: the better of both, or the new value where `lower` names SET/FIGURE."""
    down = set(lower)
    out = {name: dict(figures) for name, figures in floors.items()}
    for name, figures in scores.items():
        for figure, value in figures.items():
            old = out.setdefault(name, {}).get(figure)
            if old is None or better(figure, value, old) or f"{name}/{figure}" in down:
                out[name][figure] = value
    return out


def load(path: Path = FILE) -> Scores:
    if not path.exists():
        return {}
    floors: Scores = json.loads(path.read_text(encoding="utf-8"))
    return floors


def save(floors: Scores, path: Path = FILE) -> None:
    path.write_text(json.dumps(floors, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
