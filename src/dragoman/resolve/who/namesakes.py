"""Which of several persons of one surname a name means.

In: the title beside a bare surname, and the persons of that surname, each with the words of his name.
"President Biden" beside Hunter Biden is the one whom the dated lists know as president.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.lexicon.actor_index import fold
from dragoman.lexicon.leaders import Leader, Leaders
from dragoman.resolve.who.cast import Draft


def titled(
    title: str, candidates: Sequence[tuple[Draft, tuple[str, ...]]], leader: Leader | None, leaders: Leaders
) -> Draft | None:
    """The person who bears this title: one who has it already, or the person of office himself; None: somebody new.

    Where the lists know who held the title then, a namesake with another forename is another person.
    """
    same = [draft for draft, _ in candidates if any(role.title.lower() == title for role in draft.roles)]
    if same:
        return same[-1]
    if leader is not None and leader.office and title in leader.office.lower():
        fitting = [draft for draft, words in candidates if len(words) == 1 or bears(words, leader, leaders)]
        return fitting[-1] if fitting else None
    return candidates[-1][0]


def untitled(candidates: Sequence[Draft]) -> Draft:
    """The one of them who holds an office, else the last."""
    official = [d for d in candidates if holds_office(d)]
    return official[0] if len(official) == 1 else candidates[-1]


def bears(words: tuple[str, ...], leader: Leader, leaders: Leaders) -> bool:
    """Is this the full name of the holder of the office?"""
    return any(term.home == leader.home for term in leaders.full.get((fold(words[0]), fold(words[-1])), ()))


def holds_office(draft: Draft) -> bool:
    return bool(draft.roles) and (draft.code or "").endswith("GOV")


def same_forename(a: str, b: str) -> bool:
    """Could these be one forename: equal, an initial of the other, or short for it (Alex, Alexander)?"""
    a, b = a.lower(), b.lower()
    return a == b or (a[0] == b[0] and (len(a.rstrip(".")) == 1 or len(b.rstrip(".")) == 1 or a[:3] == b[:3]))
