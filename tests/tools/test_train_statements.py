"""The training of the decision on statements: labels, fit and what is written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dragoman.extract.statements import candidates_of
from tests.factory import kit, parsed_of
from tools.train_statements import THRESHOLD, example, fit, labels_of, lbfgs, write


def test_the_best_candidate_of_a_gold_content_is_the_good_one() -> None:
    gold = [{1, 2, 3, 4}]
    assert labels_of(gold, [{1, 2, 3, 4}, {1, 2, 3}, {3, 4, 5, 6}, {9}]) == [1, -1, 0, 0]


def test_an_article_is_labelled_by_its_contents() -> None:
    text = "Moscow said it would not attend. The convoy began to cross the river."
    parsed = parsed_of(text)
    start = text.index("it would")
    found = example(parsed, [[(start, start + len("it would not attend"))]], kit().speech)
    assert len(found.labels) == len(candidates_of(parsed, kit().speech))
    assert [c.cue.text for c, y in zip(found.candidates, found.labels, strict=True) if y == 1 and c.cue] == ["said"]


def test_the_minimum_of_a_convex_function_is_found() -> None:
    goal = np.array([1.0, -2.0, 3.0])
    found = lbfgs(lambda x: (float((x - goal) @ (x - goal)), 2 * (x - goal)), np.zeros(3))
    assert found == pytest.approx(goal, abs=1e-2)


def test_a_feature_that_tells_gets_the_weight() -> None:
    features = [["bias", "said"]] * 20 + [["bias", "ran"]] * 20 + [["bias", "rare"]]
    weights = fit(features, [1] * 20 + [0] * 20 + [-1], penalty=1.0, least=2)
    assert weights["said"] > 0.5 > -0.5 > weights["ran"]
    assert "rare" not in weights


def test_weights_are_written_rounded_and_sorted(tmp_path: Path) -> None:
    write({"b": 0.123, "a": -1.0, "zero": 0.001}, 0.4, tmp_path / "w.tsv")
    rows = [line.split("\t") for line in (tmp_path / "w.tsv").read_text().splitlines()[2:]]
    assert rows == [[THRESHOLD, "0.4"], ["a", "-1"], ["b", "0.12"]]
