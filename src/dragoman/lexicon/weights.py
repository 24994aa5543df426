"""Weights of trained decisions: tables of a named feature and its weight, with one row that is the threshold."""

from __future__ import annotations

from dragoman.errors import LexiconError
from dragoman.lexicon.load import Lexicon

#: The row that is no feature: from which score on a candidate is kept.
THRESHOLD = "= threshold"


def weights_of(table: str, lexicon: Lexicon, *, threshold: float) -> tuple[dict[str, float], float]:
    """(weights by feature, threshold; the one given where the table has none); LexiconError where one is no number."""
    weights: dict[str, float] = {}
    for row in lexicon.rows(table):
        try:
            weights[row["feature"]] = float(row["weight"])
        except ValueError as error:
            where = f"{row.file}:{row.line}"
            raise LexiconError(f"{row.name}: the weight {row['weight']!r} is no number", where=where) from error
    return weights, weights.pop(THRESHOLD, threshold)
