"""Names, demonyms, offices, bodies and agent nouns, compiled for look-up.

Names are searched in the text itself (Aho-Corasick, leftmost-longest, case-sensitive, whole words); offices, bodies,
agents and collectives are common nouns and are looked up by lower-case words, longest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.lexicon.leaders import Leaders
from dragoman.lexicon.leaders import build as build_leaders
from dragoman.lexicon.load import Lexicon, Row
from dragoman.records.vocab import ActorKind

NameUse = Literal["state", "organisation", "media", "armed_group", "demonym", "seat", "capital", "region"]
#: Where one spelling has several uses, the first of these is taken (Singapore the state, not the capital).
USES: tuple[NameUse, ...] = ("state", "organisation", "media", "armed_group", "demonym", "seat", "capital", "region")
TermUse = Literal["office", "honorific", "body", "collective", "nominal", "agent"]
TERM_USES: tuple[TermUse, ...] = ("office", "honorific", "body", "collective", "nominal", "agent")

#: One to one, so that offsets hold: the lexicon needs a single spelling of apostrophes and spaces.
PLAIN = str.maketrans(
    {
        **{"’": "'", "‘": "'", "`": "'", "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " "},
        # the search takes UTF-8, which has no half of a surrogate pair
        **dict.fromkeys((chr(c) for c in range(0xD800, 0xE000)), "\ufffd"),
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a spelling names: `title` the usual name, `country` ISO 3166-1 alpha-3, `code` the CAMEO actor code."""

    use: NameUse
    key: str
    title: str
    kind: ActorKind
    country: str | None
    code: str | None
    row: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A common noun or phrase for somebody who acts; `head` is its head word in the singular."""

    use: TermUse
    words: tuple[str, ...]
    key: str
    head: str
    plural: bool
    kind: str
    sector: str | None
    row: str
    gender: str | None = None
    members: tuple[str, ...] = ()
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun of the third person: gender m, f or n, number s or p, role subject, object, possessive or reflexive."""

    word: str
    gender: str
    number: str
    role: str
    row: str


#: Words that close the name of a body, and the CAMEO sector of such a body.
FIRMS = {"firm": "BUS", "legal": "BUS", "school": "EDU"}


@dataclass(frozen=True, slots=True)
class BodyNoun:
    """A noun in the name of a body: its kind, and its CAMEO code at large, as a state's, and as one of the world.

    `kind` is an actor kind, or "venue" for what is a body only where more in the name tells so ("Centre for ...").
    """

    kind: ActorKind | Literal["venue"]
    sector: str | None
    state: str | None
    world: str | None
    row: str


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """All look-ups of `resolve.who`. `names_in` searches a text; the rest are dictionaries."""

    names: dict[str, Name]
    search: AhoCorasick
    terms: dict[str, tuple[Term, ...]]
    states: dict[str, Name]
    genders: dict[str, str]
    particles: frozenset[str]
    place_words: dict[tuple[str, str], str]
    pronouns: dict[str, Pronoun]
    takes_up: dict[str, frozenset[str]]
    chiefs: dict[str, frozenset[str]]
    title_words: dict[str, str]
    quantities: frozenset[str]
    body_parts: frozenset[str]
    no_bodies: frozenset[str]
    firms: dict[str, tuple[str, str]]
    body_nouns: dict[str, BodyNoun]
    body_topics: dict[str, str]
    world_words: frozenset[str]
    appointing: frozenset[str]
    serving: frozenset[str]
    sites: frozenset[str]
    outlets: dict[str, str]
    legal_forms: frozenset[str]
    generations: frozenset[str]
    firm_offices: frozenset[str]
    need_the: frozenset[str]
    sides: frozenset[str]
    numbers: dict[str, int]
    demonyms: dict[str, tuple[str, ...]]
    nominal_kinds: dict[str, str]
    leaders: Leaders

    def names_in(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """(start, end, name) of the names of the text, whole words only, in order."""
        plain = text.translate(PLAIN)
        size = len(plain)
        for _, start, end in self.search.find_matches_as_indexes(plain):
            if (start and plain[start - 1].isalnum()) or (end < size and plain[end].isalnum()):
                continue
            yield start, end, self.names[plain[start:end]]


def build(lexicon: Lexicon) -> ActorIndex:
    """The index over the tables."""
    found = [*_states(lexicon), *_bodies_with_names(lexicon), *_regions(lexicon), *_peoples(lexicon)]
    found.sort(key=lambda pair: USES.index(pair[1].use))
    names: dict[str, Name] = {}
    for surface, name in found:
        names.setdefault(surface, name)
    for surface, name in found:
        names.setdefault(surface[0].upper() + surface[1:], name)  # at the head of a sentence: "Pro-Russian separatists"
        if name.use != "organisation" and len(surface) > 3 and not surface.isupper():
            names.setdefault(surface.upper(), name)
    surfaces = list(names)

    def use(which: str) -> frozenset[str]:
        return frozenset(row["word"] for row in lexicon.rows("name_words") if row["use"] == which)

    return ActorIndex(
        names=names,
        search=AhoCorasick(surfaces, matchkind=MatchKind.LeftmostLongest),
        terms=_terms(lexicon),
        states={name.country: name for _, name in found if name.use == "state" and name.country},
        genders={r["name"].lower(): r["gender"] for r in lexicon.rows("first_names")},
        particles=use("particle"),
        need_the=use("needs_the"),
        sides=use("side"),
        numbers={
            "both": 2,
            **{r["word"]: int(r["value"]) for r in lexicon.rows("number_words") if r["value"].isdigit()},
        },
        quantities=use("quantity"),
        no_bodies=use("no_body"),
        firms={r["word"]: (FIRMS[r["use"]], r.name) for r in lexicon.rows("name_words") if r["use"] in FIRMS},
        body_nouns={
            r["word"]: BodyNoun(r["kind"], _cell(r, "sector"), _cell(r, "state"), _cell(r, "world"), r.name)  # type: ignore[arg-type]
            for r in lexicon.rows("body_words")
            if r["use"] == "noun"
        },
        body_topics={r["word"]: r["sector"] for r in lexicon.rows("body_words") if r["use"] == "topic"},
        world_words=frozenset(r["word"] for r in lexicon.rows("body_words") if r["use"] == "world"),
        appointing=use("appoints"),
        serving=use("serves"),
        sites=frozenset(r["word"] for r in lexicon.rows("geo_words") if r["use"] == "site"),
        outlets=_outlets(lexicon, names),
        body_parts=use("body_part"),
        legal_forms=use("legal"),
        generations=use("generation"),
        firm_offices=use("firm_office"),
        demonyms={row["iso3"]: row.many("demonyms") for row in lexicon.rows("states")},
        nominal_kinds={w: r["kind"] for r in lexicon.rows("nominals") for w in (r["noun"], plural(r["noun"]))},
        place_words={(r["use"], r["word"]): r["reading"] for r in lexicon.rows("place_words")},
        pronouns={
            r["word"]: Pronoun(r["word"], r["gender"], r["number"], r["role"], r.name) for r in lexicon.rows("pronouns")
        },
        takes_up=_takes_up(lexicon),
        chiefs={r["name"]: frozenset(r.many("chief")) for r in lexicon.rows("organisations")},
        leaders=build_leaders(lexicon, fold),
        title_words={r["word"].lower(): r["effect"] for r in lexicon.rows("title_words")},
    )


def _outlets(lexicon: Lexicon, names: dict[str, Name]) -> dict[str, str]:
    """Outlet -> the state whose officials it names without their state: papers, and the organs of a state itself.

    Agencies and broadcasters write for the world and are left out.
    """
    out = {
        surface: row["country"]
        for row in lexicon.rows("media")
        if row["kind"] == "paper" and row["country"]
        for surface in (row["name"], *row.many("aliases"))
    }
    for surface, name in names.items():
        if name.country and (name.use == "seat" or (name.use == "organisation" and (name.code or "").endswith("GOV"))):
            out.setdefault(surface, name.country)
    return out


def _states(lexicon: Lexicon) -> Iterator[tuple[str, Name]]:
    for row in lexicon.rows("states"):
        iso, title = row["iso3"], row["name"]
        columns: tuple[tuple[str, NameUse], ...] = (
            ("name", "state"), ("official", "state"), ("short", "state"), ("former", "state"),
            ("demonyms", "demonym"), ("capital", "capital"), ("seats", "seat"),
        )  # fmt: skip
        for column, use in columns:
            for surface in row.many(column):
                yield surface, Name(use, iso, title, "state", iso, iso, row.name)


def _regions(lexicon: Lexicon) -> Iterator[tuple[str, Name]]:
    """Regions of one state: they tell whose people are meant ("rebels in Darfur"), and are no actors."""
    for row in lexicon.rows("regions"):
        country = _cell(row, "country")
        if country and "|" not in country:
            for surface in (row["name"], *row.many("aliases"), *row.many("demonyms")):
                yield surface, Name("region", row["name"], row["name"], "state", country, country, row.name)


def _peoples(lexicon: Lexicon) -> Iterator[tuple[str, Name]]:
    """Peoples and faiths of one state: they tell, as regions do, whose people are meant ("Basque separatists")."""
    for row in lexicon.rows("groups"):
        country = _cell(row, "country")
        if country and row["kind"] != "political":
            for surface in (row["word"], *row.many("forms")):
                use: NameUse = "demonym" if surface.endswith("s") and surface != row["word"] else "region"
                yield surface, Name(use, country, row["word"], "state", country, country, row.name)


def _bodies_with_names(lexicon: Lexicon) -> Iterator[tuple[str, Name]]:
    uses: tuple[tuple[str, NameUse, ActorKind], ...] = (
        ("organisations", "organisation", "organisation"),
        ("media", "media", "media"),
        ("armed_groups", "armed_group", "armed_group"),
    )
    for table, use, usual in uses:
        for row in lexicon.rows(table):
            kind = usual if use == "media" else _cell(row, "kind") or usual
            country, code = _cell(row, "country"), _cell(row, "code")
            if use == "media":
                code = f"{country or ''}JRN"
            members = row.many("members") if "members" in row.values else ()
            name = Name(use, row["name"], row["name"], kind, country, code, row.name, members)  # type: ignore[arg-type]
            yield row["name"], name
            for alias in row.many("aliases"):
                yield alias, name
            for seat in row.many("seats") if "seats" in row.values else ():
                yield seat, replace(name, use="capital")


def _takes_up(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Common noun -> the organisations it may take up once they were named (alliance: NATO, African Union ...)."""
    out: dict[str, set[str]] = {}
    for row in lexicon.rows("organisations"):
        for noun in row.many("nominal"):
            out.setdefault(" ".join(words_of(noun)), set()).add(row["name"])
    return {noun: frozenset(keys) for noun, keys in out.items()}


def _cell(row: Row, column: str) -> str | None:
    return row.values.get(column) or None


def _terms(lexicon: Lexicon) -> dict[str, tuple[Term, ...]]:
    """First word -> the terms that begin with it, longest first."""
    found: dict[tuple[str, ...], Term] = {}
    every = sorted(_every_term(lexicon), key=lambda t: (t.use != "agent" or not t.plural, TERM_USES.index(t.use)))
    for term in every:
        found.setdefault(term.words, term)
    heads: dict[str, list[Term]] = {}
    for term in found.values():
        heads.setdefault(term.words[0], []).append(term)
    return {word: tuple(sorted(terms, key=lambda t: -len(t.words))) for word, terms in heads.items()}


def _every_term(lexicon: Lexicon) -> Iterator[Term]:
    for row in lexicon.rows("offices"):
        titles = (row["title"], *row.many("aliases"))
        several = {plural(title) for title in titles} | {f"{title[:-1]}s." for title in titles if title.endswith(".")}
        for title in titles:
            if title not in several:
                yield from _both_numbers("office", title, row, "person", _cell(row, "sector"))
        for title in sorted(several.intersection(titles)):  # "Sens.", "senators"
            parts = words_of(title)
            yield Term("office", parts, row.key, parts[-1], True, "person", _cell(row, "sector"), row.name,
                       level=_cell(row, "level"))  # fmt: skip
    for row in lexicon.rows("name_words"):
        if row["use"] == "honorific":
            words = words_of(row["word"])
            yield Term(
                "honorific", words, row["word"], words[-1], False, "person", None, row.name, _cell(row, "gender")
            )
    for row in lexicon.rows("bodies"):
        for noun in (row["body"], *row.many("aliases")):
            yield from _body_terms(noun, row)
    for row in lexicon.rows("collectives"):
        words, members = words_of(row["phrase"]), row.many("members")
        yield Term("collective", words, row["phrase"], words[-1], True, row["kind"], _cell(row, "sector"), row.name,
                   members=members)  # fmt: skip
    for row in lexicon.rows("nominals"):
        yield from _both_numbers("nominal", row["noun"], row, row["kind"], None)
    for row in lexicon.rows("organisations"):
        for noun in row.many("nominal"):
            words = words_of(noun)
            yield Term("nominal", words, noun, words[-1], False, "organisation", None, row.name)
    for row in lexicon.rows("groups"):
        if row["kind"] != "political" and not row["country"]:
            for form in row.many("forms"):
                if form.endswith("s") and form[0].isupper():
                    words = words_of(form)
                    yield Term("agent", words, row["word"], words[-1], True, "population", "CVL", row.name)
    for row in lexicon.rows("agents"):
        words = words_of(row["noun"])
        yield Term("agent", words, row["noun"], words[-1], False, row["kind"], _cell(row, "sector"), row.name)
        many = words_of(row["plural"]) if row["plural"] else plural_of(words)
        yield Term("agent", many, row["noun"], words[-1], True, row["kind"], _cell(row, "sector"), row.name)


def _both_numbers(use: TermUse, phrase: str, row: Row, kind: str, sector: str | None) -> Iterator[Term]:
    words = words_of(phrase)
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    level = _cell(row, "level")
    yield Term(use, words, row.key, head, False, kind, sector, row.name, level=level)
    yield Term(use, plural_of(words), row.key, head, True, kind, sector, row.name, level=level)


def _body_terms(noun: str, row: Row) -> Iterator[Term]:
    words = words_of(noun)
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    many = (head.endswith(("s", "men", "people")) and not head.endswith("ss")) or head in ("police", "clergy")
    yield Term("body", words, row.key, head, many, row["kind"], _cell(row, "sector"), row.name)
    if not many:
        yield Term("body", plural_of(words), row.key, head, True, row["kind"], _cell(row, "sector"), row.name)


#: Letters and pairs that differ between transliterations of one name.
FOLDS = (
    ("kh", "h"), ("ye", "e"), ("yi", "i"), ("iy", "i"), ("ii", "i"), ("ou", "u"), ("y", "i"), ("j", "i"), ("ie", "e"),
    ("tz", "ts"),
)  # fmt: skip


def fold(word: str) -> str:
    """A key under which spellings of one surname meet (Lavrentyev, Lavrentiev)."""
    out = word.lower().removesuffix("'s").rstrip(".,")
    if len(out) < 6:
        return out
    for old, new in FOLDS:
        out = out.replace(old, new)
    return out


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
