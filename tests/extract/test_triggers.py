"""Triggers of a sentence: their frame, and which arguments each of them takes."""

import pytest

TRIGGERS = [
    # language, text, (frame, arguments by case) of each trigger
    ("en", "Ghanaian President Kofi Mensah met Kenyan Prime Minister Amina Wanjiru in Accra.",
     [("meet", {"subject": ["Kofi Mensah"], "object": ["Amina Wanjiru"], "at": ["Accra"]})]),
    ("en", "Kenya signed a treaty with Peru.", [("sign", {"subject": ["Kenya"], "with": ["Peru"]})]),
    ("en", "President Kofi Mensah was received by President Rosa Vidal.",
     [("receive", {"subject": ["Rosa Vidal"], "object": ["Kofi Mensah"]})]),
    ("fr", "Kofi Mensah, président du Ghana, a rencontré Rosa Vidal, présidente du Chili.",
     [("meet", {"subject": ["Kofi Mensah"], "object": ["Rosa Vidal"]})]),
    ("ro", "Președintele Ghanei, Kofi Mensah, va vizita Portugalia.",
     [("visit", {"subject": ["Kofi Mensah"], "object": ["Portugalia"]})]),
    ("fa", "وزیر خارجه کنیا، آمنه وانجیرو، با کوفی منسا، رئیس‌جمهور غنا، در نایروبی دیدار کرد.",
     [("meet", {"subject": ["آمنه وانجیرو"], "with": ["کوفی منسا"], "at": ["نایروبی"]})]),
    ("en", "Kenya and Peru grow tea.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), TRIGGERS)
def test_triggers_take_their_arguments(read, printed, language: str, text: str, expected: list) -> None:
    found = read(language, text)
    (analysis,) = found.analyses()
    arguments = [
        (t.frame.name, {case: printed(found.first, m) for case, m in t.arguments.items() if m})
        for t in analysis.triggers
    ]
    assert arguments == expected


def test_a_clause_ends_where_the_next_begins(read) -> None:
    (analysis,) = read("en", "Kenya met Ghana; Peru met Chile.").analyses()
    first, second = analysis.triggers
    assert first.window[1] <= second.window[0]


def test_an_agency_that_is_a_source_takes_no_part(read) -> None:
    (analysis,) = read("en", "Kenya met Ghana, Reuters reported.").analyses()
    assert not any(m.category == "newsagency" for a in analysis.arguments for m in a.mentions)
