"""The controlled vocabularies: complete in every language, and nothing in them is misspelt."""

from __future__ import annotations

import pytest

from communique.schema import concepts, vocabularies
from communique.schema.load import Concept

ALL = [(name, concept) for name in vocabularies() for concept in concepts(name).values()]
MAPPINGS = {
    "plover": r"[A-Z]+(/[a-z-]+)?",
    "cameo": "[0-9]{2,4}",
    "ftm": "[A-Z][A-Za-z]+",
    "wikidata": "Q[1-9][0-9]*",
}
TRAITS = {
    "accomplished", "ahead", "concluded", "destination", "encounter", "identified_by", "many_sided", "remote", "single",
    "stage", "two_sided", "unconfirmed",
}  # fmt: skip


@pytest.mark.parametrize(("name", "concept"), ALL, ids=[f"{name}/{concept.code}" for name, concept in ALL])
def test_concept(name: str, concept: Concept) -> None:
    import re

    assert list(concept.labels) == ["en", "fr", "ro", "fa", "ru", "ar"]
    assert all(label == label.strip() != "" for label in concept.labels.values())
    assert concept.definition.endswith(".")
    assert set(concept.traits) <= TRAITS
    for scheme, codes in concept.mappings.items():
        assert codes and all(re.fullmatch(MAPPINGS[scheme], code) for code in codes)


@pytest.mark.parametrize("name", vocabularies())
def test_labels_tell_concepts_apart(name: str) -> None:
    for language in ("en", "fr", "ro", "fa", "ru", "ar"):
        labels = [concept.labels[language] for concept in concepts(name).values()]
        assert len(set(labels)) == len(labels)


def test_kinds_and_statuses_of_meetings_and_agreements_do_not_meet() -> None:
    for slot in ("kind", "status"):
        assert not concepts(f"meeting-{slot}").keys() & concepts(f"agreement-{slot}").keys()


def test_the_codes_are_those_of_the_record_format() -> None:
    assert list(concepts("meeting-kind")) == ["visit", "talks", "summit", "call", "gathering"]
    assert list(concepts("agreement-status")) == [
        "signed",
        "agreed",
        "negotiating",
        "proposed",
        "alleged",
        "ended",
    ]
    assert len(concepts("agreement-kind")) == 8 and len(concepts("subject")) == 26
