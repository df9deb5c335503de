"""Persons: by titles, by given names, by what stands beside them, and by surname later on."""

import pytest

PEOPLE = [
    ("en", "Ghanaian President Kofi Mensah met Kenyan Prime Minister Amina Wanjiru.", ["Kofi Mensah", "Amina Wanjiru"]),
    ("en", "President J. K. Owusu spoke.", ["J. K. Owusu"]),
    ("en", "President Pedro de la Cruz spoke.", ["Pedro de la Cruz"]),
    ("en", "Foreign Minister Jean-Marie Duval spoke.", ["Jean-Marie Duval"]),
    ("en", "Kofi Mensah left. Later Mensah came back.", ["Kofi Mensah", "Mensah"]),
    ("fr", "Le ministre ghanéen de la Défense, Kofi Mensah, est venu.", ["Kofi Mensah"]),
    ("fr", "Il a vu son homologue norvégien, Lars Berg.", ["Lars Berg"]),
    ("ro", "Președintele Ghanei, Kofi Mensah, a plecat.", ["Kofi Mensah"]),
    ("ro", "Ministrul Pedro Soto a discutat cu omologul său, Rui Mendes.", ["Pedro Soto", "Rui Mendes"]),
    ("fa", "وزیر خارجه کنیا، آمنه وانجیرو، آمد.", ["آمنه وانجیرو"]),
    ("fa", "کوفی منسا، رئیس‌جمهور غنا، آمد.", ["کوفی منسا"]),
    ("en", "The Talks Went On In Nairobi On Monday", []),
    ("en", "Kenya and Norway signed in Oslo.", []),
    ("en", "The defence minister left.", []),
    ("fa", "دو کشور توافق کردند.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), PEOPLE)
def test_persons_are_found(read, language: str, text: str, expected: list[str]) -> None:
    assert read(language, text).names("person") == expected


def test_a_plural_title_belongs_to_each_person(tell) -> None:
    found = tell("en", "Presidents Kofi Mensah of Ghana and Daniel Otieno of Kenya met in Oslo.")
    assert {(person, body) for person, _, body, _ in found.offices()} == {
        ("Kofi Mensah", "Ghana"), ("Daniel Otieno", "Kenya"),
    }  # fmt: skip
