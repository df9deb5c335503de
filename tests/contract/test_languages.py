"""Every language folder: its tables load, folded and not, and hold what the engine needs of them."""

from functools import cached_property
from importlib.resources import files

import pytest

from communique.lang.load import Language, languages, load
from communique.lang.table import read_table
from communique.lang.text import key
from communique.lang.tokens import tokenize

TABLES = [name for name, value in vars(Language).items() if isinstance(value, cached_property)]
NOT_EMPTY = sorted(set(TABLES) - {"inflections"})  # French and English names have no other forms
SPELLINGS = [(code, folded) for code in languages() for folded in (False, True)]
SHEETS = [
    (code, path.name)
    for code in languages()
    for path in sorted(files("communique.lang").joinpath(code).iterdir(), key=lambda path: path.name)
    if path.name.endswith(".tsv")
]


def test_the_four_first_languages_are_here() -> None:
    assert set(languages()) >= {"en", "fr", "ro", "fa"}


@pytest.mark.parametrize(("code", "folded"), SPELLINGS)
@pytest.mark.parametrize("table", TABLES)
def test_every_table_loads(code: str, folded: bool, table: str) -> None:
    loaded = getattr(load(code, folded=folded), table)
    assert loaded is not None
    if table in NOT_EMPTY and not hasattr(loaded, "longest"):
        assert len(loaded) > 0


@pytest.mark.parametrize("code", languages())
def test_every_file_is_one_that_the_loader_reads(code: str) -> None:
    known = {f"{table}.tsv" for table in TABLES} | {"words.txt", "given.txt", "dates.toml", "language.toml"}
    assert {path.name for path in files("communique.lang").joinpath(code).iterdir()} <= known


@pytest.mark.parametrize(("code", "file"), SHEETS)
def test_rows_of_one_form_say_one_thing(code: str, file: str) -> None:
    path = files("communique.lang").joinpath(code, file)
    columns = tuple(path.read_text(encoding="utf-8").split("\n", 1)[0].split("\t")[:-1])
    if columns[0] != "form":
        return  # endings of names: one ending has many other forms
    said: dict[tuple[str, str], dict[str, str]] = {}
    for row in read_table(path, f"lang/{code}/{file}", columns):
        values = {column: row[column] for column in columns[1:]}
        form = (key(row["form"]), row.cells.get("pos", ""))
        assert said.setdefault(form, values) == values, f"{row.file}:{row.line}"


@pytest.mark.parametrize(("code", "file"), SHEETS)
def test_a_plain_form_is_found_in_its_own_words(code: str, file: str) -> None:
    """What is written without operators matches itself: the tokenizer and the tables cut words alike."""
    table = file.removesuffix(".tsv")
    lexicon = getattr(load(code), table)
    if not hasattr(lexicon, "longest"):
        return
    path = files("communique.lang").joinpath(code, file)
    columns = tuple(path.read_text(encoding="utf-8").split("\n", 1)[0].split("\t")[:-1])
    for row in read_table(path, f"lang/{code}/{file}", columns):
        if not set("|*?~") & set(row["form"]):
            tokens = tokenize(row["form"])
            assert any(match.end == len(tokens) for match in lexicon.at(tokens, 0)), row.where
