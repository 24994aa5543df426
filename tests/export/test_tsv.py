"""ICEWS, POLECAT and GDELT files as pandas reads them: their columns, every row whole, whatever a name holds."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pandas
import pytest

from dragoman.export import gdelt, gdelt_mentions, icews, polecat
from dragoman.export.contract import Format
from dragoman.export.gdelt import fraction
from dragoman.records import Reading
from tests.export.samples import HOSTILE, everything, hostile, order, talks, told, written

ICEWS = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
]
POLECAT = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
]
ACTOR = [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
]
GEO = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"]
EVENTS = [
    *["GlobalEventID", "Day", "MonthYear", "Year", "FractionDate"],
    *(f"Actor{n}{name}" for n in (1, 2) for name in ACTOR),
    *[
        "IsRootEvent",
        "EventCode",
        "EventBaseCode",
        "EventRootCode",
        "QuadClass",
        "GoldsteinScale",
        "NumMentions",
        "NumSources",
    ],
    *["NumArticles", "AvgTone"],
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in GEO),
    *["DATEADDED", "SOURCEURL"],
]
MENTIONS = [
    "GlobalEventID",
    "EventTimeDate",
    "MentionTimeDate",
    "MentionType",
    "MentionSourceName",
    "MentionIdentifier",
    "SentenceID",
    "Actor1CharOffset",
    "Actor2CharOffset",
    "ActionCharOffset",
    "InRawText",
    "Confidence",
    "MentionDocLen",
    "MentionDocTone",
    "MentionDocTranslationInfo",
    "Extras",
]


def loaded(
    format: Format, readings: list[Reading], *, names: list[str] | None = None, **changes: object
) -> pandas.DataFrame:
    """The file as a frame of text; pandas refuses a row with more cells than the first."""
    data = written(format, readings, everything(**{"text": format.text or "none", **changes}))
    return pandas.read_csv(
        io.BytesIO(data), sep="\t", header=None if names else 0, names=names, dtype=str, quoting=csv.QUOTE_NONE,
        keep_default_na=False, index_col=False, on_bad_lines="error",
    )  # fmt: skip


CASES = [
    (icews.FORMAT, ICEWS, 20, True),
    (polecat.FORMAT, POLECAT, 40, True),
    (gdelt.FORMAT, EVENTS, 61, False),
    (gdelt_mentions.FORMAT, MENTIONS, 16, False),
]


@pytest.mark.parametrize(("format", "names", "count", "header"), CASES, ids=lambda x: getattr(x, "name", None))
def test_the_columns_are_those_of_the_format(format: Format, names: list[str], count: int, header: bool) -> None:
    assert len(names) == count
    assert [field.name for field in format.fields("events")] == names
    first = written(format, [talks()]).decode().split("\n")[0].split("\t")
    assert (first == names) == header
    assert len(first) == count


@pytest.mark.parametrize(("format", "names", "count", "header"), CASES, ids=lambda x: getattr(x, "name", None))
def test_hostile_names_shift_no_column(format: Format, names: list[str], count: int, header: bool) -> None:
    data = written(format, [hostile()], everything(text="sentence"))
    lines = data.decode().split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(HOSTILE) + header
    assert {line.count("\t") for line in lines} == {count - 1}
    assert b"\x00" not in data
    assert b"\r" not in data
    assert "\u202e" not in data.decode()
    assert len(loaded(format, [hostile()], names=None if header else names)) == len(HOSTILE)


def test_icews_rows_are_pairs_with_the_codes_name() -> None:
    table = loaded(icews.FORMAT, [talks()])
    shown = table[["Event Date", "Source Name", "Event Text", "CAMEO Code", "Intensity", "Target Name"]].values.tolist()
    assert shown == [
        ["2022-01-10", "Russia", "Engage in negotiation", "046", "7.0", "Norway"],
        ["2022-01-10", "Norway", "Engage in negotiation", "046", "7.0", "Russia"],
        ["2022-01-11", "Norway", "Express intent to provide humanitarian aid", "0333", "5.2", "South Sudan"],
        ["2022-01-11", "Ola Nordmann", "Reject", "120", "-4.0", ""],
    ]
    assert table["City"].tolist() == ["Geneva", "Geneva", "", ""], "a metonym locates nothing"
    assert table["Source Sectors"].tolist()[-1] == "Executive,Government"
    assert table["Source Country"].tolist()[-1] == "Norway"
    assert table["Event ID"].is_unique
    assert len(set(table["Story ID"])) == 1
    assert table["Sentence Number"].tolist() == ["2", "2", "3", "4"]


def test_the_number_of_an_icews_row_leads_to_the_record() -> None:
    table = loaded(icews.FORMAT, [talks()])
    assert f"evt-{int(table['Event ID'][0]) // 32:012x}" == talks().events[0].id[:16]


def test_the_middle_of_a_country_is_no_point() -> None:
    base = talks()
    wide = replace(base, places=(replace(base.places[0], name="Switzerland", precision="country"), *base.places[1:]))
    row = loaded(icews.FORMAT, [wide]).iloc[0]
    assert (row["City"], row["Country"], row["Latitude"]) == ("", "Switzerland", "")


def test_an_event_without_a_cameo_code_is_left_out_aloud() -> None:
    base = talks()
    bare = replace(base, events=(replace(base.events[0], cameo=None),))
    data, tally = told(icews.FORMAT, [bare])
    assert data.count(b"\n") == 1
    assert tally.left_out == {"no CAMEO code is known": 2}


def test_polecat_rows_are_in_plover_terms() -> None:
    table = loaded(polecat.FORMAT, [talks()])
    shown = table[["Event Date", "Event Type", "Intensity", "Quad Code", "Actor Name", "Actor Country", "Actor COW",
                   "Primary Actor Sector", "Recipient COW"]].values.tolist()  # fmt: skip
    assert shown == [
        ["2022-01-10", "CONSULT", "2.5", "VERBAL COOPERATION", "Russia", "RUS", "365", "GOV", "385"],
        ["2022-01-10", "CONSULT", "2.5", "VERBAL COOPERATION", "Norway", "NOR", "385", "GOV", "365"],
        ["None", "AGREE", "2.5", "VERBAL COOPERATION", "Norway", "NOR", "385", "GOV", "626"],
        ["None", "REJECT", "-2.0", "VERBAL CONFLICT", "Ola Nordmann", "NOR", "385", "GOV", "None"],
    ]
    assert table["Actor Title"].tolist() == ["None", "None", "None", "foreign minister"]
    assert table["Placename"].tolist() == ["Geneva", "Geneva", "None", "None"]
    assert table["Event ID"][0] == table["Event ID"][1] == talks().events[0].id
    assert set(table["Publication Date"]) == {"2022-01-11"}
    assert set(table["Story People"]) == {"Ola Nordmann"}
    assert not (table == "").any().any(), "an empty cell is the word None"


def test_polecat_names_great_bodies_in_place_of_a_state() -> None:
    base = talks()
    for code, expected in (("IGOUNO", "UNO"), ("IGOEUREEC", "EUR"), ("IGOWSTNAT", "IGO"), ("NGOHRI", "NGO")):
        actors = (replace(base.actors[0], code=code, country=None, kind="organisation"), *base.actors[1:])
        assert loaded(polecat.FORMAT, [replace(base, actors=actors)])["Actor Country"][0] == expected


def test_polecat_counts_a_dependency_to_its_state() -> None:
    base = talks()
    actors = (replace(base.actors[0], code="GRLGOV", country="GRL"), *base.actors[1:])
    row = loaded(polecat.FORMAT, [replace(base, actors=actors)]).iloc[0]
    assert row[["Actor Country", "Actor COW"]].tolist() == ["DNK", "390"]


def test_gdelt_counts_events_not_articles() -> None:
    base = talks()
    copy = replace(base, article=replace(base.article, id="art-2", source="Harbour Wire", published="2022-01-12"))
    table = loaded(gdelt.FORMAT, [base, copy], names=EVENTS)
    assert table["GlobalEventID"].is_unique
    dated = table[table["EventCode"] == "046"]
    assert dated[["NumMentions", "NumSources", "NumArticles", "DATEADDED"]].values.tolist() == [
        ["2", "2", "2", "20220111000000"], ["2", "2", "2", "20220111000000"],
    ]  # fmt: skip
    assert set(dated["SOURCEURL"]) == {"https://news.example/1"}


def test_gdelt_events_and_mentions_have_the_same_numbers() -> None:
    events, mentions = (
        loaded(f, [talks()], names=n) for f, n in ((gdelt.FORMAT, EVENTS), (gdelt_mentions.FORMAT, MENTIONS))
    )
    assert set(events["GlobalEventID"]) == set(mentions["GlobalEventID"])
    assert mentions["Extras"].tolist()[0] == talks().events[0].id
    text = talks().article.text
    for row in mentions.itertuples():
        assert text[int(row.ActionCharOffset) :].startswith(("held", "send", "moved"))
    assert text[int(mentions["Actor1CharOffset"][0]) :].startswith("Russia")
    assert mentions["Actor1CharOffset"].tolist()[2] == "-1", "Oslo is no mention of the actor here"
    assert set(mentions["EventTimeDate"]) == {"20220111000000"}


def test_gdelt_places_by_fips_and_actors_by_cameo() -> None:
    row = loaded(gdelt.FORMAT, [talks()], names=EVENTS).iloc[0]
    assert row[["ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode"]].tolist() == [
        "4", "Geneva, Switzerland", "SZ",
    ]  # fmt: skip
    assert row[["Actor1Code", "Actor1Name", "Actor2CountryCode", "IsRootEvent"]].tolist() == [
        "RUS", "RUSSIA", "NOR", "1",
    ]  # fmt: skip
    assert row[["Day", "MonthYear", "Year", "QuadClass"]].tolist() == ["20220110", "202201", "2022", "1"]


@pytest.mark.parametrize(("month", "day", "expected"), [(1, 31, 2014.0849), (12, 30, 2014.9863), (1, 1, 2014.0027)])
def test_the_fraction_of_the_year_is_gdelts(month: int, day: int, expected: float) -> None:
    from datetime import date

    assert fraction(date(2014, month, day)) == expected


def test_only_what_happened_is_in_the_files_by_default() -> None:
    assert written(icews.FORMAT, [talks()], order()).count(b"\n") == 4
