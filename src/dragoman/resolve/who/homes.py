"""Homes: the state of persons for whom the text does not give one beside the name.

Persons of office are looked up in the dated lists; other officials are of the state of the report, soldiers of the
one army spoken of.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import fold
from dragoman.lexicon.leaders import Leader, year_of
from dragoman.resolve.who.cast import Cast, Draft
from dragoman.resolve.who.marks import Marks

#: Last words of the names of ministries.
MINISTRIES = frozenset({"ministry", "department"})
#: CAMEO sectors of those who hold an office of a state.
OFFICIAL = frozenset({"GOV", "LEG", "JUD", "ELI", "OPP", "COP", "SPY"})
#: CAMEO sectors of public persons who are of the land from whose capital a report is dated, if of none else.
PUBLIC = frozenset({"MIL", "REL", "PTY"})
#: Uses of names that say what lands a report speaks of.
STATES = frozenset({"state", "demonym", "capital", "seat", "region"})
#: CAMEO sectors of the bodies that a report names without their state at home ("the foreign ministry").
BODIES = frozenset({"GOV", "LEG"})


class Homes:
    """Gives persons their state; `words` are the words of each person's name."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.kit = cast, kit
        self.year = year_of(cast.parsed.article.published)
        self.lands = frozenset(m.name.country for m in marks.names.values() if m.name.use in STATES)
        outlet = (cast.parsed.article.source or "").removeprefix("The ")
        self.outlet = kit.actors.outlets.get(outlet) or kit.actors.outlets.get(f"The {outlet}")

    def place(self, draft: Draft, words: tuple[str, ...]) -> None:
        """The state of a person of office where the text does not say it ("President Putin").

        A bare surname ("Lavrov") is that person only where the text names his state.
        """
        known = self.kit.actors
        leader: Leader | None = None
        if len(words) > 1:
            lasts = (fold(word) for word in (words[-1], *words[1:-1]))  # "Mohammed bin Zayed Al Nahyan"
            found = (known.leaders.named(fold(words[0]), last, self.year) for last in lasts)
            leader = next((one for one in found if one is not None), None)
        elif draft.code in (None, "GOV", "MIL"):
            leader = known.leaders.surnamed(fold(words[0]), self.year) if draft.roles else self.in_office(words[0])
            if leader and not fits_office(draft, leader):
                return
        if leader is None:
            return
        draft.because = (*draft.because, leader.row)
        if leader.organisation:
            name = known.names.get(leader.organisation)
            draft.code = name.code if name else draft.code
        else:
            draft.country = leader.country
            self.cast.note_holder(draft, leader.country, leader.office)
            sector = draft.code if draft.code and len(draft.code) == 3 else leader.sector
            if self.year is not None and leader.begin is not None and self.year < leader.begin and not draft.roles:
                sector = ""  # years before he came into office
            draft.code = f"{leader.country}{sector}"

    def in_office(self, surname: str) -> Leader | None:
        """The person of office with this surname, where the text names his state ("Lavrov" beside "Russia")."""
        leader = self.kit.actors.leaders.surnamed(fold(surname), self.year)
        return leader if leader and leader.country in self.lands else None

    def affiliate(self) -> None:
        """The state of persons of office for whom neither the text nor the lexicon gives one.

        A report names officials without their state where it is the state of the report: the one from whose capital
        it is dated, or the only one it speaks of. A soldier belongs to the one army of the sentences before him.
        """
        home = self.cast.home or (next(iter(self.lands)) if len(self.lands) == 1 else None) or self.outlet
        dated = self.cast.home or self.outlet
        firms = any(d.key[0] == "firm" or (d.code or "").endswith("BUS") for d in self.cast.drafts.values())
        for draft in self.cast.drafts.values():
            if dated and draft.key[0] in ("body", "named-body") and draft.country is None and self._of_state(draft):
                draft.country, draft.code = dated, f"{dated}{draft.code}"
                draft.because = (*draft.because, "name.land-of-the-report")
            if draft.code == "GOV" and draft.country is None and firms and self._of_firm(draft):
                draft.code, draft.because = "BUS", (*draft.because, "person.office-of-a-firm")
            official = draft.code in OFFICIAL or self._of_ministry(draft)
            official = official and draft.kind == "person" and draft.country is None
            if home and official and draft.named and draft.roles and not self._of_the_world(draft):
                draft.country, draft.code = home, f"{home}{draft.code or ''}"
                draft.because = (*draft.because, "person.land-of-the-report")
            if draft.key[0] == "named-body" and draft.noun == "group" and draft.code is None and firms:
                draft.code, draft.because = f"{draft.country or ''}BUS", (*draft.because, "name.firm")
        self._soldiers()
        for draft in self.cast.drafts.values():
            public = draft.kind == "person" and draft.country is None and draft.code in PUBLIC
            if dated and public and draft.named and draft.roles:
                draft.country, draft.code = dated, f"{dated}{draft.code}"
                draft.because = (*draft.because, "person.land-of-the-report")

    def _of_ministry(self, draft: Draft) -> bool:
        """Is the person of a ministry without its state ("Health Ministry spokesman")?"""
        return any(r.organisation and r.organisation.split()[-1].lower() in MINISTRIES for r in draft.roles)

    def _of_the_world(self, draft: Draft) -> bool:
        """Is the person of a body that says it is of no one land ("International Fisheries Board")?"""
        words = self.kit.actors.world_words
        return any(r.organisation and r.organisation.split()[0].lower() in words for r in draft.roles)

    def _of_state(self, draft: Draft) -> bool:
        return draft.code in BODIES or (draft.kind == "agency" and draft.noun == "ministry" and draft.code is not None)

    def _of_firm(self, draft: Draft) -> bool:
        """Is every office of the person one that firms have, and of no body or state named beside it?"""
        offices = self.kit.actors.firm_offices
        return bool(draft.roles) and all(
            r.organisation is None and r.country is None and r.title.lower() in offices for r in draft.roles
        )

    def _soldiers(self) -> None:
        """A soldier belongs to the one army of the sentences before him."""
        armies: dict[int, set[str]] = {}
        for sighting in self.cast.sightings:
            if sighting.draft.kind == "military" and sighting.draft.country:
                for number in range(sighting.head.sent, sighting.head.sent + 3):
                    armies.setdefault(number, set()).add(sighting.draft.country)
        for sighting in self.cast.sightings:
            draft = sighting.draft
            near = armies.get(sighting.head.sent, set())
            if draft.kind == "person" and draft.code == "MIL" and draft.country is None and len(near) == 1:
                draft.country = next(iter(near))
                draft.code = f"{draft.country}MIL"
                draft.because = (*draft.because, "person.army-before")


def fits_office(draft: Draft, leader: Leader) -> bool:
    """Is the title the text gives that of the person of office (a Governor Brown is no prime minister)?"""
    office = leader.office.lower()
    titles = [role.title.lower() for role in draft.roles]
    return not office or not titles or any(title in office or office in title for title in titles)
