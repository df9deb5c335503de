#!/usr/bin/env bash
# Installs what the tests need, Chromium among it, and passes them: style, types, layers, tests, the manual.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

debian chromium chromium-driver
environment '.[dev]'
PATH="$PWD/.venv/bin:$PATH"

ruff check
mypy
lint-imports
mkdocs build --quiet --strict --site-dir out/manual
pytest -n 2
