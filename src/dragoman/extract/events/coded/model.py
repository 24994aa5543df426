"""What a row of the user's takes of a sentence: parties, and the words of the row."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.records import Token


@dataclass(frozen=True, slots=True)
class Party:
    """A side: its code as the user writes it, and the actor of the article; `known`: it is told whose it is."""

    code: str
    actor: str | None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    source: Party
    target: Party


@dataclass(slots=True)
class Matched:
    """The words that a row took, and the parties that stand in its slots; `where` of `%`: before or behind the verb."""

    tokens: list[Token] = field(default_factory=list)
    slots: dict[str, tuple[Party, ...]] = field(default_factory=dict)
    where: str = ""
