"""`dragoman why`: reads records back and renders one explanation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.padding import Padding
from rich.text import Text

from dragoman.cli.output import console_on
from dragoman.cli.picture import marked
from dragoman.errors import NoSuchRecord, Unreadable, UsageError
from dragoman.ledger import Ledger
from dragoman.lexicon.load import load_lexicon
from dragoman.records import Reading
from dragoman.records.codec import read_records
from dragoman.views import why as view
from dragoman.views.passage import Passage
from dragoman.views.plain import plain


def explain(record: str, file: str, lexicon: tuple[Path, ...]) -> None:
    """Print why the record of a file is there."""
    show(view.explain(*view.one_record(readings(file), record), load_lexicon(lexicon)))


def explain_stored(record: str, path: Path | None, lexicon: tuple[Path, ...]) -> None:
    """Print why the record of a ledger is there, which version it stands in, and how it was judged."""
    if path is None:
        raise UsageError("no file and no ledger is named", hint="--in FILE, or --ledger FILE")
    with Ledger(path) as ledger:
        found = ledger.record(record)
        if found.part == "articles":
            raise NoSuchRecord(f"{found.id} is an article", hint="dragoman query events --article ID lists its records")
        reading = ledger.reading(found.article.n)
        version = ledger.version(found.article.n)
        judged = ledger.judgements(record=found.id, article=found.article.id)
    show(view.explain(reading, found.part, found.place_in, load_lexicon(lexicon)))
    console = console_on(sys.stdout)
    ended = f", {version['ended']}" if version["ended"] else ""
    kept = f"version {version.article.version} of {version.article.id}{ended}"
    console.print(Text.assemble(("\nledger", "bold blue"), f"\n  {plain(kept)}"))
    for judgement in judged:
        console.print(Text(plain(f"  {judgement}")))


def show(told: view.Explanation) -> None:
    console = console_on(sys.stdout)
    console.print(Text.assemble((told.kind, "bold"), f"  {told.id}".rstrip(), (f"  of {told.article}", "dim")))
    for name, value in told.facts:
        console.print(Padding(Text.assemble((f"{name} ", "dim"), value), (0, 0, 0, 2)))
    for sentence in told.sentences:
        # Where there is no bold, signs around the evidence do its work.
        console.print(Padding(marked(sentence) if console.is_terminal else signed(sentence), (1, 0, 0, 2)))
    console.print(Text("\nbecause" if told.reasons else "\nno reason is given", style="bold blue"))
    for reason in told.reasons:
        where = (f"  {reason.where}", "dim") if reason.where else ""
        console.print(Padding(Text.assemble((reason.name, "bold"), where, f"\n  {reason.meaning}"), (0, 0, 0, 2)))


def signed(sentence: Passage) -> Text:
    """The sentence with signs around its evidence, for files and pipes."""
    return Text("".join(f"⟦{p.text}⟧" if p.marked else p.text for p in sentence))


def readings(file: str) -> Iterator[Reading]:
    """The readings of a file that `dragoman read` wrote (json or jsonl); `-` is standard input."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise Unreadable(error.strerror or str(error), where=file) from error
    yield from read_records(data, name=file)
