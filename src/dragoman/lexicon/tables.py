"""The columns of every table in `lexicon/data/`: what a row may say. `check.py` holds every file against this.

A table is UTF-8, tab-separated, with a header row; lines that begin with `#` and blank lines are comments.
Cells that hold several values separate them by `|`. The key columns name the row: `reporting_verbs:say`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table: `path` under the data folder, its columns in order, which of them form the key, what a row means."""

    name: str
    path: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    meaning: str


def _spec(path: str, columns: str, meaning: str, key: str | None = None) -> TableSpec:
    names = tuple(columns.split())
    stem = path.rsplit("/", 1)[-1].removesuffix(".tsv")
    return TableSpec(stem, path, names, tuple(key.split()) if key else names[:1], meaning)


SPECS: tuple[TableSpec, ...] = (
    _spec("rules.tsv", "rule module meaning", "a named rule of the code, for `dragoman why`"),
    # who
    _spec("actors/states.tsv", "iso3 name official short former demonyms capital seats lat lon source",
          "a state or territory of ISO 3166-1; `seats` are seats of government that stand for it (Kremlin)"),
    _spec("actors/organisations.tsv", "name kind code country aliases members source",
          "an international or national body; `kind` is an actor kind, `code` its CAMEO code, `country` ISO 3166-1"),
    _spec("actors/offices.tsv", "title sector level aliases",
          "an office or title and the CAMEO sector its holder acts in (foreign minister: GOV)"),
    _spec("actors/agents.tsv", "noun plural kind sector",
          "a common noun for people who act (protester: CVL, rebel: REB)"),
    _spec("actors/collectives.tsv", "phrase kind members sector",
          "a phrase that names a group (the West, both sides, Western officials)"),
    # where
    _spec("gazetteer/countries.tsv", "iso3 geonameid continent population neighbours",
          "the GeoNames id, population and land neighbours of a state (generated)"),
    _spec("gazetteer/regions.tsv", "name country lat lon geonameid precision aliases demonyms",
          "a region of the world, of several states, or disputed; `country` where it is one", key="name country"),
    _spec("gazetteer/features.tsv", "name kind country lat lon geonameid precision aliases",
          "a sea, strait, river, mountain, desert, island, base, border or site", key="name country"),
    _spec("gazetteer/short_divisions.tsv", "name country short",
          "abbreviations of a first-order division, read after a comma (Springfield, Ill.)", key="name country"),
    # words
    _spec("en/furniture.tsv", "phrase kind anchor", "words that mark page furniture; `anchor` start, end, any or all"),
    # when and where
    _spec("en/time_words.tsv", "word class value", "a word or phrase of time: its class in time_grammar.tsv and its value; a capital binds"),
    _spec("en/number_words.tsv", "word class value", "a number in words, or a vague quantity (value X)"),
    _spec("en/time_grammar.tsv", "name pattern reading example",
          "an expression of time as a pattern of classes; `reading` is the function that gives its value"),
    _spec("en/zones.tsv", "zone offset meaning", "a time zone by its abbreviation; `offset` from UTC, +HH:MM"),
    _spec("en/holidays.tsv", "day rule meaning", "a named day; `rule` MM-DD, MM-Wn-D (n-th weekday, L last) or easter+N"),
    _spec("en/attachment.tsv", "word kind note", "a word that carries a time or place to another word", key="word kind"),
    # what acts are called
    _spec("ontology/cameo.tsv", "code name goldstein quad plover mode contexts", "a CAMEO code and its PLOVER type"),
    _spec("ontology/plover.tsv", "type quad recipient modes intensity meaning", "a PLOVER type"),
    _spec("ontology/modes.tsv", "type mode intensity", "a mode of a PLOVER type", key="type mode"),
    _spec("ontology/contexts.tsv", "context meaning", "a PLOVER context"),
)  # fmt: skip
