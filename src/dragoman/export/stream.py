"""Ready records as a stream: one reading at a time from JSON Lines, whatever the length of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from dragoman.errors import AnchorError, DragomanError, Unreadable
from dragoman.records import Reading
from dragoman.records.anchors import check_anchors
from dragoman.records.codec import SQLITE, read_records


def readings_in(stream: BinaryIO, *, name: str, failed: Callable[[DragomanError], None]) -> Iterator[Reading]:
    """The readings that `dragoman read` wrote, json or jsonl.

    A line that is no record, or whose spans do not lie in its text, is handed to `failed` with its place, and the rest
    goes on. One array (`--format json`) is read whole; lines are read one by one.
    """
    first = True
    for number, line in enumerate(stream, 1):
        if number == 1 and line.startswith(SQLITE):
            yield from _readings(line, name, failed)
            return
        if first and line.lstrip()[:1] == b"[":
            yield from _readings(line + stream.read(), name, failed)
            return
        if line.strip():
            first = False
            yield from _readings(line, f"{name}:{number}", failed)


def _readings(data: bytes, where: str, failed: Callable[[DragomanError], None]) -> Iterator[Reading]:
    try:
        for reading in read_records(data, name=where):
            try:
                check_anchors(reading)
            except AnchorError as error:
                failed(AnchorError(error.message, where=where))
            else:
                yield reading
    except Unreadable as error:
        failed(Unreadable(error.message, where=where, hint=error.hint))
