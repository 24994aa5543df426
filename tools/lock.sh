#!/usr/bin/env bash
# Writes requirements.lock from pyproject.toml: every package with its hashes, for every platform and Python 3.11 on.
# Needs uv (it is among the locked packages only where somebody installed it: pip install uv).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
  --no-header --no-emit-index-url --no-annotate --quiet -o requirements.lock "$@"
if grep -nE '(https?|file)://' requirements.lock; then
  echo "lock: an address stands in requirements.lock" >&2
  exit 1
fi
