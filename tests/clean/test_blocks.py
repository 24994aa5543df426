"""Blocks: report is told from furniture, nothing is edited, nothing of the report is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import NotAnArticle
from tests.clean.pages import PAGE, cleaned, kind_of, kinds

REPORT = "The envoys met at the old harbour on Tuesday, and they will meet again in the spring."


def test_a_flattened_page_is_taken_apart() -> None:
    found = {words: kind for kind, words in kinds("\n\n".join(words for _, words in PAGE))}
    wrong = {w: found.get(w) for kind, w in PAGE if kind != "caption" and found.get(w) != kind}
    assert wrong == {}
    assert found["A ferry leaves the old harbour at dusk."] == "caption"
    assert found["Mara Lindqvist / Reuters"] == "credit"


def test_lines_without_blank_lines_between_them_give_the_same_blocks() -> None:
    page = [words for _, words in PAGE]
    assert kinds("\n".join(page)) == kinds("\n\n".join(page))


@pytest.mark.parametrize(
    "paragraph",
    [
        '"We need your support," the minister told the crowd. "Help us and subscribe to our cause."',
        "The ministers urged donors to contribute to the fund before the winter.",
        "He said readers should support independent journalism in both countries.",
        "The newspaper sells for as little as 20 cents, traders say, and its app is free to read.",
        "Critics say the law on foreign agents would silence journalists who receive donations from abroad.",
        "The ministry denied it.",
        "He declined to comment.",
        '"Never," she said.',
        '"I have no illusions about the other side in this matter."',
        "- the release of all prisoners within ten days",
        "The minister shook hands with his counterpart, and both waved to the crowd below.",
        "Police followed us on foot, said the driver, and then a second car came.",
        "By Monday the troops had left the town.",
        "More from the talks is expected later in the day.",
        "The two sides agreed on the following:",
    ],
)
def test_a_paragraph_of_the_report_is_never_lost(paragraph: str) -> None:
    assert kind_of(paragraph) == "body"


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Read more: The war that nobody wanted", "navigation"),
        ("ADVERTISEMENT", "navigation"),
        ("Story continues below advertisement", "navigation"),
        ("Share this article", "navigation"),
        ("Facebook Twitter Email Print", "navigation"),
        ("Follow us on Twitter and Facebook", "navigation"),
        ("This website uses cookies. By continuing to browse you agree to their use.", "navigation"),
        ("12 comments", "navigation"),
        ("Sign up for our daily newsletter", "appeal"),
        ("Get the latest news delivered to your inbox every morning.", "appeal"),
        ("Your support makes our journalism possible. Please consider a monthly donation.", "appeal"),
        ("Already a subscriber? Log in to continue", "appeal"),
        ("(Reporting by Ana Ruiz; Editing by Tom West)", "byline"),
        ("Ana Ruiz in Quito contributed to this report.", "byline"),
        ("Editor's note: This story has been updated with a comment.", "other"),
        ("* * *", "other"),
        ("© 2021 Harbour Post", "other"),
        ("Photo: Ana Ruiz/AFP", "credit"),
        ("FILE PHOTO: Soldiers stand guard at the bridge in May. REUTERS/Ana Ruiz", "caption"),
        ("What happens next?", "subhead"),
        ("'A line in the sand'", "subhead"),
        ("Red lines", "subhead"),
        ("2. Prisoners", "subhead"),
        ("## Prisoners", "subhead"),
    ],
)
def test_furniture_inside_the_report_is_told(paragraph: str, kind: str) -> None:
    assert kind_of(paragraph) == kind


def test_an_appeal_goes_on_to_the_end_of_the_page() -> None:
    report = "The ministers met on Tuesday and spoke for an hour about the border, an official said."
    appeal = [
        "Dear readers,",
        "We are facing hard times, and our work has been called a crime.",
        "These claims are an attack on all of us.",
        "We, the reporters of this paper, ask for your help to go on.",
        "Give once",
    ]
    found = kinds("\n\n".join(["Ministers Meet", report, report, *appeal]))
    assert [kind for kind, _ in found] == ["title", "body", "body"] + ["appeal"] * 5


def test_furniture_at_the_end_of_a_single_block_is_cut_off() -> None:
    tail = ["Sign up for our daily newsletter.", "Copyright 2021 Harbour Post.", "All rights reserved."]
    found = kinds(" ".join([REPORT, REPORT, REPORT, *tail]))
    assert found == [("body", f"{REPORT} {REPORT} {REPORT}"), *zip(["appeal", "other", "other"], tail, strict=True)]


def test_what_readers_write_below_is_no_report() -> None:
    below = ["3 comments", "harbourman says:", REPORT, "2 hours ago", REPORT]
    found = [kind for kind, _ in kinds("\n\n".join(["Envoys Leave the Island", *[REPORT] * 5, *below]))]
    assert found == ["title", *["body"] * 5, "navigation", "other", "other", "dateline", "other"]


def test_a_signed_paragraph_behind_a_list_of_links_is_report() -> None:
    signed = 'The ministry said its boats had acted "in good faith". – Harbour.com'
    page = ["Envoys Leave the Island", REPORT, REPORT, "Must Read", "Why the shoal matters", signed]
    assert kinds("\n\n".join(page))[-2:] == [("body", signed[: -len(" – Harbour.com")]), ("credit", "– Harbour.com")]


def test_a_report_goes_on_behind_a_button_for_comments() -> None:
    page = ["Envoys Leave the Island", REPORT, REPORT, "Comments", REPORT, REPORT]
    assert [kind for kind, _ in kinds("\n\n".join(page))][-2:] == ["body", "body"]


def test_a_speech_that_asks_for_support_is_report() -> None:
    speech = "We need your support, and I ask you to help us keep our newspapers free. You know what our readers say."
    assert {kind for kind, _ in kinds("\n\n".join([speech] * 8))} == {"body"}


def test_a_transcript_is_report() -> None:
    turns = ["Q: Will you sign?", "MINISTER: We will. Thank you for your support.", "Q: When?", "MINISTER: In May."] * 2
    assert {kind for kind, _ in kinds("\n\n".join(turns))} == {"body"}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (["The envoys had no map.", "By Ana Ruiz", "4 March 2021"], ["subhead", "byline", "dateline"]),
        (["The envoys had no map, said one of the mediators after the long and last day.", "By Ana Ruiz"],
         ["subhead", "byline"]),
        (["Ana Ruiz", "4 March 2021"], ["byline", "dateline"]),
        (["OSLO", "4 March 2021"], ["dateline", "dateline"]),
        (["Ana Ruiz, Diplomatic Editor"], ["byline"]),
        (["No map, no truce, no date for more"], ["subhead"]),
        (["The queen receives an envoy (Royal Palace)"], ["caption"]),
        (["The queen shakes hands with an envoy at the palace on Sunday in the morning. (Royal Palace)"], ["caption"]),
        (["The envoys had no map."], ["body"]),
    ],
)  # fmt: skip
def test_the_head_is_told_from_the_report(head: list[str], expected: list[str]) -> None:
    found = kinds("\n\n".join(["Envoys Leave the Island", *head, REPORT, REPORT]))
    assert [kind for kind, _ in found] == ["title", *expected, "body", "body"]


def test_a_report_begins_at_its_dateline() -> None:
    page = ["Envoys Leave the Island", "A ferry crosses the strait at dusk.", f"OSLO (AFP) - {REPORT}", REPORT]
    assert [kind for kind, _ in kinds("\n\n".join(page))] == ["title", "subhead", "dateline", "body", "body"]


@pytest.mark.parametrize("text", ["The envoy left.", "Ministers met in Vienna", "What now?", "'No deal'"])
def test_a_single_line_is_report(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["body"]


def test_bare_lines_of_a_table_are_no_headings() -> None:
    rows = [f"Net {n},000 vs {n + 7},000" for n in range(10, 18)]
    report = "The bank said its losses were due to the war in the south and to the sanctions on its partners."
    found = kinds("\n".join([*rows, report, *rows]))
    assert all(kind == "body" for kind, words in found if words in rows)


def test_the_given_title_is_found_whatever_its_punctuation() -> None:
    text = 'Envoys\' "last" chance: talks, again.\n\nThe envoys met on Tuesday at the old harbour and will meet again.'
    assert kinds(text, title="Envoys last chance talks again")[0][0] == "title"


def test_the_article_keeps_what_its_container_says() -> None:
    article, _ = cleaned("The envoys met.", title="Talks", outlet="Harbour Post", url="https://harbour.example/1")
    assert (article.title, article.source, article.url) == ("Talks", "Harbour Post", "https://harbour.example/1")


def test_two_identical_texts_are_one_article() -> None:
    first, second = cleaned("The envoys met.")[0], cleaned("The envoys met.")[0]
    assert first.id == second.id != cleaned("The envoys met twice.")[0].id


@pytest.mark.parametrize("text", [" ", "\n\n\t"])
def test_a_text_without_words_is_no_article(text: str) -> None:
    with pytest.raises(NotAnArticle):
        cleaned(text)


#: Pieces that pages are made of, to be put together at random.
PIECES = st.sampled_from([words for _, words in PAGE] + ["", " ", "\ud800", "\u200b", "___", "A.", "“", "(AFP)", "1."])


@given(st.lists(PIECES, max_size=30), st.sampled_from(["\n", "\n\n", "\r\n", " ", "\u2028"]))
@settings(max_examples=80, deadline=None)
def test_blocks_are_in_order_and_cover_every_word(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    if not text.strip():
        return
    article, blocks = cleaned(text)
    assert article.text == text
    at = 0
    for block in blocks:
        assert at <= block.span.start < block.span.end <= len(text)
        assert not text[at : block.span.start].strip()
        assert block.span.of(text) == block.span.of(text).strip()
        assert block.because
        at = block.span.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "unit", ['"', "(", "A, ", "A/", "x ", "\n", "Related\n\nA b\n\n", "By A ", "Q: Yes.\n\n", ". "]
)
def test_no_text_takes_long(unit: str) -> None:
    text = unit * (200_000 // len(unit)) + "end"
    assert cleaned(text)[0].text == text
