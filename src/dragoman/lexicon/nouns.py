"""Words of the tables as the parser cuts them, and the regular plurals of English nouns."""

from __future__ import annotations


def words_of(phrase: str) -> tuple[str, ...]:
    """The words as the parser cuts them, in lower case: hyphens between letters stand alone."""
    return tuple(phrase.lower().replace("-", " - ").replace("'s", " 's").split())


def plural_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The phrase in the plural: its last word, or the word before "of" or "in" (ministers of defence)."""
    at = next((i for i, w in enumerate(words) if i and w in ("of", "in", "for", "-")), len(words)) - 1
    if at + 1 < len(words) and words[at + 1] == "-" and words[-1] not in ("chief", "law"):
        at = len(words) - 1
    return (*words[:at], plural(words[at]), *words[at + 1 :])


def plural(word: str) -> str:
    """The regular plural of an English noun, with -man and -y."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"
