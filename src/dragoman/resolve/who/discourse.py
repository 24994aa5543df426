"""What has been said so far: sightings in order, quotations and subjects, for pronouns and nominals to look back on."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.records import Parsed, Token
from dragoman.resolve.who.cast import Cast, Draft, Sighting

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: How many sentences back an antecedent may stand.
SENTENCES_BACK = 3


class Discourse:
    """Sightings by sentence; `inside` tells which tokens stand in quotation marks."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.parsed = cast, cast.parsed
        self.by_sentence: dict[int, list[Sighting]] = {}
        for sighting in sorted(cast.sightings, key=lambda s: s.head.i):
            self.by_sentence.setdefault(sighting.head.sent, []).append(sighting)
        self.inside = quoted(cast.parsed)

    def note(self, sighting: Sighting) -> None:
        """Add a sighting found by reference, at its place in the order."""
        row = self.by_sentence.setdefault(sighting.head.sent, [])
        at = len(row)
        while at and row[at - 1].head.i > sighting.head.i:
            at -= 1
        row.insert(at, sighting)

    def before(self, token: Token) -> Iterator[Sighting]:
        """The sightings of the same sentence before the token, nearest first."""
        for sighting in reversed(self.by_sentence.get(token.sent, [])):
            if sighting.head.i < token.i:
                yield sighting

    def back(self, token: Token, sentences: int = SENTENCES_BACK) -> Iterator[list[Sighting]]:
        """The sightings of each sentence before that of the token, nearest sentence first."""
        for number in range(token.sent - 1, max(-1, token.sent - 1 - sentences), -1):
            yield self.by_sentence.get(number, [])

    def recent(self, token: Token, sentences: int = 12) -> Iterator[Sighting]:
        """All sightings before the token, nearest first."""
        yield from self.before(token)
        for row in self.back(token, sentences):
            yield from reversed(row)

    def subjects_above(self, token: Token, *, own: bool) -> Iterator[tuple[Token, Sighting | None]]:
        """Subjects of the clauses around the token that stand before it, inmost first, with what they mean.

        `own`: the subject of the token's own clause may be meant too ("Kyiv moved its troops").
        """
        verb, first = token, True
        while True:
            verb = verb.head if verb.head is not verb else verb
            for subject in verb.children:
                if subject.dep in SUBJECTS and subject is not token and subject.i < token.i:
                    if not first or own:
                        yield subject, self.cast.at.get(subject.i)
                    break
            if verb.pos in ("VERB", "AUX"):
                first = False
            if verb.head is verb:
                return

    def speaker_of(self, token: Token) -> Draft | None:
        """Who says the quotation that holds the token, where the grammar of its sentence tells."""
        for above in token.ancestors():
            if not self.inside[above.i]:
                for child in above.children:
                    if child.dep in SUBJECTS and not self.inside[child.i]:
                        sighting = self.cast.at.get(child.i)
                        return sighting.draft if sighting else None
        return None


def quoted(parsed: Parsed) -> list[bool]:
    """For each token, whether it stands inside double quotation marks (a quotation ends with its block)."""
    out = [False] * len(parsed.tokens)
    block, inside = -1, False
    for sentence in parsed.sentences:
        if sentence.block != block:
            block, inside = sentence.block, False
        for token in sentence.tokens:
            if token.text in ('"', "``", "''", "“", "”"):
                inside = not inside
            out[token.i] = inside
    return out
