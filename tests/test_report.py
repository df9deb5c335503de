"""What a build says of itself, and how the seconds are counted."""

import json
import time

from communique.errors import InputError
from communique.model import Actor, Document, Fact, Graph
from communique.read.sources import Source
from communique.report import Report, Stopwatch, count


def fact(id: str, type_: str, kind: str, status: str, disputed: bool = False) -> Fact:
    """A fact of a kind and a status, and nothing else."""
    return Fact(id, type_, kind, status, (), (), (), (), None, None, None, (), 1.0, disputed, ())


ACTORS = (("a", "person"), ("b", "state"), ("c", "person"))
GRAPH = Graph(
    actors=tuple(Actor(id, type_, id, "en", ()) for id, type_ in ACTORS),
    facts=(
        fact("1", "meeting", "talks", "held"),
        fact("2", "meeting", "visit", "held", disputed=True),
        fact("3", "agreement", "treaty", "signed"),
    ),
    documents=(Document("d1", "ro"), Document("d2", "fr"), Document("d3", "ro")),
)  # fmt: skip


def test_counts() -> None:
    counts = count(GRAPH)
    assert counts["documents"] == {"language": {"fr": 1, "ro": 2}}
    assert counts["actors"] == {"type": {"person": 2, "state": 1}}
    assert counts["meetings"] == {
        "kind": {"talks": 1, "visit": 1},
        "status": {"held": 2},
        "disputed": {"no": 1, "yes": 1},
    }
    assert counts["agreements"]["status"] == {"signed": 1}


def test_the_report_as_json() -> None:
    dropped = (InputError("ș.txt", "is empty", "write into it"),)
    report = Report(
        "1.2", (Source("a.txt", 3, "ab"),), count(GRAPH), dropped, {"read": 0.12345}, ("graph.nq",)
    )
    shown = json.loads(report.to_json())
    assert (shown["program"], shown["version"], shown["files"]) == ("communique", "1.2", ["graph.nq"])
    assert shown["inputs"] == [{"name": "a.txt", "size": 3, "sha256": "ab"}]
    assert shown["dropped"] == [{"where": "ș.txt", "problem": "is empty", "remedy": "write into it"}]
    assert shown["seconds"] == {"read": 0.123}
    assert "ș.txt" in report.to_json()
    assert [report.total(what) for what in shown["counts"]] == [3, 3, 2, 1]


def test_totals_of_an_empty_graph_are_zero() -> None:
    report = Report("1", (), count(Graph((), (), ())), (), {}, ())
    assert [report.total(what) for what in report.counts] == [0, 0, 0, 0]


def test_a_stage_inside_another_is_not_counted_twice() -> None:
    watch, began = Stopwatch(), time.perf_counter()
    with watch.stage("outer"):
        assert list(watch.each("inner", (time.sleep(0.02) or n for n in range(3)))) == [0, 1, 2]
        time.sleep(0.01)
    elapsed = time.perf_counter() - began
    assert watch.seconds["inner"] >= 0.06
    assert watch.seconds["outer"] >= 0.01
    assert sum(watch.seconds.values()) <= elapsed


def test_items_that_are_false_do_not_end_the_stream() -> None:
    assert list(Stopwatch().each("stage", [0, "", False, 1])) == [0, "", False, 1]
