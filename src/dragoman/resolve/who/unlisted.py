"""Bodies that the lexicon does not know: organisations the parser names, and acronyms the text defines.

"the Syrian Observatory for Human Rights", "the Ceasefire Violations Committee (CFVC) ... the CFVC said".
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Entity, Token
from dragoman.resolve.who.cast import Cast, Draft
from dragoman.resolve.who.marks import Marks
from dragoman.resolve.who.names import name_draft

#: A name that an acronym stands for has at most so many words.
LONGEST_NAME = 12
NAMED = frozenset({"organisation", "agency", "armed_group", "military", "media"})


class Unlisted:
    """Reads organisations from the parser's entities, where nothing else has read them."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit, *, pending: set[int]) -> None:
        self.pending = pending
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens

    def find(self) -> None:
        """Sight organisations, then the acronyms defined beside a name."""
        for sentence in self.cast.parsed.sentences:
            if sentence.kind in ("title", "subhead"):
                continue
            for entity in sentence.entities:
                if entity.label == "ORG":
                    self._organisation(entity)
        self._repeated()
        self._acronyms()

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
        country = None
        for token in inside:
            mark = self.marks.names.get(token.i)
            if mark is not None:
                if mark.name.use not in ("state", "demonym", "capital", "region"):
                    return
                country = country or mark.name.country
        text = " ".join(self.cast.parsed.article.text[first.start : last.end].split())
        listed = self.kit.actors.names.get(text)
        if listed is not None and listed.use == "organisation":
            self.cast.sight(first, last, name_draft(self.cast, self.kit, listed), "name", "name.parser", listed.row)
            return
        draft = self.cast.draft(
            ("unlisted", text.lower()), text, "organisation", country=country, because=("name.parser",), named=False
        )
        draft.named = draft.sightings > 0
        self.cast.sight(first, last, draft, "name", "name.parser")

    def _acronyms(self) -> None:
        """ "Name (ACR)": from there on ACR is that body."""
        known: dict[str, Draft] = {}
        for token in self.tokens:
            held = self.cast.at.get(token.i)
            if token.text == "(" and token.i and token.i + 2 < len(self.tokens):
                before, acronym, after = (
                    self.cast.at.get(token.i - 1),
                    self.tokens[token.i + 1],
                    self.tokens[token.i + 2],
                )
                if after.text == ")" and is_acronym(acronym):
                    draft = before.draft if before else self._spelled_out(token.i - 1, acronym.text)
                    if draft is not None and draft.kind in NAMED:
                        known.setdefault(acronym.text, draft)
            draft = known.get(token.text)
            if draft is not None and held is None:
                draft.named = True
                self.cast.sight(token, token, draft, "name", "name.acronym-defined")

    def _spelled_out(self, last: int, acronym: str) -> Draft | None:
        """The capitalised words before "(CFVC)" whose initials it is (after Schwartz and Hearst 2003)."""
        letters = [c for c in acronym if c.isalpha()]
        i, words = last, 0
        while letters and i >= 0 and words < LONGEST_NAME and self.tokens[i].sent == self.tokens[last].sent:
            token = self.tokens[i]
            if token.text[0].isupper():
                if token.text[0] != letters.pop():
                    return None
            elif token.pos not in ("ADP", "CCONJ", "DET", "PART", "PUNCT"):
                return None
            i, words = i - 1, words + 1
        if letters or last - i < 2:
            return None
        first, end = self.tokens[i + 1], self.tokens[last]
        text = " ".join(self.cast.parsed.article.text[first.start : end.end].split())
        lands = (self.marks.names[k].name.country for k in range(first.i, end.i + 1) if k in self.marks.names)
        draft = self.cast.draft(
            ("unlisted", text.lower()),
            text,
            "organisation",
            country=next(lands, None),
            because=("name.acronym-defined",),
        )
        self.cast.sight(first, end, draft, "name", "name.acronym-defined")
        return draft


def is_acronym(token: Token) -> bool:
    """Two to eight capitals, perhaps with points or digits."""
    return 2 <= len(token.text) <= 8 and token.text.replace(".", "").isalnum() and token.text.isupper()
