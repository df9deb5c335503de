"""Tables are checked when they are read, and what is wrong is named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import DataError
from communique.lang.table import read_table

HEADER = "form\tkind\tnote\n"
KINDS = {"kind": frozenset({"treaty", "protocol"})}
WRONG = [
    ("form\tnote\n", "t.tsv:1", "columns must be"),
    ("", "t.tsv:1", "columns must be"),
    (HEADER + "pact\n", "t.tsv:2", "1 cells"),
    (HEADER + "pact\ttreaty\twhy\tmore\n", "t.tsv:2", "4 cells"),
    (HEADER + "\ttreaty\n", "t.tsv:2", "form is empty"),
    (HEADER + "pact\ttreaty\n# a comment\n\npact\tpaper\n", "t.tsv:5", "'paper' is none of protocol, treaty"),
]


def _path(folder: Path, text: str) -> Path:
    path = folder / "t.tsv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "where", "why"), WRONG)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, where: str, why: str) -> None:
    with pytest.raises(DataError) as raised:
        list(read_table(_path(tmp_path, text), "t.tsv", ("form", "kind"), KINDS))
    assert where in str(raised.value) and why in str(raised.value)


def test_rows_say_where_they_stand(tmp_path: Path) -> None:
    text = HEADER + "# a comment\n\n pact \ttreaty\tbecause\nprotocole\tprotocol\n"
    rows = list(read_table(_path(tmp_path, text), "lang/fr/t.tsv", ("form", "kind"), KINDS))
    assert [(r["form"], r["kind"], f"{r.file}:{r.line}") for r in rows] == [
        ("pact", "treaty", "lang/fr/t.tsv:4"),
        ("protocole", "protocol", "lang/fr/t.tsv:5"),
    ]


def test_a_form_may_begin_with_a_hash(tmp_path: Path) -> None:
    rows = list(read_table(_path(tmp_path, HEADER + "#pact\ttreaty\n"), "t.tsv", ("form", "kind")))
    assert [r["form"] for r in rows] == ["#pact"]
