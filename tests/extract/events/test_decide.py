"""The score over signs drops what hardly anybody would defend; it never drops without a reason in the record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.extract.events import Said, candidates_of, find_events, signs_of_act
from dragoman.extract.events.decide import HARDLY, likelihood
from dragoman.extract.statements import find_statements
from dragoman.extract.statements.turns import find_turns
from tests.factory import kit, setting_of

TEXT = "Norway expelled two Libyan diplomats on Monday. Thousands of people marched in Lima against the government."


def signs(text: str) -> list[list[str]]:
    setting = setting_of(text)
    turns = find_turns(setting, kit().speech)
    statements, _ = find_statements(setting, turns, kit())
    said = Said(statements)
    found, _ = candidates_of(setting, said, turns, kit())
    return [signs_of_act(mentions, said, setting, turns) for mentions in found]


def test_no_weights_mean_even_odds_and_a_great_sum_does_not_overflow() -> None:
    assert likelihood([], {}) == 0.5
    assert likelihood(["a", "b"], {"a": 4.0, "b": -4.0}) == 0.5
    assert likelihood(["a"], {"a": 1e9}) > 0.999
    assert likelihood(["a"], {"a": -1e9}) < 0.001


def test_what_stays_below_the_threshold_is_a_reject_with_its_reason() -> None:
    setting = setting_of(TEXT)
    turns = find_turns(setting, kit().speech)
    statements, _ = find_statements(setting, turns, kit())
    weights = {"type SANCTION": 9.0, "type PROTEST": -9.0}
    strict = replace(kit(), triggers=replace(kit().triggers, weights=weights, threshold=0.5))
    events, rejects = find_events(setting, statements, turns, strict)
    assert [e.plover for e in events] == ["SANCTION"]
    assert [TEXT[r.span.start : r.span.end] for r in rejects if r.reason == HARDLY] == ["marched"]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Norway expelled two Libyan diplomats.", "source state"),
        ("Norway expelled two Libyan diplomats.", "abroad"),
        ("Two Libyan diplomats were expelled on Monday.", "shape passive"),
        ("Two Libyan diplomats were expelled on Monday.", "source none"),
        ("Norway may expel two Libyan diplomats.", "aux may"),
        ("The minister of Norway said his country had expelled two Libyan diplomats.", "said direct"),
        ("The attack on the embassy of Norway killed two guards.", "determiner the NN"),
    ],
)
def test_signs_tell_parties_voice_and_surroundings(text: str, sign: str) -> None:
    found = signs(text)
    assert found
    expected = "said indirect" if sign == "said direct" else sign
    assert any(expected in one for one in found)


def test_signs_hold_no_name_of_the_text() -> None:
    words = {word.casefold() for one in signs(TEXT) for sign in one for word in sign.replace("/", " ").split()}
    assert not words & {"norway", "libyan", "lima", "monday", "diplomats"}


def test_an_act_between_two_lands_and_a_chance_told_in_words_are_not_weighed() -> None:
    text = "Norway expelled two Libyan diplomats. An attack by the rebels of Chad is likely."
    setting = setting_of(text)
    turns = find_turns(setting, kit().speech)
    statements, _ = find_statements(setting, turns, kit())
    strict = replace(kit(), triggers=replace(kit().triggers, weights={"bias": -30.0}, threshold=0.9))
    events, _ = find_events(setting, statements, turns, strict)
    assert [(e.plover, e.modality) for e in events] == [("SANCTION", None), ("ASSAULT", "likely")]
