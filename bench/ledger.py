"""The ledger: asking a great one, taking in on top of reading, dying and going on, asking while somebody writes.

python -m bench.ledger                 all, over a ledger of 1,000,000 generated events (made where it is missing)
python -m bench.ledger ask             only: how long a page takes
python -m bench.ledger kill readers    only these

Times are of a page of 50 as the Python API gives it, one process, in one run after the other; the file may be cached by
the system, as that of a ledger in use is.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from dragoman.errors import DragomanError, LedgerError
from dragoman.ledger import Ledger, Writer
from dragoman.records.codec import encode
from tests.ledger.generate import ACTS, AT, EACH, STATES, TOWNS, WORDS, fill, mixed, reading, skewed

#: Queries of each kind; how often a writer is killed; ready records that are taken in.
QUERIES, KILLS, RECORDS = 400, 20, 500
FIRST_YEAR, YEARS = 2000, 9


def main() -> int:
    ap = argparse.ArgumentParser(
        prog="python -m bench.ledger", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("what", nargs="*", choices=[*PARTS, []], help=", ".join(PARTS))
    ap.add_argument("--events", type=int, default=1_000_000, metavar="N", help="events of the ledger that is asked")
    ap.add_argument("--ledger", type=Path, metavar="FILE", help="a ledger made before; made there where it is missing")
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in a.what or PARTS:
            PARTS[name](Path(folder), a)
    return 0


def ask(folder: Path, a: argparse.Namespace) -> None:
    path = a.ledger or folder / "big.ledger"
    if not path.exists():
        begin = time.perf_counter()
        fill(path, a.events, each=EACH)
        print(f"{a.events} events generated and written in {time.perf_counter() - begin:.0f} s")
    with Ledger(path) as ledger:
        totals = ledger.totals()
        print(f"asked: {totals['events']} events of {totals['articles']} articles, {path.stat().st_size / 1e9:.1f} GB")
        for name, query in ASKED.items():
            took, rows = [], 0
            for n in range(QUERIES):
                asked = query(n)
                begin = time.perf_counter()
                rows += len(ledger.events(limit=50, **asked))
                took.append((time.perf_counter() - begin) * 1000)
            tell(f"{name} ({rows / QUERIES:.0f} rows)", took)
        tell("series of a dyad, two years", [series(ledger, n) for n in range(20)])


def series(ledger: Ledger, n: int) -> float:
    return timed(lambda: ledger.series(*pair(n), since="2004", until="2005"))


def tell(name: str, took: list[float]) -> None:
    print(f"{name:40} median {statistics.median(took):7.1f} ms   p95 {percentile(took, 95):7.1f} ms")


def pair(n: int) -> tuple[str, str]:
    one, other = skewed(len(STATES), mixed(n, 3)), skewed(len(STATES), mixed(n, 4))
    return STATES[one][0], STATES[other if other != one else (one + 1) % len(STATES)][0]


def days(n: int) -> dict[str, str]:
    """A year, a month or a day, in turn."""
    year, month, day = FIRST_YEAR + mixed(n, 5) % YEARS, mixed(n, 6) % 12 + 1, mixed(n, 7) % 28 + 1
    since = (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}")[n % 3]
    return {"since": since, "until": since}


def word(n: int) -> str:
    return WORDS[skewed(len(WORDS), mixed(n, 8))]


#: What is asked, each of the n-th query: actors, words and days as unevenly spread as in the ledger.
ASKED: dict[str, Callable[[int], dict[str, object]]] = {
    "actor and date": lambda n: {"actor": pair(n)[0], **days(n)},
    "actor, newest": lambda n: {"actor": pair(n)[0]},
    "rare actor and date": lambda n: {"actor": STATES[-1 - n % 10][0], **days(n)},
    "name and date": lambda n: {"actor": "minister", **days(n)},
    "dyad, type and date": lambda n: {
        "by": pair(n)[0],
        "target": pair(n)[1],
        "type": ACTS[n % len(ACTS)][0],
        **days(n),
    },
    "actor and a rare type": lambda n: {"actor": pair(n)[0], "type": "CONCEDE"},
    "one word": lambda n: {"text": word(n)},
    "two words": lambda n: {"text": f"{word(n)} {word(n + 1)}"},
    "a word of every eighth event": lambda n: {"text": TOWNS[n % len(TOWNS)][0]},
    "a phrase": lambda n: {"text": f'"{STATES[n % 5][1]} accuse"'},
    "word, actor and date": lambda n: {"text": word(n), "actor": pair(n)[0], **days(n)},
    "place and date": lambda n: {"place": TOWNS[n % len(TOWNS)][0], **days(n)},
    "near and date": lambda n: {"near": (*TOWNS[n % len(TOWNS)][2:], 200), **days(n)},
    "date alone": lambda n: {**days(n)},
}


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def percentile(values: list[float], share: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def kill(folder: Path, a: argparse.Namespace) -> None:
    """Kill -9 at random moments of one ingest after the other into one ledger, then the last to its end."""
    records = folder / "records.jsonl"
    records.write_bytes(b"".join(encode(reading(n)) + b"\n" for n in range(RECORDS)))
    moments = random.Random(6)
    lost = doubled = wrong = landed = 0
    whole = writing_time(records, folder / "whole.ledger")
    for number in range(KILLS):
        path = folder / f"{number}.ledger"
        process = ingest(records, path)
        assert process.stdout
        told = told_by([process.stdout.readline()])
        time.sleep(moments.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        told |= told_by(process.communicate()[0].splitlines(keepends=True))
        landed += len(told) < RECORDS
        kept = articles(path)
        lost += len(told - kept)
        wrong += misread(path, sorted(kept)[::20])
        ingest(records, path).communicate()
        with Ledger(path) as ledger:
            totals = ledger.totals()
            ids = ledger.sql("SELECT count(*), count(DISTINCT id) FROM events")[0]
            lost += RECORDS - totals["articles"] + RECORDS * 10 - totals["events"]
            doubled += ids[0] - ids[1]
            wrong += ledger.sql("PRAGMA integrity_check") != [("ok",)]
    print(f"killed {KILLS} times ({landed} in the middle of writing): lost {lost}, doubled {doubled}, damaged {wrong}")


def writing_time(records: Path, path: Path) -> float:
    """Seconds from the first article that is told to the end."""
    process = ingest(records, path)
    assert process.stdout
    process.stdout.readline()
    return timed(process.communicate) / 1000


def told_by(lines: list[str]) -> set[str]:
    """The articles that whole lines told (the last line of a run that came to its end tells the count)."""
    return {line.split()[1] for line in lines if line.startswith("added ") and line.endswith("\n")}


def articles(path: Path) -> set[str]:
    try:
        with Ledger(path) as ledger:
            return {found.id for found in ledger.each("articles")}
    except LedgerError:  # killed before there was one
        return set()


def misread(path: Path, keys: list[str]) -> int:
    """How many of these articles are not in the ledger as they were made."""
    if not keys:
        return 0
    with Ledger(path) as ledger:
        return sum(ledger.reading(key) != reading(int(key[4:])) for key in keys)


def ingest(records: Path, path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "dragoman", "ingest", str(records), "--ledger", str(path), "--verbose"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def readers(folder: Path, a: argparse.Namespace) -> None:
    """A thousand queries by two readers, who wait for nothing, while a process takes in."""
    path = folder / "readers.ledger"
    fill(path, 1000)
    records = folder / "many.jsonl"
    with records.open("wb") as stream:
        for n in range(100, 6100):
            stream.write(encode(reading(n)) + b"\n")
    failed: list[str] = []
    took: list[float] = []

    def asking(count: int) -> None:
        with Ledger(path, patience=0) as ledger:
            for n in range(count):
                query = list(ASKED.values())[n % len(ASKED)](n)
                begin = time.perf_counter()
                try:
                    ledger.events(limit=50, **query)
                except DragomanError as error:
                    failed.append(str(error))
                took.append((time.perf_counter() - begin) * 1000)

    process = ingest(records, path)
    time.sleep(1.0)
    threads = [threading.Thread(target=asking, args=(500,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    running = process.poll() is None
    process.terminate()
    process.communicate()
    print(f"1000 queries while somebody writes{'' if running else ' (who ended before)'}: failed {len(failed)}, "
          f"slowest {max(took):.0f} ms {failed[:1] or ''}")  # fmt: skip


def on_top(folder: Path, a: argparse.Namespace) -> None:
    """What storing adds to reading: both timed article by article in one process."""
    from bench.speed import articles as corpus
    from bench.speed import one_core
    from dragoman.interpret import interpret_all, open_kit
    from dragoman.records import Reading, Source
    from dragoman.settings import Settings

    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    one_core()
    found = corpus(150)
    if not found:
        print("on-top: skipped, no corpora (set DRAGOMAN_GOLD)")
        return
    settings = Settings(language_check=False)
    kit = open_kit(settings)
    reads = stores = 0.0
    with Writer(folder / "top.ledger", durable=False) as writer:
        for at in range(0, len(found), 25):
            group = [Source(name=key, text=text) for key, text in found[at : at + 25]]
            begin = time.process_time()
            made = list(interpret_all(group, kit, settings))
            middle = time.process_time()
            for one in made:
                if isinstance(one, Reading):
                    writer.add(one, at=AT)
            reads, stores = reads + middle - begin, stores + time.process_time() - middle
    share = stores / reads
    print(f"on top of reading {len(found)} articles: {share:.1%} ({reads:.1f} s to read, {stores:.1f} s to store)")


PARTS: dict[str, Callable[[Path, argparse.Namespace], None]] = {
    "ask": ask, "kill": kill, "readers": readers, "on-top": on_top,
}  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
