"""The language: English is read; another language is refused by its name, but only where that is sure."""

from __future__ import annotations

import pytest

from dragoman.clean.language import check_language
from dragoman.errors import WrongLanguage
from dragoman.records import Source
from tests.factory import kit

FRENCH = (
    "Les envoyés des deux îles ont quitté le vieux port jeudi sans trêve, a déclaré un médiateur. Selon lui, une "
    "nouvelle rencontre aura lieu au printemps, quand la glace aura fondu et que les bateaux pourront de nouveau "
    "traverser le détroit avec leurs passagers."
)
GERMAN = (
    "Die Gesandten beider Inseln haben den alten Hafen am Donnerstag ohne Waffenruhe verlassen, sagte ein Vermittler. "
    "Ein neues Treffen soll im Frühjahr stattfinden, wenn das Eis geschmolzen ist und die Fähren wieder fahren können, "
    "wie beide Seiten mitteilten. Bis dahin ruhen die Waffen."
)
INDONESIAN = (
    "Utusan kedua pulau meninggalkan pelabuhan lama pada hari Kamis tanpa gencatan senjata, kata seorang penengah. "
    "Pertemuan baru akan diadakan pada musim semi, ketika es sudah mencair dan kapal dapat berlayar lagi "
    "melintasi selat bersama para penumpang. Kedua pihak belum memberi keterangan kepada wartawan."
)
RUSSIAN = "Посланники обоих островов покинули старую гавань в четверг без перемирия, сообщил посредник журналистам."
CHINESE = "两个岛屿的特使星期四离开了旧港口，没有达成停火协议，一名调解人说。新的会谈将在春天举行，届时渡轮将启航。"


def language(text: str, *, given: str | None = None, check: bool = True) -> str | None:
    return check_language(Source(name="a.txt", text=text, language=given), kit().furniture, check=check)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (FRENCH, "French"),
        (GERMAN, "German"),
        (INDONESIAN, "(Indonesian|Malay)"),
        (RUSSIAN, "Russian"),
        (CHINESE, "Chinese"),
    ],
)
def test_another_language_is_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(WrongLanguage, match=f"a.txt: it is written in {name}"):
        language(text)


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met, and they will meet again.",
        "Le ministre a parlé.",
        "Net 10,798,000 vs 4,704,000\nRevs 242 mln vs 210 mln\nAvg shrs 20.7 mln vs 20.9 mln\n" * 8,
        "The envoy said: “Nous n'accepterons jamais cet accord”. He told us that it was the last word.",
        "2022 – 17.5",
    ],
)
def test_english_short_texts_and_tables_pass(text: str) -> None:
    assert language(text) in ("en", None)


def test_without_the_check_the_language_is_only_told() -> None:
    assert language(FRENCH, check=False) == "fr"


def test_a_short_text_is_believed_to_be_in_the_language_given() -> None:
    with pytest.raises(WrongLanguage):
        language("Ministre arrivé.", given="fr-FR")
    assert language("Envoys met.", given="English") == "en"
