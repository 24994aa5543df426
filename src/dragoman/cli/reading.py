"""`dragoman read`: the documents one by one, each written as soon as it is read, errors and notes on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dragoman.cli.ends import ALL_READ, SOME_FAILED, say
from dragoman.cli.output import Page, Writer, opened, writer_for
from dragoman.engines.local import Outcome, read_all
from dragoman.errors import UsageError
from dragoman.read import read_sources
from dragoman.records import Reading
from dragoman.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for on the command line, beside the settings of the reader."""

    paths: tuple[str, ...] = ()
    format: str | None = None
    output: Path | None = None
    html: Path | None = None
    workers: int = 1
    rejects: bool = False
    quiet: bool = False
    verbose: bool = False


def run(request: Request, settings: Settings) -> int:
    """Read everything and write it; the exit status."""
    paths = request.paths or _standard_input()
    read = failed = 0
    with ExitStack() as files:
        writers = _writers(request, files)
        outcomes = read_all(read_sources(paths, settings), settings, workers=request.workers)
        with closing(outcomes), _progress(request) as progress:
            for outcome in outcomes:
                progress.told(outcome)
                if isinstance(outcome.result, Reading):
                    read += 1
                    _notes(outcome, request)
                    for writer in writers:
                        writer.write(outcome.result)
                else:
                    failed += 1
                    say(f"dragoman: {outcome.result}")
        for writer in writers:
            writer.close()
    if not read and not failed:
        say("dragoman: nothing to read")
    elif request.verbose or (failed and read + failed > 1 and not request.quiet):
        say(f"dragoman: {read} read, {failed} failed")
    return SOME_FAILED if failed else ALL_READ


def _writers(request: Request, files: ExitStack) -> list[Writer]:
    """The writer of the records and, where it is asked for, that of the page."""
    stream = files.enter_context(opened(request.output))
    writers = [writer_for(_format(request), stream, rejects=request.rejects)]
    if request.html:
        writers.append(Page(files.enter_context(opened(request.html))))
    return writers


def _standard_input() -> tuple[str, ...]:
    if at_terminal(sys.stdin):
        raise UsageError("nothing to read", hint="name a file or folder, or pipe a text in: dragoman read --help")
    return ("-",)


def _format(request: Request) -> str:
    if request.format:
        return request.format
    if request.output:
        return "json" if request.output.suffix == ".json" else "jsonl"
    return "table" if at_terminal(sys.stdout) else "jsonl"


def at_terminal(stream: TextIO | None) -> bool:
    """Is there a person at this end? (A stream that was closed before we began is None and has none.)"""
    return stream is not None and stream.isatty()


def _notes(outcome: Outcome, request: Request) -> None:
    if request.quiet or not isinstance(outcome.result, Reading):
        return
    for note in outcome.result.notes:
        say(f"dragoman: {outcome.name}: note: {note}")
    if request.verbose:
        say(f"dragoman: {outcome.name}: {outcome.result!r}")


class _Silent:
    def told(self, outcome: Outcome) -> None:
        pass


class _Counter(_Silent):
    """A line on the terminal that counts; it is gone when the run ends."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.completed} read", markup=False), TimeElapsedColumn())
        self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("read", total=None)

    def told(self, outcome: Outcome) -> None:
        self.bar.advance(self.task)


@contextmanager
def _progress(request: Request) -> Iterator[_Silent]:
    """A counter where standard error is a terminal and records do not go to that terminal themselves."""
    if request.quiet or not at_terminal(sys.stderr) or (request.output is None and at_terminal(sys.stdout)):
        yield _Silent()
        return
    counter = _Counter()
    with counter.bar:
        yield counter
