"""The index over a user's own codes: actors, agents, verbs with their patterns, and phrases that stop the coding.

Built from the tables `coding/*.tsv`, which are empty unless a user's folder fills them; then `build` gives None and
reading is as it is without them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.errors import LexiconError
from dragoman.lexicon.coding_words import Element, elements, plurals, verb_forms, verb_words
from dragoman.lexicon.load import Lexicon, Row

#: Schemes of codes that have a table; codes of any other are a user's own.
SCHEMES = ("cameo", "weis")
#: Sets within sets are followed so deep, and so many alternatives are made of a set at most.
DEPTH = 6
MOST = 2000


@dataclass(frozen=True, slots=True)
class Dated:
    """A code from one day of publication to another (ISO, both included, "" is open); "" is no code."""

    code: str
    begin: str
    end: str
    name: str

    def holds(self, day: str | None) -> bool:
        """Does it hold on this day? Of an article without a date only what is not dated is known."""
        if not self.begin and not self.end:
            return True
        return day is not None and self.begin <= day and (not self.end or day <= self.end)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of an actor (`codes`), an agent (one code with its `~`) or a discard (`scope`)."""

    words: tuple[Element, ...]
    codes: tuple[Dated, ...]
    name: str
    plural: bool = True
    scope: str = ""

    def code_on(self, day: str | None) -> Dated | None:
        """The code that holds on the day of publication (None: a day that is not known)."""
        return next((dated for dated in self.codes if dated.holds(day)), None)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Elements before and behind the verb, each in the order of the text; `code` from source to target, `back` back."""

    before: tuple[Element, ...]
    after: tuple[Element, ...]
    joined: bool
    code: str | None
    back: str | None
    scheme: str
    name: str


@dataclass(frozen=True, slots=True)
class CodedVerb:
    """A verb: its further words (before and behind), its codes, and the patterns of its block, the closest first."""

    before: tuple[Element, ...]
    after: tuple[Element, ...]
    code: str | None
    back: str | None
    scheme: str
    name: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class CodingIndex:
    """Phrases by their first word, longest first; verbs by form and by lemma; members of sets; types of codes."""

    actors: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    agents: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    discards: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    forms: dict[str, tuple[CodedVerb, ...]] = field(default_factory=dict)
    lemmas: dict[str, tuple[CodedVerb, ...]] = field(default_factory=dict)
    sets: dict[str, tuple[tuple[Element, ...], ...]] = field(default_factory=dict)
    states: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    types: dict[tuple[str, str], str] = field(default_factory=dict)

    def type_of(self, code: str, scheme: str) -> str:
        """The PLOVER type of a code in its scheme, by its own row or that of the longest code it begins with, or ""."""
        for size in range(len(code), 1, -1) if scheme else ():
            if (scheme, code[:size]) in self.types:
                return self.types[scheme, code[:size]]
        return ""

    @property
    def has_verbs(self) -> bool:
        """Does the user have verbs of his own? Then his rows code events."""
        return bool(self.forms)


def build(lexicon: Lexicon) -> CodingIndex | None:
    """The index, or None where no coding table has a row; LexiconError names a pattern that cannot be read."""
    tables = ("coded_actors", "coded_agents", "coded_verbs", "coded_discards")
    if not any(lexicon.rows(table) for table in tables):
        return None
    forms, lemmas = _verbs(lexicon)
    return CodingIndex(
        actors=_by_first(_actors(lexicon.rows("coded_actors"))),
        agents=_by_first(_agents(lexicon.rows("coded_agents"))),
        discards=_by_first(_discards(lexicon.rows("coded_discards"))),
        forms=forms,
        lemmas=lemmas,
        sets=_sets(lexicon.rows("coded_synonyms")),
        states=frozenset(row["iso3"] for row in lexicon.rows("states")),
        sectors=frozenset(row["sector"] for row in lexicon.rows("sectors")),
        types={(scheme, row["code"]): row["plover"] for scheme in SCHEMES for row in lexicon.rows(scheme)},
    )


def _actors(rows: Iterable[Row]) -> list[Phrase]:
    """A phrase of each spelling, its codes in the order of the rows, those without a date last."""
    found: dict[str, list[Dated]] = {}
    for row in rows:
        found.setdefault(row["phrase"], []).append(Dated(row["code"], row["from"], row["to"], row.name))
    out = []
    for phrase, dated in found.items():
        dated.sort(key=lambda d: not (d.begin or d.end))
        out.append(Phrase(elements(phrase), tuple(dated), dated[0].name))
    return out


def _agents(rows: Iterable[Row]) -> list[Phrase]:
    out = []
    for row in rows:
        codes = (Dated(row["code"], "", "", row.name),)
        out.append(Phrase(elements(row["phrase"]), codes, row.name, plural=not row["plural"]))
        for plural in row.many("plural"):
            if plural != "-":
                out.append(Phrase(elements(plural), codes, row.name, plural=False))
    return out


def _discards(rows: Iterable[Row]) -> list[Phrase]:
    return [Phrase(elements(row["phrase"]), (), row.name, scope=row["scope"]) for row in rows]


def _by_first(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Phrases by each form their first word may have; of two with the same words the first stands."""
    found: dict[str, dict[tuple[Element, ...], Phrase]] = {}
    for phrase in phrases:
        if not phrase.words or any(word.kind != "word" for word in phrase.words):
            continue
        first = phrase.words[0]
        for form in word_forms(first, plural=phrase.plural and len(phrase.words) == 1):
            found.setdefault(form, {}).setdefault(phrase.words, phrase)
    return {form: tuple(sorted(each.values(), key=lambda p: -len(p.words))) for form, each in found.items()}


def word_forms(word: Element, *, plural: bool) -> tuple[str, ...]:
    """The spellings of a word of a phrase; with its plurals unless it is to stand as it is."""
    return (word.text, *plurals(word.text)) if plural and not word.exact else (word.text,)


def _sets(rows: Iterable[Row]) -> dict[str, tuple[tuple[Element, ...], ...]]:
    """Members of each set, those that are sets spread out."""
    raw: dict[str, list[tuple[Element, ...]]] = {}
    for row in rows:
        raw.setdefault(row["set"], []).append(elements(row["member"]))
    return {name: tuple(_spread(name, raw, ())) for name in raw}


def _spread(name: str, raw: dict[str, list[tuple[Element, ...]]], above: tuple[str, ...]) -> list[tuple[Element, ...]]:
    """The members of a set without sets in them; a set that holds itself, or is unknown, has none there."""
    if name in above or len(above) > DEPTH:
        return []
    out: list[tuple[Element, ...]] = []
    for member in raw.get(name, ()):
        made: list[tuple[Element, ...]] = [()]
        for element in member:
            parts = [(element,)] if element.kind != "set" else _spread(element.text, raw, (*above, name))
            made = [(*head, *_joined(part, element)) for head in made for part in parts][:MOST]
        out.extend(m for m in made if m and all(e.kind == "word" for e in m))
    out.sort(key=lambda m: -len(m))
    return out[:MOST]


def _joined(part: tuple[Element, ...], to: Element) -> tuple[Element, ...]:
    first = part[0]
    return (Element(first.kind, first.text, to.joined, first.exact or to.exact), *part[1:])


def codes_of(written: str) -> tuple[str | None, str | None]:
    """`A:B` as the code from source to target and the one back; None where there is none."""
    forward, _, back = written.partition(":")
    return forward or None, back or None


def _verbs(
    lexicon: Lexicon,
) -> tuple[dict[str, tuple[CodedVerb, ...]], dict[str, tuple[CodedVerb, ...]]]:
    """Verbs by every form, and by lemma for irregular forms that the tables do not list."""
    patterns: dict[str, list[Pattern]] = {}
    for row in lexicon.rows("coded_patterns"):
        patterns.setdefault(row["block"], []).append(_pattern(row))
    forms: dict[str, dict[tuple[tuple[Element, ...], tuple[Element, ...]], CodedVerb]] = {}
    lemmas: dict[str, dict[tuple[tuple[Element, ...], tuple[Element, ...]], CodedVerb]] = {}
    for row in lexicon.rows("coded_verbs"):
        own = patterns.get(row["block"] or row["verb"], [])
        for number, spelling in enumerate((row["verb"], *row.many("forms"))):
            parts = verb_words(spelling)
            if parts is None:
                raise LexiconError(f"the verb {spelling!r} cannot be read", where=f"{row.file}:{row.line}")
            before, word, after = parts
            known = forms.get(word, {}).get((before, after))
            verb = _verb(row, before, after, own, known)
            for form in verb_forms(word) if number == 0 else (word,):
                if form == word or (before, after) not in forms.get(form, {}):
                    forms.setdefault(form, {})[before, after] = verb
            if number == 0:
                lemmas.setdefault(word, {})[before, after] = verb
    return _longest(forms), _longest(lemmas)


def _verb(
    row: Row, before: tuple[Element, ...], after: tuple[Element, ...], own: list[Pattern], known: CodedVerb | None
) -> CodedVerb:
    """The verb of a row; a verb that stands in several blocks has the patterns of all, and the first code."""
    code, back = codes_of(row["code"])
    name, scheme = row.name, row["scheme"]
    if known is not None and known.code is not None:
        code, back, name, scheme = known.code, known.back, known.name, known.scheme
    every = dict.fromkeys([*(known.patterns if known is not None else ()), *own])
    ordered = tuple(sorted(every, key=_closeness, reverse=True))
    return CodedVerb(before, after, code, back, scheme, name, ordered)


def _longest(
    table: dict[str, dict[tuple[tuple[Element, ...], tuple[Element, ...]], CodedVerb]],
) -> dict[str, tuple[CodedVerb, ...]]:
    return {
        form: tuple(sorted(verbs.values(), key=lambda v: -len(v.before) - len(v.after)))
        for form, verbs in table.items()
    }


def _pattern(row: Row) -> Pattern:
    parts = elements(row["pattern"])
    at = next((n for n, e in enumerate(parts) if e.kind == "slot" and e.text == "*"), None)
    if at is None:
        raise LexiconError(f"the pattern {row['pattern']!r} has no *", where=f"{row.file}:{row.line}")
    code, back = codes_of(row["code"])
    return Pattern(parts[:at], parts[at + 1 :], parts[at].joined, code, back, row["scheme"], row.name)


def _closeness(pattern: Pattern) -> tuple[int, int]:
    """The more a pattern asks, the earlier it is tried; among equals the order of the file (sorting is stable)."""
    every = (*pattern.before, *pattern.after)
    return sum(e.kind != "slot" for e in every), sum(e.kind == "slot" and e.text != "^" for e in every)
