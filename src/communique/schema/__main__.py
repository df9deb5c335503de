"""Writes the generated files of the folder `graph/`: `python -m communique.schema [FOLDER]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from communique.schema.context import context
from communique.schema.ontology import ontology
from communique.schema.record_schema import record_schema
from communique.schema.shapes import shapes_graph


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


GENERATED: dict[str, Callable[[], str]] = {
    "context.jsonld": lambda: _json({"@context": context()}),
    "ontology.ttl": ontology,
    "record.schema.json": lambda: _json(record_schema()),
    "shapes.ttl": shapes_graph,
}


def main(folder: Path) -> None:
    """Writes each generated file into `folder`."""
    for name, text in GENERATED.items():
        (folder / name).write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "graph"))
