"""The part that a mention plays, read from the small words around it."""

import pytest

from communique.extract.cases import arguments

ARGUMENTS = [
    # language, text, (case, names) of each argument
    ("en", "Kenya and Ghana signed in Nairobi.", [("", ["Kenya", "Ghana"]), ("at", ["Nairobi"])]),
    ("en", "Talks between Kenya and Ghana went on.", [("between", ["Kenya", "Ghana"])]),
    ("en", "Kenya spoke with Ghana, Peru and Chile.", [("", ["Kenya"]), ("with", ["Ghana", "Peru", "Chile"])]),
    ("en", "Kenyan Prime Minister Amina Wanjiru's visit to Peru",
     [("possessive", ["Amina Wanjiru"]), ("to", ["Peru"])]),
    ("fr", "La visite de la présidente du Chili, Rosa Vidal, a été annulée.", [("of", ["Rosa Vidal"])]),
    ("fr", "Le Kenya a signé avec le Pérou et le Chili.", [("", ["Kenya"]), ("with", ["Pérou", "Chili"])]),
    ("ro", "Kenya a discutat cu Norvegia la București.",
     [("", ["Kenya"]), ("with", ["Norvegia"]), ("at", ["București"])]),
    ("fa", "کنیا با نروژ در نایروبی دیدار کرد.", [("", ["کنیا"]), ("with", ["نروژ"]), ("at", ["نایروبی"])]),
    ("fa", "بین کنیا و نروژ", [("between", ["کنیا", "نروژ"])]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), ARGUMENTS)
def test_arguments_have_cases(read, printed, language: str, text: str, expected: list) -> None:
    reading = read(language, text).first
    assert [(a.case, printed(reading, a.mentions)) for a in arguments(reading)] == expected
