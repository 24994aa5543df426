"""The index over trigger rows: which words may name an act, looked up by lemma.

Words of classes (`@talks`) are spread out when the index is built, so that reading needs only dictionary look-ups.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from dragoman.errors import LexiconError
from dragoman.lexicon.load import Lexicon, Row
from dragoman.lexicon.weights import weights_of
from dragoman.records.vocab import PloverType

Words = frozenset[str]
TYPES: dict[str, PloverType] = {name: name for name in get_args(PloverType)}
#: The conditions a row may name; their code is `extract.events.needs.CHECKS`.
NEEDS = frozenset(
    {
        "source", "target", "party", "people", "folk", "envoy", "act", "harsh", "obj", "subj", "prep", "noprep", "pobj",
        "below", "land", "from_land", "refused", "comp", "ccomp", "xcomp", "active", "intransitive", "whom", "menace",
    }
)  # fmt: skip
#: Where the words of a detail row are looked for; their code is `extract.events.detail.ZONES`.
PLACES = frozenset({"content", "doer", "object", "means", "any"})
#: One alternative of a condition: (kind, words), e.g. ("obj", {"sanction", "embargo"}) or ("target", {}).
Need = tuple[str, Words]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row, ready for matching. `extra` are the further words (each a set of lemmas) beside the head word.

    `sources`, `targets` are slots in order; `needs` is a conjunction of disjunctions; `name` is the row's name.
    """

    name: str
    extra: tuple[Words, ...]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    mutual: bool
    plover: PloverType
    mode: str | None
    cameo: str
    needs: tuple[tuple[Need, ...], ...]
    blocks: Words
    status: str | None


@dataclass(frozen=True, slots=True)
class Cue:
    """What a governing word makes of an act."""

    name: str
    effect: str
    modality: str | None


@dataclass(frozen=True, slots=True)
class Code:
    """A CAMEO code: Goldstein value, quad class, contexts."""

    goldstein: float | None
    quad: int | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """What makes a code more detailed: where the words must stand, the sets of lemmas (all must be met), the code."""

    name: str
    at: str
    words: tuple[Words, ...]
    code: str


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """Trigger rows by lemma and part of speech; cues by part of speech; classes of words; codes.

    `details` are the rows that may make a code more detailed, `themes` the contexts a word brings, `plain_modes` the
    PLOVER (type, mode) of a CAMEO code where its row names no other; `weights` and `threshold` those of the decision.
    """

    verbs: Mapping[str, tuple[Trigger, ...]] = field(default_factory=dict)
    nouns: Mapping[str, tuple[Trigger, ...]] = field(default_factory=dict)
    adjectives: Mapping[str, tuple[Trigger, ...]] = field(default_factory=dict)
    modals: Mapping[str, tuple[Trigger, ...]] = field(default_factory=dict)
    verdicts: Mapping[str, tuple[Trigger, ...]] = field(default_factory=dict)
    classes: Mapping[str, Words] = field(default_factory=dict)
    cues: Mapping[str, Mapping[str, Cue]] = field(default_factory=dict)
    codes: Mapping[str, Code] = field(default_factory=dict)
    quads: Mapping[str, int] = field(default_factory=dict)
    composed: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    details: Mapping[str, tuple[Detail, ...]] = field(default_factory=dict)
    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plain_modes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    threshold: float = 0.0

    def cue(self, pos: str, word: str) -> Cue | None:
        table = self.cues.get(pos)
        return table.get(word) if table else None


def build(lexicon: Lexicon) -> TriggerIndex:
    """The index over triggers, cues, classes and codes; LexiconError where a row uses an unknown class or slot."""
    whole = frozenset(word for row in lexicon.rows("word_classes") for word in row.many("words"))
    classes = {row["class"]: _with_clipped(row.many("words"), whole) for row in lexicon.rows("word_classes")}
    tables: dict[str, dict[str, list[Trigger]]] = {"verb": {}, "noun": {}, "adj": {}, "modal": {}, "verdict": {}}
    for row in lexicon.rows("triggers"):
        if row["pos"] not in tables:
            raise LexiconError(f"no part of speech {row['pos']!r}", where=f"{row.file}:{row.line}")
        words = row["trigger"].split(" ")
        head = words.pop() if row["pos"] == "noun" else words.pop(0)
        trigger = _trigger(row, [_words(w, classes, row) for w in words], classes)
        for lemma in sorted(_with_clipped(_words(head, classes, row))):
            tables[row["pos"]].setdefault(lemma, []).append(trigger)
    cues: dict[str, dict[str, Cue]] = {}
    for row in lexicon.rows("status_cues"):
        cue = Cue(row.name, row["effect"], row["modality"] or None)
        cues.setdefault(row["pos"], {})[row["cue"]] = cue
        for clipped in _with_clipped([row["cue"]]):
            cues[row["pos"]].setdefault(clipped, cue)
    weights, threshold = weights_of("events", lexicon, threshold=0.0)
    return TriggerIndex(
        threshold=threshold,
        weights=weights,
        verbs=_ordered(tables["verb"]),
        nouns=_ordered(tables["noun"]),
        adjectives=_ordered(tables["adj"]),
        modals=_ordered(tables["modal"]),
        verdicts=_ordered(tables["verdict"]),
        classes=classes,
        cues=cues,
        codes={row["code"]: _code(row) for row in lexicon.rows("cameo")},
        quads={row["type"]: int(row["quad"]) for row in lexicon.rows("plover") if row["quad"]},
        composed={(row["type"], row["act"]): (row["cameo"], row.name) for row in lexicon.rows("composed")},
        details=_details(lexicon, classes),
        themes=_themes(lexicon, classes),
        plain_modes={row["code"]: (row["plover"], row["mode"]) for row in lexicon.rows("cameo") if row["mode"]},
    )


def _details(lexicon: Lexicon, classes: Mapping[str, Words]) -> dict[str, tuple[Detail, ...]]:
    """The detail rows of each code, in the order of the file."""
    found: dict[str, list[Detail]] = {}
    for row in lexicon.rows("details"):
        if row["at"] not in PLACES:
            raise LexiconError(f"no place {row['at']!r}", where=f"{row.file}:{row.line}")
        words = tuple(_with_clipped(_words(cell, classes, row)) for cell in row.many("words"))
        found.setdefault(row["code"], []).append(Detail(row.name, row["at"], words, row["detail"]))
    return {code: tuple(rows) for code, rows in found.items()}


def _themes(lexicon: Lexicon, classes: Mapping[str, Words]) -> dict[str, tuple[str, ...]]:
    """The contexts that each lemma brings."""
    found: dict[str, list[str]] = {}
    for row in lexicon.rows("context_words"):
        for word in row.many("words"):
            for lemma in sorted(_words(word, classes, row)):
                found.setdefault(lemma, []).append(row["context"])
    return {lemma: tuple(dict.fromkeys(contexts)) for lemma, contexts in found.items()}


def _ordered(table: dict[str, list[Trigger]]) -> dict[str, tuple[Trigger, ...]]:
    """The more a row asks, the earlier it is tried; among equals the order of the file."""
    return {lemma: tuple(sorted(rows, key=lambda t: (-len(t.extra), -len(t.needs)))) for lemma, rows in table.items()}


def _with_clipped(words: Iterable[str], whole: Words = frozenset()) -> Words:
    """The lemmas, and those in -e without it: the lemmatizer gives "stag" for "staged", "blam" for "blamed".

    A clipped form that is a whole word of another sense is left out ("plan" is no plane).
    """
    every = frozenset(words)
    clipped = {w[:-1] for w in every if w.endswith("e") and len(w) > 4 and w[-2] not in "aeiou"}
    return every | (clipped - whole)


def _words(cell: str, classes: Mapping[str, Words], row: Row) -> Words:
    """The lemmas of "impose", "@sanctions" or "pipeline,@agreement"."""
    found: set[str] = set()
    for word in cell.split(","):
        if not word.startswith("@"):
            found.add(word)
        elif word in classes:
            found |= classes[word]
        else:
            raise LexiconError(f"no word class {word}", where=f"{row.file}:{row.line}")
    return frozenset(found)


def _trigger(row: Row, extra: list[Words], classes: Mapping[str, Words]) -> Trigger:
    mutual = "<>" in row["frame"]
    sides = row["frame"].replace("<>", ">").split(">")
    if len(sides) != 2:
        raise LexiconError(f"the frame {row['frame']!r} has no two sides", where=f"{row.file}:{row.line}")
    sources, targets = (tuple(s for s in side.split(",") if s and s != "none") for side in sides)
    needs = []
    for part in row.many("needs"):
        either = []
        for need in part.split("/"):
            kind, _, words = need.partition("=")
            if kind not in NEEDS:
                raise LexiconError(f"no condition {kind!r}", where=f"{row.file}:{row.line}")
            spoken_for = classes.get("@first_person", frozenset()) if kind in ("source", "party") else frozenset()
            either.append((kind, _words(words, classes, row) if words else spoken_for))
        needs.append(tuple(either))
    blocks = frozenset().union(*(_words(word, classes, row) for word in row.many("blocks")))
    if row["plover"] not in TYPES:
        raise LexiconError(f"no PLOVER type {row['plover']!r}", where=f"{row.file}:{row.line}")
    return Trigger(
        row.name, tuple(extra), sources, targets, mutual, TYPES[row["plover"]], row["mode"] or None, row["cameo"],
        tuple(needs), blocks, row["status"] or None,
    )  # fmt: skip


def _code(row: Row) -> Code:
    goldstein = float(row["goldstein"]) if row["goldstein"] else None
    return Code(goldstein, int(row["quad"]) if row["quad"] else None, row.many("contexts"))
