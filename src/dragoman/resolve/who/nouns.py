"""Phrases without a name: which nouns are actors, which point back, and agents and collectives.

"pro-Russian fighters", "residents", "Western officials"; bodies and holders of offices have modules of their own.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.kit import Kit
from dragoman.records.vocab import ActorKind
from dragoman.resolve.who.bodies import INSTITUTIONS, Bodies
from dragoman.resolve.who.cast import Cast, Draft, Sighting
from dragoman.resolve.who.codes import code_of
from dragoman.resolve.who.holders import Holders
from dragoman.resolve.who.marks import NOUN_TAGS, Marks, NameMark, TermMark
from dragoman.resolve.who.names import ETHNIC, name_draft, state_draft
from dragoman.resolve.who.nominals import POINTING, points_back
from dragoman.resolve.who.phrases import Context, left_of, right_of, widen
from dragoman.resolve.who.scribe import Scribe
from dragoman.resolve.who.towns import add_province

#: What several holders of an office of this CAMEO sector are.
SEVERAL: dict[str, ActorKind] = {
    "MIL": "military", "REB": "armed_group", "SEP": "armed_group", "UAF": "armed_group", "CVL": "population",
    "REF": "population",
}  # fmt: skip

#: A body of no more members than these (the NATO-Russia Council) acts as a meeting of them.
FEW = 3


class Nouns:
    """Reads the term marks that no name has taken."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens
        self.scribe = Scribe(cast, marks, kit)
        self.bodies, self.holders = Bodies(self.scribe), Holders(self.scribe)
        self.pending: list[tuple[TermMark, Context]] = []
        self.collectives: list[tuple[Draft, tuple[str, ...]]] = []

    def find(self) -> None:
        """Sight every body, office holder, agent and collective; phrases that may point back are left `pending`."""
        for i in sorted(self.marks.terms):
            mark = self.marks.terms[i]
            if any(k in self.cast.at for k in range(mark.first, mark.last + 1)):
                continue
            if mark.term.use == "collective":
                self._group(mark)
            elif mark.term.use != "honorific" and (self._heads_phrase(mark) or self._kind_of_name(mark)):
                context = self._context(mark)
                self._phrase(self._of_province(mark, context), context)

    def _context(self, mark: TermMark) -> Context:
        context = left_of(mark.first, self.cast, self.marks, self.kit)
        right_of(context, mark.last, self.cast, self.marks, places=self._places(mark))
        if not self._keeps_complement(mark, context):
            context = left_of(mark.first, self.cast, self.marks, self.kit)
            context.end = mark.last
        if mark.term.kind != "state":
            add_province(context, mark.first, self.tokens, self.kit)
        widen(context, self.tokens, self.kit)
        return context

    def _of_province(self, mark: TermMark, context: Context) -> TermMark:
        """ "the government of Punjab", "the Punjab government": an organ inside a state, not that state."""
        if mark.term.kind != "state" or mark.term.use != "body" or context.countries:
            return mark
        add_province(context, mark.first, self.tokens, self.kit)
        if not context.countries:
            return mark
        return replace(mark, term=replace(mark.term, kind="agency"))

    def _places(self, mark: TermMark) -> bool:
        """May the place after "in" say whose they are? Residents and police of Bangkok are of that state.

        Ministers, envoys and officials "in Bangkok" may be of any state.
        """
        if mark.term.use == "body":
            return mark.term.sector == "COP"
        at = mark.last + 1
        inside = at < len(self.tokens) and self.tokens[at].lower in ("in", "at")
        return not (inside and mark.term.sector == "GOV" and mark.term.use in ("office", "agent"))

    def _group(self, mark: TermMark) -> None:
        first = mark.term.words[0]
        if self._goes_on(mark):
            return
        if " ".join(mark.term.words) in self.kit.actors.takes_up:
            self.pending.append((mark, Context(mark.first, mark.first, determiner="the")))
        elif first in self.kit.actors.numbers and not self._pointed_at(mark):
            self._collective(mark)
        elif first in self.kit.actors.numbers:
            self.pending.append((mark, Context(mark.first, mark.first, determiner=first)))
        else:
            self._collective(mark)

    def _pointed_at(self, mark: TermMark) -> bool:
        """ "both sides" and "the two leaders" point back; "two leaders" need not."""
        before = self.tokens[mark.first - 1].lower if mark.first else ""
        return mark.term.words[0] == "both" or before in POINTING

    def _phrase(self, mark: TermMark, context: Context) -> None:
        term = mark.term
        if self._before_name(mark, context) or self._after_name(mark, context):
            return
        person = term.use in ("office", "agent") and not term.plural
        if term.use in ("office", "agent") and term.plural:
            self.holders.several(mark, context)
        apposed = person and term.use == "office" and self.holders.apposed_to(mark, context) is not None
        if self._part_of_body(mark, context) or (not apposed and self._bare(mark, context)):
            return
        if person and self.holders.apposed_to(mark, context):
            self.holders.one(mark, context)
        elif points_back(mark, context):
            self.pending.append((mark, context))
        elif term.use != "nominal":
            self.describe(mark, context)

    def describe(self, mark: TermMark, context: Context) -> None:
        """Sight a phrase that does not point back as an actor of its own."""
        term = mark.term
        if term.use == "collective":
            self._collective(mark)
        elif term.use == "body" and (term.kind == "state" or term.kind in INSTITUTIONS):
            self.bodies.body(mark, context)
        elif term.use == "body" or (term.use in ("office", "agent") and term.plural):
            self._many(mark, context)
        elif term.use in ("office", "agent"):
            self.holders.one(mark, context)

    def point(self, mark: TermMark, context: Context, draft: Draft, rule: str) -> Sighting:
        """Sight a phrase that takes up an actor named before."""
        if draft.key[0] == "group":
            draft.noun = draft.noun or mark.term.head  # "the two ministers ... the ministers"
        return self.scribe.sight(
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
        """False for "troops to Kabul" and "ministers in Bangkok", which tell where, not whose."""
        if context.end == mark.last:
            return True
        preposition = self.tokens[mark.last + 1].lower
        if mark.term.plural and preposition in ("for", "to"):
            return False
        if preposition == "in" and mark.term.use == "office":
            return False
        return preposition != "from" or mark.term.kind != "military"

    def _part_of_body(self, mark: TermMark, context: Context) -> bool:
        """ "a gun to Ukraine's head": no office unless "of" or a name follows."""
        words = mark.term.words
        return len(words) == 1 and words[0] in self.kit.actors.body_parts and context.end == mark.last

    def _before_name(self, mark: TermMark, context: Context) -> bool:
        """ "state news agency RIA Novosti", "the militant group Hamas": the noun goes with the name after it."""
        after = self._kind_of_name(mark)
        if after is None:
            return False
        draft = name_draft(self.cast, self.kit, after.name)
        first, last = self.tokens[context.core], self.tokens[after.last]
        sighting = self.cast.sight(first, last, draft, "name", "name.after-its-kind", after.name.row, cover=False)
        for i in range(mark.first, after.last + 1):
            self.cast.at[i] = sighting
        return True

    def _kind_of_name(self, mark: TermMark) -> NameMark | None:
        """The name right after a noun that says what it is."""
        after = self.marks.names.get(mark.last + 1)
        if after is None or mark.term.plural or after.name.use not in ("organisation", "media", "armed_group"):
            return None
        return after if after.first == mark.last + 1 else None

    def _after_name(self, mark: TermMark, context: Context) -> bool:
        """ "the Taliban militant group", "the NATO alliance": the noun goes with the name before it."""
        if len(context.names) != 1 or context.of_name or context.bodies:
            return False
        if mark.term.plural and not (context.names[0].code == "IMG" and mark.term.kind in ("state", "population")):
            return False  # "the P5+1 nations" are the P5+1
        kind, name = mark.term.kind, context.names[0]
        if mark.term.plural:
            kind = "organisation"
        elif mark.term.use != "nominal" and (kind != "armed_group" or name.kind != "armed_group"):
            return False
        if kind not in ("armed_group", "organisation"):
            return False
        draft = name_draft(self.cast, self.kit, name)
        self.scribe.sight(mark, context, draft, "name", ("name.before-its-kind", name.row))
        return True

    def _bare(self, mark: TermMark, context: Context) -> bool:
        """A singular noun without determiner or owner is no mention ("uphold justice", "elected president").

        Nor is a capitalised noun that is a part of some name ("Good Neighbor Authority", "Palais des Nations").
        """
        first, term = self.tokens[mark.first], mark.term
        capital = first.tag in ("NNP", "NNPS") and not self.scribe.opens(first) and not first.text.isupper()
        if term.use == "body":
            return capital and term.kind in ("population", "group") and not context.marks
        if term.use not in ("office", "agent") or term.plural or context.determiner or context.number:
            return False
        if term.use == "agent" and capital:
            return True
        named = context.marks or context.bodies or context.boss or context.of_name
        return not named and self.tokens[context.core].text[0].islower()

    def _goes_on(self, mark: TermMark) -> bool:
        """Is the phrase only the beginning of a longer name ("the West Bank")?"""
        after = self.tokens[mark.last + 1] if mark.last + 1 < len(self.tokens) else None
        return after is not None and after.tag in ("NNP", "NNPS") and after.sent == self.tokens[mark.last].sent

    def _many(self, mark: TermMark, context: Context) -> None:
        """Several people, or a body of which there are many: "pro-Russian fighters", "residents", "a rights group"."""
        term = mark.term
        because = ("agent.plural", term.row)
        kind: ActorKind = SEVERAL.get(term.sector or "", "group") if term.kind == "person" else term.kind  # type: ignore[assignment]
        last = self.scribe.last(mark, context)
        if context.joined and context.of_name:
            for joined in context.joined:
                context.add(joined)
            last = context.joined[-1].last
        words = self.scribe.words(context.core, last)
        country = context.countries[0] if len(context.countries) == 1 else None
        if context.boss is not None and not context.countries:
            country = context.boss.country
        if ETHNIC.intersection(context.modifiers) and not context.of_name:
            country = None  # "ethnic Albanian guerrillas" are of no state by their people
        code = code_of(country, term.sector)
        if context.firm is not None and not context.names:
            code = context.firm.draft.code or code
            country = country or context.firm.draft.country
        if context.names:
            code = context.names[0].code or code
            country = country or context.names[0].country
        if kind == "military" and term.sector == "MIL" and len(context.countries) < 2 and not context.names:
            country = country or (self.bodies.mover(mark) if term.use == "agent" else None)
            if country:
                self.bodies.forces(mark, context, country)
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
        self.scribe.sight(mark, context, draft, "nominal", because)

    def _collective(self, mark: TermMark) -> None:
        term = mark.term
        first, last = self.tokens[mark.first], self.tokens[mark.last]
        kind: ActorKind = term.kind or "group"  # type: ignore[assignment]
        words = self.scribe.words(mark.first, mark.last)
        proper = any(self.tokens[i].text[0].isupper() for i in range(mark.first + 1, mark.last + 1)) or (
            first.text[0].isupper() and (first.tag in ("NNP", "NNPS") or not self.scribe.opens(first))
        )
        if (proper and self.scribe.locates(last)) or (last.dep == "poss" and not proper):
            return
        proper = proper and len(term.words) > 1
        draft = self.cast.draft(
            ("collective", term.key.lower()), words, kind, code=term.sector, because=("group.collective", term.row),
            named=proper, plural=term.head.endswith("s"), noun=term.head,
        )  # fmt: skip
        self.cast.sight(first, last, draft, "name", "group.collective", term.row, cover=False)
        self.collectives.append((draft, term.members))

    def settle_members(self) -> None:
        """Give collectives, and bodies that join a few, those of their members that the text names."""
        for draft, members in self.collectives:
            known = [self.cast.drafts.get(("state", m)) for m in members]
            draft.members = [d for d in known if d is not None]
        for draft in list(self.cast.drafts.values()):
            name = self.kit.actors.names.get(draft.name) if draft.kind == "organisation" else None
            if name is not None and 0 < len(name.members) <= FEW:
                keys = [(use, m) for m in name.members for use in ("state", "organisation")]
                draft.members = [d for key in keys if (d := self.cast.drafts.get(key)) is not None and d is not draft]
