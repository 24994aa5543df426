"""The last lines of every help."""

from __future__ import annotations


def examples(*lines: str) -> str:
    """The last lines of a command's help; the tests run them."""
    return "\n\n".join(("Examples:", *(f"$ {line}" for line in lines)))
