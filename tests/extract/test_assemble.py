"""The record itself: identifiers, names, mentions, quotes, and what stays background."""

from communique.extract import extract
from communique.model import Article

TEXT = "Kenya met Ghana in Accra on 3 May 2024. Kenya and Ghana signed a treaty on extradition. Chile grows tea."


def test_entities_are_numbered_in_the_order_of_the_text(tell) -> None:
    found = tell("en", TEXT).record
    assert [e.id for e in found.entities] == [f"e{i}" for i in range(1, len(found.entities) + 1)]
    starts = [e.mentions[0].start for e in found.entities]
    assert starts == sorted(starts)
    assert [m.id for m in found.meetings] == ["m1"] and [g.id for g in found.agreements] == ["g1"]


def test_a_state_that_only_passes_by_is_left_out(tell) -> None:
    assert "Chile" not in {e.name for e in tell("en", TEXT).record.entities}


def test_known_actors_have_their_identifier(tell) -> None:
    assert {e.name: e.wikidata for e in tell("en", TEXT).record.entities} == {
        "Kenya": "Q114", "Ghana": "Q117", "Accra": "Q3761",
    }  # fmt: skip


def test_an_inflected_name_is_given_in_its_base_form(tell) -> None:
    found = tell("ro", "Președintele Ghanei, Kofi Mensah, va vizita Portugalia.")
    assert {e.name for e in found.record.entities} == {"Ghana", "Kofi Mensah", "Portugalia"}


def test_quotes_carry_what_stands_around_them(tell) -> None:
    (quote,) = tell("en", TEXT).record.agreements[0].evidence
    at = TEXT.index(quote.text)
    assert (quote.start, quote.end) == (at, at + len(quote.text))
    assert TEXT[:at].endswith(quote.prefix) and quote.prefix
    assert TEXT[quote.end :].startswith(quote.suffix) and quote.suffix


def test_what_the_input_says_of_itself_is_kept() -> None:
    article = Article("a-1", TEXT, "en", title="A title", published="2024-05", source="Wire", url="https://example.org")
    found = extract(article)
    assert (found.id, found.language, found.title) == ("a-1", "en", "A title")
    assert (found.published, found.source, found.url) == ("2024-05", "Wire", "https://example.org")
