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

#: Acts that are done by saying them, and the stances in which one can: their sources hold a position.
SPOKEN = {
    "REQUEST": frozenset({"demands", "urges", "proposes"}),
    "REJECT": frozenset({"refuses", "denies"}),
    "THREATEN": frozenset({"threatens", "warns"}),
    "ACCUSE": frozenset({"accuses", "condemns"}),
    "AGREE": frozenset({"promises", "accepts", "offers", "proposes"}),
    "CONCEDE": frozenset({"accepts"}),
}
#: Cues that say less than the words behind them ("stressed that they must withdraw").
WEAK = frozenset({"asserts", "warns"})
OWN = frozenset({"we", "i"})
BACK = frozenset({"it", "he", "she", "they"})
PARTIES = frozenset({"state", "organisation", "person", "armed_group", "agency", "group", "military"})
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
    """What the clauses of the words say, each in its own words; else the stance of the cue, for all of them."""
    if statement.speaker is None or not statement.content:
        return
    evidence = cover(statement.content)
    cue = cue_row(statement, setting, index)
    clauses = list(of_clauses(statement, setting, index)) if cue is None or cue["stance"] in WEAK else []
    yield from clauses
    if cue is not None and not clauses:
        toward = addressed(statement, setting) or other_side(evidence, statement.speaker, setting)
        yield Draft(statement.speaker, cue, "position.cue", evidence, toward, statement.id)


def cue_row(statement: Statement, setting: Setting, index: StanceIndex) -> Row | None:
    """The stance of the cue; a warning of costs to come is a threat."""
    for span in statement.cue:
        for token in setting.parsed.tokens_in(span):
            row = stance_of(token, index)
            if row is not None and row["stance"] == "warns":
                return costs(statement, setting, index) or row
            if row is not None:
                return row
    return None


def stance_of(token: Token, index: StanceIndex) -> Row | None:
    """The row of a verb (with its particle or preposition: rule out, call for) or noun; a negation turns or ends it."""
    if token.pos == "NOUN":
        return index.stance(token.lemma, "noun")
    phrases = [f"{token.lemma} {c.lower}" for c in token.children if c.dep in ("prep", "prt")]
    row = next((r for phrase in (*phrases, token.lemma) if (r := index.stance(phrase, "verb"))), None)
    if row is not None and token.child("neg") is not None:
        return index.stance(row["stance"], "negated")
    return row


def costs(statement: Statement, setting: Setting, index: StanceIndex) -> Row | None:
    words = [t for span in statement.content for t in setting.parsed.tokens_in(span)]
    return next((row for t in words if (row := index.stance(t.lemma, "cost"))), None)


def of_clauses(statement: Statement, setting: Setting, index: StanceIndex) -> Iterator[Draft]:
    """ "We will not discuss …" refuses, "they must withdraw" demands, "I doubt …" doubts: one for each clause said."""
    words = [t for span in statement.content for t in setting.parsed.tokens_in(span)]
    whole = cover(statement.content)
    for verb in words:
        subject = verb.child("nsubj", "nsubjpass") if verb.pos in ("VERB", "AUX") else None
        if subject is None or subject.tag in ("WP", "WDT", "EX"):
            continue
        own = is_own(subject, statement, setting)
        row = index.stance(modal_phrase(verb), "self" if own else "other")
        row = row if verb.child("ccomp") is None else None  # "I cannot say that …" refuses nothing
        row = row or (stance_of(verb, index) if own else None)
        if row is None or (not own and subject.pos == "PRON" and setting.who.of(subject) is None):
            continue
        evidence = clause_in(verb, whole)
        speaker = statement.speaker or ""
        toward = None if own else party(setting.who.of(subject), setting)
        toward = toward or addressed(statement, setting) or other_side(evidence, speaker, setting)
        yield Draft(speaker, row, "position.modal", evidence, toward, statement.id)


def clause_in(verb: Token, whole: Span) -> Span:
    """The words of a clause within those of the statement, without the clauses joined to it."""
    stack, held = [verb], []
    while stack:
        token = stack.pop()
        held.append(token)
        stack += [c for c in token.children if not (token is verb and c.dep in ("conj", "cc", "parataxis", "punct"))]
    inside = [t for t in held if whole.start <= t.start and t.end <= whole.end] or [verb]
    return Span(min(t.start for t in inside), max(t.end for t in inside))


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
    """An act done by saying it, in each place where the text tells of it; unless it is only planned or denied."""
    if event.plover not in SPOKEN or event.status in SILENT or not event.source:
        return
    toward = party(event.target[0], setting) if event.target else None
    for evidence in event.evidence:
        rows = (r for t in setting.parsed.tokens_in(evidence) if (r := stance_of(t, index)))
        row = next((r for r in rows if r["stance"] in SPOKEN[event.plover]), None)
        if row is not None:
            yield Draft(event.source[0], row, "position.act", evidence, toward, event.said_in)


def party(actor_id: str | None, setting: Setting) -> str | None:
    """The actor itself if it can be a side of a quarrel."""
    actor = setting.who.actor(actor_id)
    return actor.id if actor is not None and actor.kind in PARTIES else None


def addressed(statement: Statement, setting: Setting) -> str | None:
    """The one spoken to, unless it is a medium or a crowd that only hears it."""
    cues = [t for span in statement.cue for t in setting.parsed.tokens_in(span)]
    objects = [setting.who.of(o) for t in cues if (o := t.child("dobj", "dative"))]
    return next((a for actor_id in (statement.addressee, *objects) if (a := party(actor_id, setting))), None)


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
