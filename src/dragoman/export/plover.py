"""From the record's act and status to the one type of PLOVER and CAMEO files.

The record names the act and says apart whether it happened; those files have one field for both. The rules are rows
of `status_conversions.tsv`: a meeting to come is AGREE, a withdrawal to come CONCEDE, what did not happen is no row.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.formats import FormatIndex
from dragoman.records import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """An act as a file without a status names it.

    `cameo` is null where the record has none or the act to come has no code of its own. `own_day`: the row bears the
    day of the act; else that of the report that announces it.
    """

    plover: str
    mode: str | None
    cameo: str | None
    own_day: bool


def coded(event: Event, codes: FormatIndex) -> Coded | None:
    """The event in terms of PLOVER and CAMEO, or None where such a file has no row for it.

    A scheduled CONSULT 046 (negotiate) is AGREE 036 (express intent to meet or negotiate); a scheduled RETREAT 0873
    is CONCEDE 035.., an intent to yield; a conditional or denied ASSAULT is None.
    """
    if event.plover is None:  # a code of a user's own, which such a file does not know
        return None
    rule = codes.becomes.get((event.status, event.plover)) or codes.becomes.get((event.status, "*"))
    if rule is None:
        return None
    becomes, dated = rule
    plover = event.plover if becomes == "same" else becomes
    own_day = dated == "act"
    mode = event.mode if plover == event.plover else None
    cameo = event.cameo
    if not own_day and event.plover != "AGREE":  # what is still to be done has the code of the intent
        cameo = codes.agreed(event.cameo) if event.cameo else None
    return Coded(plover=plover, mode=mode, cameo=cameo, own_day=own_day)
