"""The scores in README and docs, drawn from `bench/floors.json`, beside the best figures of others that we know.

What stands between `<!-- scores -->` and `<!-- /scores -->` of a page is replaced; the rest is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bench import floors

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"(<!-- scores -->).*?(<!-- /scores -->)", re.DOTALL)

#: Set, figure, what it says, best peer. Peers were measured by us on other, comparable texts of the same corpus.
SHOWN = (
    (
        "quotes-polnear_dev",
        "content overlap F1",
        "quotations, PolNeAR: content",
        "Citron, retrained: 55.5; people: 79.5",
    ),
    ("quotes-polnear_dev", "source head F1", "quotations, PolNeAR: speaker", "Citron: 52.7"),
    ("quotes-gum_news_dev", "content overlap F1", "quotations, GUM news: content", "Gender Gap Tracker: 62.9"),
    ("time-timebank+aquaint", "value F1", "times, TimeBank and AQUAINT: value", "HeidelTime: 77.9"),
    ("time-timebank+aquaint", "relaxed F1", "times, TimeBank and AQUAINT: span", "–"),
    ("place-trnews_dev", "mention F1", "places, TR-News: mention", "–"),
    ("place-trnews_dev", "end-to-end acc@161", "places, TR-News: found within 161 km", "–"),
    ("place-geowebnews_dev", "mention F1", "places, GeoWebNews: mention", "–"),
    ("place-geowebnews_dev", "end-to-end acc@161", "places, GeoWebNews: found within 161 km", "–"),
    ("events-plover_gsr", "type F1", "events, PLOVER records: type", "UniversalPetrarch: 49.5"),
    ("events-plover_gsr", "dyad", "events, PLOVER records: who to whom", "UniversalPetrarch: 40.6"),
    ("events-plover_gsr", "dyad + type", "events, PLOVER records: both", "UniversalPetrarch: 25.8"),
    ("seed", "statements + speaker", "the founding report: statements with speaker", "–"),
    ("seed", "events found + status", "the founding report: events with status", "–"),
    ("seed", "events fully right", "the founding report: events fully right", "–"),
    ("gold", "statements + speaker", "four further reports: statements with speaker", "–"),
    ("gold", "events found", "four further reports: events", "–"),
    ("gold", "events found + status", "four further reports: events with status", "–"),
)


def table() -> str:
    """The Markdown table of the figures that are pinned."""
    known = floors.load()
    lines = ["| what (F1 or accuracy, %) | Dragoman | others |", "| --- | ---: | --- |"]
    for name, figure, meaning, peer in SHOWN:
        value = known.get(name, {}).get(figure)
        lines.append(f"| {meaning} | {'–' if value is None else f'{100 * value:.1f}'} | {peer} |")
    return "\n".join(lines)


def filled(page: str) -> Callable[[], str]:
    """What the page is with today's scores in it."""

    def write() -> str:
        text = (ROOT / page).read_text(encoding="utf-8")
        return BLOCK.sub(lambda m: f"{m[1]}\n{table()}\n{m[2]}", text)

    return write
