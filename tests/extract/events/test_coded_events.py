"""Events by a user's verbs: patterns on the grammar, sides by slots or by grammar, his codes as he wrote them."""

from __future__ import annotations

import time

import pytest

from dragoman.kit import Kit
from dragoman.records import Reading
from tests.dictionaries import imported, kit_over, reading_with, whole_kit


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    return whole_kit(tmp_path_factory.mktemp("own"))


def coded(reading: Reading) -> list[str]:
    """`SOURCE CODE TARGET` of the events by the user's rows, `=` where they go both ways."""
    sign = {True: "=", False: " "}
    return [
        f"{e.source_code} {e.cameo}{sign[e.reciprocal]}{e.target_code}"
        for e in reading.events
        if any(b.startswith("coded_verbs:") for b in e.because)
    ]


ACTS = [
    ("Veldania pressed Morrowmark for time.", ["VEL A1 MRW"]),
    ("Morrowmark was pressed for time by Veldania.", ["VEL A1 MRW"]),
    ("Veldania pressed Morrowmark for higher harbour dues.", ["VEL A2 MRW"]),
    ("Veldania pressed Morrowmark to disarm.", ["VEL A3 MRW"]),
    ("Veldania pressed Morrowmark and the Sarn Islands to disarm.", ["VEL A3 MRW", "VEL A3 SRN"]),
    ("Bankers were shipped aboard the barge out of Morrowmark.", []),
    ("Veldanian bankers were shipped aboard the barge out of Morrowmark.", ["MRW X1 VEL"]),
    ("Veldania never shipped a captain into Morrowmark.", ["VEL X2 MRW"]),
    ("Veldania vowed never to yield the lighthouse to Morrowmark.", ["VEL R1 MRW"]),
    ("Veldania yielded the captured trawlers to Morrowmark.", ["VEL R3 MRW"]),
    ("Veldania yielded the captured cranes to Morrowmark.", ["VEL R3 MRW"]),
    ("The campaign was waged among Veldania and Morrowmark.", ["VEL F1 MRW"]),
    ("Veldania and Morrowmark openly feuded for two days.", ["VEL F2 MRW", "MRW F3 VEL"]),
    ("Veldania won't feud with Morrowmark.", ["VEL F4 MRW"]),
    ("Veldania will never again feud with Morrowmark.", ["VEL F5 MRW"]),
    ("Veldanian senators were marooned ashore near Morrowmark.", ["MRW S2 VELLEG"]),
    ("Veldania fended off an attack by Morrowmark.", ["VEL O1 MRW"]),
    ("Veldania towed its navy's cutter out of Morrowmark.", ["VEL C1 MRW"]),
    ("Veldania insisted Morrowmark must disarm its fleet.", ["VEL D2 MRW"]),
    ("Veldania drew a detailed charter for the Harbour Council.", ["VEL M1 IGOHRB"]),
    ("Veldania has drawn a detailed charter for the Harbour Council.", ["VEL M1 IGOHRB"]),
    ("Talmadge Orr conversed with the Sarn Islands.", ["VELOPP V0=SRN"]),
    ("Veldania and Morrowmark conversed.", ["VEL V0=MRW"]),
    ("Veldania berated Morrowmark.", ["VEL N1 MRW"]),
    ("Morrowmark, which berated the Sarn Islands, fell silent.", ["MRW N1 SRN"]),
    ("Morrowmark was berated over its quarrel with Veldania.", []),
    ("Veldania berated a decision of its own.", []),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_a_verb_gives_the_code_of_its_closest_pattern(own: Kit, text: str, expected: list[str]) -> None:
    assert coded(reading_with(own, text)) == expected


STATUS = [
    ("Veldania berated Morrowmark on Monday.", "occurred"),
    ("Veldania will converse with Morrowmark next week.", "scheduled"),
    ("Veldania did not berate Morrowmark.", "denied"),
    ("Veldania is considering plans to berate Morrowmark.", "considered"),
    ("Veldania may berate Morrowmark.", "conditional"),
    ("Veldania don't feud with Morrowmark.", "occurred"),
    ("Veldania won't feud with Morrowmark.", "occurred"),
    ("Veldania denied that it had pressed Morrowmark for time.", "denied"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_the_status_is_told_by_the_words_outside_the_pattern(own: Kit, text: str, status: str) -> None:
    assert [e.status for e in reading_with(own, text).events if e.because[0].startswith("coded_verbs:")][:1] == [status]


def test_the_event_names_its_rows_and_keeps_what_is_not_cameo_unknown(own: Kit) -> None:
    text = "Veldania towed its cutter out of Morrowmark on Monday."
    (event,) = [e for e in reading_with(own, text).events if e.cameo == "C1"]
    assert [b.rpartition(":")[0] for b in event.because] == [
        "coded_verbs:TOW/verbs.txt", "coded_patterns:* CUTTER/verbs.txt",
    ]  # fmt: skip
    assert (event.plover, event.quad, event.goldstein, event.contexts) == (None, None, None, ())
    assert event.trigger.of(text) == "towed"
    assert event.evidence[0].of(text) == text.rstrip(".")
    assert (event.begin, event.end) == ("2031-04-28", "2031-04-28")


def test_codes_of_cameo_give_type_quad_and_goldstein(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, report = imported(
        tmp_path_factory.mktemp("cameo"),
        actors="VELDANIA [VEL]\nMORROWMARK [MRW]",
        verbs="--- IMPOUND [171] ---\nIMPOUND\n--- GREET [051] ---\nGREET",
    )
    assert report.scheme == "cameo"
    (event,) = reading_with(kit_over(folder), "Veldania greeted Morrowmark.").events
    assert (event.plover, event.cameo, event.quad, event.goldstein) == ("SUPPORT", "051", 1, 3.4)


def test_codes_of_weis_give_a_type_and_are_not_taken_for_those_of_cameo(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    actors, verbs = "VELDANIA [VEL]\nMORROWMARK [MRW]", "--- SLATE [122] ---\nSLATE\n--- SCORCH [223X] ---\nSCORCH"
    folder, _ = imported(tmp_path_factory.mktemp("weis"), actors=actors, verbs=verbs, scheme="weis")
    own = kit_over(folder)
    told = [reading_with(own, f"Veldania {verb} Morrowmark.").events for verb in ("slated", "scorched")]
    assert [(e.plover, e.cameo, e.quad, e.goldstein) for (e,) in told] == [
        ("ACCUSE", "122", 3, None), ("ASSAULT", "223X", 4, None),
    ]  # fmt: skip


def test_what_has_no_code_is_no_event_not_even_ours(own: Kit) -> None:
    silent = reading_with(own, "Veldania berated the piracy of Morrowmark.")
    assert "berated" not in [e.trigger.of(silent.article.text) for e in silent.events]
    assert any(r.reason.startswith("no code: coded_patterns:* PIRACY") for r in silent.rejects)
    ours = reading_with(own, "Veldania condemned the piracy of Morrowmark.").events
    assert "ACCUSE" in [e.plover for e in ours]


def test_where_a_side_is_missing_our_own_reading_goes_on(own: Kit) -> None:
    events = reading_with(own, "Veldania berated the looting.").events
    assert [(e.plover, e.source_code) for e in events] == [("ACCUSE", "VEL")]
    assert events[0].because[0].startswith("triggers:")


def test_a_discarded_sentence_or_story_has_no_events(own: Kit) -> None:
    one = "Veldania berated Morrowmark."
    sentence = reading_with(own, f"Veldania berated Morrowmark at the cup tie. {one}")
    assert coded(sentence) == ["VEL N1 MRW"]
    assert [r.reason for r in sentence.rejects if "discarded" in r.reason] == [
        "sentence discarded: coded_discards:CUP_TIE"
    ]
    story = reading_with(own, f"{one} A lottery was held.")
    assert story.events == ()
    assert [r.reason for r in story.rejects if "discarded" in r.reason] == ["story discarded: coded_discards:LOTTERY"]


def test_what_somebody_says_points_to_his_words(own: Kit) -> None:
    text = '"Morrowmark has berated the Sarn Islands," the Veldania envoy Ilse Brandt said.'
    reading = reading_with(own, text)
    (event,) = [e for e in reading.events if e.cameo == "N1"]
    assert event.said_in in {s.id for s in reading.statements}


def test_a_hostile_sentence_takes_no_long_time(own: Kit) -> None:
    text = "Veldania " + "will never again feud " * 400 + "Morrowmark " + "and Veldania " * 300 + "."
    began = time.process_time()
    reading_with(own, text)
    assert time.process_time() - began < 20
