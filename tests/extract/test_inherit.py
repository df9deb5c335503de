"""Places and dates that an event takes from the one around it, and those that it does not."""

import pytest

INHERITED = [
    # text, places of all meetings and agreements, dates of the agreements
    ("Kenya met Ghana in Accra on 3 May 2024. They signed a treaty on extradition.", ["Accra", "Accra"],
     ["2024-05-03"]),
    ("Kenya met Ghana in Accra on 3 May 2024. Peru and Chile signed a treaty on extradition.", ["Accra", None], [None]),
    ("Kenya met Ghana in Accra on 3 May 2024. They will sign a treaty on extradition.", ["Accra", None], [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places", "dates"), INHERITED)
def test_what_is_signed_at_a_meeting_is_signed_there(tell, text: str, places: list, dates: list) -> None:
    found = tell("en", text)
    assert [m[3] for m in found.meetings()] + [a[3] for a in found.agreements()] == places
    assert [a[4] for a in found.agreements()] == dates


@pytest.mark.xfail(strict=True, reason="the state that a visit goes to is no side of it, so its talks share one only")
def test_talks_during_a_visit_happen_where_it_goes(tell) -> None:
    found = tell(
        "en",
        "Ghanaian President Kofi Mensah arrived in Oslo on 3 May 2024. "
        "Mensah held talks with Norwegian Prime Minister Lars Berg.",
    )
    assert {(m[0], m[3]) for m in found.meetings()} == {("visit", "Oslo"), ("talks", "Oslo")}
