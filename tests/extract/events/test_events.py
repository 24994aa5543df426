"""Events: who did what to whom, and whether it happened. Sentences are written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Event, Reading
from tests.factory import reading_of


def names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    by_id = {a.id: a for a in reading.actors}
    return [by_id[i].country or by_id[i].name for i in ids]


def events(text: str, published: str | None = "2022-01-10") -> tuple[Reading, tuple[Event, ...]]:
    reading = reading_of(text, published=published)
    return reading, reading.events


def one(text: str, published: str | None = "2022-01-10") -> tuple[Reading, Event]:
    reading, found = events(text, published)
    assert len(found) == 1, [(e.plover, e.status, e.trigger.of(text)) for e in found]
    return reading, found[0]


@pytest.mark.parametrize(
    ("text", "plover", "source", "target"),
    [
        ("Norway expelled two Libyan diplomats on Friday.", "SANCTION", ["NOR"], ["LBY"]),
        ("Two Libyan diplomats were expelled by Norway.", "SANCTION", ["NOR"], ["LBY"]),
        ("Two Libyan diplomats were expelled on Friday.", "SANCTION", [], ["LBY"]),
        ("Chad accused Sudan of arming the rebels.", "ACCUSE", ["TCD"], ["SDN"]),
        ("Peru imposed sanctions on Bolivia.", "SANCTION", ["PER"], ["BOL"]),
        ("Sanctions were imposed on Bolivia by Peru.", "SANCTION", ["PER"], ["BOL"]),
        ("Kenya urged Somalia to disarm the militias.", "REQUEST", ["KEN"], ["SOM"]),
        ("Japan provided emergency aid to Nepal last week.", "AID", ["JPN"], ["NPL"]),
        ("Ghana praised Togo for the reform.", "SUPPORT", ["GHA"], ["TGO"]),
        ("Iranian warships shelled Oman.", "ASSAULT", ["IRN"], ["OMN"]),
        ("Eritrea severed ties with Djibouti.", "SANCTION", ["ERI"], ["DJI"]),
        ("Libya launched an attack on Chad.", "ASSAULT", ["LBY"], ["TCD"]),
        ("The Libyan invasion of Chad began on Sunday.", "ASSAULT", ["LBY"], ["TCD"]),
        ("Vietnam massed thousands of troops along the border of Cambodia.", "MOBILIZE", ["VNM"], ["KHM"]),
    ],
)
def test_direction_follows_the_frame_of_the_trigger(
    text: str, plover: str, source: list[str], target: list[str]
) -> None:
    reading, event = one(text)
    assert event.plover == plover
    assert names(reading, event.source) == source
    assert names(reading, event.target) == target


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("Spain met with Portugal in Madrid on Sunday.", "CONSULT", "occurred"),
        ("Spain will hold talks with Portugal on Wednesday.", "CONSULT", "scheduled"),
        ("Spain said it would hold talks with Portugal on Wednesday.", "CONSULT", "scheduled"),
        ("Libya did not attack Chad.", "ASSAULT", "denied"),
        ("Libya could attack Chad.", "ASSAULT", "conditional"),
        ("Libya is planning to invade Chad.", "ASSAULT", "considered"),
        ("Analysts fear a Libyan invasion of Chad.", "ASSAULT", "conditional"),
        ("Libya has been fighting Chad since 2019.", "ASSAULT", "ongoing"),
        ("Libya is shelling Chad.", "ASSAULT", "ongoing"),
        ("Libya attacked Chad in 2009.", "ASSAULT", "background"),
        ("Libya denied that it had attacked Chad.", "ASSAULT", "denied"),
        ("Peru is considering sanctions against Bolivia.", "SANCTION", "considered"),
    ],
)
def test_status_is_read_before_the_act_counts(text: str, plover: str, status: str) -> None:
    _, event = one(text)
    assert (event.plover, event.status) == (plover, status)


@pytest.mark.parametrize(
    "text",
    [
        "The minister suffered a heart attack on Monday.",
        "The factory could not meet demand.",
        "The two firms struck a balance.",
        "Norway beat Sweden in the final.",
        "The president said the economy was strong.",
        "The director will fire two employees.",
    ],
)
def test_figures_of_speech_and_mere_statements_are_no_events(text: str) -> None:
    assert events(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "plover", "cameo"),
    [
        ("Peru threatened to sever ties with Bolivia.", "THREATEN", "1313"),
        ("Peru refused to release the prisoners.", "REJECT", "1243"),
        ("Peru demanded that Bolivia release the prisoners.", "REQUEST", "1053"),
        ("Peru agreed to lift the embargo on Bolivia.", "AGREE", "0354"),
        ("Peru vowed to attack Bolivia.", "THREATEN", "1384"),
    ],
)
def test_an_act_within_an_act_is_one_event_with_the_code_of_both(text: str, plover: str, cameo: str) -> None:
    _, found = events(text)
    outer = [e for e in found if e.status == "occurred"]
    assert [(e.plover, e.cameo) for e in outer] == [(plover, cameo)]
    assert all(e.status in ("conditional", "considered") for e in found if e not in outer)


@pytest.mark.parametrize(
    ("text", "plover", "source", "target"),
    [
        ("Kenya said Somalia must release the hostages.", "REQUEST", "KEN", "SOM"),
        ("France said it would send aid to Mali.", "AGREE", "FRA", "MLI"),
        ("Mali said it will not accept a ceasefire.", "REJECT", "MLI", None),
        ("Kenya called the Somali blockade illegal.", "ACCUSE", "KEN", "SOM"),
    ],
)
def test_what_is_done_by_saying_is_an_act_of_the_speaker(
    text: str, plover: str, source: str, target: str | None
) -> None:
    reading, found = events(text)
    spoken = [e for e in found if e.plover == plover]
    assert len(spoken) == 1
    assert spoken[0].status == "occurred"
    assert names(reading, spoken[0].source) == [source]
    assert names(reading, spoken[0].target) == ([target] if target else [])


def test_a_meeting_of_two_is_one_mutual_record() -> None:
    reading, event = one("Spain and Portugal held talks in Madrid on Sunday.")
    assert event.reciprocal
    assert sorted(names(reading, (*event.source, *event.target))) == ["ESP", "PRT"]
    assert (event.begin, event.end) == ("2022-01-09", "2022-01-09")
    assert event.place is not None
    assert reading.places[event.place].name == "Madrid"


def test_mentions_of_one_act_are_one_event_with_several_pieces_of_evidence() -> None:
    text = "Spain and Portugal held talks in Madrid on Sunday.\n\nThe talks lasted three hours."
    _, event = one(text)
    assert [span.of(text) for span in event.evidence] == [
        "Spain and Portugal held talks in Madrid on Sunday", "The talks lasted three hours",
    ]  # fmt: skip


def test_every_verb_of_a_row_of_verbs_is_an_event() -> None:
    _, found = events("Libya shelled a port and seized the town of Aouzou.")
    assert [e.plover for e in found] == ["ASSAULT", "COERCE"]


def test_evidence_is_the_clause_around_the_trigger_not_the_paragraph() -> None:
    text = "Chad accused Sudan of arming the rebels, while Kenya met with Somalia in Nairobi."
    _, found = events(text)
    accused = next(e for e in found if e.plover == "ACCUSE")
    assert accused.evidence[0].of(text) == "Chad accused Sudan of arming the rebels"


def test_what_a_statement_contains_points_to_the_statement() -> None:
    reading, found = events("Norway said Libya had expelled two diplomats.")
    expelled = next(e for e in found if e.plover == "SANCTION")
    assert expelled.said_in in {s.id for s in reading.statements}


def test_titles_repeat_and_give_no_event() -> None:
    text = (
        "Norway Expels Two Diplomats\n\nThe weather was fine in the north of the country on Friday, the office wrote."
    )
    reading = reading_of(text)
    assert reading.blocks[0].kind == "title"
    assert reading.events == ()


def test_the_reason_why_is_told_by_known_names() -> None:
    _, event = one("Libya is planning to invade Chad.")
    assert event.because[0].startswith("triggers:invade/")
    assert "status_cues:plan/verb" in event.because


@given(st.text(alphabet="abc .,\"'?!\n", max_size=80))
@settings(max_examples=15, deadline=None)
def test_no_text_raises_and_every_span_lies_inside(noise: str) -> None:
    text = f"Libya attacked Chad {noise} and Kenya will meet Somalia {noise}"
    reading = reading_of(text)
    for event in reading.events:
        for span in (event.trigger, *event.evidence):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Libya was to release the hostages.", "scheduled"),
        ("Libya is going to attack Chad.", "scheduled"),
        ("The measures under consideration include sanctions on Chad.", "considered"),
        ("Libya was arrested for attacking Chad.", "considered"),
        ("Has Libya attacked Chad?", "considered"),
        ("Any Libyan attack on Chad is unlikely.", "denied"),
        ("Libya ruled out an invasion of Chad.", "denied"),
        ("Libya would attack Chad if the talks fail.", "conditional"),
        ("Libya met Chad in the 1980s.", "background"),
        ("Libya was accused of an attack on Chad.", "considered"),
        ("Chad will wait until Libya releases the prisoners.", "conditional"),
        ("Chad paid after Libya released the prisoners.", "occurred"),
    ],
)
def test_words_above_the_clause_decide_its_reality(text: str, status: str) -> None:
    acts = {"ASSAULT", "SANCTION", "RETREAT", "CONSULT"}
    found = [e for e in events(text)[1] if e.plover in acts]
    assert all(e.status == status for e in found), [(e.plover, e.status) for e in found]


def test_what_a_threat_hangs_on_is_its_condition_and_its_aim() -> None:
    text = "Peru threatened to retaliate if Bolivia closes the road."
    reading, found = events(text)
    threat = next(e for e in found if e.plover == "THREATEN")
    assert threat.condition is not None
    assert threat.condition.of(text) == "if Bolivia closes the road"
    assert names(reading, threat.target) == ["BOL"]


def test_what_an_act_is_about_is_its_object() -> None:
    text = "Peru cancelled the gas pipeline on Friday."
    found = [e for e in events(text)[1] if e.object is not None]
    assert [e.object.of(text) for e in found if e.object] == ["the gas pipeline"]


def test_doer_and_sufferer_of_one_blow_are_one_event() -> None:
    reading, event = one("Ten Chadian soldiers were killed in a Libyan raid.")
    assert names(reading, event.source) == ["LBY"]
    assert names(reading, event.target) == ["TCD"]


def test_what_a_party_says_after_a_dated_meeting_is_dated_by_it() -> None:
    text = "Spain and Portugal held talks on Sunday in Madrid. Spain condemned Chad for the raid."
    accused = next(e for e in events(text)[1] if e.plover == "ACCUSE")
    assert accused.begin == "2022-01-09"
    assert "events.in-meeting" in accused.because


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Spain spoke with Portugal by phone on Sunday.", "phone"),
        ("The Spanish foreign minister visited Portugal on Sunday.", "visit"),
        ("Libya shelled Chad.", "heavy-weapons"),
    ],
)
def test_mode_comes_from_the_words(text: str, mode: str) -> None:
    assert one(text)[1].mode == mode


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The attack shocked many.", "no party named"),
        ("Iran said Tehran must withdraw.", "a duty of one's own"),
    ],
)
def test_what_is_left_out_says_why(text: str, reason: str) -> None:
    assert reason in {r.reason for r in reading_of(text).rejects if r.stage == "events"}


def test_code_quad_and_value_come_from_the_tables_of_codes() -> None:
    event = one("Norway expelled two Libyan diplomats on Friday.")[1]
    assert (event.cameo, event.quad, event.source_code, event.target_code) == ("161", 4, "NOR", "LBYGOV")
    assert event.goldstein is not None
    assert event.goldstein < 0
