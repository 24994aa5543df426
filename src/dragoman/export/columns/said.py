"""The columns of statements, positions, assessments and figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.export.columns.column import (
    BECAUSE,
    At,
    Column,
    actor_columns,
    plain_fields,
    said_columns,
    sentence_column,
    span_columns,
    spans_columns,
)


def _time(part: str) -> Callable[[At], Any]:
    return lambda at: getattr(at.record.time, part, None)


def _times(of: str) -> tuple[Column, ...]:
    return (
        Column("time", "text", "TIMEX3 value of when", f"{of}.time", _time("value")),
        Column("begin", "text", "first day or moment of it, included", f"{of}.time", _time("begin")),
        Column("end", "text", "last day or moment of it, included", f"{of}.time", _time("end")),
    )


S = "Statement"
STATEMENTS: tuple[Column, ...] = (
    *plain_fields(
        ("kind", "code", "direct, indirect, mixed or attitude"),
        ("form", "code", "statement or question"),
        of=S,
    ),
    *actor_columns("speaker", "who says it", S),
    *plain_fields(("capacity", "code", "in what capacity: official, anonymous_official, expert …"), of=S),
    *actor_columns("addressee", "to whom", S),
    *plain_fields(
        ("channel", "text", "outlet or medium that it was said through"),
        ("venue", "text", "occasion"),
        ("relayed_by", "text", "id of the actor or statement that reports it was said"),
        of=S,
    ),
    *_times(S),
    *spans_columns("content", "what is said", S),
    *spans_columns("source", "the words for who says it", S),
    *spans_columns("cue", "the words that report", S),
    sentence_column(lambda s: s.content, S),
    BECAUSE,
)  # fmt: skip

P = "Position"
POSITIONS: tuple[Column, ...] = (
    *actor_columns("actor", "whose stance", P),
    *plain_fields(
        ("stance", "code", "demands, refuses, offers, threatens …"),
        ("issue", "text", "key of the issue"),
        of=P,
    ),
    *actor_columns("toward", "toward whom", P),
    *said_columns(P),
    *span_columns("proposition", "what is demanded, refused, offered …", P),
    *span_columns("condition", "on what it depends", P),
    *span_columns("evidence", "the words that show it", P),
    sentence_column(lambda p: (p.evidence,), P),
    BECAUSE,
)  # fmt: skip

J = "Assessment"
ASSESSMENTS: tuple[Column, ...] = (
    Column("holder_id", "text", "actor id of who judges, or author: the outlet's own voice", "Assessment.holder",
           lambda at: at.record.holder),
    Column("holder", "text", "name of who judges; empty: the outlet's own voice", "Assessment.holder, Actor.name",
           lambda at: at.scene.name(at.record.holder)),
    *plain_fields(
        ("kind", "code", "forecast or assessment"),
        ("strength", "code", "certain, likely, even, unlikely or excluded"),
        ("about", "text", "issue key or event id"),
        of=J,
    ),
    *said_columns(J),
    *span_columns("span", "what is thought to be", J),
    *span_columns("evidence", "the words that show it", J),
    sentence_column(lambda j: (j.evidence,), J),
    BECAUSE,
)  # fmt: skip

F = "Figure"
FIGURES: tuple[Column, ...] = (
    Column("low", "number", "at least so many; empty: no lower end", "Figure.quantity",
           lambda at: at.record.quantity.low),
    Column("high", "number", "at most so many; empty: no upper end", "Figure.quantity",
           lambda at: at.record.quantity.high),
    Column("approximate", "boolean", "the text says about, some, nearly", "Figure.quantity",
           lambda at: at.record.quantity.approximate),
    *plain_fields(("unit", "text", "unit"), ("what", "text", "what is counted"), of=F),
    *actor_columns("of", "whose", F),
    *_times(F),
    *said_columns(F),
    *span_columns("span", "the words of the quantity", F),
    sentence_column(lambda f: (f.span,), F),
    BECAUSE,
)  # fmt: skip
