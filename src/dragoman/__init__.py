"""Dragoman: reads news reports of diplomacy and crises and keeps a cited ledger.

The house, in the order of the journey (each room may import those above it):

    records/    the nouns                     resolve/   who, when, where
    lexicon/    words and names, as tables    extract/   said, done, wanted, counted
    kit.py      tables + parser, built once   interpret.py  THE FLOW: Source -> Reading
    read/       files, pages, lines -> Source ledger/    readings kept, asked, judged
    clean/      labels for every block        engines/   many articles, several workers
    parse/      the grammar, behind one door  views/     rows to show
                                              export/    files of other projects
                                              web/ cli/  a page, the command line
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.errors import DragomanError, SourceError
    from dragoman.ledger import Ledger
    from dragoman.records import Reading
    from dragoman.settings import Settings

__version__ = "0.1.0"
__all__ = ["DragomanError", "Ledger", "Reading", "Settings", "SourceError", "__version__", "read", "read_many"]

#: Where the promised names live; they are loaded when first used, so that `import dragoman` costs nothing.
_HOMES = {
    "DragomanError": "dragoman.errors",
    "SourceError": "dragoman.errors",
    "Ledger": "dragoman.ledger",
    "Reading": "dragoman.records",
    "Settings": "dragoman.settings",
}


class _House(ModuleType):
    """The promise `dragoman.read` and the room `dragoman.read` share a name.

    When a room is imported, Python binds it on the package; the function stays here all the same, and the room is
    reached as ever by `from dragoman.read import ...`.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "read" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _House


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def read(
    text_or_path: str | os.PathLike[str],
    *,
    published: str | None = None,
    settings: Settings | None = None,
) -> Reading:
    """The reading of one article, given as its text or as the path of a file.

    A `pathlib.Path` is always a file. A `str` is a file where it is one line, no longer than a path can be, and a file
    of that name is there; every other `str` is the text. `published` is the ISO day (or moment) of publication, against
    which "on Monday" is resolved; it goes before what the file says.

    Raises SourceError where the document is none that can be read, UsageError where the file holds several articles
    (see `read_many`).

        >>> reading = dragoman.read("Moscow will not give ground, the deputy minister said.", published="2022-01-10")
    """
    from dragoman.engines.facade import read_one

    return read_one(text_or_path, published=published, settings=settings)


def read_many(
    paths: Iterable[str | os.PathLike[str]], *, workers: int = 1, settings: Settings | None = None
) -> Iterator[Reading | SourceError]:
    """A reading for each article of the paths (files, folders, `-`), in order; an error stands in its article's place.

    Several `workers` are processes: a script that asks for them keeps its own work under
    `if __name__ == "__main__":`. The readings are the same whatever their number.

        >>> for reading in dragoman.read_many(["archive/"], workers=2):
        ...     print(reading)
    """
    from dragoman.engines.facade import read_paths

    return read_paths(paths, workers=workers, settings=settings)
