"""The edition of the reader: what, with the input and the settings, decides every byte of the output."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from dragoman import __version__
from dragoman.lexicon.load import load_lexicon
from dragoman.parse.installed import model_name
from dragoman.records.codec import SCHEMA_VERSION
from dragoman.settings import DEFAULTS, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """`code` and `lexicon` are SHA-256 digests; `model` is name, version and digest, null where none is installed."""

    version: str
    schema: str
    code: str
    lexicon: str
    model: str | None


def edition(settings: Settings = DEFAULTS) -> Edition:
    """The edition in use; loads the tables, but no model."""
    return Edition(
        version=__version__,
        schema=SCHEMA_VERSION,
        code=code_digest(),
        lexicon=load_lexicon(settings.lexicon).digest,
        model=model_name(settings.model),
    )


#: The package, as it is installed.
PACKAGE = Path(__file__).resolve().parents[1]


def code_digest(folder: Path = PACKAGE) -> str:
    """SHA-256 over the name and bytes of every module of the package, in order of their names."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py"), key=lambda p: p.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
