"""Statements: who said what (propose - decide - explain).

`grammar` and `quoting` propose candidates with high recall, `decide` keeps or drops each, `roles`, `speaker` and their
neighbours fill the record. Example: "Moscow insists it was right" is a statement of Russia, cue "insists".
"""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.capacity import capacity_of, unname
from dragoman.extract.statements.carry import go_on, same_voice, take_up
from dragoman.extract.statements.channel import circumstances_of
from dragoman.extract.statements.decide import settle
from dragoman.extract.statements.grammar import propose
from dragoman.extract.statements.hollow import hollow
from dragoman.extract.statements.quotes import find_quotes
from dragoman.extract.statements.quoting import Quoting, closed_ones
from dragoman.extract.statements.relay import pass_on
from dragoman.extract.statements.roles import content_spans, cue_spans, source_spans
from dragoman.extract.statements.second import second_voices, told_by
from dragoman.extract.statements.speaker import actor_of
from dragoman.extract.statements.speeches import ROUTE as TURN
from dragoman.extract.statements.speeches import spoken
from dragoman.extract.statements.turns import Turns
from dragoman.extract.statements.voice import form_of, kind_of
from dragoman.extract.statements.when import said_at
from dragoman.kit import Kit
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Parsed, Reject, Span, Statement
from dragoman.records.ids import content_id
from dragoman.records.spans import cover
from dragoman.records.vocab import REPORT_BLOCKS
from dragoman.resolve.attach import Setting


def candidates_of(parsed: Parsed, speech: SpeechIndex) -> list[Candidate]:
    """Every candidate of the article's report, in order of the text."""
    found: list[Candidate] = []
    for sentence in parsed.sentences:
        if sentence.kind in REPORT_BLOCKS:
            found.extend(propose(sentence, speech))
    return Quoting(parsed, closed_ones(find_quotes(parsed), parsed, speech), speech).join(found)


def find_statements(setting: Setting, turns: Turns, kit: Kit) -> tuple[tuple[Statement, ...], tuple[Reject, ...]]:
    """The statements of the article, in order of the text, and what was dropped and why."""
    parsed = setting.parsed
    candidates = candidates_of(parsed, kit.speech)
    kept, dropped = settle(candidates, parsed, kit.speech)
    kept = pass_on(kept, candidates, kit.speech)
    if turns:
        kept = sorted([*kept, *spoken(turns, kept, parsed, kit.speech)], key=lambda c: (c.start, c.end))
    within = {id(c): (c, holder) for c, holder in second_voices(kept, dropped, parsed)}
    if within:
        kept = sorted([*kept, *(c for c, _ in within.values())], key=lambda c: (c.start, -c.end))
    statements: list[Statement] = []
    of: dict[int, Statement] = {}
    last: Statement | None = None
    for candidate in kept:
        statement = _statement(candidate, setting, kit.speech, of, turns)
        second = within.get(id(candidate))
        if second is not None:
            statement = told_by(statement, of.get(id(second[1])))
        if statement is not None and (reason := hollow(statement, candidate, setting, kit.speech, turns)):
            dropped.append((candidate, reason))
        elif statement is not None:
            if last is not None and second is None:
                statement = same_voice(
                    take_up(statement, last, candidate, setting, kit.speech), last, candidate, setting
                )
                statement = go_on(statement, last, candidate)
            if statement.kind != "attitude" and second is None:
                last = statement
            of[id(candidate)] = statement
            statements.append(statement)
    given = {i for i in within if i in of}
    dropped = [(c, reason) for c, reason in dropped if id(c) not in given]
    statements = unname(statements, dropped, setting, kit.speech)
    rejects = []
    for candidate, reason in dropped:
        spans = content_spans(candidate, parsed)
        if spans:
            rejects.append(Reject(span=cover(spans), stage="statements", reason=reason))
    return tuple(statements), tuple(rejects)


def _statement(
    candidate: Candidate, setting: Setting, speech: SpeechIndex, before: dict[int, Statement], turns: Turns
) -> Statement | None:
    parsed = setting.parsed
    content = content_spans(candidate, parsed)
    if not content:
        return None
    cue, source = cue_spans(candidate, parsed), source_spans(candidate, parsed)
    speaker, rule = actor_of(candidate.subject, setting, speech)
    if (floor := turns.speaker_of(candidate.subject)) is not None:
        speaker, rule = floor, "speaker.has-the-floor"
    because = [candidate.entry.name] if candidate.entry is not None else []
    if candidate.route == TURN:
        speaker, rule = turns.speaker_at(content[0].start), "speaker.has-the-floor"
        source = _label(content[0], turns, parsed)
        because.append("statement.turn")
    else:
        because += ["statement." + candidate.route, "decide.linear"]
    because.append(rule)
    origin = before.get(id(candidate.carried)) if candidate.carried is not None else None
    if origin is not None:
        speaker = origin.speaker
        because[-1] = "speaker.carried-over"
    relay, _ = actor_of(candidate.relayer, setting, speech)
    if relay is None and turns:
        relay = turns.speaker_at(content[0].start)
    if relay is not None and relay != speaker:
        because.append("statement.relay")
    around = circumstances_of(candidate, setting, speech)
    kind = kind_of(candidate, parsed)
    return Statement(
        id=content_id("statement", parsed.article.id, content, cue),
        kind=kind,
        form=form_of(candidate, content, parsed) if kind != "attitude" else None,
        speaker=speaker,
        capacity=origin.capacity if origin else capacity_of(speaker, candidate.subject, setting, speech),
        source=source if candidate.carried is None else origin.source if origin is not None else (),
        cue=cue,
        content=content,
        addressee=origin.addressee if origin else around.addressee if around.addressee != speaker else None,
        channel=origin.channel if origin else around.channel,
        venue=origin.venue if origin else around.venue,
        time=origin.time if origin else said_at(candidate, setting),
        relayed_by=origin.relayed_by if origin else relay if relay != speaker else None,
        block=parsed.sentences[parsed.tokens[candidate.start].sent].block,
        because=(*because, *around.because),
    )


def _label(content: Span, turns: Turns, parsed: Parsed) -> tuple[Span, ...]:
    """The label of the turn, where it stands in the paragraph of the content."""
    label = turns.label_at(content.start)
    if label is None:
        return ()
    block = next((b for b in parsed.blocks if b.span.contains(content)), None)
    return (label,) if block is not None and block.span.contains(label) else ()
