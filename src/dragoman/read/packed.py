"""Compressed inputs: gzip and zstandard are told by their first bytes and read as what they hold."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import Any, BinaryIO, cast

from dragoman.errors import Unreadable

GZIP = b"\x1f\x8b"
ZSTANDARD = b"\x28\xb5\x2f\xfd"
#: How compressed data may fail besides OSError (gzip.BadGzipFile is one): it ends early, or is not what it says.
DAMAGE = (EOFError, zlib.error)


def unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """The stream itself, or what its compressed bytes hold; raises Unreadable where a package is missing for it."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(Any, stream))
    start = buffered.peek(4)
    if start.startswith(GZIP):
        return cast(BinaryIO, gzip.GzipFile(fileobj=buffered))
    return zstandard_reader(buffered, name) if start.startswith(ZSTANDARD) else buffered


def zstandard_reader(stream: BinaryIO, name: str) -> BinaryIO:
    try:
        import zstandard
    except ImportError:
        hint = "pip install 'dragoman[archives]'"
        raise Unreadable("it is compressed (zstandard)", where=name, hint=hint) from None
    reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    return cast(BinaryIO, Guarded(reader, zstandard.ZstdError))


class Guarded(io.RawIOBase):
    """A reader whose library's own errors become OSError, which every door knows."""

    def __init__(self, reader: Any, error: type[Exception]) -> None:
        super().__init__()
        self.reader, self.error = reader, error

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            return bytes(self.reader.read(size))
        except self.error as error:
            raise OSError(f"the compressed data is damaged: {error}") from error

    def close(self) -> None:
        self.reader.close()
        super().close()
