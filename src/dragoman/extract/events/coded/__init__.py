"""Events by a user's own verbs and patterns: who did what to whom, in his codes.

In: a sentence of the setting and the user's index. Out: events, and the verbs on which the user's rows have decided, so
that ours say nothing of them. A row decides where it gives an event, or where it has no code (`---`: no event). An
event needs a source and a target that are known, as in PETRARCH; where one is missing our own reading goes on.

Patterns are matched on the grammar (`clause.py`, `patterns.py`), not on the words that stand near.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.extract.events.coded.clause import Clause
from dragoman.extract.events.coded.model import Matched, Pair
from dragoman.extract.events.coded.patterns import match_pattern, match_verb
from dragoman.extract.events.coded.record import event_of, reality_of
from dragoman.extract.events.coded.sides import Sides
from dragoman.extract.events.mention import Mention
from dragoman.kit import Kit
from dragoman.lexicon.coding import CodedVerb, CodingIndex, Pattern
from dragoman.records import Event, Reject, Sentence, Span, Statement, Token
from dragoman.resolve.attach import Setting
from dragoman.resolve.who.coded_phrases import Coded, find_coded, phrases_at, stream

STAGE = "events"
VERBS = frozenset({"VERB", "AUX"})
Holding = Callable[[int], Statement | None]


@dataclass(slots=True)
class CodedReading:
    """What the user's rows make of an article, sentence by sentence; `holding` gives the statement at an offset."""

    setting: Setting
    kit: Kit
    index: CodingIndex
    holding: Holding
    events: list[Event] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    silent: bool = False
    _coded: dict[int, Coded] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.index.has_verbs:
            self._coded = find_coded(self.setting.parsed, self.index)
        if self.index.discards:
            stories = (self._discarded(s, "story") for s in self.setting.parsed.sentences)
            story = next((reject for reject in stories if reject is not None), None)
            if story is not None:
                self.silent = True
                self.rejects.append(story)

    def leaves(self, mentions: list[Mention], sentence: Sentence) -> list[Mention]:
        """Code the sentence by the user's rows; of our own mentions those on whose verb his rows do not decide."""
        decided = self.decided(sentence)
        if decided is None:
            return []
        return [m for m in mentions if m.token.i not in decided] if decided else mentions

    def joined(self, events: list[Event], rejects: list[Reject]) -> tuple[list[Event], list[Reject]]:
        """Our events and those by the user's rows, in order of the text."""
        if not self.events:
            return events, rejects + self.rejects
        both = sorted([*events, *self.events], key=lambda e: e.trigger)
        return both, rejects + self.rejects

    def decided(self, sentence: Sentence) -> frozenset[int] | None:
        """The verbs (token indexes) on which the user's rows have decided; None where the sentence is discarded."""
        if self.silent:
            return None
        discarded = self._discarded(sentence, "sentence") if self.index.discards else None
        if discarded is not None:
            self.rejects.append(discarded)
            return None
        if not self.index.has_verbs:
            return frozenset()
        words, tokens = stream(sentence)
        sides = Sides(self.setting, self._coded, self.index.sectors)
        return frozenset(
            token.i
            for at, token in enumerate(tokens)
            if token.pos in VERBS
            and (at == 0 or tokens[at - 1] is not token)
            and token.dep != "amod"
            and self._decide(words, tokens, at, sides)
        )

    def _decide(self, words: list[str], tokens: list[Token], at: int, sides: Sides) -> bool:
        token = tokens[at]
        verbs = self.index.forms.get(words[at]) or self.index.lemmas.get(token.lemma.lower())
        if not verbs:
            return False
        clause = Clause(words, tokens, at)
        for verb in verbs:
            own = match_verb(clause, verb)
            if own is None:
                continue
            for pattern in verb.patterns:
                matched = match_pattern(clause, pattern, own, sides, self.index)
                if matched is None:
                    continue
                if pattern.code is None and pattern.back is None:
                    self._mute(token, pattern)
                    return True
                if self._write(clause, pattern, matched, sides, verb):
                    return True
            if clause.helper:
                return False  # "has", "should": by themselves they are the verb's helpers
            if verb.code is None and verb.back is None:
                self._mute(token, verb)
                return True
            return self._write(clause, verb, own, sides, verb)
        return False

    def _mute(self, token: Token, row: CodedVerb | Pattern) -> None:
        self.rejects.append(Reject(span=token.span, stage=STAGE, reason=f"no code: {row.name}"))

    def _write(self, clause: Clause, row: CodedVerb | Pattern, matched: Matched, sides: Sides, verb: CodedVerb) -> bool:
        """Write the events of a verb; False where a side is missing."""
        pairs = sides.pairs(clause, matched, both=row.back is not None)
        if not pairs:
            return False
        reality = reality_of(clause, matched, self.kit.triggers, self._type(row))
        statement = self.holding(clause.token.start)
        because = dict.fromkeys([*([verb.name] if row is not verb else []), row.name])
        for pair in pairs:
            for code, one, mutual in _ways(row, pair):
                self.events.append(
                    event_of(
                        clause, one, code, reality, self.setting, self.kit.triggers,
                        plover=self._type(row, code), scheme=row.scheme, mutual=mutual, because=tuple(because),
                        said_in=statement.id if statement is not None else None,
                    )
                )  # fmt: skip
        return True

    def _type(self, row: CodedVerb | Pattern, code: str | None = None) -> str:
        """The PLOVER type of the row's code, where the scheme of its codes is known; else ""."""
        return self.index.type_of(code or row.code or "", row.scheme)

    def _discarded(self, sentence: Sentence, scope: str) -> Reject | None:
        words, tokens = stream(sentence)
        for at in range(len(words)):
            for phrase, places in phrases_at(words, tokens, at, self.index.discards):
                if phrase.scope == scope:
                    span = Span(tokens[at].start, tokens[places[-1]].end)
                    return Reject(span=span, stage=STAGE, reason=f"{scope} discarded: {phrase.name}")
        return None


def _ways(row: CodedVerb | Pattern, pair: Pair) -> list[tuple[str, Pair, bool]]:
    """The codes of a pair: one record that goes both ways where both codes are the same, else one each way."""
    if row.code is not None and row.code == row.back:
        return [(row.code, pair, True)]
    out = []
    if row.code is not None:
        out.append((row.code, pair, False))
    if row.back is not None:
        out.append((row.back, Pair(pair.target, pair.source), False))
    return out
