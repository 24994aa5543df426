"""Statements: who said what, in whose words, through what, to whom and when."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Statement
from tests.factory import kit, setting_of, statements_of


class Said:
    """A statement with its words, for short assertions."""

    def __init__(self, statement: Statement, text: str, names: dict[str, str]) -> None:
        self.record = statement
        self.content = " ".join(span.of(text) for span in statement.content)
        self.cue = " ".join(span.of(text) for span in statement.cue)
        self.source = " ".join(span.of(text) for span in statement.source)
        self.speaker = names.get(statement.speaker or "")
        self.addressee = names.get(statement.addressee or "")
        self.relay = names.get(statement.relayed_by or "")


def said(text: str) -> list[Said]:
    """What is said in the text, attitudes left out."""
    setting = setting_of(text)
    names = {a.id: a.name for a in setting.who.actors}
    statements, _ = statements_of(setting)
    return [Said(s, text, names) for s in statements if s.kind != "attitude"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Moscow said that it would not attend.", "said", "that it would not attend"),
        ("Moscow said it would not attend.", "said", "it would not attend"),
        ("It would not attend, Moscow said on Monday.", "said", "It would not attend"),
        ("According to Kyiv, the convoy has crossed the river.", "According to", "the convoy has crossed the river"),
        ("As Kyiv said, the convoy has crossed the river.", "said", "the convoy has crossed the river"),
        ("Norway made it clear that the port would stay shut.", "made it clear", "that the port would stay shut"),
        ("The envoy told reporters the talks had begun well.", "told", "the talks had begun well"),
        ("Ankara was adamant that the strait would stay open.", "was adamant", "that the strait would stay open"),
    ],
)
def test_content_and_cue_of_reported_speech(text: str, cue: str, content: str) -> None:
    found = said(text)
    assert [(s.cue, s.content) for s in found] == [(cue, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('"We will not sign," the Finnish foreign minister said.', '"We will not sign,"'),
        ('The Finnish foreign minister said: "We will not sign. We will wait."', '"We will not sign. We will wait."'),
        ('"We will not sign," he said. "We will wait for spring."', '"We will not sign," "We will wait for spring."'),
        ('"The plan," she said, "is a trap for all of us."', '"The plan," "is a trap for all of us."'),
        ('He added: "Nobody asked us about this."', '"Nobody asked us about this."'),
    ],
)
def test_a_quotation_is_one_statement_however_its_cue_stands(text: str, content: str) -> None:
    found = said(text)
    assert [s.content for s in found] == [content]
    assert found[0].record.kind == "direct"


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("Moscow said it would not attend.", "indirect", "statement"),
        ('Moscow said it would not "bow to threats" again.', "mixed", "statement"),
        ('"We will not attend," Moscow said.', "direct", "statement"),
        ('"Will they ever come back to the table?" asked Mr. Berg.', "direct", "question"),
    ],
)
def test_kind_and_form(text: str, kind: str, form: str) -> None:
    (one,) = said(text)
    assert (one.record.kind, one.record.form) == (kind, form)


@pytest.mark.parametrize(
    "text",
    [
        "Poland fears that the border will close.",
        "Poland is determined to keep the border open.",
        "Poland hopes for a better treaty.",
    ],
)
def test_what_is_only_felt_or_wished_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace mission" left the town at dawn.',
        "Gunmen attacked the town at dawn.",
        "The convoy crossed the river on Monday and returned on Tuesday.",
        'Ivan "the Bear" Petrov won the race.',
        "We said last week that the road was open.",
        "You may say that the road is open.",
    ],
)
def test_the_reporters_own_voice_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Moscow said it would not attend.", "Russia"),
        ("NATO chief Jens Stoltenberg met reporters. He said the alliance would stay united.", "Jens Stoltenberg"),
        ("Jens Stoltenberg, who said the alliance was united, left Brussels on Monday.", "Jens Stoltenberg"),
        ("Jens Stoltenberg left Brussels on Monday, saying the alliance was united.", "Jens Stoltenberg"),
        ("The Kremlin issued a statement saying the border was calm.", "Russia"),
    ],
)
def test_speaker_is_the_subject_of_the_cue(text: str, speaker: str) -> None:
    found = said(text)
    assert [s.speaker for s in found] == [speaker]


def test_a_paragraph_that_is_a_quotation_keeps_the_speaker_of_the_one_before() -> None:
    text = '"We will wait," Jens Stoltenberg tweeted on Sunday.\n\n"Our offer stands until the end of spring."'
    first, second = said(text)
    assert second.speaker == first.speaker == "Jens Stoltenberg"
    assert second.record.channel == "Twitter"
    assert second.record.time == first.record.time
    assert second.record.cue == ()
    assert "speaker.carried-over" in second.record.because


@pytest.mark.parametrize(
    ("text", "speaker", "relay"),
    [
        ("TASS quoted Sergei Lavrov as saying the road was open.", "Sergei Lavrov", "TASS"),
        ("Sergei Lavrov had warned that the road was closed, the Kremlin said.", "Sergei Lavrov", "Russia"),
        ("Sergei Lavrov told CNN the road was open.", "Sergei Lavrov", None),
    ],
)
def test_only_a_grammatical_reporter_is_a_relay(text: str, speaker: str, relay: str | None) -> None:
    (one,) = said(text)
    assert (one.speaker, one.relay) == (speaker, relay)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Sergei Lavrov told CNN the road was open.", "CNN"),
        ("Sergei Lavrov said on Twitter that the road was open.", "Twitter"),
        ("Sergei Lavrov said in an interview with CNN that the road was open.", "CNN"),
        ("Sergei Lavrov tweeted that the road was open.", "Twitter"),
        ("Sergei Lavrov said on Russian state television that the road was open.", "Russian state television"),
        ("Sergei Lavrov told reporters the road was open.", None),
        ("Sergei Lavrov said of CNN that it was wrong.", None),
    ],
)
def test_channel_is_the_outlet_or_medium_beside_the_cue(text: str, channel: str | None) -> None:
    (one,) = said(text)
    assert one.record.channel == channel


def test_venue_is_the_occasion_beside_the_cue() -> None:
    (one,) = said("Sergei Lavrov said at a news conference in Vienna that the road was open.")
    assert one.record.venue == "news conference in Vienna"


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("Foreign Minister Sergei Lavrov said the road was open.", "official"),
        ("Moscow said the road was open.", "official"),
        ("A senior official said the road was open.", "anonymous_official"),
        ("Rebels said the road was open.", "armed_group"),
    ],
)
def test_capacity_comes_from_office_kind_or_noun(text: str, capacity: str) -> None:
    (one,) = said(text)
    assert one.record.capacity == capacity


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("Moscow said on Sunday that the road was open.", "2022-01-09"),
        ("Moscow said the road was closed on Sunday.", None),
    ],
)
def test_time_is_that_of_saying_not_of_what_is_said(text: str, begin: str | None) -> None:
    (one,) = said(text)
    assert (one.record.time.begin if one.record.time else None) == begin


def test_two_reports_in_one_sentence_are_two_statements() -> None:
    found = said("Paris said the truce would hold, while Berlin said it had its doubts about the border.")
    assert [(s.speaker, s.cue) for s in found] == [("France", "said"), ("Germany", "said")]


def test_every_rule_a_statement_names_is_known() -> None:
    text = (
        'TASS quoted Sergei Lavrov as saying the road was open.\n\n"It is," Moscow said. According to Kyiv, it is not.'
    )
    lexicon = kit().lexicon
    for one in said(text):
        assert one.record.because
        for name in one.record.because:
            assert lexicon.find(name) or lexicon.find(f"rules:{name}"), name


WORDS = st.sampled_from(
    ["Moscow", "said", "that", "he", "warned", "of", '"', "“", "”", "'", ",", ".", ":", "—", "\n\n", "quoted", "as",
     "saying", "told", "CNN", "according", "to", "which", "clear", "?", "reportedly", "(", ")", "the", "plan", "fails"]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_no_text_breaks_the_reader_and_all_spans_hold(words: list[str]) -> None:
    text = " ".join([*words, "end."])
    setting = setting_of(text)
    statements, rejects = statements_of(setting)
    for s in statements:
        assert s.content
        for span in (*s.content, *s.cue, *s.source):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)
    assert all(0 <= r.span.start < r.span.end <= len(text) for r in rejects)
    starts = [s.content[0].start for s in statements]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The minister told Moscow to leave the town.", "Russia"),
        ("Kyiv urged Israel to send the engines.", "Israel"),
        ("London advised Iran not to attend.", "Iran"),
        ("Kyiv called on Turkey to mediate.", "Turkey"),
        ("Rome demanded of Libya that it free the crew.", "Libya"),
        ("Kyiv warned Norway that the port would close.", "Norway"),
    ],
)
def test_whom_one_tells_urges_or_warns_is_the_addressee(text: str, addressee: str) -> None:
    (one,) = said(text)
    assert one.addressee == addressee


@pytest.mark.parametrize(
    "text",
    [
        "It appears that the road is open.",
        "It seems the port is shut.",
        'A law of May established the "Northern Initiative on River Trade".',
        "Considering the weather, the ferry was early.",
        "Thank you for your letters.",
        "The envoy refused to be identified.",
    ],
)
def test_words_that_only_look_like_a_report(text: str) -> None:
    statements, _ = statements_of(setting_of(text))
    assert statements == ()


def test_who_declines_to_be_named_is_an_anonymous_official() -> None:
    (one,) = said("The minister declined to be named. The minister said that the road was open.")
    assert one.record.capacity == "anonymous_official"


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Egypt announced new aid to Sudan.", None),
        ("Egypt expressed its concern to Sudan.", "Sudan"),
        ("Sudan was told by Egypt that the bridge was shut.", "Sudan"),
        ("Sudan was warned that the bridge was shut.", "Sudan"),
    ],
)
def test_things_given_have_no_addressee_and_who_was_told_is_one(text: str, addressee: str | None) -> None:
    (one,) = said(text)
    assert one.addressee == addressee


def test_an_agency_passes_on_what_two_diplomats_said() -> None:
    (one,) = said("The port is shut by ice and will not open before May, two diplomats said, according to Reuters.")
    assert (one.speaker, one.relay) == ("two diplomats", "Reuters")


def test_one_sides_statement_is_not_the_joint_statement() -> None:
    text = "The Taliban issued a statement. Norway and Finland met. The joint statement said the road was open."
    (one,) = said(text)
    assert one.speaker is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("OSLO, March 3 - The ferry was late, Anna Berg said.", "The ferry was late"),
        ("Norway made clear that the port would stay shut.", "that the port would stay shut"),
        ("Norway - a friend - would stay, Anna Berg said.", "Norway - a friend - would stay"),
    ],
)
def test_content_begins_behind_the_dateline_and_takes_the_whole_clause(text: str, content: str) -> None:
    assert [s.content for s in said(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban ruled Afghanistan for years.",
        "It is important to remember that the port is shut.",
        "The mayor will make sure that the port is open.",
        "You guys said that the port was shut.",
        "The mill is adding a third shift.",
    ],
)
def test_deeds_and_words_to_the_reader_are_no_statements(text: str) -> None:
    statements, _ = statements_of(setting_of(text))
    assert statements == ()


def test_whom_an_agency_cites_is_no_content() -> None:
    found = said("Citing diplomats, Reuters said the ferry was late.")
    assert [s.content for s in found] == ["the ferry was late"]


def held(text: str) -> list[Said]:
    """What is held in the text: attitudes alone."""
    setting = setting_of(text)
    names = {a.id: a.name for a in setting.who.actors}
    statements, _ = statements_of(setting)
    return [Said(s, text, names) for s in statements if s.kind == "attitude"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Serbia is determined to join the pact.", "to join the pact"),
        ("Georgia is reluctant to impose sanctions.", "to impose sanctions"),
        ("Egypt fears that the dam will dry up the river.", "that the dam will dry up the river"),
        ("Japan hopes for a peace treaty with Russia.", "a peace treaty with Russia"),
        ("Brazil backs the plan.", "the plan"),
    ],
)
def test_an_attitude_that_is_stated_plainly_is_kept(text: str, content: str) -> None:
    assert [s.content for s in held(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The generals called a meeting for Friday.",
        "The keeper conceded a penalty in the second half.",
        "Dozens of sailors claimed asylum in Norway.",
        "The minister addressed a rally in the harbour.",
        "Finland recalled its ambassador on Friday.",
        "A strong workforce is ready to build the port.",
        "The rules allow the ministry to close the port.",
        "The boats were found drifting off the coast.",
        "A bridge is planned for the strait.",
        'Anna Berg, a harbour pilot, played a song called "Harbour Lights".',
    ],
)
def test_deeds_names_and_things_without_a_will_hold_nothing(text: str) -> None:
    assert held(text) == []
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ('"We stay," the foreign minister of Norway, Anna Berg, said.', '"We stay,"',
         "the foreign minister of Norway, Anna Berg"),
        ("Donor states, said Anna Berg, have to pay.", "Donor states have to pay", "Anna Berg"),
        ('Anna Berg said," [Norway] likes the way the talks went". She left.',
         '" [Norway] likes the way the talks went"', "Anna Berg"),
        ('Ministers met. Anna Berg: "We will stay in the pact."', '"We will stay in the pact."', "Anna Berg"),
        ('Anna Berg went even further: "They will pay for it."', '"They will pay for it."', "Anna Berg"),
        ("Anna Berg, who leads it, said that Norway stays.", "that Norway stays", "Anna Berg, who leads it"),
    ],
)  # fmt: skip
def test_where_the_words_end_and_the_speaker_begins(text: str, content: str, source: str) -> None:
    assert [(s.content, s.source) for s in said(text)] == [(content, source)]


def test_a_title_in_quotation_marks_joins_no_statement() -> None:
    text = 'Anna Berg spoke in Oslo. "The plan is dead," she said. The book, "The Northern Way of Peace", is out.'
    assert [s.content for s in said(text)] == ['"The plan is dead,"']


@pytest.mark.parametrize(
    ("text", "speaker", "relay"),
    [
        ("Iran's foreign ministry said its minister had warned Israel against any attack.", "minister",
         "Iranian Foreign Ministry"),
        ('"The talks have failed," Interfax quoted Sergei Ryabkov as saying.', "Sergei Ryabkov", "Interfax"),
        ("Norway agreed that Egypt would pay, according to the Egyptian foreign ministry.", "Norway",
         "Egyptian Foreign Ministry"),
        ("TASS quoted Sergei Lavrov as saying Russia would wait. Nobody would gain, he said.", "Sergei Lavrov", "TASS"),
        ("Norway said that it would warn Egypt against any attack.", "Norway", None),
    ],
)  # fmt: skip
def test_who_passes_on_what_another_said(text: str, speaker: str, relay: str | None) -> None:
    found = said(text)
    assert found
    assert {((s.speaker or "").lower(), (s.relay or "").lower()) for s in found} == {
        (speaker.lower(), (relay or "").lower())
    }


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Egypt demanded that Sudan withdraw its troops.", "Sudan"),
        ("In a phone call with Emmanuel Macron, Vladimir Putin stressed that the port must stay open.",
         "Emmanuel Macron"),
        ("Egypt said that Sudan would withdraw its troops.", None),
    ],
)  # fmt: skip
def test_who_is_to_act_and_who_is_on_the_line_hears_it(text: str, addressee: str | None) -> None:
    assert [s.addressee for s in said(text)] == [addressee]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (
            "Speaking at a news conference in Vienna, Anna Berg said that the gas would flow.",
            "news conference in Vienna",
        ),
        ("Anna Berg told a briefing in Oslo that the gas would flow.", "briefing in Oslo"),
    ],
)
def test_occasion_of_those_who_speak_at_it_or_to_it(text: str, venue: str) -> None:
    (found,) = said(text)
    assert (found.record.venue, found.content) == (venue, "that the gas would flow")


def test_what_reporters_asked_is_no_statement_of_the_answerer() -> None:
    assert [s.content for s in said('"No," he replied when asked whether he would resign.')] == ['"No,"']


def test_a_quotation_that_nobody_closes_does_not_swallow_its_own_cue() -> None:
    found = said(
        '"We will fight on, Anna Berg said. The city was shelled.\n\nThe fleet left. "It was cold," a sailor said.'
    )
    assert [(s.source, s.content) for s in found] == [
        ("Anna Berg", "We will fight on"),
        ("a sailor", '"It was cold,"'),
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Speaking in the sailors' defence, Tom Berg, QC, said that they should go free.", "Tom Berg, QC"),
        (
            "Speaking to reporters in Oslo, Anna Berg, a judge of the high court, said the port was shut.",
            "Anna Berg, a judge of the high court",
        ),
        ("The ministry kept silent, with the i reporting that the bill would pass.", "the i"),
    ],
)
def test_a_name_between_commas_or_that_looks_like_the_writer_speaks(text: str, source: str) -> None:
    assert source in [s.source for s in said(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The harbour was shut and the fleet had left, according to the ministry.",
            "The harbour was shut and the fleet had left",
        ),
        (
            "Last year the museum saw visitor numbers reach 5,000 a day, according to its director.",
            "Last year the museum saw visitor numbers reach 5,000 a day",
        ),
    ],
)
def test_according_to_answers_for_the_whole_sentence(text: str, content: str) -> None:
    assert [s.content for s in said(text) if s.cue == "according to"] == [content]


def test_a_quotation_in_the_name_of_who_speaks_is_no_content() -> None:
    (found,) = said('Berg, the author of "Sailing Home," about the loss of ships, said the days of sails are over.')
    assert found.content == "the days of sails are over"


def test_a_long_noun_before_the_speaker_at_the_end_is_what_is_said() -> None:
    (found,) = said("The days when the town had a port and the leading mills are gone, Berg said.")
    assert (found.source, found.content) == ("Berg", "The days when the town had a port and the leading mills are gone")


def test_a_quotation_carried_over_names_its_source_where_the_text_does() -> None:
    first, second = said('"We will stay," the minister of trade said.\n\n"Nobody will move us from this harbour."')
    assert (first.source, second.source) == ("the minister of trade", "the minister of trade")
