"""Desk: the open ledger of a running page, with what is kept in memory as long as the ledger does not change."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from queue import LifoQueue
from typing import Any

from dragoman.ledger import Ledger
from dragoman.lexicon.load import Lexicon, load_lexicon

#: Connections to the ledger: one core answers one question at a time; a second keeps a long one from being in the way.
CONNECTIONS = 2
#: Seconds that a page waits for a count.
PATIENCE = 0.04
#: Kilobytes of pages that each holds, and bytes of answers that are kept ready.
PAGES = 24_000
ANSWERS = 24_000_000


class Desk:
    """`name` is what the page calls the ledger; `lexicon` are folders of tables laid over ours."""

    def __init__(self, path: str, *, name: str | None = None, lexicon: tuple[Path, ...] = ()) -> None:
        self.path, self.name = path, name or Path(path).name
        self.folders = lexicon
        self._free: LifoQueue[Ledger] = LifoQueue()
        self._all = [self._open() for _ in range(CONNECTIONS)]
        for ledger in self._all:
            self._free.put(ledger)
        self.answers = Shelf(ANSWERS)
        self._held: dict[str, tuple[int, Any]] = {}
        self._counting: dict[str, tuple[threading.Thread, float]] = {}
        self._lock = threading.Lock()

    def _open(self) -> Ledger:
        ledger = Ledger(self.path)
        # Mapped pages count as memory of this process; a page of a list needs few.
        ledger.sql("PRAGMA mmap_size = 0")
        ledger.sql(f"PRAGMA cache_size = -{PAGES}")
        return ledger

    def close(self) -> None:
        for ledger in self._all:
            ledger.close()

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """A connection for the time of one answer."""
        ledger = self._free.get()
        try:
            yield ledger
        finally:
            self._free.put(ledger)

    def state(self) -> int:
        """The number of the ledger's last line of log: another number, another ledger."""
        with self.ledger() as ledger:
            return int(ledger.sql("SELECT coalesce(max(seq), 0) FROM log")[0][0])

    @cached_property
    def lexicon(self) -> Lexicon:
        """The tables, for the meaning of reasons; loaded when first asked for."""
        return load_lexicon(self.folders)

    def kept(self, name: str, compute: Callable[[Ledger], Any]) -> Any:
        """What is computed once for a state of the ledger."""
        state = self.state()
        with self._lock:
            held = self._held.get(name)
            if held and held[0] == state:
                return held[1]
        with self.ledger() as ledger:
            value = compute(ledger)
        with self._lock:
            self._held[name] = (state, value)
        return value

    def soon(self, name: str, compute: Callable[[Ledger], Any], *, patience: float = PATIENCE) -> Any:
        """The same, but no page waits long for it: what was last known, or None, while it is being counted."""
        state = self.state()
        with self._lock:
            held = self._held.get(name)
            if held and held[0] == state:
                return held[1]
            thread, begun = self._counting.get(name) or (None, 0.0)
            if thread is None or not thread.is_alive():
                thread = threading.Thread(target=self.kept, args=(name, compute), daemon=True)
                begun = time.monotonic()
                self._counting[name] = (thread, begun)
                thread.start()
        thread.join(max(0.0, begun + patience - time.monotonic()))
        with self._lock:
            held = self._held.get(name)
        return held[1] if held else None


class Shelf:
    """Answers ready to be sent, the least used thrown out first; bounded in bytes."""

    def __init__(self, limit: int) -> None:
        self.limit, self.size = limit, 0
        self._held: OrderedDict[Any, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Any) -> Any:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        return None

    def put(self, key: Any, value: Any, size: int) -> None:
        """`value` of so many bytes under a key; the oldest go where there is no room."""
        if size > self.limit // 8:
            return
        with self._lock:
            if key in self._held:
                return
            self._held[key] = value
            self.size += size
            while self.size > self.limit:
                _, old = self._held.popitem(last=False)
                self.size -= len(old[0])
