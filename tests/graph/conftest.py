"""Three reports of one day in Tehran, in three languages and two scripts, as resolved records."""

from __future__ import annotations

import pytest

from communique.model import Agreement, Entity, Meeting, Office, Quote, Record, Span


def _entity(local: str, actor: str, type_: str, name: str, start: int = 0) -> Entity:
    return Entity(local, type_, name, (Span(name, start, start + len(name)),), actor, actor)


@pytest.fixture
def english() -> Record:
    """Dated, with the signing and an office."""
    return Record(
        id="en-1",
        language="en",
        published="2023-03-13",
        title="Belarus and Iran sign road map",
        source="Wire One",
        url="https://example.org/en 1",
        entities=(
            _entity("e1", "Q2866", "person", "Alexander Lukashenko"),
            _entity("e2", "Q184", "state", "Belarus"),
            _entity("e3", "Q794", "state", "Iran"),
            _entity("e4", "Q3616", "place", "Tehran"),
            _entity("e5", "Q5950128", "person", "Ebrahim Raisi"),
        ),
        offices=(Office("e1", "president", "e2", evidence=(Quote("President Lukashenko", 0, 20),)),),
        meetings=(
            Meeting(
                "m1",
                "talks",
                "held",
                ("e1", "e5"),
                "e4",
                "2023-03-13",
                evidence=(Quote("met Ebrahim Raisi", 30, 47, "who ", " in Tehran"),),
                confidence=0.9,
            ),
        ),
        agreements=(
            Agreement(
                "g1",
                "roadmap",
                "signed",
                ("e2", "e3"),
                ("e1", "e5"),
                ("economy", "trade"),
                None,
                "e4",
                "2023-03-13",
                evidence=(Quote("signed a road map", 60, 77),),
                confidence=0.8,
            ),
        ),
    )


@pytest.fixture
def french() -> Record:
    """The same meeting with the month only, and the road map without a subject."""
    return Record(
        id="fr-1",
        language="fr",
        published="2023-03-14",
        entities=(
            _entity("e1", "Q5950128", "person", "Ebrahim Raïssi"),
            _entity("e2", "Q2866", "person", "Alexandre Loukachenko"),
            _entity("e3", "Q794", "state", "Iran"),
            _entity("e4", "Q184", "state", "Bélarus"),
            _entity("e5", "Q8880", "organization", "Agence Une"),
        ),
        offices=(Office("e2", "président", "e4"),),
        meetings=(Meeting("m1", "talks", "held", ("e1", "e2"), "e3", "2023-03", ("e5",)),),
        agreements=(Agreement("g1", "roadmap", "signed", ("e3", "e4"), date="2023-03-13"),),
    )


@pytest.fixture
def persian() -> Record:
    """Announced beforehand: the talks are still planned."""
    return Record(
        id="fa/۱",
        language="fa",
        published="2023-03-12",
        entities=(
            _entity("e1", "Q2866", "person", "الکساندر لوکاشنکو"),
            _entity("e2", "Q5950128", "person", "سید ابراهیم رئیسی"),
        ),
        meetings=(Meeting("m1", "talks", "planned", ("e2", "e1"), None, "2023-03-13"),),
    )
