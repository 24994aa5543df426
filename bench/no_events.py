"""False alarms: sentences of the corpora that tell no event, each read as an article of its own.

`no_events.tsv` says where they stand (no text is kept here); they were drawn at random over all corpora, one an
article, and kept where a reader judged by eye that no PLOVER event is told in them, whatever its status.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from bench.corpora import texts_of
from dragoman.interpret import interpret_all
from dragoman.kit import Kit
from dragoman.records import Reading, Source
from dragoman.settings import Settings

FILE = Path(__file__).parent / "no_events.tsv"
SET = "no-events"
FIGURE = "no-event sentences with an event (count)"


def places(path: Path = FILE) -> list[tuple[str, int, int, str]]:
    """(article, start, end, first digits of the SHA-256 of its text) of every sentence."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    rows = csv.DictReader(lines, delimiter="\t")
    return [(row["id"], int(row["start"]), int(row["end"]), row["sha256"]) for row in rows]


def sentences(corpora: Path) -> list[tuple[str, str]]:
    """(name, text) of the sentences; one whose article is not there, or not as it was, is left out."""
    wanted = places()
    texts = texts_of(corpora, ((key, digest) for key, _, _, digest in wanted))
    found = ((f"{key}:{start}", texts.get((key, digest)), start, end) for key, start, end, digest in wanted)
    return [(name, text[start:end]) for name, text, start, end in found if text is not None]


def alarms(kit: Kit, chosen: list[tuple[str, str]]) -> list[tuple[str, str, Reading]]:
    """(name, sentence, reading) of those in which an event was read, whatever its status."""
    settings = Settings(language_check=False)
    sources = (Source(name=name, text=text) for name, text in chosen)
    readings = zip(chosen, interpret_all(sources, kit, settings), strict=True)
    return [(name, text, r) for (name, text), r in readings if isinstance(r, Reading) and r.events]


def score(kit: Kit, corpora: Path) -> tuple[str, list[dict[str, Any]]]:
    """The line of the scoreboard and its row; nothing where the corpora are not there or not the same."""
    chosen = sentences(corpora) if corpora.is_dir() else []
    if len(chosen) < len(places()):
        return f"{SET}: skipped, {len(chosen)} of {len(places())} sentences are in {corpora.name}\n", []
    loud = len(alarms(kit, chosen))
    line = f"{SET:<22} {FIGURE:<50} {loud:5d}  of {len(chosen)} ({loud / len(chosen):.1%})\n"
    return line, [{"set": SET, "figure": FIGURE, "value": loud}]
