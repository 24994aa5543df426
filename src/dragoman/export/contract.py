"""What every export is: `Format`; what is asked of it: `Order`; and what came of it: `Tally`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import BinaryIO, Literal, get_args

from dragoman.errors import UnknownName, UsageError
from dragoman.lexicon.formats import FormatIndex
from dragoman.records import Reading, vocab
from dragoman.records.vocab import EventStatus, MeetingStatus

TextLevel = Literal["full", "sentence", "quote", "none"]
Kind = Literal[
    "events", "statements", "positions", "assessments", "figures", "meetings", "actors", "places", "articles"
]
TEXT_LEVELS: tuple[TextLevel, ...] = get_args(TextLevel)
KINDS: tuple[Kind, ...] = get_args(Kind)
EVENT_STATUSES: tuple[str, ...] = get_args(EventStatus)
MEETING_STATUSES: tuple[str, ...] = get_args(MeetingStatus)
#: What happened: the statuses of an export where none are asked for (denied, planned and feared acts are no deeds).
HAPPENED: frozenset[str] = frozenset(vocab.HAPPENED)
#: Meetings that a calendar shows.
TO_COME = frozenset({"ongoing", "scheduled", "postponed", "cancelled"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for. `statuses` are those of events, `meeting_statuses` those of meetings (None: as the
    format has it).

    `text` says how much of the words of others is given; `excel` makes a CSV safe for spreadsheets; `one_a_day` keeps
    one row of those that agree in day, both codes and the code of the act;
    `edition` are the facts about reader and tables that a file carries as metadata, in order.
    """

    codes: FormatIndex
    kind: Kind = "events"
    statuses: frozenset[str] = HAPPENED
    meeting_statuses: frozenset[str] | None = None
    text: TextLevel = "sentence"
    excel: bool = False
    one_a_day: bool = False
    edition: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Tally:
    """What came of it: rows written, and what was left out, by reason (a reason is a phrase for people)."""

    written: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def leave(self, reason: str) -> None:
        """Count one that is left out, by its reason."""
        self.left_out[reason] += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a format, for the data dictionary: `null` says what stands where nothing is known."""

    name: str
    type: str
    meaning: str
    source: str
    null: str = "empty"


Write = Callable[[Iterable[Reading], BinaryIO, Order], Tally]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: `write` takes readings in the order they shall stand and fills the stream; `fields` describe it.

    `text` is how much text of others it gives where nothing is asked (None: it has no place for any);
    `binary` formats go to files, never to a terminal; `meetings`: `--status` means those of meetings; `pairs`: a row
    is one source and one target, and `--one-a-day` may be asked for.
    """

    name: str
    title: str
    suffix: str
    write: Write
    fields: Callable[[Kind], tuple[Field, ...]]
    aliases: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ("events",)
    text: TextLevel | None = None
    binary: bool = False
    meetings: bool = False
    pairs: bool = False
    note: str = ""


def statuses_of(asked: Iterable[str], known: tuple[str, ...]) -> frozenset[str]:
    """The statuses named (several in one, with commas; `all`); UnknownName for one that is none."""
    names = [name.strip() for text in asked for name in text.split(",") if name.strip()]
    for name in names:
        if name != "all" and name not in known:
            raise UnknownName("status", name, (*known, "all"), where="--status")
    if not names:
        raise UsageError("names no status", where="--status")
    return frozenset(known) if "all" in names else frozenset(names)
