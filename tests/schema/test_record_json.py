"""Records to JSON and back, and what is refused at the door."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import CommuniqueError
from communique.model import Agreement, Entity, Meeting, Office, Quote, Record, Span
from communique.schema import concepts
from communique.schema.record_json import dump_line, from_json, load_line, to_json

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
dates = st.none() | st.sampled_from(
    ["2023", "2023-03", "2023-22", "2023-03-12", "2023-03-12/2023-03-14", "2023~"]
)
languages = st.sampled_from(["en", "fr", "fa", "zh-Hant", ""])
shares = st.floats(0, 1)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    text, start = draw(texts), draw(st.integers(0, 10**6))
    return Span(text, start, start + len(text))


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    span = draw(spans())
    return Quote(span.text, span.start, span.end, draw(st.just("") | texts), draw(st.just("") | texts))


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3).map(tuple)


def code(vocabulary: str) -> st.SearchStrategy[str]:
    return st.sampled_from(list(concepts(vocabulary)))


@st.composite
def records(draw: st.DrawFn) -> Record:
    ids = draw(st.lists(texts, min_size=1, max_size=4, unique=True))
    one = st.sampled_from(ids)
    shared = {
        "place": st.none() | one,
        "date": dates,
        "reported_by": some(one),
        "evidence": some(quotes()),
        "confidence": shares,
        "why": some(texts),
    }
    entity = st.builds(
        Entity,
        st.just(""),
        code("entity-type"),
        texts,
        some(spans()),
        st.none() | st.just("Q184"),
        st.none() | texts,
    )
    meeting = st.builds(
        Meeting, st.just(""), code("meeting-kind"), code("meeting-status"), some(one), **shared
    )
    agreement = st.builds(
        Agreement,
        st.just(""),
        code("agreement-kind"),
        code("agreement-status"),
        some(one),
        some(one),
        some(code("subject")),
        st.none() | st.integers(1, 99),
        **shared,
    )
    offices = st.builds(Office, one, texts, one, st.booleans(), some(quotes()))
    return Record(
        draw(texts),
        draw(languages),
        draw(dates),
        draw(st.none() | texts),
        draw(st.none() | texts),
        None,
        tuple(_named(draw(entity), id) for id in ids),
        draw(some(offices)),
        tuple(_named(m, f"m{i}") for i, m in enumerate(draw(some(meeting)))),
        tuple(_named(a, f"g{i}") for i, a in enumerate(draw(some(agreement)))),
    )


def _named(thing: Any, id: str) -> Any:
    from dataclasses import replace

    return replace(thing, id=id)


@given(records())
def test_there_and_back_changes_nothing(record: Record) -> None:
    line = dump_line(record)
    assert "\n" not in line and load_line(line) == record
    assert dump_line(load_line(line)) == line


GOLD: dict[str, Any] = {
    "id": "x-1",
    "language": "en",
    "published": None,
    "entities": [
        {
            "id": "e1",
            "type": "person",
            "name": "Ada Ionescu",
            "wikidata": None,
            "mentions": ["Ada Ionescu", "she"],
            "key": "person:ada-ionescu",
        },
        {"id": "e2", "type": "state", "name": "Romania", "mentions": []},
    ],
    "offices": [{"person": "e1", "title": "envoy", "organization": "e2", "former": True}],
    "meetings": [],
    "agreements": [
        {
            "id": "g1",
            "kind": "memorandum",
            "status": "signed",
            "parties": ["e2"],
            "count": 2,
            "date": "2024-05",
            "evidence": ["two memoranda"],
        },
    ],
}


def gold(**changes: Any) -> dict[str, Any]:
    """The gold record with values at paths such as `agreements.0.kind` replaced."""
    data: dict[str, Any] = json.loads(json.dumps(GOLD))
    for path, value in changes.items():
        at: Any = data
        *steps, last = path.split(".")
        for step in steps:
            at = at[int(step)] if step.isdigit() else at[step]
        at[int(last) if last.isdigit() else last] = value
    return data


def test_gold_with_bare_strings_keeps_them() -> None:
    record = from_json(gold())
    assert record.entities[0].mentions == (Span("Ada Ionescu", 0, 0), Span("she", 0, 0))
    written = to_json(record)
    assert written["entities"][0]["mentions"] == ["Ada Ionescu", "she"]  # type: ignore[index]
    assert written["agreements"][0]["evidence"] == ["two memoranda"]  # type: ignore[index]
    assert from_json(written) == record


def test_what_is_left_out() -> None:
    office = to_json(from_json(gold(**{"offices.0.former": False})))["offices"][0]  # type: ignore[index]
    agreement = to_json(from_json(gold(**{"agreements.0.count": None})))["agreements"][0]  # type: ignore[index]
    assert "former" not in office and "count" not in agreement
    assert agreement["signatories"] == [] and agreement["place"] is None


REFUSED = [
    ("id", 7, "id: a string was expected"),
    ("id", "", "id: '' is not a text"),
    ("language", "français", "language: 'français' is not a BCP 47 code"),
    ("published", "13 mars 2023", "published: '13 mars 2023' is not an EDTF date"),
    ("published", "2023-02-30", "published"),
    ("entities", {}, "entities: a list was expected"),
    ("entities.1", "Romania", "entities[1]: an object was expected"),
    ("entities.1.id", "e1", "entities: 'e1' is the id of more than one"),
    (
        "entities.1.type",
        "country",
        "entities[1].type: 'country' is none of organization, person, place, state",
    ),
    ("entities.1.name", None, "entities[1].name: is missing"),
    ("entities.1.name", "\ud800", "entities[1].name: holds half of a surrogate pair"),
    ("entities.1.wikidata", "184", "entities[1].wikidata: '184' is not a Wikidata item"),
    ("entities.1.wikidata", "Q184\n", "entities[1].wikidata"),
    (
        "entities.0.mentions.0",
        {"text": "Ada", "start": 3, "end": 5},
        "entities[0].mentions[0]: the position 3 to 5",
    ),
    ("entities.0.mentions.0", {"text": "Ada", "start": -3, "end": 0}, "entities[0].mentions[0].start"),
    ("entities.0.mentions.0", {"text": "Ada", "start": 3}, "entities[0].mentions[0].end: is missing"),
    ("entities.0.mentions.0", 5, "entities[0].mentions[0]: an object was expected"),
    ("offices.0.person", "e9", "offices[0].person: 'e9' is the id of no entity"),
    ("offices.0.former", 1, "offices[0].former: true or false was expected"),
    ("agreements.0.kind", "deal", "agreements[0].kind: 'deal' is none of agreement, commitment"),
    ("agreements.0.parties", ["e2", "e3"], "agreements[0].parties: 'e3' is the id of no entity"),
    ("agreements.0.parties", None, "agreements[0].parties: is missing"),
    ("agreements.0.subjects", ["oil"], "agreements[0].subjects[0]: 'oil' is none of"),
    ("agreements.0.count", 0, "agreements[0].count: 0 is not 1 or more"),
    ("agreements.0.count", True, "agreements[0].count: a whole number was expected"),
    ("agreements.0.confidence", float("nan"), "agreements[0].confidence: nan is not between 0 and 1"),
    ("agreements.0.confidence", 10**400, "agreements[0].confidence"),
    ("agreements.0.place", "e3", "agreements[0].place: 'e3' is the id of no entity"),
    (
        "meetings",
        [{"id": "g1", "kind": "talks", "status": "held", "participants": []}],
        "'g1' is the id of more",
    ),
]


@pytest.mark.parametrize(("path", "value", "message"), REFUSED)
def test_what_is_refused_is_named(path: str, value: Any, message: str) -> None:
    with pytest.raises(CommuniqueError) as refused:
        from_json(gold(**{path: value}))
    assert message in str(refused.value)
    assert str(refused.value).startswith("record")


@pytest.mark.parametrize("line", ["", "[]", "null", "{", '"x"', "[" * 100_000])
def test_a_line_that_is_no_record(line: str) -> None:
    with pytest.raises(CommuniqueError, match="record"):
        load_line(line)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(GOLD)), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted({path for path, _, _ in REFUSED})), json_values)
def test_any_json_is_a_record_or_refused_in_words(path: str, value: Any) -> None:
    try:
        record = from_json(gold(**{path: value}))
    except CommuniqueError:
        return
    assert from_json(to_json(record)) == record
