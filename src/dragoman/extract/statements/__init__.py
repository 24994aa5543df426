"""Statements: who said what (propose - decide - explain).

`grammar` and `quoting` propose candidates with high recall, `decide` keeps or drops each, `roles`, `speaker` and their
neighbours fill the record. Example: "Moscow insists it was deceived" is a statement of Russia, cue "insists".
"""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.decide import settle
from dragoman.extract.statements.grammar import propose
from dragoman.extract.statements.quotes import find_quotes
from dragoman.extract.statements.quoting import Quoting
from dragoman.extract.statements.relay import pass_on
from dragoman.extract.statements.roles import content_spans, cue_spans, source_spans
from dragoman.extract.statements.speaker import actor_of
from dragoman.extract.statements.voice import form_of, kind_of
from dragoman.kit import Kit
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Parsed, Reject, Statement
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
    return Quoting(parsed, find_quotes(parsed), speech).join(found)


def find_statements(setting: Setting, kit: Kit) -> tuple[tuple[Statement, ...], tuple[Reject, ...]]:
    """The statements of the article, in order of the text, and what was dropped and why."""
    parsed = setting.parsed
    candidates = candidates_of(parsed, kit.speech)
    kept, dropped = settle(candidates, parsed, kit.speech)
    kept = pass_on(kept, candidates, kit.speech)
    statements = []
    for candidate in kept:
        statement = _statement(candidate, setting)
        if statement is not None:
            statements.append(statement)
    rejects = []
    for candidate, reason in dropped:
        spans = content_spans(candidate, parsed)
        if spans:
            rejects.append(Reject(span=cover(spans), stage="statements", reason=reason))
    return tuple(statements), tuple(rejects)


def _statement(candidate: Candidate, setting: Setting) -> Statement | None:
    parsed = setting.parsed
    content = content_spans(candidate, parsed)
    if not content:
        return None
    cue, source = cue_spans(candidate, parsed), source_spans(candidate, parsed)
    speaker, rule = actor_of(candidate.subject, setting)
    because = ["statement." + candidate.route, rule]
    if candidate.entry is not None:
        because.insert(0, candidate.entry.name)
    kind = kind_of(candidate, parsed)
    return Statement(
        id=content_id("statement", parsed.article.id, content, cue),
        kind=kind,
        form=form_of(candidate, content, parsed) if kind != "attitude" else None,
        speaker=speaker,
        relayed_by=actor_of(candidate.relayer, setting)[0],
        source=source,
        cue=cue,
        content=content,
        block=parsed.sentences[parsed.tokens[candidate.start].sent].block,
        because=tuple(because),
    )
