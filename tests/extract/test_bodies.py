"""Organisations: by their head words, in quotation marks, as runs of capitals, as acronyms."""

import pytest

BODIES = [
    ("fr", "Le ministère de la Défense a signé.", ["ministère de la Défense"]),
    ("fr", "Le ministère de la Défense du Portugal a signé.", ["ministère de la Défense du Portugal"]),
    ("fr", "La société « Volta » a signé un contrat.", ["Volta"]),
    ("en", "The Ministry of Defence of Portugal signed.", ["Ministry of Defence of Portugal"]),
    ("en", "The Bank of Ghana signed a memorandum with Kenya.", ["Bank of Ghana"]),
    ("en", "The Bahrain Space Agency and Kenya met.", ["Bahrain Space Agency"]),
    ("en", "The African Union (AU) and Kenya met.", ["African Union"]),
    ("ro", "Ministerul Apărării al Portugaliei a semnat.", ["Ministerul Apărării al Portugaliei"]),
    ("fa", "وزارت دفاع پرتغال امضا کرد.", ["وزارت دفاع پرتغال"]),
    ("en", "A ministry signed with a company and a bank.", []),
    ("fr", "Une société a signé.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), BODIES)
def test_organisations_are_found(read, language: str, text: str, expected: list[str]) -> None:
    assert read(language, text).names("organization") == expected


def test_a_persian_name_that_a_known_person_opens_ends_there(read) -> None:
    assert read("fa", "بانک علیاف در نایروبی شعبه باز می‌کند.").names("organization") == []


def test_a_sentence_full_of_names_is_no_headline(read) -> None:
    assert read("en", "They praised the Bank of Ghana on Monday.").names("organization") == ["Bank of Ghana"]


@pytest.mark.parametrize(("language", "text", "state"), [
    ("en", "The government of Kenya signed.", "Kenya"),
    ("fr", "Le gouvernement kényan a signé.", "Kenya"),
    ("ro", "Guvernul Norvegiei a semnat.", "Norvegia"),
    ("fa", "دولت نروژ امضا کرد.", "نروژ"),
])  # fmt: skip
def test_a_government_is_a_mention_of_its_state(tell, language: str, text: str, state: str) -> None:
    found = tell(language, f"{text} {text}").record.entities
    assert [(e.type, e.name) for e in found] == [("state", state)]


def test_an_acronym_in_brackets_is_another_form_of_the_name(tell) -> None:
    text = "The African Union (AU) met Kenya. The AU thanked Kenya."
    union = next(e for e in tell("en", text).record.entities if e.type == "organization")
    assert {"African Union", "AU"} <= {m.text for m in union.mentions}
