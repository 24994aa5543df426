"""From a user's verb, its parties and its code to the record of the event."""

from __future__ import annotations

from typing import cast

from dragoman.extract.events.clause import read_clause
from dragoman.extract.events.climb import climb
from dragoman.extract.events.coded.clause import Clause
from dragoman.extract.events.coded.model import Matched, Pair
from dragoman.extract.events.grammar import below, is_verbal
from dragoman.extract.events.reality import Reality
from dragoman.extract.events.status import STATUSES
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Event, Span, Token
from dragoman.records.ids import content_id
from dragoman.records.spans import trimmed
from dragoman.records.vocab import HAPPENED, EventStatus, PloverType
from dragoman.resolve.attach import Setting, event_dates, place_of

HELPERS = frozenset({"aux", "neg", "auxpass"})
OTHER = frozenset({"conj", "parataxis", "cc", "punct"})
#: Clauses with a subject of their own: what governs them only tells of them.
TOLD = frozenset({"ccomp", "parataxis"})
EDGE = frozenset({"punct", "cc", "mark"})
MEANT = {"expected": "considered", "alleged": "considered"}
LONGEST = 250


def reality_of(clause: Clause, matched: Matched, index: TriggerIndex, plover: str) -> Reality:
    """Whether it happened, by the words outside the row: what the pattern names is the act itself ("WILL NOT *")."""
    taken = {t.i for t in matched.tokens}
    top = clause.verb
    for above in clause.verb.ancestors():
        if above.i in taken or any(c.i in taken for c in above.children if c.i < clause.token.i):
            top = above
        if top.i - above.i > LONGEST:
            break
    if not is_verbal(top):
        top = next((a for a in top.ancestors() if is_verbal(a)), clause.verb)
    reality = Reality()
    helpers = [c for c in top.children if c.dep in HELPERS]
    named = any(c.i in taken for c in helpers)
    if named:
        for helper in helpers:
            cue = index.cue("modal", helper.lower) if helper.i not in taken else None
            if cue is not None and cue.effect == "future":
                reality.take("scheduled", cue.name)
    else:
        read_clause(top, reality, index, plover)
    if not (named and top.dep in TOLD):
        climb(top, reality, index, plover)
    return reality


def event_of(
    clause: Clause, pair: Pair, code: str, reality: Reality, setting: Setting, index: TriggerIndex,
    *, plover: str, scheme: str, mutual: bool, because: tuple[str, ...], said_in: str | None,
) -> Event:  # fmt: skip
    """The event of one source and one target; the code as the user wrote it, its PLOVER type where that is known."""
    token = clause.token
    known = index.codes.get(code) if scheme == "cameo" else None
    begin, end = event_dates(clause.verb, setting)
    source, target = pair.source, pair.target
    status = _status(reality, begin, setting)
    return Event(
        id=content_id("event", setting.parsed.article.id, token.start, code, source.code, target.code),
        source=(source.actor,) if source.actor else (),
        target=(target.actor,) if target.actor else (),
        reciprocal=mutual,
        source_code=source.code,
        target_code=target.code,
        plover=cast(PloverType, plover) if plover else None,
        contexts=known.contexts if known else (),
        cameo=code,
        quad=(known.quad if known else None) or index.quads.get(plover),
        goldstein=known.goldstein if known else None,
        status=status,
        modality=reality.modality,
        begin=begin,
        end=end,
        place=place_of(clause.verb, setting),
        trigger=token.span,
        evidence=(_evidence(clause.verb, setting.parsed.article.text),),
        said_in=said_in,
        because=tuple(dict.fromkeys((*because, *reality.because))),
    )


def _status(reality: Reality, begin: str | None, setting: Setting) -> EventStatus:
    """What was gathered; what is told as done on a day yet to come is scheduled."""
    status = STATUSES[MEANT.get(reality.effect, reality.effect)]
    published = setting.parsed.article.published
    ahead = begin is not None and published is not None and begin[:10] > published[:10]
    return "scheduled" if ahead and status in HAPPENED else status


def _evidence(verb: Token, text: str) -> Span:
    """The clause around the verb, without what is coordinated with it."""
    tokens = [verb]
    for child in verb.children:
        if child.dep not in OTHER:
            tokens.extend(below(child, LONGEST))
    tokens.sort(key=lambda t: t.i)
    while len(tokens) > 1 and (tokens[0].dep in EDGE or tokens[0].pos == "PUNCT"):
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1].pos == "PUNCT":
        tokens.pop()
    return trimmed(text, tokens[0].start, tokens[-1].end)
