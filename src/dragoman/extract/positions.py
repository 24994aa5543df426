"""Positions: what an actor demands, refuses, offers, fears … of others, in the plain cases.

Three ways lead to one: the cue of a statement (he *warned* that …), what the speaker says of his own or another's side
inside it (*we will not* …, *they must* …), and an act done by saying it (*Moscow's demand of* …).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.kit import Kit
from dragoman.lexicon.load import Row
from dragoman.lexicon.stances import StanceIndex
from dragoman.records import Event, Position, Span, Statement, Token
from dragoman.records.ids import content_id
from dragoman.records.spans import cover
from dragoman.resolve.attach import Setting

#: Acts that are done by saying them; their sources hold a position.
SPOKEN = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE", "SUPPORT", "CONCEDE"})
OWN = frozenset({"we", "i"})
BACK = frozenset({"it", "he", "she", "they"})
PARTIES = frozenset({"state", "organisation", "person", "armed_group", "agency"})
ISSUE_WORDS = 3
SILENT = frozenset({"conditional", "considered", "denied"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A position before its issue and id are known."""

    actor: str
    row: Row
    rule: str
    evidence: Span
    toward: str | None
    said_in: str | None


def find_positions(
    setting: Setting, statements: tuple[Statement, ...], events: tuple[Event, ...], kit: Kit
) -> tuple[Position, ...]:
    """The positions of the report, in order of the text; one for the same stance of one actor in the same words."""
    drafts = [d for s in statements for d in of_statement(s, setting, kit.stances)]
    drafts += [d for e in events for d in of_event(e, setting, kit.stances)]
    kept: list[Draft] = []  # the words of a statement say more than the verb around them: statements go first
    for draft in drafts:
        if not any(same(draft, other) for other in kept):
            kept.append(draft)
    kept.sort(key=lambda d: (d.evidence, d.actor))
    return tuple(position(d, setting) for d in kept)


def same(one: Draft, other: Draft) -> bool:
    return one.actor == other.actor and one.evidence.overlaps(other.evidence)


# ---------------------------------------------------------------- propose and decide


def of_statement(statement: Statement, setting: Setting, index: StanceIndex) -> Iterator[Draft]:
    if statement.speaker is None or not statement.content:
        return
    evidence = cover(statement.content)
    found = cue_row(statement, setting, index)
    rule = "position.cue"
    if found is None:
        found, rule = modal_row(statement, setting, index), "position.modal"
    if found is not None:
        toward = addressed(statement, setting) or other_side(evidence, statement.speaker, setting)
        yield Draft(statement.speaker, found, rule, evidence, toward, statement.id)


def cue_row(statement: Statement, setting: Setting, index: StanceIndex) -> Row | None:
    """The stance of the cue; a warning of costs to come is a threat where the content names its condition."""
    for span in statement.cue:
        for token in setting.parsed.tokens_in(span):
            row = index.stance(token.lemma, "noun" if token.pos == "NOUN" else "verb")
            if row is not None and row["stance"] == "warns":
                return costs(statement, setting, index) or row
            if row is not None and not any(c.dep == "neg" for c in token.children):
                return row
    return None


def costs(statement: Statement, setting: Setting, index: StanceIndex) -> Row | None:
    words = [t for span in statement.content for t in setting.parsed.tokens_in(span)]
    return next((row for t in words if (row := index.stance(t.lemma, "cost"))), None)


def modal_row(statement: Statement, setting: Setting, index: StanceIndex) -> Row | None:
    """ "We will not discuss …" refuses, "they must withdraw" demands; the main verb of the words said decides."""
    words = [t for span in statement.content for t in setting.parsed.tokens_in(span)]
    inside = {t.i for t in words}
    for verb in words:
        if verb.pos not in ("VERB", "AUX") or (verb.head.i in inside and verb.head is not verb and verb.dep != "ccomp"):
            continue
        subject = verb.child("nsubj", "nsubjpass")
        own = subject is not None and is_own(subject, statement, setting)
        if subject is None or (not own and setting.who.of(subject) is None):
            continue
        row = index.stance(modal_phrase(verb), "self" if own else "other")
        if row is not None:
            return row
    return None


def is_own(subject: Token, statement: Statement, setting: Setting) -> bool:
    """The speaker's own side: "we", himself, or his state; "it was ready" behind "Kenya said"."""
    who = setting.who
    bare = subject.pos == "PRON" and who.of(subject) is None
    if subject.lower in OWN or (bare and subject.lower in BACK and statement.kind == "indirect"):
        return True
    one, other = who.actor(who.of(subject)), who.actor(statement.speaker)
    return bool(one and other and (one.id == other.id or (one.country and one.country == other.country)))


def modal_phrase(verb: Token) -> str:
    """ "will not", "must", "have to", "ready to": the words that carry the modality of a verb."""
    modal = next((c.lower for c in verb.children if c.dep == "aux" and c.tag == "MD"), "")
    modal = {"'ll": "will", "wo": "will", "ca": "can", "'d": "would"}.get(modal, modal)
    negation = next((c.lower for c in verb.children if c.dep == "neg"), "")
    if negation:
        negation = "never" if negation == "never" else "not"
    if not modal and verb.lemma in ("have", "need") and verb.child("xcomp") is not None:
        return f"{verb.lemma} to"
    adjective = verb.child("acomp") if verb.lemma == "be" else None
    if not modal and adjective is not None and adjective.child("xcomp") is not None and not negation:
        return f"{adjective.lower} to"
    return f"{modal} {negation}".strip()


def of_event(event: Event, setting: Setting, index: StanceIndex) -> Iterator[Draft]:
    """An act done by saying it, unless it is only planned or denied."""
    if event.plover not in SPOKEN or event.status in SILENT or not event.source:
        return
    words = setting.parsed.tokens_in(event.trigger)
    row = next((r for t in words if (r := index.stance(t.lemma, "noun" if t.pos == "NOUN" else "verb"))), None)
    if row is None:
        return
    evidence = next((e for e in event.evidence if e.contains(event.trigger)), event.trigger)
    toward = event.target[0] if event.target else None
    yield Draft(event.source[0], row, "position.act", evidence, toward, event.said_in)


def addressed(statement: Statement, setting: Setting) -> str | None:
    """The one spoken to, unless it is a medium or a crowd that only hears it."""
    cues = [t for span in statement.cue for t in setting.parsed.tokens_in(span)]
    objects = [setting.who.of(o) for t in cues if (o := t.child("dobj", "dative"))]
    for actor_id in (statement.addressee, *objects):
        actor = setting.who.actor(actor_id)
        if actor is not None and actor.kind in PARTIES:
            return actor.id
    return None


def other_side(evidence: Span, speaker: str, setting: Setting) -> str | None:
    """The first state, body or person of another country that the words name."""
    own = setting.who.actor(speaker)
    for link in setting.who.links_in(evidence):
        actor = setting.who.actor(link.actor)
        if (
            actor is None
            or link.actor == speaker
            or actor.kind not in ("state", "organisation", "person", "armed_group")
        ):
            continue
        if own is None or actor.country is None or actor.country != own.country:
            return link.actor
    return None


# ---------------------------------------------------------------- explain


def position(draft: Draft, setting: Setting) -> Position:
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
