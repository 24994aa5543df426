"""`dragoman ingest` and `dragoman withdraw`: articles into a ledger; each is told as soon as it is kept."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dragoman.cli.ends import ALL_READ, SOME_FAILED, say
from dragoman.cli.reading import at_terminal
from dragoman.engines.ingest import Ingest, Stored
from dragoman.errors import UsageError
from dragoman.ledger import Added, Writer
from dragoman.ledger.store import ledger_path
from dragoman.read.folder import walk
from dragoman.settings import Settings
from dragoman.views.plain import plain

#: Results of a document, and what each is called when they are counted.
CALLED = {"added": "added", "version": "new versions", "appearance": "seen elsewhere", "known": "known already",
          "withdrawn": "withdrawn, left out", "failed": "failed"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for beside the settings of the reader."""

    paths: tuple[str, ...]
    ledger: Path | None
    workers: int = 1
    wait: float = 30.0
    quiet: bool = False
    verbose: bool = False


def now() -> str:
    """The moment, for the ledger's log."""
    return datetime.now(UTC).isoformat()


def run(request: Request, settings: Settings) -> int:
    """Take everything in; the exit status."""
    counts: Counter[str] = Counter()
    path = ledger_path(request.ledger)
    # Without a sync at every article: a loss of power may cost the last ones, which the next run takes in again.
    with Writer(path, patience=request.wait, durable=False) as writer, _progress(request) as progress:

        def told(stored: Stored) -> None:
            counts[tell(stored, request)] += 1
            progress.told()

        Ingest(writer=writer, settings=settings, now=now, told=told, workers=request.workers).run(request.paths)
    if not request.quiet:
        print(
            ", ".join(f"{counts[name]} {called}" for name, called in CALLED.items() if counts[name]) or "nothing found"
        )
    return SOME_FAILED if counts["failed"] else ALL_READ


def tell(stored: Stored, request: Request) -> str:
    """Say what has to be said of one document; the name of its result."""
    result = stored.result
    if result is not None and not isinstance(result, Added):
        say(f"dragoman: {result}")
        return "failed"
    if not request.quiet:
        for note in stored.notes:
            say(f"dragoman: {stored.name}: note: {note}")
    name = result.result if result else "known"
    if request.verbose:
        print(plain(f"{name} {result.article if result else stored.name}"), flush=True)
    return name


def withdraw(article: str, ledger: Path | None, *, by: str, note: str | None) -> None:
    """Close an article's current version and leave the tombstone."""
    with Writer(ledger_path(ledger)) as writer:
        writer.withdraw(article, at=now(), by=by, note=note)
    print(plain(f"withdrawn {article}"))


class _Silent:
    def told(self) -> None:
        pass


class _Bar(_Silent):
    """A line on the terminal: how many of how many, how many a second, and the time that remains."""

    def __init__(self, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
        from rich.text import Text

        class Rate(ProgressColumn):
            def render(self, task: Task) -> Text:
                return Text(f"{task.finished_speed or task.speed or 0:.1f}/s")

        count = TextColumn("{task.completed} of {task.total}" if total else "{task.completed}", markup=False)
        columns = (BarColumn(), count, Rate(), TimeRemainingColumn()) if total else (count, Rate())
        self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self.total = total
        self.task = self.bar.add_task("ingest", total=total)
        self.done = 0

    def told(self) -> None:
        self.done += 1
        if self.total and self.done > self.total:  # an archive held more: what remains is unknown
            self.total = None
            self.bar.update(self.task, total=None)
        self.bar.advance(self.task)


@contextmanager
def _progress(request: Request) -> Iterator[_Silent]:
    if request.quiet or request.verbose or not at_terminal(sys.stderr):
        yield _Silent()
        return
    bar = _Bar(expected(request.paths))
    with bar.bar:
        yield bar


def expected(paths: tuple[str, ...]) -> int | None:
    """How many documents to expect (a line of JSON Lines is one, another file is one); None where it cannot be told."""
    if "-" in paths:
        return None
    files = [f for path in paths for f in (walk(path) if Path(path).is_dir() else (path,)) if isinstance(f, str)]
    try:
        return sum(_lines(f) if f.lower().endswith((".jsonl", ".ndjson", ".jsonlines")) else 1 for f in files)
    except OSError:
        return None


def _lines(path: str) -> int:
    with open(path, "rb") as stream:
        return sum(part.count(b"\n") for part in iter(lambda: stream.read(1 << 20), b""))


def paths_or_standard_input(paths: list[str] | None) -> tuple[str, ...]:
    if not paths and at_terminal(sys.stdin):
        raise UsageError("nothing to ingest", hint="name a file or folder, or pipe records in: dragoman ingest --help")
    return tuple(paths or ("-",))
