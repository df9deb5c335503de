"""Meetings and agreements as one or two sentences tell them."""

import pytest

MEETINGS = [
    # language, text, kind, status, participants, place, date
    ("en", "Ghanaian President Kofi Mensah met Kenyan Prime Minister Amina Wanjiru in Accra on 3 May 2024.",
     "talks", "held", {"Kofi Mensah", "Amina Wanjiru"}, "Accra", "2024-05-03"),
    ("en", "Ghanaian Foreign Minister Kwame Owusu will visit Norway next week.",
     "visit", "planned", {"Kwame Owusu"}, "Norway", "2024-05-20/2024-05-26"),
    ("en", "Talks between Kenya and Ghana will be held in Oslo on Friday.",
     "talks", "planned", {"Kenya", "Ghana"}, "Oslo", "2024-05-17"),
    ("fr", "Le ministre ghanéen de la Défense, Kofi Mensah, a rencontré à Oslo son homologue norvégien, Lars Berg, "
     "le 3 mai 2024.", "talks", "held", {"Kofi Mensah", "Lars Berg"}, "Oslo", "2024-05-03"),
    ("fr", "La visite de la présidente du Chili, Rosa Vidal, au Pérou a été annulée.",
     "visit", "cancelled", {"Rosa Vidal"}, "Pérou", None),
    ("ro", "Ministrul chilian de externe, Pedro Soto, a discutat la București cu omologul său portughez, Rui Mendes, "
     "pe 3 mai 2024.", "talks", "held", {"Pedro Soto", "Rui Mendes"}, "București", "2024-05-03"),
    ("ro", "Președintele Ghanei, Kofi Mensah, va vizita Portugalia săptămâna viitoare.",
     "visit", "planned", {"Kofi Mensah"}, "Portugalia", "2024-05-20/2024-05-26"),
    ("fa", "وزیر خارجه کنیا، آمنه وانجیرو، روز دوشنبه با کوفی منسا، رئیس‌جمهور غنا، در نایروبی دیدار کرد.",
     "talks", "held", {"آمنه وانجیرو", "کوفی منسا"}, "نایروبی", "2024-05-13"),
    ("fa", "نخست‌وزیر پرتغال به نروژ سفر می‌کند.", "visit", "planned", {"پرتغال"}, "نروژ", None),
]  # fmt: skip
AGREEMENTS = [
    # language, text, kind, status, parties, subjects, count
    ("en", "Kenya and Ghana signed a free trade agreement in Nairobi.", "agreement", "signed", {"Kenya", "Ghana"},
     {"trade"}, None),
    ("fr", "Le Kenya et la Norvège ont signé un protocole d'accord sur la pêche.", "memorandum", "signed",
     {"Kenya", "Norvège"}, {"agriculture"}, None),
    ("fr", "Le ministère de la Défense du Portugal a signé un contrat avec la société « Volta ».", "contract", "signed",
     {"ministère de la Défense du Portugal", "Volta"}, None, None),
    ("ro", "Kenya și Norvegia au semnat trei acorduri în domeniul energiei.", "agreement", "signed",
     {"Kenya", "Norvegia"}, {"energy"}, 3),
    ("fa", "نروژ و شیلی تفاهم‌نامه همکاری در زمینه انرژی امضا کردند.", "memorandum", "signed", {"نروژ", "شیلی"},
     {"energy"}, None),
]  # fmt: skip
NOTHING = [
    ("en", "Kenya and Ghana are neighbours of many states."),
    ("en", "Kenya and Ghana want to strengthen their friendship."),
    ("fr", "Le Kenya et le Ghana cultivent le thé."),
    ("ro", "Kenya și Ghana cultivă ceai."),
    ("fa", "کنیا و غنا چای می‌کارند."),
]


@pytest.mark.parametrize(("language", "text", "kind", "status", "people", "place", "date"), MEETINGS)
def test_a_meeting_is_told(tell, language, text, kind, status, people, place, date) -> None:
    assert tell(language, text).meetings() == [(kind, status, people, place, date)]


@pytest.mark.parametrize(("language", "text", "kind", "status", "parties", "subjects", "count"), AGREEMENTS)
def test_an_agreement_is_told(tell, language, text, kind, status, parties, subjects, count) -> None:
    found = tell(language, text)
    assert [a[:3] for a in found.agreements()] == [(kind, status, parties)]
    (agreement,) = found.record.agreements
    assert agreement.count == count
    assert subjects is None or set(agreement.subjects) == subjects


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_nothing_happened(tell, language: str, text: str) -> None:
    found = tell(language, text)
    assert not found.record.meetings and not found.record.agreements


def test_what_a_sentence_leaves_out_is_taken_from_the_one_before(tell) -> None:
    found = tell("en", "Kenya met Ghana in Accra on 3 May 2024. The two countries signed a treaty on extradition.")
    assert found.agreements() == [("treaty", "signed", {"Kenya", "Ghana"}, "Accra", "2024-05-03")]
    assert found.record.agreements[0].subjects == ("justice",)


def test_every_fact_says_why(tell) -> None:
    found = tell("en", "Kenya met Ghana in Accra. They signed a treaty on extradition.").record
    assert found.meetings and found.agreements
    for fact in (*found.meetings, *found.agreements):
        assert fact.why and fact.evidence and 0 < fact.confidence <= 1
        assert any("lang/en/" in reason for reason in fact.why)
