"""Speed: words per second of the whole reader against the bare parser, in one process; and peak memory.

Same texts, same components, `nlp.pipe`, same batch size, one core, processor time. The two are timed in turns over
small groups of articles, so that a busy machine slows both alike; the ratio is what counts. Memory is that of a process
of its own which only reads. Articles: those of the shared corpora whose SHA-256 comes first, the longest among them.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from bench.scores import gold_folder

#: Articles between two turns of the clock.
GROUP = 25


def articles(count: int) -> list[tuple[str, str]]:
    """(id, text) of `count` articles, in the order of their hashes; the longest one is always among them."""
    from dragoman.records.codec import load

    every: dict[str, str] = {}
    for path in sorted((gold_folder() / "data" / "corpora").glob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            row = load(line)
            every[row["text"]] = row["id"]
    order = sorted(every, key=lambda text: hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    chosen = order[:count]
    longest = max(order, key=len) if order else None
    if longest and longest not in chosen:
        chosen[-1] = longest
    return [(every[text], text) for text in chosen]


def one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def measure(count: int) -> dict[str, float]:
    """Words, seconds of the bare parser and of the whole reader."""
    from dragoman.clean.blocks import clean_source
    from dragoman.errors import SourceError
    from dragoman.interpret import interpret_all, open_kit
    from dragoman.parse.english import EnglishParser, article_pieces
    from dragoman.records import Source
    from dragoman.settings import Settings

    settings = Settings(language_check=False)
    parser = EnglishParser(settings.model)
    kit = open_kit(settings, parser=parser)
    sources = [Source(name=key, text=text) for key, text in articles(count)]
    total = {"articles": float(len(sources)), "words": 0.0, "bare": 0.0, "reader": 0.0}
    for start in range(0, len(sources), GROUP):
        group, texts = sources[start : start + GROUP], []
        for source in group:
            try:
                texts += [piece.text for _, piece in article_pieces(clean_source(source, kit, settings))]
            except SourceError:
                continue
        total["words"] += sum(len(source.text.split()) for source in group)
        for name in ("bare", "reader") if start // GROUP % 2 else ("reader", "bare"):
            begin = time.process_time()
            if name == "bare":
                for _ in parser.documents(texts, batch_size=settings.batch_size):
                    pass
            else:
                for _ in interpret_all(group, kit, settings):
                    pass
            total[name] += time.process_time() - begin
    return total


def read_only(count: int) -> None:
    """What the memory is measured of: read the articles, keep nothing, print the peak in kilobytes."""
    from dragoman.interpret import interpret_all, open_kit
    from dragoman.records import Source
    from dragoman.settings import Settings

    settings = Settings(language_check=False)
    for _ in interpret_all((Source(name=k, text=t) for k, t in articles(count)), open_kit(settings), settings):
        pass
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def peak_memory(count: int) -> float:
    """Megabytes at the peak of a fresh process that reads the same articles."""
    code = f"from bench.speed import read_only; read_only({count})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    return int(done.stdout.split()[-1]) / 1024


def main(count: int) -> int:
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    one_core()
    if not (gold_folder() / "data" / "corpora").is_dir():
        print("bench speed: skipped, no corpora (set DRAGOMAN_GOLD)")
        return 0
    t = measure(count)
    print(f"{t['articles']:.0f} articles, {t['words']:.0f} words, one core")
    print(f"bare parser   {t['words'] / t['bare']:8.0f} words a second")
    print(f"whole reader  {t['words'] / t['reader']:8.0f} words a second")
    print(f"ratio         {t['bare'] / t['reader']:8.3f}   (our own work: {t['reader'] / t['bare'] - 1:.1%} on top)")
    print(f"peak memory   {peak_memory(count):8.0f} MB")
    return 0
