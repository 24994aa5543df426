"""A dictionary file as lines without comments, and what is the same in all its kinds: brackets, codes, dates.

Comments: `#` to the end of the line, `;` too where no bracket follows it, and `<!-- … -->` over any number of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import LexiconError

#: `<! --`, as some hands write it, opens a comment too.
OPEN, CLOSE = re.compile(r"<!\s?-*"), "-->"
BRACKET = re.compile(r"\[([^\[\]]*)\]")
#: Marks that stand where a code would and say that there is none (TABARI: null, complex, discard).
NO_CODE = frozenset({"---", "+++", "###"})
#: Years of two digits: from this on they are of the last century.
PIVOT = 40


@dataclass(frozen=True, slots=True, order=True)
class Warned:
    """A line that was not read, or not as it stands, and why."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(slots=True)
class Source:
    """One file: `lines` are (number, text without comments), empty ones left out; `warnings` grow while it is read."""

    name: str
    lines: list[tuple[int, str]]
    warnings: list[Warned] = field(default_factory=list)

    def warn(self, line: int, what: str) -> None:
        """Note what cannot be read as it stands."""
        self.warnings.append(Warned(self.name, line, what))

    def origin(self, line: int, code_line: int | None = None) -> str:
        """`verbs.txt:12`, or `actors.txt:12+14` where the code stands on a line of its own."""
        own = f"{self.name}:{line}"
        return own if code_line in (None, line) else f"{own}+{code_line}"


def open_source(path: Path) -> Source:
    """The file (UTF-8, else Latin-1); LexiconError where it cannot be opened."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}", where=str(path)) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return source_of(text, path.name)


def source_of(text: str, name: str) -> Source:
    """The lines of a text."""
    source = Source(name, [])
    inside = 0
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        bare, inside = _without_comment(line.replace("\x00", " "), number, inside)
        if bare.strip():
            source.lines.append((number, bare.rstrip()))
    if inside:
        source.warn(inside, "this comment is not closed: all behind it is left out")
    return source


def _without_comment(line: str, number: int, inside: int) -> tuple[str, int]:
    """The line without comments, and the number of the line on which a comment was opened that goes on, or 0."""
    kept = ""
    rest = line
    while rest:
        if inside:
            _, closed, rest = rest.partition(CLOSE)
            inside = 0 if closed else inside
            continue
        opened = OPEN.search(rest)
        kept += rest if opened is None else rest[: opened.start()]
        rest = "" if opened is None else rest[opened.end() :]
        inside = 0 if opened is None else number
    return _without_mark(kept), inside


def _without_mark(line: str) -> str:
    """The line up to a `#` outside brackets; up to `;` behind the last bracket, or anywhere where there is none."""
    depth = 0
    last = line.rfind("]")
    for at, sign in enumerate(line):
        if sign == "[":
            depth += 1
        elif sign == "]":
            depth = max(0, depth - 1)
        elif (sign == "#" and not depth) or (sign == ";" and at > last):
            return line[:at]
    return line


def code_of(written: str) -> str:
    """A code without blanks; "" for the marks that stand for none, also on one side of a colon."""
    parts = ["".join(part.split()) for part in written.split(":")]
    kept = ["" if part in NO_CODE else part for part in parts]
    return ":".join(kept) if any(kept) else ""


def phrase_of(written: str) -> str:
    """A phrase in capitals with single blanks."""
    return " ".join(written.upper().split())


def iso_day(written: str) -> str | None:
    """`990816`, `19990816` as an ISO day; a month or day of 00 is the first; None where it is no date."""
    digits = written.strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (6, 8):
        return None
    year, rest = (digits[:4], digits[4:]) if len(digits) == 8 else (digits[:2], digits[2:])
    if len(year) == 2:
        year = ("19" if int(year) >= PIVOT else "20") + year
    month, day = rest[:2], rest[2:]
    month, day = ("01" if month == "00" else month), ("01" if day == "00" else day)
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return None
    return f"{year}-{month}-{day}"


def brackets(line: str) -> Iterator[str]:
    """What stands between each pair of brackets."""
    yield from (match.group(1).strip() for match in BRACKET.finditer(line))


def before_bracket(line: str) -> str:
    """What stands before the code in brackets."""
    return line.partition("[")[0].strip()
