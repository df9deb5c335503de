#!/usr/bin/env bash
# Builds graph/sample, the published graph of the sample articles, anew; a test compares it byte by byte.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
PATH="$PWD/.venv/bin:$PATH" communique build samples -o "$made/graph" --quiet
mkdir -p graph/sample
for name in records.jsonl graph.nq graph.ttl graph.jsonld; do
    cp "$made/graph/$name" graph/sample/
done
