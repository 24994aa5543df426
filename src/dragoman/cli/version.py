"""`dragoman --version`."""

from __future__ import annotations

from dataclasses import asdict

from dragoman import __version__


def print_version(*, as_json: bool) -> None:
    """One line; as JSON with what decides the output: digests of code, lexicon and model."""
    if not as_json:
        print(f"dragoman {__version__}")
        return
    from dragoman.engines.edition import edition
    from dragoman.records.codec import dump

    print(dump(asdict(edition())).decode())
