"""A second voice inside a quotation: `"Cairo told us that it would pay," Berg said` has Cairo's statement, by Berg.

Only where somebody whom the article knows utters a clause, in an asserted past or present; what Berg herself says,
thinks or would say inside her quotation is part of it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from dragoman.extract.statements.candidates import SUBJECTS, Candidate
from dragoman.records import Parsed, Statement, Token

UTTERED = frozenset({"say", "write", "promise"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: What keeps a verb from asserting that its subject said so: "if Cairo says that", "Cairo never said that".
OPEN = frozenset({"if", "unless", "whether", "when", "until", "before"})
SELF = frozenset({"i", "we", "you", "it", "one", "who", "that", "which", "what"})


def second_voices(
    kept: list[Candidate], dropped: list[tuple[Candidate, str]], parsed: Parsed
) -> list[tuple[Candidate, Candidate]]:
    """(candidate, the kept one within whose quotation it stands), in order of the text; none inside another."""
    holders = sorted(
        ((q.first, q.last, c) for c in kept if not c.route.startswith("quote-f") for q in c.quotes),
        key=lambda h: h[:2],
    )
    starts = [h[0] for h in holders]
    out: list[tuple[Candidate, Candidate]] = []
    end = 0
    for candidate, _ in sorted(dropped, key=lambda d: (d[0].start, -d[0].end)):
        cue = candidate.cue
        if cue is None or candidate.route != "verb-clause" or len(candidate.pieces) > 1 or candidate.tail:
            continue
        if not _utters(candidate, cue):
            continue
        at = bisect_right(starts, cue.i) - 1
        if at < 0:
            continue
        first, last, holder = holders[at]
        if first <= candidate.start and candidate.end <= last and cue.i < last and candidate.start >= end:
            if any(t.lower in OPEN for t in parsed.tokens[max(first, cue.i - 12) : cue.i] if t.sent == cue.sent):
                continue
            out.append((candidate, holder))
            end = candidate.end
    return out


def _utters(candidate: Candidate, cue: Token) -> bool:
    subject, entry = candidate.subject, candidate.entry
    if entry is None or entry.cls not in UTTERED or subject is None or candidate.passive or subject.lower in SELF:
        return False
    if any(c.tag in ("MD", "TO") or c.dep == "neg" for c in cue.children):
        return False
    clause = candidate.head
    if clause is None or clause.pos not in ("VERB", "AUX") or not any(c.dep in SUBJECTS for c in clause.children):
        return False
    if subject.tag == "NNS" and not any(c.dep in ("det", "poss", "amod", "nummod") for c in subject.children):
        return False  # "people say"
    perfect = any(c.lemma == "have" and c.dep == "aux" for c in cue.children)
    return subject.sent == cue.sent and (cue.tag in FINITE or (cue.tag == "VBN" and perfect))


def told_by(statement: Statement | None, outer: Statement | None) -> Statement | None:
    """The second voice's statement, relayed by the speaker of the quotation; None where the two are not known apart."""
    if statement is None or outer is None or outer.speaker is None:
        return None
    if statement.speaker is None or statement.speaker == outer.speaker or statement.kind == "attitude":
        return None
    because = tuple("statement.second-voice" if b == "decide.linear" else b for b in statement.because)
    return replace(statement, kind="indirect", relayed_by=outer.speaker, because=because)
