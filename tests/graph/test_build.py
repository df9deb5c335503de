"""Actors, facts and documents of several records together."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from communique.errors import InputError
from communique.graph.build import build_graph
from communique.model import Fact, Graph, Name, Record


def fact(graph: Graph, type_: str) -> Fact:
    (found,) = [f for f in graph.facts if f.type == type_]
    return found


def test_three_languages_make_one_person(english: Record, french: Record, persian: Record) -> None:
    graph = build_graph([english, french, persian])
    (actor,) = [a for a in graph.actors if a.id == "Q2866"]
    assert (actor.name, actor.language) == ("Alexander Lukashenko", "en")
    assert (actor.type, actor.wikidata) == ("person", "Q2866")
    assert Name("Alexandre Loukachenko", "fr") in actor.names
    assert Name("الکساندر لوکاشنکو", "fa") in actor.names
    assert [(o.title, o.language, o.organization, o.documents) for o in actor.offices] == [
        ("president", "en", "Q184", ("en-1",)),
        ("président", "fr", "Q184", ("fr-1",)),
    ]
    assert actor.offices[0].evidence[0].quote.text == "President Lukashenko"


def test_one_meeting_told_three_times(english: Record, french: Record, persian: Record) -> None:
    talks = fact(build_graph([english, french, persian]), "meeting")
    assert [c.document for c in talks.claims] == ["en-1", "fa/۱", "fr-1"]
    assert (talks.status, talks.disputed) == ("held", False)  # announced, then held: no contradiction


def test_values_of_the_merged_meeting(english: Record, french: Record) -> None:
    talks = fact(build_graph([english, french]), "meeting")
    assert talks.participants == ("Q2866", "Q5950128")
    assert (talks.date, talks.place, talks.status, talks.disputed) == ("2023-03-13", "Q3616", "held", False)
    assert talks.reported_by == ("Q8880",) and talks.confidence == 1.0


def test_the_road_map_without_a_subject_is_the_same(english: Record, french: Record) -> None:
    roadmap = fact(build_graph([english, french]), "agreement")
    assert len(roadmap.claims) == 2 and roadmap.subjects == ("economy", "trade")
    assert roadmap.signatories == ("Q2866", "Q5950128")


def test_the_order_of_records_does_not_matter(english: Record, french: Record, persian: Record) -> None:
    graphs = {build_graph(order) for order in permutations([english, french, persian])}
    assert len(graphs) == 1


def test_the_same_record_twice_counts_once(english: Record) -> None:
    assert build_graph([english, english]) == build_graph([english])


def test_two_records_with_one_identifier_are_refused(english: Record) -> None:
    with pytest.raises(InputError, match="en-1"):
        build_graph([english, replace(english, title="Another")])


def test_unresolved_entities_meet_by_type_and_name(english: Record) -> None:
    bare = tuple(replace(e, entity=None) for e in english.entities)
    one, two = replace(english, entities=bare), replace(english, id="en-2", entities=bare)
    assert len(build_graph([one, two]).actors) == len(bare)


def test_everything_is_sorted_by_identifier(english: Record, french: Record, persian: Record) -> None:
    graph = build_graph([english, french, persian])
    for rows in (graph.actors, graph.facts, graph.documents):
        ids = [row.id for row in rows]
        assert ids == sorted(set(ids))


def test_no_records_make_an_empty_graph() -> None:
    assert build_graph([]) == Graph((), (), ())
