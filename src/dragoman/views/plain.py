"""Text made safe and short enough to show. The text of an article is a stranger's: it may hold terminal commands."""

from __future__ import annotations

import unicodedata

#: Shown in place of a character that would act on the terminal instead of being seen.
SHOWN = "\N{REPLACEMENT CHARACTER}"
#: Joiners belong to Persian, Indic scripts and emoji; the other format characters (bidi overrides) can reorder a line.
JOINERS = "\u200c\u200d"


def plain(text: str) -> str:
    """One line without control, direction-changing or surrogate characters; runs of white space become one space."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return "".join(_shown(c) for c in " ".join(text.split()))


def _shown(c: str) -> str:
    if c.isprintable() or c in JOINERS:
        return c
    category = unicodedata.category(c)
    if category.startswith("Z"):
        return " "
    return "" if category == "Cf" else SHOWN


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a space, with an ellipsis where something is missing."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > limit // 2 else limit - 1].rstrip(" ,;:") + "…"
