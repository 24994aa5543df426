"""Events judged by eye: how many of those that careful readers defended are still read, and of those they did not.

`judged_events.tsv` says where they stand, what the record said and which fields were wrong (no text is kept here). The
articles were put in an order by a hash, at most eight events of each, up to so many of every PLOVER type; how they were
judged: docs/how-wrong.md. Part `train` has taught the decision on events; part `unseen` was read afterwards.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.corpora import Mark, texts_of
from dragoman.interpret import interpret_all
from dragoman.kit import Kit
from dragoman.records import Event, Reading, Source
from dragoman.settings import Settings

FILE = Path(__file__).parent / "judged_events.tsv"
SET = "judged-events"
RIGHT, WRONG = "defensible events still read", "indefensible events still read (count)"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judged event: where its trigger starts, what the record said, and what was found of each field.

    `act` is ok or what was wrong (fig, gen, biz, not, type:X); `state` ok or the right status; `by` and `to` ok, wrong
    or miss (left unknown though the clause tells); `when` ok or wrong; `-` where nothing was judged.
    """

    id: str
    start: int
    sha256: str
    part: str
    plover: str
    status: str
    source: str
    target: str
    act: str
    state: str
    by: str
    to: str
    when: str

    @property
    def mark(self) -> Mark:
        return self.id, self.sha256

    @property
    def defensible(self) -> bool:
        """No field says what the text does not bear; an unknown party is no fault."""
        known = self.by != "wrong" and self.to != "wrong" and self.when != "wrong"
        return self.act == "ok" and self.state == "ok" and known

    @property
    def complete(self) -> bool:
        """Defensible, and no party that the clause tells is left unknown."""
        return self.defensible and self.by != "miss" and self.to != "miss"

    def holds(self, status: str, source: str, target: str) -> bool | None:
        """Would the verdict defend the event as it is read now? None where a field changed so that nobody knows."""
        if self.act != "ok":
            return False
        if status != self.status and status != self.state:
            return None if self.state == "ok" else False
        if status == self.status and self.state not in ("ok", status):
            return False
        for verdict, before, now in ((self.by, self.source, source), (self.to, self.target, target)):
            if verdict == "wrong" and before == now:
                return False
        return True


def verdicts(path: Path = FILE) -> list[Verdict]:
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [
        Verdict(**{**row, "start": int(row["start"])})  # type: ignore[arg-type]
        for row in csv.DictReader(lines, delimiter="\t")
    ]


def score(kit: Kit, corpora: Path) -> tuple[str, list[dict[str, Any]]]:
    """The lines of the scoreboard and its rows, over the part `unseen`; nothing where the corpora are not the same."""
    chosen = [v for v in verdicts() if v.part == "unseen"]
    marks = {v.mark for v in chosen}
    texts = texts_of(corpora, marks) if corpora.is_dir() else {}
    if len(texts) < len(marks):
        return f"{SET}: skipped, {len(texts)} of {len(marks)} articles are in {corpora.name}\n", []
    sources = (Source(name=name, text=text) for (name, _), text in texts.items())
    found: dict[tuple[str, int, str | None], Event] = {}
    for (name, _), reading in zip(texts, interpret_all(sources, kit, Settings(language_check=False)), strict=True):
        if isinstance(reading, Reading):
            found.update({(name, e.trigger.start, e.plover): e for e in reading.events})
    lines, figures = [], []
    for figure, wanted in ((RIGHT, True), (WRONG, False)):
        judged = [v for v in chosen if v.defensible is wanted]
        still = sum((v.id, v.start, v.plover) in found for v in judged)
        share = still / max(len(judged), 1)
        lines.append(f"{SET:<22} {figure:<50} {still:5d}  of {len(judged)} ({share:.1%})\n")
        figures.append({"set": SET, "figure": figure, "value": round(share, 4) if wanted else still})
    return "".join(lines), figures
