"""Matching: the elements of a pattern, one by one, on the words of a clause, away from the verb.

A blank between elements lets other words come between, `_` does not. `$`, `+` and `%` match the head of a noun phrase
that names a party (`%`: two or more joined). The work is bounded: hostile patterns and sentences give up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extract.events.coded.clause import Clause
from dragoman.extract.events.coded.model import Matched
from dragoman.extract.events.coded.sides import Sides
from dragoman.lexicon.coding import CodedVerb, CodingIndex, Pattern
from dragoman.lexicon.coding_words import Element, plurals
from dragoman.records import Token

#: So many steps a match may take.
BUDGET = 400
NOT = frozenset({"not", "n't"})
Step = tuple[Element, bool]


@dataclass(slots=True)
class _Walk:
    """One direction of a match: allowed positions, the step from one to the next, and what is left of the budget."""

    clause: Clause
    allowed: list[int]
    way: int
    sides: Sides | None
    sets: dict[str, tuple[tuple[Element, ...], ...]]
    budget: list[int]

    def run(self, steps: tuple[Step, ...], last: int, found: tuple[tuple[Element, int], ...]) -> Sequence[
        tuple[Element, int]
    ] | None:  # fmt: skip
        """The positions of the steps from `last` on, or None."""
        if not steps:
            return found
        (element, joined), rest = steps[0], steps[1:]
        self.budget[0] -= 1
        if self.budget[0] < 0:
            return None
        if element.kind == "set":
            for member in self.sets.get(element.text, ()):
                out = self.run((*_directed(member, joined, self.way), *rest), last, found)
                if out is not None:
                    return out
            return None
        if element.text == "^" and element.kind == "slot":
            return self.run(((rest[0][0], False), *rest[1:]) if rest else (), last, found)
        for position in self._candidates(last, joined):
            self.budget[0] -= 1
            if self._fits(element, position):
                out = self.run(rest, position, (*found, (element, position)))
                if out is not None:
                    return out
        return None

    def _candidates(self, last: int, joined: bool) -> list[int]:
        if joined:
            near = last + self.way
            return [near] if 0 <= near < len(self.clause.words) else []
        return [p for p in self.allowed if (p - last) * self.way > 0]

    def _fits(self, element: Element, position: int) -> bool:
        token, word = self.clause.tokens[position], self.clause.words[position]
        if element.kind == "slot":
            if self.sides is None or token.lower != word:
                return False
            group = self.sides.group_at(token)
            return len(group) > 1 if element.text == "%" else bool(group)
        return word_fits(element, word, token)


def word_fits(element: Element, word: str, token: Token) -> bool:
    """Is it the word, its plural, or a form of the noun or verb? With a last `_` in the pattern the word only."""
    text = element.text
    if word == text:
        return True
    if element.exact:
        return False
    return word in plurals(text) or token.lemma.lower() == text or (text in NOT and word in NOT)


def _directed(words: tuple[Element, ...], joined: bool, way: int) -> tuple[Step, ...]:
    """Elements as steps away from the verb; `joined` tells of the one nearest to it."""
    if way > 0:
        return tuple((w, joined if n == 0 else w.joined) for n, w in enumerate(words))
    return tuple((w, joined if n == 0 else words[len(words) - n].joined) for n, w in enumerate(reversed(words)))


def match_verb(clause: Clause, verb: CodedVerb) -> Matched | None:
    """The words of a verb of several words, or None where they are not there."""
    if not verb.before and not verb.after:
        return Matched()
    steps = ((verb.before, -1, verb.before[-1:] and True), (verb.after, 1, verb.after[:1] and verb.after[0].joined))
    matched = Matched()
    for words, way, joined in steps:
        allowed = clause.before if way < 0 else clause.behind
        walk = _Walk(clause, allowed, way, None, {}, [BUDGET])
        found = walk.run(_directed(words, bool(joined), way), clause.at, ())
        if found is None:
            return None
        matched.tokens.extend(clause.tokens[p] for _, p in found)
    return matched


def match_pattern(clause: Clause, pattern: Pattern, own: Matched, sides: Sides, index: CodingIndex) -> Matched | None:
    """What the pattern takes beside the verb's own words, or None where it does not fit."""
    matched = Matched(list(own.tokens))
    first = pattern.after[0].joined if pattern.after else False
    for words, way, joined in ((pattern.before, -1, pattern.joined), (pattern.after, 1, first)):
        if not words:
            continue
        allowed = clause.before if way < 0 else clause.behind
        walk = _Walk(clause, allowed, way, sides, index.sets, [BUDGET])
        found = walk.run(_directed(words, joined, way), clause.at, ())
        if found is None:
            return None
        for element, position in found:
            token = clause.tokens[position]
            if element.kind == "slot":
                matched.slots[element.text] = sides.group_at(token)
                if element.text == "%":
                    matched.where = "before" if way < 0 else "behind"
            else:
                matched.tokens.append(token)
    return matched
