"""Title phrases: rank, portfolio, body, and whether the office is over."""

import pytest

TITLES = [
    # language, text, words of the phrase, rank, portfolio, former, bodies
    ("en", "Ghanaian President Kofi Mensah left.", "Ghanaian President", "head", "", False, ["Ghanaian"]),
    ("en", "Kenyan Prime Minister Amina Wanjiru left.", "Kenyan Prime Minister", "premier", "", False, ["Kenyan"]),
    ("en", "former Chilean defence minister Pedro Soto", "former Chilean defence minister", "minister", "defence", True,
     ["Chilean"]),
    ("en", "the president of Chile, Rosa Vidal, left.", "president of Chile", "head", "", False, ["Chile"]),
    ("fr", "le ministre ghanéen de la Défense Kofi Mensah", "ministre ghanéen de la Défense", "minister", "defence",
     False, ["ghanéen"]),
    ("fr", "la présidente du Chili, Rosa Vidal", "présidente du Chili", "head", "", False, ["Chili"]),
    ("ro", "ministrul chilian de externe, Pedro Soto", "ministrul chilian de externe", "minister", "foreign-affairs",
     False, ["chilian"]),
    ("ro", "Președintele Ghanei, Kofi Mensah, a plecat.", "Președintele Ghanei", "head", "", False, ["Ghanei"]),
    ("fa", "وزیر خارجه کنیا، آمنه وانجیرو، آمد.", "وزیر خارجه کنیا", "minister", "foreign-affairs", False, ["کنیا"]),
    ("fa", "کوفی منسا، رئیس‌جمهور غنا، آمد.", "رئیس‌جمهور غنا", "head", "", False, ["غنا"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "rank", "portfolio", "former", "bodies"), TITLES)
def test_a_title_phrase(
    read, stretch, printed, language: str, text: str, words: str, rank: str, portfolio: str, former: bool, bodies: list
) -> None:
    reading = read(language, text).first
    (title,) = [t for m in reading.mentions for t in m.titles if m.type == "person"]
    assert stretch(reading, title.start, title.end) == words
    assert (title.rank, title.portfolio, title.former) == (rank, portfolio, former)
    assert printed(reading, title.bodies) == bodies


def test_a_title_without_a_name_is_a_mention_of_its_own(read) -> None:
    found = read("en", "The Kenyan defence minister left Oslo.")
    assert found.names("title") == ["Kenyan defence minister"] and found.names("person") == []
