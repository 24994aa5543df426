"""Turns of a transcript: who has the floor where, so that "I" outside quotation marks is that speaker.

A turn begins a line with a label in capitals and a colon ("MS. BERG:", "THE PRESIDENT:"), or with "Q" for a question
from the floor: the custom of official transcripts. A text with a single label is no transcript (a heading looks alike).
Example: in "MS. BERG: We believe the road is open." the belief is that of the Ms. Berg whom the article names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dragoman.extract.statements.documents import author_of
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Actor, Span, Token
from dragoman.resolve.attach import Setting

LABEL = re.compile(
    r"^[ \t]*(?:Q:?(?=[ \t])|((?:[A-Z][A-Z.'’\-]*[ \t]){0,5}[A-Z][A-Z.'’\-]*)(?:[ \t]\([^)\n]{0,60}\))?:(?=[ \t]))",
    re.MULTILINE,
)
#: Fewer labels make no transcript.
FEWEST = 2
#: How many characters of the article name who has an office; a president named further below is another.
LEAD = 400
FIRST_PERSON = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class Turns:
    """Starts of the turns in order, ends of their labels, and who has each; None where no known actor is named."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    speakers: tuple[str | None, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.starts)

    def speaker_at(self, offset: int) -> str | None:
        """Who has the floor at this offset, or None (before the first turn, or unknown)."""
        at = self.index_at(offset)
        return self.speakers[at] if at >= 0 else None

    def index_at(self, offset: int) -> int:
        """Which turn this offset is in; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def in_label(self, token: Token) -> bool:
        """Whether the token is part of a label, not of what is said."""
        at = self.index_at(token.start)
        return at >= 0 and token.start < self.ends[at]

    def label_at(self, offset: int) -> Span | None:
        """The label of the turn of this offset without its colon; None for a text whose author only the title names."""
        at = self.index_at(offset)
        return Span(self.starts[at], self.ends[at] - 1) if at >= 0 and self.ends[at] - 1 > self.starts[at] else None

    def labels(self, subject: Token | None) -> bool:
        """Whether this word is part of a label, which the parser takes for a subject ("MS. BERG: Thank you")."""
        return subject is not None and self.in_label(subject)

    def speaker_of(self, subject: Token | None) -> str | None:
        """Who says "I" or "we" here; None for any other subject."""
        if subject is None or subject.lower not in FIRST_PERSON:
            return None
        return self.speaker_at(subject.start)


def find_turns(setting: Setting, speech: SpeechIndex) -> Turns:
    """The turns of the article; the whole text is one if its title says that its author speaks; else none."""
    text = setting.parsed.article.text
    matches = list(LABEL.finditer(text))
    author = author_of(setting, speech)
    if len(matches) < FEWEST or all(m.group(1) is None for m in matches):
        if author is None:
            return Turns()
        first = matches[0] if matches and matches[0].group(1) is not None else None
        return Turns((first.start(),), (first.end(),), (author,)) if first else Turns((0,), (0,), (author,))
    known: dict[str, str | None] = {}
    speakers: list[str | None] = []
    for match in matches:
        label = match.group(1)
        if label is not None and label not in known:
            known[label] = _actor(label, setting)
        speakers.append(known[label] if label is not None else None)
    return Turns(tuple(m.start() for m in matches), tuple(m.end() for m in matches), tuple(speakers))


def _actor(label: str, setting: Setting) -> str | None:
    """The one named person of the article whom the label fits: by surname, else by office; None if it fits several."""
    words = label.casefold().replace("’", "'").split()
    persons = [a for a in setting.who.actors if a.kind == "person" and any(m.form == "name" for m in a.mentions)]
    if words[0] == "the":
        office = " ".join(words[1:])
        head = " ".join(
            ((setting.parsed.article.title or "") + " " + setting.parsed.article.text[:LEAD]).casefold().split()
        )
        found = [a for a in persons if _surname(a) in head and any(r.title.casefold() == office for r in a.roles)]
    else:
        found = [a for a in persons if _surname(a) == words[-1]]
    return found[0].id if len(found) == 1 else None


def _surname(actor: Actor) -> str:
    words = actor.name.casefold().replace("’", "'").split()
    return words[-1] if words else ""
