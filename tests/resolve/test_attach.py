"""Which time and place govern a word: the attached ones, shared along carrier and coordinated words, never leaking."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Place, Span, Token
from dragoman.resolve.attach import Setting, event_dates, open_end, place_of, time_of, time_span
from dragoman.resolve.times import find_times
from dragoman.resolve.who import Who
from tests.factory import kit, parsed_of

CITIES = re.compile("Geneva|Vienna|Aleppo|Donetsk|Syria|Baghdad|Rome|Brussels|Moscow|Crimea")


def setting_with_cities(text: str, published: str = "2022-01-11", role: str = "location") -> Setting:
    """A setting whose places are the city names of the text, so that these tests stand on attachment alone."""
    parsed = parsed_of(text, published=published)
    places = tuple(
        Place(span=Span(m.start(), m.end()), name=m.group(), role="metonym" if role == "metonym" else "location")
        for m in CITIES.finditer(text)
    )
    return Setting(parsed=parsed, who=Who(), times=find_times(parsed, kit()), places=places, words=kit().times.attach)


def word(setting: Setting, text: str) -> Token:
    return next(t for t in setting.parsed.tokens if t.text == text)


def time_text(setting: Setting, trigger: str) -> str | None:
    ref = time_of(word(setting, trigger), setting)
    return ref.span.of(setting.parsed.article.text) if ref else None


def place_text(setting: Setting, trigger: str) -> str | None:
    index = place_of(word(setting, trigger), setting)
    return None if index is None else setting.places[index].name


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("Officials said on Monday that the raid happened on Sunday.", "said", "Monday"),
        ("Officials said on Monday that the raid happened on Sunday.", "happened", "Sunday"),
        ("Officials said on Monday that the raid happened on Sunday.", "raid", "Sunday"),
        ("Officials said that the raid happened on Sunday.", "said", None),
        ("Officials said on Monday that troops had left.", "left", None),
        ('"We struck them on Sunday," the general said Monday.', "struck", "Sunday"),
        ('"We struck them on Sunday," the general said Monday.', "said", "Monday"),
        ("The minister, who arrived on Saturday, called for calm.", "called", None),
        ("The minister, who arrived on Saturday, called for calm.", "arrived", "Saturday"),
        ("Saturday's shelling killed ten people.", "shelling", "Saturday"),
        ("Saturday's shelling killed ten people.", "killed", "Saturday"),
        ("He recalled the 2008 promise in vain.", "promise", "2008"),
        ("He recalled the 2008 promise in vain.", "recalled", None),
        ("On Monday, the two sides met and signed a pact.", "met", "Monday"),
        ("On Monday, the two sides met and signed a pact.", "signed", "Monday"),
        ("The ministers held talks on Monday.", "talks", "Monday"),
        ("Talks were held in May 2021.", "Talks", "May 2021"),
        ("Protests took place last week.", "Protests", "last week"),
        ("The talks scheduled for Wednesday were called off.", "talks", "Wednesday"),
        ("The army began withdrawing on Thursday.", "began", None),
        ("The army began on Thursday withdrawing its tanks.", "withdrawing", "Thursday"),
        ("The two agreed on Monday to attack the port.", "attack", None),
        ("She said in an interview on Sunday that war was near.", "said", "Sunday"),
        ("The envoy condemned the attack on Sunday.", "attack", "Sunday"),
        ("The envoy condemned the attack on Sunday.", "condemned", None),
        ("The rebels seized the town on Friday, killing two people.", "killing", "Friday"),
        ("The war lasted for three days.", "lasted", None),
    ],
)
def test_time_stays_with_its_own_clause(text: str, trigger: str, time: str | None) -> None:
    assert time_text(setting_with_cities(text), trigger) == time


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("The ministers held talks in Geneva on Monday.", "held", "Geneva"),
        ("The ministers held talks in Geneva on Monday.", "talks", "Geneva"),
        ("Envoys met at the mission in Geneva.", "met", "Geneva"),
        ("The rebels shelled the airport near Aleppo on Friday.", "shelled", "Aleppo"),
        ("A bomb exploded in the city of Baghdad on Monday.", "exploded", "Baghdad"),
        ("The clashes in the north of Syria went on.", "clashes", "Syria"),
        ("He spoke on Monday in Vienna.", "spoke", "Vienna"),
        ("They flew to Rome.", "flew", None),
        ("They returned from Vienna.", "returned", None),
        ("Officials in Vienna said that a bomb fell in Aleppo.", "said", None),
        ("Officials in Vienna said that a bomb fell in Aleppo.", "fell", "Aleppo"),
        ("The envoy condemned the raid in Aleppo.", "condemned", None),
        ("She flew to Geneva, where the talks began.", "began", "Geneva"),
    ],
)
def test_place_is_where_the_clause_locates_its_act(text: str, trigger: str, place: str | None) -> None:
    assert place_text(setting_with_cities(text), trigger) == place


def test_metonym_never_locates() -> None:
    assert place_text(setting_with_cities("Talks went on in Moscow.", role="metonym"), "went") is None


@pytest.mark.parametrize(
    ("text", "trigger", "dates"),
    [
        ("The fleet has blocked the strait since 2014.", "blocked", ("2014-01-01", None)),
        ("The curfew holds until Friday.", "holds", (None, "2022-01-14")),
        ("They fought from 1998 to 2001.", "fought", ("1998-01-01", "2001-12-31")),
        ("They fought between 1998 and 2001.", "fought", ("1998-01-01", "2001-12-31")),
        ("They met last week.", "met", ("2022-01-03", "2022-01-09")),
        ("They left at 8:55 a.m. on Monday.", "left", ("2022-01-10", "2022-01-10")),
        ("They left.", "left", (None, None)),
    ],
)
def test_dates_of_an_event_are_open_where_the_text_leaves_them_open(
    text: str, trigger: str, dates: tuple[str | None, str | None]
) -> None:
    setting = setting_with_cities(text)
    assert event_dates(word(setting, trigger), setting) == dates


def test_since_is_open_at_its_end() -> None:
    setting = setting_with_cities("The fleet has blocked the strait since 2014.")
    (ref,) = setting.times
    span = time_span(ref, setting)
    assert open_end(ref, setting)
    assert span is not None
    assert (span.value, span.begin, span.end) == ("2014", "2014-01-01", None)
    assert time_span(None, setting) is None


PIECES = (
    "talks",
    "met",
    "said",
    "in",
    "on",
    "Geneva",
    "Monday",
    "and",
    "that",
    "of",
    "the",
    "held",
    "since",
    "2014",
    ",",
)


@given(st.lists(st.sampled_from(PIECES)))
def test_any_sentence_gives_an_answer(words: list[str]) -> None:
    setting = setting_with_cities("They said so. " + " ".join(words))
    for token in setting.parsed.tokens:
        ref, place = time_of(token, setting), place_of(token, setting)
        assert ref is None or ref in setting.times
        assert place is None or setting.places[place].role == "location"
