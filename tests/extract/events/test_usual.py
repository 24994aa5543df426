"""Habits, items of a law, details kept back and other senses of a verb are no acts (sentences of our own)."""

from __future__ import annotations

import pytest

from tests.factory import reading_of

PUBLISHED = "2022-01-12"


def _acts(text: str) -> list[tuple[str, str]]:
    return [(e.plover, e.status) for e in reading_of(text, published=PUBLISHED).events]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya always helps Uganda in such matters.",
        "Chad generally supports Libya in the council.",
        "Peru often criticizes Chile.",
        "(ii) hold Libya accountable for the killings.",
        "(c) impose sanctions on Libya.",
        "The spokeswoman declined to give any sales or profit figures for the plants.",
        "The ministry refused to provide details of the deal.",
        "The Kenyan government should not allow foreign troops to stay.",
        "The Kenyan minister could not attend the session.",
        "The Kenyan ministry did not set a deadline for the tender.",
        "Chad exported 30,000 barrels of oil to Kenya last year.",
        "Ghana exported $2 billion worth of gas to Togo in 2019.",
        "In the floods nearly a million people have been displaced.",
        "We cannot let up, the Kenyan president said.",
        "The Kenyan ministry alleges to be striving for peace.",
        "Kenya's domestic demand rose in March.",
        "Kenya will host the rugby championship.",
        "The Labour Party took control of the Senate of Chile.",
        "Trade of Kenya with Uganda is declining.",
        "The skill demonstrated by Kenya won praise.",
        "People were struck by the change in prices.",
        "The order extends the emergency declared in an order of 2015.",
        "The Kenyan minister wants it to stop.",
    ],
)
def test_what_is_usual_ordered_or_kept_back_is_no_act(text: str) -> None:
    assert _acts(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya helped Uganda rebuild the bridge on Monday.", ("AID", "occurred")),
        ("Chad has always supported Libya, but on Sunday it condemned Libya.", ("ACCUSE", "occurred")),
        ("The Kenyan minister refused to give guarantees to Uganda.", ("REJECT", "occurred")),
        ("Kenya will not allow foreign troops on its soil.", ("REJECT", "occurred")),
        ("We must act, and we will not accept their soldiers, said the Kenyan minister.", ("REJECT", "occurred")),
        ("Russia sold 20 jets to Sudan.", ("COOPERATE", "occurred")),
        ("Ethiopian troops displaced thousands of villagers in Tigray.", ("COERCE", "occurred")),
        ("Kenya gave Uganda a deadline of Monday to withdraw.", ("THREATEN", "occurred")),
        ("Critics charge the Kenyan ministry with protecting its turf.", ("ACCUSE", "occurred")),
        ("Prosecutors charged two Kenyan men with murder.", ("COERCE", "occurred")),
        ("Kenya wants Uganda to withdraw its troops.", ("REQUEST", "ongoing")),
        ("Kenya declined an invitation to the talks in Kampala.", ("REJECT", "occurred")),
        ("The rebels took control of the town of Goma in Congo.", ("COERCE", "occurred")),
        ("Uganda boycotted the talks with Kenya.", ("REJECT", "occurred")),
    ],
)
def test_the_same_words_told_of_a_day_are_acts(text: str, act: tuple[str, str]) -> None:
    assert act in _acts(text)


def test_an_act_left_out_says_why() -> None:
    rejects = reading_of("Kenya always helps Uganda in such matters.", published=PUBLISHED).rejects
    assert [r.reason for r in rejects if r.stage == "events"] == ["a habit"]
