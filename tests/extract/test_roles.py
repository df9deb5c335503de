"""Who takes part in a meeting and whom an agreement binds, and how sure the reader is of it."""

import pytest

from communique.extract.article import extract_weighed
from communique.extract.events import BELIEVED
from communique.extract.weighing import Weighing
from communique.model import Article, Record
from communique.schema.weights import weights


def weighed(language: str, text: str) -> tuple[Record, list[Weighing]]:
    return extract_weighed(Article("a", text, language))


def test_a_state_in_the_background_is_less_likely_than_the_two_that_meet() -> None:
    _, [weighing] = weighed("en", "Kenya met Ghana in Oslo, a year after the drought in Ethiopia.")
    likely = {c.actor.key: weights("participant").likelihood(c.features) for c in weighing.roles["participant"]}
    kenya, ghana, ethiopia = likely["Q114"], likely["Q117"], likely["Q115"]
    assert ethiopia < min(kenya, ghana)


def test_the_confidence_of_an_event_is_its_likelihood() -> None:
    record, [weighing] = weighed("en", "Kenya met Ghana in Oslo.")
    assert record.meetings[0].confidence == pytest.approx(weighing.likelihood(), abs=0.01)


def test_what_is_weighed_and_not_believed_is_no_event() -> None:
    record, found = weighed("en", "Portuguese striker Joana Alves said the agreement was a word of France.")
    assert [w.type for w in found] == ["agreement"]
    assert found[0].likelihood() < BELIEVED["agreement"]
    assert record.agreements == ()


def test_both_sides_of_an_agreement_are_weighed_and_its_signatories() -> None:
    text = "Le ministre kényan Paul Otieno et le ministre ghanéen Kofi Mensah ont signé un accord."
    record, found = weighed("fr", text)
    [weighing] = [w for w in found if w.type == "agreement"]
    assert list(weighing.roles) == ["party", "signatory"]
    assert [a.type for a in weighing.players("signatory")] == ["person", "person"]
    assert len(record.agreements[0].parties) == 2
