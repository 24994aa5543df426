"""Positions: what an actor demands, refuses, offers, fears … of others, in the plain cases.

Three ways lead to one: the cue of a statement (he *warned* that …), what the speaker says of his own or another's side
inside it (*we will not* …, *they must* …), and an act done by saying it (*Moscow's demand of* …).
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.positions.clauses import of_clauses
from dragoman.extract.positions.cues import WEAK, cue_row, stance_of, welcomed
from dragoman.extract.positions.draft import Draft
from dragoman.extract.positions.sides import addressed, one_side, other_side, party
from dragoman.kit import Kit
from dragoman.lexicon.stances import StanceIndex
from dragoman.records import Event, Position, Span, Statement
from dragoman.records.ids import content_id
from dragoman.records.spans import cover
from dragoman.resolve.attach import Setting

#: Acts that are done by saying them, and the stances in which one can: their sources hold a position.
SPOKEN = {
    "REQUEST": frozenset({"demands", "urges", "proposes"}),
    "REJECT": frozenset({"refuses", "denies"}),
    "THREATEN": frozenset({"threatens", "warns"}),
    "ACCUSE": frozenset({"accuses", "condemns"}),
    "AGREE": frozenset({"promises", "accepts", "offers", "proposes"}),
    "CONCEDE": frozenset({"accepts"}),
}
ISSUE_WORDS = 3
SILENT = frozenset({"conditional", "considered", "denied"})


def find_positions(
    setting: Setting, statements: tuple[Statement, ...], events: tuple[Event, ...], kit: Kit
) -> tuple[Position, ...]:
    """The positions of the report, in order of the text; one for the same stance of one actor in the same words."""
    drafts = [d for s in statements for d in of_statement(s, setting, kit.stances)]
    drafts += [d for e in events for d in of_event(e, statements, setting, kit.stances)]
    kept: list[Draft] = []  # the words of a statement say more than the verb around them: statements go first
    for draft in drafts:
        if not any(same(draft, other) for other in kept):
            kept.append(draft)
    kept.sort(key=lambda d: (d.evidence, d.actor))
    return tuple(position(d, setting) for d in kept)


def same(one: Draft, other: Draft) -> bool:
    """One actor and words that overlap: one position, told twice."""
    return one.actor == other.actor and one.evidence.overlaps(other.evidence)


def of_statement(statement: Statement, setting: Setting, index: StanceIndex) -> Iterator[Draft]:
    """What the clauses of the words say, each in its own words; else the stance of the cue, for all of them."""
    if statement.speaker is None or not statement.content:
        return
    cue = cue_row(statement, setting, index)
    clauses = list(of_clauses(statement, setting, index)) if cue is None or cue["stance"] in WEAK else []
    yield from clauses
    if cue is not None and not clauses:
        evidence = welcomed(statement, setting) or cover(statement.content)
        toward = addressed(statement, setting) or other_side(evidence, statement.speaker, setting)
        yield Draft(statement.speaker, cue, "position.cue", evidence, toward, statement.id)


def of_event(event: Event, statements: tuple[Statement, ...], setting: Setting, index: StanceIndex) -> Iterator[Draft]:
    """An act done by saying it, in each place where the text tells of it; unless it is only planned or denied.

    In the mouth of another country ("they have agreed to nothing but words") it is that country's view, and no
    position of the one it speaks of.
    """
    if event.plover not in SPOKEN or event.status in SILENT or not event.source:
        return
    toward = party(event.target[0], setting) if event.target else None
    for evidence in event.evidence:
        rows = (r for t in setting.parsed.tokens_in(evidence) if (r := stance_of(t, index)))
        row = next((r for r in rows if r["stance"] in SPOKEN[event.plover]), None)
        if row is not None and not told_by_another(event, statements, setting):
            yield Draft(event.source[0], row, "position.act", evidence, toward, event.said_in)


def told_by_another(event: Event, statements: tuple[Statement, ...], setting: Setting) -> bool:
    """The act stands in words of a speaker of some other country than its source."""
    around = [s.speaker for s in statements if any(c.overlaps(event.trigger) for c in s.content)]
    speakers = [a for s in around if (a := setting.who.actor(s)) is not None and a.country is not None]
    return any(not one_side(event.source[0], a.id, setting) for a in speakers)


# ---------------------------------------------------------------- explain


def position(draft: Draft, setting: Setting) -> Position:
    """The record of a draft."""
    return Position(
        id=content_id("position", setting.parsed.article.id, draft.actor, draft.row["stance"], tuple(draft.evidence)),
        actor=draft.actor,
        stance=draft.row["stance"],  # type: ignore[arg-type]
        issue=issue_of(draft.evidence, setting),
        proposition=draft.evidence,
        condition=condition_of(draft.evidence, setting),
        toward=draft.toward,
        said_in=draft.said_in,
        evidence=draft.evidence,
        because=(draft.rule, draft.row.name),
    )


def issue_of(evidence: Span, setting: Setting) -> str:
    """A short key: the first nouns of the words, as lemmas ("security guarantee ukraine")."""
    nouns = [t.lemma.lower() for t in setting.parsed.tokens_in(evidence) if t.pos in ("NOUN", "PROPN")]
    return " ".join(list(dict.fromkeys(nouns))[:ISSUE_WORDS]) or evidence.of(setting.parsed.article.text)[:40]


def condition_of(evidence: Span, setting: Setting) -> Span | None:
    """The if-clause inside the words."""
    for token in setting.parsed.tokens_in(evidence):
        if token.dep == "mark" and token.lower in ("if", "unless"):
            words = [t for t in token.head.subtree() if evidence.start <= t.start and t.end <= evidence.end]
            return Span(words[0].start, words[-1].end) if words else None
    return None
