#!/usr/bin/env bash
# Installs communique into .venv, builds the graph of the sample articles, and says what to open.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

environment .
.venv/bin/communique build samples -o out/graph
.venv/bin/communique query out/graph --named who-met-whom
echo
echo "The graph is in out/graph. Open its page in a browser:"
.venv/bin/communique view out/graph --print
