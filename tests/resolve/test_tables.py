"""The tables of this stage: columns, known values, no form twice."""

from __future__ import annotations

import pytest

from communique.resolve.bodies import WEIGHTS
from communique.resolve.phonetics import prices, word
from communique.resolve.tables import columns, rows

TABLES = (
    "letters.tsv",
    "sounds.tsv",
    "terms.tsv",
    "functions.tsv",
    "particles.tsv",
    "titles.tsv",
    "common.tsv",
    "variants.tsv",
)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_read_and_ends_in_a_note(name: str) -> None:
    assert columns(name)[-1] == "note"
    assert list(rows(name))


def test_sounds_are_those_that_letters_stand_for() -> None:
    heard = {
        item.split(":")[0]
        for _, row in rows("letters.tsv")
        for group in row["sounds"].split()
        for item in group.split("|")
    } - {"-"}
    assert {sound for pair in prices() for sound in pair} <= heard


def test_prices_are_prices() -> None:
    assert all(0 <= price < 1 for price in prices().values())


def test_terms_have_a_role_and_parts_that_exist() -> None:
    found = {row["concept"] for _, row in rows("terms.tsv") if row["role"] in WEIGHTS}
    for number, row in rows("terms.tsv"):
        assert row["role"] in {*WEIGHTS, "several"}, number
        assert row["role"] != "several" or set(row["concept"].split("+")) <= found, number


@pytest.mark.parametrize(
    "name,columns_",
    [
        ("particles.tsv", ("form",)),
        ("titles.tsv", ("form", "language")),
        ("common.tsv", ("form",)),
        ("sounds.tsv", ("first", "second")),
    ],
)
def test_nothing_twice(name: str, columns_: tuple[str, ...]) -> None:
    keys = [tuple(row[c] for c in columns_) for _, row in rows(name)]
    assert len(keys) == len(set(keys)), sorted(k for k in keys if keys.count(k) > 1)


@pytest.mark.parametrize(
    "text,language", [("Ștefănuță", "ro"), ("Œuvré", "fr"), ("ЁЖЪЫЩ", "ru"), ("پژچگ", "fa"), ("ؤئءة", "ar")]
)
def test_every_letter_is_read(text: str, language: str) -> None:
    assert word(text, language).units
