"""Words of stance and forecast, compiled for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.lexicon.load import Lexicon, Row


@dataclass(frozen=True, slots=True)
class StanceIndex:
    """`stances` and `forecasts`: (lemma or phrase, pos) -> row of position_cues and assessment_cues."""

    stances: Mapping[tuple[str, str], Row] = field(default_factory=dict)
    forecasts: Mapping[tuple[str, str], Row] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    def stance(self, cue: str, pos: str) -> Row | None:
        """The row of position_cues for the word or phrase in this use."""
        return self.stances.get((cue, pos))

    def same_as(self, word: str, pos: str) -> str:
        """The word that its row puts in its place ("'ll": will), itself where there is none."""
        row = self.stances.get((word, pos))
        return row["stance"] if row is not None else word

    def forecast(self, cue: str, pos: str) -> Row | None:
        """The row of assessment_cues for the word or phrase in this use."""
        return self.forecasts.get((cue, pos))


def build(lexicon: Lexicon) -> StanceIndex:
    """The index over both tables; `words` are the lemmas at which an assessment may begin."""
    stances = {(r["cue"], r["pos"]): r for r in lexicon.rows("position_cues")}
    forecasts = {(r["cue"], r["pos"]): r for r in lexicon.rows("assessment_cues")}
    return StanceIndex(stances, forecasts, frozenset(cue for cue, pos in forecasts if pos != "degree"))
