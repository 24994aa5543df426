"""Which acts are kept: a linear score over named signs says how likely a careful reader would defend the record.

The rules propose and name an act; the score drops those in whose like readers found no act, another status or another
party. The weights (`lexicon/data/models/events.tsv`) are made by `tools/train_events.py`: docs/models/events.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from dragoman.extract.events.mention import Mention

#: What is told as done or due. The rest ("denied that Rome was planning to attack") reads alike where it is right and
#: where it is not: of what the weights would drop of it in reports of diplomacy nearly all was right.
TOLD = frozenset({"occurred", "ongoing", "background", "scheduled"})
#: Chances that the text gives in words ("extremely unlikely"): 9 of 1,626 judged events, too few to be weighed.
RARE = frozenset({"feared", "unlikely", "likely"})
#: The sign of an act by one land's actors on another's: 3 in 4 are defended, and the weights would drop 8 of 389.
ABROAD = "abroad"
#: The reason of what is dropped here.
HARDLY = "hardly an event that can be defended"


def weighed(mentions: Sequence[Mention], signs: Sequence[str]) -> bool:
    """Is the event one of those that the score may drop?"""
    if ABROAD in signs or any(m.modality in RARE for m in mentions):
        return False
    return all(m.status in TOLD for m in mentions)


def likelihood(signs: Sequence[str], weights: Mapping[str, float]) -> float:
    """The logistic function of the sum of the signs' weights, 0 to 1; no calibrated confidence."""
    total = sum(weights.get(sign, 0.0) for sign in signs)
    return 1.0 / (1.0 + math.exp(-max(min(total, 30.0), -30.0)))
