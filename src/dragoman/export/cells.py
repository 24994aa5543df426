"""Cells that stay cells: text of strangers in tables, markup and identifiers.

A tab or a line's end in a name would shift every column behind it; a formula in a spreadsheet runs; a NUL ends a file
for readers in C. Here they lose that power, and nothing else changes.
"""

from __future__ import annotations

import hashlib
import re

from dragoman.views.plain import plain

#: What no file can hold in UTF-8, or readers stop at: surrogates, control characters but tab and line ends.
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: A cell that begins so is a formula to spreadsheets (OWASP, CSV injection), the wide forms too.
FORMULA = tuple("=+-@\t\r＝＋－＠")
#: Ids of ours end in sixteen hexadecimal digits.
DIGITS = re.compile(r"-([0-9a-f]{12})[0-9a-f]{4}$")


def cell(text: str | None, *, null: str = "") -> str:
    """One line of visible characters without tabs; `null` for None and for what holds nothing visible."""
    return (plain(text) or null) if text else null


def safe(text: str) -> str:
    """The text with its lines; characters that no file or markup may hold are replaced (U+FFFD)."""
    return text if text.isprintable() else UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def unformula(text: str) -> str:
    """A leading apostrophe before what a spreadsheet would run."""
    return "'" + text if text.startswith(FORMULA) else text


def joined(values: tuple[str, ...] | list[str], separator: str = ";") -> str:
    """Several values in one cell; a separator inside a value gives way to a comma."""
    return separator.join(cell(value).replace(separator, ",") for value in values)


def number_of(record: str, row: int = 0) -> int:
    """An integer below 2**53 (exact in R and in JSON) for the row-th row of a record.

    Divided by 32 it is the first twelve hexadecimal digits of the record's id, which `dragoman why` takes for the id;
    a foreign id, or a thirty-third row, gets a hash instead.

        >>> hex(number_of("evt-0123456789ab0000", 3) // 32)
        '0x123456789ab'
    """
    match = DIGITS.search(record)
    if match and row < 32:
        return int(match[1], 16) * 32 + row
    return digest_number(record, str(row))


def digest_number(*parts: str) -> int:
    """An integer below 2**53 from the parts (BLAKE2b)."""
    data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big") >> 11
