"""Small dictionaries of an invented sea, imported, and readings with them."""

from __future__ import annotations

from pathlib import Path

from dragoman.clean.blocks import clean_source
from dragoman.interpret import interpret, open_kit
from dragoman.kit import Kit
from dragoman.lexicon.petrarch import Given, Report, codes_of_schemes, convert
from dragoman.records import Reading, Source
from dragoman.settings import Settings
from tests.factory import PLAIN, kit

ACTORS = """
VELDANIA [VEL]
+VELDANIAN
+PORT_ELDRIDGE
MORROWMARK_ [MRW]
SARN_ISLANDS [SRN]
HARBOUR COUNCIL [IGOHRB]
TALMADGE_ORR
	[VELGOV < 310430]
	[VELOPP > 310501]
NOBODY_PARTY [---]
THREE_CROWNS [VEL/MRW]
"""
AGENTS = """
!FOLK! = MAN, WIFE
GUNNER [~MIL]
NAVY {NAVIES} [~MIL]
CABINET [~GOV]
ENVOY [~GOV]
PRIEST [~REL]
SENATOR [~LEG]
FISHER!FOLK! [~LAB]
RELIEF_GUILD [NGO~]
"""
VERBS = """
&LEVY
+HARBOUR DUES
+TOLL
&BOATS
+TRAWLERS
&CARGO
+&BOATS
+CRANES
&SHUNNING
+WILL NEVER
+WO N'T
+DO N'T
--- PRESS [A1] ---
PRESS
- * FOR &LEVY [A2]
- * TO_DISARM [A3]
--- SHIP [X0] ---
SHIP
- + WERE_ * ABOARD ^ OUT_OF $ [X1]
- $ NEVER * ^ INTO_ + [X2]
--- YIELD [R0] ---
YIELD
- VOWED NEVER TO * [R1]
- * &CARGO [R3]
--- WAGE [F0] ---
WAGE
- * AMONG % [F1]
--- FEUD [F6] ---
FEUD {FEUDED}
- % OPENLY * [F2:F3]
- &SHUNNING * [F4]
- &SHUNNING AGAIN * [F5]
--- MAROON [S0] ---
MAROON
- + WERE * ASHORE NEAR $ [S2]
--- FEND OFF [O1] ---
FEND OFF
--- TOW [---] ---
TOW
- * CUTTER [C1]
--- CONVERSE [V0:V0] ---
CONVERSE
--- BERATE [N1] ---
BERATE
- * PIRACY [---]
--- MUST [D0] ---
MUST
- INSIST * DISARM [D2]
--- DRAW [---] ---
DRAW {DREW}
- * {CHARTER (FOR +)} [M1]
"""
DISCARDS = """
CUP_TIE
+LOTTERY
"""


def imported(
    folder: Path,
    *,
    actors: str = "",
    agents: str = "",
    verbs: str = "",
    discards: str = "",
    scheme: str | None = None,
) -> tuple[Path, Report]:
    """A folder of tables made of the texts of dictionaries, and the importer's report."""
    files: dict[str, tuple[Path, ...]] = {}
    folder.mkdir(parents=True, exist_ok=True)
    for kind, text in (("actors", actors), ("agents", agents), ("verbs", verbs), ("discards", discards)):
        path = folder / f"{kind}.txt"
        path.write_text(text, encoding="utf-8")
        files[kind] = (path,) if text else ()
    given = Given(
        actors=files["actors"], agents=files["agents"], verbs=files["verbs"], discards=files["discards"], scheme=scheme
    )
    return folder / "tables", convert(given, folder / "tables", schemes=codes_of_schemes(kit().lexicon))


def kit_over(folder: Path) -> Kit:
    """The kit of the session with this folder laid over its tables."""
    return open_kit(Settings(language_check=False, lexicon=(folder,)), parser=kit().parser)


def whole_kit(folder: Path) -> Kit:
    """The kit with all dictionaries of this module."""
    tables, _ = imported(folder, actors=ACTORS, agents=AGENTS, verbs=VERBS, discards=DISCARDS)
    return kit_over(tables)


def reading_with(own: Kit, text: str, *, published: str | None = "2031-05-03") -> Reading:
    basis = "given" if published else "unknown"
    source = Source(name="test", text=text, published=published, published_basis=basis)
    return interpret(next(own.parser.parse([clean_source(source, own, PLAIN)], batch_size=64)), own)
