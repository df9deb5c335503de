"""When two reports are one event: rows of two claims and the answer; a false merge is the worse mistake."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.build import build_graph
from communique.model import Agreement, Entity, Fact, Meeting, Record

TYPES = {
    "ada": "person",
    "bo": "person",
    "cy": "person",
    "IR": "state",
    "RO": "state",
    "MD": "state",
    "Iasi": "place",
    "Arad": "place",
    "bank": "organization",
}


def told(id: str, published: str | None = None, *facts: dict[str, Any]) -> Record:
    """A record with facts given as `who` and other fields; meetings, where the kind is one of a meeting."""
    entities = tuple(Entity(name, type_, name, entity=name) for name, type_ in TYPES.items())
    meetings, agreements = [], []
    for n, fact in enumerate(facts):
        given = {"status": "held", "kind": "talks", **fact}
        who = tuple(given.pop("who").split())
        if given["kind"] in ("talks", "visit", "summit", "call", "gathering"):
            meetings.append(Meeting(f"m{n}", participants=who, **given))
        else:
            agreements.append(
                Agreement(f"g{n}", parties=who, **{**given, "status": fact.get("status", "signed")})
            )
    return Record(
        id, "en", published, entities=entities, meetings=tuple(meetings), agreements=tuple(agreements)
    )


def facts(*records: Record) -> tuple[Fact, ...]:
    return build_graph(records).facts


DAY = "2024-05-06"
TALKS = {"who": "ada bo", "date": DAY}
STATES = {"who": "IR RO", "date": DAY}
VISIT = {"kind": "visit", "who": "ada", "place": "IR", "date": DAY}
TREATY = {"kind": "treaty", "who": "IR RO", "date": DAY}
DEAL = {"kind": "agreement", "who": "IR RO", "date": DAY, "subjects": ("energy",)}
NEWS = {"who": "ada bo"}

SAME = [
    ("the same two on one day", TALKS, TALKS),
    ("whatever the order", TALKS, {**TALKS, "who": "bo ada"}),
    ("a month that holds the day", TALKS, {**TALKS, "date": "2024-05"}),
    ("an interval that holds the day", TALKS, {**TALKS, "date": "2024-05-05/2024-05-07"}),
    ("a third person named on the same day", TALKS, {**TALKS, "who": "ada bo cy"}),
    ("one place not given", {**TALKS, "place": "Iasi"}, TALKS),
    ("a town and its state", {**TALKS, "place": "Iasi"}, {**TALKS, "place": "RO"}),
    ("planned, then held, on one day", {**TALKS, "status": "planned"}, TALKS),
    ("states in one place", {**STATES, "place": "Iasi"}, {**STATES, "place": "Iasi"}),
    ("a visitor and a destination", VISIT, VISIT),
    ("a visit with its host named", VISIT, {**VISIT, "who": "ada bo"}),
    ("a treaty, its subject given once", TREATY, {**TREATY, "subjects": ("trade",)}),
    ("an agreement on one subject", DEAL, DEAL),
    ("a longer list of subjects on one day", DEAL, {**DEAL, "subjects": ("energy", "trade")}),
    ("two numbers of one set", {**DEAL, "count": 7}, {**DEAL, "count": 8}),
    ("undated, in the news of one day", NEWS, NEWS),
    ("undated, and dated a day before the news", NEWS, {**NEWS, "date": "2024-05-05"}),
]

APART = [
    ("another day", TALKS, {**TALKS, "date": "2024-05-07"}),
    ("a year is too vague", TALKS, {**TALKS, "date": "2024"}),
    ("another kind", TALKS, {**TALKS, "kind": "call"}),
    ("another counterpart", TALKS, {**TALKS, "who": "ada cy"}),
    ("one person alone in common", TALKS, {**TALKS, "who": "ada"}),
    ("a third person in a vaguer report", TALKS, {**TALKS, "who": "ada bo cy", "date": "2024-05"}),
    (
        "another town in a vaguer report",
        {**TALKS, "place": "Iasi"},
        {**TALKS, "place": "Arad", "date": "2024-05"},
    ),
    ("planned and held, the day not sure", {**TALKS, "status": "planned", "date": "2024-05"}, TALKS),
    ("states alone, no place", STATES, STATES),
    ("states alone, other places", {**STATES, "place": "Iasi"}, {**STATES, "place": "Arad"}),
    ("a visit elsewhere", VISIT, {**VISIT, "place": "RO"}),
    ("visits without a destination", {**VISIT, "place": None}, {**VISIT, "place": None}),
    ("other parties", TREATY, {**TREATY, "who": "IR MD"}),
    ("a third party", TREATY, {**TREATY, "who": "IR RO MD"}),
    ("one party alone", {**TREATY, "who": "IR"}, {**TREATY, "who": "IR"}),
    ("other signatories", {**TREATY, "signatories": ("ada",)}, {**TREATY, "signatories": ("bo",)}),
    ("another subject", DEAL, {**DEAL, "subjects": ("trade",)}),
    ("an agreement, its subject given once", DEAL, {**DEAL, "subjects": ()}),
    ("agreements without a subject", {**DEAL, "subjects": ()}, {**DEAL, "subjects": ()}),
    ("a set and one of it", {**DEAL, "count": 8}, DEAL),
    (
        "a status that moved while the date is open",
        {**DEAL, "date": None},
        {**DEAL, "date": None, "status": "agreed"},
    ),
]


@pytest.mark.parametrize(("reason", "one", "other"), SAME)
def test_one_event(reason: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    (fact,) = facts(told("a", DAY, one), told("b", DAY, other))
    assert [claim.document for claim in fact.claims] == ["a", "b"]


@pytest.mark.parametrize(("reason", "one", "other"), APART)
def test_two_events(reason: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    found = facts(told("a", DAY, one), told("b", DAY, other))
    assert len({fact.id for fact in found}) == 2


def test_undated_news_without_a_date_of_publication_stays_apart() -> None:
    assert len(facts(told("a", None, NEWS), told("b", None, NEWS))) == 2
    assert len(facts(told("a", DAY, NEWS), told("b", "2024-05-20", NEWS))) == 2


def test_what_one_document_tells_apart_is_never_merged() -> None:
    twice = facts(told("a", DAY, DEAL, DEAL))
    assert len({fact.id for fact in twice}) == 2
    unclear = facts(told("a", DAY, DEAL, DEAL), told("b", DAY, DEAL))
    assert len({fact.id for fact in unclear}) == 3


def test_a_vague_report_joins_the_only_event_that_it_fits() -> None:
    vague, second = {**TALKS, "date": "2024-05"}, {**TALKS, "date": "2024-05-20"}
    assert len(facts(told("a", DAY, TALKS), told("b", DAY, TALKS), told("c", DAY, vague))) == 1
    both = facts(told("a", DAY, TALKS), told("b", DAY, second), told("c", DAY, vague))
    assert sorted(len(fact.claims) for fact in both) == [1, 1, 1]


DISPUTES = [
    ("signed or not", TREATY, {**TREATY, "status": "alleged"}, True),
    ("seven or eight", {**DEAL, "count": 7}, {**DEAL, "count": 8}, True),
    ("two towns on one day", {**TALKS, "place": "Iasi"}, {**TALKS, "place": "Arad"}, True),
    ("held or cancelled", TALKS, {**TALKS, "status": "cancelled"}, True),
    ("a town and its state", {**TALKS, "place": "Iasi"}, {**TALKS, "place": "RO"}, False),
    ("a vaguer date", TALKS, {**TALKS, "date": "2024-05"}, False),
    ("the same", TREATY, TREATY, False),
]


@pytest.mark.parametrize(("reason", "one", "other", "disputed"), DISPUTES)
def test_contradictions_stay_side_by_side(
    reason: str, one: dict[str, Any], other: dict[str, Any], disputed: bool
) -> None:
    (fact,) = facts(told("a", DAY, one), told("b", DAY, other))
    assert fact.disputed is disputed
    assert [claim.status for claim in fact.claims] == [
        one.get("status", fact.claims[0].status),
        fact.claims[1].status,
    ]


@pytest.mark.parametrize(
    ("early", "late", "status", "disputed"),
    [
        ("negotiating", "signed", "signed", False),
        ("signed", "negotiating", "negotiating", True),
        ("agreed", "ended", "ended", False),
        ("alleged", "signed", "signed", True),
    ],
)
def test_news_that_moves_on_is_no_contradiction(early: str, late: str, status: str, disputed: bool) -> None:
    reports = told("a", "2024-05-01", {**TREATY, "status": early}), told("b", DAY, {**TREATY, "status": late})
    (fact,) = facts(*reports)
    assert (fact.status, fact.disputed) == (status, disputed)


pieces = st.sampled_from([TALKS, STATES, VISIT, TREATY, DEAL, NEWS, *(row[2] for row in SAME + APART)])
reports = st.lists(st.lists(pieces, max_size=3), max_size=5)


@given(reports, st.randoms(use_true_random=False))
def test_every_claim_is_in_one_fact_whatever_the_order(news: list[list[dict[str, Any]]], random: Any) -> None:
    records = [told(f"d{n}", DAY, *each) for n, each in enumerate(news)]
    graph = build_graph(records)
    random.shuffle(records)
    assert build_graph(records) == graph
    claims = [(claim.document, claim.local) for fact in graph.facts for claim in fact.claims]
    assert len(claims) == len(set(claims)) == sum(map(len, news))
    assert len({fact.id for fact in graph.facts}) == len(graph.facts)
    assert all(len({c.document for c in fact.claims}) == len(fact.claims) for fact in graph.facts)
