"""How much of the words of others a file gives: `full`, `sentence`, `quote` or `none`.

Facts, names, offsets and digests stay at every level, so that who holds the text can put the words back:
`text[start:end]` under the article's SHA-256. A headline counts as words of the text.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.export.contract import TextLevel
from dragoman.export.scene import Scene
from dragoman.records import Span


def quoted(scene: Scene, spans: Iterable[Span | None], level: TextLevel) -> str | None:
    """The words of the spans, unless no text may be given."""
    return None if level == "none" else scene.quote(span for span in spans if span is not None)


def sentence(scene: Scene, spans: Iterable[Span | None], level: TextLevel) -> str | None:
    """The sentence around the spans, where sentences may be given."""
    return scene.sentence([s for s in spans if s is not None]) if level in ("full", "sentence") else None


def title(scene: Scene, level: TextLevel) -> str | None:
    """The article's title, which is text of others too."""
    return None if level == "none" else scene.article.title


def whole(scene: Scene, level: TextLevel) -> str | None:
    """The article's text, only at `full`."""
    return scene.text if level == "full" else None
