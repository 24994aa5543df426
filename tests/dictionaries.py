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
!PERSON! = MAN, WOMAN
SOLDIER [~MIL]
NAVY {NAVIES} [~MIL]
GOVERNMENT [~GOV]
MINISTER [~GOV]
CLERIC [~REL]
LAWMAKER [~LEG]
FISHER!PERSON! [~LAB]
RIGHTS_GROUP [NGO~]
"""
VERBS = """
&SANCTION
+ECONOMIC SANCTIONS
+EMBARGO
&ARMS
+ROCKETS
&HARD
+&ARMS
+TANKS
&REFUSING
+DID N'T
+WILL NOT
+WO N'T
--- ASK [A1] ---
ASK
- * FOR &SANCTION [A2]
- * TO_RECONSIDER [A3]
--- EXTRADITE [X0] ---
EXTRADITE
- + WAS_ * TO_ ^ FROM $ [X1]
- $ NOT * ^ TO_ + [X2]
--- RETURN [R0] ---
RETURN
- SAID WOULD NOT * [R1]
- * &HARD [R3]
--- FIGHT [F0] ---
FIGHT {FOUGHT}
- * BETWEEN % [F1]
- % HAVE * [F2:F3]
- &REFUSING * [F4]
- &REFUSING EVER * [F5]
--- SHOT [S0] ---
SHOT
- + WAS * DEAD IN $ [S2]
--- RULE OUT [O1] ---
RULE OUT
--- RECALL [---] ---
RECALL
- * AMBASSADOR [C1]
--- VISIT [V0:V0] ---
VISIT
--- CONDEMN [N1] ---
CONDEMN
- * RAID [---]
--- SHOULD [D0] ---
SHOULD
- SAID * SUSPEND [D2]
--- MAKE [---] ---
MAKE {MADE}
- * {PROPOSAL (FOR +)} [M1]
"""
DISCARDS = """
CUP_FINAL
+TYPHOON
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
