"""Incoming: an opened input of which only the first bytes are read yet."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from dragoman.errors import NotAnArticle, SourceError, Unreadable
from dragoman.read.detect import binary_kind, byte_order_mark, loosely
from dragoman.read.packed import DAMAGE, unpacked
from dragoman.records import Source
from dragoman.settings import Settings

#: Bytes by which the kind is told.
HEAD = 65_536
#: A character takes at most four bytes in UTF-8, UTF-16 and UTF-32, and twelve as a JSON escape (`\\ud83d\\ude00`).
BYTES_OF_CHARACTER = 4
BYTES_OF_ESCAPE = 12


class Incoming:
    """An input under its name; `head` are its first bytes, which are given again by `whole()` and `lines()`."""

    def __init__(self, name: str, stream: BinaryIO, settings: Settings, *, close: bool = True) -> None:
        self.name, self.max_chars = name, settings.max_chars
        self._stream, self._close = unpacked(stream, name), close
        self.damage: Exception | None = None
        self.head = self._read(HEAD)

    def __enter__(self) -> Incoming:
        return self

    def __exit__(self, *_: object) -> None:
        if self._close:
            self._stream.close()

    def _read(self, size: int) -> bytes:
        """`size` bytes, fewer only at the end (a pipe gives what it has) and before damage."""
        parts, held = [], 0
        read = getattr(self._stream, "read1", self._stream.read)  # read() of a damaged gzip loses what came before
        while held < size:
            try:
                part = read(size - held)
            except DAMAGE as error:
                self.damage = error
                break
            if not part:
                break
            parts.append(part)
            held += len(part)
        return b"".join(parts)

    @property
    def start(self) -> str:
        """The first characters, decoded as well as it goes, without byte order mark and leading white space."""
        return loosely(self.head).lstrip()

    def check_is_text(self) -> None:
        """Raises for an empty input, and for what is no text at all."""
        if not self.head and self.damage:
            raise self.damage
        if not self.head:
            raise NotAnArticle("it is empty", where=self.name)
        kind = binary_kind(self.head)
        if kind:
            raise Unreadable(f"it is {kind}, not text", where=self.name, hint="give the text or the page itself")

    def whole(self) -> bytes:
        """All bytes; NotAnArticle if they must be more than `max_chars` characters."""
        limit = self.max_chars * BYTES_OF_CHARACTER + 4
        if self.damage:
            raise self.damage
        if len(self.head) < HEAD:
            return self.head
        data = self.head + self._read(limit + 1 - len(self.head)) if limit >= len(self.head) else self.head
        if len(data) > limit:
            raise self.too_long()
        return data

    def rest(self) -> BinaryIO:
        """The whole input as a stream, for readers that take it in pieces."""
        return cast(BinaryIO, _Joined(self))

    def lines(self) -> Iterator[bytes | None]:
        """The lines without their ends, one at a time; None for one that is longer than any article may be."""
        reader = io.BufferedReader(_Joined(self))
        limit = self.max_chars * BYTES_OF_ESCAPE + HEAD
        while line := reader.readline(limit):
            if line.endswith(b"\n") or len(line) < limit:
                yield line.rstrip(b"\r\n")
                continue
            while (rest := reader.readline(HEAD)) and not rest.endswith(b"\n"):
                pass
            yield None

    def too_long(self, where: str | None = None) -> NotAnArticle:
        return NotAnArticle(
            f"it is longer than {self.max_chars:,} characters",
            where=where or self.name,
            hint="split it, or raise --max-chars",
        )

    def unreadable(self, error: OSError) -> Unreadable:
        return Unreadable(f"it cannot be read: {error.strerror or error}", where=self.name)

    @property
    def marked(self) -> str | None:
        """The encoding that a byte order mark at the start names."""
        return byte_order_mark(self.head)


class _Joined(io.RawIOBase):
    """The bytes already read, then the rest of the stream."""

    def __init__(self, incoming: Incoming) -> None:
        super().__init__()
        self.head, self.incoming = incoming.head, incoming

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self.head:
            part, self.head = self.head[: len(buffer)], self.head[len(buffer) :]
        else:
            if self.incoming.damage:
                raise self.incoming.damage
            part = self.incoming._read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: whether an input is of it, and its documents."""

    name: str
    knows: Callable[[Incoming], bool]
    read: Callable[[Incoming, Settings], Iterator[Source | SourceError]]
