"""At whom an act is aimed: found where the words name him, nobody where they do not."""

from __future__ import annotations

import pytest

from tests.factory import reading_of

PUBLISHED = "2023-06-14T09:00:00Z"


def parties(text: str, plover: str) -> list[tuple[list[str], list[str]]]:
    """The names of sources and targets of the events of this type."""
    reading = reading_of(text, published=PUBLISHED)
    name = {a.id: a.name for a in reading.actors}
    return [([name[s] for s in e.source], [name[t] for t in e.target]) for e in reading.events if e.plover == plover]


@pytest.mark.parametrize(
    ("text", "plover", "aimed"),
    [
        ("Norway imposed an extra duty on imports of goods of India on Monday.", "SANCTION", [["India"]]),
        ("Kuwait declined an offer of U.S. naval escorts on Monday.", "REJECT", [["United States"]]),
        ("French jets destroyed an Iranian oil platform on Monday.", "ASSAULT", [["Iran"]]),
        ("Canada has imposed anti-Iran sanctions. Iran protested.", "SANCTION", [["Iran"]]),
        ("Chile recalled its ambassador from Israel on Monday. Israel protested.", "SANCTION", [["Israel"]]),
        ("India sent 300 tonnes of wheat and 20 tonnes of lentils to Chad on Monday.", "AID", [["Chad"]]),
        ("Hundreds protested outside the Israeli embassy in Amman on Friday.", "PROTEST", [["Israeli embassy"]]),
        ("The attack by Chad on Mali was cruel.", "ASSAULT", [["Mali"]]),
        ("Two policemen were killed and three others were wounded in Mali.", "ASSAULT", [["Two policemen"]] * 2),
    ],
)
def test_owner_and_addressee_are_found_where_the_phrase_hides_them(
    text: str, plover: str, aimed: list[list[str]]
) -> None:
    assert [targets for _, targets in parties(text, plover)] == aimed


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("The Peruvian minister condemned anti-Iran sanctions on Monday. Iran welcomed it.", "ACCUSE"),
        ("Russia recognized Donetsk as an independent republic on Monday. Ukraine was silent.", "SUPPORT"),
    ],
)
def test_who_suffers_or_where_it_lies_is_no_target(text: str, plover: str) -> None:
    assert [targets for _, targets in parties(text, plover)] == [[]]


def test_owner_goes_before_the_topic_he_is_said_to_have() -> None:
    text = "The United States is far. Peru criticized the United States' Cuba policy on Monday."
    assert parties(text, "ACCUSE") == [(["Peru"], ["United States"])]


@pytest.mark.parametrize(
    "text",
    [
        "The first deployment of UN peacekeeping troops arrived in Haiti on Monday.",
        "UN peacekeepers arrived in Haiti on Monday.",
        "UN observers were deployed in Haiti on Monday.",
    ],
)
def test_peacekeepers_who_come_help_the_land(text: str) -> None:
    ((sources, targets),) = parties(text, "AID")
    assert sources[0].startswith("UN ")
    assert targets == ["Haiti"]


def test_step_out_of_a_pact_is_aimed_where_the_sanctions_beside_it_are() -> None:
    found = parties("Norway withdrew from the nuclear accord on Monday and imposed sanctions on Iran.", "SANCTION")
    assert [targets for _, targets in found] == [["Iran"], ["Iran"]]


def test_bare_sanctions_are_those_of_the_article() -> None:
    text = "The United States imposed sanctions on Iran on Monday. The United States will ease its sanctions."
    assert parties(text, "RETREAT") == [(["United States"], ["Iran"])]


def test_bare_sanctions_stay_open_where_the_article_tells_of_several() -> None:
    text = (
        "The United States imposed sanctions on Iran on Monday. Norway imposed sanctions on Chad on Tuesday."
        " The United States will ease its sanctions."
    )
    assert parties(text, "RETREAT") == [(["United States"], [])]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Turkish police arrested 12 demonstrators on Monday.", "TURCVL"),
        ("Turkish police shot at a crowd, wounding one person.", "TURCVL"),
        ("Turkish soldiers arrested 12 demonstrators on Monday.", "CVL"),
    ],
)
def test_whom_police_hit_without_a_land_is_of_the_land_of_the_police(text: str, code: str) -> None:
    assert code in [event.target_code for event in reading_of(text).events]


@pytest.mark.parametrize("verb", ["sped up", "accelerated", "slowed"])
def test_who_speeds_a_withdrawal_withdraws(verb: str) -> None:
    reading = reading_of(f"Peru {verb} the withdrawal of some invasion forces from Chad.")
    assert [(e.plover, e.source_code) for e in reading.events] == [("RETREAT", "PER")]


def test_the_government_of_a_province_acts_for_no_other_land() -> None:
    reading = reading_of("The government of Kerala state expelled 20 rebels on Friday.")
    assert [e.source_code for e in reading.events] == ["INDGOV"]
    assert [a.kind for a in reading.actors if a.code == "INDGOV"] == ["agency"]
