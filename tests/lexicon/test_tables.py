"""The tables know the world: what a reader of news may count on finding there."""

from __future__ import annotations

import re

import pytest

from dragoman.lexicon.load import DATA, Lexicon, load_lexicon
from dragoman.lexicon.tables import SPECS


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def named(lexicon: Lexicon, table: str, surface: str, *columns: str) -> str | None:
    """The key of the row of a table that has this spelling in one of the columns."""
    for row in lexicon.rows(table):
        if any(surface in row.many(column) for column in columns):
            return row.key
    return None


def test_every_table_of_the_specification_is_shipped() -> None:
    assert [spec.path for spec in SPECS if not (DATA / spec.path).is_file()] == []


def test_all_states_of_iso_3166_are_there(lexicon: Lexicon) -> None:
    codes = {row["iso3"] for row in lexicon.rows("states")}
    assert len(codes) == 250, "249 entries of ISO 3166-1, and Kosovo"
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)


STATES = [
    ("US", "short", "USA"), ("Great Britain", "short", "GBR"), ("DPRK", "short", "PRK"), ("Burma", "short", "MMR"),
    ("Soviet Union", "former", "RUS"), ("Zaire", "former", "COD"), ("Persia", "former", "IRN"),
    ("Briton", "demonyms", "GBR"), ("Frenchmen", "demonyms", "FRA"), ("Filipino", "demonyms", "PHL"),
    ("Dutch", "demonyms", "NLD"), ("Nigerien", "demonyms", "NER"), ("Emirati", "demonyms", "ARE"),
    ("Kiev", "capital", "UKR"), ("Nur-Sultan", "capital", "KAZ"), ("Yangon", "capital", "MMR"),
    ("Sanaa", "capital", "YEM"),
    ("Kremlin", "seats", "RUS"), ("Foggy Bottom", "seats", "USA"), ("Bankova", "seats", "UKR"),
    ("Itamaraty", "seats", "BRA"), ("Zhongnanhai", "seats", "CHN"), ("Whitehall", "seats", "GBR"),
    ("Casa Rosada", "seats", "ARG"), ("Blue House", "seats", "KOR"), ("Union Buildings", "seats", "ZAF"),
]  # fmt: skip


@pytest.mark.parametrize(("surface", "column", "iso3"), STATES)
def test_a_state_is_known_by_its_other_names(lexicon: Lexicon, surface: str, column: str, iso3: str) -> None:
    assert named(lexicon, "states", surface, column) == iso3


BODIES = [
    ("organisations", "U.N.", "United Nations"), ("organisations", "UNHCR", "UN Refugee Agency"),
    ("organisations", "Ecowas", "Economic Community of West African States"),
    ("organisations", "GCC", "Gulf Cooperation Council"),
    ("organisations", "Pasdaran", "Islamic Revolutionary Guard Corps"), ("organisations", "Duma", "State Duma"),
    ("organisations", "IDF", "Israel Defense Forces"),
    ("organisations", "State Department", "U.S. Department of State"),
    ("media", "AFP", "Agence France-Presse"), ("media", "Itar-Tass", "TASS"), ("media", "al-Jazeera", "Al Jazeera"),
    ("armed_groups", "Daesh", "Islamic State"), ("armed_groups", "Tamil Tigers", "Liberation Tigers of Tamil Eelam"),
    ("armed_groups", "PKK", "Kurdistan Workers' Party"), ("armed_groups", "RSF", "Rapid Support Forces"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "surface", "name"), BODIES)
def test_a_body_is_known_by_its_acronyms_and_other_names(lexicon: Lexicon, table: str, surface: str, name: str) -> None:
    assert named(lexicon, table, surface, "name", "aliases") == name


SECTORS = [
    ("offices", "title", "deputy foreign minister", "GOV"), ("offices", "title", "defence minister", "MIL"),
    ("offices", "title", "rebel leader", "REB"), ("offices", "title", "judge", "JUD"),
    ("offices", "title", "opposition leader", "OPP"), ("offices", "title", "journalist", "JRN"),
    ("agents", "noun", "protester", "CVL"), ("agents", "noun", "gunman", "UAF"), ("agents", "noun", "hijacker", "CRM"),
    ("agents", "noun", "refugee", "REF"), ("agents", "noun", "farmer", "AGR"), ("agents", "noun", "lawmaker", "LEG"),
    ("bodies", "body", "foreign ministry", "GOV"), ("bodies", "body", "police", "COP"),
    ("bodies", "body", "court", "JUD"),
    ("bodies", "body", "intelligence service", "SPY"), ("bodies", "body", "opposition", "OPP"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column", "noun", "sector"), SECTORS)
def test_a_noun_for_people_or_bodies_gives_its_sector(
    lexicon: Lexicon, table: str, column: str, noun: str, sector: str
) -> None:
    assert [row["sector"] for row in lexicon.rows(table) if row[column] == noun] == [sector]


def test_a_collective_has_members_only_where_they_are_settled(lexicon: Lexicon) -> None:
    members = {row["phrase"]: row.many("members") for row in lexicon.rows("collectives")}
    assert members["the West"] == ()
    assert members["Western officials"] == ()
    assert members["Baltic states"] == ("EST", "LVA", "LTU")
    assert set(members["five permanent members"]) == {"USA", "GBR", "CHN", "FRA", "RUS"}


def test_the_ontology_has_every_code_type_mode_and_context(lexicon: Lexicon) -> None:
    codes = {row["code"]: row for row in lexicon.rows("cameo")}
    roots = sorted(code for code in codes if len(code) == 2)
    assert roots == [f"{root:02d}" for root in range(1, 21)]
    assert (len(codes), len(lexicon.rows("plover")), len(lexicon.rows("contexts"))) == (313, 16, 37)
    assert {row["plover"] for row in codes.values()} - {""} == {row["type"] for row in lexicon.rows("plover")}
    assert all(row["plover"] == "" for code, row in codes.items() if code.startswith("01"))
    assert (codes["0871"]["plover"], codes["0871"]["mode"]) == ("RETREAT", "ceasefire")
    assert (codes["130"]["goldstein"], codes["138"]["goldstein"]) == ("-4.4", "-7")


def test_quad_classes_follow_the_root_of_the_code(lexicon: Lexicon) -> None:
    for row in lexicon.rows("cameo"):
        root = int(row["code"][:2])
        assert int(row["quad"]) == (1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4), row["code"]
