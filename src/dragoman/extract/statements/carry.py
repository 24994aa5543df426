"""What a statement takes over from the one before it: "…, she said on Twitter. "We will …," she said."."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.capacity import noun_capacity
from dragoman.extract.statements.speaker import only_in
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Statement, Token
from dragoman.resolve.attach import Setting

PAST = frozenset({"VBD", "VBG"})
PERSONAL = {"he": frozenset({"he", "his", "him"}), "she": frozenset({"she", "her"})}
#: Kinds of actors that "it" takes up.
BODIES = frozenset({"agency", "organisation", "armed_group", "military", "media"})


def same_voice(statement: Statement, before: Statement, candidate: Candidate, setting: Setting) -> Statement:
    """A pronoun taken for somebody whom only its own words name means the speaker before ("Aid must flow," he said)."""
    subject = candidate.subject
    if subject is None or subject.pos != "PRON" or statement.speaker is None or statement.block - before.block > 1:
        return statement
    if not only_in(statement.speaker, statement.content, subject.start, setting):
        return statement
    because = tuple("speaker.carried-over" if b == "speaker.subject-of-cue" else b for b in statement.because)
    return replace(statement, speaker=before.speaker, capacity=before.capacity, because=because)


def take_up(
    statement: Statement, before: Statement, candidate: Candidate, setting: Setting, speech: SpeechIndex
) -> Statement:
    """The statement with the speaker of the one before, where nobody else can be meant by its "he", "it", "the envoy".

    Only what the reader of pronouns left open, of the next statement in the same or the next paragraph.
    """
    if statement.speaker is not None or before.speaker is None or not 0 <= statement.block - before.block <= 1:
        return statement
    subject, entry = candidate.subject, candidate.entry
    if subject is None or entry is None or statement.kind == "attitude" or candidate.carried is not None:
        return statement
    if not _means(subject, before, setting, speech):
        return statement
    because = tuple("speaker.taken-up" if b == "speaker.unresolved" else b for b in statement.because)
    relay = statement.relayed_by if statement.relayed_by != before.speaker else None
    return replace(statement, speaker=before.speaker, capacity=before.capacity, relayed_by=relay, because=because)


def _means(subject: Token, before: Statement, setting: Setting, speech: SpeechIndex) -> bool:
    actor = setting.who.actor(before.speaker)
    if actor is None:
        return False
    word = subject.lower
    if word in PERSONAL:
        other = PERSONAL["she" if word == "he" else "he"]
        text = setting.parsed.article.text
        called = {m.span.of(text).lower() for m in actor.mentions if m.form == "pronoun"}
        return actor.kind == "person" and not called & other
    if word == "it":
        return actor.kind in BODIES and subject.dep == "nsubj"
    if subject.pos != "NOUN" or subject.tag == "NNS" or not any(c.lower == "the" for c in subject.children):
        return False
    if any(c.dep in ("compound", "amod", "prep", "poss", "relcl", "acl", "nmod") for c in subject.children):
        return False
    capacity = noun_capacity(word, speech)
    if capacity is None:
        return False
    return actor.kind == "person" and before.capacity in (capacity, f"anonymous_{capacity}")


def go_on(statement: Statement, before: Statement, candidate: Candidate) -> Statement:
    """The statement with channel, time and relay of the one before, where the same speaker simply goes on.

    Only for the next statement in the same or the next paragraph, and only what it does not say itself; the channel
    only where a pronoun takes up the speaker, without an occasion or addressee of its own.
    """
    if statement.speaker is None or statement.speaker != before.speaker or statement.block - before.block > 1:
        return statement
    if statement.kind == "attitude" or before.kind == "attitude":
        return statement
    subject, cue = candidate.subject, candidate.cue
    because = list(statement.because)
    time, channel = statement.time, statement.channel
    if time is None and before.time is not None and cue is not None and cue.tag in PAST:
        time = before.time
        because.append("statement.time-carried")
    own = statement.venue or statement.addressee or channel
    if not own and before.channel is not None and subject is not None and subject.pos == "PRON":
        channel = before.channel
        because.append("statement.channel-carried")
    relay = statement.relayed_by
    if not own and relay is None and before.relayed_by not in (None, statement.speaker):
        relay = before.relayed_by
        because.append("statement.relay-carried")
    return replace(statement, time=time, channel=channel, relayed_by=relay, because=tuple(because))
