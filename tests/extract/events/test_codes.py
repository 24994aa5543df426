"""The detailed code: what is asked, promised, protested or done, and by what means, gives its last digits."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.interpret import interpret_all
from dragoman.lexicon.load import load_lexicon
from dragoman.records import Event, Reading, Source
from tests.factory import PLAIN, kit, reading_of

ROWS = Path(__file__).with_name("codes.tsv")
#: Shares measured when the rows were written, less what a few sentences may lose when a neighbour is mended.
EXACT, ROOT = 0.90, 0.93
REAL = ("occurred", "ongoing", "scheduled", "background")


@cache
def outcomes() -> list[tuple[str, str, tuple[Event, ...]]]:
    """(code, sentence, events) of every row."""
    lines = [line.split("\t") for line in ROWS.read_text(encoding="utf-8").splitlines()[2:] if line]
    sources = [
        Source(name=str(number), text=sentence, published="2022-01-10", published_basis="given")
        for number, (_, sentence) in enumerate(lines)
    ]
    out = []
    for (code, sentence), reading in zip(lines, interpret_all(sources, kit(), PLAIN), strict=True):
        assert isinstance(reading, Reading)
        out.append((code, sentence, tuple(e for e in reading.events if e.status in REAL)))
    return out


def test_the_words_bear_the_detailed_code() -> None:
    missed = [(code, sentence) for code, sentence, events in outcomes() if code not in {e.cameo for e in events}]
    assert 1 - len(missed) / len(outcomes()) >= EXACT, missed


def test_the_root_is_right_where_the_detail_is_not() -> None:
    missed = [row for row in outcomes() if row[0][:2] not in {(e.cameo or "")[:2] for e in row[2]}]
    assert 1 - len(missed) / len(outcomes()) >= ROOT, missed


def test_every_root_but_that_of_statements_is_reached() -> None:
    roots = {(e.cameo or "")[:2] for _, _, events in outcomes() for e in events}
    assert roots == {f"{number:02}" for number in range(2, 21)}


def test_a_detail_stays_within_the_type_of_the_act() -> None:
    lexicon = load_lexicon()
    types = {row["code"]: row["plover"] for row in lexicon.rows("cameo")}
    rows = lexicon.rows("details")
    assert len(rows) > 250
    assert [row.name for row in rows if types[row["detail"]] != types[row["code"]]] == []


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Sweden's parliament condemned Hungary on Monday.", "legislative"),
        ("Nigeria's government banned rallies before the election.", "election"),
        ("Italy accused Libya of trafficking migrants.", "migration"),
        ("Italy accused Libya of trafficking migrants.", "trafficking"),
        ("Germany agreed to pay reparations to Namibia.", "reparations"),
        ("Uganda arrested ten gay activists.", "lgbt"),
        ("Iran arrested two women over the veil.", "gender"),
        ("India's opposition accused the government of ignoring caste violence.", "inequality"),
        ("Malaysia accused the Philippines of violating its border.", "territory"),
        ("Cuba sent doctors and vaccines to Angola.", "health"),
        ("Turkey sent tents to Nepal after the earthquake.", "disasters"),
        ("Qatar and Bangladesh signed an agreement on gas.", "natural_resource"),
        ("Norway criticized Brazil over deforestation.", "environment"),
        ("The United States banned exports of semiconductors to China.", "technology"),
        ("Iraqi police arrested a terrorist in Mosul.", "terrorism"),
        ("Estonia accused Russia of a cyberattack.", "cyber"),
        ("Lithuania accused Belarus of spreading disinformation.", "misinformation"),
        ("Colombian police seized two tonnes of cocaine.", "illegal_drugs"),
        ("Police arrested the Maltese minister for corruption.", "corruption"),
        ("Soldiers killed 40 Muslim villagers in Myanmar.", "religion_ethnicity"),
        ("Israel bombed a nuclear reactor in Syria.", "cbrn"),
        ("Ecuador granted asylum to a journalist.", "asylum"),
        ("Albania arrested a Greek spy.", "intelligence"),
        ("The Kenyan cabinet rejected the Somali offer.", "executive"),
        ("Denmark imposed sanctions on Belarus.", "diplomatic"),
        ("Rwanda withdrew its troops from Congo.", "military"),
        ("Bangladesh sent peacekeepers to Mali.", "peacekeeping"),
        ("China granted Angola a loan of $2 billion.", "economic"),
        ("Gambia filed a lawsuit against Myanmar.", "legal"),
        ("Paris accused Baghdad of torture.", "human_rights"),
        ("Belarus closed an independent newspaper.", "rights_freedoms"),
        ("Riot police fired tear gas at protesters in Nairobi.", "repression"),
        ("India delivered food to Afghan refugees.", "human_security"),
        ("Hungary promised to change its constitution.", "political_institutions"),
        ("Bahrain lifted a ban on demonstrations.", "pro_democracy"),
        ("Rwanda outlawed the main opposition party.", "pro_autocracy"),
        ("Mexican police arrested a murder suspect from Texas.", "crime"),
    ],
)
def test_every_context_of_plover_is_reached(text: str, context: str) -> None:
    assert context in {c for event in reading_of(text).events for c in event.contexts}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Ethiopian forces attacked the town with artillery.", "heavy-weapons"),
        ("American jets attacked positions of the militants in Sirte.", "aerial"),
        ("Canada demanded that Iran release the crew.", "yield"),
        ("Malawi appealed for food aid after floods ruined its harvest.", "assist"),
        ("Morocco rejected Algerian mediation.", "meet"),
        ("Riot police fired tear gas at protesters in Nairobi.", "crowd-control"),
        ("Israeli and Syrian delegations met in Turkey on Tuesday.", "third-party"),
        ("The foreign ministers of Chad, Niger and Mali met on Tuesday.", "multilateral"),
    ],
)
def test_the_mode_follows_from_the_detailed_code(text: str, mode: str) -> None:
    assert mode in {event.mode for event in reading_of(text).events}
