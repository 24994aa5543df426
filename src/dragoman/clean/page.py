"""Page: the paragraphs of one document while they are being labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.clean.shape import Shape
from dragoman.clean.words import Label
from dragoman.lexicon.furniture import FurnitureIndex, Hit

#: What is no part of the report at all.
FURNITURE = frozenset({"appeal", "navigation", "other"})


@dataclass(slots=True)
class Page:
    """Paragraph by paragraph its shape, the phrases found in it, and its label (None: nothing said yet).

    `first` is the first paragraph of the report; `transcript` a text of speakers' turns, `spoken` that or a speech.
    """

    shapes: Sequence[Shape]
    index: FurnitureIndex
    title: str | None
    transcript: bool = False
    spoken: bool = False
    labels: list[Label | None] = field(default_factory=list)
    hits: list[list[Hit]] = field(default_factory=list)
    first: int = 0

    def find_first(self) -> None:
        """Set `first` to the first paragraph that looks like report and has no label yet."""
        open_real = (i for i, s in enumerate(self.shapes) if self.labels[i] is None and s.real)
        self.first = next(open_real, len(self.shapes))

    def open(self, at: int) -> bool:
        """Whether this paragraph exists and has no label yet."""
        return 0 <= at < len(self.shapes) and self.labels[at] is None

    def kind(self, at: int) -> str | None:
        """The kind of a paragraph's label; None where there is no label, or no paragraph."""
        label = self.labels[at] if 0 <= at < len(self.labels) else None
        return label.kind if label else None

    def bare(self, at: int) -> bool:
        """Whether it is a heading by its looks (a speaker's line in a transcript is none)."""
        return self.shapes[at].bare and not (self.transcript and self.shapes[at].turn)

    def neighbour(self, at: int, step: int) -> int | None:
        """The next paragraph in this direction that is report or may be."""
        at += step
        while 0 <= at < len(self.shapes):
            if self.kind(at) in (None, "body", "subhead"):
                return at
            at += step
        return None
