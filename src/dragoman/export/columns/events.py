"""The columns of events and meetings."""

from __future__ import annotations

from dragoman.export.columns.column import (
    BECAUSE,
    At,
    Column,
    place_columns,
    plain_fields,
    said_columns,
    sentence_column,
    span_columns,
    spans_columns,
    time_columns,
)
from dragoman.export.icews import known_act

E = "Event"


def _cameo_name(at: At) -> str | None:
    act = known_act(at.record.cameo, at.order.codes)
    return act.name if act else None


EVENTS: tuple[Column, ...] = (
    *plain_fields(
        ("status", "code", "whether it happened: occurred, ongoing, scheduled, considered, conditional, denied, "
         "background"),
        ("modality", "code", "feared, unlikely, possible or likely"),
        ("plover", "code", "PLOVER type of the act itself; read it with the status"),
        ("mode", "code", "PLOVER mode"),
        ("contexts", "codes", "PLOVER contexts"),
        ("cameo", "code", "CAMEO code of the act itself"),
        of=E,
    ),
    Column("cameo_name", "code", "name of the CAMEO code", "CAMEO table", _cameo_name),
    *plain_fields(
        ("quad", "integer", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
        ("goldstein", "number", "Goldstein value of the code, -10 to 10"),
        of=E,
    ),
    Column("intensity", "number", "PLOVER manual's score of type and mode", "plover and modes tables",
           lambda at: at.order.codes.intensity(at.record.plover, at.record.mode)),
    *plain_fields(("reciprocal", "boolean", "the act is mutual: a meeting, a clash"), of=E),
    Column("source", "parties", "who acts; of a mutual act, the first party", "Event.source, Actor",
           lambda at: at.scene.parties(at.record.source)),
    *plain_fields(("source_code", "code", "CAMEO code of the acting side"), of=E),
    Column("target", "parties", "on whom; of a mutual act, the other parties", "Event.target, Actor",
           lambda at: at.scene.parties(at.record.target)),
    *plain_fields(("target_code", "code", "CAMEO code of the other side"), of=E),
    *time_columns(E),
    *place_columns(E),
    *said_columns(E),
    *span_columns("trigger", "the words that name the act", E),
    *span_columns("object", "what the act is about", E),
    *span_columns("condition", "on what it depends", E),
    *spans_columns("evidence", "the clauses that tell of it", E),
    sentence_column(lambda event: event.evidence or (event.trigger,), E),
    BECAUSE,
)  # fmt: skip

M = "Meeting"
MEETINGS: tuple[Column, ...] = (
    *plain_fields(("status", "code", "held, ongoing, scheduled, postponed or cancelled"), of=M),
    Column("participants", "parties", "who meets", "Meeting.participants, Actor",
           lambda at: at.scene.parties(at.record.participants)),
    *plain_fields(("body", "text", "standing body that meets"), of=M),
    *time_columns(M),
    *place_columns(M),
    *span_columns("agenda", "what it is about", M),
    *spans_columns("evidence", "the clauses that tell of it", M),
    sentence_column(lambda meeting: meeting.evidence, M),
    BECAUSE,
)  # fmt: skip
