"""Homes: the state of persons for whom the text does not give one beside the name.

Persons of office are looked up in the dated lists; other officials are of the state of the report, soldiers of the
one army spoken of.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import fold
from dragoman.lexicon.leaders import Leader, year_of
from dragoman.resolve.who.cast import Cast, Draft, Sighting
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
#: What stands in brackets after members of the parties of the United States ("(R-Ohio)", "(D)").
PARTIES = frozenset({"R", "D", "I"})
#: What the verb of a main clause is, or of what is reported in one ("the minister said, the agency reports").
MAIN = frozenset({"ROOT", "ccomp"})
#: What the lexicon's names of the bodies of the United States begin with, which stand without it in the text.
UNION = "U.S. "
#: So many persons of a sentence are looked at.
MANY = 20


class Homes:
    """Gives persons their state; `words` are the words of each person's name."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.kit = cast, kit
        self.year = year_of(cast.parsed.article.published)
        self.lands = frozenset(m.name.country for m in marks.names.values() if m.name.use in STATES)
        outlet = (cast.parsed.article.source or "").removeprefix("The ")
        self.outlet = kit.actors.outlets.get(outlet) or kit.actors.outlets.get(f"The {outlet}")
        name = kit.actors.names.get(outlet) or kit.actors.names.get(f"The {outlet}")
        self.organ = self.outlet is not None and name is not None and name.use != "media"

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
        self.party_marks()
        self.told_before()
        self.bodies_at_home()
        home = self.cast.home or (next(iter(self.lands)) if len(self.lands) == 1 else None) or self.outlet
        dated = self.cast.home or self.outlet
        groups: dict[str, Draft] = {}
        firms = any(d.key[0] == "firm" or (d.code or "").endswith("BUS") for d in self.cast.drafts.values())
        for draft in self.cast.drafts.values():
            if dated and draft.key[0] in ("body", "named-body") and draft.country is None and self._of_state(draft):
                draft.country, draft.code = dated, f"{dated}{draft.code}"
                draft.because = (*draft.because, "name.land-of-the-report")
            if draft.key[0] == "named-body" and draft.country is None and self._at_home(draft):
                draft.country, draft.code = self.cast.home, f"{self.cast.home}{draft.code or ''}"
                draft.because = (*draft.because, "name.land-of-the-report")
            if draft.code in ("GOV", "ELI") and draft.country is None and firms and self._of_firm(draft):
                draft.code, draft.because = "BUS", (*draft.because, "person.office-of-a-firm")
            official = draft.code in OFFICIAL or self._of_ministry(draft) or self._minister(draft)
            official = official and draft.kind == "person" and draft.country is None
            official = official and (
                home != self.outlet or self.cast.home is not None or self.organ or self._plainly(draft)
            )
            if home and official and draft.named and draft.roles and not self._of_the_world(draft):
                draft.country, draft.code = home, f"{home}{draft.code or ''}"
                draft.because = (*draft.because, "person.land-of-the-report")
            if draft.key[0] == "named-body" and draft.noun == "group" and draft.code is None and firms:
                draft.code, draft.because = f"{draft.country or ''}BUS", (*draft.because, "name.firm")
                groups[draft.name] = draft
        self._staff(groups)
        self._soldiers()
        for draft in self.cast.drafts.values():
            known = draft.kind == "person" and draft.country is None and draft.code in PUBLIC
            if dated and known and draft.named and draft.roles:
                draft.country, draft.code = dated, f"{dated}{draft.code}"
                draft.because = (*draft.because, "person.land-of-the-report")

    def _staff(self, groups: dict[str, Draft]) -> None:
        """Officers of groups that turn out to be firms are of their sector."""
        for draft in self.cast.drafts.values() if groups else ():
            if draft.kind == "person" and draft.code is None:
                firm = next((groups[r.organisation] for r in draft.roles if r.organisation in groups), None)
                draft.code = firm.code if firm is not None else None

    def _plainly(self, draft: Draft) -> bool:
        """Is the person plainly of a government: not out of office, no "leader" or "head" of who knows what?"""
        if draft.code in ("ELI", "OPP"):
            return False
        return any(r.organisation or not self.kit.actors.vague.issuperset([r.title.lower()]) for r in draft.roles)

    def party_marks(self) -> None:
        """A party and a state of the union in brackets ("Senator Ana Holt (R-Ohio)") are of the United States."""
        tokens = self.cast.parsed.tokens
        for sighting in self.cast.sightings:
            draft, at = sighting.draft, sighting.last.i + 1
            if draft.kind != "person" or not draft.roles or at + 1 >= len(tokens) or tokens[at].text != "(":
                continue
            if draft.country is None and tokens[at + 1].text.partition("-")[0] in PARTIES:
                draft.country, draft.code = "USA", f"USA{draft.code or ''}"
                draft.because = (*draft.because, "person.party-in-brackets")

    def bodies_at_home(self) -> None:
        """ "The Department of Agriculture" in a report from Lima that names no Americans is that of Peru."""
        home = self.cast.home
        if home in (None, "USA") or "USA" in self.lands:
            return
        text = self.cast.parsed.article.text
        meant: dict[int, tuple[Draft, str]] = {}
        for sighting in self.cast.sightings:
            draft = sighting.draft
            if draft.key[0] == "organisation" and draft.country == "USA" and draft.name.startswith(UNION):
                meant.setdefault(id(draft), (draft, " ".join(sighting.span.of(text).split())))
        for draft, words in meant.values():
            if words.startswith(("Department of", "Ministry of")):
                draft.name, draft.country = words, home
                draft.code = (draft.code or "").replace("USA", home or "", 1) or None
                draft.because = (*draft.because, "name.land-of-the-report")

    def told_before(self) -> None:
        """ "A director of the Chilean Trade Board said so. ... Ana Holt added": who the sentence before spoke of.

        The subject of a sentence is an unnamed holder of an office, and that of the next one a person who is named for
        the first time, with nothing said of him: news reports so bring in those whom they quote.
        """
        opening: dict[int, Sighting] = {}
        named: set[int] = set()
        between = self._persons_by_sentence()
        for sighting in sorted(self.cast.sightings, key=lambda s: s.first.i):
            draft, number = sighting.draft, sighting.head.sent
            if draft.kind != "person":
                continue
            fresh, subject = id(draft) not in named, sighting.head.dep == "nsubj" and sighting.head.head.dep in MAIN
            cited = sighting.head.dep == "pobj" and sighting.head.head.head.lower == "according"
            named.add(id(draft))
            if draft.key[0] == "office":
                if subject or cited:
                    opening[number] = sighting
                continue
            before = opening.pop(number - 1, None)
            bare = draft.country is None and draft.code is None and not draft.roles and len(draft.name.split()) > 1
            if before is not None and fresh and subject and bare and _follows(before, sighting, between):
                told = before.draft
                draft.country, draft.code, draft.roles = told.country, told.code, list(told.roles)
                draft.because = (*draft.because, "person.told-in-the-sentence-before")

    def _persons_by_sentence(self) -> dict[int, list[Sighting]]:
        found: dict[int, list[Sighting]] = {}
        for sighting in self.cast.sightings:
            if sighting.draft.kind == "person":
                found.setdefault(sighting.head.sent, []).append(sighting)
        return found

    def _of_ministry(self, draft: Draft) -> bool:
        """Is the person of a ministry without its state ("Health Ministry spokesman")?"""
        return any(r.organisation and r.organisation.split()[-1].lower() in MINISTRIES for r in draft.roles)

    def _at_home(self, draft: Draft) -> bool:
        """Is a body without its state of the land from whose capital the report is dated?

        So where the report speaks of no other land, or the name says that it is a state's ("National Reef Institute").
        """
        first, known = draft.name.split()[0].lower(), self.kit.actors
        if self.cast.home is None or first in known.world_words or (draft.code or "")[:3] in ("IGO", "IMG"):
            return False
        return self.lands <= {self.cast.home} or first in known.state_words

    def _minister(self, draft: Draft) -> bool:
        """Is the person a minister, whatever the sector of the office ("Science Minister": EDU)?"""
        return any(r.organisation is None and r.title.split()[-1].lower() == "minister" for r in draft.roles if r.title)

    def _of_the_world(self, draft: Draft) -> bool:
        """Is the person of a body that says it is of no one land ("International Fisheries Board")?"""
        words = self.kit.actors.world_words
        return any(r.organisation and r.organisation.split()[0].lower() in words for r in draft.roles)

    def _of_state(self, draft: Draft) -> bool:
        court = draft.code == "JUD" and draft.noun == "court" and draft.name.startswith(draft.name[:1].upper())
        return (
            draft.code in BODIES
            or court
            or (draft.kind == "agency" and draft.noun == "ministry" and draft.code is not None)
        )

    def _of_firm(self, draft: Draft) -> bool:
        """Is every office of the person one that firms have, and of no body or state named beside it?"""
        offices = self.kit.actors.firm_offices
        return bool(draft.roles) and all(
            r.organisation is None and r.country is None and r.title.lower().removeprefix("former ") in offices
            for r in draft.roles
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


def _follows(before: Sighting, sighting: Sighting, persons: dict[int, list[Sighting]]) -> bool:
    """Is no other person spoken of between the two?"""
    return not any(
        s.draft is not before.draft and before.first.i < s.first.i < sighting.first.i
        for number in (before.head.sent, sighting.head.sent)
        for s in persons.get(number, ())[:MANY]
    )
