"""Reads the TSV tables of this folder: a header row, one fact a line, `note` (reason or source) at the end.

>>> rows = list(table("entries.tsv", ("id", "type", "category", "of", "wikidata", "label", "note")))
>>> len(rows) > 200
True
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from communique.errors import DataError


def table(name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of each row of `knowledge/NAME`; nothing where there is no such file.

    Empty lines are skipped. Raises DataError where the header is not `columns`, or a row has another number
    of cells, or a cell has white space around it.
    """
    source = files("communique.knowledge").joinpath(name)
    if not source.is_file():
        return
    lines = source.read_text(encoding="utf-8").split("\n")
    if tuple(lines[0].split("\t")) != columns:
        raise DataError(f"knowledge/{name}", 1, f"the header is not {' '.join(columns)}")
    width = len(columns)
    for number, line in enumerate(lines[1:], start=2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise DataError(f"knowledge/{name}", number, f"{len(cells)} cells where {width} are due")
        yield number, cells
