"""Articles and settings for tests, in one line: `setting_of("Moscow said it would not attend.")`."""

from __future__ import annotations

from functools import cache

from dragoman.clean.blocks import clean_source
from dragoman.extract.statements import find_statements
from dragoman.extract.statements.turns import find_turns
from dragoman.interpret import interpret, open_kit
from dragoman.kit import Kit
from dragoman.records import Parsed, Reading, Reject, Source, Statement
from dragoman.resolve.attach import Setting
from dragoman.resolve.places import find_places
from dragoman.resolve.times import find_times
from dragoman.resolve.who import find_who
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
    parsed = parsed_of(text, published=published)
    who = find_who(parsed, kit())
    times = find_times(parsed, kit())
    places = find_places(parsed, who, kit())
    return Setting(parsed=parsed, who=who, times=times, places=places, words=kit().times.attach)


def statements_of(setting: Setting) -> tuple[tuple[Statement, ...], tuple[Reject, ...]]:
    return find_statements(setting, find_turns(setting, kit().speech), kit())


def reading_of(text: str, *, published: str | None = "2022-01-10") -> Reading:
    return interpret(parsed_of(text, published=published), kit())
