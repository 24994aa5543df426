"""Articles and settings for tests, in one line: `setting_of("Moscow said it would not attend.")`."""

from __future__ import annotations

from functools import cache

from dragoman.clean.blocks import clean_source
from dragoman.extract.statements import find_statements
from dragoman.extract.statements.turns import find_turns
from dragoman.interpret import interpret, open_kit
from dragoman.interpret import setting_of as read_setting
from dragoman.kit import Kit
from dragoman.records import Parsed, Reading, Reject, Source, Statement
from dragoman.resolve.attach import Setting
from dragoman.settings import Settings

#: A short sentence is too little for a guess of the language.
PLAIN = Settings(language_check=False)


@cache
def kit() -> Kit:
    """The kit of the whole test session."""
    return open_kit(PLAIN)


def parsed_of(text: str, *, published: str | None = "2022-01-10") -> Parsed:
    basis = "given" if published else "unknown"
    source = Source(name="test", text=text, published=published, published_basis=basis)
    return next(kit().parser.parse([clean_source(source, kit(), PLAIN)], batch_size=64))


def setting_of(text: str, *, published: str | None = "2022-01-10") -> Setting:
    return read_setting(parsed_of(text, published=published), kit())


def statements_of(setting: Setting) -> tuple[tuple[Statement, ...], tuple[Reject, ...]]:
    return find_statements(setting, find_turns(setting, kit().speech), kit())


def reading_of(text: str, *, published: str | None = "2022-01-10") -> Reading:
    return interpret(parsed_of(text, published=published), kit())
