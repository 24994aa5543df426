"""Records by the codes of imported dictionaries: the PETRARCH unit records, read with the dictionaries they mean.

Their gold stands twice: in CAMEO codes of a later time, and in the codes of the dictionaries (older, not CAMEO). So the
set is read twice. `events-petrarch_unit` takes the actors, agents and discards, and our verbs give CAMEO codes;
`events-petrarch_unit-own_codes` takes the verbs too and is held against the codes as the dictionaries write them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.interpret import open_kit
from dragoman.kit import Kit
from dragoman.lexicon.petrarch import Given, codes_of_schemes, convert
from dragoman.settings import DEFAULTS

SET = "events-petrarch_unit"
OWN = "events-petrarch_unit-own_codes"
#: Figures of `score_events.py` that say something of codes that are not CAMEO's, by their name on the scoreboard.
FIGURES = (
    ("dyad + root", "cameo_dyad_root"),
    ("root hit", "cameo_root"),
    ("exact hit", "cameo_exact"),
    ("no-event sentences with an event", "false_alarm"),
)


@contextmanager
def kit_with(folder: Path, kit: Kit, *kinds: str) -> Iterator[Kit]:
    """The kit with the dictionaries of these kinds imported (`actors`, `agents`, `verbs`, `discards`)."""
    files = {kind: tuple(sorted(folder.glob(f"*.{kind}.txt"))) for kind in kinds}
    given = Given(
        actors=files.get("actors", ()), agents=files.get("agents", ()), verbs=files.get("verbs", ()),
        discards=files.get("discards", ()),
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as temporary:
        convert(given, Path(temporary), schemes=codes_of_schemes(kit.lexicon), replace=True)
        yield open_kit(replace(DEFAULTS, lexicon=(Path(temporary),)), parser=kit.parser)


def own_gold(data: Path) -> list[dict[str, Any]]:
    """The records with the codes of the dictionaries for gold."""
    lines = (data / "events" / "petrarch_unit.jsonl").read_text(encoding="utf-8").splitlines()
    out = []
    for record in map(json.loads, lines):
        events = [{**event, "cameo": event["code"]} for event in record["events_petrarch1"]]
        out.append({**record, "events": events})
    return out


def rows_of(name: str, figures: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"set": name, "figure": shown, "value": figures[key]} for shown, key in FIGURES if figures.get(key) is not None
    ]


def score(tools: Path, data: Path, records: Path) -> list[dict[str, Any]]:
    """The figures of these records against the codes of the dictionaries."""
    with tempfile.TemporaryDirectory() as temporary:
        gold, out = Path(temporary) / "gold.jsonl", Path(temporary) / "figures.json"
        gold.write_text("".join(json.dumps(record) + "\n" for record in own_gold(data)), encoding="utf-8")
        command = [sys.executable, "-B", str(tools / "score_events.py"), "--gold", str(gold), "--pred", str(records),
                   "--bootstrap", "0", "--json", str(out)]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not out.exists():
            raise SystemExit(f"no scores: {done.stderr.strip()}")
        return rows_of(OWN, json.loads(out.read_text()))


def shown(rows: list[dict[str, Any]]) -> str:
    """The rows as lines below the scoreboard."""
    return "".join(f"{row['set']}  {row['figure']}  {100 * row['value']:.1f}\n" for row in rows)
