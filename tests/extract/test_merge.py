"""Tellings of one event become one record; tellings of two stay two."""

import pytest

from communique.extract.actors import Actor
from communique.extract.events import Event
from communique.extract.merge import merge_events, same_event

KENYA, GHANA, PERU = (Actor("state", key) for key in ("kenya", "ghana", "peru"))
MENSAH = Actor("person", "kofi mensah", state=GHANA)


def meeting(*people: Actor, date: str | None = None, status: str = "held", kind: str = "talks") -> Event:
    return Event("meeting", kind, status, list(people), date=date, sentences=[0], confidence=0.8, why=["a row"])


def agreement(*parties: Actor, subjects: tuple[str, ...] = (), status: str = "signed", count: int | None = None):
    return Event("agreement", "treaty", status, list(parties), subjects=list(subjects), count=count, sentences=[1])


PAIRS = [
    (meeting(KENYA, GHANA), meeting(GHANA, KENYA), True),
    (meeting(KENYA, GHANA), meeting(KENYA, GHANA, PERU), True),
    (meeting(KENYA, MENSAH), meeting(KENYA, GHANA), True),  # a state stands for its person
    (meeting(KENYA, GHANA), meeting(KENYA, PERU), False),
    (meeting(KENYA, GHANA), meeting(KENYA, GHANA, status="planned"), False),
    (meeting(KENYA, GHANA), meeting(KENYA, GHANA, kind="call"), False),
    (meeting(KENYA, GHANA, date="2024-05"), meeting(KENYA, GHANA, date="2024-05-03"), True),
    (meeting(KENYA, GHANA, date="2024-05-03"), meeting(KENYA, GHANA, date="2024-05-04"), False),
    (meeting(KENYA, GHANA), agreement(KENYA, GHANA), False),
    (agreement(KENYA, GHANA), agreement(KENYA, GHANA, status="agreed"), True),
    (agreement(KENYA, GHANA), agreement(KENYA, GHANA, status="ended"), False),
    (agreement(KENYA, GHANA, subjects=("trade",)), agreement(KENYA, GHANA, subjects=("health",)), False),
    (agreement(KENYA, GHANA, count=2), agreement(KENYA, GHANA, count=3), False),
]


@pytest.mark.parametrize(("a", "b", "same"), PAIRS)
def test_tellings_of_one_event(a: Event, b: Event, same: bool) -> None:
    assert same_event(a, b) is same
    assert same_event(b, a) is same


def test_merging_only_adds() -> None:
    first = meeting(KENYA, GHANA)
    second = meeting(KENYA, MENSAH, date="2024-05-03")
    second.sentences, second.why = [4], ["another row"]
    (merged,) = merge_events([first, second])
    assert merged.people == [KENYA, MENSAH] and merged.date == "2024-05-03"
    assert merged.sentences == [0, 4] and merged.why == ["a row", "another row"]
    assert 0.8 < merged.confidence < 1


def test_agreed_and_signed_is_signed() -> None:
    (merged,) = merge_events([agreement(KENYA, GHANA, status="agreed"), agreement(KENYA, GHANA)])
    assert merged.status == "signed"


def test_headline_and_lead_tell_one_meeting(tell) -> None:
    found = tell("en", "Kenya and Ghana hold talks in Accra\nKenya and Ghana held talks in Accra on 3 May 2024.")
    assert [m[3:] for m in found.meetings() if m[1] == "held"] == [("Accra", "2024-05-03")]
