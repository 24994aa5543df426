"""When something was said: the time that governs the cue, or that of the statement it goes on from."""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate
from dragoman.records import TimeSpan, Token
from dragoman.resolve.attach import Setting, time_of


def said_at(candidate: Candidate, setting: Setting) -> TimeSpan | None:
    """The time of saying, or None where the text does not say.

    Sought at the cue, at the verb it hangs on ("stressed Sunday …, warning that"), at the verb of quoting ("on Monday
    quoted him saying"), and at the occasion that hangs on the speaker ("Orlov in Sunday's talks stressed").
    """
    cue = candidate.cue
    if cue is None:
        return None
    for token in _places(cue, candidate.subject):
        ref = time_of(token, setting)
        if ref is not None and ref.value is not None and not _in_content(ref.span.start, candidate, setting):
            return TimeSpan(value=ref.value, begin=ref.begin, end=ref.end)
    return None


def _places(cue: Token, subject: Token | None) -> list[Token]:
    out = [cue]
    if cue.dep in ("advcl", "xcomp", "conj", "pcomp", "ccomp", "acl") and cue.head.pos in ("VERB", "AUX", "ADP"):
        head = cue.head.head if cue.head.pos == "ADP" else cue.head
        if head.pos in ("VERB", "AUX") and head.i < cue.i and cue.tag in ("VBG", "VB", "VBN"):
            out.append(head)
    if subject is not None and subject.i < cue.i:
        for child in subject.children:
            if child.dep == "prep" and child.lower in ("in", "at", "during", "after", "before", "on"):
                noun = child.child("pobj")
                if noun is not None:
                    out.append(noun)
    return out


def _in_content(offset: int, candidate: Candidate, setting: Setting) -> bool:
    tokens = setting.parsed.tokens
    return any(tokens[a].start <= offset < tokens[b - 1].end for a, b in candidate.pieces)
