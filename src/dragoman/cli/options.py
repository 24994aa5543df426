"""Options that several commands have, each written once, and the reader's settings that they make."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from dragoman.settings import Settings


def many(name: str, metavar: str, text: str) -> Any:
    """An option that may be repeated."""
    return typer.Option(name, metavar=metavar, help=text, show_default=False)


def one(name: str, metavar: str, text: str) -> Any:
    """An option that is given once, or left out."""
    return typer.Option(name, metavar=metavar, help=text, show_default=False)


LedgerFile = Annotated[
    Path | None,
    typer.Option(
        "--ledger", metavar="FILE", help="The ledger.", envvar="DRAGOMAN_LEDGER", show_envvar=True, show_default=False
    ),
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date (2022-01-10); goes before the file's own.")
]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read.")]
BatchSize = Annotated[int, typer.Option(min=1, metavar="N", help="Blocks parsed at once.")]
LexiconFolders = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon", metavar="DIR", envvar="DRAGOMAN_LEXICON", show_default=False,
        help="Folder of tables laid over ours; may be repeated.",
    ),
]  # fmt: skip
MaxChars = Annotated[int, typer.Option(min=1, metavar="N", help="Refuse a document that is longer, by name.")]
NoLanguageCheck = Annotated[bool, typer.Option("--no-language-check", help="Read also what does not look English.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes, no progress; errors only.")]


def reader_settings(
    *, published: str | None, lexicon: list[Path] | None, batch_size: int, max_chars: int, no_language_check: bool
) -> Settings:
    """The settings of the reader as these options have them."""
    from dragoman.settings import Settings

    return Settings(
        published=published,
        lexicon=tuple(lexicon or ()),
        batch_size=batch_size,
        max_chars=max_chars,
        language_check=not no_language_check,
    )
