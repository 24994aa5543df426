"""Which candidates are statements: a score for each, then the best that do not cross one another."""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate
from dragoman.records import Parsed

THRESHOLD = 0.5
SPOKEN = frozenset({"say", "write", "ask", "urge", "promise", "show", "relay", "judge"})


def score(candidate: Candidate, parsed: Parsed) -> float:
    """How likely the candidate is a statement, 0 to 1."""
    route, entry = candidate.route, candidate.entry
    spoken = entry is not None and entry.cls in SPOKEN
    if route.startswith("quote"):
        return 0.9
    if route in ("according-to", "adverb"):
        return 0.8
    if entry is None:
        return 0.2
    if candidate.subject is None and not candidate.quotes:
        return 0.3
    if route in ("verb-clause", "verb-clause-before"):
        return 0.8 if spoken else 0.6
    if route in ("verb-parenthetic", "verb-comma", "verb-predicate"):
        return 0.6
    if route == "verb-object":
        return 0.6 if entry.cls in ("judge", "say", "urge", "promise") else 0.4
    return 0.55 if spoken else 0.45


def settle(candidates: list[Candidate], parsed: Parsed) -> tuple[list[Candidate], list[tuple[Candidate, str]]]:
    """(kept, dropped with the reason): highest score first, one layer (no content inside another's)."""
    for candidate in candidates:
        candidate.score = score(candidate, parsed)
    kept: list[Candidate] = []
    dropped: list[tuple[Candidate, str]] = []
    owned = bytearray(len(parsed.tokens))
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.start - c.end, c.start)):
        if candidate.score < THRESHOLD:
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
