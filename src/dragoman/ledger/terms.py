"""What a record is found by: short terms for actors, places, outlets and issues, kept in the postings.

    c:RUS c:RUSGOV     country and CAMEO code of an actor (each prefix of a code that is a code)
    n:sergei ryabkov   name of an actor, folded; its words and those of its other names lead to it ("Ryabkov")
    p:geneva p:CHE     place and its country;  @46,6 the square degree it lies in
    o:the daily  i:nord stream 2   outlet; issue

The roles of an actor in a record are bits.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable

from dragoman.records import Actor, Place

#: What an actor does in a record: acts, is acted upon, or is merely of it.
BY, TO, OF = 1, 2, 4

_WORDS = re.compile(r"\w+")
#: Words and characters of a name that are kept to find it by.
NAME_LENGTH = 200


def folded(text: str) -> str:
    """Without case, accents and runs of white space: `folded("  São  Tomé ") == "sao tome"`."""
    bare = text[:NAME_LENGTH]
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return " ".join(storable(bare).casefold().split())


def storable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate (SQLite holds Unicode only); offsets stay as they are."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _replaced(text)
    return text


def _replaced(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def name_words(name: str) -> set[str]:
    """The words of a folded name."""
    return set(_WORDS.findall(name))


def codes(country: str | None, code: str | None) -> set[str]:
    """`codes("RUS", "RUSGOVMIL") == {"RUS", "RUSGOV", "RUSGOVMIL"}`: CAMEO codes are made of threes."""
    parts = {code[:end] for end in range(3, len(code) + 1, 3)} | {code} if code else set()
    return {storable(part) for part in (*parts, country) if part}


def actor_terms(actor: Actor) -> set[str]:
    """What an actor is found by: each code above its own, and its name."""
    name = folded(actor.name)
    return {f"c:{code}" for code in codes(actor.country, actor.code)} | ({f"n:{name}"} if name else set())


def place_terms(place: Place) -> set[str]:
    """What a place is found by: its name, its country and its square degree."""
    out = {f"p:{folded(place.name)}"} if place.name else set()
    if place.country:
        out.add(f"p:{storable(place.country)}")
    if place.lat is not None and place.lon is not None and math.isfinite(place.lat) and math.isfinite(place.lon):
        out.add(cell(math.floor(place.lat), math.floor(place.lon)))
    return out


def cell(lat: int, lon: int) -> str:
    """The square degree whose south-western corner this is; longitudes go round."""
    return f"@{lat},{(lon + 180) % 360 - 180}"


def text_term(letter: str, text: str | None) -> set[str]:
    """The term of an outlet (`o`) or an issue (`i`), none where nothing is left of the text."""
    return {f"{letter}:{name}"} if text and (name := folded(text)) else set()


def add_roles(found: dict[str, int], terms: Iterable[str], role: int) -> None:
    """Note the role under every term."""
    for term in terms:
        found[term] = found.get(term, 0) | role
