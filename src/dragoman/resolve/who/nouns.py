"""Phrases without a name: bodies of state, unnamed holders of an office, agents, collectives.

"the Iranian parliament", "Ukraine's deputy prime minister", "pro-Russian fighters", "Western officials".
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import Name
from dragoman.records import Token
from dragoman.records.vocab import ActorKind
from dragoman.resolve.who.cast import Cast, Draft, Sighting
from dragoman.resolve.who.codes import Standing, code_of, standing_of
from dragoman.resolve.who.marks import NOUN_TAGS, Marks, TermMark
from dragoman.resolve.who.names import name_draft, state_draft
from dragoman.resolve.who.nominals import points_back
from dragoman.resolve.who.people import learn
from dragoman.resolve.who.phrases import Context, left_of, right_of, widen

#: Kinds of bodies of which a state has one of each sort; other bodies are taken like agents ("aid agencies").
INSTITUTIONS = frozenset({"agency", "military"})

#: Kinds that a noun in the singular keeps; other agents in the singular are persons ("an official").
STANDING = frozenset({"agency", "military", "media", "organisation"})
#: What several holders of an office of this CAMEO sector are.
SEVERAL: dict[str, ActorKind] = {
    "MIL": "military", "REB": "armed_group", "SEP": "armed_group", "UAF": "armed_group", "CVL": "population",
    "REF": "population",
}  # fmt: skip


class Nouns:
    """Reads the term marks that no name has taken."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens
        self.text = cast.parsed.article.text
        self.pending: list[tuple[TermMark, Context]] = []
        self.collectives: list[tuple[Draft, tuple[str, ...]]] = []

    def find(self) -> None:
        """Sight every body, office holder, agent and collective; phrases that may point back are left `pending`."""
        for i in sorted(self.marks.terms):
            mark = self.marks.terms[i]
            if any(k in self.cast.at for k in range(mark.first, mark.last + 1)):
                continue
            use = mark.term.use
            if use == "collective":
                if self._goes_on(mark):
                    continue
                if mark.term.words[0] in ("both", "two", "three"):
                    self.pending.append((mark, Context(mark.first, mark.first, determiner=mark.term.words[0])))
                else:
                    self._collective(mark)
            elif use != "honorific" and self._heads_phrase(mark):
                context = left_of(mark.first, self.cast, self.marks, self.kit)
                right_of(context, mark.last, self.cast, self.marks, places=use != "body")
                if not self._keeps_complement(mark, context):
                    context = left_of(mark.first, self.cast, self.marks, self.kit)
                    context.end = mark.last
                widen(context, self.tokens, self.kit)
                if (
                    mark.term.words[-1] in self.kit.actors.body_parts
                    and len(mark.term.words) == 1
                    and context.end == mark.last
                ):
                    continue
                if self._before_name(mark, context) or self._after_name(mark, context) or self._bare(mark, context):
                    continue
                if not mark.term.plural and use in ("office", "agent") and self._apposed_to(mark, context):
                    self._one(mark, context)
                elif points_back(mark, context):
                    self.pending.append((mark, context))
                elif use != "nominal":
                    self.describe(mark, context)

    def describe(self, mark: TermMark, context: Context) -> None:
        """Sight a phrase that does not point back as an actor of its own."""
        if mark.term.use == "collective":
            self._collective(mark)
        elif mark.term.use == "body":
            self._body(mark, context)
        elif mark.term.use in ("office", "agent"):
            if mark.term.plural:
                self._many(mark, context)
            else:
                self._one(mark, context)

    def point(self, mark: TermMark, context: Context, draft: Draft, rule: str) -> Sighting:
        """Sight a phrase that takes up an actor named before."""
        return self._sight(
            mark, context, draft, "title" if mark.term.use == "office" else "nominal", (rule, mark.term.row)
        )

    def _heads_phrase(self, mark: TermMark) -> bool:
        """False where the term only modifies the noun after it ("government forces", "police officers")."""
        last = self.tokens[mark.last]
        after = self.tokens[mark.last + 1] if mark.last + 1 < len(self.tokens) else None
        if last.dep in ("compound", "amod", "nmod") and last.head.i > mark.last:
            return False
        if after is not None and after.sent == last.sent and after.text == "-" and after.start == last.end:
            return False
        return after is None or after.tag not in NOUN_TAGS or after.sent != last.sent or last.dep != "compound"

    def _keeps_complement(self, mark: TermMark, context: Context) -> bool:
        """False for "troops to Kabul" and "forces from Afghanistan", which go with the verb."""
        if context.end == mark.last:
            return True
        preposition = self.tokens[mark.last + 1].lower
        if mark.term.plural and preposition in ("for", "to"):
            return False
        return preposition != "from" or mark.term.kind != "military"

    def _before_name(self, mark: TermMark, context: Context) -> bool:
        """ "state news agency RIA Novosti", "the militant group Hamas": the noun goes with the name after it."""
        after = self.marks.names.get(mark.last + 1)
        if after is None or mark.term.plural or after.name.use not in ("organisation", "media", "armed_group"):
            return False
        draft = name_draft(self.cast, self.kit, after.name)
        first, last = self.tokens[context.core], self.tokens[after.last]
        sighting = self.cast.sight(first, last, draft, "name", "name.after-its-kind", after.name.row, cover=False)
        for i in range(mark.first, after.last + 1):
            self.cast.at[i] = sighting
        return True

    def _after_name(self, mark: TermMark, context: Context) -> bool:
        """ "the Taliban militant group", "the NATO alliance": the noun goes with the name before it."""
        if mark.term.plural or len(context.names) != 1 or context.of_name or context.bodies:
            return False
        kind, name = mark.term.kind, context.names[0]
        if mark.term.use != "nominal" and (kind != "armed_group" or name.kind != "armed_group"):
            return False
        if kind not in ("armed_group", "organisation"):
            return False
        draft = name_draft(self.cast, self.kit, name)
        self._sight(mark, context, draft, "name", ("name.before-its-kind", name.row))
        return True

    def _bare(self, mark: TermMark, context: Context) -> bool:
        """A singular noun without determiner or owner is no mention ("uphold justice", "elected president")."""
        if mark.term.use not in ("office", "agent") or mark.term.plural or context.determiner or context.number:
            return False
        named = context.marks or context.bodies or context.boss or context.of_name
        return not named and self.tokens[context.core].text[0].islower()

    def _goes_on(self, mark: TermMark) -> bool:
        """Is the phrase only the beginning of a longer name ("the West Bank")?"""
        after = self.tokens[mark.last + 1] if mark.last + 1 < len(self.tokens) else None
        return after is not None and after.tag in ("NNP", "NNPS") and after.sent == self.tokens[mark.last].sent

    def _body(self, mark: TermMark, context: Context) -> None:
        country = context.countries[0] if context.countries else None
        term = mark.term
        because = ("body.of-a-country", term.row)
        if term.kind == "state":
            if country:
                draft = state_draft(self.cast, self.kit, country)
                draft.named = True
                self._sight(mark, context, draft, "name", because)
            return
        if term.kind not in INSTITUTIONS:
            self._many(mark, context)
            return
        if country is None and context.names:
            country = context.names[0].country
        if term.kind == "military" and term.sector == "MIL" and country:
            self._forces(mark, context, country)
            return
        named = self._of_lexicon(mark, country) if country else None
        if named is not None:
            self._sight(mark, context, name_draft(self.cast, self.kit, named), "name", ("body.of-a-country", named.row))
            return
        key = ("body", term.key, country or "", context.names[0].key if context.names and not country else "")
        if country is None and key[3] == "":
            known = self.cast.bodies.get(term.key, [])
            if len(known) == 1 and known[0].noun == term.head and context.determiner in ("the", ""):
                self._sight(mark, context, known[0], "nominal", ("body.named-before", term.row))
                return
        kind: ActorKind = term.kind  # type: ignore[assignment]
        name = self._words(context.core if country or context.names else mark.first, self._last(mark, context))
        draft = self.cast.draft(
            key, name, kind, country=country, code=code_of(country, term.sector), because=because,
            noun=term.head, plural=term.plural, named=False,
        )  # fmt: skip
        proper = country is not None or self.tokens[mark.first].text[0].isupper()
        draft.named = draft.named or (proper and not self._locates(self.head(mark)))
        self._sight(mark, context, draft, "name" if proper else "nominal", because)

    def _of_lexicon(self, mark: TermMark, country: str) -> Name | None:
        """The body under its name in the lexicon, whichever way the text puts it ("Kyiv's forces")."""
        words = " ".join(self.tokens[i].lower for i in range(mark.first, mark.last + 1))
        for demonym in self.kit.actors.demonyms.get(country, ()):
            name = self.kit.actors.names.get(f"{demonym} {words}")
            if name is not None and name.country == country and name.use == "organisation":
                return name
        return None

    def _one(self, mark: TermMark, context: Context) -> None:
        """An unnamed holder of an office, or an apposition to the name before it."""
        standing = standing_of(mark, context, self.tokens, self.kit)
        person = self._apposed_to(mark, context)
        because = ("person.office", mark.term.row)
        if person is not None:
            learn(person, standing)
            self._sight(mark, context, person, "title", ("person.apposition", mark.term.row))
            return
        if context.owner is not None and mark.term.use == "agent" and not standing.country:
            return
        known = self._holder(standing, context)
        if known is not None:
            self._sight(mark, context, known, "title", ("person.office-named-before", mark.term.row))
            return
        definite = context.determiner in ("the", "")
        key = ("office", mark.term.head, standing.title.lower(), standing.country or "", standing.organisation or "",
               "" if definite else str(mark.first))  # fmt: skip
        kind: ActorKind = mark.term.kind if mark.term.kind in STANDING else "person"  # type: ignore[assignment]
        office = mark.term.use == "office" and definite and standing.country is not None
        draft = self.cast.draft(
            key, self._words(context.core, self._last(mark, context)), kind, country=standing.country,
            code=standing.code, because=because, named=office, noun=mark.term.head, sector=mark.term.sector,
        )  # fmt: skip
        if kind == "person" and mark.term.use == "office":
            learn(draft, standing)
        if context.owner is not None and mark.term.head == "counterpart":
            self.cast.owners[context.owner.i] = draft
        self._sight(mark, context, draft, "title" if office else "nominal", because)

    def _apposed_to(self, mark: TermMark, context: Context) -> Draft | None:
        """ "Dmytro Kuleba, the foreign minister of Ukraine" and "Ukraine's foreign minister, Dmytro Kuleba"."""
        before, after = context.start - 1, max(context.end, mark.last) + 1
        if before > 0 and self.tokens[before].text == ",":
            sighting = self.cast.at.get(before - 1)
            head = self.tokens[mark.last]
            apposed = any(self.tokens[i].dep == "appos" for i in range(mark.first, mark.last + 1)) or (
                after < len(self.tokens) and self.tokens[after].text in (",", ".", ";", ":", ")")
            )
            if (
                sighting
                and sighting.draft.kind == "person"
                and sighting.draft.named
                and apposed
                and head.sent == sighting.last.sent
            ):
                return sighting.draft
        follows = self.cast.at.get(after) if after > mark.last + 1 else None
        if follows and follows.first.i == after and follows.draft.kind == "person" and follows.draft.named:
            return follows.draft if not follows.draft.roles else None
        if after + 1 < len(self.tokens) and self.tokens[after].text == ",":
            sighting = self.cast.at.get(after + 1)
            last = sighting.last.i + 1 if sighting else 0
            if sighting and sighting.first.i == after + 1 and sighting.draft.kind == "person" and sighting.draft.named:
                closed = last < len(self.tokens) and (
                    self.tokens[last].text in (",", ".", ")")
                    or (self.tokens[last].tag in ("VBD", "VBZ") and bool(context.marks or context.boss))
                )
                if closed and not sighting.draft.roles:
                    return sighting.draft
        return None

    def _holder(self, standing: Standing, context: Context) -> Draft | None:
        """The one named person of the article who holds this office ("the Iranian president" after Hassan Rouhani)."""
        if (
            context.determiner in ("a", "an", "another", "former")
            or "former" in context.modifiers
            or standing.country is None
        ):
            return None
        found = self.cast.holders.get((standing.country, standing.title.lower()), [])
        return found[0] if len(found) == 1 else None

    def _many(self, mark: TermMark, context: Context) -> None:
        """Several people, or a body of which there are many: "pro-Russian fighters", "residents", "a rights group"."""
        term = mark.term
        because = ("agent.plural", term.row)
        kind: ActorKind = SEVERAL.get(term.sector or "", "group") if term.kind == "person" else term.kind  # type: ignore[assignment]
        last = self._last(mark, context)
        if context.joined and context.of_name:
            for joined in context.joined:
                context.add(joined)
            last = context.joined[-1].last
        words = self._words(context.core, last)
        country = context.countries[0] if len(context.countries) == 1 else None
        code = code_of(country, term.sector)
        if context.names:
            code = context.names[0].code or code
            country = country or context.names[0].country
        if kind == "military" and term.sector == "MIL" and len(context.countries) < 2 and not context.names:
            country = country or (self._mover(mark) if term.use == "agent" else None)
            if country:
                self._forces(mark, context, country)
                return
        if kind == "military" and (context.names or context.bodies):
            kind = "group"
        draft = self.cast.draft(
            ("agents", words.lower()), words, kind, country=country, code=code if len(context.countries) < 2 else None,
            because=because, named=kind == "media" and country is not None, plural=term.plural, noun=term.head,
            sector=term.sector,
        )  # fmt: skip
        if context.countries and context.names and not draft.members and not context.of_name:
            draft.code, draft.country = None, None
            draft.members = [state_draft(self.cast, self.kit, c) for c in context.countries]
            draft.members += [name_draft(self.cast, self.kit, n) for n in context.names]
        elif len(context.countries) > 1 and not draft.members:
            countries = context.countries if context.joined else reversed(context.countries)
            draft.members = [state_draft(self.cast, self.kit, c) for c in countries]
        self._sight(mark, context, draft, "nominal", because)

    def _forces(self, mark: TermMark, context: Context, country: str) -> None:
        """The armed forces of a state, whatever the text calls them ("Russian troops", "Kyiv's soldiers")."""
        named = self._of_lexicon(mark, country)
        if named is not None:
            draft = name_draft(self.cast, self.kit, named)
        else:
            name = self._words(context.core, self._last(mark, context))
            draft = self.cast.draft(
                ("body", "armed forces", country, ""), name, "military", country=country, code=f"{country}MIL",
                because=("body.forces", mark.term.row), plural=True, noun="forces", sector="MIL", named=False,
            )  # fmt: skip
            draft.named = draft.named or bool(context.countries) or context.counted
        self._sight(mark, context, draft, "name" if context.countries else "nominal", ("body.forces", mark.term.row))

    def _last(self, mark: TermMark, context: Context) -> int:
        """The last token of the phrase with its complement, where that says whose it is."""
        return max(mark.last, context.end) if context.of_name or context.bodies else mark.last

    def _collective(self, mark: TermMark) -> None:
        term = mark.term
        first, last = self.tokens[mark.first], self.tokens[mark.last]
        kind: ActorKind = term.kind or "group"  # type: ignore[assignment]
        words = self._words(mark.first, mark.last)
        proper = any(self.tokens[i].text[0].isupper() for i in range(mark.first + 1, mark.last + 1)) or (
            first.text[0].isupper() and (first.tag in ("NNP", "NNPS") or not self._opens(first))
        )
        if (proper and self._locates(last)) or (last.dep == "poss" and not proper):
            return
        proper = proper and len(term.words) > 1
        draft = self.cast.draft(
            ("collective", term.key.lower()), words, kind, code=term.sector, because=("group.collective", term.row),
            named=proper, plural=term.head.endswith("s"), noun=term.head,
        )  # fmt: skip
        self.cast.sight(first, last, draft, "name", "group.collective", term.row, cover=False)
        self.collectives.append((draft, term.members))

    def settle_members(self) -> None:
        """Give collectives those of their members that the text names."""
        for draft, members in self.collectives:
            known = [self.cast.drafts.get(("state", m)) for m in members]
            draft.members = [d for d in known if d is not None]

    def _opens(self, token: Token) -> bool:
        """Is this the first word of its sentence?"""
        return token.i == 0 or self.tokens[token.i - 1].sent != token.sent

    def _locates(self, token: Token) -> bool:
        """Does the phrase stand after a preposition of place ("in Europe", "at the foreign ministry")?"""
        return token.dep == "pobj" and self.kit.actors.place_words.get(("preposition", token.head.lower)) == "place"

    def _mover(self, mark: TermMark) -> str | None:
        """The state that moves these troops: "Moscow amassed tens of thousands of troops"."""
        token = self.head(mark)
        while token.dep == "pobj" and token.head.lower == "of" and token.head.head is not token:
            token = token.head.head
        if token.dep != "dobj" or ("moves", token.head.lemma) not in self.kit.actors.place_words:
            return None
        subject = token.head.child("nsubj")
        name = self.marks.names.get(subject.i) if subject else None
        return name.name.country if name else None

    def _sight(self, mark: TermMark, context: Context, draft: Draft, form: str, because: tuple[str, ...]) -> Sighting:
        first = self.tokens[context.core]
        last = self.tokens[self._last(mark, context)]
        head = self.head(mark)
        sighting = self.cast.sight(first, last, draft, form, *because, head=head, cover=False)  # type: ignore[arg-type]
        for i in range(mark.first, mark.last + 1):
            self.cast.at[i] = sighting
        for name in context.marks:
            for i in range(name.first, name.last + 1):
                self.cast.within.add(i)
        return sighting

    def head(self, mark: TermMark) -> Token:
        words = self.tokens[mark.first : mark.last + 1]
        return next((t for t in words if t.lemma.lower() == mark.term.head or t.lower == mark.term.head), words[-1])

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.text[self.tokens[first].start : self.tokens[last].end].split())
