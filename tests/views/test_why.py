"""Why a record is there: found by its id, its first letters or its place; explained by rule and row."""

from __future__ import annotations

import pytest

from dragoman.errors import NoSuchRecord
from dragoman.lexicon.load import Lexicon, Row
from dragoman.views.passage import words
from dragoman.views.why import explain, one_record
from tests.views.sample import sample

MEANING = {"rule": "speaker.subject-of-cue", "module": "extract/x.py", "meaning": "the subject of the cue speaks"}
RULE = Row("rules", "speaker.subject-of-cue", MEANING, "lexicon/rules.tsv", 7)
VERB = Row("reporting_verbs", "tell", {"lemma": "tell", "note": ""}, "lexicon/en/reporting_verbs.tsv", 12)
LEXICON = Lexicon({"rules": (RULE,), "reporting_verbs": (VERB,)}, "digest")


@pytest.mark.parametrize("wanted", ["sta-1", "events.2", "mtg", "blocks.1", "act-3"])
def test_a_record_is_found_by_id_by_beginning_and_by_place(wanted: str) -> None:
    reading, part, index = one_record([sample()], wanted)
    assert getattr(reading, part)[index]


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("evt-1", "'evt-1' may be evt-11, evt-12, evt-13, evt-14, evt-15"),
        ("fig-1", "no record 'fig-1'"),
        ("events.9", "no record 'events.9'"),
        ("secrets.0", "no record 'secrets.0'"),
        ("", "no record ''"),
    ],
)
def test_what_is_not_one_record_is_said(wanted: str, message: str) -> None:
    with pytest.raises(NoSuchRecord) as caught:
        one_record([sample()], wanted)
    assert message in str(caught.value)


def test_a_place_in_several_articles_is_not_one_record() -> None:
    with pytest.raises(NoSuchRecord, match="may be"):
        one_record([sample(), sample()], "blocks.0")
    assert one_record([sample(), sample()], "sta-1")[1:] == ("statements", 0)


def test_a_rule_is_told_with_its_meaning_and_a_row_with_file_and_line() -> None:
    told = explain(sample(), "statements", 0, LEXICON)
    assert [(r.name, r.meaning, r.where) for r in told.reasons] == [
        ("speaker.subject-of-cue", "the subject of the cue speaks", "extract/x.py"),
        ("reporting_verbs:tell", "lemma tell", "lexicon/en/reporting_verbs.tsv:12"),
    ]


def test_a_name_that_is_gone_is_told_as_gone() -> None:
    told = explain(sample(), "blocks", 1, LEXICON)
    assert told.reasons[0].where is None
    assert "not among" in told.reasons[0].meaning


def test_the_facts_are_told_in_words() -> None:
    facts = dict(explain(sample(), "events", 1, LEXICON).facts)
    assert facts["source"] == "NATO"
    assert facts["plover"] == "THREATEN"
    assert "mode" not in facts
    assert dict(explain(sample(), "statements", 0, LEXICON).facts)["speaker"] == "Sergei Ryabkov"


def test_the_evidence_is_marked_in_its_sentence() -> None:
    (sentence,) = explain(sample(), "events", 0, LEXICON).sentences
    assert words(sentence) == "Russia has massed troops near the border."
    assert [p.text for p in sentence if p.marked] == ["massed"]
