"""Several processes, each with its own kit: chunks out, outcomes back, in the order of the chunks.

Processes are spawned, not forked (a fork of a process with threads may hang, and there is none on some systems).
Each worker answers over a pipe of its own, so a dead one is seen at once, with the very chunk it was reading; the
standard library's pools either hang then or lose all that was under way.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from dragoman.engines.local import Chunk, Outcome, name_of, read_chunk
from dragoman.errors import DragomanError, ReadingFailed, SourceError
from dragoman.interpret import open_kit
from dragoman.settings import Settings

#: Chunks read ahead of the one that is due, for each worker (bounds what is held while the first is slow).
AHEAD = 3


@dataclass(slots=True)
class Job:
    """A chunk under its number; `alone` are its documents still to be tried one by one after a worker died on it."""

    number: int
    chunk: Chunk
    done: list[Outcome] = field(default_factory=list)
    alone: deque[Chunk] = field(default_factory=deque)


@dataclass(slots=True)
class Worker:
    process: SpawnProcess
    pipe: Connection
    job: Job | None = None
    task: Chunk = ()
    ready: bool = False

    def give(self, job: Job) -> None:
        """Hand over a job, the documents one by one where a worker has died over them."""
        self.job, self.task = job, job.alone[0] if job.alone else job.chunk
        with suppress(OSError):  # dead already: the wait for its answer says so
            self.pipe.send(self.task)


def spread(chunks: Iterator[Chunk], settings: Settings, count: int) -> Generator[Outcome, None, None]:
    """The outcomes of all chunks, in order, read by `count` processes."""
    workers = [start(settings) for _ in range(count)]
    try:
        yield from _run(chunks, settings, workers)
    finally:
        for worker in workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


def _run(chunks: Iterator[Chunk], settings: Settings, workers: list[Worker]) -> Generator[Outcome, None, None]:
    again: deque[Job] = deque()
    finished: dict[int, list[Outcome]] = {}
    taken = due = 0
    more = True
    while True:
        for worker in workers:
            if worker.job is None and again:
                worker.give(again.popleft())
            elif worker.job is None and more and taken - due < AHEAD * len(workers):
                chunk = next(chunks, None)
                if chunk is None:
                    more = False
                else:
                    worker.give(Job(taken, chunk))
                    taken += 1
        while due in finished:
            yield from finished.pop(due)
            due += 1
        busy = {worker.pipe: worker for worker in workers if worker.job}
        if not busy and not more and due == taken:
            return
        for pipe in wait(list(busy)) if busy else ():
            worker = busy[pipe]  # type: ignore[index]
            job = worker.job
            if job and _answered(worker, workers, settings):
                if job.alone:
                    again.append(job)
                else:
                    finished[job.number] = job.done


def _answered(worker: Worker, workers: list[Worker], settings: Settings) -> bool:
    """Take what the worker says, or its death, into its job; False where it only said that it is ready."""
    job = worker.job
    assert job is not None
    try:
        answer = worker.pipe.recv()
    except (EOFError, OSError):
        _bury(worker, workers, settings)
        if len(worker.task) > 1:
            job.alone = deque((source,) for source in worker.task)
            return True
        answer = [Outcome(name_of(source), _killed(source, worker.process.exitcode)) for source in worker.task]
    else:
        if isinstance(answer, DragomanError):
            raise answer
        if answer is None:
            worker.ready = True
            return False
        worker.job = None
    job.done.extend(answer)
    if job.alone:
        job.alone.popleft()
    return True


def _bury(worker: Worker, workers: list[Worker], settings: Settings) -> None:
    """Put a new worker in the place of a dead one; raises where it died before it could begin."""
    worker.pipe.close()
    worker.process.join()
    if not worker.ready:
        raise DragomanError(
            f"a worker process could not start (exit {worker.process.exitcode})",
            hint='a script that reads with several workers must keep its own work under `if __name__ == "__main__":`',
        )
    workers[workers.index(worker)] = start(settings)


def _killed(source: Any, exitcode: int | None) -> SourceError:
    how = f"exit {exitcode}"
    if exitcode is not None and exitcode < 0:
        how = signal.Signals(-exitcode).name if -exitcode in set(signal.Signals) else f"signal {-exitcode}"
    return ReadingFailed(
        f"the worker that read it was ended ({how})", where=name_of(source), hint="too little memory? try fewer workers"
    )


def start(settings: Settings) -> Worker:
    """A new worker process; it says None once its kit is built, or the DragomanError that kept it from that."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, settings), daemon=True)
    process.start()
    theirs.close()
    return Worker(process, ours)


def work(pipe: Connection, settings: Settings) -> None:
    """The life of a worker: build the kit, then chunk by chunk until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears the interrupt and ends its workers
    try:
        try:
            kit = open_kit(settings)
        except DragomanError as error:
            pipe.send(error)
            return
        pipe.send(None)
        while True:
            pipe.send(read_chunk(pipe.recv(), kit, settings))
    except (EOFError, OSError):  # the parent is gone or has closed its end
        return
