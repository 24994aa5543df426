"""The land that a town or province in the name of a body tells: "Qom University", "Houston Harbour Corp"."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.gazetteer import ADM1, Candidate, fold
from dragoman.records import Token
from dragoman.resolve.who.phrases import Context

#: A town in a name is taken for that town only if it has so many people; small ones share their names with families.
PEOPLE = 300_000
#: And so many times those of any town of that name elsewhere.
TIMES = 4
#: How many tokens before an office its province may stand.
PROVINCE = 4


def land_of(words: tuple[str, ...], kit: Kit) -> str | None:
    """The country of the town or province that the name begins with, by its first two words or its first."""
    for size in (2, 1):
        name = " ".join(words[:size])
        if len(words) > size and name[:1].isupper():
            found = land_of_place(name, kit)
            if found is not None:
                return found
    return None


def land_of_place(name: str, kit: Kit) -> str | None:
    """The country of the one well-known town or province of this name, or None."""
    known = kit.actors.names.get(name)
    if known is not None:
        return known.country if known.use in ("capital", "region", "state", "demonym") else None
    key = fold(name)
    if key in kit.gazetteer.ordinary or name.lower() in kit.actors.genders:
        return None
    candidates = kit.gazetteer.candidates(key)
    if not candidates:
        return None
    best = max(candidates, key=_weight)
    others = [c.people for c in candidates if c.country != best.country]
    if best.people < PEOPLE or (others and max(others) * TIMES > best.people):
        return None
    return best.country


def add_province(context: Context, first: int, tokens: tuple[Token, ...], kit: Kit) -> None:
    """The land of the province beside an office or body at `first` ("the Ohio governor", "the governor of Ohio").

    Only where nothing else says whose it is. `context` takes the land.
    """
    if context.countries or context.names or context.firm is not None or context.boss is not None or context.of_name:
        return
    for at in range(first - 1, max(context.core, first - PROVINCE) - 1, -1):
        token = tokens[at]
        if token.ent == "GPE" and token.tag == "NNP":
            two = f"{tokens[at - 1].text} {token.text}" if at and tokens[at - 1].ent == "GPE" else ""
            land = (land_of_place(two, kit) if two else None) or land_of_place(token.text, kit)
            if land is not None:
                context.countries.append(land)
            return
    at = context.end + 2
    if at < len(tokens) and tokens[at - 1].lower == "of" and tokens[at].ent == "GPE":
        whole = at + 1 < len(tokens) and tokens[at + 1].ent == "GPE"
        name = f"{tokens[at].text} {tokens[at + 1].text}" if whole else tokens[at].text
        land = land_of_place(name, kit) if tokens[at].sent == tokens[first].sent else None
        if land is not None:
            context.countries.append(land)  # the words stay a place


def _weight(candidate: Candidate) -> tuple[bool, int]:
    return candidate.kind == ADM1, candidate.people
