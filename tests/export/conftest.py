"""A small graph with everything that a format has to carry, hostile text included."""

from __future__ import annotations

import pytest

from communique.graph.build import build_graph
from communique.model import Agreement, Entity, Graph, Meeting, Office, Quote, Record, Span

HOSTILE = 'a "quoted"\\ <b>&amp;</b>\n\t\u0000\u0085\u200c"^^<http://x/y> \U0001f600'


def record(id: str, language: str, status: str, published: str | None) -> Record:
    """One report of a signing and of the talks before it."""
    return Record(
        id=id,
        language=language,
        published=published,
        title=f"Road map {HOSTILE}",
        source="Wire <One>",
        url="https://example.org/é?q=<script>",
        entities=(
            Entity("e1", "person", "Ada Ionescu", (Span("the envoy", 4, 13),), None, "Q1000001"),
            Entity("e2", "state", "Romania", (), "Q218", "Q218"),
            Entity("e3", "state", "Iran", (), "Q794", "Q794"),
            Entity("e4", "person", "سارا کریمی", (), None, "p/2 #x"),
            Entity("e5", "place", HOSTILE, (), None, None),
        ),
        offices=(
            Office("e1", "envoy", "e2", False, (Quote("envoy Ada Ionescu", 4, 21),)),
            Office("e4", "وزیر", "e3", True),
        ),
        meetings=(
            Meeting(
                "m1",
                "talks",
                "held",
                ("e1", "e4"),
                "e5",
                "2024-05-06/2024-05-07",
                ("e2",),
                (Quote(HOSTILE, 7, 7 + len(HOSTILE), "before ", " after"),),
                0.5,
                ("a rule", HOSTILE),
            ),
            Meeting("m2", "visit", "planned", ("e1",), "e3", "2024~", (), (Quote("will travel", 0, 0),)),
        ),
        agreements=(
            Agreement(
                "g1",
                "roadmap",
                status,
                ("e2", "e3"),
                ("e1",),
                ("energy", "trade"),
                2,
                "e5",
                "2024-05-06",
                ("e2",),
                (Quote("signed", 90, 96),),
                1e-7,
            ),
        ),
    )


@pytest.fixture
def graph() -> Graph:
    """Two documents that agree on the talks and contradict one another on the road map."""
    return build_graph(
        [record("en/1 ü", "en", "signed", "2024-05-08"), record("x-2", "not a tag!", "alleged", None)]
    )
