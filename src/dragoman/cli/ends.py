"""How a command ends: one line for an error, and the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from dragoman.errors import DragomanError
from dragoman.views.plain import plain

ALL_READ, SOME_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def say(line: str) -> None:
    """One line on standard error, free of control characters, whatever a file name or a text held."""
    print(plain(line).encode(sys.stderr.encoding or "utf-8", "replace").decode(sys.stderr.encoding or "utf-8"),
          file=sys.stderr)  # fmt: skip


@contextmanager
def ending() -> Iterator[None]:
    """Turn what stops a command into its line and its exit status."""
    try:
        yield
        sys.stdout.flush()
    except DragomanError as error:  # what stops a run before or outside its documents
        say(f"dragoman: {error}")
        raise SystemExit(WRONG_USAGE) from None
    except BrokenPipeError:  # `dragoman read … | head`: the reader downstream has what it wanted
        _drop_output()
        raise SystemExit(ALL_READ) from None
    except OSError as error:  # the disk is full, a device is gone: what was asked for cannot be written or read
        _drop_output()
        where = f"{error.filename}: " if error.filename else ""
        say(f"dragoman: {where}{error.strerror or error}")
        raise SystemExit(WRONG_USAGE) from None
    except KeyboardInterrupt:
        say("dragoman: interrupted")
        raise SystemExit(INTERRUPTED) from None


def _drop_output() -> None:
    """What is still held for standard output goes nowhere: writing it would fail again when the process ends."""
    with suppress(OSError, ValueError):  # standard output is closed, or no file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
