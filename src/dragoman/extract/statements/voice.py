"""How something is said: in the speaker's words or the reporter's, as a statement or a question, or only held."""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate
from dragoman.records import Parsed, Span
from dragoman.records.vocab import StatementForm, StatementKind

#: Classes of cues whose content is held, wished or felt rather than said.
HELD = frozenset({"think", "feel", "want", "seem"})
#: Routes on which a verb of judging has a thing as its object ("condemned the attack"): a stance, not words.
THING = frozenset({"verb-object", "verb-preposition", "noun-preposition", "adjective-preposition"})


def kind_of(candidate: Candidate, parsed: Parsed) -> StatementKind:
    """direct: every word of the content stands in quotation marks; mixed: some; indirect: none; attitude: held only."""
    inside = total = 0
    for start, end in candidate.pieces:
        for token in parsed.tokens[start:end]:
            if token.pos in ("PUNCT", "SPACE"):
                continue
            total += 1
            inside += any(q.first <= token.i < q.last for q in candidate.quotes)
    if inside and inside == total:
        return "direct"
    entry = candidate.entry
    if inside:
        return "mixed"
    if entry is None:
        return "attitude"
    if entry.cls in HELD or (entry.cls == "judge" and candidate.route in THING):
        return "attitude"
    return "indirect"


def form_of(candidate: Candidate, content: tuple[Span, ...], parsed: Parsed) -> StatementForm:
    """A question ends in a question mark, or is asked."""
    last = content[-1].of(parsed.article.text).rstrip("\"'”’» ")
    if last.endswith("?"):
        return "question"
    if candidate.entry is not None and candidate.entry.cls == "ask" and candidate.route.startswith("verb-clause"):
        return "question"
    return "statement"
