#!/usr/bin/env bash
# Makes anew what is made from something else: vocabulary, sample graph, printed examples, floors. Look at the
# difference before it is committed: a floor that falls, or a fact that is lost, shows there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PATH="$PWD/.venv/bin:$PATH"

python -m communique.schema
bash tools/sample.sh
python tools/examples.py --update
python tools/cases.py --update
python tools/gold.py --update
