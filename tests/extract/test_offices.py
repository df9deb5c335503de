"""The offices that the persons of an article hold, and at what body."""

import pytest

OFFICES = [
    ("en", "Ghanaian President Kofi Mensah left.", [("Kofi Mensah", "President", "Ghana", False)]),
    ("en", "The former Chilean defence minister, Pedro Soto, spoke.",
     [("Pedro Soto", "defence minister", "Chile", True)]),
    ("en", "ACCRA, May 3 (Reuters) - Foreign Minister Kwame Owusu left.",
     [("Kwame Owusu", "Foreign Minister", "Ghana", False)]),
    ("fr", "La présidente du Chili, Rosa Vidal, est venue.", [("Rosa Vidal", "présidente", "Chili", False)]),
    ("ro", "Ministrul chilian de externe, Pedro Soto, a discutat cu omologul său portughez, Rui Mendes.",
     [("Pedro Soto", "Ministrul de externe", "Chile", False),
      ("Rui Mendes", "Ministrul de externe", "Portugalia", False)]),
    ("fa", "وزیر خارجه کنیا، آمنه وانجیرو، با کوفی منسا، رئیس‌جمهور غنا، دیدار کرد.",
     [("آمنه وانجیرو", "وزیر خارجه", "کنیا", False), ("کوفی منسا", "رئیس‌جمهور", "غنا", False)]),
    ("en", "The African Union's special envoy for Somalia, Amina Wanjiru, left.",
     [("Amina Wanjiru", "special envoy", "African Union", False)]),
    ("en", "Kofi Mensah, chief executive of the Bahrain Space Agency, left.",
     [("Kofi Mensah", "chief executive", "Bahrain Space Agency", False)]),
    ("en", "The head of Ghana's National Space Agency, Kofi Mensah, left.",
     [("Kofi Mensah", "head", "National Space Agency", False)]),
    ("fr", "Le secrétaire d'État ghanéen à la Défense, Kofi Mensah, est venu.",
     [("Kofi Mensah", "secrétaire d'État à la Défense", "Ghana", False)]),
    ("fr", "Le ministre chilien de la Défense, Pedro Soto, et celui de la Norvège, Lars Berg, sont venus.",
     [("Pedro Soto", "ministre de la Défense", "Chili", False),
      ("Lars Berg", "ministre de la Défense", "Norvège", False)]),
    ("ro", "Președintele Adunării Naționale, Pedro Soto, și cel al Senatului, Rui Mendes, au plecat.",
     [("Pedro Soto", "Președintele", "Adunării Naționale", False),
      ("Rui Mendes", "Președintele", "Senatului", False)]),
    ("fr", "La présidente du Chili, Rosa Vidal, juge ce budget plus lourd que celui de la Norvège.",
     [("Rosa Vidal", "présidente", "Chili", False)]),
    ("ro", "Secretarul general al Partidului Liberal și președinte al republicii, Pedro Soto, a venit din Chile.",
     [("Pedro Soto", "Secretarul general", "Partidului Liberal", False),
      ("Pedro Soto", "președinte", "Chile", False)]),
    ("en", "Kofi Mensah, an adviser to the Ghanaian president, left.",
     [("Kofi Mensah", "adviser to the president", "Ghana", False)]),
    ("en", "Kofi Mensah, a spokesman for Ghana's president, left.",
     [("Kofi Mensah", "spokesman for president", "Ghana", False)]),
    ("en", "The post of Chilean ambassador to Norway has been held by Rui Mendes.",
     [("Rui Mendes", "ambassador", "Chile", False)]),
    ("en", "Kofi Mensah, who is the foreign minister of Ghana, left.",
     [("Kofi Mensah", "foreign minister", "Ghana", False)]),
    ("en", "Kofi Mensah was not appointed foreign minister of Ghana.", []),
    ("fr", "Lars Berg a été nommé ministre de la Défense de la Norvège.",
     [("Lars Berg", "ministre de la Défense", "Norvège", False)]),
    ("ro", "Rosa Vidal a devenit președinta statului Chile.", [("Rosa Vidal", "președinta", "Chile", False)]),
    ("fa", "لارس برگ به عنوان وزیر دفاع نروژ منصوب شد.", [("لارس برگ", "وزیر دفاع", "نروژ", False)]),
    ("ru", "Ларс Берг назначен министром обороны Норвегии.",
     [("Ларс Берг", "министром обороны", "Норвегия", False)]),
    ("fr", "Le maire d'Oslo, Lars Berg, est venu.", [("Lars Berg", "maire", "Oslo", False)]),
]  # fmt: skip
PRESUMED = [
    # the body that a title leaves out is the one that such an officer sits in
    ("en", "The Bank of Ghana cut its rate. Its chairman, Kofi Mensah, was glad.", [("Kofi Mensah", "Bank of Ghana")]),
    ("en", "Oslo, Norway. A director, Kofi Mensah, was glad in Norway.", []),
    ("en", "Kofi Mensah, the president of Ghana, left. His successor, Ama Owusu, came.",
     [("Kofi Mensah", "Ghana"), ("Ama Owusu", "Ghana")]),
    ("en", "Kofi Mensah, the former president of Ghana, left. His successor, Ama Owusu, came.",
     [("Kofi Mensah", "Ghana"), ("Ama Owusu", "Ghana")]),
    ("fr", "Le ministère norvégien de la Défense a démenti. Le ministre norvégien de la Défense, Lars Berg, aussi.",
     [("Lars Berg", "ministère norvégien de la Défense")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), OFFICES)
def test_persons_hold_offices(tell, language: str, text: str, expected: list) -> None:
    assert tell(language, text).offices() == expected


@pytest.mark.parametrize(("language", "text", "expected"), PRESUMED)
def test_a_body_is_presumed_by_rank(tell, language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(person, body) for person, _, body, _ in tell(language, text).offices()] == expected


def test_a_predecessor_held_the_office_before(tell) -> None:
    found = tell("en", "President Kofi Mensah of Ghana spoke. Ama Owusu, his predecessor, was silent.")
    assert ("Ama Owusu", "President", "Ghana", True) in found.offices()


@pytest.mark.xfail(strict=True, reason="where the article names one state only, it is taken for the office's own")
def test_a_president_is_not_of_the_state_that_he_visits(tell) -> None:
    found = tell("en", "The visit of President Kofi Mensah to Norway was postponed.")
    assert ("Kofi Mensah", "President", "Norway", False) not in found.offices()
