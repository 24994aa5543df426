"""Which words make an act unreal, and which are no act at all."""

from __future__ import annotations

import pytest

from tests.factory import reading_of


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("Egypt held talks with Libya over removing the sanctions on Sudan.", "RETREAT", "considered"),
        ("It is our policy that the Libyan envoys be expelled.", "SANCTION", "considered"),
        ("The ceasefire was agreed after talks between Chad and Sudan in Rome.", "CONSULT", "occurred"),
        ("Zarif refuted claims that Iran supplied arms to the Taliban.", "AID", "denied"),
        ("Let us remember how we got here: Russia invaded Ukraine.", "ASSAULT", "occurred"),
        ("Peru will recognise the rebels if Chad does not withdraw its troops.", "RETREAT", "conditional"),
        ("The Spanish premier said there could be no talks until Chad withdrew its troops.", "RETREAT", "conditional"),
        ("Libya announced that it would observe a ceasefire.", "RETREAT", "scheduled"),
        ("Rocket fire from Gaza on Israel would cause a war, Israel said.", "ASSAULT", "conditional"),
    ],
)
def test_the_words_above_decide_whether_it_happened(text: str, plover: str, status: str) -> None:
    found = [e for e in reading_of(text).events if e.plover == plover]
    assert [e.status for e in found] == [status]
    assert found[0].because


@pytest.mark.parametrize(
    "text",
    [
        "The greatest threat to Chad's neighbours will come from drones.",
        "New technologies threaten our values.",
        "The new rules provide equipment to Kenyan officers.",
        "Iran's behaviour threatens the United States.",
        "Strengthening ties with Chad and working with Mali.",
        "The Secretary shall impose sanctions on Libya.",
        "Officials of the ministry shall act during any period in which the director has resigned.",
        "We need people who want Chad to act.",
        "The foreign minister warned that the fighting would have dire consequences for Chad.",
        "The skill demonstrated by Kenya was praised by nobody.",
    ],
)
def test_things_rules_and_headings_do_nothing(text: str) -> None:
    assert not reading_of(text).events


def test_a_purpose_is_no_deed() -> None:
    text = "The ministers came to Rome for Libya to withdraw from Chad."
    assert not [e for e in reading_of(text).events if e.plover == "RETREAT"]


def test_every_event_names_its_row_and_what_decided_its_status() -> None:
    (event,) = reading_of("Libya is planning to invade Chad.").events
    assert event.because[0].startswith("triggers:invade")
    assert any(name.startswith("status_cues:plan") for name in event.because)


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("The sanctions that had been lifted under the deal came back.", "RETREAT", "background"),
        ("According to the Libyan envoy, Chad would soon hold talks with Sudan.", "CONSULT", "scheduled"),
        ("The visit will show unity in the face of Russian aggression.", "ASSAULT", "occurred"),
        ("The United States wants to deter China from launching a war against Taiwan.", "ASSAULT", "conditional"),
    ],
)
def test_what_is_told_beside_does_not_colour_the_act(text: str, plover: str, status: str) -> None:
    found = [e for e in reading_of(text).events if e.plover == plover]
    assert [e.status for e in found] == [status]


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("Iran is seeking the removal of Canadian sanctions at the talks.", "SANCTION", "background"),
        ("An exercise between the Iranian army and the Iraqi army will be held on Monday.", "MOBILIZE", "scheduled"),
    ],
)
def test_what_stands_is_not_made_unreal_by_what_is_thought_of_it(text: str, plover: str, status: str) -> None:
    assert [e.status for e in reading_of(text).events if e.plover == plover] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The virus has spread to Europe, killing thousands of people.",
        "Macron's attack on French Muslims drew criticism.",
        "Peru will maintain close ties with Chile irrespective of the sanctions.",
        "My visit to France was short.",
    ],
)
def test_calamities_and_attacks_in_words_are_no_events(text: str) -> None:
    assert not [e for e in reading_of(text).events if e.plover in ("ASSAULT", "SANCTION", "CONSULT")]


def test_a_state_protests_in_words() -> None:
    found = reading_of("In response to Iran's protest, Pakistan sent a delegation.").events
    assert ("ACCUSE", "114") in [(e.plover, e.cameo) for e in found]
    assert "PROTEST" not in [e.plover for e in found]


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("Argentina has threatened to expel the Chilean envoy if the raids do not end.", "THREATEN", "occurred"),
        ("Chad would work to ensure that the sanctions are lifted.", "RETREAT", "considered"),
        ("Crimes such as the murder of General Soleimani must be punished.", "ASSAULT", "occurred"),
    ],
)
def test_a_threat_is_made_though_its_content_hangs_on_something(text: str, plover: str, status: str) -> None:
    assert [e.status for e in reading_of(text).events if e.plover == plover] == [status]


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("The minister stressed the importance of releasing the Libyan prisoners.", "RETREAT", "considered"),
        ("Under a proposed swap, Chad will import gas from Libya.", "COOPERATE", "considered"),
        ("Chad will export oil as soon as the sanctions are lifted.", "RETREAT", "conditional"),
        ("Chad announced plans to buy tanks provided that the sanctions were lifted.", "RETREAT", "conditional"),
        ("A deployment of French troops would double the force.", "MOBILIZE", "conditional"),
        ("Peru has to decide whether to impose sanctions on Chile.", "SANCTION", "considered"),
        ("Chad has yet to impose sanctions on Libya.", "SANCTION", "denied"),
        ("Chad is not going to give weapons to Libya.", "AID", "denied"),
        ("It was necessary to impose sanctions on Mali.", "SANCTION", "considered"),
        ("The envoy stressed the need to expand cooperation between Peru and Chile.", "COOPERATE", "considered"),
    ],
)
def test_what_is_wished_feared_or_needed_is_not_done(text: str, plover: str, status: str) -> None:
    assert [e.status for e in reading_of(text).events if e.plover == plover] == [status]


def test_what_one_is_protected_from_has_not_happened() -> None:
    events = reading_of("The navy will protect the tankers from Kenyan attack.").events
    assert not [e for e in events if e.plover == "ASSAULT" and e.status in ("occurred", "ongoing", "background")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Had Libya bombed Chad, war would have followed.", "conditional"),
        ("Were Iran to attack Israel, war would follow.", "conditional"),
        ("Accusations that Libya is seeking to bomb Chad are a lie.", "denied"),
        ("The claim that Libya bombed Chad is false.", "denied"),
        ("The claim that Libya bombed Chad is not false.", "occurred"),
        ("It is not true that Libya bombed Chad.", "denied"),
        ("There is no evidence that Libya bombed Chad.", "denied"),
    ],
)
def test_unreal_pasts_and_claims_called_false_did_not_happen(text: str, status: str) -> None:
    assert {e.status for e in reading_of(text).events if e.plover == "ASSAULT"} == {status}


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("Peru and Chile were able to reach an agreement on their debts.", "AGREE", "occurred"),
        ("Peru and Chile will be able to reach an agreement on their debts.", "AGREE", "considered"),
        ("France had to impose sanctions on Mali.", "SANCTION", "occurred"),
        ("Kenya hindered the vote by criticizing Chad.", "ACCUSE", "occurred"),
        ("Chad considers the raid illegal and condemns Libya.", "ACCUSE", "occurred"),
        ("He authorized raids to find the rebels and imposed tariffs on Chad.", "SANCTION", "occurred"),
        ("Chad continues to support the Libyan rebels.", "SUPPORT", "ongoing"),
    ],
)
def test_what_was_achieved_or_goes_on_is_real(text: str, plover: str, status: str) -> None:
    assert [e.status for e in reading_of(text).events if e.plover == plover] == [status]


def test_polite_words_do_not_keep_thanks_from_being_said() -> None:
    text = '"We want to thank Kenya for its support," the Chadian president, Mahamat Deby, said on Monday.'
    assert [e.status for e in reading_of(text).events if e.plover == "SUPPORT"] == ["occurred"]


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("Chad could not prevent the Libyan attack.", "ASSAULT", "occurred"),
        ("Chad failed to prevent a Libyan attack on Tripoli.", "ASSAULT", "occurred"),
        ("Chad prevented a Libyan attack on Tripoli.", "ASSAULT", "denied"),
        ("Libya did not hesitate to attack Chad.", "ASSAULT", "occurred"),
        ("Libya has no plans to attack Chad.", "ASSAULT", "denied"),
        ("Libya has no intention of attacking Chad.", "ASSAULT", "denied"),
        ("It is possible that Libya attacked Chad.", "ASSAULT", "conditional"),
        ("They had no grasp of the occupation of Yemen by Saudi Arabia.", "COERCE", "occurred"),
        ("The visit of the Iraqi premier to Kenya is still on the agenda.", "CONSULT", "scheduled"),
        ("Iran will give Chad all possible military aid.", "AID", "scheduled"),
        ("Far from withdrawing its troops, Libya stayed in Chad.", "RETREAT", "denied"),
    ],
)
def test_a_denial_reaches_what_it_denies_and_no_further(text: str, plover: str, status: str) -> None:
    assert [e.status for e in reading_of(text).events if e.plover == plover] == [status]


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("The Russian envoy is scheduled to take a trip to Kenya on Friday.", "CONSULT", "scheduled"),
        ("We will talk once Chad has rejoined the deal and lifted all sanctions on Libya.", "RETREAT", "conditional"),
        ("Kenya has secured the release of Chadian hostages.", "RETREAT", "occurred"),
        ("Kenya hopes to secure the release of Chadian hostages.", "RETREAT", "considered"),
        ("The channel helps Libya avoid American sanctions.", "SANCTION", "background"),
        ("The ministers closed the meeting by thanking Kenya for its help.", "SUPPORT", "occurred"),
        ("France was right to expel Libyan diplomats.", "SANCTION", "occurred"),
        ("Libya seems to have attacked Mali.", "ASSAULT", "occurred"),
        ("Libya does not seem to have attacked Mali.", "ASSAULT", "denied"),
        ("Libya is known to have attacked Mali.", "ASSAULT", "occurred"),
        ("Chad will respond after Libya attacked it.", "ASSAULT", "occurred"),
    ],
)
def test_what_is_said_to_have_been_done_or_was_well_done_is_done(text: str, plover: str, status: str) -> None:
    assert [e.status for e in reading_of(text).events if e.plover == plover] == [status]


@pytest.mark.parametrize(
    ("text", "status", "modality"),
    [
        ("Any direct military action by Chad in defence of Niger is extremely unlikely.", "denied", "unlikely"),
        ("An attack by Chad on Mali is likely.", "considered", "likely"),
        ("A withdrawal of French troops from Chad remains possible.", "conditional", "possible"),
        ("The attack by Chad on Mali was cruel.", "occurred", None),
    ],
)
def test_the_chance_said_of_an_act_is_its_modality(text: str, status: str, modality: str | None) -> None:
    assert [(e.status, e.modality) for e in reading_of(text).events] == [(status, modality)]
