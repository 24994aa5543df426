"""Which candidates are statements: a linear score over named features, then the best that do not cross one another.

The weights (`lexicon/data/models/statements.tsv`) are made by `tools/train_statements.py`: docs/models/statements.md.
"""

from __future__ import annotations

import math

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.features import Neighbours, features_of
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Parsed

#: A paragraph or sentence that is one quotation goes on with the speaker of the statement before; the training corpus
#: counts it as part of that statement, so its weights say little here.
CARRIED = 0.6
#: Phrases that name a source ("in the words of") and adjectives of will ("determined to", gold in .41 of 78 cases
#: of the training part, as good as what else is kept at the border) are too rare there to be learned by their words.
PHRASE, WILL = 0.6, 0.45
NAMES, PERSONAL = frozenset({"PERSON", "ORG", "GPE", "NORP"}), frozenset({"he", "she", "they", "who"})


def settle(
    candidates: list[Candidate], parsed: Parsed, speech: SpeechIndex
) -> tuple[list[Candidate], list[tuple[Candidate, str]]]:
    """(kept, dropped with the reason): highest score first, one layer (no content inside another's)."""
    weigh(candidates, parsed, speech.weights)
    kept: list[Candidate] = []
    dropped: list[tuple[Candidate, str]] = []
    owned = bytearray(len(parsed.tokens))
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.start - c.end, c.start)):
        if candidate.score < speech.threshold:
            dropped.append((candidate, f"{candidate.route}: hardly a statement"))
            continue
        if any(owned[i] for a, b in candidate.pieces for i in range(a, b)):
            dropped.append((candidate, f"{candidate.route}: inside or across another statement"))
            continue
        if candidate.cue is not None and owned[candidate.cue.i]:
            dropped.append((candidate, f"{candidate.route}: its cue is part of another statement"))
            continue
        for a, b in candidate.pieces:
            for i in range(a, b):
                owned[i] = 1
        kept.append(candidate)
    kept.sort(key=lambda c: (c.start, c.end))
    return kept, dropped


def weigh(candidates: list[Candidate], parsed: Parsed, weights: dict[str, float]) -> None:
    """Give each candidate its score: the logistic function of the sum of its features' weights, 0 to 1."""
    near = Neighbours(candidates, parsed)
    known = weights.get
    for candidate in candidates:
        total = sum(known(f, 0.0) for f in features_of(candidate, parsed, near))
        candidate.score = 1.0 / (1.0 + math.exp(-max(min(total, 30.0), -30.0)))
        if candidate.carried is not None and (candidate.whole or not candidate.quotes[0].leads):
            candidate.score = max(candidate.score, CARRIED)
        elif candidate.route == "according-to" and candidate.entry is not None and candidate.entry.phrase:
            candidate.score = max(candidate.score, PHRASE)
        elif candidate.route == "adjective-infinitive" and _willing(candidate) and id(candidate) not in near.outer:
            candidate.score = max(candidate.score, WILL)


def _willing(candidate: Candidate) -> bool:
    """ "Norway is determined to stay": somebody wills it, and the text asserts it."""
    cue, subject, entry = candidate.cue, candidate.subject, candidate.entry
    if cue is None or subject is None or entry is None or entry.cls != "want" or cue.dep not in ("acomp", "conj"):
        return False
    named = subject.pos == "PROPN" or subject.ent in NAMES or subject.lower in PERSONAL
    return cue.head.tag in ("VBZ", "VBP", "VBD") and named
