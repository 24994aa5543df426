"""How something is said: in the speaker's words or the reporter's, as a statement or a question, or only held."""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.speeches import ROUTE as TURN
from dragoman.records import Parsed, Span
from dragoman.records.vocab import StatementForm, StatementKind

#: Classes of cues whose content is held, wished or felt rather than said.
HELD = frozenset({"think", "feel", "want", "seem"})
#: Classes of cues that report words only in a clause ("agreed that", not "agreed to meet" or "discussed the plan").
ACTS = frozenset({"judge", "stand", "topic"})
CLAUSES = frozenset({"verb-clause", "verb-clause-before", "verb-parenthetic", "verb-comma", "verb-rest", "noun-clause",
                     "noun-is", "adjective-clause", "according-to", "adverb"})  # fmt: skip


def kind_of(candidate: Candidate, parsed: Parsed) -> StatementKind:
    """direct: every word of the content stands in quotation marks; mixed: some; indirect: none; attitude: held only.

    What somebody demands, refuses or praises is a stance with a thing as its object, not words: an attitude too.
    """
    if candidate.route == TURN:
        return "direct"
    quoted = {i for q in candidate.quotes for i in range(q.first, q.last)}
    inside = total = 0
    for start, end in candidate.pieces:
        for token in parsed.tokens[start:end]:
            if token.pos not in ("PUNCT", "SPACE"):
                total += 1
                inside += token.i in quoted
    if inside and inside == total:
        return "direct"
    if _held(candidate):
        return "attitude"
    return "mixed" if inside else "indirect"


def _held(candidate: Candidate) -> bool:
    entry, route = candidate.entry, candidate.route
    if route.startswith("quote"):
        return False
    if entry is None:
        return not candidate.quotes
    if entry.cls in HELD:
        return True
    if route in CLAUSES or any(q.full for q in candidate.quotes):
        return False
    if entry.cls == "promise":
        return not route.startswith("verb-infinitive")
    if entry.cls == "urge":
        return route not in ("verb-infinitive", "verb-preposition")
    return entry.cls in ACTS or not route.startswith("verb")


def form_of(candidate: Candidate, content: tuple[Span, ...], parsed: Parsed) -> StatementForm:
    """A question ends in a question mark, or is asked."""
    last = content[-1].of(parsed.article.text).rstrip("\"'”’» ")
    if last.endswith("?"):
        return "question"
    if candidate.entry is not None and candidate.entry.cls == "ask" and candidate.route.startswith("verb-clause"):
        return "question"
    return "statement"
