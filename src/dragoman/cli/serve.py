"""`dragoman serve`: gathers what is to be shown, says where the page is, and serves it until interrupted."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.ends import ending, say
from dragoman.errors import MissingPart, SourceError, UsageError

#: Packages of the extra `web`.
PARTS = ("starlette", "jinja2", "uvicorn")


def serve(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            show_default=False,
            help="A ledger; or files and folders of articles, which are read first. Left out: DRAGOMAN_LEDGER.",
        ),
    ] = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; others than this machine need --token.")
    ] = ("127.0.0.1"),
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="Port; 0 takes a free one.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option(
            metavar="TOKEN",
            envvar="DRAGOMAN_TOKEN",
            show_default=False,
            show_envvar=False,
            help="Asked of every visitor (as password, under any name; or as Bearer). Also DRAGOMAN_TOKEN.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="Another host name to answer under; may be repeated.", show_default=False),
    ] = None,
    open: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    allow_read: Annotated[
        bool, typer.Option("--allow-read", help="Answer POST /read: an article in, its record out.")
    ] = False,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date of the articles (2022-01-10).", show_default=False),
    ] = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Folder of tables laid over ours; may be repeated.", show_default=False),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name every input that was passed over.")] = False,
) -> None:
    """Open a page on a ledger, or on articles: what happened, who said what, and which words say so.

    It listens on this machine alone, asks nothing of the network, sets no cookie, and writes nothing.
    """
    with ending():
        _need_parts()
        from dragoman.settings import Settings
        from dragoman.web.gather import gathered
        from dragoman.web.serve import check_doors
        from dragoman.web.serve import serve as run

        check_doors(host, token)
        settings = Settings(published=published, lexicon=tuple(lexicon or ()))
        with gathered(_paths(paths), settings, at=_now(), told=_Teller(verbose=verbose).told) as found:
            if found.read or found.failed:
                hint = "" if verbose or not found.failed else " (-v names them)"
                passed = f", {found.failed} inputs passed over{hint}" if found.failed else ""
                say(f"dragoman: {found.read} articles read{passed}")
            run(
                found.path,
                name=found.name,
                host=host,
                port=port,
                token=token,
                names=tuple(name or ()),
                allow_read=allow_read,
                lexicon=settings.lexicon,
                ready=lambda address: _ready(address, open_page=open),
            )


def _paths(paths: list[str] | None) -> tuple[str, ...]:
    found = tuple(paths or ()) or tuple(filter(None, [os.environ.get("DRAGOMAN_LEDGER")]))
    if not found:
        raise UsageError("nothing to show", hint="dragoman serve LEDGER, or dragoman serve FOLDER of articles")
    return found


def _need_parts() -> None:
    from importlib.util import find_spec

    for part in PARTS:
        if find_spec(part) is None:
            raise MissingPart(f"the page needs {part}", hint="pip install 'dragoman[web]'")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _ready(address: str, *, open_page: bool) -> None:
    say(f"dragoman: the page is at {address} (Ctrl+C ends it)")
    if open_page:
        import webbrowser

        webbrowser.open(address)


class _Teller:
    """Says on standard error what is being read: a count at a terminal, with -v every input that gave no article."""

    def __init__(self, *, verbose: bool) -> None:
        import sys

        self.verbose, self.count = verbose, 0
        self.stream = sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None

    def told(self, name: str, error: SourceError | None) -> None:
        self.count += 1
        if self.verbose and error is not None:
            say(f"dragoman: {error}")
        if self.stream:
            self.stream.write(f"\rreading … {self.count}\r")
            self.stream.flush()
