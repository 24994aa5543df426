"""Who passes a statement on: the outer reporter of "the ministry said Orlov had warned …" and "TASS quoted him saying".

The statement is that of the inner speaker; the outer one is its relay. One statement is written, not two.
"""

from __future__ import annotations

from bisect import bisect_right

from dragoman.extract.statements.candidates import Candidate, agent_of, right_edge, subject_of
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Token

#: Classes of cues by which the outer one passes words on, and those that the inner one utters them by.
PASSING = frozenset({"say", "write", "relay", "show"})
UTTERING = frozenset({"say", "write", "ask", "promise", "urge"})
#: Routes that report words without a clause ("had warned against any attack", "had urged Cairo to sign").
REPORTED = frozenset({"verb-infinitive", "verb-preposition"})
#: An inner candidate is scored as if it stood alone in the text, where it hardly counts; this much it must have.
LEAST = 0.05


#: What else the outer one says beside what he passes on.
BESIDE = frozenset({"conj", "advcl", "parataxis"})


def pass_on(kept: list[Candidate], candidates: list[Candidate], speech: SpeechIndex) -> list[Candidate]:
    """The kept candidates, each outer one replaced by the statement that it relays."""
    by_cue = {c.cue.i: c for c in candidates if c.cue is not None and _full(c)}
    sources = sorted((c for c in candidates if c.route == "according-to" and c.cue is not None), key=_place)
    out = []
    for candidate in kept:
        inner = _relayed(candidate, by_cue)
        if inner is not None:
            _cited(inner, sources)
            inner.relayer = candidate.subject
            inner.score = candidate.score
            out.append(inner)
            continue
        if candidate.cue is not None:
            candidate.relayer = _quoter(candidate.cue, speech) or _cited(candidate, sources)
        out.append(candidate)
    return out


def _cited(candidate: Candidate, sources: list[Candidate]) -> Token | None:
    """Whom the end of the sentence cites: "Cairo agreed that it would pay, according to Reuters"; it is cut off."""
    if not candidate.route.startswith("verb-") or candidate.cue is None:
        return None
    start, end = candidate.pieces[-1]
    at = bisect_right(sources, start, key=_place)
    for source in sources[at : at + 2]:
        cue, subject = source.cue, source.subject
        if cue is None or subject is None or cue.i >= end or right_edge(subject) < end - 1:
            continue
        if (
            start + 1 < cue.i
            and candidate.cue.i < start
            and not any(q.first <= cue.i < q.last for q in candidate.quotes)
        ):
            candidate.pieces[-1] = (start, cue.i)
            return subject
    return None


def _place(candidate: Candidate) -> int:
    return candidate.cue.i if candidate.cue is not None else -1


def _full(candidate: Candidate) -> bool:
    if candidate.route in ("verb-clause", "verb-clause-before") or candidate.quotes:
        return True
    return (
        candidate.route in REPORTED
        and candidate.entry is not None
        and candidate.entry.cls in ("urge", "promise", "say")
    )


def _relayed(outer: Candidate, by_cue: dict[int, Candidate]) -> Candidate | None:
    """The statement that is the whole content of this one, if another voice makes it, outside quotation marks."""
    head, entry = outer.head, outer.entry
    if head is None or entry is None or entry.cls not in PASSING or outer.subject is None:
        return None
    inner = by_cue.get(head.i)
    if inner is None or inner is outer or inner.entry is None:
        return None
    agreed = inner.entry.cls == "stand" and inner.route == "verb-clause" and outer.route == "according-to"
    if inner.entry.cls not in UTTERING and not agreed:
        return None
    if inner.score < LEAST or any(c.dep == "aux" and c.tag == "MD" for c in head.children):
        return None  # "said they would warn Cairo": they have not yet
    subject = inner.subject
    if subject is None or subject is outer.subject or inner.passive or subject.pos == "PRON":
        return None
    if any(q.first <= head.i < q.last for q in outer.quotes):
        return None
    if not any(c.i == subject.i for c in head.children):
        return None
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in inner.pieces for c, d in outer.pieces)
    whole = sum(b - a for a, b in outer.pieces)
    only = shared * 4 >= whole and not any(c.dep in BESIDE for c in head.children)
    return inner if shared * 2 >= whole or only else None


def _quoter(cue: Token, speech: SpeechIndex) -> Token | None:
    """The subject of "quoted" in "quoted him saying", "quoted him as saying"; "by TASS" of "was quoted by TASS"."""
    verb = cue.head
    if cue.dep == "pcomp" and verb.lower == "as":
        verb = verb.head
    elif cue.dep not in ("xcomp", "ccomp", "acl", "advcl"):
        return None
    entry = speech.verbs.get(verb.lemma.lower())
    if verb is cue or entry is None or entry.cls != "relay":
        return None
    subject, passive = subject_of(verb, speech)
    return agent_of(verb) if passive else subject
