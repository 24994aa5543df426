"""Who: the actors of an article and which words mean them. What `find_who` gives to all extractors.

Example: in "Moscow insists", `who.of(token of Moscow)` is the id of the Russian government.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Parsed
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.marks import find_marks
from dragoman.resolve.who.model import Link, Who
from dragoman.resolve.who.names import Names
from dragoman.resolve.who.nouns import Nouns
from dragoman.resolve.who.people import People

__all__ = ["Link", "Who", "find_who"]


def find_who(parsed: Parsed, kit: Kit) -> Who:
    """The actors of the article: persons by their names, then phrases, then names of states and bodies."""
    cast = Cast(parsed)
    marks = find_marks(parsed, kit)
    People(cast, marks, kit).find()
    Nouns(cast, marks, kit).find()
    Names(cast, marks, kit).find()
    return cast.settle()
