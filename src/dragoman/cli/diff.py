"""`dragoman diff`: two versions of an article, or two files of records or ledgers, and what they say differently."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from dragoman.cli.output import console_on
from dragoman.cli.why import readings
from dragoman.errors import UnknownName, UsageError
from dragoman.ledger import Ledger
from dragoman.ledger.difference import Difference, difference, sentences
from dragoman.ledger.same import url_key
from dragoman.records import Reading
from dragoman.records.codec import SQLITE, dump
from dragoman.views.plain import plain

FORMATS = ("text", "json")


def run(old: str, new: str | None, path: Path | None, form: str) -> None:
    """Print the differences."""
    if form not in FORMATS:
        raise UnknownName("format", form, FORMATS)
    if new is not None and (is_file(old) or is_file(new)):
        found = list(of_files(old, new))
    else:
        with Ledger(path) as ledger:
            found = [of_versions(ledger, old, new)]
    if form == "json":
        sys.stdout.buffer.write(dump([asdict(d) for d in found]) + b"\n")
        return
    console = console_on(sys.stdout)
    for told in found:
        if told:
            console.print(plain(told.old if told.old == told.new else f"{told.old} -> {told.new}"), style="bold")
            for line in sentences(told):
                console.print(f"  {plain(line)}", soft_wrap=True)
    if not any(found):
        console.print("no difference")


def is_file(name: str) -> bool:
    try:
        return name == "-" or Path(name).is_file()
    except (OSError, ValueError):
        return False


def of_versions(ledger: Ledger, old: str, new: str | None) -> Difference:
    """`ID` alone is its last two versions; `ID@1` is a version, against the newest or the one named beside it."""
    (article, first), second = versioned(old), versioned(new) if new is not None else (None, None)
    if new is None:
        return ledger.difference(article, old=first)
    return ledger.difference(article, old=first, new=second[1], to=second[0])


def versioned(name: str) -> tuple[str, int | None]:
    article, at, number = name.rpartition("@")
    return (article, int(number)) if at and number.isdecimal() else (name, None)


def of_files(old: str, new: str) -> Iterator[Difference]:
    """Article by article, by URL or id; then those that only one of them has."""
    was = {key(r): r for r in articles_of(old)}
    now = {key(r): r for r in articles_of(new)}
    for name, reading in was.items():
        if name in now:
            yield difference(reading, now[name])
        else:
            yield lone(reading, "gone")
    for name, reading in now.items():
        if name not in was:
            yield lone(reading, "new")


def lone(reading: Reading, how: str) -> Difference:
    """An article that only one side has."""
    title = reading.article.title or reading.article.text[:80]
    fields = (("article", title, None) if how == "gone" else ("article", None, title),)
    return Difference(old=reading.article.id, new=reading.article.id, text=False, fields=fields, changes=())


def key(reading: Reading) -> str:
    return url_key(reading.article.url) or reading.article.id


def articles_of(name: str) -> Iterator[Reading]:
    """The readings of a ledger or of a file of records."""
    if name != "-" and not is_file(name):
        raise UsageError("there is no such file", where=name, hint="check the name")
    if name != "-":
        with open(name, "rb") as stream:
            ledger = stream.read(len(SQLITE)) == SQLITE
        if ledger:
            with Ledger(name) as opened:
                yield from opened.readings()
            return
    yield from readings(name)
