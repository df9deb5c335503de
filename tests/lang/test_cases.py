"""The cases of every language: well formed, and the share that pass is not below what is pinned."""

import json

import pytest
from cases import FLOORS, ROLES, TYPES, cases, failures, floors, languages

from communique.lang.load import languages as readable
from communique.schema import concepts

EVENTS = {
    "meetings": {"kind", "status", "participants", "place", "date"},
    "agreements": {"kind", "status", "parties", "signatories", "subjects", "count", "place", "date"},
}
VOCABULARIES = {"meetings": "meeting", "agreements": "agreement"}


def test_every_language_that_can_be_read_has_cases_and_a_floor() -> None:
    assert languages() == list(readable())
    assert sorted(floors()) == languages(), "run: python tools/cases.py --update"


@pytest.mark.parametrize("language", languages())
def test_cases_are_well_formed(language: str) -> None:
    found = cases(language)
    assert len({case.id for case in found}) == len(found)
    for case in found:
        assert case.text and case.expect, case.id
        assert set(case.expect) <= {*TYPES, *EVENTS, "offices"}, case.id
        assert all(len(office) == 3 for office in case.expect.get("offices", [])), case.id
        for field, known in EVENTS.items():
            for event in case.expect.get(field, []):
                assert set(event) <= known, case.id
                assert event.get("kind", "talks" if field == "meetings" else "treaty") in concepts(
                    f"{VOCABULARIES[field]}-kind"
                ), case.id
                assert all(isinstance(event.get(role, []), list) for role in ROLES), case.id


@pytest.mark.parametrize("language", languages())
def test_the_share_that_passes_does_not_fall(language: str) -> None:
    found = cases(language)
    reasons = {case.id: why for case in found if (why := failures(case))}
    share = 1 - len(reasons) / len(found)
    listed = "\n".join(f"{case}: {'; '.join(why)}" for case, why in reasons.items())
    assert share >= floors()[language], f"the floor in {FLOORS.name} is not reached; failing:\n{listed}"


def test_floors_are_shares() -> None:
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert all(0 < floor <= 1 for floor in pinned.values())
