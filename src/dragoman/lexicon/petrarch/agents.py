"""Agents: common nouns for roles, and the part of a code they add to the actor they belong to.

HARBOUR_ENVOY [~GOVHRB]           behind the actor's code: VEL and ~GOVHRB give VELGOVHRB
RELIEF_GUILD [NGO~]               before it
SEA_CHIEF {CHIEFS_OF_SEA} [~MIL]  an irregular plural; `{}`: no plural; without braces the regular one
!FOLK! = MAN, WIFE                words that stand in for `!FOLK!` in phrases: FISHER!FOLK!
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.lexicon.petrarch.lines import Source, before_bracket, brackets, code_of, phrase_of
from dragoman.lexicon.petrarch.write import Cells

MARK = re.compile(r"!([^!\s]+)!")
#: So many phrases are made of one at most (a bound on files that multiply).
MOST = 400


def read_agents(source: Source) -> Iterator[tuple[str, Cells]]:
    """Rows of coded_agents, in order of the file."""
    sets: dict[str, list[str]] = {}
    for number, line in source.lines:
        text = line.strip().lstrip("+").strip()
        if "=" in text and (name := MARK.match(text)):
            sets[name.group(1).upper()] = [phrase_of(w) for w in text.partition("=")[2].split(",") if w.strip()]
            continue
        code = next((code_of(c) for c in brackets(text)), None)
        if code is None:
            source.warn(number, "no code: the agent is left out")
            continue
        if "~" not in code and code:
            source.warn(number, f"[{code}] has no ~: taken as ~{code}")
            code = "~" + code
        written, brace, plural = before_bracket(text).partition("{")
        plural_of = plural.partition("}")[0].strip()
        for phrase, forms in _spelled(phrase_of(written), phrase_of(plural_of), sets, source, number):
            cells = {"phrase": phrase, "plural": forms or ("-" if brace else ""), "code": code}
            yield "coded_agents", cells | {"origin": source.origin(number)}


def _spelled(
    phrase: str, plural: str, sets: dict[str, list[str]], source: Source, number: int
) -> Iterator[tuple[str, str]]:
    """The phrase with each word of a set in the place of its mark; (phrase, plural)."""
    if not phrase:
        source.warn(number, "a phrase is missing")
        return
    out = [phrase]
    for name in MARK.findall(phrase):
        if name not in sets:
            source.warn(number, f"there is no set !{name}!: the agent is left out")
            return
        out = [p.replace(f"!{name}!", word, 1) for p in out for word in sets[name]]
        if len(out) > MOST:
            source.warn(number, f"stands for more than {MOST} phrases: the rest is left out")
            out = out[:MOST]
    listed = "|".join(w for part in plural.split(",") for w in [part.strip()] if w)
    for one in dict.fromkeys(out):
        yield one, listed if len(out) == 1 else ""
