"""Paths -> opened inputs: files, standard input, and folders with all they hold, in order of their names."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator

from dragoman.errors import NotAnArticle, SourceError, Unreadable
from dragoman.read.incoming import Incoming
from dragoman.read.packed import DAMAGE
from dragoman.settings import Settings

#: Files of these kinds are passed over in folders (named on the command line they are looked into, and refused).
NO_TEXT = frozenset(
    suffix
    for suffixes in (
        ".avi .bmp .eot .flac .gif .heic .ico .jpeg .jpg .m4a .mkv .mov .mp3 .mp4 .ogg .otf .png .psd .svg .tif .tiff",
        ".ttf .wav .webm .webp .wmv .woff .woff2 .7z .bz2 .iso .jar .rar .tar .tgz .xz .zip .avif",
        ".doc .docx .epub .odp .ods .odt .pdf .ppt .pptx .rtf .xls .xlsx .a .bin .class .db .dll .dylib .exe .o .obj",
        ".parquet .pkl .pyc .so .sqlite .sqlite3 .wasm .css .csv .js .lock .py .toml .tsv .yaml .yml",
    )
    for suffix in suffixes.split()
)
STANDARD_INPUT = "-"


def open_paths(paths: Iterable[str], settings: Settings) -> Iterator[Incoming | SourceError]:
    """Every input of the paths in order, opened one at a time; an error in the place of what cannot be opened."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield open_standard_input(settings)
        elif is_folder(path):
            yield from open_folder(path, settings)
        else:
            yield open_file(path, settings)


def is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)
    except ValueError:  # a NUL inside: no path
        return False


def open_standard_input(settings: Settings) -> Incoming | SourceError:
    if sys.stdin is None:
        return Unreadable("standard input is closed", where=STANDARD_INPUT)
    try:
        return Incoming(STANDARD_INPUT, sys.stdin.buffer, settings, close=False)
    except SourceError as error:
        return error
    except DAMAGE as error:
        return Unreadable(f"the compressed data is damaged: {error}", where=STANDARD_INPUT)
    except OSError as error:
        return Unreadable(f"it cannot be read: {error.strerror or error}", where=STANDARD_INPUT)


def open_file(path: str, settings: Settings) -> Incoming | SourceError:
    try:
        return Incoming(path, open(path, "rb"), settings)
    except SourceError as error:
        return error
    except DAMAGE as error:
        return Unreadable(f"the compressed data is damaged: {error}", where=path, hint="fetch it again")
    except FileNotFoundError:
        return Unreadable("there is no such file", where=path, hint="check the name")
    except (OSError, ValueError) as error:
        return Unreadable(f"it cannot be read: {getattr(error, 'strerror', None) or error}", where=path)


def open_folder(path: str, settings: Settings) -> Iterator[Incoming | SourceError]:
    """All documents under the folder; hidden files and files of other kinds are passed over."""
    found = False
    for name in walk(path):
        if isinstance(name, SourceError):
            yield name
        else:
            yield open_file(name, settings)
        found = True
    if not found:
        yield NotAnArticle("there is no document in this folder", where=path)


def walk(path: str) -> Iterator[str | SourceError]:
    """The names of the documents under a folder, sorted, each folder's own files before those of its folders."""
    problems: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            full = os.path.join(folder, name)
            if not name.startswith(".") and os.path.splitext(name)[1].lower() not in NO_TEXT and is_regular(full):
                yield full
        while problems:
            problem = problems.pop()
            yield Unreadable(f"it cannot be read: {problem.strerror or problem}", where=str(problem.filename or folder))


def is_regular(path: str) -> bool:
    """Whether it is a file one can read to its end (no pipe, no device); a dangling link is named, not passed over."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True
