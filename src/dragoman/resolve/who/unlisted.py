"""Bodies that the lexicon does not know and no noun in their name tells: organisations that the parser names."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Entity, Token
from dragoman.resolve.who.cast import Cast, Draft
from dragoman.resolve.who.marks import Marks
from dragoman.resolve.who.names import name_draft


class Unlisted:
    """Reads organisations from the parser's entities, where nothing else has read them."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit, *, pending: set[int]) -> None:
        self.pending = pending
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens

    def find(self) -> None:
        """Sight organisations, then names of one word."""
        for sentence in self.cast.parsed.sentences:
            if sentence.kind in ("title", "subhead"):
                continue
            for entity in sentence.entities:
                if entity.label == "ORG":
                    self._organisation(entity)
        self._repeated()

    def _repeated(self) -> None:
        """Names of one word that the parser takes for an organisation at least twice, once where it acts or owns."""
        seen: dict[str, list[Token]] = {}
        for sentence in self.cast.parsed.sentences:
            for entity in sentence.entities:
                token = entity.first
                alone = entity.label == "ORG" and entity.last.tag in ("POS", token.tag) and entity.last.i - token.i < 2
                if alone and token.tag == "NNP" and len(token.text) > 1 and sentence.kind not in ("title", "subhead"):
                    seen.setdefault(token.text, []).append(token)
        for text, tokens in seen.items():
            acting = any(t.dep in ("nsubj", "nsubjpass", "poss") for t in tokens)
            free = not any(t.i in self.cast.at or t.i in self.marks.names or t.i in self.pending for t in tokens)
            if len(tokens) > 1 and acting and free and text.lower() not in self.kit.actors.no_bodies:
                draft = self._initialled(text) or self.cast.draft(
                    ("unlisted", text.lower()), text, "organisation", because=("name.parser",)
                )
                for token in tokens:
                    self.cast.sight(token, token, draft, "name", "name.parser")

    def _initialled(self, text: str) -> Draft | None:
        """The firm of the article whose first words begin with these capitals ("BP" after "British Petroleum")."""
        for draft in self.cast.drafts.values():
            initials = "".join(word[0] for word in draft.key[1:]) if draft.key[0] == "firm" else ""
            if text.isupper() and initials == text:
                return draft
        return None

    def _organisation(self, entity: Entity) -> None:
        first, last = entity.first, entity.last
        if first.lower in ("the", "a", "an") and first.i < last.i:
            first = self.tokens[first.i + 1]
        if last.tag == "POS" and first.i < last.i:
            last = self.tokens[last.i - 1]
        bracket = next((t.i for t in self.tokens[first.i + 1 : last.i] if t.text == "("), None)
        if bracket is not None:
            last = self.tokens[bracket - 1]
        inside = self.tokens[first.i : last.i + 1]
        if len(inside) < 2 or any(t.i in self.cast.at for t in inside) or not inside[0].text[0].isupper():
            return
        if len(self.cast.parsed.article.text[first.start : last.end].split()) < 2:
            return
        if any(t.i in self.pending or t.lower in self.kit.actors.no_bodies for t in inside):
            return
        if not inside[-1].text[0].isupper() or any(t.text in (",", "(", '"', ":", "/") for t in inside):
            return
        text = " ".join(self.cast.parsed.article.text[first.start : last.end].split())
        for person in self.cast.people.get(last.lower, ()):
            if person.name.endswith(text):
                self.cast.sight(first, last, person, "name", "person.surname")
                return
        country = None
        for token in inside:
            mark = self.marks.names.get(token.i)
            if mark is not None:
                if mark.name.use not in ("state", "demonym", "capital", "region"):
                    return
                country = country or mark.name.country
        listed = self.kit.actors.names.get(text)
        if listed is not None and listed.use == "organisation":
            self.cast.sight(first, last, name_draft(self.cast, self.kit, listed), "name", "name.parser", listed.row)
            return
        draft = self.cast.draft(
            ("unlisted", text.lower()), text, "organisation", country=country, because=("name.parser",), named=False
        )
        draft.named = draft.sightings > 0
        self.cast.sight(first, last, draft, "name", "name.parser")
