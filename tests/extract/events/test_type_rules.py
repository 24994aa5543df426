"""The rules of the PLOVER manual that decide between types, with sentences; the conversion tells time apart."""

from __future__ import annotations

import pytest

from dragoman.export.plover import coded
from dragoman.lexicon.formats import build
from tests.factory import kit, reading_of

SENTENCES = [
    # to come: CONSULT, SUPPORT, COOPERATE and AID are AGREE; plans and invitations to meet are AGREE
    ("Chile's president will visit Peru on Friday.", "CONSULT", "AGREE"),
    ("Ghana will send doctors and medicine to Togo.", "AID", "AGREE"),
    ("Norway and Iceland will hold joint military exercises in March.", "COOPERATE", "AGREE"),
    ("Cyprus and Malta will sign an agreement on migrants on Monday.", "SUPPORT", "AGREE"),
    ("Oman plans to meet Yemeni envoys next week.", "CONSULT", "AGREE"),
    ("Spain invited the Moroccan king to Madrid.", "AGREE", "AGREE"),
    # RETREAT to come is CONCEDE, CONCEDE to come stays CONCEDE
    ("Chad will withdraw its troops from Niger.", "RETREAT", "CONCEDE"),
    ("The Kenyan government will lift the ban on the opposition party.", "CONCEDE", "CONCEDE"),
    # one fitting type goes before a type with a condition
    ("Ethiopia will attack Eritrea if its ports stay closed, the prime minister said.", "THREATEN", "THREATEN"),
    ("Rwanda threatened to bomb Burundi unless the rebels disarm.", "THREATEN", "THREATEN"),
    # who calls for the end of a fight: a party agrees, a third party requests
    ("Hamas called for an end to the fighting with Israel.", "AGREE", "AGREE"),
    ("Eritrea called for a ceasefire with Ethiopia.", "AGREE", "AGREE"),
    ("Brazil called for an end to the fighting in Gaza.", "REQUEST", "REQUEST"),
    ("Brazil urged Israel and Hamas to halt the fighting.", "REQUEST", "REQUEST"),
    # cancelled meetings, demands withdrawn, aid halted
    ("Serbia cancelled a meeting with Kosovo's negotiators.", "REJECT", "REJECT"),
    ("Bolivia withdrew its demand for compensation from Chile.", "CONCEDE", "CONCEDE"),
    ("Sweden halted aid to Burkina Faso.", "SANCTION", "SANCTION"),
    # pardon, amnesty and regret; the release itself
    ("Egypt's president pardoned 20 activists.", "CONCEDE", "CONCEDE"),
    ("Algeria granted an amnesty to the rebels.", "CONCEDE", "CONCEDE"),
    ("Japan expressed regret to South Korea over the war.", "CONCEDE", "CONCEDE"),
    ("Iran released five American prisoners.", "RETREAT", "RETREAT"),
    # debt relief, rescue of hostages
    ("China cancelled the debt of Zambia.", "AID", "AID"),
    ("Colombian soldiers rescued two hostages from the guerrillas.", "AID", "AID"),
    # protest in words
    ("Turkey summoned the Swedish ambassador.", "ACCUSE", "ACCUSE"),
    ("Poland lodged a protest with Belarus.", "ACCUSE", "ACCUSE"),
    ("Malaysians protested on social media against Israel.", "ACCUSE", "ACCUSE"),
    # arrest of somebody out of reach; investigations; convictions
    ("A Ukrainian court arrested a Russian general in absentia.", "THREATEN", "THREATEN"),
    ("A French court issued an arrest warrant for the Syrian president.", "THREATEN", "THREATEN"),
    ("Italian prosecutors are investigating a Libyan general.", "ACCUSE", "ACCUSE"),
    ("The United Nations opened an inquiry into the killings in Sudan.", "ACCUSE", "ACCUSE"),
    ("A Bangladeshi court convicted the former prime minister.", "SANCTION", "SANCTION"),
    # appeals
    ("Malawi asked for help.", "REQUEST", "REQUEST"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "written"), SENTENCES)
def test_the_manual_decides_between_types(text: str, act: str, written: str) -> None:
    events = reading_of(text, published="2022-01-10").events
    assert act in {event.plover for event in events}
    rows = [coded(event, build(kit().lexicon)) for event in events]
    assert written in {row.plover for row in rows if row is not None}


def test_a_threatened_attack_is_no_attack_in_a_file_without_status() -> None:
    events = reading_of("Rwanda threatened to bomb Burundi unless the rebels disarm.").events
    rows = [coded(event, build(kit().lexicon)) for event in events]
    assert [row.plover for row in rows if row is not None] == ["THREATEN"]


def test_who_is_convicted_and_jailed_is_also_coerced() -> None:
    types = {e.plover for e in reading_of("A Belarusian court convicted an activist and jailed him for a year.").events}
    assert types == {"SANCTION", "COERCE"}


def test_a_visitor_acts_and_the_host_receives_while_other_meetings_are_mutual() -> None:
    visit, *_ = reading_of("The Finnish president visited Estonia.").events
    assert (visit.mode, visit.reciprocal, visit.source_code, visit.target_code) == ("visit", False, "FINGOV", "EST")
    talks, *_ = reading_of("The foreign ministers of Greece and Turkey met in Athens.").events
    assert talks.reciprocal
    fight, *_ = reading_of("Armenian and Azerbaijani soldiers exchanged fire at the border.").events
    assert fight.reciprocal


@pytest.mark.parametrize("text", ["Tunisia said its economy grew by two percent.", "Mali said the road was closed."])
def test_a_plain_statement_has_no_type(text: str) -> None:
    assert reading_of(text).events == ()


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A Ukrainian court arrested a Russian general in absentia.", "arrest"),
        ("Turkey summoned the Swedish ambassador.", "disapprove"),
        ("Italian prosecutors are investigating a Libyan general.", "investigate"),
        ("Iran released five American prisoners.", "release"),
        ("A Bangladeshi court convicted the former prime minister.", "convict"),
        ("Serbia cancelled a meeting with Kosovo's negotiators.", "meet"),
    ],
)
def test_the_rule_gives_the_mode_too(text: str, mode: str) -> None:
    assert mode in {event.mode for event in reading_of(text).events}
