"""Kit: everything heavy that reading needs, built once per process by `interpret.open_kit` and passed along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dragoman.lexicon.actor_index import ActorIndex
from dragoman.lexicon.coding import CodingIndex
from dragoman.lexicon.furniture import FurnitureIndex
from dragoman.lexicon.gazetteer import Gazetteer
from dragoman.lexicon.load import Lexicon
from dragoman.lexicon.quantities import QuantityIndex
from dragoman.lexicon.speech import SpeechIndex
from dragoman.lexicon.stances import StanceIndex
from dragoman.lexicon.time_words import TimeIndex
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Article, Block, Parsed


class Parser(Protocol):
    """The one door to the grammar: articles with their blocks in, `Parsed` out, in the same order."""

    @property
    def name(self) -> str:
        """Name, version and digest of the model, for `--version --json`."""
        ...

    def parse(self, articles: Iterable[tuple[Article, tuple[Block, ...]]], *, batch_size: int) -> Iterator[Parsed]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """A frozen case: lexicon, the indexes compiled from it, the parser; `coding` where a user has codes of his own."""

    lexicon: Lexicon
    parser: Parser
    furniture: FurnitureIndex
    actors: ActorIndex
    times: TimeIndex
    gazetteer: Gazetteer
    speech: SpeechIndex
    triggers: TriggerIndex
    quantities: QuantityIndex
    stances: StanceIndex
    coding: CodingIndex | None = None
