"""What the formats of other projects call things: codes of countries, names of sectors, types of acts to come.

Built from the tables under `data/formats/` and the ontologies; `export/` looks up here and decides nothing by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.lexicon.load import Lexicon

#: Blocks of a CAMEO actor code that say what kind of body it is and stand where a state would (codebook, chapter 3).
BODIES = frozenset({"IGO", "NGO", "IMG", "MNC", "NGM", "INT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A CAMEO code: its name, Goldstein value and quad class."""

    name: str
    goldstein: float
    quad: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatIndex:
    """Look-ups for exports; every one gives None (or nothing) where the receiver has no such code."""

    countries: Mapping[str, str] = field(default_factory=dict)
    cow: Mapping[str, str] = field(default_factory=dict)
    fips: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    sectors: frozenset[str] = frozenset()
    cameo_sectors: Mapping[str, str] = field(default_factory=dict)
    icews_sectors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faiths: frozenset[str] = frozenset()
    peoples: frozenset[str] = frozenset()
    acts: Mapping[str, Act] = field(default_factory=dict)
    composed: Mapping[str, str] = field(default_factory=dict)
    becomes: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    quads: Mapping[str, int] = field(default_factory=dict)
    intensities: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def agreed(self, act: str) -> str | None:
        """The CAMEO code of the intent to do the act (046 negotiate: 036); the longest prefix decides."""
        for size in range(len(act), 1, -1):
            code = self.composed.get(act[:size])
            if code is not None:
                return code
        return None

    def intensity(self, plover: str, mode: str | None) -> float | None:
        """The PLOVER manual's score of the type in this mode; that of the type where the mode has none."""
        value = self.intensities.get((plover, mode or ""))
        return value if value is not None else self.intensities.get((plover, ""))


def build(lexicon: Lexicon) -> FormatIndex:
    """The index over `data/formats/`, `ontology/`, the states and the groups."""
    codes = lexicon.rows("country_codes")
    groups = [(row["kind"], row["code"]) for row in lexicon.rows("groups") if row["code"]]
    intensities = {(r["type"], r["mode"]): float(r["intensity"]) for r in lexicon.rows("modes") if r["intensity"]}
    intensities |= {(r["type"], ""): float(r["intensity"]) for r in lexicon.rows("plover") if r["intensity"]}
    return FormatIndex(
        countries={row["iso3"]: row["name"] for row in lexicon.rows("states")},
        cow={row["iso3"]: row["cow"] for row in codes if row["cow"]},
        fips={row["iso3"]: row["fips"] for row in codes if row["fips"]},
        states={row["iso3"]: row["state"] for row in codes if row["state"]},
        sectors=frozenset(row["sector"] for row in lexicon.rows("sectors")),
        cameo_sectors={row["sector"]: row["cameo"] for row in lexicon.rows("sectors") if row["cameo"]},
        icews_sectors={row["sector"]: row.many("names") for row in lexicon.rows("sectors_icews")},
        faiths=frozenset(code for kind, code in groups if kind == "religious"),
        peoples=frozenset(code for kind, code in groups if kind == "ethnic"),
        acts={
            row["code"]: Act(name=row["name"], goldstein=float(row["goldstein"]), quad=int(row["quad"]))
            for row in lexicon.rows("cameo")
        },
        composed={row["act"]: row["cameo"] for row in lexicon.rows("composed") if row["type"] == "AGREE"},
        becomes={(r["status"], r["plover"]): (r["becomes"], r["dated"]) for r in lexicon.rows("status_conversions")},
        quads={row["type"]: int(row["quad"]) for row in lexicon.rows("plover")},
        intensities=intensities,
    )
