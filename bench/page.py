"""The page on a large ledger: how long every view takes, how much memory and script, how many requests a second.

python -m bench page --ledger FILE    a ledger made by tests.ledger.generate; without one, 100,000 events are made

The server runs in a process of its own, held to one core; the client asks one question at a time, each of them new, so
that no answer is taken from those kept ready. Times are of whole answers over a kept connection.
"""

from __future__ import annotations

import gzip
import http.client
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STATES = ("USA", "RUS", "CHN", "IRN", "ISR", "UKR", "GBR", "FRA", "DEU", "TUR", "IND", "NOR", "FJI", "PER")
YEARS = ("", "2003", "2008", "2012", "2016-05", "2020")
WORDS = ("border", "talks", "sanctions", "minister", "ceasefire", "troops")
#: Milliseconds asked of the median and the 95th percentile of each view; the network has its own.
ASKED, NETWORK = (50.0, 200.0), (600.0, 600.0)


def questions(article: str, record: str) -> dict[str, list[str]]:
    """Addresses of each view, all different."""
    pairs = [f"actor={s}&to={y}" if y else f"actor={s}" for s, y in product(STATES, YEARS)]
    spans = [f"to={y}" if y else "" for y in YEARS]
    words = [f"text={w}&to={y}" if y else f"text={w}" for w, y in product(WORDS, YEARS)]
    return {
        "situation": [f"/?{p}" for p in (*pairs, *spans)],
        "events": [f"/events?{p}" for p in (*pairs, *spans, *words)],
        "events, all": [f"/events?status=all&{p}" for p in (*pairs, *words)],
        "events.json": [f"/events.json?{p}" for p in pairs],
        "statements": [f"/statements?{p}" for p in (*pairs, *words)],
        "positions": [f"/positions?{p}" for p in pairs],
        "assessments": [f"/assessments?{p}" for p in pairs],
        "figures": [f"/figures?{p}" for p in pairs],
        "calendar": [f"/calendar?{p}" for p in pairs],
        "network": [f"/network?{p}" for p in (*spans, *pairs[:30])],
        "map": [f"/map?{p}" for p in (*spans, *pairs[:30])],
        "actors": [f"/actors?{p}" for p in spans],
        "actor": [f"/actors/{s}?to={y}" if y else f"/actors/{s}" for s, y in product(STATES, YEARS)],
        "dyad": [f"/dyad?a={a}&b={b}" for a, b in product(STATES[:8], STATES[:8]) if a < b],
        "sources": [f"/sources?{p}" for p in (*spans, *words)],
        "search": [f"/search?{p}" for p in words],
        "article": [f"/articles/{article}?record={record}&n={n}" for n in range(30)],
    }


@contextmanager
def server(ledger: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A server on a free port, held to the last core."""
    core = max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    hold = ["taskset", "-c", str(core)] if Path("/usr/bin/taskset").exists() else []
    command = [*hold, sys.executable, "-m", "dragoman", "serve", str(ledger), "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        for line in process.stderr:
            if "http://" in line:
                yield process, int(line.partition("http://")[2].split(":")[1].split("/")[0])
                break
        else:
            raise RuntimeError("the server did not begin")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def asked(connection: http.client.HTTPConnection, path: str) -> tuple[float, int, bytes]:
    begin = time.perf_counter()
    connection.request("GET", path, headers={"Accept": "text/html"})
    answer = connection.getresponse()
    body = answer.read()
    return (time.perf_counter() - begin) * 1000, answer.status, body


def spent(pid: int) -> float:
    """Seconds of the processor that a process has used: what a view costs, whatever else the machine does."""
    try:
        parts = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> tuple[float, float]:
    """Megabytes of the process at its peak, and of those that are its own (no pages of files)."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 0.0
    found = {name: value for name, _, value in (line.partition(":") for line in lines)}
    return int(found["VmHWM"].split()[0]) / 1024, int(found["RssAnon"].split()[0]) / 1024


def rate(port: int, paths: list[str], *, clients: int = 8, seconds: float = 5.0) -> tuple[float, int]:
    """Requests a second with several clients at once, and how many failed."""
    counts, failed = [0] * clients, [0] * clients
    end = time.perf_counter() + seconds

    def run(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        at = number * 7
        while time.perf_counter() < end:
            _, status, _ = asked(connection, paths[at % len(paths)])
            at += 1
            counts[number] += 1
            failed[number] += status != 200

    threads = [threading.Thread(target=run, args=(n,)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds, sum(failed)


def script_weight() -> float:
    """KiB of script, gzipped."""
    files = (ROOT / "src/dragoman/web/static").glob("*.js")
    return sum(len(gzip.compress(f.read_bytes(), 9)) for f in files) / 1024


def measure(ledger: Path) -> int:
    """Print the figures; how many views were slower than asked."""
    slow = 0
    with server(ledger) as (process, port):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for path in ("/", "/sources", "/map"):  # what is counted once, or loaded when first asked for
            asked(connection, path)
        time.sleep(3)
        first = json.loads(asked(connection, "/events.json?rows=1")[2])["rows"][0]
        paths = questions(first["article"]["id"], first["id"])
        print(f"{'view':14} {'n':>4} {'median':>8} {'p95':>8} {'own':>8}   ms; own: of the processor, on average")
        for view, every in paths.items():
            times, before = [], spent(process.pid)
            for path in every:
                took, status, _ = asked(connection, path)
                if status != 200:
                    raise RuntimeError(f"{status} for {path}")
                times.append(took)
            used = (spent(process.pid) - before) / len(times) * 1000
            median, p95 = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
            limit = NETWORK if view == "network" else ASKED
            over = median > limit[0] or p95 > limit[1]
            slow += over
            print(
                f"{view:14} {len(times):4} {median:8.1f} {p95:8.1f} {used:8.1f}{'   slower than asked' if over else ''}"
            )
        kept, failed = rate(port, paths["events"])
        print(f"events, {len(paths['events'])} questions over and over: {kept:.0f} requests a second, {failed} failed")
        months = [f"{year}-{month:02}" for year in range(2001, 2024) for month in range(1, 13)]
        fresh = [f"/events?actor={state}&to={month}" for state in STATES for month in months]
        new, failed = rate(port, fresh)
        print(f"events, every question new: {new:.0f} requests a second, {failed} failed")
        peak, own = memory(process.pid)
        print(f"memory: {peak:.0f} MB at the peak, {own:.0f} MB its own")
    print(f"script: {script_weight():.0f} KiB gzipped")
    return slow


def main(ledger: Path | None) -> int:
    if ledger:
        return int(measure(ledger) > 0)
    from tests.ledger.generate import fill

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.ledger"
        fill(path, 100_000)
        return int(measure(path) > 0)
