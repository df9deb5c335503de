"""Rows of the package's TSV files, checked when they are read.

The first line names the columns; the last is always `note` (the reason or source of a row) and may be left out
of a row.
Lines that are empty or begin with `# ` are comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from communique.errors import DataError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: column -> value, and where it stands."""

    cells: Mapping[str, str]
    file: str
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def read_table(
    path: Traversable, name: str, columns: tuple[str, ...], values: Mapping[str, frozenset[str]] | None = None
) -> Iterator[Row]:
    """The rows of one file. Raises DataError (file and line) for a wrong header, a missing cell, or a value that is
    not among the `values` allowed in its column."""
    lines = path.read_text(encoding="utf-8").split("\n")
    if tuple(lines[0].split("\t")) != (*columns, "note"):
        raise DataError(name, 1, f"columns must be {', '.join((*columns, 'note'))}; found {lines[0]!r}")
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line.startswith("# "):
            continue
        cells = [c.strip() for c in line.split("\t")]
        if not len(columns) <= len(cells) <= len(columns) + 1:
            raise DataError(name, number, f"{len(cells)} cells, expected {len(columns)} and a note: {line!r}")
        row = dict(zip(columns, cells, strict=False))
        if not row[columns[0]]:
            raise DataError(name, number, f"{columns[0]} is empty")
        for column, allowed in (values or {}).items():
            if row[column] not in allowed:
                raise DataError(name, number, f"{column} {row[column]!r} is none of {', '.join(sorted(allowed))}")
        yield Row(row, name, number)
