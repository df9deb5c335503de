"""Who says so: credits of a sentence, of the lead, of the dateline."""

import pytest

CREDITS = [
    ("en", "ACCRA, May 3 (Reuters) - Kenya met Ghana in Oslo.", {"Reuters"}),
    ("en", "Kenya met Ghana in Oslo, Reuters reported.", {"Reuters"}),
    ("en", "According to Reuters, Kenya met Ghana in Oslo.", {"Reuters"}),
    ("fr", "Selon Reuters, le Kenya a rencontré le Ghana à Oslo.", {"Reuters"}),
    ("ro", "Kenya a discutat cu Ghana la Oslo, potrivit Reuters.", {"Reuters"}),
    ("fa", "به گزارش ایرنا، کنیا با نروژ در نایروبی دیدار کرد.", {"ایرنا"}),
    ("en", "Kenya met Ghana in Oslo.", set()),
]


@pytest.mark.parametrize(("language", "text", "sources"), CREDITS)
def test_a_fact_is_credited(tell, language: str, text: str, sources: set[str]) -> None:
    found = tell(language, text)
    (meeting,) = found.record.meetings
    assert found.all(meeting.reported_by) == sources


def test_a_dateline_covers_what_follows_it(tell) -> None:
    text = "OSLO (Reuters) - Kenya met Ghana on 3 May 2024.\nPeru and Chile grow tea.\nPeru met Chile in Lima."
    found = tell("en", text)
    assert [found.all(m.reported_by) for m in found.record.meetings] == [{"Reuters"}, {"Reuters"}]


def test_a_sentence_with_a_source_of_its_own_is_credited_so(tell) -> None:
    found = tell("en", "OSLO (Reuters) - Kenya met Ghana on 3 May 2024.\nPeru met Chile in Lima, AFP reported.")
    assert [len(m.reported_by) for m in found.record.meetings] == [1, 1]
    assert found.all(found.record.meetings[1].reported_by) != {"Reuters"}
