"""What a relative expression counts from: the publication date, the time named before, and the tense of its clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from dragoman.lexicon.time_words import TimeIndex
from dragoman.records import Parsed, Token
from dragoman.resolve.times.calendar import extent

#: Where a clause looks. LEANING: a present or a weak modal, which looks ahead more often than back.
PAST, OPEN, LEANING, FUTURE = -1, 0, 1, 2
#: Modals (by form) that leave no doubt.
STRONG = frozenset({"will", "'ll", "wo", "shall"})
#: Prepositions that set a limit, which looks ahead even of a past verb ("extended its deadline until Tuesday").
LIMITS = frozenset({"until", "till", "by"})
#: Words that open a clause of time.
PENDING = frozenset({"when", "once", "before", "after", "until", "till"})
#: Steps up the tree in search of the verb; deeper nesting says little about the expression.
REACH = 12


@dataclass(slots=True)
class Context:
    """The state of reading one article.

    `last` are the values resolved so far, newest last; `dated` the same with where they begin;
    `dayless` are the places of clock times with no day before them in their sentence.
    """

    parsed: Parsed
    index: TimeIndex
    moment: datetime | None
    last: list[str] = field(default_factory=list)
    dated: list[tuple[int, str]] = field(default_factory=list)
    dayless: set[int] = field(default_factory=set)

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.moment.date() if self.moment else None

    def direction(self, offset: int) -> int:
        """PAST, OPEN, LEANING or FUTURE: where the clause around this character looks."""
        token = self.parsed.token_at(offset)
        if token is None:
            return OPEN
        if self._follows_past(token):
            return PAST
        return direction_of(token, self.index)

    def _follows_past(self, token: Token) -> bool:
        """ "said Tuesday it will …": the verb beside it owns it, whatever the parser made of the rest."""
        tokens = self.parsed.tokens
        place = token.i - 1
        if place > 0 and tokens[place].pos == "ADP" and tokens[place].lower not in LIMITS:
            place -= 1
        return place >= 0 and tokens[place].tag == "VBD" and tokens[place].sent == token.sent

    def last_day(self) -> date | None:
        """The day of the last expression that names one; else the day of publication."""
        for value in reversed(self.last[-6:]):
            begin, _, precision = extent(value)
            if begin and precision in ("day", "part_of_day", "hour", "minute", "second"):
                return date.fromisoformat(begin[:10])
        return self.day

    def last_value(self, *precisions: str) -> str | None:
        """The last value of one of these precisions among the last few expressions."""
        for value in reversed(self.last[-6:]):
            if extent(value)[2] in precisions:
                return value
        return None


def direction_of(token: Token, index: TimeIndex) -> int:
    """The direction of the verb that governs a token: will meet, has met, is due to meet, meets."""
    if token.dep == "poss":
        found = _of_verb(token, index)
        return FUTURE if found == FUTURE and token.head.dep in ("pobj", "dobj", "nsubj") and _modal(token) else PAST
    if token.dep == "pobj" and token.head.lower in LIMITS:  # "the curfew holds until Friday"
        return OPEN if _of_verb(token, index) <= OPEN else FUTURE
    return _of_verb(token, index)


def _modal(token: Token) -> bool:
    """True where the next verb above has a modal: "will attend Monday's talks"."""
    for word in islice(token.ancestors(), REACH):
        if word.pos in ("VERB", "AUX"):
            return any(c.tag == "MD" for c in word.children)
    return False


def _of_verb(token: Token, index: TimeIndex) -> int:
    word = token
    for _ in range(REACH):
        if word.pos in ("VERB", "AUX") or word.head is word:
            break
        if word.pos == "ADJ" and word.lemma in index.attach.plans:
            return FUTURE
        word = word.head
    for _ in range(REACH):
        found = tense(word, index)
        if found is not None:
            return found
        if word.head is word:
            break
        word = word.head
    return OPEN


def _to_come(verb: Token, helpers: list[Token]) -> bool:
    """ "when they MEET on Monday": English tells what is to come by the present tense in a clause of time."""
    if verb.dep != "advcl" or not any(c.lower in PENDING and c.dep in ("mark", "advmod") for c in verb.children):
        return False
    present = (verb, *helpers)
    return any(t.tag in ("VBZ", "VBP") for t in present)


def tense(verb: Token, index: TimeIndex) -> int | None:
    """PAST, OPEN, LEANING or FUTURE by the verb's form and auxiliaries; None where its head must say."""
    plans = index.attach.plans
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    if _to_come(verb, helpers):
        return FUTURE
    modal = next((c for c in helpers if c.tag == "MD"), None)
    if modal is not None:
        if any(c.lower == "have" for c in helpers):
            return PAST
        return FUTURE if modal.lower in STRONG else LEANING
    if any(c.tag == "TO" for c in helpers):
        return _infinitive(verb, helpers, index)
    if verb.tag in ("VBD", "VBN") and any(c.tag in ("VBZ", "VBP") and c.lemma == "be" for c in helpers):
        return FUTURE if verb.lemma in plans else OPEN
    if verb.tag == "VBD":
        return PAST
    if verb.tag == "VBN":
        if verb.lemma in plans:
            return FUTURE
        return PAST
    if verb.tag == "VBG":
        if any(c.tag in ("VBZ", "VBP") for c in helpers):
            return LEANING
        return PAST if any(c.tag in ("VBD", "VBN") for c in helpers) else None
    if verb.tag in ("VBZ", "VBP"):
        return LEANING
    return None


def _infinitive(verb: Token, helpers: list[Token], index: TimeIndex) -> int | None:
    if any(c.lower == "have" for c in helpers):
        return PAST
    if verb.dep in ("xcomp", "ccomp", "acl"):
        return FUTURE if verb.head.lemma in index.attach.plans else LEANING
    return None
