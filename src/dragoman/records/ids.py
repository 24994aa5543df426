"""Ids from the content: the same words in the same article give the same id on any machine, at any time."""

from __future__ import annotations

import hashlib

#: First letters of an id tell its kind.
PREFIXES = {
    "article": "art", "actor": "act", "statement": "sta", "event": "evt", "position": "pos", "assessment": "ass",
    "figure": "fig", "meeting": "mtg", "relation": "rel",
}  # fmt: skip


def content_id(kind: str, *fields: object) -> str:
    """`evt-` and 16 hexadecimal digits over the kind and the fields (BLAKE2b), in the order given.

    Fields are strings, numbers, None or tuples of these; their `repr` is hashed, which tells "1" from 1.
    """
    digest = hashlib.blake2b(repr((kind, *fields)).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{PREFIXES[kind]}-{digest.hexdigest()}"


def text_digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal (a lone surrogate is encoded as it is)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
