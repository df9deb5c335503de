"""A small graph on disk, as a build leaves it: four reports about invented people, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.export import nq
from communique.graph.build import build_graph
from communique.model import Agreement, Entity, Meeting, Office, Quote, Record
from communique.store.load import FOLDER, load_store


def _actor(local: str, type_: str, name: str, actor: str) -> Entity:
    return Entity(local, type_, name, entity=actor, wikidata=actor if actor.startswith("Q") else None)


def wire_report() -> Record:
    """Talks in Minsk, where a memorandum on energy and trade was signed."""
    return Record(
        id="en-1",
        language="en",
        published="2024-05-14",
        title="Two ministers sign in Minsk",
        source="Wire One",
        url="https://example.org/en/1",
        entities=(
            _actor("e1", "person", "Ana Stein", "ana"),
            _actor("e2", "person", "Radu Munte", "radu"),
            _actor("e3", "state", "Belarus", "Q184"),
            _actor("e4", "state", "Romania", "Q218"),
            _actor("e5", "place", "Minsk", "Q2280"),
            _actor("e6", "organization", "Agency Two", "agency"),
        ),
        offices=(
            Office("e1", "energy minister", "e3", evidence=(Quote("Energy Minister Ana Stein", 0, 25),)),
            Office("e2", "ambassador", "e4", former=True),
            Office("e2", "trade minister", "e4"),
        ),
        meetings=(
            Meeting("m1", "talks", "held", ("e1", "e2"), "e5", "2024-05-14", ("e6",),
                    (Quote("Ana Stein received Radu Munte", 40, 69, "where ", " on Tuesday"),), 0.9),
        ),
        agreements=(
            Agreement("g1", "memorandum", "signed", ("e3", "e4"), ("e1", "e2"), ("energy", "trade"), None,
                      "e5", "2024-05-14", ("e6",), (Quote("signed a memorandum", 80, 99),), 0.8),
        ),
    )  # fmt: skip


def french_report() -> Record:
    """The same memorandum, with another day."""
    return Record(
        id="fr-1",
        language="fr",
        published="2024-05-15",
        source="Journal Trois",
        entities=(
            _actor("e1", "state", "Bélarus", "Q184"),
            _actor("e2", "state", "Roumanie", "Q218"),
            _actor("e3", "place", "Minsk", "Q2280"),
        ),
        agreements=(
            Agreement("g1", "memorandum", "agreed", ("e1", "e2"), (), ("energy",), None, "e3", "2024-05-14",
                      (), (Quote("les deux pays se sont entendus", 10, 40),), 0.7),
        ),
    )  # fmt: skip


def persian_report() -> Record:
    """A summit that is planned, and a contract that somebody alleges."""
    return Record(
        id="fa/۱",
        language="fa",
        published="2024-05-16",
        entities=(
            _actor("e1", "state", "ایران", "Q794"),
            _actor("e2", "state", "بلاروس", "Q184"),
            _actor("e3", "person", "آنا اشتاین", "ana"),
            _actor("e4", "organization", "خبرگزاری دو", "agency"),
        ),
        meetings=(Meeting("m1", "summit", "planned", ("e1", "e3"), None, "2024-06"),),
        agreements=(
            Agreement("g1", "contract", "alleged", ("e1", "e2"), (), ("defence",), 2, reported_by=("e4",)),
        ),
    )


def hostile_report() -> Record:
    """Names that are markup, terminal commands and SPARQL."""
    name = 'x" } ; SERVICE <http://example.org/> { \x1b[31m<script>alert(1)</script>'
    return Record(
        id="../<b>",
        language="en",
        entities=(_actor("e1", "person", name, "hostile"), _actor("e2", "person", "Ion Lupu", "ion")),
        meetings=(Meeting("m1", "call", "held", ("e1", "e2")),),
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built folder with `graph.nq` and `store/`; tests only read it."""
    out = tmp_path_factory.mktemp("built")
    graph = build_graph([wire_report(), french_report(), persian_report(), hostile_report()])
    with (out / nq.filename).open("wb") as file:
        nq.write(graph, file)
    load_store(out / nq.filename, out / FOLDER)
    page = "<!doctype html><title>Graph</title><style>b{}</style><script>document.title = 'ran'</script>"
    (out / "graph.html").write_text(page, encoding="utf-8")
    return out
