"""Train the decision of `extract/statements`: which candidates are statements.

    python tools/train_statements.py DATA.jsonl [--cache FILE] [--folds 5] [--out FILE]

DATA holds one article a line: `id`, `text`, `attributions` with `content` spans (PolNeAR's roles). Prints the content
overlap F1 of a cross-validation over articles, and writes the weights learned on all of them: named features, rounded,
sorted; no text. A logistic regression with L2 penalty, fitted by L-BFGS (Nocedal 1980); numpy is used here only.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.clean.blocks import clean_source
from dragoman.extract.statements import candidates_of
from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.decide import settle
from dragoman.extract.statements.features import Neighbours, features_of
from dragoman.interpret import open_kit
from dragoman.lexicon.load import DATA
from dragoman.lexicon.speech import SpeechIndex
from dragoman.lexicon.weights import THRESHOLD
from dragoman.records import Parsed, Source
from dragoman.settings import Settings

Floats = npt.NDArray[np.float64]
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
#: A content counts as found when the shared words are at least half of all words of both.
ENOUGH = 0.5
#: Precision first: the highest threshold that costs at most this much F1.
YIELD = 0.008
OUT = DATA / "models" / "statements.tsv"


class Example(NamedTuple):
    """An article with its candidates' features and labels (1 gold, 0 not, -1 second best of the same gold)."""

    parsed: Parsed
    gold: list[set[int]]
    candidates: list[Candidate]
    features: list[list[str]]
    labels: list[int]


def words_of(text: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in WORD.finditer(text)]


def word_set(words: dict[int, int], spans: list[tuple[int, int]]) -> set[int]:
    """Indices of the words that the spans touch."""
    return {words[c] for start, end in spans for c in range(start, end) if c in words}


def example(parsed: Parsed, contents: list[list[tuple[int, int]]], speech: SpeechIndex) -> Example:
    """Candidates of an article, labelled by its gold contents."""
    words = {c: n for n, (s, e) in enumerate(words_of(parsed.article.text)) for c in range(s, e)}
    gold = [g for g in (word_set(words, spans) for spans in contents) if g]
    candidates = candidates_of(parsed, speech)
    near = Neighbours(candidates, parsed)
    features = [features_of(c, parsed, near) for c in candidates]
    sets = [word_set(words, piece_spans(c, parsed)) for c in candidates]
    return Example(parsed, gold, candidates, features, labels_of(gold, sets))


def piece_spans(candidate: Candidate, parsed: Parsed) -> list[tuple[int, int]]:
    return [(parsed.tokens[a].start, parsed.tokens[b - 1].end) for a, b in candidate.pieces]


def labels_of(gold: list[set[int]], sets: list[set[int]]) -> list[int]:
    """1 for the best candidate of each gold content, -1 (left out) for others that would do, 0 for the rest."""
    pairs = matches(gold, sets)
    labels = [0] * len(sets)
    used: set[int] = set()
    for _, g, c in pairs:
        if labels[c] == 0:
            labels[c] = -1 if g in used else 1
            used.add(g)
    return labels


def matches(gold: list[set[int]], sets: list[set[int]]) -> list[tuple[float, int, int]]:
    """(shared share, gold, candidate) of every pair that counts as found, best first."""
    where: dict[int, list[int]] = {}
    for g, words in enumerate(gold):
        for word in words:
            where.setdefault(word, []).append(g)
    pairs = []
    for c, words in enumerate(sets):
        for g in {g for word in words for g in where.get(word, ())}:
            share = len(gold[g] & words) / len(gold[g] | words)
            if share >= ENOUGH:
                pairs.append((share, g, c))
    return sorted(pairs, key=lambda p: (-p[0], p[1], p[2]))


def fit(features: list[list[str]], labels: list[int], *, penalty: float, least: int) -> dict[str, float]:
    """Weights of a logistic regression; features seen fewer than `least` times are left out."""
    rows = [(f, y) for f, y in zip(features, labels, strict=True) if y >= 0]
    counts = Counter(name for names, _ in rows for name in names)
    names = sorted(n for n, k in counts.items() if k >= least)
    index = {n: i for i, n in enumerate(names)}
    cells = [[index[n] for n in f if n in index] for f, _ in rows]
    columns = np.array([c for row in cells for c in row], dtype=np.int64)
    row_of = np.repeat(np.arange(len(cells)), [len(row) for row in cells])
    target = np.array([float(y) for _, y in rows])

    def loss(weights: Floats) -> tuple[float, Floats]:
        z = np.bincount(row_of, weights=weights[columns], minlength=len(cells))
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = -np.sum(target * np.log(p + 1e-12) + (1 - target) * np.log(1 - p + 1e-12))
        slope = np.bincount(columns, weights=(p - target)[row_of], minlength=len(names))
        return float(value + penalty / 2 * weights @ weights), slope + penalty * weights

    weights = lbfgs(loss, np.zeros(len(names)))
    return {n: float(w) for n, w in zip(names, weights, strict=True)}


def lbfgs(loss: Callable[[Floats], tuple[float, Floats]], x: Floats, *, steps: int = 200, memory: int = 10) -> Floats:
    """The minimum of a smooth convex function, by limited-memory BFGS with a halving line search."""
    value, slope = loss(x)
    past: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        direction, kept = slope.copy(), []
        for s, y in reversed(past):
            a = (s @ direction) / (y @ s)
            direction -= a * y
            kept.append(a)
        if past:
            s, y = past[-1]
            direction *= (s @ y) / (y @ y)
        for (s, y), a in zip(past, reversed(kept), strict=True):
            direction += s * (a - (y @ direction) / (y @ s))
        size = 1.0 if past else 1.0 / max(float(np.abs(slope).sum()), 1e-9)
        while size > 1e-10:
            new_value, new_slope = loss(x - size * direction)
            if new_value <= value - 1e-4 * size * float(slope @ direction):
                break
            size /= 2
        else:
            break
        step, turn = -size * direction, new_slope - slope
        if step @ turn > 1e-10:
            past = [*past[-memory + 1 :], (step, turn)]
        done = value - new_value < 1e-6 * abs(value)
        x, value, slope = x + step, new_value, new_slope
        if done:
            break
    return x


def score(examples: list[Example], speech: SpeechIndex) -> tuple[int, int, int]:
    """(found, given, gold) with the weights of `speech`."""
    found = given = gold = 0
    for item in examples:
        words = {c: n for n, (s, e) in enumerate(words_of(item.parsed.article.text)) for c in range(s, e)}
        kept, _ = settle(item.candidates, item.parsed, speech)
        sets = [word_set(words, piece_spans(c, item.parsed)) for c in kept]
        golds: set[int] = set()
        seen: set[int] = set()
        for _, g, c in matches(item.gold, sets):
            if g not in golds and c not in seen:
                golds.add(g)
                seen.add(c)
        found, given, gold = found + len(golds), given + len(kept), gold + len(item.gold)
    return found, given, gold


def f1(found: int, given: int, gold: int) -> float:
    return 2 * found / (given + gold) if given + gold else 0.0


def cross_validate(
    examples: list[Example], speech: SpeechIndex, *, folds: int, penalty: float, least: int
) -> dict[float, float]:
    """Content overlap F1 for each threshold tried, over articles none of which its own weights have seen."""
    totals: dict[float, list[int]] = {}
    for fold in range(folds):
        train = [x for i, x in enumerate(examples) if i % folds != fold]
        test = [x for i, x in enumerate(examples) if i % folds == fold]
        weights = fit([f for x in train for f in x.features], [y for x in train for y in x.labels],
                      penalty=penalty, least=least)  # fmt: skip
        for step in range(30, 52, 2):
            threshold = step / 100
            counts = score(test, speech.with_weights(weights, threshold))
            totals[threshold] = [a + b for a, b in zip(totals.get(threshold, [0, 0, 0]), counts, strict=True)]
    return {t: f1(*c) for t, c in totals.items()}


def read(path: Path, cache: Path | None) -> Iterator[tuple[Parsed, list[list[tuple[int, int]]], SpeechIndex]]:
    """Every article of the file, parsed, with its gold contents."""
    settings = Settings(language_check=False)
    parser = None
    if cache:
        from bench.cache import CachedParser

        parser = CachedParser(settings.model, cache)
    kit = open_kit(settings, parser=parser)
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    items = (clean_source(Source(name=r["id"], text=r["text"], id=r["id"]), kit, settings) for r in rows)
    for row, parsed in zip(rows, kit.parser.parse(items, batch_size=64), strict=True):
        yield parsed, [[(s, e) for s, e in a["content"]] for a in row["attributions"]], kit.speech


def write(weights: dict[str, float], threshold: float, out: Path, *, what: str = "statements") -> None:
    """The table of a decision's weights: rounded, sorted, without those that round to nothing."""
    lines = [f"# Weights of the decision on {what}, made by tools/train_{what}.py (docs/models/{what}.md)."]
    lines.append("feature\tweight")
    rounded = {THRESHOLD: threshold, **{n: round(w, 2) for n, w in weights.items()}}
    lines += [f"{n}\t{w:g}" for n, w in sorted(rounded.items()) if w]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("--cache", type=Path, metavar="FILE", help="keep parses there")
    ap.add_argument("--folds", type=int, default=5)
    ap.add_argument("--penalty", type=float, default=16.0)
    ap.add_argument("--least", type=int, default=3, help="how often a feature must occur")
    ap.add_argument("--out", type=Path, default=OUT)
    a = ap.parse_args()
    examples, speech = [], SpeechIndex()
    for parsed, contents, speech in read(a.data, a.cache):
        examples.append(example(parsed, contents, speech))
    found = cross_validate(examples, speech, folds=a.folds, penalty=a.penalty, least=a.least)
    threshold = max(t for t, value in found.items() if value >= max(found.values()) - YIELD)
    for t, value in found.items():
        print(f"threshold {t:.2f}  content overlap F1 {value:.3f}")
    weights = fit([f for x in examples for f in x.features], [y for x in examples for y in x.labels],
                  penalty=a.penalty, least=a.least)  # fmt: skip
    write(weights, threshold, a.out)
    print(f"{len(weights)} weights written to {a.out}, threshold {threshold:.2f}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
