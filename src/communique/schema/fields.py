"""What may stand in each field of a record, beyond its Python type.

One table for the reader of record files, for the JSON Schema and for the tests, so that they cannot disagree.
"""

from __future__ import annotations

from functools import cache

from communique.schema.load import concepts, vocabularies

# The name of the vocabulary or of another rule, for each field that has one.
RULES: dict[str, dict[str, str]] = {
    "Record": {"id": "name", "language": "language", "published": "edtf"},
    "Entity": {"id": "name", "type": "entity-type", "name": "name", "wikidata": "qid", "entity": "name"},
    "Office": {"person": "entity", "title": "name", "organization": "entity"},
    "Meeting": {
        "id": "name",
        "kind": "meeting-kind",
        "status": "meeting-status",
        "participants": "entity",
        "place": "entity",
        "date": "edtf",
        "reported_by": "entity",
        "confidence": "share",
    },
    "Agreement": {
        "id": "name",
        "kind": "agreement-kind",
        "status": "agreement-status",
        "parties": "entity",
        "signatories": "entity",
        "subjects": "subject",
        "count": "positive",
        "place": "entity",
        "date": "edtf",
        "reported_by": "entity",
        "confidence": "share",
    },
    "Span": {"start": "offset", "end": "offset"},
    "Quote": {"start": "offset", "end": "offset"},
}

# JSON Schema of each rule that is not a vocabulary, and what to say where a value breaks it.
SCHEMAS: dict[str, dict[str, object]] = {
    "name": {"minLength": 1},
    "entity": {"minLength": 1, "description": "the id of one of the record's entities"},
    "language": {
        "pattern": "^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$",
        "description": "a BCP 47 code, or empty",
    },
    "qid": {"pattern": "^Q[1-9][0-9]*$", "description": "a Wikidata item"},
    "edtf": {
        "pattern": "^[0-9./~?%-]+$",
        "description": "an EDTF date: 2023-03-12, 2023-03, 2023-22 (summer), 2023, a/b for an interval",
    },
    "share": {"minimum": 0, "maximum": 1},
    "positive": {"minimum": 1},
    "offset": {"minimum": 0, "description": "in code points of the document's text"},
}


@cache
def codes(rule: str) -> frozenset[str]:
    """The codes that the rule allows where it is a vocabulary; else none."""
    return frozenset(concepts(rule)) if rule in vocabularies() else frozenset()
