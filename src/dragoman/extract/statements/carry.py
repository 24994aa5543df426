"""What a statement takes over from the one before it: "…, she said on Twitter. "We will …," she said."."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.speaker import only_in
from dragoman.records import Statement
from dragoman.resolve.attach import Setting

PAST = frozenset({"VBD", "VBG"})


def same_voice(statement: Statement, before: Statement, candidate: Candidate, setting: Setting) -> Statement:
    """A pronoun taken for somebody whom only its own words name means the speaker before ("Aid must flow," he said)."""
    subject = candidate.subject
    if subject is None or subject.pos != "PRON" or statement.speaker is None or statement.block - before.block > 1:
        return statement
    if not only_in(statement.speaker, statement.content, subject.start, setting):
        return statement
    because = tuple("speaker.carried-over" if b == "speaker.subject-of-cue" else b for b in statement.because)
    return replace(statement, speaker=before.speaker, capacity=before.capacity, because=because)


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
