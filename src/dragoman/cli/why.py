"""`dragoman why`: reads records back and renders one explanation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.padding import Padding
from rich.text import Text

from dragoman.cli.output import console_on
from dragoman.cli.picture import marked
from dragoman.errors import Unreadable
from dragoman.lexicon.load import load_lexicon
from dragoman.records import Reading
from dragoman.records.codec import read_records
from dragoman.views import why as view
from dragoman.views.passage import Passage


def explain(record: str, file: str, lexicon: tuple[Path, ...]) -> None:
    """Print why the record is there."""
    hit = view.one_record(readings(file), record)
    told = view.explain(*hit, load_lexicon(lexicon))
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
