"""What a title says of its holder: role, country and CAMEO code.

CAMEO codes are country (ISO 3166-1 alpha-3) and sector strung together (Schrodt, CAMEO codebook 1.1b3, chapter 3):
the foreign minister of Ukraine is UKRGOV; the holder of an office of an international body has the body's code.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.kit import Kit
from dragoman.records import Token
from dragoman.resolve.who.marks import NameMark, TermMark
from dragoman.resolve.who.phrases import Context


@dataclass(frozen=True, slots=True)
class Standing:
    """An office or function as the text gives it."""

    title: str
    noun: str
    country: str | None
    organisation: str | None
    code: str | None


def standing_of(mark: TermMark, context: Context, tokens: tuple[Token, ...], kit: Kit) -> Standing:
    """What the words around an office or agent noun say."""
    first, sector = mark.first, mark.term.sector
    former = any(kit.actors.title_words.get(word) == "former" for word in context.modifiers)
    low = context.firm.last.i + 1 if context.firm is not None else context.start
    while first > low and (effect := kit.actors.title_words.get(tokens[first - 1].lower)):
        first -= 1
        if effect == "former":
            former = True
            first += 1
            break
    title = _text(tokens[first : mark.last + 1])
    if former:
        title, sector = "former " + title, "ELI"
    country = context.countries[-1] if context.countries else None
    if country is None and context.boss is not None:
        country = context.boss.country
    if mark.term.sector == "EDU" and not context.of_name and all(_topic(m, mark, tokens) for m in context.marks):
        country = None
    organisation, code = None, None
    bodies = [name for name in context.names if name.use != "media"]
    for name in bodies or context.names:  # "EU Foreign Policy deputy chief" is of no magazine
        organisation = name.title
        country = name.country or country
        code = name.code
    if context.bodies:
        body = context.bodies[0]
        words = _text(tokens[body.first : body.last + 1])
        organisation = organisation or words
        code = code or code_of(country, body.term.sector)
    if context.firm is not None and organisation is None:
        firm = context.firm.draft
        organisation, country = firm.name, firm.country
        code = firm.code or (code_of(country, sector) if sector not in (None, "GOV") else None)
        sector = None  # the director of a society is of no government
    return Standing(title, mark.term.head, country, organisation, code or code_of(country, sector))


def _topic(name: NameMark, mark: TermMark, tokens: tuple[Token, ...]) -> bool:
    """ "an Iran analyst" is an expert on Iran, "Iran's analysts" and "Iranian analysts" are of Iran."""
    return name.name.use == "state" and name.last < mark.first and tokens[name.last + 1].tag != "POS"


def _text(tokens: tuple[Token, ...]) -> str:
    """The words with the spaces of the text ("secretary-general")."""
    out = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        out += token.text if before is None or before.end == token.start else " " + token.text
    return out


def code_of(country: str | None, sector: str | None) -> str | None:
    """Country and sector strung together; None where neither is known."""
    return (country or "") + (sector or "") or None
