"""What a test may need of the world outside the project, and what to do where it is missing.

`requires("shared")` skips the test and says why; where DRAGOMAN_REQUIRE names it (as in the checks of every change),
the test fails instead, so that nothing is skipped in silence.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
#: The development data: DRAGOMAN_GOLD, by default the folder `shared` beside the checkout.
GOLD = Path(os.environ.get("DRAGOMAN_GOLD") or ROOT.parent / "shared")
NEEDS = {
    "shared": ((GOLD / "data").is_dir() and (GOLD / "tools").is_dir(), f"no development data in {GOLD}"),
    "chromium": (shutil.which("chromium") is not None, "no chromium on the path"),
}


def requires(name: str) -> None:
    """Skip, or fail where it is required, unless this part of the world is there."""
    there, reason = NEEDS[name]
    if there:
        return
    if name in os.environ.get("DRAGOMAN_REQUIRE", "").split(","):
        pytest.fail(f"required, but {reason}")
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def _needs(request: pytest.FixtureRequest) -> None:
    """`@pytest.mark.shared` is `requires("shared")`."""
    for name in NEEDS:
        if request.node.get_closest_marker(name):
            requires(name)


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder with the development data."""
    requires("shared")
    return GOLD
