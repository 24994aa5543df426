"""Edges: datelines, bylines, signatures and credits are cut off the report, and nothing else is."""

from __future__ import annotations

import pytest

from dragoman.clean.edges import find_credit, find_dateline, find_leading_byline, find_signature
from tests.clean.pages import cleaned, kinds
from tests.factory import kit

INDEX = kit().furniture


@pytest.mark.parametrize(
    ("text", "dateline", "agency"),
    [
        ("GENEVA, Jan 10 (Reuters) - Envoys met.", "GENEVA, Jan 10 (Reuters) - ", "Reuters"),
        ("TEHRAN – Envoys met.", "TEHRAN – ", None),
        ("TEHRAN—Envoys met.", "TEHRAN—", None),
        ("KYIV, Ukraine (AP) — Envoys met.", "KYIV, Ukraine (AP) — ", "AP"),
        ("O'HARA, Nowhere (AP)_ Envoys met.", "O'HARA, Nowhere (AP)_ ", "AP"),
        ("BEIJING, Jan. 9 (Xinhua) -- Envoys met.", "BEIJING, Jan. 9 (Xinhua) -- ", "Xinhua"),
        ("Hanoi (VNA) – Envoys met.", "Hanoi (VNA) – ", "VNA"),
        ("New Delhi, Sep 21 (PTI) Envoys met.", "New Delhi, Sep 21 (PTI) ", "PTI"),
        ("MOSCOW, January 10. /TASS/. Envoys met.", "MOSCOW, January 10. /TASS/. ", "TASS"),
        ("LONDON, March 17 - Envoys met.", "LONDON, March 17 - ", None),
        ("London, June 18 - Envoys met.", "London, June 18 - ", None),
        ("NEW YORK/LONDON (Reuters) - Envoys met.", "NEW YORK/LONDON (Reuters) - ", "Reuters"),
        ("(CNN) — Envoys met.", "(CNN) — ", "CNN"),
        ("Envoys met in GENEVA - and parted.", None, None),
        ("NATO — the alliance — met.", None, None),
        ("RIYADH: Envoys met.", None, None),
        ("THE PRESIDENT: We met.", None, None),
        ("The talks - long and hard - went on.", None, None),
        ("Baku, Azerbaijan – Envoys met.", None, None),
        ("The Organization (OSCE) met.", None, None),
    ],
)
def test_dateline_opens_a_report(text: str, dateline: str | None, agency: str | None) -> None:
    edge = find_dateline(text, INDEX)
    assert (text[: edge.end] if edge else None) == dateline
    assert (edge.agency if edge else None) == agency


@pytest.mark.parametrize("text", ["RIYADH: Envoys met.", "Baku, Azerbaijan – Envoys met."])
def test_some_datelines_count_only_at_the_first_sentence(text: str) -> None:
    assert find_dateline(text, INDEX) is None
    assert find_dateline(text, INDEX, first=True) is not None


def test_a_name_and_a_colon_is_no_dateline() -> None:
    assert find_dateline("THE PRESIDENT: We met.", INDEX, first=True) is None


@pytest.mark.parametrize(
    ("text", "tail", "agency"),
    [
        ("Envoys met. (Reporting by Ana Ruiz; Editing by Bo Wu)", "(Reporting by Ana Ruiz; Editing by Bo Wu)", None),
        ("Envoys met. SP/PA", "SP/PA", None),
        ("Envoys met. (pvs/vi/ji)", "(pvs/vi/ji)", None),
        ('"We met." jsi/dj (AFP, dpa)', "jsi/dj (AFP, dpa)", None),
        ("Envoys met. (AFP)", "(AFP)", "AFP"),
        ("Envoys met.-VNA", "-VNA", "VNA"),
        ("Envoys met. PTI ABC XY", "PTI ABC XY", "PTI"),
        ("Envoys met. Enditem", "Enditem", None),
        ("Envoys met. – Harbour.com", "– Harbour.com", None),
        ("Envoys met. -0-", "-0-", None),
        ("Envoys met the US/UK", None, None),
        ("Envoys met the agency (IAEA).", None, None),
        ("Envoys met in Oslo.", None, None),
        ("The magazine praised their reporting by night.", None, None),
    ],
)  # fmt: skip
def test_signature_closes_a_report(text: str, tail: str | None, agency: str | None) -> None:
    edge = find_signature(text, INDEX)
    assert (text[edge.start :].strip() if edge else None) == tail
    assert (edge.agency if edge else None) == agency


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("A ferry at dusk. Ana Ruiz / AP / TASS", "Ana Ruiz / AP / TASS"),
        ("A ferry at dusk. REUTERS/Ana Ruiz", "REUTERS/Ana Ruiz"),
        ("A ferry at dusk [Ana Ruiz/Reuters]", "[Ana Ruiz/Reuters]"),
        ("A ferry at dusk (AP Photo/Ana Ruiz)", "(AP Photo/Ana Ruiz)"),
        ("A ferry at dusk. Ana Ruiz/AFP via Getty Images", "Ana Ruiz/AFP via Getty Images"),
        ("A ferry at dusk Image: Ana Ruiz.", "Image: Ana Ruiz."),
        ("A ferry at dusk. Photo by Ana Ruiz", "Photo by Ana Ruiz"),
        ("A ferry left. SP/PA", None),
        ("A ferry left and/or sank.", None),
        ("The agency reported that a ferry left.", None),
    ],
)
def test_photo_credit_is_cut_off_its_caption(text: str, credit: str | None) -> None:
    edge = find_credit(text, INDEX)
    assert (text[edge.start :].strip() if edge else None) == credit


def test_a_wire_alone_behind_a_paragraph_makes_no_caption_of_it() -> None:
    report = "The envoys met at the old harbour on Tuesday, and they will meet again."
    found = kinds(f"Envoys Meet\n\n{report}\n\n{report}\n\nThe truce holds. (AFP)")
    assert found[-2:] == [("body", "The truce holds."), ("credit", "(AFP)")]


def test_an_abbreviation_in_brackets_is_no_credit() -> None:
    report = "The envoys met at the old harbour on Tuesday, and they will meet again."
    text = f"Envoys Meet\n\n{report}\n\nThey work for the protection agency (EPA)\n\n{report}"
    assert ("credit", "(EPA)") not in kinds(text)


def test_leading_byline_ends_at_its_point() -> None:
    edge = find_leading_byline("By Ana Ruiz. OSLO (Reuters) - Envoys met.")
    assert edge is not None
    assert edge.end == len("By Ana Ruiz. ")
    assert find_leading_byline("By Monday they had left. Nobody knew.") is None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("OSLO (AFP) - The envoys met.", "AFP"),
        ("Talks Go On\n\nBy Agence France-Presse\n\nThe envoys met at the harbour on Tuesday, and went.", "AFP"),
        ("The envoys met at the harbour on Tuesday.\n\nReuters contributed to this report.", "Reuters"),
        ("Talks Go On\n\nA ferry at dusk. Ana Ruiz / AP\n\nThe envoys met at the harbour on Tuesday, and went.", None),
        ("AFP reported that the envoys met.", None),
    ],
)  # fmt: skip
def test_agency_is_who_signs_the_report_not_the_picture(text: str, agency: str | None) -> None:
    assert cleaned(text)[0].agency == agency
