"""Train the decision of `extract/events`: which acts a careful reader would defend as records.

    python -m tools.train_events CORPORA [--cache FILE] [--folds 6] [--threshold 0.25] [--out FILE]

CORPORA is the folder of articles (`*.jsonl`, one article a line with `id` and `text`) whose events were judged by eye;
the verdicts are `bench/judged_events.tsv`, which holds no text. Prints a cross-validation over articles: for each
threshold what share of the defensible events is kept and what share of the kept is defensible. Writes the weights
learned on all verdicts of the part `train`. A logistic regression with L2 penalty (`tools/train_statements.py`).
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.corpora import texts_of
from bench.judged import Verdict, verdicts
from dragoman.clean.blocks import clean_source
from dragoman.extract.events import Said, candidates_of, signs_of_act
from dragoman.extract.events.decide import likelihood
from dragoman.extract.statements import find_statements
from dragoman.extract.statements.turns import find_turns
from dragoman.interpret import open_kit, setting_of
from dragoman.kit import Kit
from dragoman.lexicon.load import DATA
from dragoman.records import Parsed, Source
from dragoman.resolve.attach import Setting
from dragoman.settings import Settings
from tools.train_statements import fit, write

OUT = DATA / "models" / "events.tsv"
#: A judged event with its signs: (article, signs, defensible).
Example = tuple[str, list[str], bool]


def examples(parsed: Parsed, judged: dict[tuple[int, str], Verdict], kit: Kit) -> Iterator[Example]:
    """The judged events of one article that are still proposed, as they are proposed now."""
    setting = setting_of(parsed, kit)
    turns = find_turns(setting, kit.speech)
    statements, _ = find_statements(setting, turns, kit)
    said = Said(statements)
    found, _ = candidates_of(setting, said, turns, kit)
    for mentions in found:
        first = mentions[0]
        verdict = judged.get((first.token.start, first.plover))
        if verdict is not None:
            codes = tuple("|".join(_codes(ids, setting)) for ids in (first.sources, first.targets))
            right = verdict.holds(first.status, *codes)
            if right is not None:
                yield verdict.id, signs_of_act(mentions, said, setting, turns), right


def _codes(ids: tuple[str, ...], setting: Setting) -> list[str]:
    return [actor.code or "" for actor in map(setting.who.actor, ids) if actor is not None]


def read(corpora: Path, cache: Path | None) -> list[Example]:
    """Every judged event of the part `train` that is still proposed."""
    settings = Settings(language_check=False)
    parser = None
    if cache:
        from bench.cache import CachedParser

        parser = CachedParser(settings.model, cache)
    kit = open_kit(settings, parser=parser)
    chosen = [v for v in verdicts() if v.part == "train"]
    texts = texts_of(corpora, {v.mark for v in chosen})
    by_article: dict[str, dict[tuple[int, str], Verdict]] = {}
    for verdict in chosen:
        by_article.setdefault(verdict.id, {})[verdict.start, verdict.plover] = verdict
    items = (clean_source(Source(name=name, text=text, id=name), kit, settings) for (name, _), text in texts.items())
    out: list[Example] = []
    for (name, _), parsed in zip(texts, kit.parser.parse(items, batch_size=64), strict=True):
        out += examples(parsed, by_article[name], kit)
    return out


def fold_of(article: str, folds: int) -> int:
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % folds


def cross_validate(data: list[Example], *, folds: int, penalty: float, least: int) -> list[float]:
    """The likelihood of every example by weights that have not seen its article."""
    out = [0.0] * len(data)
    for fold in range(folds):
        train = [x for x in data if fold_of(x[0], folds) != fold]
        weights = fit([s for _, s, _ in train], [int(y) for _, _, y in train], penalty=penalty, least=least)
        for i, (article, signs, _) in enumerate(data):
            if fold_of(article, folds) == fold:
                out[i] = likelihood(signs, weights)
    return out


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--cache", type=Path, metavar="FILE", help="keep parses there")
    ap.add_argument("--folds", type=int, default=6)
    ap.add_argument("--penalty", type=float, default=10.0)
    ap.add_argument("--least", type=int, default=3, help="how often a sign must occur")
    ap.add_argument("--threshold", type=float, default=0.25, help="from which likelihood on an event is kept")
    ap.add_argument("--out", type=Path, default=OUT)
    a = ap.parse_args()
    data = read(a.corpora, a.cache)
    found = cross_validate(data, folds=a.folds, penalty=a.penalty, least=a.least)
    right = sum(y for _, _, y in data)
    print(f"{len(data)} judged events, {right} of them defensible ({right / len(data):.1%})")
    for threshold in [n / 20 for n in range(2, 15)]:
        kept = [y for (_, _, y), p in zip(data, found, strict=True) if p >= threshold]
        share, held, good = len(kept) / len(data), sum(kept) / right, sum(kept) / max(len(kept), 1)
        print(f"threshold {threshold:.2f}: {share:.1%} kept, of the defensible {held:.1%}; defensible kept {good:.1%}")
    weights = fit([s for _, s, _ in data], [int(y) for _, _, y in data], penalty=a.penalty, least=a.least)
    write(weights, a.threshold, a.out, what="events")
    print(f"{len(weights)} weights written to {a.out}, threshold {a.threshold:.2f}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
