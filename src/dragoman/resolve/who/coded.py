"""Actors by a user's own codes: the actors of the cast get the codes of his names and roles, new ones are made.

Example: "the Veldania gunners" are an actor with the code VELMIL for a user who has VELDANIA [VEL] and GUNNER [~MIL].
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.lexicon.coding import CodingIndex
from dragoman.records.vocab import ActorKind, MentionForm
from dragoman.resolve.who.cast import Cast, Draft, Sighting
from dragoman.resolve.who.coded_phrases import NOBODY, Coded, find_coded, owners_of, with_parts
from dragoman.resolve.who.marks import TermMark
from dragoman.resolve.who.phrases import Context


class CodedActors:
    """Gives the actors of the cast their codes, and makes actors of names and agents that nobody else has seen.

    `name_actors` goes before pronouns look back; `name_agents` after, so that "the soldiers" may be soldiers named.
    """

    def __init__(self, cast: Cast, index: CodingIndex) -> None:
        self.cast, self.index = cast, index
        self.found = find_coded(cast.parsed, index)
        self.coded: dict[int, tuple[str, ...]] = {}
        self.kept: dict[int, Sighting] = {}
        self.roles: dict[tuple[tuple[str, ...], str], Draft] = {}
        self.dropped: dict[int, tuple[Sighting, Sighting | None]] = {}

    def name_actors(self) -> None:
        """Codes for the names, before anything looks back on them."""
        for coded in self.found.values():
            if coded.based:
                self._give(coded)
        for coded in self.found.values():
            if coded.based:
                self._lend(coded)
        self._sweep()
        self.kept = {i: self.cast.at[i] for i, coded in self.found.items() if coded.based and i in self.cast.at}

    def unsettled(self, pending: list[tuple[TermMark, Context]]) -> list[tuple[TermMark, Context]]:
        """Of phrases that have still to look back, those that do not name their actor in the user's words."""
        based = {i for i, coded in self.found.items() if coded.based}
        return [(mark, context) for mark, context in pending if based.isdisjoint(range(mark.first, mark.last + 1))]

    def name_agents(self) -> None:
        """Codes for roles of nobody named, and for names that something has looked back from."""
        for coded in self.found.values():
            sighting = self.cast.at.get(coded.head.i)
            if not coded.codes:
                if sighting is not None:
                    self._uncode(sighting.draft, coded)
                continue
            if coded.based:
                self._restore(coded, sighting)
                continue
            coded = self._of_owner(coded)
            if sighting is None:
                self._make(coded)
            elif id(sighting.draft) not in self.coded and sighting.draft.country is None:
                self._code(sighting.draft, coded)
        self._sweep()

    def _sweep(self) -> None:
        """Take out what was dropped: once, whatever its number."""
        if not self.dropped:
            return
        self.cast.sightings = [s for s in self.cast.sightings if id(s) not in self.dropped]
        for i, sighting in list(self.cast.at.items()):
            if id(sighting) in self.dropped:
                instead = self.dropped[id(sighting)][1]
                if instead is None:
                    del self.cast.at[i]
                else:
                    self.cast.at[i] = instead
        self.dropped = {}

    def _drop(self, sighting: Sighting, instead: Sighting | None) -> None:
        if id(sighting) not in self.dropped:
            self.dropped[id(sighting)] = (sighting, instead)
            sighting.draft.sightings -= 1

    def _restore(self, coded: Coded, sighting: Sighting | None) -> None:
        """What looks back may have taken "the coast guard of Veldania" for somebody: it is whom its name says."""
        kept = self.kept.get(coded.head.i)
        if kept is None or sighting in (None, kept) or self.coded.get(id(sighting.draft)) == coded.codes:
            return
        self._drop(sighting, kept)

    def _of_owner(self, coded: Coded) -> Coded:
        """ "ITS foreign minister": the agent is of the actor that the pronoun means, where that has a code."""
        owner = next((self.cast.at.get(c.i) for c in coded.head.children if c.dep == "poss"), None)
        codes = self.coded.get(id(owner.draft)) if owner is not None else None
        if codes is None:
            return coded
        parts = [code.removeprefix(NOBODY) for code in coded.codes]
        return replace(coded, codes=tuple(with_parts(code, ["~" + part for part in parts]) for code in codes))

    def _give(self, coded: Coded) -> None:
        """The code to the actor that stands there; to one of its own where that actor goes by another code."""
        sighting = self.cast.at.get(coded.head.i)
        same = self.roles.get(role_of(coded)) if coded.role and sighting is None else None
        if same is not None:  # "Morrowmark's Navy", then "the Morrowmark navy"
            self.cast.sight(coded.first, coded.last, same, "nominal", "who.coded", *coded.names, head=coded.head)
        elif (
            sighting is None or self._joins(sighting) or self.coded.get(id(sighting.draft), coded.codes) != coded.codes
        ):
            self._make(coded, over=sighting)
        else:
            self._code(sighting.draft, coded)

    def _joins(self, sighting: Sighting) -> bool:
        """ "Veldania and Sarn", taken for one name: each of the two is an actor of its own."""
        inside = (self.found.get(i) for i in range(sighting.first.i, sighting.last.i + 1))
        return any(c is not None and c.based and c.head.dep == "conj" for c in inside)

    def _lend(self, coded: Coded) -> None:
        """ "the VELDANIA spokesman Orr": a person or group whom we know by no code of the user's is of Veldania."""
        for owner in owners_of(coded.head):
            sighting = self.cast.at.get(owner.i)
            if sighting is not None and id(sighting.draft) not in self.coded and owner.i not in self.found:
                own = sighting.draft.code or ""
                if not own.startswith(coded.codes[0]):
                    self._code(sighting.draft, coded)

    def _code(self, draft: Draft, coded: Coded) -> None:
        if id(draft) in self.coded:
            return
        self.coded[id(draft)] = coded.codes
        if coded.role and draft.kind != "person":
            self.roles.setdefault(role_of(coded), draft)
        draft.code = "/".join(coded.codes)
        country = coded.codes[0][:3]
        draft.country = country if country in self.index.states else draft.country
        draft.because = (*draft.because, "who.coded", *coded.names)

    def _uncode(self, draft: Draft, coded: Coded) -> None:
        """The user knows the name and gives it no code: it has none."""
        if id(draft) not in self.coded:
            self.coded[id(draft)] = ()
            draft.code, draft.country = None, None
            draft.because = (*draft.because, "who.coded", *coded.names)

    def _make(self, coded: Coded, *, over: Sighting | None = None) -> None:
        code = "/".join(coded.codes)
        text = self.cast.parsed.article.text
        name = " ".join(text[coded.first.start : coded.last.end].split())
        key = ("coded", code, role_of(coded)[1] if coded.role else name.lower())
        country = code[:3] if code[:3] in self.index.states else None
        kind = over.draft.kind if over is not None else self._kind(coded)
        draft = self.cast.draft(
            key, name, kind, country=country, code=code, named=False,
            because=("who.coded", *coded.names), noun=coded.head.lemma, plural=coded.head.tag in ("NNS", "NNPS"),
        )  # fmt: skip
        self.coded[id(draft)] = coded.codes
        form: MentionForm = "name" if coded.head.pos == "PROPN" else "nominal"
        for token in self.cast.parsed.tokens[coded.first.i : coded.last.i + 1]:
            if over is not None and self.cast.at.get(token.i) is over:
                del self.cast.at[token.i]
        whole = over is not None and coded.first.start <= over.first.start and over.last.end <= coded.last.end
        if over is not None and (whole or self._joins(over)):
            self._drop(over, None)
        self.cast.sight(coded.first, coded.last, draft, form, "who.coded", *coded.names, head=coded.head)

    def _kind(self, coded: Coded) -> ActorKind:
        """What the code and the parser make of a name: PERSON a person, three letters a state, else by its sector."""
        code = coded.codes[0]
        if coded.head.ent == "PERSON":
            return "person"
        if not coded.based:
            return "group"
        if "MIL" in code[3:]:
            return "military"
        if "REB" in code[3:]:
            return "armed_group"
        return "state" if len(code) == 3 and coded.head.ent in ("GPE", "NORP", "LOC", "") else "organisation"


def role_of(coded: Coded) -> tuple[tuple[str, ...], str]:
    """What makes two phrases of roles one actor: the codes, and the word for the role."""
    return coded.codes, coded.head.lemma.lower()
