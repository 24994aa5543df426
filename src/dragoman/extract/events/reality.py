"""Reality: what is gathered about whether an act happened, on the way from its word up the tree."""

from __future__ import annotations

from dragoman.lexicon.triggers import Cue
from dragoman.records.vocab import Modality

#: The larger, the less real; the largest on the way up decides.
RANK = {
    "occurred": 0, "ongoing": 1, "background": 2, "scheduled": 3, "expected": 4, "alleged": 4, "considered": 5,
    "valued": 5, "granted": 5, "achieved": 5, "missed": 7, "conditional": 6, "denied": 7,
}  # fmt: skip
#: Effects of words that leave open whether the act is real until the words around it are read; then it is considered.
WEIGHED = frozenset({"valued", "granted", "achieved"})
MODALITIES: dict[str, Modality] = {
    "feared": "feared",
    "unlikely": "unlikely",
    "possible": "possible",
    "likely": "likely",
}


class Reality:
    """The status being gathered on the way up, and the words that decided it."""

    __slots__ = ("because", "effect", "made", "modal", "modality", "negated", "topic")

    def __init__(self) -> None:
        self.effect = "occurred"
        self.modality: Modality | None = None
        self.modal: str | None = None
        self.topic = False
        self.made = False
        self.negated = False
        self.because: list[str] = []

    def take(self, effect: str, name: str, modality: str | None = None) -> None:
        if effect in ("plain", "ongoing"):
            self.made = True
        if effect == "plain":
            return
        if effect == "topic":
            self.topic = True
            return
        if RANK[effect] > RANK[self.effect]:
            self.effect = "considered" if effect in WEIGHED else "denied" if effect == "missed" else effect
            self.because.append(name)
            self.modality = MODALITIES.get(modality or "", self.modality)
        elif modality and self.modality is None:
            self.modality = MODALITIES.get(modality)
            self.because.append(name)

    def cue(self, cue: Cue) -> None:
        self.take(cue.effect, cue.name, cue.modality)
