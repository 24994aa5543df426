"""Bodies of state by their common nouns: "the Iranian parliament", "Kyiv's forces", "the foreign ministry of Chile"."""

from __future__ import annotations

from dragoman.lexicon.actor_index import Name
from dragoman.records.vocab import ActorKind
from dragoman.resolve.who.cast import Draft
from dragoman.resolve.who.codes import code_of
from dragoman.resolve.who.marks import TermMark
from dragoman.resolve.who.names import name_draft, state_draft
from dragoman.resolve.who.phrases import Context
from dragoman.resolve.who.scribe import Scribe

#: Kinds of bodies of which a state has one of each sort; other bodies are taken like agents ("aid agencies").
INSTITUTIONS = frozenset({"agency", "military"})


class Bodies:
    """Sights governments, ministries, parliaments and forces."""

    def __init__(self, scribe: Scribe) -> None:
        self.scribe, self.cast, self.kit, self.tokens = scribe, scribe.cast, scribe.kit, scribe.tokens

    def body(self, mark: TermMark, context: Context) -> None:
        """An institution; a government is the state itself, and the armed forces of a state are one actor."""
        country = context.countries[0] if context.countries else None
        term = mark.term
        because = ("body.of-a-country", term.row)
        if term.plural and len(context.countries) > 1 and not context.of_name and not context.names:
            self._each(mark, context, because)
            return
        if country is None and context.boss is not None:
            country = context.boss.country
        if term.kind == "state":
            if country:
                draft = state_draft(self.cast, self.kit, country)
                draft.named = True
                self.scribe.sight(mark, context, draft, "name", because)
            return
        if country is None and context.names:
            country = context.names[0].country
        if term.kind == "military" and term.sector == "MIL" and country:
            self.forces(mark, context, country)
            return
        named = self._of_lexicon(mark, country) if country else None
        if named is not None:
            self.scribe.sight(
                mark, context, name_draft(self.cast, self.kit, named), "name", ("body.of-a-country", named.row)
            )
            return
        key = ("body", term.key, country or "", context.names[0].key if context.names and not country else "")
        if country is None and key[3] == "":
            known = self.cast.bodies.get(term.key, [])
            if (
                len(known) == 1
                and (known[0].noun, known[0].plural) == (term.head, term.plural)
                and context.determiner in ("the", "")
            ):
                self.scribe.sight(mark, context, known[0], "nominal", ("body.named-before", term.row))
                return
        kind: ActorKind = term.kind  # type: ignore[assignment]
        name = self.scribe.words(
            context.core if country or context.names else mark.first, self.scribe.last(mark, context)
        )
        code = code_of(country, term.sector)
        if country is None and context.names and context.names[0].code:
            code = context.names[0].code  # "NATO peacekeeping troops" act for NATO
        draft = self.cast.draft(
            key, name, kind, country=country, code=code, because=because,
            noun=term.head, plural=term.plural, named=False,
        )  # fmt: skip
        proper = country is not None or self.tokens[mark.first].text[0].isupper()
        draft.named = draft.named or (proper and not self.scribe.locates(self.scribe.head(mark)))
        self.scribe.sight(mark, context, draft, "name" if proper else "nominal", because)

    def _each(self, mark: TermMark, context: Context, because: tuple[str, ...]) -> None:
        """ "the Chilean and Peruvian interior ministries": a group of as many bodies."""
        term, words = mark.term, self.scribe.words(context.core, mark.last)
        kind: ActorKind = term.kind  # type: ignore[assignment]
        group = self.cast.draft(
            ("bodies", words.lower()), words, "group", because=because, plural=True, noun=term.head, named=False
        )
        members: list[Draft] = []
        for country in reversed(context.countries):
            state = self.kit.actors.states.get(country)
            if term.kind == "state":
                member = state_draft(self.cast, self.kit, country)
            elif term.kind == "military":
                member = self.cast.draft(
                    ("body", "armed forces", country, ""), f"armed forces of {state.title if state else country}", kind,
                    country=country, code=f"{country}MIL", because=because, plural=True, noun="forces", sector="MIL",
                )  # fmt: skip
            else:
                member = self.cast.draft(
                    ("body", term.key, country, ""), f"{term.key} of {state.title if state else country}", kind,
                    country=country, code=code_of(country, term.sector), because=because, noun=term.head,
                )  # fmt: skip
            member.named = True
            members.append(member)
        group.members = group.members or members
        self.scribe.sight(mark, context, group, "nominal", because)

    def _of_lexicon(self, mark: TermMark, country: str) -> Name | None:
        """The body under its name in the lexicon, whichever way the text puts it ("Kyiv's forces")."""
        words = " ".join(self.tokens[i].lower for i in range(mark.first, mark.last + 1))
        for demonym in self.kit.actors.demonyms.get(country, ()):
            name = self.kit.actors.names.get(f"{demonym} {words}")
            if name is not None and name.country == country and name.use == "organisation":
                return name
        return None

    def forces(self, mark: TermMark, context: Context, country: str) -> None:
        """The armed forces of a state, whatever the text calls them ("Russian troops", "Kyiv's soldiers")."""
        named = self._of_lexicon(mark, country)
        if named is not None:
            draft = name_draft(self.cast, self.kit, named)
        else:
            name = self.scribe.words(context.core, self.scribe.last(mark, context))
            draft = self.cast.draft(
                ("body", "armed forces", country, ""), name, "military", country=country, code=f"{country}MIL",
                because=("body.forces", mark.term.row), plural=True, noun="forces", sector="MIL", named=False,
            )  # fmt: skip
            draft.named = draft.named or bool(context.countries) or context.counted
        self.scribe.sight(
            mark, context, draft, "name" if context.countries else "nominal", ("body.forces", mark.term.row)
        )

    def mover(self, mark: TermMark) -> str | None:
        """The state that moves these troops: "Moscow amassed tens of thousands of troops"."""
        token = self.scribe.head(mark)
        while token.dep == "pobj" and token.head.lower == "of" and token.head.head is not token:
            token = token.head.head
        if token.dep != "dobj" or ("moves", token.head.lemma) not in self.kit.actors.place_words:
            return None
        subject = token.head.child("nsubj")
        name = self.scribe.marks.names.get(subject.i) if subject else None
        return name.name.country if name else None
