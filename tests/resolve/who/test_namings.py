"""Firms, namesakes, titles in the plural and remits: whom a name means, and what the words around it give him."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.resolve.who import find_who
from tests.factory import kit, parsed_of
from tests.resolve.who.test_who import meant, name_of, who_of


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Bell Harbour Oil Co said it cut its prices.", "Bell Harbour Oil Co", "BUS"),
        ("Norwood Milling and Baking Co Ltd will pay.", "Norwood Milling and Baking Co Ltd", "BUS"),
        ("The offer of Northgate Airways was refused.", "Northgate Airways", "BUS"),
        ("Anna Holt of Kestrel University disagreed.", "Kestrel University", "EDU"),
        ("Lawyers of Trust & Mill Corp. wrote to the court.", "Trust & Mill Corp.", "BUS"),
    ],
)
def test_a_firm_is_told_by_the_word_that_closes_its_name(text: str, name: str, code: str) -> None:
    found = [(a.kind, a.country, a.code) for a in who_of(text).actors if a.name == name]
    assert found == [("organisation", None, code)]


@pytest.mark.parametrize(
    "text", ["The company hired Co Ltd lawyers.", "He went to college. College was dull.", "Prices rose in March. Ltd"]
)
def test_a_closing_word_alone_is_no_firm(text: str) -> None:
    assert not [a for a in who_of(text).actors if "name.firm" in a.because]


def test_a_firm_is_named_by_its_first_words_later() -> None:
    text = "Bell Harbour Oil Co closed a well. Bell Harbour will drill again in May."
    assert name_of(text, "Bell Harbour", occurrence=2) == "Bell Harbour Oil Co"


def test_the_president_of_a_firm_is_of_no_government() -> None:
    actor = meant("The United States agreed. Bell Harbour Oil Co President Tom Arden objected.", "Arden")
    assert actor is not None
    assert (actor.country, actor.code) == (None, "BUS")
    assert [(r.title, r.organisation) for r in actor.roles] == [("President", "Bell Harbour Oil Co")]


def test_a_president_is_not_a_relative_of_the_same_surname() -> None:
    text = "Prosecutors charged Hunter Biden. President Biden said he was sad. Biden then left."
    assert name_of(text, "Hunter Biden") == "Hunter Biden"
    president = meant(text, "President Biden")
    assert president is not None
    assert (president.name, president.country, president.code) == ("Biden", "USA", "USAGOV")
    assert meant(text, "Biden", occurrence=3) == president


def test_a_son_with_a_number_keeps_his_surname() -> None:
    text = "President Ramon Delgado Jr. of the Philippines left. President Delgado thanked Japan."
    assert name_of(text, "President Delgado") == "Ramon Delgado Jr."


@pytest.mark.parametrize("name", ["Hale", "Brandt", "Okoye"])
def test_a_title_in_the_plural_goes_to_every_name(name: str) -> None:
    actor = meant("Senators Hale, Brandt and Okoye backed the bill.", name)
    assert actor is not None
    assert (actor.name, actor.code) == (name, "LEG")


def test_a_name_in_apposition_is_the_name_of_the_actor() -> None:
    actor = meant("South Korea's trade minister, Yoo Hae-jin, summoned the envoy on Monday.", "minister")
    assert actor is not None
    assert (actor.name, actor.country, actor.code) == ("Yoo Hae-jin", "KOR", "KORGOV")


def test_a_name_after_the_rest_of_a_body_is_its_holder() -> None:
    actor = meant("The secretary general of Peru's labour federation CTP, Ana Rojas, led the talks.", "Rojas")
    assert actor is not None
    assert actor.country == "PER"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("LIMA, March 3 - Deputy Interior Minister for Legal Affairs Pedro Salas agreed.", "Salas"),
        ("LIMA, March 3 - Rosa Quispe, vice president for women's and family affairs, said it was false.", "Quispe"),
        ("LIMA, March 3 - The Foreign Ministry rejected the claim.", "Ministry"),
    ],
)
def test_officials_and_ministries_are_of_the_state_of_the_report(text: str, words: str) -> None:
    actor = meant(text, words)
    assert actor is not None
    assert actor.code == "PERGOV"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Officials in Bangkok discussed the border.", "Officials", None),
        ("Three foreign ministers in Bangkok discussed the border.", "ministers", None),
        ("Residents in Bangkok protested.", "Residents", "THA"),
        ("Police in Bangkok fired tear gas.", "Police", "THA"),
    ],
)
def test_where_officials_meet_is_not_whose_they_are(text: str, words: str, country: str | None) -> None:
    actor = meant(text, words)
    assert actor is not None
    assert actor.country == country


@pytest.mark.parametrize("words", ["two presidents", "two leaders"])
def test_two_leaders_are_of_two_states(words: str) -> None:
    text = (
        "Brazilian President Joao Prado met Argentine President Alba Ferrari. A shopkeeper, Maria Gomez, watched. "
        f"The {words} signed a treaty."
    )
    who = who_of(text)
    group = meant(text, words)
    assert group is not None
    assert [actor.name for m in group.members if (actor := who.actor(m))] == ["Joao Prado", "Alba Ferrari"]


def test_a_subject_with_the_surname_of_a_person_of_office_is_that_person() -> None:
    actor = meant("Iran will decide soon. Rouhani addressed the summit.", "Rouhani")
    assert actor is not None
    assert (actor.country, actor.code) == ("IRN", "IRNGOV")


@pytest.mark.parametrize("text", ["Grover Foods, Inc paid.", "Hale and Co paid.", "The court fined Hale and Co."])
def test_a_comma_or_and_may_stand_before_the_closing_word(text: str) -> None:
    assert [a.code for a in who_of(text).actors if a.kind == "organisation"] == ["BUS"]


def test_a_state_may_stand_between_title_and_name() -> None:
    actor = meant("Deputy Foreign Minister of Norway Kari Lund left.", "Lund")
    assert actor is not None
    assert (actor.name, actor.code) == ("Kari Lund", "NORGOV")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LIMA, March 3 - Brigadier General Otto Salinas opened the base.", "PERMIL"),
        ("LIMA, March 3 - Norwegian Brigadier General Otto Salinas opened the base.", "NORMIL"),
        ("Brigadier General Otto Salinas opened the base.", "MIL"),
    ],
)
def test_a_general_without_a_land_is_of_the_land_of_the_dateline(text: str, code: str) -> None:
    actor = meant(text, "Salinas")
    assert actor is not None
    assert actor.code == code


def test_a_chairman_in_a_report_on_a_firm_is_of_business() -> None:
    actor = meant("Bell Harbour Oil Co rose. Chairman Otto Lind was glad that the United States agreed.", "Lind")
    assert actor is not None
    assert (actor.country, actor.code) == (None, "BUS")


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("LIMA, March 3 - The Ministry of Health sent doctors.", "Health", "PER"),
        ("General Harbour Corp rose.", "Harbour", "BUS"),
        ("EU Foreign Policy deputy chief Ana Holt spoke.", "Holt", "IGOEUREEC"),
    ],
)
def test_names_that_look_like_something_else(text: str, words: str, code: str) -> None:
    actor = meant(text, words)
    assert actor is not None
    assert (actor.code or "").startswith(code)
    assert actor.country in ("PER", None)


@pytest.mark.parametrize(("published", "code"), [("1987-03-09", "USA"), ("2019-03-09", "USAGOV")])
def test_a_future_president_is_not_yet_of_the_government(published: str, code: str) -> None:
    parsed = parsed_of("Donald Trump sold a hotel in the United States.")
    dated = replace(parsed, article=replace(parsed.article, published=published))
    (trump,) = [a for a in find_who(dated, kit()).actors if a.kind == "person"]
    assert (trump.country, trump.code) == ("USA", code)


@pytest.mark.parametrize(
    ("text", "name", "country", "code"),
    [
        ("Lena Roth, a poet and Norwegian envoy, spoke.", "Lena Roth", "NOR", "NORGOV"),
        ("Ana Ruiz, who was Chile's ambassador to Ghana, spoke.", "Ana Ruiz", "CHL", "CHLGOV"),
        ("Omar Diallo was appointed as foreign minister of Mali.", "Omar Diallo", "MLI", "MLIGOV"),
        ("Omar Diallo serves as Mali's envoy.", "Omar Diallo", "MLI", "MLIGOV"),
        ("Governor of Central Bank of Iran (CBI) Hamid Karimi objected.", "Hamid Karimi", "IRN", "IRNGOV"),
        ("Minister of Fair Trade of Chad Omar Diallo objected.", "Omar Diallo", "TCD", "TCDGOV"),
        ("Chile's Ambassador to Ghana Ana Ruiz objected.", "Ana Ruiz", "CHL", "CHLGOV"),
        ("Finnish architect and town planner Lena Roth objected.", "Lena Roth", "FIN", "FINCVL"),
        ("U.S. Trade Representative Lena Roth objected.", "Lena Roth", "USA", "USAGOV"),
        ("The Norwegian Ferry Union's Lena Roth objected.", "Lena Roth", "NOR", "NORLAB"),
        ("Lena Roth, spokeswoman for Chile's Joint Armed Forces Staff, objected.", "Lena Roth", "CHL", "CHLMIL"),
        ("Salman Amir-Karimi objected.", "Salman Amir-Karimi", None, None),
    ],
)
def test_whose_office_a_person_holds_is_read_from_the_phrase_around(
    text: str, name: str, country: str | None, code: str | None
) -> None:
    assert (name, country, code) in [(a.name, a.country, a.code) for a in who_of(text).actors]


def test_each_of_two_ministers_is_of_his_own_state() -> None:
    text = "He met his Russian and Syrian counterparts, Sergei Gromov and Fahd Jaber, on Monday."
    assert [a.country for a in who_of(text).actors if a.kind == "person"] == ["RUS", "SYR"]


def test_what_is_a_class_of_things_is_no_person() -> None:
    assert not [a for a in who_of("Karrar is a class of tanks.").actors if a.kind == "person"]


def test_officials_without_a_state_are_of_that_of_the_paper() -> None:
    text = "Agriculture Minister Hamid Karimi will travel to Chad and to Mali. Chad has agreed."
    parsed = parsed_of(text)
    known = {a.name: a.country for a in find_who(parsed, kit()).actors if a.kind == "person"}
    article = replace(parsed.article, source="Tehran Times")
    printed = {
        a.name: a.country for a in find_who(replace(parsed, article=article), kit()).actors if a.kind == "person"
    }
    assert (known["Hamid Karimi"], printed["Hamid Karimi"]) == (None, "IRN")


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Harbour Bank chairman-designate Lena Roth objected.", "Lena Roth", "BUS"),
        ("Prime Minister Hale of Canada, NATO chief Lena Roth and others met.", "Lena Roth", "IGOWSTNAT"),
        ("They thanked Senators Hale and Roth.", "Roth", "LEG"),
    ],
)
def test_a_title_is_not_mixed_with_the_phrase_before(text: str, name: str, code: str) -> None:
    assert (name, None, code) in [(a.name, a.country, a.code) for a in who_of(text).actors]


@pytest.mark.parametrize(
    ("text", "name", "country", "code"),
    [
        ("Lena Roth of Greenpeace objected.", "Lena Roth", None, "NGO"),
        ("Omar Diallo of McGill University objected.", "Omar Diallo", "CAN", "CANEDU"),
        ("They met Omar Diallo of Mali.", "Omar Diallo", "MLI", "MLI"),
        ("Ohio Attorney General Lena Roth objected.", "Lena Roth", "USA", "USAJUD"),
        ("Rep. Lena Roth (D-Ohio) objected.", "Lena Roth", "USA", "USALEG"),
    ],
)
def test_whose_a_person_is_stands_beside_the_name(text: str, name: str, country: str | None, code: str) -> None:
    assert (name, country, code) in [(a.name, a.country, a.code) for a in who_of(text).actors]


def test_a_person_named_right_after_an_unnamed_holder_of_an_office_is_he() -> None:
    text = "A director from Chile's Kestrel Trade Board announced a plan. Omar Diallo told reporters about it."
    known = {a.name: (a.country, a.code) for a in who_of(text).actors}
    assert known["Omar Diallo"] == ("CHL", "CHLGOV")


def test_a_person_named_after_somebody_else_keeps_no_office_of_the_sentence_before() -> None:
    text = "A director from Chile's Kestrel Trade Board met Lena Roth. Omar Diallo told reporters about it."
    known = {a.name: a.country for a in who_of(text).actors}
    assert known["Omar Diallo"] is None


def test_a_leader_of_who_knows_what_is_not_of_the_state_of_the_paper() -> None:
    parsed = parsed_of("Party coordinator Pere Roure fled to Chad and to Mali.")
    article = replace(parsed.article, source="Tehran Times")
    assert "IRN" not in [a.country for a in find_who(replace(parsed, article=article), kit()).actors]


def test_a_department_without_its_state_is_of_the_capital_of_the_report() -> None:
    text = "LIMA, March 3 - The Department of Agriculture said that rice fell."
    assert ("Department of Agriculture", "PER") in [(a.name, a.country) for a in who_of(text).actors]
