"""Dates and places of events: the nearest date, its reading behind or ahead, the days that a visit is counted in."""

import pytest

from communique.extract.when import date_of, over_days
from communique.lang.dates import DateMention

TUESDAY = DateMention(10, 11, "2024-05-14", "2024-05-21")
JUNE = DateMention(2, 4, "2024-06", "2024-06")
UNSETTLED = DateMention(8, 9, None, None)
NEAREST = [
    # trigger, window, dates, when, date
    ((8, 9), (0, 20), [JUNE, TUESDAY], "past", "2024-05-14"),
    ((8, 9), (0, 20), [JUNE, TUESDAY], "ahead", "2024-05-21"),
    ((8, 9), (0, 20), [JUNE, TUESDAY], "near", "2024-05-14"),
    ((5, 6), (0, 20), [JUNE, TUESDAY], "past", "2024-06"),
    ((5, 6), (5, 8), [JUNE], "past", "2024-06"),  # the only one of the sentence
    ((5, 6), (5, 8), [JUNE, TUESDAY], "past", None),
    ((8, 9), (0, 20), [UNSETTLED, TUESDAY], "past", "2024-05-14"),
    ((8, 9), (0, 20), [], "past", None),
]
STRETCHED = [
    ("2024-11-03", 3, "2024-11-03/2024-11-05"),
    ("2024-12-31", 2, "2024-12-31/2025-01-01"),
    ("2024-11-03", 1, "2024-11-03"),
    ("2024-11-03", 40, "2024-11-03"),
    ("2024-11", 3, "2024-11"),
]
TOLD = [
    ("en", "Ghanaian President Kofi Mensah met Amina Wanjiru on Tuesday.", "2024-05-14"),
    ("en", "Ghanaian President Kofi Mensah will meet Kenyan President Amina Wanjiru on Tuesday.", "2024-05-21"),
    ("en", "Ghanaian President Kofi Mensah begins a three-day visit to Norway on 3 June 2024.",
     "2024-06-03/2024-06-05"),
    ("fa", "کوفی منسا، رئیس‌جمهور غنا، روز سه‌شنبه با آمنه وانجیرو دیدار کرد.", "2024-05-14"),
]  # fmt: skip


@pytest.mark.parametrize(("trigger", "window", "dates", "when", "expected"), NEAREST)
def test_the_nearest_date_counts(trigger, window, dates, when, expected) -> None:
    assert date_of(trigger, window, dates, when=when, published="2024-05-15") == expected


@pytest.mark.parametrize(("edtf", "days", "expected"), STRETCHED)
def test_a_day_is_stretched_over_the_days_of_a_visit(edtf: str, days: int, expected: str) -> None:
    assert over_days(edtf, days) == expected


@pytest.mark.parametrize(("language", "text", "date"), TOLD)
def test_a_meeting_has_its_date(tell, language: str, text: str, date: str) -> None:
    assert [m.date for m in tell(language, text).record.meetings] == [date]


def test_when_somebody_spoke_is_no_date(tell) -> None:
    (meeting,) = tell("en", "Kenya met Ghana in Oslo, a spokesman said on Tuesday.").record.meetings
    assert meeting.date is None


def test_here_is_the_place_of_the_dateline(tell) -> None:
    found = tell("en", "ACCRA, May 3 (Reuters) - Kenya and Peru held talks here on Friday.")
    assert [(m[3] or "").casefold() for m in found.meetings()] == ["accra"]
