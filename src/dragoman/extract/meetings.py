"""Meetings held, under way and due, from the CONSULT events of an article.

In: the setting and its events. Out: one meeting for each talk between parties that is told as fact or as due; calls and
mere visits are no meetings.
Example: "The council will meet in Vienna on Thursday" gives body "council", scheduled, the Thursday's date, Vienna.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.events.grammar import is_verbal, surface_subject
from dragoman.extract.events.match import carrier_of
from dragoman.kit import Kit
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Event, Meeting, Span, Token
from dragoman.records.ids import content_id
from dragoman.records.spans import trimmed
from dragoman.records.vocab import MeetingStatus
from dragoman.resolve.attach import Setting

#: Modes of CONSULT that bring nobody to one table.
APART = frozenset({"phone", "visit"})
STATUS: dict[str, MeetingStatus] = {
    "occurred": "held", "background": "held", "ongoing": "ongoing", "scheduled": "scheduled",
}  # fmt: skip


def find_meetings(setting: Setting, events: tuple[Event, ...], kit: Kit) -> tuple[Meeting, ...]:
    """The meetings of the article, in order of the text."""
    out = []
    for event in events:
        trigger = setting.parsed.token_at(event.trigger.start)
        if trigger is None:
            continue
        status = _status(event, trigger, setting, kit.triggers)
        if status is not None:
            out.append(_meeting(event, trigger, status, setting, kit.triggers))
    return tuple(out)


def _status(event: Event, trigger: Token, setting: Setting, index: TriggerIndex) -> MeetingStatus | None:
    """Held, ongoing, scheduled, or by its verb postponed or cancelled; None where the event is no meeting."""
    if event.plover == "CONSULT" and event.mode not in APART:
        parties = len(event.source) + len(event.target)
        if parties == 0 or (parties == 1 and event.begin is None and event.place is None):
            return None  # talks of nobody, or of one party at no time and nowhere
        called_off = _called_off(trigger, index)
        if called_off is not None:
            return called_off
        published = setting.parsed.article.published
        if event.status == "occurred" and published and event.begin and event.begin[:10] > published[:10]:
            return "scheduled"
        return STATUS.get(event.status)
    if event.cameo == "164" and event.status == "occurred":
        return _called_off(trigger, index)
    return None


def _called_off(trigger: Token, index: TriggerIndex) -> MeetingStatus | None:
    """What "postponed", "called off" make of a meeting: the trigger itself or the verb it hangs on."""
    for word in (trigger, trigger.head):
        cue = index.cue("meeting", word.lemma) if is_verbal(word) else None
        if cue is None:
            particle = word.child("prt")
            cue = index.cue("meeting", f"{word.lemma} {particle.lower}") if particle is not None else None
        if cue is not None:
            return "postponed" if cue.effect == "postponed" else "cancelled"
    return None


def _meeting(event: Event, trigger: Token, status: MeetingStatus, setting: Setting, index: TriggerIndex) -> Meeting:
    participants = tuple(dict.fromkeys((*event.source, *event.target)))
    return Meeting(
        id=content_id("meeting", event.id, status),
        participants=participants,
        body=_body(trigger, setting, index),
        begin=event.begin,
        end=event.end,
        place=event.place,
        agenda=_agenda(trigger, setting, index),
        status=status,
        evidence=event.evidence,
        because=("meeting.of-event", *event.because),
    )


def _body(trigger: Token, setting: Setting, index: TriggerIndex) -> str | None:
    """The name of the standing body that meets: "a meeting OF THE COUNCIL", "THE COUNCIL will meet"."""
    for noun in _bodies(trigger):
        actor = setting.who.actor(setting.who.of(noun))
        named = actor is not None and actor.kind == "organisation"
        if named or noun.lemma.lower() in index.classes.get("@bodies", frozenset()):
            words = [t for t in noun.subtree() if t.i <= noun.i or t.dep not in ("relcl", "acl", "appos", "punct")]
            while words and words[0].pos in ("DET", "PUNCT"):
                words.pop(0)
            if words:
                return trimmed(setting.parsed.article.text, words[0].start, words[-1].end).of(
                    setting.parsed.article.text
                )
    return None


def _bodies(trigger: Token) -> Iterator[Token]:
    if is_verbal(trigger):
        subject = surface_subject(trigger)
        if subject is not None:
            yield subject
        nouns = [c for c in trigger.children if c.dep in ("dobj", "nsubjpass")]
    else:
        nouns = [trigger]
    for noun in nouns:
        for child in noun.children:
            if child.dep == "prep" and child.lower == "of":
                yield from (n for n in child.children if n.dep == "pobj")
            elif child.dep in ("compound", "poss", "nmod"):
                yield child


def _agenda(trigger: Token, setting: Setting, index: TriggerIndex) -> Span | None:
    """What the meeting is about: "on the border", "to discuss the border"."""
    topics = index.classes.get("@topic_prepositions", frozenset())
    discuss = index.classes.get("@discussing", frozenset())
    carrier = None if is_verbal(trigger) else carrier_of(trigger, index)
    nouns = [c for c in trigger.children if c.dep in ("dobj", "nsubjpass") and is_verbal(trigger)]
    for word in (trigger, *nouns, *([] if carrier is None else [carrier])):
        for child in word.children:
            if child.dep == "prep" and child.lower in topics:
                noun = child.child("pobj")
            elif child.dep in ("advcl", "xcomp", "acl", "relcl") and child.lemma in discuss:
                noun = child.child("dobj")
            else:
                continue
            if noun is not None and setting.time_at(noun) is None and setting.place_at(noun) is None:
                tokens = noun.subtree()
                return trimmed(setting.parsed.article.text, tokens[0].start, tokens[-1].end)
    return None
