"""Names in the tables of actors: each spelling with what it names.

Example: `Kyiv` is the capital of Ukraine, `Kremlin` a seat of Russia, `NATO` an organisation with its members.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.lexicon.load import Lexicon, Row
from dragoman.records.vocab import ActorKind

NameUse = Literal["state", "organisation", "media", "armed_group", "demonym", "seat", "capital", "region"]
#: Where one spelling has several uses, the first of these is taken (Singapore the state, not the capital).
USES: tuple[NameUse, ...] = ("state", "organisation", "media", "armed_group", "demonym", "seat", "capital", "region")


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


def names_of(lexicon: Lexicon) -> dict[str, Name]:
    """Spelling -> what it names; of several uses the first of USES, and within one the first row."""
    found = [*_states(lexicon), *_bodies(lexicon), *_regions(lexicon), *_peoples(lexicon)]
    found.sort(key=lambda pair: USES.index(pair[1].use))
    names: dict[str, Name] = {}
    for surface, name in found:
        names.setdefault(surface, name)
    for surface, name in found:
        names.setdefault(surface[0].upper() + surface[1:], name)  # at the head of a sentence: "Pro-Russian separatists"
        if name.use != "organisation" and len(surface) > 3 and not surface.isupper():
            names.setdefault(surface.upper(), name)
    return names


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
        country = cell(row, "country")
        if country and "|" not in country:
            for surface in (row["name"], *row.many("aliases"), *row.many("demonyms")):
                yield surface, Name("region", row["name"], row["name"], "state", country, country, row.name)


def _peoples(lexicon: Lexicon) -> Iterator[tuple[str, Name]]:
    """Peoples and faiths of one state: they tell, as regions do, whose people are meant ("Basque separatists")."""
    for row in lexicon.rows("groups"):
        country = cell(row, "country")
        if country and row["kind"] != "political":
            for surface in (row["word"], *row.many("forms")):
                use: NameUse = "demonym" if surface.endswith("s") and surface != row["word"] else "region"
                yield surface, Name(use, country, row["word"], "state", country, country, row.name)


def _bodies(lexicon: Lexicon) -> Iterator[tuple[str, Name]]:
    uses: tuple[tuple[str, NameUse, ActorKind], ...] = (
        ("organisations", "organisation", "organisation"),
        ("media", "media", "media"),
        ("armed_groups", "armed_group", "armed_group"),
    )
    for table, use, usual in uses:
        for row in lexicon.rows(table):
            kind = usual if use == "media" else cell(row, "kind") or usual
            country, code = cell(row, "country"), cell(row, "code")
            if use == "media":
                code = f"{country or ''}JRN"
            members = row.many("members") if "members" in row.values else ()
            name = Name(use, row["name"], row["name"], kind, country, code, row.name, members)  # type: ignore[arg-type]
            yield row["name"], name
            for alias in row.many("aliases"):
                yield alias, name
            for seat in row.many("seats") if "seats" in row.values else ():
                yield seat, replace(name, use="capital")


def cell(row: Row, column: str) -> str | None:
    """What stands in a cell, None where it is empty or there is no such column."""
    return row.values.get(column) or None
