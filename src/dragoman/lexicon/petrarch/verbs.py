"""Verbs: sets of synonyms, verbs with their codes, and the patterns around them that say more.

    &BOATS                         a set; its members follow, each with `+`; a member may be a set
    +TRAWLERS
    --- DRAW [160] ---             a block and its code; the verbs below share it, and the patterns
    DRAW {DREW DRAWN}              a verb and its irregular forms
    +DRAW_UP {+DREW_UP}            a verb of several words; `+` marks the one that is the verb
    SKETCH [161]                   a code of its own
    - * CHARTER [162]              the verb `*`, then the word
    - % * MAPS [064:064]           `%` two sides joined by "and"; A:B an event each way, A from source to target
    - $ * ^ UNDER_+ [124]          `$` the source, `+` the target, `^` what is passed over
    - * {LINES (AROUND +)} [195]   noun groups in braces and prepositional groups in parentheses (PETRARCH-2)

With `_` between them words follow each other; where there is a blank, more of the text may stand between. A word with
`_` at its end is matched in this form alone.
`---` is no code: the verb alone, or the pattern, is then known to be no event. Without `---` lines (TABARI) every verb
opens a block. Patterns with an undefined set are void; rewriting rules (`~`, PETRARCH-2) are told and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.lexicon.coding_words import verb_words
from dragoman.lexicon.petrarch.lines import Source, before_bracket, brackets, code_of, phrase_of
from dragoman.lexicon.petrarch.write import Cells

SET = re.compile(r"&([^\s&{}()]+)")
GROUPS = str.maketrans("{}()|", "     ")


@dataclass(slots=True)
class State:
    """Where in the file we are: the set or the block that is open; `headed`: the block has a line of dashes."""

    source: Source
    sets: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    patterns: list[tuple[int, str, str, str]] = field(default_factory=list)
    inside: str = ""
    bare: bool = False
    block: str = ""
    code: str = ""
    word: str = ""
    headed: bool = False
    verbs: int = 0


def read_verbs(source: Source) -> Iterator[tuple[str, Cells]]:
    """Rows of coded_verbs, coded_synonyms and coded_patterns."""
    state = State(source)
    for number, line in source.lines:
        text = line.strip()
        if text.startswith("---"):
            yield from _without_verb(state)
            _open_block(state, number, text)
        elif text[0] == "&":
            _open_set(state, number, text)
        elif text[0] == "+" and state.inside:
            _member(state, number, text)
        elif text[0] == "~":
            source.warn(number, "a rewriting rule: left out")
        elif text[0] == "-":
            yield from _without_verb(state)
            _pattern(state, number, text)
        else:
            yield from _verb(state, number, text)
    yield from _without_verb(state)
    yield from _settled(state)


def _open_block(state: State, number: int, text: str) -> None:
    word = phrase_of(before_bracket(text).strip("- \t").rstrip("_"))
    found = list(brackets(text))
    if not is_verb(word):
        state.source.warn(number, "a block without a word")
        word = ""
    if len(found) > 1:
        state.source.warn(number, f"several codes: [{found[0]}] is taken")
    state.inside, state.headed, state.verbs = "", True, 0
    state.word, state.block = word, state.source.origin(number)
    state.code = code_of(found[0]) if found else ""


def _without_verb(state: State) -> Iterator[tuple[str, Cells]]:
    """A block that lists no verb is of its own word."""
    if state.headed and state.word and not state.verbs:
        state.verbs = 1
        cells = {"verb": state.word, "code": state.code, "block": state.block, "origin": state.block}
        yield "coded_verbs", cells


def _open_set(state: State, number: int, text: str) -> None:
    name = phrase_of(text[1:].split("[")[0])
    if not name or " " in name:
        state.source.warn(number, f"{text!r} names no set")
        return
    state.inside, state.bare = plain_name(name), name.endswith("_")
    if state.sets.setdefault(state.inside, []):
        state.source.warn(number, f"&{state.inside} is opened again: its members are joined")


def _member(state: State, number: int, text: str) -> None:
    phrase = phrase_of(before_bracket(text.lstrip("+")).translate(GROUPS))
    if not phrase:
        state.source.warn(number, "a member is missing")
        return
    plain = state.bare and not phrase.endswith("_") and phrase[0] != "&"
    state.sets[state.inside].append((number, phrase + "_" if plain else phrase))


def _pattern(state: State, number: int, text: str) -> None:
    """Keep the pattern until all sets are known."""
    state.inside = ""
    found = list(brackets(text))
    phrase = phrase_of(before_bracket(text.lstrip("-")).translate(GROUPS))
    if not state.block:
        state.source.warn(number, "a pattern without a verb above it")
    elif not found:
        state.source.warn(number, "a pattern without a code: left out")
    elif phrase.count("*") != 1 or re.search(r"[^\s_]\*|\*[^\s_]", phrase):
        state.source.warn(number, "a pattern needs one * that stands by itself: left out")
    else:
        state.patterns.append((number, phrase, code_of(found[-1]), state.block))


def _verb(state: State, number: int, text: str) -> Iterator[tuple[str, Cells]]:
    state.inside = ""
    found = list(brackets(text))
    written, brace, rest = before_bracket(text).partition("{")
    if brace and "}" not in rest:
        state.source.warn(number, "a brace is not closed")
    verb = phrase_of(written)
    if not is_verb(verb):
        state.source.warn(number, f"{verb!r} is no verb: left out" if verb.strip("+_ ") else "a verb is missing")
        return
    if not state.headed and (verb[0] != "+" or not state.block):
        state.block, state.code = state.source.origin(number), ""
    own = code_of(found[0]) if found else state.code
    if not state.headed and verb[0] != "+":
        state.code = own
    state.verbs += 1
    forms = "|".join(form for form in phrase_of(rest.partition("}")[0]).split() if is_verb(form))
    cells = {"verb": verb.rstrip("_"), "forms": forms, "code": own, "block": state.block}
    yield "coded_verbs", cells | {"origin": state.source.origin(number)}


def is_verb(written: str) -> bool:
    """Is it made of words alone?"""
    return verb_words(written) is not None and "|" not in written


def plain_name(name: str) -> str:
    """The name of a set as the tables have it: `_` would join a word, so it is a hyphen there."""
    return name.strip("_").replace("_", "-")


def _settled(state: State) -> Iterator[tuple[str, Cells]]:
    """The sets and the patterns whose sets are all there."""
    source = state.source
    known = {name for name, members in state.sets.items() if members}
    for name, members in state.sets.items():
        for number, written in members:
            phrase, missing = _with_sets(written, known)
            if missing:
                source.warn(number, f"there is no set &{missing}: the member is left out")
            else:
                yield "coded_synonyms", {"set": name, "member": phrase, "origin": source.origin(number)}
    for number, written, code, block in state.patterns:
        phrase, missing = _with_sets(written, known)
        if missing:
            source.warn(number, f"there is no set &{missing}: the pattern is void")
            continue
        cells = {"pattern": phrase, "code": code, "block": block, "origin": source.origin(number)}
        yield "coded_patterns", cells


def _with_sets(phrase: str, known: set[str]) -> tuple[str, str]:
    """The phrase with its sets by their plain names, and the first set that is not known.

    `&OIL_PRICE_RISE` is the set of that name where there is one, else the set OIL_PRICE before the word RISE, or OIL.
    """
    missing = ""

    def plain(match: re.Match[str]) -> str:
        nonlocal missing
        parts = match.group(1).split("_")
        for size in range(len(parts), 0, -1):
            name = "-".join(parts[:size])
            if name in known:
                return "_".join(("&" + name, *parts[size:]))
        missing = missing or parts[0]
        return match.group(0)

    return SET.sub(plain, phrase), missing
