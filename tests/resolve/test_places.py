"""Places: which words are one, which place of that name, and what it does in its sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Place
from tests.factory import kit, parsed_of, setting_of


def places(text: str) -> tuple[Place, ...]:
    return setting_of(text).places


def named(text: str, name: str) -> Place:
    return next(p for p in places(text) if p.name == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "geonameid"),
    [
        ("The envoys met in Nairobi on Monday.", "Nairobi", "KEN", 184745),
        ("Shelling was heard in Kharkiv overnight.", "Kharkiv", "UKR", 706483),
        ("Protesters marched in Rangoon and Mandalay.", "Rangoon", "MMR", 1298824),
        ("He flew from Geneva to Ankara.", "Geneva", "CHE", 2660646),
        ("A court in Paris, Texas, heard the case.", "Paris", "USA", 4717560),
        ("A fire broke out in London, Ontario.", "London", "CAN", 6058560),
        ("The plant in Springfield, Ill., will close.", "Springfield", "USA", 4250542),
        ("Floods hit Tbilisi in Georgia.", "Georgia", "GEO", 614540),
        ("A storm hit Atlanta and Savannah in Georgia.", "Georgia", "USA", 4197000),
        ("Fighting went on in the Donetsk region.", "Donetsk", "UKR", 709716),
        ("Clashes were reported in Donetsk.", "Donetsk", "UKR", 709717),
        ("The army left Mexico for Guatemala.", "Mexico", "MEX", 3996063),
    ],
)
def test_the_place_is_the_one_meant(text: str, name: str, country: str, geonameid: int) -> None:
    place = named(text, name)
    assert (place.country, place.geonameid) == (country, geonameid)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paris Hilton sang at the party.", "Paris"),
        ("Mr. Jordan said he would resign.", "Jordan"),
        ("The Moscow Times reported the arrest.", "Moscow"),
        ("In May the talks resumed.", "May"),
        ("Hamas said it would reply.", "Hamas"),
        ("The Russians said they would leave.", "Russians"),
        ("One minister resigned on Sunday.", "One"),
        ("The Kremlin said it would answer.", "Kremlin"),
    ],
)
def test_other_senses_of_a_name_are_no_place(text: str, name: str) -> None:
    assert name not in {p.name for p in places(text)}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The delegation arrived in Moscow.", "Moscow", "location"),
        ("Moscow rejected the demand.", "Moscow", "metonym"),
        ("Russia's demand was refused.", "Russia", "metonym"),
        ("The delegation left Russia.", "Russia", "location"),
        ("The camps lie in Turkey's east.", "Turkey", "location"),
        ("Turkish officials denied the report.", "Turkish", "demonym"),
        ("US troops crossed the river.", "US", "demonym"),
        ("The U.S.-led force withdrew.", "U.S.", "demonym"),
        ("The Vienna talks ended without a deal.", "Vienna", "location"),
        ("TUNIS (Reuters) - The president dissolved parliament.", "TUNIS", "location"),
    ],
)
def test_a_place_locates_acts_or_describes(text: str, name: str, role: str) -> None:
    assert named(text, name).role == role


def test_a_list_of_states_is_no_address() -> None:
    found = places("Envoys from China, Russia and the United States met in Vienna.")
    assert [p.country for p in found] == ["CHN", "RUS", "USA", "AUT"]


def test_a_part_of_a_state_is_a_region_toward_that_side() -> None:
    part, whole = named(text := "Fighting spread in eastern Ukraine.", "eastern Ukraine"), named(text, "Ukraine")
    assert (part.precision, part.country) == ("region", "UKR")
    assert (part.lon or 0.0) > (whole.lon or 0.0)


@pytest.mark.parametrize("text", ["Troops massed near the Polish border.", "Troops massed along Poland's borders."])
def test_a_border_is_a_line_without_a_point(text: str) -> None:
    line = next(p for p in places(text) if p.precision == "line")
    assert (line.country, line.lat, line.lon, line.role) == ("POL", None, None, "location")


def test_a_village_no_gazetteer_knows_lies_where_the_text_says() -> None:
    place = named("The raid hit the village of Umkandi in northern Syria.", "Umkandi")
    assert (place.country, place.geonameid) == ("SYR", None)
    assert "place.inside-another" in place.because


def test_every_place_says_by_which_rules_it_was_found() -> None:
    lexicon = kit().lexicon
    for place in places("Kyiv's envoys met Turkish officials near the Polish border and in Sicily."):
        assert place.because
        assert all(lexicon.find(r if ":" in r else f"rules:{r}") for r in place.because)


def test_spans_hold_the_words_of_the_article() -> None:
    text = "Envoys of New\nYork-based groups met in Port-au-Prince, Haiti."
    for place in places(text):
        assert " ".join(text[place.span.start : place.span.end].split()) == place.name


TALK = "Paris, Texas; London (Ontario) in the village of Jordan; Russia's border. US Moscow said St. Mr. New York State"
WORDS = st.sampled_from(TALK.split())


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30))
def test_any_string_of_words_is_read_without_fault(words: list[str]) -> None:
    text = " ".join(words)
    parsed_of(text)
    for place in places(text):
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert (place.lat is None) == (place.lon is None)
        assert place.lat is None or place.lat == round(place.lat, 4)
