"""Known names: what they name, in which forms they are found, and where they are other words."""

import pytest

from communique.extract.gazetteer import find_known, inflect
from communique.lang import load
from communique.lang.tokens import tokenize

KNOWN = [
    # language, text, (words, type) of each known name
    ("en", "Kenya and Norway", [("Kenya", "state"), ("Norway", "state")]),
    ("en", "the Kenyan side", [("Kenyan", "state")]),
    ("en", "in Nairobi", [("Nairobi", "place")]),
    ("en", "the United Nations in Oslo", [("United Nations", "organization"), ("Oslo", "place")]),
    ("en", "kenya in small letters", []),
    ("fr", "l’Égypte et le Pérou", [("Égypte", "state"), ("Pérou", "state")]),
    ("fr", "l’Egypte et le Perou", [("Egypte", "state"), ("Perou", "state")]),
    ("fr", "le ministre ghanéen", [("ghanéen", "state")]),
    ("ro", "președintele Ghanei", [("Ghanei", "state")]),
    ("ro", "guvernul Norvegiei", [("Norvegiei", "state")]),
    ("ro", "la București", [("București", "place")]),
    ("fa", "کنیا و نروژ", [("کنیا", "state"), ("نروژ", "state")]),
    ("fa", "سازمان ملل", [("سازمان ملل", "organization")]),
]
FORMS = [
    ("rusia", {"ia": ["iei"], "a": ["ei"], "": ["ului"]}, ["rusiei"]),
    ("oslo", {"ia": ["iei"], "": ["-ului", "lui"]}, ["oslo-ului", "oslolui"]),
    ("peru", {}, []),
]


@pytest.mark.parametrize(("language", "text", "expected"), KNOWN)
def test_known_names_are_found(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    tokens = tokenize(text)
    found = find_known(tokens, load(language))
    assert [(text[tokens[k.start].start : tokens[k.end - 1].end], k.entries[0].type) for k in found] == expected


def test_a_demonym_says_that_it_is_one() -> None:
    (found,) = find_known(tokenize("the Kenyan side"), load("en"))
    assert found.kind == "demonym" and found.entries[0].wikidata == "Q114"


def test_one_state_in_four_languages_is_one_entry() -> None:
    names = {"en": "Norway", "fr": "Norvège", "ro": "Norvegia", "fa": "نروژ"}
    assert {find_known(tokenize(n), load(c))[0].entries[0].id for c, n in names.items()} == {"Q20"}


@pytest.mark.parametrize(("word", "rules", "forms"), FORMS)
def test_the_longest_ending_that_fits_bends(word: str, rules: dict[str, list[str]], forms: list[str]) -> None:
    assert list(inflect(word, rules)) == forms
