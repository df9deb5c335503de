"""The package's own tables of this stage, read once and checked: rows as dictionaries, errors with file and
line.

Every table is a TSV with a header; a line that starts with `#` is a remark, the last column is a note for
people.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from communique.errors import DataError


def rows(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells by column of each row of a table; short rows are filled with empty cells.

    >>> next(rows("sounds.tsv"))[1]["cost"]
    '0.05'
    """
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > len(header):
            raise DataError(name, number, f"expected at most {len(header)} cells, found {len(cells)}")
        cells += [""] * (len(header) - len(cells))
        yield number, dict(zip(header, cells, strict=True))


@cache
def words(name: str, column: str, kind: str | None = None) -> frozenset[str]:
    """The cells of one column, of the rows of one `kind` where it is given.

    >>> "bin" in words("particles.tsv", "form")
    True
    """
    return frozenset(row[column] for _, row in rows(name) if kind is None or row["kind"] == kind)


@cache
def columns(name: str) -> tuple[str, ...]:
    """The names of a table's columns.

    >>> columns("sounds.tsv")
    ('first', 'second', 'cost', 'note')
    """
    with files(__package__).joinpath(name).open(encoding="utf-8") as table:
        return tuple(table.readline().rstrip("\n").split("\t"))
