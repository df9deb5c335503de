"""Spellings that are one for comparison, spellings that are not, and that comparing twice changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.lang.text import IGNORED, fold, key

ONE_KEY = [
    ("Preşedinte", "președinte"),  # cedilla and comma
    ("Ţara", "țara"),
    ("e\u0301tat", "état"),  # letter and accent as two code points
    ("l’État", "l'état"),
    ("رئيس", "رئیس"),  # Arabic and Persian letters
    ("كشور", "کشور"),
    ("نخست‌وزیر", "نخستوزیر"),  # the half-space
    ("مُحمّد", "محمد"),  # vowel marks
    ("۱۲", "12"),
    ("٣", "3"),
    ("ﬁn", "fin"),  # a ligature
    ("soft\u00adhyphen", "softhyphen"),
    ("Straße", "STRASSE"),
]
TWO_KEYS = [("état", "etat"), ("țară", "tara"), ("آب", "اب"), ("й", "и")]
ONE_FOLD = [
    ("Apărării", "Apararii"),
    ("Đurić", "Duric"),
    ("Łódź", "Lodz"),
    ("Søren", "Soren"),
    ("œuvre", "oeuvre"),
    ("ёлка", "елка"),
    ("Özgür", "Ozgur"),
]
TWO_FOLDS = [("й", "и"), ("ایران", "ایرانی"), ("mai", "mais")]


@pytest.mark.parametrize(("a", "b"), ONE_KEY)
def test_spellings_with_one_key(a: str, b: str) -> None:
    assert key(a) == key(b)
    assert fold(a) == fold(b)


@pytest.mark.parametrize(("a", "b"), TWO_KEYS)
def test_spellings_with_two_keys(a: str, b: str) -> None:
    assert key(a) != key(b)


@pytest.mark.parametrize(("a", "b"), ONE_FOLD)
def test_spellings_that_fold_into_one(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(("a", "b"), TWO_FOLDS)
def test_spellings_that_stay_two(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@pytest.mark.parametrize("mark", IGNORED)
def test_marks_without_meaning_are_left_out(mark: str) -> None:
    assert key(f"a{mark}b") == "ab"


@given(st.text(max_size=30))
@settings(max_examples=300, deadline=None)
def test_key_and_fold_of_themselves_are_themselves(text: str) -> None:
    assert key(key(text)) == key(text)
    assert fold(fold(text)) == fold(text)
    assert fold(key(text)) == fold(text)
