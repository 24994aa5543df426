"""From the mentions of one act to its record: codes, dates, place, evidence."""

from __future__ import annotations

from dragoman.extract.events.cues import preposition_cue
from dragoman.extract.events.detail import contexts_of, mode_of_meeting
from dragoman.extract.events.grammar import below, is_verbal, undergoers
from dragoman.extract.events.mention import Mention
from dragoman.lexicon.triggers import Cue, TriggerIndex
from dragoman.records import Event, Span, Token
from dragoman.records.ids import content_id
from dragoman.records.spans import trimmed
from dragoman.records.vocab import EventStatus
from dragoman.resolve.attach import Setting

#: Parts of a clause's tree that are clauses in their own right and no evidence of this one.
OTHER_CLAUSES = frozenset({"parataxis", "advcl", "conj"})
#: So many tokens of a clause are looked at (a bound on hostile sentences).
LONGEST = 250
EDGE = frozenset({"punct", "cc", "mark"})


def event_of(mentions: list[Mention], setting: Setting, index: TriggerIndex) -> Event:
    """The event of these mentions; the first that knows a field gives it."""
    first = mentions[0]
    best = next((m for m in mentions if m.sources and m.targets), None)
    best = best or next((m for m in mentions if m.sources or m.targets), first)
    sources, targets = best.sources, best.targets
    if not best.mutual:
        sources = sources or next((m.sources for m in mentions if m.sources), ())
        targets = targets or next((m.targets for m in mentions if m.targets), ())
        targets = tuple(t for t in targets if t not in sources)
    within = {m for a in map(setting.who.actor, sources) if a is not None for m in a.members}
    targets = tuple(t for t in targets if t not in within)  # "the two leaders pledged": neither is the other side
    status = _status(mentions)
    code = max((m.cameo for m in mentions), key=lambda c: len(c.rstrip("0")))
    mode = next((m.mode for m in mentions if m.mode), None)
    place = next((m.place for m in mentions if m.place is not None), None)
    land = setting.places[place].country if place is not None else None
    if best.mutual and first.plover == "CONSULT" and mode is None:
        mode, code = mode_of_meeting(code, (*sources, *targets), land, setting)
    known = index.codes.get(code)
    home = land or _beat(sources, setting)
    dated = next((m for m in mentions if m.begin or m.end), first)
    evidence = tuple(dict.fromkeys(m.evidence for m in mentions))
    because = tuple(dict.fromkeys(b for m in mentions for b in m.because))
    return Event(
        id=content_id("event", setting.parsed.article.id, first.token.start, first.plover, first.status),
        source=sources,
        target=targets,
        reciprocal=best.mutual and bool(targets),
        source_code=_code(sources, setting, land if first.plover == "PROTEST" else None),
        target_code=_code(targets, setting, home if first.plover in ("ASSAULT", "COERCE") else None),
        plover=first.plover,
        mode=mode,
        contexts=contexts_of(mentions, known.contexts if known else (), index),
        cameo=code,
        quad=index.quads.get(first.plover) or (known.quad if known else None),
        goldstein=known.goldstein if known else None,
        status=status,
        modality=next((m.modality for m in mentions if m.modality), None),
        begin=dated.begin,
        end=dated.end,
        place=place,
        object=next((m.object for m in mentions if m.object), None),
        condition=next((m.condition for m in mentions if m.condition), None),
        trigger=first.token.span,
        evidence=evidence,
        said_in=first.said_in,
        because=because,
    )


def _status(mentions: list[Mention]) -> EventStatus:
    """The status told by a clause before that of a bare noun; of several, what lasts."""
    told = [m for m in mentions if is_verbal(m.verb)] or mentions
    if told[0].status == "scheduled":
        return next((m.status for m in told if m.status in ("occurred", "ongoing")), "scheduled")
    if told[0].mutual and told[0].begin and told[0].status == "occurred":
        return "occurred"  # "met on Tuesday" is over, though "their talks continue"
    return next((m.status for m in told if m.status == "ongoing"), told[0].status)


def _beat(ids: tuple[str, ...], setting: Setting) -> str | None:
    """The country of those who act, where all are police: they have power over people in their own land alone."""
    actors = [actor for actor in map(setting.who.actor, ids) if actor is not None]
    if not actors or any((actor.code or "")[3:6] != "COP" for actor in actors):
        return None
    return actors[0].country


def _code(ids: tuple[str, ...], setting: Setting, land: str | None) -> str | None:
    """Code or country of the first actor that has a country or is an international body; else of the first.

    A crowd of no country is of the `land` where it protests or suffers ("ten civilians were killed in Aleppo" SYRCVL),
    or of the land of the police that act on it.
    """
    codes = []
    for actor in map(setting.who.actor, ids):
        if actor is not None and (actor.code or actor.country):
            code = actor.code or actor.country
            if actor.country is not None or actor.kind in ("organisation", "armed_group"):
                return code
            crowd = actor.kind == "population" or (actor.kind == "person" and code == "CVL")
            codes.append(f"{land}{code}" if land and crowd else code)
    return codes[0] if codes else None


def clause_span(mention: Mention, text: str, index: TriggerIndex) -> Span:
    """The clause around the trigger: its tree without other clauses that hang on it, from first to last word."""
    top = mention.verb
    tokens = _clause_tokens(top, index) if is_verbal(top) or top.pos == "ADJ" else _phrase_tokens(top)
    tokens.sort(key=lambda t: t.i)
    while len(tokens) > 1 and tokens[0].dep in EDGE:
        tokens.pop(0)
    while (len(tokens) > 1 and tokens[-1].dep in ("cc", "mark")) or (len(tokens) > 1 and tokens[-1].pos == "PUNCT"):
        tokens.pop()
    return trimmed(text, tokens[0].start, tokens[-1].end)


def _clause_tokens(verb: Token, index: TriggerIndex) -> list[Token]:
    if verb.pos == "ADJ" and is_verbal(verb.head):
        verb = verb.head
    out: list[Token] = []
    stack = [verb]
    while stack and len(out) < LONGEST:
        token = stack.pop()
        out.append(token)
        stack.extend(c for c in token.children if not _is_other(c, index))
    return out


def _is_other(child: Token, index: TriggerIndex) -> bool:
    """Is it a clause of its own: coordinated, inserted, or adverbial ("while …"), but no condition and no purpose?"""
    if child.dep not in OTHER_CLAUSES or not is_verbal(child):
        return False
    mark = child.child("mark")
    if mark is None:
        return child.tag != "VB"
    cue = index.cue("mark", mark.lower)
    return cue is None or cue.effect != "conditional"


def object_span(mention: Mention, setting: Setting) -> Span | None:
    """What the act is about, where that is a thing: the object of the verb, if it is no actor."""
    token = mention.token
    if not is_verbal(token):
        return None
    for noun in undergoers(token):
        if noun.pos in ("NOUN", "PROPN") and setting.who.of(noun) is None:
            tokens = _phrase_tokens(noun)
            first, last = min(t.start for t in tokens), max(t.end for t in tokens)
            return trimmed(setting.parsed.article.text, first, last)
    return None


def condition_span(mention: Mention, text: str, index: TriggerIndex) -> Span | None:
    """ "if it invades", "in the event of an attack": on what the act depends."""
    for token in below(mention.verb):
        if token.dep == "advcl":
            mark = token.child("mark")
            cue = index.cue("mark", mark.lower) if mark is not None else None
        elif token.dep == "prep":
            cue = preposition_cue(token, index) or _inner_cue(token, index)
        else:
            continue
        if cue is not None and cue.effect == "conditional":
            tokens = sorted(below(token), key=lambda t: t.i)
            return trimmed(text, tokens[0].start, tokens[-1].end)
    return None


def _inner_cue(prep: Token, index: TriggerIndex) -> Cue | None:
    """ "IN the EVENT of": the cue of the preposition inside."""
    noun = prep.child("pobj")
    inner = noun.child("prep") if noun is not None else None
    return preposition_cue(inner, index) if inner is not None else None


def _phrase_tokens(noun: Token) -> list[Token]:
    out: list[Token] = []
    stack = [noun]
    while stack and len(out) < LONGEST:
        token = stack.pop()
        out.append(token)
        stack.extend(c for c in token.children if not (c.dep in ("conj", "relcl", "appos") and token is noun))
    return out
