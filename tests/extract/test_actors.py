"""Mentions of one article that are one actor."""

import pytest

ONE_PERSON = [
    ("en", "President Kofi Mensah of Ghana came to Oslo. Mensah left. The Ghanaian president smiled.",
     {"Kofi Mensah", "Mensah", "Ghanaian president"}),
    ("fr", "La présidente du Chili, Rosa Vidal, est venue à Oslo. Mme Vidal a souri.", {"Rosa Vidal", "Vidal"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "forms"), ONE_PERSON)
def test_later_mentions_are_the_same_person(tell, language: str, text: str, forms: set[str]) -> None:
    people = [e for e in tell(language, text).record.entities if e.type == "person"]
    assert len(people) == 1
    assert forms <= {m.text for m in people[0].mentions}


@pytest.mark.parametrize(("text", "type_", "qid"), [
    ("Kenya and Peru met in Oslo on 3 May 2024.", "place", "Q585"),
    ("Oslo and Nairobi signed a treaty on fishing. Norway and Kenya are glad.", "state", "Q20"),
])  # fmt: skip
def test_a_capital_is_a_place_where_something_happens_and_a_state_where_it_acts(tell, text, type_, qid) -> None:
    assert any(e.type == type_ and e.wikidata == qid for e in tell("en", text).record.entities)


def test_two_persons_of_one_surname_stay_two(tell) -> None:
    found = tell("en", "President Kofi Mensah met Foreign Minister Ama Mensah in Accra.")
    assert [e.name for e in found.record.entities if e.type == "person"] == ["Kofi Mensah", "Ama Mensah"]
