"""Every error Dragoman raises on purpose.

    DragomanError
     ├ UsageError      asked for what cannot be        ─ SettingsError · UnknownName
     ├ SourceError     one document; the run goes on   ─ Unreadable · NotAnArticle · WrongLanguage · ReadingFailed
     ├ LedgerError     the ledger cannot be asked or written  ─ SchemaMismatch · Locked · NoSuchRecord
     ├ LexiconError    a table is broken (file, row, column); stop before work
     ├ MissingPart     a model or an extra is not installed
     └ AnchorError     our own fault: words and offsets disagree; never written

All carry a code, a sentence for people, where it happened and, where one exists, a hint what to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class DragomanError(Exception):
    """An error with a stable `code`, the place it happened (`where`) and a `hint`; `str()` is one line."""

    code = "error"

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.where, self.hint = message, where, hint

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{hint}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.where, self.hint))


def _rebuild(kind: type[DragomanError], message: str, where: str | None, hint: str | None) -> DragomanError:
    """Errors cross process boundaries whole (pickle would call `__init__` with the message alone)."""
    error = kind.__new__(kind)
    DragomanError.__init__(error, message, where=where, hint=hint)
    return error


class UsageError(DragomanError):
    code = "usage"


class SettingsError(UsageError):
    code = "settings"


class UnknownName(UsageError):
    """A name that is not in a closed list; the message gives the known ones, the nearest first."""

    code = "unknown-name"

    def __init__(self, what: str, name: str, known: Iterable[str], *, where: str | None = None) -> None:
        names = list(known)
        near = get_close_matches(name, names, n=1)
        hint = f"did you mean {near[0]!r}?" if near else None
        super().__init__(f"unknown {what} {name!r}; known: {', '.join(names)}", where=where, hint=hint)


class SourceError(DragomanError):
    code = "source"


class Unreadable(SourceError):
    code = "unreadable"


class NotAnArticle(SourceError):
    code = "not-an-article"


class WrongLanguage(SourceError):
    code = "wrong-language"


class ReadingFailed(SourceError):
    """Our own fault in one document: the run goes on, the document is named, nothing of it is written."""

    code = "reading-failed"


class LedgerError(DragomanError):
    code = "ledger"


class SchemaMismatch(LedgerError):
    """The file is no ledger, or one of a newer Dragoman; or of an older one and may not be changed here."""

    code = "schema-mismatch"


class Locked(LedgerError):
    """Somebody else was writing for longer than we were told to wait."""

    code = "locked"


class NoSuchRecord(LedgerError):
    """The record asked for is not in the ledger or the file, or several answer to what was written."""

    code = "no-such-record"


class LexiconError(DragomanError):
    code = "lexicon"


class MissingPart(DragomanError):
    code = "missing-part"


class AnchorError(DragomanError):
    code = "anchor"
