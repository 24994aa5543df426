"""What stands behind `dragoman.read` and `dragoman.read_many`; the kit is built once and kept for the process."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from dragoman.engines.local import read_all
from dragoman.errors import NotAnArticle, SourceError, Unreadable, UsageError
from dragoman.interpret import open_kit
from dragoman.kit import Kit
from dragoman.read import read_sources, read_text
from dragoman.records import Reading, Source
from dragoman.settings import DEFAULTS, Settings

#: No path is longer on Linux, macOS or (with its long names) most of Windows; a longer string is a text.
PATH_LIMIT = 4096


def read_one(
    text_or_path: str | os.PathLike[str], *, published: str | None = None, settings: Settings | None = None
) -> Reading:
    """See `dragoman.read`."""
    settings = settings or DEFAULTS
    if published is not None:
        settings = replace(settings, published=published)
    path = path_of(text_or_path)
    sources: Iterable[Source | SourceError]
    sources = [read_text(str(text_or_path))] if path is None else read_sources([path], settings)
    outcomes = read_all(sources, settings, kit=kept_kit(settings.model, settings.lexicon))
    first = next(outcomes, None)
    if first is None:
        raise NotAnArticle("holds no article", where=path or "text")
    if next(outcomes, None) is not None:
        raise UsageError("holds several articles", where=path or "text", hint="dragoman.read_many reads them all")
    if not isinstance(first.result, Reading):
        raise first.result
    return first.result


def read_paths(
    paths: Iterable[str | os.PathLike[str]], *, workers: int = 1, settings: Settings | None = None
) -> Iterator[Reading | SourceError]:
    """See `dragoman.read_many`."""
    settings = settings or DEFAULTS
    sources = read_sources([os.fspath(path) for path in paths], settings)
    kit = kept_kit(settings.model, settings.lexicon) if workers == 1 else None
    for outcome in read_all(sources, settings, workers=workers, kit=kit):
        yield outcome.result


@lru_cache(maxsize=2)
def kept_kit(model: str, lexicon: tuple[Path, ...]) -> Kit:
    """The kit for these choices (the other settings are no part of it)."""
    return open_kit(Settings(model=model, lexicon=lexicon))


def path_of(given: str | os.PathLike[str]) -> str | None:
    """The path that is meant, or None where a string is the text itself.

    A one-word string with a suffix ("talks.txt") that names no file is taken for a path mistyped, not for an article.
    """
    if not isinstance(given, str):
        return os.fspath(given)
    if not given or len(given) > PATH_LIMIT or not given.isprintable():
        return None
    try:
        if os.path.isfile(given):
            return given
    except ValueError:
        return None
    if os.path.splitext(given)[1] and len(given.split()) == 1 and given[-1] != ".":
        raise Unreadable("no such file", where=given)
    return None
