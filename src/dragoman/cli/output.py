"""Where records go: standard output, or a file that appears under its name only when it is whole."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, TextIO

from dragoman.errors import UsageError
from dragoman.records import Reading
from dragoman.records.codec import encode

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def opened(output: Path | None) -> Iterator[BinaryIO]:
    """A binary stream; a file is written beside its place and renamed at the end, or removed if that is not reached.

    What is no regular file (`/dev/null`, a named pipe) is written to directly.
    """
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(os.path.realpath(output))
    direct = target.exists() and not target.is_file()
    part = target if direct else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        stream = part.open("wb")
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", where=str(output)) from error
    try:
        with stream:
            yield stream
        if not direct:
            part.replace(target)
    finally:
        if not direct:
            part.unlink(missing_ok=True)


class JsonLines:
    """A record a line."""

    def __init__(self, stream: BinaryIO, *, rejects: bool) -> None:
        self.stream, self.rejects = stream, rejects

    def write(self, reading: Reading) -> None:
        self.stream.write(encode(reading, rejects=self.rejects) + b"\n")
        self.stream.flush()

    def close(self) -> None:
        pass


class JsonArray(JsonLines):
    """One array, always, also of a single record or of none; a record a line inside."""

    def __init__(self, stream: BinaryIO, *, rejects: bool) -> None:
        super().__init__(stream, rejects=rejects)
        self.between = b"[\n"

    def write(self, reading: Reading) -> None:
        self.stream.write(self.between + encode(reading, rejects=self.rejects))
        self.between = b",\n"

    def close(self) -> None:
        self.stream.write(b"[]\n" if self.between == b"[\n" else b"\n]\n")


class Table:
    """The picture of each article."""

    def __init__(self, stream: BinaryIO, *, rejects: bool) -> None:
        own = stream is not sys.stdout.buffer
        encoding = "utf-8" if own else sys.stdout.encoding or "utf-8"
        text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", write_through=True) if own else sys.stdout
        self.text, self.own, self.rejects = text, own, rejects
        self.console = console_on(text)

    def write(self, reading: Reading) -> None:
        from dragoman.cli.picture import Picture
        from dragoman.views.situation import situation

        self.console.print(Picture(situation(reading), rejects=self.rejects))

    def close(self) -> None:
        if self.own:
            self.text.detach()  # type: ignore[union-attr]


class Page:
    """One HTML document with a section an article."""

    def __init__(self, stream: BinaryIO) -> None:
        from dragoman.views import page

        self.stream, self.view = stream, page
        self._put(page.HEAD)

    def write(self, reading: Reading) -> None:
        self._put(self.view.fragment(reading) + "\n")

    def close(self) -> None:
        self._put(self.view.FOOT)

    def _put(self, html: str) -> None:
        self.stream.write(html.encode("utf-8", "replace"))


def console_on(text: TextIO) -> Console:
    """Rich on a stream; a character that its encoding does not have is replaced, and nothing is taken for markup."""
    from rich.console import Console

    class Piped(Console):
        """A console that leaves a closed pipe to ends.py: what reads downstream has what it wanted."""

        def on_broken_pipe(self) -> None:
            raise  # the BrokenPipeError that is being handled

    if isinstance(text, io.TextIOWrapper):
        text.reconfigure(errors="replace")
    width = None if text.isatty() or "COLUMNS" in os.environ else PLAIN_WIDTH
    return Piped(file=text, width=width, markup=False, highlight=False, emoji=False)


#: Columns where the output is no terminal and COLUMNS is not set.
PLAIN_WIDTH = 100


class Writer(Protocol):
    """One format: each reading as it comes, then the end."""

    def write(self, reading: Reading) -> None: ...
    def close(self) -> None: ...


def writer_for(name: str, stream: BinaryIO, *, rejects: bool) -> Writer:
    """The writer of a format, by its name on the command line."""
    makers: dict[str, Callable[..., Writer]] = {"jsonl": JsonLines, "json": JsonArray, "table": Table}
    return makers[name](stream, rejects=rejects)
