"""Words of names: what a naming is, and which words of the text may belong to a person's name."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.kit import Kit
from dragoman.records import Entity, Token
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.codes import Standing
from dragoman.resolve.who.marks import Marks, TermMark


@dataclass(slots=True, eq=False)
class Naming:
    """A person's name on tokens `first` to `last`, the phrase with its title from `start`, and what the title says."""

    first: int
    last: int
    start: int
    words: tuple[str, ...]
    because: tuple[str, ...]
    gender: str | None = None
    standing: Standing | None = None
    titled: bool = False
    terms: list[TermMark] = field(default_factory=list)
    owner: int | None = None


class Spelling:
    """What the rooms that find names with and without titles have in common."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens

    def looks_like_person(self, entity: Entity) -> bool:
        """Two or three capitalised words that begin with a given name, whatever the parser takes them for."""
        if entity.label not in ("ORG", "GPE", "WORK_OF_ART", "PRODUCT", "FAC", "LOC", "NORP"):
            return False
        tokens = self.tokens[entity.first.i : entity.last.i + 1]
        if entity.label == "ORG" and self._has_office(entity):
            return True
        return (
            2 <= len(tokens) <= 3
            and tokens[0].lower in self.kit.actors.genders
            and all(t.tag == "NNP" and t.text[0].isupper() and t.i not in self.marks.names for t in tokens)
            and not any(t.lower in self.kit.actors.no_bodies or t.i in self.marks.terms for t in tokens)
        )

    def _has_office(self, entity: Entity) -> bool:
        """Does an office in apposition follow ("Kari Lund-Moe, deputy director of")? Then these words are a person."""
        first, last = entity.first.i, entity.last.i
        inner = self.tokens[first : last + 1]
        words = [t for t in inner if t.text != "-"]
        plain = all(t.text[0].isupper() and t.tag == "NNP" and t.i not in self.marks.names for t in words)
        after = last + 2
        if not plain or not 2 <= len(words) <= 4 or after >= len(self.tokens) or self.tokens[last + 1].text != ",":
            return False
        after += self.tokens[after].lower in ("the", "a", "an")
        term = self.marks.terms.get(after)
        office = term is not None and term.term.use == "office" and not term.term.plural
        bodies = any(t.lower in self.kit.actors.body_nouns or t.text in self.kit.actors.firms for t in words)
        return office and not bodies and self.tokens[after].dep in ("appos", "compound", "amod")

    def is_name(self, token: Token) -> bool:
        held = token.i in self.marks.names or token.i in self.cast.at
        return token.text[:1].isupper() and not held and token.tag != "POS"

    def acts(self, token: Token) -> bool:
        return token.dep in ("nsubj", "nsubjpass") and token.head.pos in ("VERB", "AUX")

    def words_of(self, first: int, last: int) -> tuple[str, ...]:
        """The words of a name without particles: "Bashar al-Assad" gives (Bashar, Assad)."""
        out: list[str] = []
        for token in self.tokens[first : last + 1]:
            if out and token.text.rstrip(".") in self.kit.actors.generations:
                continue
            if token.text[0].isalpha() and not (token.lower in self.kit.actors.particles and token.text[0].islower()):
                out.append(token.text)
        return tuple(out) or (self.tokens[last].text,)
