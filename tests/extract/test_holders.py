"""Which title belongs to which person of a sentence."""

import pytest

HOLDERS = [
    # language, text, (person, bodies of the titles)
    ("en", "Presidents Kofi Mensah of Ghana and Daniel Otieno of Kenya met.",
     [("Kofi Mensah", ["Ghana"]), ("Daniel Otieno", ["Kenya"])]),
    ("en", "Kofi Mensah and Lars Berg, the foreign ministers of Ghana and Norway, met.",
     [("Kofi Mensah", ["Ghana"]), ("Lars Berg", ["Norway"])]),
    ("en", "Ministers Kofi Mensah (Ghana) and Lars Berg (Norway) met.",
     [("Kofi Mensah", ["Ghana"]), ("Lars Berg", ["Norway"])]),
    ("fr", "Les ministres des Affaires étrangères du Ghana, Kofi Mensah, et de la Norvège, Lars Berg, se sont vus.",
     [("Kofi Mensah", ["Ghana"]), ("Lars Berg", ["Norvège"])]),
    ("fr", "Le recteur Kofi Mensah, de l'université d'Accra, est venu.", [("Kofi Mensah", ["université d ' Accra"])]),
    ("fr", "Lars Berg (PTN), ministre norvégien de la Défense, est venu.", [("Lars Berg", ["norvégien"])]),
    ("fa", "«کوفی منسا» رئیس‌جمهور غنا آمد.", [("کوفی منسا", ["غنا"])]),
    ("fa", "کوفی منسا و لارس برگ، وزرای خارجه غنا و نروژ، دیدار کردند.",
     [("کوفی منسا", ["غنا"]), ("لارس برگ", ["نروژ"])]),
    ("en", "Lars Berg, the prime minister's son, left.", [("Lars Berg", [])]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), HOLDERS)
def test_titles_find_their_holders(read, printed, language: str, text: str, expected: list) -> None:
    reading = read(language, text).first
    people = [m for m in reading.mentions if m.type == "person"]
    found = [
        (printed(reading, [m])[0], [name for t in m.titles for name in printed(reading, t.bodies)]) for m in people
    ]
    assert found == [(person, [body.replace(" ' ", "'") for body in bodies]) for person, bodies in expected]
