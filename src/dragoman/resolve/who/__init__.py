"""Who: the actors of an article and which words mean them. What `find_who` gives to all extractors.

Example: in "Moscow insists", `who.of(token of Moscow)` is the id of the Russian government.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Parsed
from dragoman.resolve.who.acronyms import Acronyms
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.coded import CodedActors
from dragoman.resolve.who.discourse import Discourse
from dragoman.resolve.who.firms import Firms
from dragoman.resolve.who.marks import find_marks
from dragoman.resolve.who.model import Link, Who
from dragoman.resolve.who.named_bodies import NamedBodies
from dragoman.resolve.who.names import Names
from dragoman.resolve.who.nominals import Nominals
from dragoman.resolve.who.nouns import Nouns
from dragoman.resolve.who.people import People, share_office
from dragoman.resolve.who.pronouns import Pronouns
from dragoman.resolve.who.unlisted import Unlisted

__all__ = ["Link", "Who", "find_who"]


def find_who(parsed: Parsed, kit: Kit) -> Who:
    """The actors of the article: persons by their names, then phrases, then names of states and bodies."""
    cast = Cast(parsed)
    marks = find_marks(parsed, kit)
    Firms(cast, marks, kit).find()
    NamedBodies(cast, marks, kit).find()
    acronyms = Acronyms(cast, marks, kit)
    acronyms.claim()
    people = People(cast, marks, kit)
    people.find()
    nouns = Nouns(cast, marks, kit)
    nouns.find()
    Names(cast, marks, kit).find()
    acronyms.settle()
    pending = {i for mark, _ in nouns.pending for i in range(mark.first, mark.last + 1)}
    Unlisted(cast, marks, kit, pending=pending).find()
    acronyms.settle()
    nouns.settle_members()
    coded = CodedActors(cast, kit.coding) if kit.coding is not None else None
    if coded is not None:
        coded.name_actors()
        nouns.pending = coded.unsettled(nouns.pending)
    _refer(cast, nouns, kit)
    if coded is not None:
        coded.name_agents()
    people.homes.affiliate()
    return cast.settle()


def _refer(cast: Cast, nouns: Nouns, kit: Kit) -> None:
    """Pronouns and definite phrases, in order of the text, each looking back on what is known by then."""
    discourse = Discourse(cast)
    pronouns, nominals = Pronouns(cast, discourse, kit), Nominals(cast, discourse, kit)
    pending = {mark.last: (mark, context) for mark, context in nouns.pending}
    for token in cast.parsed.tokens:
        pronoun = kit.actors.pronouns.get(token.lower)
        if pronoun is not None and token.i not in cast.at:
            pronouns.resolve(token, pronoun)
            if token.i in cast.owners and token.i in cast.at:
                share_office(cast.at[token.i].draft, cast.owners[token.i])
        elif token.tag in ("WP", "WDT") and token.head.dep == "relcl" and token.head.head.i in cast.at:
            cast.at[token.i] = cast.at[token.head.head.i]
        elif token.i in pending:
            mark, context = pending[token.i]
            found = nominals.antecedent(mark, context, nouns.scribe.head(mark))
            if found:
                discourse.note(nouns.point(mark, context, *found))
            else:
                before = len(cast.sightings)
                nouns.describe(mark, context)
                for sighting in cast.sightings[before:]:
                    discourse.note(sighting)
