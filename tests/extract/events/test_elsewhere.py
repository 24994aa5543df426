"""Parties that stand outside the slots of the frame, and parties in grammar that hides them."""

from __future__ import annotations

import pytest

from dragoman.records import Event, Reading
from tests.factory import reading_of


def sides(reading: Reading, event: Event) -> tuple[list[str], list[str]]:
    known = {a.id: a.country or a.name for a in reading.actors}
    return [known[i] for i in event.source], [known[i] for i in event.target]


def the(text: str, plover: str) -> tuple[Reading, Event]:
    reading = reading_of(text)
    found = [e for e in reading.events if e.plover == plover]
    assert len(found) == 1, [(e.plover, e.status, e.trigger.of(text)) for e in reading.events]
    return reading, found[0]


@pytest.mark.parametrize(
    ("text", "plover", "source", "target"),
    [
        # whose demand is turned down
        ("Kenya refused to hold talks despite pressure from Somalia.", "REJECT", ["KEN"], ["SOM"]),
        ("Kenya refused to withdraw in the face of demands by Somalia.", "REJECT", ["KEN"], ["SOM"]),
        # who did or made what is judged
        ("Norway opened an investigation into crimes committed by Serbian forces.", "ACCUSE", ["NOR"], ["SRB"]),
        ("Turkey condemned attacks carried out by Israeli settlers.", "ACCUSE", ["TUR"], ["ISR"]),
        # the other side of a pact
        ("Ukrainian lawmakers endorsed an agreement with Moldova.", "SUPPORT", ["UKR"], ["MDA"]),
        # the plan's owner acts
        ("Kenya's decision to leave the African Union shocked Uganda.", "SANCTION", ["KEN"], ["African Union"]),
        # an act of speech by what somebody issues
        ("The letter expressed Iran's support for Chad.", "SUPPORT", ["IRN"], ["TCD"]),
        # a participle behind the comma
        ("Rwanda urged Uganda to hand over the rebels, accusing Kampala of meddling.", "ACCUSE", ["RWA"], ["UGA"]),
        # after years of doing
        ("After years of calling on Chad to disarm, Libya closed its border.", "REQUEST", ["LBY"], ["TCD"]),
        # alongside another
        ("Britain joined France in condemning the Libyan raid on Chad.", "ACCUSE", ["GBR"], ["LBY"]),
        # a perfect participle is active
        ("Having rejected the offer from Chad, Libya left the room.", "REJECT", ["LBY"], ["TCD"]),
        # a cleft sentence
        ("It was Turkey that shot down the Russian jet.", "ASSAULT", ["TUR"], ["RUS"]),
        # whose
        ("Chad, whose envoy was expelled by Libya on Monday, kept silent.", "SANCTION", ["LBY"], ["TCD"]),
        # the relative pronoun belongs further in
        ("The rebels, whom Paris has accused Rome of arming, fled.", "ACCUSE", ["FRA"], ["ITA"]),
        # a visit to meet somebody
        ("France's foreign minister flew to Algiers to meet his Algerian counterpart.", "CONSULT", ["FRA"], ["DZA"]),
        # between dashes stands an explanation
        ("Libya — long a rival of Chad — has condemned Sudan.", "ACCUSE", ["LBY"], ["SDN"]),
    ],
)  # fmt: skip
def test_a_party_is_found_where_the_clause_names_it(
    text: str, plover: str, source: list[str], target: list[str]
) -> None:
    reading, event = the(text, plover)
    assert sides(reading, event) == (source, target)


@pytest.mark.parametrize(
    ("text", "plover", "parties"),
    [
        ("Egypt and Jordan agreed to reopen the crossing.", "AGREE", {"EGY", "JOR"}),
        ("Turkey agreed with Russia to extend the patrols.", "AGREE", {"TUR", "RUS"}),
        ("A truce between Chad and Sudan was announced on Monday.", "RETREAT", {"TCD", "SDN"}),
        ("Oman hosted talks between Chad and Sudan.", "CONSULT", {"TCD", "SDN"}),
        ("Emmanuel Macron discussed the port by telephone with Vladimir Putin.", "CONSULT", {"FRA", "RUS"}),
    ],
)
def test_what_is_done_together_is_one_mutual_event(text: str, plover: str, parties: set[str]) -> None:
    reading, event = the(text, plover)
    source, target = sides(reading, event)
    assert event.reciprocal
    assert {*source, *target} == parties


def test_a_group_that_claims_a_deed_has_done_it_in_its_own_words() -> None:
    reading, event = the("Hamas claimed responsibility for attacks on Israeli troops.", "ASSAULT")
    assert sides(reading, event) == (["PSE"], ["ISR"])


def test_a_crowd_at_a_protest_is_who_protests() -> None:
    text = "Peasants rioted in Lima during a protest against the Peruvian government."
    reading = reading_of(text)
    assert [sides(reading, e)[1] for e in reading.events if e.trigger.of(text) == "protest"] == [["PER"]]
    assert all(e.source for e in reading.events)


@pytest.mark.parametrize(
    ("text", "plover", "side", "code"),
    [
        ("Ten civilians were killed in an air strike in Aleppo.", "ASSAULT", "target_code", "SYRCVL"),
        ("Thousands of people protested in London against the war.", "PROTEST", "source_code", "GBRCVL"),
    ],
)
def test_a_crowd_is_of_the_land_where_it_protests_or_suffers(text: str, plover: str, side: str, code: str) -> None:
    _, event = the(text, plover)
    assert getattr(event, side) == code


@pytest.mark.parametrize(
    "text",
    [
        "Turkey condemned the attack on the Ghanaian embassy.",  # who was hit is not blamed
        "The minister declared Peru's readiness to mediate.",  # who is ready is no target
        "The true friends of Iran condemned the raid.",  # a friend is another
    ],
)
def test_who_is_only_named_beside_is_no_party(text: str) -> None:
    reading = reading_of(text)
    assert not {"GHA", "PER", "IRN"} & {c for e in reading.events for side in sides(reading, e) for c in side}


@pytest.mark.parametrize(
    "text",
    [
        '"We reject the offer," Libyan President Omar Zahedi said.',
        '"We will not allow Chad to build the dam," the Libyan prime minister said.',
        '"We condemn the raid," the Libyan prime minister said.',
    ],
)
def test_a_first_person_acts_for_the_speaker(text: str) -> None:
    reading = reading_of(text)
    assert [sides(reading, e)[0] for e in reading.events] == [["LBY"]]
    assert all(e.said_in for e in reading.events)


def test_a_first_person_without_a_name_does_nothing() -> None:
    assert not reading_of("We reject the offer and condemn the raid.").events


@pytest.mark.parametrize(
    ("text", "plover", "source", "target"),
    [
        ("Chad faced an attack by Libyan rebels.", "ASSAULT", ["LBY"], ["TCD"]),
        ('Condemning the raid, the Libyan envoy said, "The people of Chad deserve peace."', "ACCUSE", ["LBY"], []),
        ("The Iranian envoy warned that Iran would respond with force to an attack.", "THREATEN", ["IRN"], []),
    ],
)
def test_who_bears_who_speaks_and_ones_own_state(text: str, plover: str, source: list[str], target: list[str]) -> None:
    reading, event = the(text, plover)
    assert sides(reading, event) == (source, target)


@pytest.mark.parametrize(
    ("text", "plover", "source"),
    [
        ("The United States was the one that left the accord.", "SANCTION", ["USA"]),
        ("President Putin signed a decree lifting the ban on exports to Iran.", "RETREAT", ["RUS"]),
        ("Iran, in cooperation with China and Russia, has founded a bank.", "COOPERATE", ["IRN"]),
    ],
)
def test_the_doer_of_a_decree_a_cleft_and_a_joint_work(text: str, plover: str, source: list[str]) -> None:
    reading, event = the(text, plover)
    assert sides(reading, event)[0] == source


@pytest.mark.parametrize(
    ("text", "plover", "source"),
    [
        ("French forces, together with Malian soldiers, killed 20 jihadists near Gao.", "ASSAULT", ["FRA", "MLI"]),
        ("Riyadh, whose warplanes have bombed Sanaa, said nothing.", "ASSAULT", ["SAU"]),
    ],
)
def test_who_acts_beside_and_whose_forces_act(text: str, plover: str, source: list[str]) -> None:
    reading, event = the(text, plover)
    assert sides(reading, event)[0] == source
