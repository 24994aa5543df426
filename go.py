#!/usr/bin/env python3
"""Set up Dragoman in this folder and use it. Only Python 3.11 or newer with venv and pip is needed.

    python3 go.py read              set up, then read the example report
    python3 go.py read FILE ...     set up, then `dragoman read FILE ...`
    python3 go.py test [ARG ...]    set up, then run all tests (arguments go to pytest)
    python3 go.py setup             set up only

The packages are those of requirements.lock, each held against its hash; they go into .venv beside this file and nowhere
else. A second run skips what is done already.
"""

# Only the standard library, and only syntax that an old Python can read: it has to say that it is too old.
import hashlib
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
LOCK = os.path.join(ROOT, "requirements.lock")
STAMP = os.path.join(VENV, "dragoman-setup.txt")
EXAMPLE = ["examples/geneva-week/source.txt", "--published", "2022-01-11", "--format", "table"]
NEEDED = (3, 11)


def main(arguments):
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in ("read", "test", "setup"):
        print(__doc__.strip())
        return 0 if command in ("", "-h", "--help") else 2
    set_up()
    if command == "read" and rest:
        return run([venv_program("python"), "-m", "dragoman", "read", *rest])
    os.chdir(ROOT)
    if command == "read":
        return run([venv_program("python"), "-m", "dragoman", "read", *EXAMPLE])
    if command == "test":
        return run([venv_program("python"), "-m", "pytest", *rest])
    return 0


def set_up():
    """Make .venv and fill it, unless it is there for this lock, this project file, this Python and this folder."""
    if sys.version_info < NEEDED:
        stop(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    wanted = stamp()
    if os.path.exists(venv_program("python")) and read_text(STAMP) == wanted:
        return
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop("this Python has no venv with pip; on Debian or Ubuntu: apt install python3-venv")
    say(f"1/3 making {os.path.relpath(VENV)} with Python {sys.version.split()[0]}")
    must([sys.executable, "-m", "venv", "--clear", VENV], "the virtual environment could not be made")
    pip = [venv_program("python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "-q"]
    say("2/3 installing the packages of requirements.lock (about 200 MB; one to three minutes)")
    must(
        [*pip, "install", "--require-hashes", "--only-binary", ":all:", "-r", LOCK],
        "the packages could not be installed; is there a connection to a package index?",
    )
    say("3/3 installing dragoman")
    must([*pip, "install", "--no-deps", "--no-build-isolation", "--editable", ROOT], "dragoman could not be installed")
    with open(STAMP, "w") as file:
        file.write(wanted)
    say("ready")


def stamp():
    """What the environment depends on, as a digest."""
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}\n".encode())
    for name in (LOCK, os.path.join(ROOT, "pyproject.toml")):
        with open(name, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def venv_program(name):
    return os.path.join(VENV, "Scripts", name + ".exe") if os.name == "nt" else os.path.join(VENV, "bin", name)


def run(command):
    """Run it in the environment, alone with its own packages; the exit status."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    try:
        return subprocess.call(command, env=env)
    except KeyboardInterrupt:
        return 130


def must(command, failure):
    if run(command) != 0:
        stop(failure)


def read_text(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return None


def say(line):
    print("go: " + line, file=sys.stderr)
    sys.stderr.flush()


def stop(line):
    say(line)
    raise SystemExit(2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
