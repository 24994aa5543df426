"""Who is spoken of: persons, states, bodies and groups, and which words mean them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Actor
from dragoman.resolve.who import Who, find_who
from tests.factory import kit, parsed_of, reading_of


def who_of(text: str) -> Who:
    return find_who(parsed_of(text), kit())


def meant(text: str, words: str, *, occurrence: int = 1) -> Actor | None:
    """The actor that these words of the text mean (by any token of theirs)."""
    parsed = parsed_of(text)
    who = find_who(parsed, kit())
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    end = start + len(words)
    tokens = [t for t in parsed.tokens if start <= t.start < end]
    found = [who.actor(who.of(t)) for t in tokens if who.of(t)]
    return found[-1] if found else None


def name_of(text: str, words: str, *, occurrence: int = 1) -> str | None:
    actor = meant(text, words, occurrence=occurrence)
    return actor.name if actor else None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Chile will send an envoy.", "Chile", "CHL"),
        ("The U.K. rejected the offer.", "U.K.", "GBR"),
        ("Burma recalled its ambassador.", "Burma", "MMR"),
        ("The Soviet Union signed the treaty.", "Soviet Union", "RUS"),
        ("Lima warned its neighbours.", "Lima", "PER"),
        ("The Kremlin denied the report.", "Kremlin", "RUS"),
        ("The Norwegians refused to pay.", "Norwegians", "NOR"),
        ("The Ghanaian government apologised.", "government", "GHA"),
        ("The government of Ghana apologised.", "government", "GHA"),
    ],
)
def test_a_state_and_its_government_are_one_actor(text: str, words: str, country: str) -> None:
    actor = meant(text, words)
    assert actor is not None
    assert (actor.kind, actor.country, actor.code) == ("state", country, country)


def test_all_names_of_a_state_are_mentions_of_it() -> None:
    who = who_of("Russia refused. Moscow said the Russian government would wait, and the Kremlin agreed.")
    (russia,) = [a for a in who.actors if a.kind == "state"]
    assert len(russia.mentions) == 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Talks were held in Lima on Friday.", "Lima"),
        ("The minister flew to Warsaw.", "Warsaw"),
        ("A bomb exploded near Nairobi.", "Nairobi"),
        ("Rebels captured Tripoli.", "Tripoli"),
        ("Ankara's streets were empty.", "Ankara"),
        ("Oslo is a city in the south.", "Oslo"),
        ("Oslo, the capital of Norway, is located on a fjord.", "Oslo"),
    ],
)
def test_a_capital_that_locates_is_no_actor(text: str, words: str) -> None:
    assert meant(text, words) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ankara insists on a reply.", "Ankara"),
        ("They rejected Warsaw's demand.", "Warsaw"),
        ("A deal between Lima and Quito was signed.", "Quito"),
        ("The envoy warned Tehran.", "Tehran"),
        ("Sanctions against Caracas were lifted.", "Caracas"),
        ("The pressure from Washington grew.", "Washington"),
        ("Lima-Quito relations are good.", "Lima"),
        ("Lima, Quito and Bogota have been in close contact.", "Bogota"),
    ],
)
def test_a_capital_that_acts_or_is_addressed_is_its_government(text: str, words: str) -> None:
    actor = meant(text, words)
    assert actor is not None
    assert actor.kind == "state"


@pytest.mark.parametrize(
    ("text", "words", "name", "country", "code"),
    [
        ("Peruvian Deputy Interior Minister Rosa Quispe resigned.", "Quispe", "Rosa Quispe", "PER", "PERGOV"),
        ("Ghana's Foreign Minister Kofi Asante left.", "Asante", "Kofi Asante", "GHA", "GHAGOV"),
        ("Kofi Asante, the foreign minister of Ghana, left.", "Asante", "Kofi Asante", "GHA", "GHAGOV"),
        ("Ghana's foreign minister, Kofi Asante, left.", "Asante", "Kofi Asante", "GHA", "GHAGOV"),
        ("President Rosa Quispe of Peru left.", "Quispe", "Rosa Quispe", "PER", "PERGOV"),
        ("NATO chief Lars Holm spoke.", "Holm", "Lars Holm", None, "IGOWSTNAT"),
        ("State Department spokeswoman Ann Hill spoke.", "Hill", "Ann Hill", "USA", "USAGOV"),
        ("Former Swedish Prime Minister Olof Berg spoke.", "Berg", "Olof Berg", "SWE", "SWEELI"),
    ],
)
def test_a_title_gives_country_and_code(text: str, words: str, name: str, country: str | None, code: str) -> None:
    actor = meant(text, words)
    assert actor is not None
    assert (actor.name, actor.kind, actor.country, actor.code) == (name, "person", country, code)
    assert actor.roles


def test_a_name_after_a_calling_is_found_though_the_parser_may_miss_it() -> None:
    actor = meant("The shelling never stops, 31-year-old soldier Danylo said.", "Danylo")
    assert actor is not None
    assert (actor.kind, actor.code) == ("person", "MIL")


@pytest.mark.parametrize("later", ["Quispe", "Mrs. Quispe", "the minister", "She", "the interior minister"])
def test_full_name_surname_title_and_pronoun_are_one_person(later: str) -> None:
    text = (
        f"Peruvian Interior Minister Rosa Quispe met reporters. {later[0].upper()}{later[1:]} said the army would stay."
    )
    assert name_of(text, f"{later[0].upper()}{later[1:]}", occurrence=2 if later == "Quispe" else 1) == "Rosa Quispe"


def test_spellings_of_one_surname_meet() -> None:
    text = "Envoy Pavel Kravtsyev arrived. Later Kravtsiev left again."
    assert name_of(text, "Kravtsiev") == "Pavel Kravtsyev"


def test_two_persons_of_one_surname_stay_apart() -> None:
    who = who_of("Rosa Quispe met Juan Quispe in Cusco.")
    assert {a.name for a in who.actors if a.kind == "person"} == {"Rosa Quispe", "Juan Quispe"}


@pytest.mark.parametrize(
    ("text", "words", "kind", "code"),
    [
        ("The Chilean parliament voted.", "parliament", "agency", "CHLLEG"),
        ("Bulgarian Foreign Ministry officials objected.", "officials", "group", "BGRGOV"),
        ("Peruvian troops crossed the river.", "troops", "military", "PERMIL"),
        ("Lima's forces crossed the river.", "forces", "military", "PERMIL"),
        ("Peruvian police arrested two men.", "police", "agency", "PERCOP"),
        ("Syrian rebels attacked the base.", "rebels", "armed_group", "SYRREB"),
        ("Protesters in Khartoum threw stones.", "Protesters", "population", "SDNCVL"),
        ("A senior Chilean official disagreed.", "official", "person", "CHLGOV"),
    ],
)
def test_a_noun_with_a_state_has_its_sector(text: str, words: str, kind: str, code: str) -> None:
    actor = meant(text, words)
    assert actor is not None
    assert (actor.kind, actor.code) == (kind, code)


def test_the_adjective_inside_a_phrase_is_no_mention_of_the_state() -> None:
    assert not [a for a in who_of("Peruvian troops crossed the river.").actors if a.kind == "state"]


def test_an_expert_on_a_country_is_not_of_it() -> None:
    expert, other = (
        meant("Iran analyst Rosa Quispe spoke.", "Quispe"),
        meant("Iranian analyst Rosa Quispe spoke.", "Quispe"),
    )
    assert expert is not None
    assert other is not None
    assert (expert.country, other.country) == (None, "IRN")


def test_taking_a_side_is_not_belonging() -> None:
    actor = meant("Pro-Turkish fighters shelled the village.", "fighters")
    assert actor is not None
    assert actor.country is None


def test_forces_that_a_state_moves_are_its_own() -> None:
    actor = meant("Ankara massed thousands of troops at the border.", "troops")
    assert actor is not None
    assert (actor.kind, actor.country) == ("military", "TUR")


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        ("U.S. and Chilean officials met.", "officials", ["United States", "Chile"]),
        ("The foreign ministers of France, Poland and Norway met.", "ministers", ["France", "Poland", "Norway"]),
        ("Peru accused Ecuador of lying. Both sides sent troops.", "sides", ["Peru", "Ecuador"]),
        ("Rosa Quispe and Juan Mamani opened their talks.", "their", ["Rosa Quispe", "Juan Mamani"]),
        (
            "Peruvian Foreign Minister Rosa Quispe met Chilean Foreign Minister Juan Mamani. The two ministers agreed.",
            "two ministers",
            ["Rosa Quispe", "Juan Mamani"],
        ),
    ],
)
def test_a_group_has_the_members_that_the_text_names(text: str, words: str, members: list[str]) -> None:
    who = who_of(text)
    group = meant(text, words)
    assert group is not None
    assert group.kind == "group"
    names = [actor.name for m in group.members if (actor := who.actor(m))]
    assert names == members


def test_sides_of_a_fight_may_be_a_state_and_rebels() -> None:
    text = "Chad agreed to a truce with rebels on Friday. Both sides freed prisoners."
    who = who_of(text)
    group = meant(text, "sides")
    assert group is not None
    assert [actor.kind for m in group.members if (actor := who.actor(m))] == ["state", "armed_group"]


def test_two_presidents_are_persons_of_that_office() -> None:
    text = "Shopkeeper Simon Wani fled. President Rosa Quispe of Peru spoke. The two presidents had met before."
    group = meant(text, "two presidents")
    assert group is None or group.members == ()


def test_a_number_alone_does_not_point_back() -> None:
    text = "Rosa Quispe of Peru met Juan Mamani of Chile. Two officials disagreed."
    group = meant(text, "Two officials")
    assert group is None or group.members == ()


def test_an_administration_is_the_government_of_its_president() -> None:
    actor = meant("The Quispe administration objected, said President Rosa Quispe of Peru.", "administration")
    assert actor is not None
    assert (actor.kind, actor.country) == ("state", "PER")


def test_an_official_without_a_state_is_of_the_state_from_whose_capital_the_report_is_dated() -> None:
    text = "LIMA, March 3 - Finance Minister Rosa Quispe accused Chile and Ecuador of dumping."
    actor = meant(text, "Quispe")
    assert actor is not None
    assert (actor.country, actor.code) == ("PER", "PERGOV")
    assert "person.land-of-the-report" in actor.because
    assert meant(text, "LIMA") is None


def test_an_official_without_a_state_among_several_stays_without() -> None:
    actor = meant("Finance Minister Rosa Quispe accused Chile and Ecuador of dumping.", "Quispe")
    assert actor is not None
    assert actor.country is None


def test_a_collective_is_never_one_of_its_members() -> None:
    actor = meant("Western officials warned Peru.", "officials")
    assert actor is not None
    assert (actor.kind, actor.country, actor.members) == ("group", None, ())


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("NATO met on Friday. The alliance promised help.", "alliance", "NATO"),
        ("Peru closed its border. The country fears an attack.", "country", "Peru"),
        ("Peru said it would wait.", "it", "Peru"),
        ("Peru and its allies will wait.", "its", "Peru"),
        ("Rosa Quispe said she would wait.", "she", "Rosa Quispe"),
        (
            "The Northern Fisheries Board (NFB) met on Friday. NFB thanked Peru.",
            "NFB thanked",
            "Northern Fisheries Board",
        ),
        ("The Hamas militant group refused.", "group", "Hamas"),
        (
            "The board of the Joint Harbour Safety Committee (JHSC) met. JHSC thanked Peru.",
            "JHSC thanked",
            "Joint Harbour Safety Committee",
        ),
        ("NATO Secretary General Lars Holm spoke. The NATO chief warned Peru.", "chief", "Lars Holm"),
        (
            "Peruvian Interior Minister Rosa Quispe met her Chilean counterpart Juan Mamani. The Chilean minister sat.",
            "Chilean minister",
            "Juan Mamani",
        ),
    ],
)
def test_reference_within_the_article(text: str, words: str, name: str) -> None:
    assert name_of(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is clear that Peru will wait.", "It"),
        ("Peru said it was agreed that Chile would wait.", "it"),
        ("Juan Mamani and Carlos Ruiz met. Hours later a crowd cheered him.", "him"),
        ("The treaty expired. It was long.", "It"),
    ],
)
def test_a_pronoun_that_may_mean_nobody_or_two_is_left_open(text: str, words: str) -> None:
    assert meant(text, words) is None


def test_the_speaker_of_a_quotation_is_not_the_he_inside_it() -> None:
    text = 'Nothing will stop President Juan Mamani, Carlos Ruiz said, adding: "He wants the coast back."'
    assert name_of(text, "He wants") == "Juan Mamani"


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("RIA Novosti quoted the minister on Friday.", "Novosti", "RIA Novosti", "RUS"),
        ("The minister told CNN that he would wait.", "CNN", "CNN", "USA"),
        ("State news agency RIA Novosti quoted the minister on Friday.", "agency", "RIA Novosti", "RUS"),
    ],
)
def test_media_are_actors_of_their_own(text: str, words: str, name: str, country: str) -> None:
    actor = meant(text, words)
    assert actor is not None
    assert (actor.kind, actor.name, actor.country) == ("media", name, country)


@pytest.mark.parametrize("text", ["The Moscow Times reported it.", "The Washington Post reported it."])
def test_a_place_inside_the_name_of_a_paper_is_no_actor(text: str) -> None:
    assert [a.kind for a in who_of(text).actors] == ["media"]


def test_both_states_inside_a_hyphened_word_are_mentioned() -> None:
    text = "A U.S.-Peru agenda was agreed."
    who = who_of(text)
    assert sorted(link.span.of(text) for link in who.links) == ["Peru", "U.S."]


def test_unnamed_actors_are_kept_only_where_a_record_points_to_them() -> None:
    text = "Residents fled. Peru protested."
    who = who_of(text)
    residents = meant(text, "Residents")
    assert residents is not None
    assert [a.name for a in who.kept(())] == ["Peru"]
    assert residents in who.kept({residents.id})


def test_a_state_that_is_only_a_place_is_kept_only_where_a_record_points_to_it() -> None:
    who = who_of("A fire broke out in Peru.")
    assert [a.country for a in who.actors] == ["PER"]
    assert who.kept(()) == ()


def test_ids_come_from_the_content() -> None:
    text = "Peru accused Chile. Rosa Quispe disagreed."
    assert who_of(text) is not who_of(text)
    assert who_of(text).actors == who_of(text).actors


SCRAPS = (
    "Peru Moscow minister of , and Rosa Quispe the its he they said U.S.-Peru (NATO) two sides al- - Khan . ” 's for to"
)
WORDS = st.sampled_from(SCRAPS.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_words_are_read_and_every_mention_is_in_the_text(text: str) -> None:
    who = who_of(text or ".")
    for actor in who.actors:
        for mention in actor.mentions:
            assert 0 <= mention.span.start < mention.span.end <= len(text)
    assert {link.actor for link in who.links} <= {a.id for a in who.actors}
    assert {m for a in who.actors for m in a.members} <= {a.id for a in who.actors}


def test_a_long_list_of_names_is_read_in_time_that_grows_with_its_length() -> None:
    text = ". ".join(f"Rosa Quispe{n} and the two ministers said they met Juan Quispe" for n in range(400)) + "."
    assert who_of(text).links


def test_a_council_of_two_has_the_members_that_the_text_names() -> None:
    reading = reading_of("NATO and Russia disagree. The NATO-Russia Council will meet in Oslo on Friday.")
    actors = {a.name: a for a in reading.actors}
    members = actors["NATO-Russia Council"].members
    assert {a.name for a in reading.actors if a.id in members} == {"NATO", "Russia"}
