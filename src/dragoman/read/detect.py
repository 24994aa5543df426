"""Bytes -> characters: byte order marks, UTF-8 first, else what the bytes look like; and what is no text.

The text is what all offsets count in, so a byte order mark is dropped before anything is counted, and whatever else
than UTF-8 is read is said in a note ("read as windows-1252").
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How files of other kinds begin (offset, bytes, what they are).
MAGIC = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"PK\x03\x04", "a zip archive or office document"),
    (0, b"PK\x05\x06", "an empty zip archive"),
    (0, b"\xd0\xcf\x11\xe0", "an old office document"),
    (0, b"BZh", "compressed (bzip2)"),
    (0, b"\xfd7zXZ", "compressed (xz)"),
    (0, b"7z\xbc\xaf", "a 7z archive"),
    (0, b"Rar!", "a rar archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x89PNG", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF8", "a GIF image"),
    (0, b"\x7fELF", "a program"),
    (0, b"SQLite format 3", "a database"),
)
#: Control characters that text does not hold.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
#: The share of them from which bytes are no text.
BINARY = 0.01
#: English with fewer bytes than this beyond ASCII is taken for windows-1252, the default of the Encoding Standard of
#: WHATWG for it; detectors that count letters have too little to go by there.
FEW = 0.04
#: Bytes shown to the detector.
SAMPLE = 100_000


class Decoded(NamedTuple):
    """The characters, and a sentence on how they were read if not simply as UTF-8."""

    text: str
    note: str | None = None


def byte_order_mark(data: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)


def binary_kind(head: bytes) -> str | None:
    """What the bytes are if they are no text: "a PDF document", "binary"."""
    for offset, magic, kind in MAGIC:
        if head.startswith(magic, offset):
            return kind
    if byte_order_mark(head) or unmarked_utf16(head):
        return None
    if len(CONTROL.findall(head)) > BINARY * len(head) or b"\x00" in head:
        return "binary"
    return None


def unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 without its mark: English in it is every other byte zero."""
    sample = head[: 2048 - len(head) % 2 if len(head) < 2048 else 2048]
    even, odd = sample[0::2], sample[1::2]
    if len(odd) < 8:
        return None
    for zeros, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        printable = sum(byte >= 32 or byte in b"\t\r\n" for byte in letters)
        if zeros.count(0) > 0.8 * len(zeros) and printable > 0.95 * len(letters):
            return encoding
    return None


def loosely(head: bytes) -> str:
    """The first bytes as characters, good enough to tell the kind of a document by."""
    encoding = byte_order_mark(head) or unmarked_utf16(head) or "utf-8"
    return head.decode(encoding, "replace").removeprefix("\ufeff")


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The characters of the bytes; `declared` is an encoding that the document names itself (used if UTF-8 fails)."""
    marked = byte_order_mark(data)
    if marked:
        text = data.decode(marked, "replace").removeprefix("\ufeff")
        return Decoded(text, None if marked == "utf-8" else f"read as {marked}")
    try:
        if not data.startswith(b"\x00") and b"\x00" not in data[:64]:
            return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return Decoded(data[: error.start].decode("utf-8"), "the last character is cut off")
    unmarked = unmarked_utf16(data)
    if unmarked:
        return Decoded(data.decode(unmarked, "replace"), f"read as {unmarked}")
    return damaged_utf8(data) or by_declaration(data, declared) or by_looks(data)


def damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes broken: far more characters beyond ASCII are whole than not."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(not c.isascii() for c in text[:SAMPLE]) - text.count("\ufffd", 0, SAMPLE)
    if whole >= 4 * broken:
        return Decoded(text, f"read as utf-8; {broken} damaged characters")
    return None


def by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    """As the document itself says, if that works."""
    if not declared:
        return None
    try:
        encoding = codecs.lookup(
            "windows-1252" if declared.lower() in ("iso-8859-1", "latin-1", "latin1") else declared
        )
        if encoding.name == "utf-8":
            return None
        return Decoded(data.decode(encoding.name), f"read as {shown(encoding.name)}")
    except (LookupError, UnicodeError, ValueError):
        return None


def by_looks(data: bytes) -> Decoded:
    """As charset-normalizer judges; windows-1252 where there is hardly anything to judge."""
    beyond = sum(byte > 127 for byte in data[:SAMPLE])
    if beyond <= FEW * min(len(data), SAMPLE):
        return Decoded(data.decode("cp1252", "replace"), "read as windows-1252")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    encoding = best.encoding if best and "cp1252" not in best.could_be_from_charset else "cp1252"
    return Decoded(data.decode(encoding, "replace"), f"read as {shown(encoding)}")


def shown(encoding: str) -> str:
    """The name of an encoding as people know it: cp1251 is windows-1251."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", encoding).replace("_", "-")
